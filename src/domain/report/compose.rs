//! The sections of the report, put into words once: writers only know how a piece looks.
//!
//! What is told of the procedure comes from the procedure, what is told of the year from its facts. Figures stand in the text by their
//! values; a figure that cannot be told stands as such.

use std::collections::BTreeMap;

use rust_i18n::t;

use super::facts::{Disclosed, YearFacts};
use super::figure::{Figure, figures};
use crate::domain::grade::Grade;
use crate::domain::procedure::Procedure;
use crate::domain::refusal::state_word;
use crate::domain::register::{Document, Duty, Training};

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading of the second level.
    Heading(String),
    /// A paragraph, with the ids of the figures that stand in it.
    Text(String, Vec<&'static str>),
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What follows it.
    pub pieces: Vec<Piece>,
}

/// The report of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The year.
    pub year: i32,
    /// The title.
    pub title: String,
    /// The sections.
    pub sections: Vec<Section>,
    /// Evaluation reports that are attached, with their addresses.
    pub annexes: Vec<String>,
    /// All figures.
    pub figures: Vec<Figure>,
}

/// Composes the report.
pub fn compose(facts: &YearFacts, procedure: &Procedure) -> Report {
    let figures = figures(facts);
    let values = figures.iter().map(|one| (one.id, one.value.words())).collect();
    let book = Book { facts, procedure, values };
    let sections = vec![
        book.documents(),
        book.assessment(),
        book.targets(),
        book.evaluation(),
        book.disclosure(),
        book.poverty(),
        book.key_projects(),
    ];
    let numbered = sections.into_iter().zip(NUMBERS).map(|((key, pieces), number)| Section {
        title: t!("report.section", number = number, title = t!(key)).into_owned(),
        pieces,
    });
    let annex = |one: &super::Reevaluation| match &one.address {
        Some(address) => t!("report.annex", title = one.title, address = address).into_owned(),
        None => one.title.clone(),
    };
    Report {
        year: facts.year,
        title: t!("report.title", county = facts.county, year = facts.year).into_owned(),
        sections: numbered.collect(),
        annexes: facts.reevaluations.iter().filter(|one| one.key_project).map(annex).collect(),
        figures,
    }
}

const NUMBERS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "七"];

struct Book<'a> {
    facts: &'a YearFacts,
    procedure: &'a Procedure,
    values: BTreeMap<&'static str, String>,
}

