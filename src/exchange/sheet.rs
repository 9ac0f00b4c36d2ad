//! A neutral grid: what a person sees on one sheet, whatever file it came from.
//!
//! Owns cells, merged areas and addresses. Rows and columns count from 0. Knows no header and no form.

mod hidden;
mod place;
mod spread;
mod texts;

use std::collections::HashMap;

pub use hidden::LeftOut;
use place::Origin;
pub use place::column_name;
pub use texts::TextId;
use texts::Texts;

/// One sheet of text cells. A merged area shows its text in its first cell; [`Sheet::text`] gives it for all of them.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The sheet's name; empty for a CSV.
    pub name: String,
    /// Whether the workbook hides the sheet.
    pub hidden: bool,
    rows: Vec<Vec<TextId>>,
    texts: Texts,
    width: usize,
    /// First cell of the merged area that a cell lies in.
    merged: HashMap<(usize, usize), (usize, usize)>,
    /// Last cell of the merged area that starts at a cell.
    ends: HashMap<(usize, usize), (usize, usize)>,
    /// Where the rows and columns stand in the file.
    origin: Origin,
}

/// Columns that a row has room for at once; most tables have no more.
const USUAL_WIDTH: usize = 16;
/// The most cells that merged areas may cover together; further areas are ignored.
const MOST_MERGED: usize = 400_000;

impl Sheet {
    /// An empty sheet.
    pub fn new(name: &str, hidden: bool) -> Self {
        Self { name: name.to_owned(), hidden, ..Self::default() }
    }

    /// Sets a cell. Blank texts are not kept.
    pub fn set(&mut self, row: usize, col: usize, text: &str) {
        let text = self.keep(text);
        self.place(row, col, text);
    }

    /// Keeps a text as a person sees it, without putting it anywhere.
    pub fn keep(&mut self, text: &str) -> TextId {
        self.texts.keep(text)
    }

    /// Puts a text that is kept into a cell.
    pub fn place(&mut self, row: usize, col: usize, text: TextId) {
        if text == TextId::BLANK {
            return;
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        self.width = self.width.max(col + 1);
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= col {
                if cells.capacity() == 0 {
                    cells.reserve_exact(self.width.min(USUAL_WIDTH));
                }
                cells.resize(col + 1, TextId::BLANK);
            }
            if let Some(cell) = cells.get_mut(col) {
                *cell = text;
            }
        }
    }

    /// Adds the record of a CSV that starts on a line (from 1).
    pub fn push_line(&mut self, line: u64, cells: &[&str]) {
        let row = self.origin.push_line(line);
        for (col, text) in cells.iter().enumerate() {
            self.set(row, col, text);
        }
    }

    /// Adds a row of a document's table (counted from 1), or a line above it; gives its place on the sheet.
    pub fn push_table_row(&mut self, table: usize, row: Option<usize>) -> usize {
        self.origin.push_table_row(table, row)
    }

    /// Declares a merged area by its first and last cell, both within.
    pub fn merge(&mut self, first: (usize, usize), last: (usize, usize)) {
        let last = (last.0.min(self.rows.len().max(1) - 1), last.1.min(self.width.max(1) - 1));
        if last.0 < first.0 || last.1 < first.1 {
            return;
        }
        let cells = (last.0 - first.0 + 1).saturating_mul(last.1 - first.1 + 1);
        if cells < 2 || self.merged.len().saturating_add(cells) > MOST_MERGED {
            return;
        }
        self.ends.insert(first, last);
        for row in first.0..=last.0 {
            for col in first.1..=last.1 {
                self.merged.insert((row, col), first);
            }
        }
    }

    /// Count of rows up to the last one with text.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// Count of columns up to the last one with text.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether no cell has text.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    /// Every text with its place, row by row.
    pub fn texts(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        self.ids().map(|(row, col, text)| (row, col, self.texts.text(text)))
    }

