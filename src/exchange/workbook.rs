//! Bytes of a workbook → sheets of text cells.
//!
//! Owns the limits of cells and what is told of cells that nobody can see or read. One file a format: [`xlsx`] and [`ods`] by
//! themselves, [`html`], [`web_archive`] and [`xml2003`] for what systems write under the name of a workbook, [`xls`] and [`xlsb`] by calamine, with what it does not tell (hidden rows and columns, real sizes) read beside it.
//! A damaged file must not bring the program down, so even a panic in a parser ends as "broken".

mod html;
mod ods;
mod web_archive;
mod xls;
mod xlsb;
mod xlsx;
mod xml2003;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetType, SheetVisible};
use rust_i18n::t;

use super::cell::Seen;
use super::detect::Content;
use super::sheet::{LeftOut, Sheet, TextId, column_name};
use super::unreadable::Reason;
use crate::domain::handin::Severity;

/// The most cells read from one file.
pub const MOST_CELLS: usize = 500_000;
/// The most sheets of a workbook: one part can be named as any number of them.
pub const MOST_SHEETS: usize = 1_000;
/// The most rows and columns of a sheet; text beyond is an error, blank cells beyond are nothing.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 1_000;
/// The most places that a message names one by one.
const MOST_NAMED: usize = 8;

/// Something about a cell, a row or a sheet that a person should know of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// How grave.
    pub severity: Severity,
    /// Address in the file.
    pub place: String,
    /// What, and what to do.
    pub message: String,
}

/// What was read: the sheets, and what is doubtful.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets in the file's order; charts and the like are left out.
    pub sheets: Vec<Sheet>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

/// Reads all worksheets.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(content: Content, bytes: &[u8]) -> Result<Workbook, Reason> {
    let read = AssertUnwindSafe(|| match content {
        Content::Xlsx => xlsx::read(bytes),
        Content::Xlsb => xlsb::read(bytes),
        Content::Xls => xls::read(bytes),
        Content::Ods => ods::read(bytes),
        Content::Html => html::read(bytes),
        Content::WebArchive => web_archive::read(bytes),
        Content::Xml2003 => xml2003::read(bytes),
        Content::Text | Content::Docx => Err(Reason::NotWorkbook),
    });
    catch_unwind(read).unwrap_or(Err(Reason::Broken))
}

/// Too many cells.
pub(super) fn too_many_sheets() -> Reason {
    Reason::TooLarge { limit: t!("exchange.limit.sheets", count = MOST_SHEETS).into_owned() }
}

pub(super) fn too_many() -> Reason {
    Reason::TooLarge { limit: t!("exchange.limit.cells", count = MOST_CELLS).into_owned() }
}

/// Rows and columns that a sheet hides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Hidden {
    rows: BTreeSet<usize>,
    columns: BTreeSet<usize>,
}

/// Names of the worksheets that calamine lists, and whether they are hidden.
fn worksheets<R: Reader<RS>, RS: std::io::Read + std::io::Seek>(book: &R) -> Vec<(String, bool)> {
    let all = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    all.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// A workbook being put together.
#[derive(Debug, Default)]
struct Gathering {
    out: Workbook,
    cells: usize,
}

impl Gathering {
    /// Puts one cell into a sheet, within the limits.
    fn put(&mut self, sheet: &mut Sheet, (row, col): (usize, usize), seen: Seen) -> Result<(), Reason> {
        match seen {
            Seen::Text(text) => {
                let text = sheet.keep(&text);
                self.place(sheet, (row, col), text)
            }
            Seen::Error(error) => {
                self.doubt(Severity::Warning, sheet, (row, col), t!("exchange.cell.error", error = error));
                Ok(())
            }
        }
    }

    /// Puts a text that the sheet keeps into one of its cells, within the limits.
    fn place(&mut self, sheet: &mut Sheet, (row, col): (usize, usize), text: TextId) -> Result<(), Reason> {
        if text == TextId::BLANK {
            return Ok(());
        }
        self.cells += 1;
        if self.cells > MOST_CELLS || row >= MOST_ROWS || col >= MOST_COLUMNS {
            return Err(too_many());
        }
        sheet.place(row, col, text);
        Ok(())
    }

    /// Notes a doubtful cell; of very many only the first are told. Hidden sheets are not read, so nothing of them is told.
    fn doubt(&mut self, severity: Severity, sheet: &Sheet, (row, col): (usize, usize), message: impl Into<String>) {
        if self.out.doubts.len() < 100 && !sheet.hidden {
            let place = format!("{}!{}{}", sheet.name, column_name(col), row + 1);
            self.out.doubts.push(Doubt { severity, place, message: message.into() });
        }
    }

    /// Notes a formula whose result was never stored: nobody knows what it says.
    fn no_result(&mut self, sheet: &Sheet, place: (usize, usize)) {
        self.doubt(Severity::Error, sheet, place, t!("exchange.cell.formula"));
    }

    /// Adds a finished sheet without its hidden rows and columns, and tells which of them held text.
    fn add(&mut self, mut sheet: Sheet, hidden: &Hidden) {
        let left_out = sheet.leave_out(&hidden.rows, &hidden.columns);
        if !sheet.hidden && left_out != LeftOut::default() {
            self.tell(&sheet.name, &left_out);
        }
        self.out.sheets.push(sheet);
    }

    fn tell(&mut self, sheet: &str, left_out: &LeftOut) {
        let mut add = |place: String, severity: Severity, message: std::borrow::Cow<'_, str>| {
            self.out.doubts.push(Doubt { severity, place, message: message.into_owned() });
        };
        if let Some(first) = left_out.rows.first() {
            let rows = listed(&left_out.rows, |row| (row + 1).to_string());
            let message = t!("exchange.hidden.rows", rows = rows, count = left_out.rows.len());
            add(format!("{sheet}!A{}", first + 1), Severity::Warning, message);
        }
        if let Some(first) = left_out.columns.first() {
            let columns = listed(&left_out.columns, column_name);
            add(
                format!("{sheet}!{}1", column_name(*first)),
                Severity::Hint,
                t!("exchange.hidden.columns", columns = columns),
            );
        }
    }
}

/// Numbers with runs drawn together: `5–8、12`; at most [`MOST_NAMED`] of them.
fn listed(places: &[usize], name: impl Fn(usize) -> String) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &place in places {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == place => run.1 = place,
            _ => runs.push((place, place)),
        }
    }
    let show = |&(first, last): &(usize, usize)| {
        if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) }
    };
    let mut out = runs.iter().take(MOST_NAMED).map(show).collect::<Vec<_>>().join("、");
    if runs.len() > MOST_NAMED {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_drawn_together() {
        assert_eq!(listed(&[4, 5, 6, 9], |row| (row + 1).to_string()), "5–7、10");
        assert_eq!(
            listed(&(0..20).map(|at| at * 2).collect::<Vec<_>>(), |row| row.to_string()),
            "0、2、4、6、8、10、12、14…"
        );
    }
}
