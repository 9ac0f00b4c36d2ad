//! Forms of one project: labels with their texts beside or below them, above an indicator table.
//!
//! Shared by the one-project layouts. Owns how a label finds its text; the labels themselves are each layout's.

mod label;

use std::ops::Range;

use super::header::{self, Field, Header};
use super::name;
use super::page::Page;
use super::sheet::Sheet;
use super::words::Words;
pub use label::{PROJECT, UNIT, heads_objective, is_label, label_of};

/// The most rows that a form's title takes.
const TITLE_ROWS: usize = 5;

/// A label on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Row of its cell.
    pub row: usize,
    /// Column of its cell.
    pub col: usize,
    /// What stands behind the label in the same cell.
    pub inline: String,
}

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Row of the text's cell.
    pub row: usize,
    /// Column of the text's cell.
    pub col: usize,
    /// The text.
    pub text: String,
}

/// One form on a sheet: the rows above its indicator table, and the table.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The sheet with what is known of its texts.
    pub words: &'a Words<'a>,
    /// The rows of labels.
    pub rows: Range<usize>,
    /// The indicator table's header.
    pub header: Header,
    /// The row behind the form's last one.
    pub end: usize,
}

/// The forms of a sheet, top to bottom: a new one begins wherever one of the `starts` labels stands before a table.
pub fn all<'a>(words: &'a Words<'a>, starts: &[&str]) -> Vec<Form<'a>> {
    let sheet = words.sheet;
    let mut out: Vec<Form<'a>> = Vec::new();
    let mut from = 0;
    while let Some(header) = header::find(words, from, Field::OF_INDICATORS) {
        let begins = (from..header.first).rev().find(|&row| {
            sheet.places(row).into_iter().any(|col| {
                sheet.own(row, col) == sheet.text(row, col) && label_of(sheet.text(row, col), starts).is_some()
            })
        });
        if begins.is_some() || out.is_empty() {
            if let Some(last) = out.last_mut() {
                last.end = begins.unwrap_or(header.first);
            }
            out.push(Form { sheet, words, rows: from..header.first, end: sheet.height(), header: header.clone() });
        }
        from = header.last + 1;
    }
    out
}

