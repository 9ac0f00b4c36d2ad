//! Lists with a row for each thing, under a header of any order: what the county's own library and its list of units have in common.
//!
//! Owns how a file becomes sheets with a known header; the words are each list's own.

use super::header::bare;
use super::sheet::Sheet;
use super::{Reason, Unreadable, open, problem};
use crate::domain::handin::Problem;

/// A column of a list and what counties call it.
pub(super) type Named<C> = (C, &'static [&'static str]);

/// A sheet with its header.
pub(super) struct Headed<C> {
    /// The sheet.
    pub(super) sheet: Sheet,
    /// The first row below the header.
    pub(super) from: usize,
    /// The known columns with their places.
    pub(super) columns: Vec<(C, usize)>,
}

impl<C: PartialEq + Copy> Headed<C> {
    /// The place of a column.
    pub(super) fn place(&self, wanted: C) -> Option<usize> {
        self.columns.iter().find(|(column, _)| *column == wanted).map(|(_, place)| *place)
    }
}

/// The visible sheets of a file that have the header, and what is doubtful of the file itself. A header has the columns that `needed` asks for.
pub(super) fn headed<C: PartialEq + Copy>(
    file: &str,
    bytes: &[u8],
    words: &[Named<C>],
    needed: impl Fn(&[(C, usize)]) -> bool,
) -> Result<(Vec<Headed<C>>, Vec<Problem>), Unreadable> {
    let unreadable = |reason| Unreadable { file: file.to_owned(), reason };
    let book = open(file, bytes).map_err(unreadable)?;
    if book.sheets.iter().all(Sheet::is_empty) {
        return Err(unreadable(Reason::Empty));
    }
    let doubts = book.doubts.into_iter().map(|doubt| problem(file, doubt.severity, doubt.place, doubt.message));
    let shown = book.sheets.into_iter().filter(|sheet| !sheet.hidden && !sheet.is_empty());
    let headed = shown.filter_map(|sheet| {
        let found = (0..sheet.height()).map(|row| (row, columns(&sheet, row, words)));
        let (row, columns) = found.into_iter().find(|(_, columns)| needed(columns))?;
        Some(Headed { sheet, from: row + 1, columns })
    });
    Ok((headed.collect(), doubts.collect()))
}

/// The columns that a row heads, each once.
fn columns<C: PartialEq + Copy>(sheet: &Sheet, row: usize, words: &[Named<C>]) -> Vec<(C, usize)> {
    let mut columns: Vec<(C, usize)> = Vec::new();
    for place in sheet.places(row) {
        let head = bare(sheet.own(row, place));
        let known = words.iter().find(|(_, names)| names.contains(&head.as_str()));
        if let Some((column, _)) = known.filter(|(column, _)| columns.iter().all(|(other, _)| other != column)) {
            columns.push((*column, place));
        }
    }
    columns
}
