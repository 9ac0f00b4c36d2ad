//! The sections of the report, put into words once: writers only know how a piece looks.
//!
//! What is told of the procedure comes from the procedure, what is told of the year from its facts. Figures stand in the text by their
//! values; a figure that cannot be told stands as such.

use std::collections::BTreeMap;

use rust_i18n::t;

use super::facts::{Disclosed, YearFacts};
use super::figure::{Figure, figures};
use crate::domain::procedure::Procedure;
use crate::domain::register::{Document, Duty};

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

impl Book<'_> {
    fn value(&self, id: &str) -> &str {
        self.values.get(id).map_or("", String::as_str)
    }

    fn documents(&self) -> (&'static str, Vec<Piece>) {
        let (year, count) = (self.facts.year, self.value("documents"));
        let list: Vec<String> = self.facts.documents.iter().map(cited).collect();
        let text = if list.is_empty() {
            t!("report.text.no-documents", year = year)
        } else {
            t!("report.text.documents", year = year, count = count, list = list.join("；"))
        };
        let mut pieces = vec![Piece::Text(text.into_owned(), vec!["documents"])];
        let leader = self.facts.group.iter().find(|one| one.duty == Duty::Leader);
        if let Some(leader) = leader {
            let office = self.facts.group.iter().find(|one| one.duty == Duty::Office);
            let office = office.map_or("", |one| one.post.as_str());
            let (leader, members) = (format!("{}{}", leader.organisation, leader.post), self.value("group"));
            let text = t!("report.text.group", leader = leader, office = office, members = members);
            pieces.push(Piece::Text(text.into_owned(), vec!["group"]));
        }
        ("report.heading.documents", pieces)
    }

    fn assessment(&self) -> (&'static str, Vec<Piece>) {
        let text = t!("report.text.assessment", year = self.facts.year, assessed = self.value("assessed"));
        ("report.heading.assessment", vec![Piece::Text(text.into_owned(), vec!["assessed"])])
    }

    fn targets(&self) -> (&'static str, Vec<Piece>) {
        let year = self.facts.year;
        let categories = self.procedure.categories.join("、");
        let stages = self.procedure.stages.iter().map(|stage| stage.name.local()).collect::<Vec<_>>().join("、");
        let criteria = self.procedure.criteria.iter().map(|one| one.name.local()).collect::<Vec<_>>().join("、");
        let written = t!("report.text.written", categories = categories).into_owned();
        let reviewed = t!(
            "report.text.reviewed",
            stages = stages,
            criteria = criteria,
            year = year,
            handed = self.value("handed"),
            amount = self.value("handed-amount"),
            budgeted = self.value("budgeted")
        );
        let covered = t!(
            "report.text.covered",
            year = year,
            due = self.value("special-due"),
            due_amount = self.value("special-due-amount"),
            managed = self.value("special-managed"),
            managed_amount = self.value("special-managed-amount"),
            managed_share = self.value("special-managed-share"),
            monitored = self.value("special-monitored"),
            monitored_amount = self.value("special-monitored-amount"),
            monitored_share = self.value("special-monitored-share")
        );
        let transfers = t!(
            "report.text.transfers",
            year = year,
            due = self.value("transfer-due-amount"),
            managed = self.value("transfer-managed-amount"),
            managed_share = self.value("transfer-managed-share"),
            monitored = self.value("transfer-monitored-amount"),
            monitored_share = self.value("transfer-monitored-share")
        );
        let head = |key: &str| Piece::Heading(t!(key).into_owned());
        let covered_ids = vec![
            "special-due",
            "special-due-amount",
            "special-managed",
            "special-managed-amount",
            "special-managed-share",
            "special-monitored",
            "special-monitored-amount",
            "special-monitored-share",
        ];
        let transfer_ids = vec![
            "transfer-due-amount",
            "transfer-managed-amount",
            "transfer-managed-share",
            "transfer-monitored-amount",
            "transfer-monitored-share",
        ];
        let pieces = vec![
            head("report.heading.written"),
            Piece::Text(written, Vec::new()),
            head("report.heading.reviewed"),
            Piece::Text(reviewed.into_owned(), vec!["handed", "handed-amount", "budgeted"]),
            Piece::Text(covered.into_owned(), covered_ids),
            Piece::Text(transfers.into_owned(), transfer_ids),
        ];
        ("report.heading.targets", pieces)
    }

    fn evaluation(&self) -> (&'static str, Vec<Piece>) {
        let (before, own) = (self.facts.year - 1, self.value("own-evaluations"));
        let own = t!("report.text.own-evaluations", before = before, count = own).into_owned();
        let again = t!("report.text.reevaluations", year = self.facts.year, count = self.value("reevaluations"));
        let pieces = vec![
            Piece::Heading(t!("report.heading.own-evaluations").into_owned()),
            Piece::Text(own, vec!["own-evaluations"]),
            Piece::Heading(t!("report.heading.reevaluations").into_owned()),
            Piece::Text(again.into_owned(), vec!["reevaluations"]),
        ];
        ("report.heading.evaluation", pieces)
    }

    fn disclosure(&self) -> (&'static str, Vec<Piece>) {
        let (year, facts) = (self.facts.year, self.facts);
        let published = |one: &Disclosed, year: i32, key: &str| {
            let (window, place) = window(one);
            t!(key, year = year, window = window, place = place).into_owned()
        };
        let when = published(&facts.targets, year, "report.text.window-targets")
            + &published(&facts.self_evaluations, year - 1, "report.text.window-evaluations");
        let who = t!(
            "report.text.disclosed",
            year = year,
            before = year - 1,
            units = self.value("units"),
            townships = self.value("townships"),
            targets = self.value("disclosed-targets"),
            targets_share = self.value("disclosed-targets-share"),
            targets_inside = self.value("disclosed-targets-inside"),
            evaluations = self.value("disclosed-evaluations"),
            evaluations_share = self.value("disclosed-evaluations-share"),
            evaluations_inside = self.value("disclosed-evaluations-inside")
        );
        let ids = vec![
            "units",
            "townships",
            "disclosed-targets",
            "disclosed-targets-share",
            "disclosed-targets-inside",
            "disclosed-evaluations",
            "disclosed-evaluations-share",
            "disclosed-evaluations-inside",
        ];
        let pieces = vec![
            Piece::Heading(t!("report.heading.published").into_owned()),
            Piece::Text(when, Vec::new()),
            Piece::Text(who.into_owned(), ids),
            Piece::Heading(t!("report.heading.training").into_owned()),
            Piece::Text(self.training(), vec!["trainings", "trained"]),
            Piece::Text(self.publicity(), vec!["publicity"]),
        ];
        ("report.heading.disclosure", pieces)
    }

    fn training(&self) -> String {
        let told = |one: &crate::domain::register::Training| {
            let (held, subject, lecturer) = (one.held, &one.subject, &one.lecturer);
            t!("report.text.one-training", held = held, subject = subject, lecturer = lecturer, audience = one.audience)
                .into_owned()
        };
        let list: Vec<String> = self.facts.trainings.iter().map(told).collect();
        let (count, people) = (self.value("trainings"), self.value("trained"));
        let head = t!("report.text.trainings", year = self.facts.year, count = count, people = people);
        if list.is_empty() { head.into_owned() } else { format!("{head}{}。", list.join("；")) }
    }

    fn publicity(&self) -> String {
        let titles: Vec<String> = self.facts.publicity.iter().map(|one| format!("《{}》", one.title)).collect();
        let head = t!("report.text.publicity", year = self.facts.year, count = self.value("publicity"));
        if titles.is_empty() { head.into_owned() } else { format!("{head}{}。", titles.join("、")) }
    }

    fn poverty(&self) -> (&'static str, Vec<Piece>) {
        let (year, before) = (self.facts.year, self.facts.year - 1);
        let filled = t!(
            "report.text.poverty",
            year = year,
            count = self.value("poverty"),
            amount = self.value("poverty-amount"),
            filled = self.value("poverty-filled"),
            filled_amount = self.value("poverty-filled-amount"),
            share = self.value("poverty-reviewed-share"),
            in_step = self.value("poverty-in-step")
        );
        let inspected = t!(
            "report.text.inspections",
            year = year,
            count = self.value("inspections"),
            problems = self.value("problems"),
            rectified = self.value("rectified")
        );
        let evaluated = t!(
            "report.text.poverty-before",
            before = before,
            count = self.value("poverty-before"),
            amount = self.value("poverty-before-amount"),
            evaluated = self.value("poverty-evaluated"),
            evaluated_share = self.value("poverty-evaluated-share"),
            reviewed = self.value("poverty-evaluation-reviewed"),
            reviewed_share = self.value("poverty-evaluation-reviewed-share")
        );
        let ids = |ids: &[&'static str]| ids.to_vec();
        let pieces = vec![
            Piece::Text(inspected.into_owned(), ids(&["inspections", "problems", "rectified"])),
            Piece::Text(
                filled.into_owned(),
                ids(&[
                    "poverty",
                    "poverty-amount",
                    "poverty-filled",
                    "poverty-filled-amount",
                    "poverty-reviewed-share",
                    "poverty-in-step",
                ]),
            ),
            Piece::Text(
                evaluated.into_owned(),
                ids(&[
                    "poverty-before",
                    "poverty-before-amount",
                    "poverty-evaluated",
                    "poverty-evaluated-share",
                    "poverty-evaluation-reviewed",
                    "poverty-evaluation-reviewed-share",
                ]),
            ),
        ];
        ("report.heading.poverty", pieces)
    }

    fn key_projects(&self) -> (&'static str, Vec<Piece>) {
        let told = |one: &super::Reevaluation| match &one.agency {
            Some(agency) => t!("report.text.by-agency", title = one.title, agency = agency).into_owned(),
            None => one.title.clone(),
        };
        let of_key_projects = self.facts.reevaluations.iter().filter(|one| one.key_project);
        let list: Vec<String> = of_key_projects.map(told).collect();
        let text = if list.is_empty() {
            t!("report.text.no-key-projects", year = self.facts.year)
        } else {
            t!("report.text.key-projects", year = self.facts.year, list = list.join("；"))
        };
        ("report.heading.key-projects", vec![Piece::Text(text.into_owned(), vec!["key-evaluations"])])
    }
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