/// The heading of a section, and what follows it.
type Written = (&'static str, Vec<Piece>);

impl Book<'_> {
    /// A paragraph: `%{…}` of a text stands for a figure by its id, or for one of the words given.
    fn told(&self, key: &str, words: &[(&str, &str)]) -> Piece {
        let template = t!(key).into_owned();
        let (mut text, mut ids, mut rest) = (String::new(), Vec::new(), template.as_str());
        while let Some((before, (name, after))) = rest.split_once("%{").and_then(|(a, b)| Some((a, b.split_once('}')?)))
        {
            text.push_str(before);
            if let Some((id, value)) = self.values.get_key_value(name) {
                text.push_str(value);
                ids.push(*id);
            } else if let Some((_, word)) = words.iter().find(|(known, _)| *known == name) {
                text.push_str(word);
            }
            rest = after;
        }
        text.push_str(rest);
        Piece::Text(text, ids)
    }

    /// A paragraph that ends with a list, if there is anything on it.
    fn listed(&self, key: &str, words: &[(&str, &str)], list: &[String], mark: &str) -> Piece {
        match self.told(key, words) {
            Piece::Text(text, ids) if !list.is_empty() => Piece::Text(format!("{text}{}。", list.join(mark)), ids),
            piece => piece,
        }
    }

    fn documents(&self) -> Written {
        let year = self.facts.year.to_string();
        let list = self.facts.documents.iter().map(cited).collect::<Vec<_>>().join("；");
        let key = if list.is_empty() { "report.text.no-documents" } else { "report.text.documents" };
        let mut pieces = vec![self.told(key, &[("year", &year), ("list", &list)])];
        let holds = |duty: Duty| self.facts.group.iter().find(|one| one.duty == duty);
        if let Some(leader) = holds(Duty::Leader) {
            let office = holds(Duty::Office).map_or("", |one| one.post.as_str());
            let leader = format!("{}{}", leader.organisation, leader.post);
            pieces.push(self.told("report.text.group", &[("leader", &leader), ("office", office)]));
        }
        ("report.heading.documents", pieces)
    }

    fn assessment(&self) -> Written {
        let year = self.facts.year.to_string();
        ("report.heading.assessment", vec![self.told("report.text.assessment", &[("year", &year)])])
    }

    fn targets(&self) -> Written {
        let year = self.facts.year.to_string();
        let categories = self.procedure.categories.join("、");
        let stages = self.procedure.stages.iter().map(|stage| stage.name.local()).collect::<Vec<_>>().join("、");
        let criteria = self.procedure.criteria.iter().map(|one| one.name.local()).collect::<Vec<_>>().join("、");
        let route = |grade: Grade| {
            let state = state_word(self.procedure.route(grade)?.to);
            Some(t!("report.text.route", grade = grade, state = state).into_owned())
        };
        let routes = Grade::ALL.into_iter().filter_map(route).collect::<Vec<_>>().join("；");
        let words = [
            ("year", year.as_str()),
            ("categories", &categories),
            ("stages", &stages),
            ("criteria", &criteria),
            ("routes", &routes),
        ];
        let pieces = vec![
            heading("report.heading.written"),
            self.told("report.text.written", &words),
            heading("report.heading.reviewed"),
            self.told("report.text.reviewed", &words),
            self.told("report.text.covered", &words),
            self.told("report.text.transfers", &words),
        ];
        ("report.heading.targets", pieces)
    }

    fn evaluation(&self) -> Written {
        let (year, before) = (self.facts.year.to_string(), (self.facts.year - 1).to_string());
        let words = [("year", year.as_str()), ("before", &before)];
        let pieces = vec![
            heading("report.heading.own-evaluations"),
            self.told("report.text.own-evaluations", &words),
            heading("report.heading.reevaluations"),
            self.told("report.text.reevaluations", &words),
        ];
        ("report.heading.evaluation", pieces)
    }

    fn disclosure(&self) -> Written {
        let (year, before) = (self.facts.year.to_string(), (self.facts.year - 1).to_string());
        let words = [("year", year.as_str()), ("before", &before)];
        let published = |one: &Disclosed, year: &str, key: &str| {
            let (window, place) = window(one);
            self.told(key, &[("year", year), ("window", &window), ("place", &place)])
        };
        let pieces = vec![
            heading("report.heading.published"),
            published(&self.facts.targets, &year, "report.text.window-targets"),
            published(&self.facts.self_evaluations, &before, "report.text.window-evaluations"),
            self.told("report.text.disclosed", &words),
            heading("report.heading.training"),
            self.listed("report.text.trainings", &words, &self.trainings(), "；"),
            self.listed("report.text.publicity", &words, &self.publicity(), "、"),
        ];
        ("report.heading.disclosure", pieces)
    }

    fn trainings(&self) -> Vec<String> {
        let told = |one: &Training| {
            let (held, subject, lecturer) = (one.held, &one.subject, &one.lecturer);
            t!("report.text.one-training", held = held, subject = subject, lecturer = lecturer, audience = one.audience)
                .into_owned()
        };
        self.facts.trainings.iter().map(told).collect()
    }

    fn publicity(&self) -> Vec<String> {
        self.facts.publicity.iter().map(|one| format!("《{}》", one.title)).collect()
    }

    fn poverty(&self) -> Written {
        let (year, before) = (self.facts.year.to_string(), (self.facts.year - 1).to_string());
        let words = [("year", year.as_str()), ("before", &before)];
        let texts = ["report.text.inspections", "report.text.poverty", "report.text.poverty-before"];
        ("report.heading.poverty", texts.map(|key| self.told(key, &words)).to_vec())
    }

    fn key_projects(&self) -> Written {
        let told = |one: &super::Reevaluation| match &one.agency {
            Some(agency) => t!("report.text.by-agency", title = one.title, agency = agency).into_owned(),
            None => one.title.clone(),
        };
        let of_key_projects = self.facts.reevaluations.iter().filter(|one| one.key_project);
        let list = of_key_projects.map(told).collect::<Vec<_>>().join("；");
        let key = if list.is_empty() { "report.text.no-key-projects" } else { "report.text.key-projects" };
        let year = self.facts.year.to_string();
        ("report.heading.key-projects", vec![self.told(key, &[("year", &year), ("list", &list)])])
    }
}

fn heading(key: &str) -> Piece {
    Piece::Heading(t!(key).into_owned())
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
        Some(window) => {
            let days = t!("report.text.days", from = window.from, to = window.to).into_owned();
            (days, window.place.clone())
        }
        None => (t!("report.text.no-window").into_owned(), String::new()),
    }
}