    /// Which texts stand where, row by row.
    pub fn ids(&self) -> impl Iterator<Item = (usize, usize, TextId)> {
        let rows = self.rows.iter().enumerate();
        let all = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(col, text)| (row, col, *text)));
        all.filter(|(_, _, text)| *text != TextId::BLANK)
    }

    /// Every text of the sheet once.
    pub fn distinct(&self) -> impl Iterator<Item = &str> {
        self.texts.all()
    }

    /// The text of an id.
    pub fn text_of(&self, id: TextId) -> &str {
        self.texts.text(id)
    }

    /// Which text stands in a cell itself.
    pub fn own_id(&self, row: usize, col: usize) -> TextId {
        self.rows.get(row).and_then(|cells| cells.get(col)).copied().unwrap_or_default()
    }

    /// The text in a cell itself; `""` out of the sheet.
    pub fn own(&self, row: usize, col: usize) -> &str {
        self.texts.text(self.own_id(row, col))
    }

    /// The text that a person sees at a place: the cell's own, or its merged area's.
    pub fn text(&self, row: usize, col: usize) -> &str {
        let (row, col) = self.origin(row, col);
        self.own(row, col)
    }

    /// The text at a place as far as it belongs to the column: an area merged sideways belongs to its first column only.
    pub fn in_column(&self, row: usize, col: usize) -> &str {
        self.texts.text(self.in_column_id(row, col))
    }

    /// Which text [`Sheet::in_column`] gives.
    pub fn in_column_id(&self, row: usize, col: usize) -> TextId {
        let (top, left) = self.origin(row, col);
        if left == col { self.own_id(top, left) } else { TextId::BLANK }
    }

    /// The first cell of the merged area at a place, or the place itself.
    pub fn origin(&self, row: usize, col: usize) -> (usize, usize) {
        if self.merged.is_empty() {
            return (row, col);
        }
        self.merged.get(&(row, col)).copied().unwrap_or((row, col))
    }

    /// The last cell of the merged area at a place, or the place itself.
    pub fn end(&self, row: usize, col: usize) -> (usize, usize) {
        let origin = self.origin(row, col);
        self.ends.get(&origin).copied().unwrap_or((row, col))
    }

    /// Whether nothing can be seen on a row.
    pub fn is_blank(&self, row: usize) -> bool {
        if self.rows.get(row).is_some_and(|cells| cells.iter().any(|text| *text != TextId::BLANK)) {
            return false;
        }
        (0..self.width).all(|col| self.text(row, col).is_empty())
    }

    /// The places of a row that show different things, left to right: one for a merged area.
    pub fn places(&self, row: usize) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for col in 0..self.width {
            let same = out.last().is_some_and(|&last| self.origin(row, last) == self.origin(row, col));
            if !same {
                out.push(col);
            }
        }
        out
    }

    /// `Sheet1!B7`; the record's line for a CSV; table, row and cell for a document.
    pub fn address(&self, row: usize, col: usize) -> String {
        let cell = || self.places(row).into_iter().filter(|&place| place <= col).count();
        self.origin.address(&self.name, row, col, cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_areas_show_their_first_cell() {
        let mut sheet = Sheet::new("S", false);
        sheet.set(0, 0, "a\r\nb");
        sheet.set(2, 2, "z");
        sheet.merge((0, 0), (1, 1));
        sheet.merge((0, 2), (usize::MAX, usize::MAX));
        assert_eq!((sheet.text(1, 1), sheet.own(1, 1)), ("a\nb", ""));
        assert_eq!(sheet.in_column(1, 0), "a\nb");
        assert_eq!(sheet.in_column(1, 1), "", "the area belongs to its first column");
        assert_eq!(sheet.places(1), [0, 2]);
        assert_eq!(sheet.end(0, 1), (1, 1));
        assert_eq!(sheet.address(1, 1), "S!B2");
        assert_eq!(sheet.text(9, 9), "");
    }

    #[test]
    fn texts_lose_what_nobody_sees() {
        let mut sheet = Sheet::new("S", false);
        for (row, (text, expected)) in [
            ("\u{feff}受益\u{200b}人数 \u{200e}", "受益人数"),
            ("甲\u{b}乙", "甲\n乙"),
            ("甲_x000D_\n乙", "甲\n乙"),
            ("\u{200b}", ""),
        ]
        .into_iter()
        .enumerate()
        {
            sheet.set(row, 0, text);
            assert_eq!(sheet.own(row, 0), expected);
        }
    }
}