impl Form<'_> {
    /// The first label of a list that stands in the form, the list's order first.
    pub fn find(&self, labels: &[&str]) -> Option<Spot> {
        labels.iter().find_map(|label| self.spots(&[label]).into_iter().next())
    }

    /// All places of the labels, in reading order.
    pub fn spots(&self, labels: &[&str]) -> Vec<Spot> {
        let mut out = Vec::new();
        for row in self.rows.clone() {
            for col in self.sheet.places(row) {
                if self.sheet.origin(row, col) != (row, col) {
                    continue;
                }
                if let Some(inline) = label_of(self.sheet.own(row, col), labels) {
                    out.push(Spot { row, col, inline });
                }
            }
        }
        out
    }

    /// The text of a label: behind it in its cell, else the next text to the right unless that is a label itself.
    pub fn beside(&self, spot: &Spot) -> Option<Found> {
        if !spot.inline.is_empty() {
            return Some(Found { row: spot.row, col: spot.col, text: spot.inline.clone() });
        }
        let right = self.sheet.places(spot.row).into_iter().filter(|&col| col > self.sheet.end(spot.row, spot.col).1);
        let mut texts = right.map(|col| (col, self.sheet.text(spot.row, col))).filter(|(_, text)| !text.is_empty());
        let (col, text) = texts.next()?;
        (!is_label(text)).then(|| Found { row: spot.row, col, text: text.to_owned() })
    }

    /// The texts below a label in its column, down to the next label or the table.
    pub fn below(&self, spot: &Spot) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let first = self.sheet.end(spot.row, spot.col).0 + 1;
        for row in first..self.rows.end {
            let text = self.sheet.in_column(row, spot.col);
            let own_row = self.sheet.places(row).into_iter().filter(|&col| self.sheet.origin(row, col).0 == row);
            if own_row.into_iter().any(|col| is_label(self.sheet.own(row, col))) {
                break;
            }
            if self.sheet.origin(row, spot.col).0 == row && !text.is_empty() {
                out.push(Found { row, col: spot.col, text: text.to_owned() });
            }
        }
        out
    }

    /// The year in the title above the form's labels, else in the sheet's first title.
    pub fn year(&self, page: &mut Page<'_>) -> Option<i32> {
        let label = self.find(PROJECT).map(|spot| spot.row).or_else(|| self.find(UNIT).map(|spot| spot.row + 1));
        let last = label.unwrap_or(self.rows.start).min(self.rows.end);
        let own = last.saturating_sub(TITLE_ROWS).max(self.rows.start)..last;
        let found = page.titled_year(own.clone());
        if found.is_none() {
            page.tell_year_slips(own);
        }
        found.or_else(|| page.year(0..last.min(TITLE_ROWS)))
    }

    /// The first of the labels whose text is not blank.
    pub fn text(&self, labels: &[&str]) -> Option<Found> {
        let found = labels.iter().flat_map(|label| self.spots(&[label])).filter_map(|spot| self.beside(&spot));
        found.into_iter().find(|found| !name::inline(&found.text).is_empty())
    }

    /// The objective at the first label whose bare words satisfy a test. `None` when there is no such label.
    pub fn objective_like(&self, test: impl Fn(&str) -> bool) -> Option<String> {
        let places = self.rows.clone().flat_map(|row| self.sheet.places(row).into_iter().map(move |col| (row, col)));
        let mut own = places.filter(|&place| self.sheet.origin(place.0, place.1) == place);
        let (row, col) = own.find(|&(row, col)| test(&header::bare(self.sheet.own(row, col))))?;
        Some(self.objective_at(&Spot { row, col, inline: String::new() }))
    }

    /// The objective under one of the labels: beside it over the label's own rows, else below it.
    /// `None` when no such label stands in the form, `""` when it is left blank.
    pub fn objective(&self, labels: &[&str]) -> Option<String> {
        let mut blank = None;
        for label in labels {
            for spot in self.spots(&[label]) {
                let text = self.objective_at(&spot);
                if !text.is_empty() {
                    return Some(text);
                }
                blank = Some(String::new());
            }
        }
        blank
    }

    fn objective_at(&self, spot: &Spot) -> String {
        if let Some(found) = self.beside(spot) {
            let last = self.sheet.end(spot.row, spot.col).0.max(self.last_below(spot, &found));
            let more = (found.row + 1..=last).map(|row| self.sheet.in_column(row, found.col));
            let more = more.filter(|text| !text.is_empty() && **text != found.text && !is_label(text));
            return std::iter::once(found.text.as_str()).chain(more).collect::<Vec<_>>().join("\n");
        }
        if self.sheet.end(spot.row, spot.col).0 > spot.row && self.box_label(spot) {
            return String::new();
        }
        self.below(spot).iter().map(|found| found.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The last of the rows below a text that only go on with it: nothing else stands on them, the label's column is blank.
    fn last_below(&self, spot: &Spot, found: &Found) -> usize {
        let goes_on = |row: &usize| {
            let own = |col: usize| self.sheet.origin(*row, col) == (*row, col) && !self.sheet.own(*row, col).is_empty();
            let mut texts = self.sheet.places(*row).into_iter().filter(|&col| own(col));
            found.col > spot.col
                && self.sheet.origin(*row, spot.col) == (*row, spot.col)
                && texts.next() == Some(found.col)
                && texts.next().is_none()
                && !is_label(self.sheet.own(*row, found.col))
        };
        let first = self.sheet.end(spot.row, spot.col).0.max(self.sheet.end(found.row, found.col).0) + 1;
        (first..self.rows.end).take_while(goes_on).last().unwrap_or(found.row)
    }

    /// Whether a label is a box beside other labels (总体目标 beside 中期目标 | 年度目标).
    fn box_label(&self, spot: &Spot) -> bool {
        let right = self.sheet.end(spot.row, spot.col).1 + 1;
        is_label(self.sheet.text(spot.row, right))
    }
}
