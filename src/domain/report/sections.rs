//! What each section of the report says: of the procedure what the procedures' data say, of the year what its facts say.

use jiff::civil::Date;
use rust_i18n::t;

use super::Categories;
use super::compose::{Book, Piece, Written};
use super::facts::{Disclosed, Reevaluation};
use crate::domain::assessment::rule::rules;
use crate::domain::grade::Grade;
use crate::domain::register::{Document, Duty, Inspection, Training};
use crate::domain::time::on_paper;

impl Book<'_> {
    /// The year, and the one before, as words of a text.
    fn years(&self) -> [String; 2] {
        [self.facts.year, self.facts.year - 1].map(|year| year.to_string())
    }

    pub(super) fn documents(&self) -> Written {
        let [year, _] = self.years();
        let list = self.facts.documents.iter().map(cited).collect::<Vec<_>>().join("；");
        let key = if list.is_empty() { "report.text.no-documents" } else { "report.text.documents" };
        let mut pieces = vec![self.told(key, &[("year", &year), ("list", &list)])];
        let holds = |duty: Duty| self.facts.group.iter().find(|one| one.duty == duty);
        if let Some(leader) = holds(Duty::Leader) {
            let office = holds(Duty::Office).map_or("", |one| one.post.as_str());
            let leader = format!("{}{}", leader.organisation, leader.post);
            pieces.push(self.told("report.text.group", &[("leader", &leader), ("office", office)]));
        }
        (title("documents"), pieces)
    }

    pub(super) fn assessment(&self) -> Written {
        let [year, _] = self.years();
        let course = &rules().course;
        let dimensions = course.criteria.iter().map(|one| one.name.local()).collect::<Vec<_>>();
        let (count, dimensions) = (dimensions.len().to_string(), dimensions.join("、"));
        let words = [("year", year.as_str()), ("dimensions", &dimensions), ("count", &count)];
        let texts = ["report.text.assessment", "report.text.assessed"];
        (title("assessment"), texts.map(|key| self.told(key, &words)).to_vec())
    }

    pub(super) fn targets(&self) -> Written {
        let [year, _] = self.years();
        let unlisted = &Categories::bundled().unlisted;
        let categories: Vec<&str> = self.procedure.categories.iter().map(String::as_str).collect();
        let categories: Vec<&str> = categories.into_iter().filter(|one| !unlisted.iter().any(|un| un == one)).collect();
        let (count, categories) = (categories.len().to_string(), categories.join("、"));
        let stages = self.procedure.stages.iter().map(|stage| stage.name.local()).collect::<Vec<_>>().join("、");
        let criteria = self.procedure.criteria.iter().map(|one| one.name.local()).collect::<Vec<_>>().join("、");
        let route = |grade: Grade| {
            let follows = t!(format!("report.route.{}", self.procedure.route(grade)?.to.id()));
            Some(t!("report.text.route", grade = grade, follows = follows).into_owned())
        };
        let routes = Grade::ALL.into_iter().filter_map(route).collect::<Vec<_>>().join("；");
        let words = [
            ("year", year.as_str()),
            ("categories", &categories),
            ("count", &count),
            ("stages", &stages),
            ("criteria", &criteria),
            ("routes", &routes),
        ];
        let pieces = vec![
            heading("written"),
            self.told("report.text.principle", &words),
            self.told("report.text.written", &words),
            heading("reviewed"),
            self.told("report.text.reviewed", &words),
            self.told("report.text.handed", &words),
            self.told("report.text.covered", &words),
            self.told("report.text.transfers", &words),
        ];
        (title("targets"), pieces)
    }

    pub(super) fn evaluation(&self) -> Written {
        let [year, before] = self.years();
        let words = [("year", year.as_str()), ("before", &before)];
        let pieces = vec![
            heading("own-evaluations"),
            self.told("report.text.own-evaluations", &words),
            heading("reevaluations"),
            self.told("report.text.reevaluations", &words),
        ];
        (title("evaluation"), pieces)
    }

    pub(super) fn disclosure(&self) -> Written {
        let [year, before] = self.years();
        let words = [("year", year.as_str()), ("before", &before)];
        let published = |one: &Disclosed, year: &str, key: &str| {
            let (window, place) = window(one);
            self.told(key, &[("year", year), ("window", &window), ("place", &place)])
        };
        let pieces = vec![
            heading("published"),
            published(&self.facts.targets, &year, "report.text.window-targets"),
            published(&self.facts.self_evaluations, &before, "report.text.window-evaluations"),
            self.told("report.text.disclosed", &words),
            heading("training"),
            self.listed("report.text.trainings", &words, &self.trainings(), "；"),
            self.listed("report.text.publicity", &words, &self.publicity(), "、"),
        ];
        (title("disclosure"), pieces)
    }

    fn trainings(&self) -> Vec<String> {
        let told = |one: &Training| {
            let (held, subject, lecturer) = (on_paper(one.held), &one.subject, &one.lecturer);
            t!("report.text.one-training", held = held, subject = subject, lecturer = lecturer, audience = one.audience)
                .into_owned()
        };
        self.facts.trainings.iter().map(told).collect()
    }

    fn publicity(&self) -> Vec<String> {
        self.facts.publicity.iter().map(|one| format!("《{}》", one.title)).collect()
    }

    /// Warnings and what was laid down against them, then inspections and the year's projects, then the self-evaluations of the year before.
    pub(super) fn poverty(&self) -> Written {
        let [year, before] = self.years();
        let about = |one: &&Document| {
            let words = &Categories::bundled().poverty;
            words.iter().any(|word| one.title.contains(word) || one.scope.contains(word))
        };
        let documents = self.facts.documents.iter().filter(about).map(cited).collect::<Vec<_>>().join("、");
        let issued = t!("report.text.poverty-issued", list = documents).into_owned();
        let issued = if documents.is_empty() { String::new() } else { issued };
        let words = [("year", year.as_str()), ("before", &before), ("issued", &issued)];
        let pieces = vec![
            self.told("report.text.poverty-duty", &words),
            self.listed("report.text.inspections", &words, &self.inspections(), "；"),
            self.told("report.text.poverty", &words),
            self.told("report.text.poverty-before", &words),
        ];
        (t!("report.heading.poverty", year = year).into_owned(), pieces)
    }

    fn inspections(&self) -> Vec<String> {
        let told = |one: &Inspection| {
            let days = one.to.map_or_else(|| on_paper(one.from), |to| days(one.from, to));
            t!("report.text.one-inspection", title = one.title, days = days).into_owned()
        };
        self.facts.inspections.iter().map(told).collect()
    }

    pub(super) fn key_projects(&self) -> Written {
        let told = |one: &Reevaluation| match &one.agency {
            Some(agency) => t!("report.text.by-agency", title = one.title, agency = agency).into_owned(),
            None => one.title.clone(),
        };
        let of_key_projects = self.facts.reevaluations.iter().filter(|one| one.key_project);
        let list = of_key_projects.map(told).collect::<Vec<_>>().join("；");
        let key = if list.is_empty() { "report.text.no-key-projects" } else { "report.text.key-projects" };
        let [year, _] = self.years();
        (title("key-projects"), vec![self.told(key, &[("year", &year), ("list", &list)])])
    }
}

fn title(id: &str) -> String {
    t!(format!("report.heading.{id}")).into_owned()
}

fn heading(id: &str) -> Piece {
    Piece::Heading(title(id))
}

/// A document as the report names it.
fn cited(document: &Document) -> String {
    let issuers = document.issuers.join("、");
    if document.number.is_empty() {
        return t!("report.text.document", issuers = issuers, title = document.title).into_owned();
    }
    let (title, number) = (&document.title, &document.number);
    t!("report.text.numbered-document", issuers = issuers, title = title, number = number).into_owned()
}

/// The days of a window and where it is.
fn window(one: &Disclosed) -> (String, String) {
    match &one.window {
        Some(window) => (days(window.from, window.to), window.place.clone()),
        None => (t!("report.text.no-window").into_owned(), t!("report.text.no-window").into_owned()),
    }
}

/// From one day to another; within a year the second goes without it.
fn days(from: Date, to: Date) -> String {
    let end = if from.year() == to.year() {
        t!("report.text.day-of-year", month = to.month(), day = to.day()).into_owned()
    } else {
        on_paper(to)
    };
    t!("report.text.days", from = on_paper(from), to = end).into_owned()
}
