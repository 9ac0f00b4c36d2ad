//! The report as JSON: sections with the ids of their figures, figures with value, unit, definition and rows. Keys are English in either language.

use serde::Serialize;

use crate::domain::report::{Compared, Figure, Piece, Report, Value};

/// `report --json`.
#[derive(Debug, Serialize)]
pub struct ReportJson<'a> {
    year: i32,
    title: &'a str,
    sections: Vec<SectionJson<'a>>,
    annexes: &'a [String],
    figures: Vec<FigureJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<ComparedJson>,
}

#[derive(Debug, Serialize)]
struct SectionJson<'a> {
    title: &'a str,
    paragraphs: Vec<ParagraphJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ParagraphJson<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    figures: &'a [&'static str],
}

/// `value`: a count, an amount in 分, or per cent with two decimals; null for a share of nothing and for what the file cannot tell.
#[derive(Debug, Serialize)]
struct FigureJson {
    id: &'static str,
    name: String,
    value: serde_json::Value,
    unit: &'static str,
    shown: String,
    known: bool,
    definition: String,
    rows: String,
}

#[derive(Debug, Serialize)]
struct ComparedJson {
    year: i32,
    figures: Vec<ChangeJson>,
}

#[derive(Debug, Serialize)]
struct ChangeJson {
    id: &'static str,
    newer: String,
    older: String,
    change: String,
}

impl<'a> ReportJson<'a> {
    /// A report, perhaps beside another year.
    pub fn new(report: &'a Report, compared: Option<(i32, &[Compared])>) -> Self {
        let sections = report.sections.iter().map(|section| SectionJson {
            title: &section.title,
            paragraphs: section
                .pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Heading(text) => ParagraphJson { text, figures: &[] },
                    Piece::Text(text, figures) => ParagraphJson { text, figures },
                })
                .collect(),
        });
        let change = |one: &Compared| ChangeJson {
            id: one.newer.id,
            newer: one.newer.value.words(),
            older: one.older.words(),
            change: one.change.clone(),
        };
        Self {
            year: report.year,
            title: &report.title,
            sections: sections.collect(),
            annexes: &report.annexes,
            figures: report.figures.iter().map(|one| FigureJson::new(one, report.year)).collect(),
            compared: compared.map(|(year, all)| ComparedJson { year, figures: all.iter().map(change).collect() }),
        }
    }
}

impl FigureJson {
    fn new(figure: &Figure, year: i32) -> Self {
        let (value, unit) = match figure.value {
            Value::Count(count) => (count.into(), "count"),
            Value::Money(amount) => (amount.0.into(), "fen"),
            Value::Share(part, whole) => (share(part, whole), "percent"),
            Value::Unknown(_) => (serde_json::Value::Null, "unknown"),
        };
        Self {
            id: figure.id,
            name: figure.name(),
            value,
            unit,
            shown: figure.value.words(),
            known: figure.value.is_known(),
            definition: figure.definition(),
            rows: figure.rows.command(figure.id, year),
        }
    }
}

fn share(part: rust_decimal::Decimal, whole: rust_decimal::Decimal) -> serde_json::Value {
    if whole.is_zero() {
        return serde_json::Value::Null;
    }
    let share = (part * rust_decimal::Decimal::from(100) / whole).round_dp(2).normalize();
    share.to_string().into()
}
