//! The report as pieces of text, put together once: writers only know how a piece looks.
//!
//! Figures stand in the text by their values; a figure that cannot be told stands as such. What the sections say is `sections`'s.

use std::collections::BTreeMap;

use rust_i18n::t;

use super::Reevaluation;
use super::facts::YearFacts;
use super::figure::{Figure, figures};
use crate::domain::procedure::Procedure;

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
    let values = figures.iter().map(|one| (one.id, one.value.prose())).collect();
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
    let numbered = sections.into_iter().zip(NUMBERS).map(|((title, pieces), number)| Section {
        title: t!("report.section", number = number, title = title).into_owned(),
        pieces,
    });
    let key_projects = facts.reevaluations.iter().filter(|one| one.key_project);
    Report {
        year: facts.year,
        title: t!("report.title", county = facts.county, year = facts.year).into_owned(),
        sections: numbered.collect(),
        annexes: key_projects.map(|one| annex(&facts.county, one)).collect(),
        figures,
    }
}

const NUMBERS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "七"];

pub(super) struct Book<'a> {
    pub(super) facts: &'a YearFacts,
    pub(super) procedure: &'a Procedure,
    values: BTreeMap<&'static str, String>,
}

/// The heading of a section, and what follows it.
pub(super) type Written = (String, Vec<Piece>);

impl Book<'_> {
    /// A paragraph: `%{…}` of a text stands for a figure by its id, or for one of the words given.
    pub(super) fn told(&self, key: &str, words: &[(&str, &str)]) -> Piece {
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
    pub(super) fn listed(&self, key: &str, words: &[(&str, &str)], list: &[String], mark: &str) -> Piece {
        match self.told(key, words) {
            Piece::Text(text, ids) if !list.is_empty() => Piece::Text(format!("{text}{}。", list.join(mark)), ids),
            piece => piece,
        }
    }
}

/// The title of an evaluation's report as an annex, with its address: what is called a report already keeps its name.
fn annex(county: &str, one: &Reevaluation) -> String {
    let title = if one.title.ends_with(t!("report.text.report-word").as_ref()) {
        one.title.clone()
    } else if one.agency.is_some() {
        t!("report.annex-by-agency", county = county, title = one.title).into_owned()
    } else {
        t!("report.annex-by-bureau", county = county, title = one.title).into_owned()
    };
    match &one.address {
        Some(address) => t!("report.annex", title = title, address = address).into_owned(),
        None => title,
    }
}
