//! The targets of a query, row by row: a million of them cost no more memory than forty.
//!
//! Owns the columns and their order, which all kinds of files share. How a row is written is each kind's.

mod csv;
mod json;
mod markdown;
mod xlsx;

use std::io::{self, Write};

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use rust_i18n::t;

pub use self::csv::CsvList;
pub use self::json::JsonList;
pub use self::markdown::MarkdownList;
pub use self::xlsx::XlsxList;
use super::provenance::Provenance;
use super::{place, style};
use crate::domain::export::Format;
use crate::domain::money::Money;
use crate::domain::procedure::Procedure;
use crate::domain::time::Instant;
use crate::domain::view::QueueRow;

/// What a list is made of besides its rows.
#[derive(Debug, Clone)]
pub struct Heading<'a> {
    /// Names the stages.
    pub procedure: &'a Procedure,
    /// Until when waiting is counted.
    pub now: Instant,
    /// Where it comes from.
    pub provenance: &'a Provenance,
}

/// A list being written.
pub trait List {
    /// Writes a row.
    ///
    /// # Errors
    /// When it cannot be written.
    fn row(&mut self, row: &QueueRow) -> io::Result<()>;

    /// Writes what stands behind the rows. Without it the list is not whole.
    ///
    /// # Errors
    /// When it cannot be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// A list that is written as text while its rows come; `None` for a workbook, which needs a file (see [`XlsxList`]).
///
/// # Errors
/// When the beginning cannot be written.
pub fn text<'a>(
    format: Format,
    out: &'a mut dyn Write,
    heading: &Heading<'a>,
) -> io::Result<Option<Box<dyn List + 'a>>> {
    Ok(match format {
        Format::Xlsx | Format::Docx => None,
        Format::Csv => Some(Box::new(CsvList::for_excel(out, heading)?)),
        Format::Json => Some(Box::new(JsonList::new(out, heading.now)?)),
        Format::Markdown => Some(Box::new(MarkdownList::new(out, heading)?)),
    })
}

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// Nothing stated.
    Blank,
}

impl Cell {
    fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Blank, |text| Self::Text(text.to_owned()))
    }

    fn count(count: i64) -> Self {
        Decimal::from_i64(count).map_or(Self::Blank, Self::Number)
    }

    /// A score is a number where it is one, so that it can be reckoned with.
    fn score(score: Option<&str>) -> Self {
        let number = score.and_then(|score| score.parse().ok());
        number.map_or_else(|| Self::text(score), Self::Number)
    }

    fn money(amount: Option<Money>) -> Self {
        amount.map_or(Self::Blank, |amount| Self::Number(amount.to_wan().normalize()))
    }

    /// Lines that it takes in a column of so many characters.
    fn lines(&self, width: f64) -> u32 {
        if let Self::Text(text) = self { style::lines(text, width) } else { 1 }
    }

    fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Blank => String::new(),
        }
    }
}

/// A column: its id, which names its words, and its width in a workbook in characters.
type Column = (&'static str, f64);

/// The columns in their order.
const COLUMNS: [Column; 16] = [
    ("number", 6.0),
    ("code", 22.0),
    ("project", 28.0),
    ("unit", 18.0),
    ("desk", 12.0),
    ("category", 14.0),
    ("year", 6.0),
    ("amount", 11.0),
    ("place", 17.0),
    ("round", 5.0),
    ("waiting", 7.0),
    ("uncovered", 7.0),
    ("orphans", 7.0),
    ("findings", 5.0),
    ("prior", 9.0),
    ("grade", 6.0),
];
/// The place of the project among the columns.
const PROJECT: usize = 2;
/// The place of the amount among the columns.
const AMOUNT: usize = 7;

fn header() -> impl Iterator<Item = String> {
    COLUMNS.iter().map(|(id, _)| t!(format!("out.column.{id}")).into_owned())
}

fn title(provenance: &Provenance) -> String {
    t!("out.list.title", county = provenance.county, year = provenance.year).into_owned()
}

fn cells(row: &QueueRow, procedure: &Procedure, now: Instant) -> [Cell; COLUMNS.len()] {
    let standing = &row.standing;
    let waiting = if standing.state.is_final() { Cell::Blank } else { Cell::count(standing.since.days_until(now)) };
    [
        Cell::Text(format!("#{}", row.id)),
        Cell::text(row.code.as_deref()),
        Cell::Text(row.project.clone()),
        Cell::Text(row.unit.name.clone()),
        Cell::Text(row.unit.desk.clone()),
        Cell::text(row.category.as_deref()),
        Cell::count(row.year.into()),
        Cell::money(row.amount),
        Cell::Text(place(procedure, standing)),
        Cell::count(standing.round.into()),
        waiting,
        Cell::count(row.uncovered.into()),
        Cell::count(row.orphans.into()),
        Cell::count(row.findings.into()),
        Cell::score(row.prior_score.as_deref()),
        Cell::text(standing.grade.map(crate::domain::grade::Grade::term)),
    ]
}
