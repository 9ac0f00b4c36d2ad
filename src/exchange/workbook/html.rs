//! A page of HTML under the name of a workbook, as many systems write their tables: each table's cells where a browser would show them,
//! the lines above and between tables on rows of their own.

use std::collections::BTreeMap;

use super::{Gathering, MOST_COLUMNS, MOST_ROWS, Workbook, too_many};
use crate::exchange::markup::{self, Token};
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;

/// Reads the page as one sheet.
///
/// # Errors
/// An encoding that is none of the known ones, or too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let text = markup::decode(bytes)?;
    let mut page = Page { sheet: Sheet::new("Sheet1", false), ..Page::default() };
    for token in markup::tokens(&text) {
        page.take(token)?;
    }
    page.end_row()?;
    for (first, last) in page.areas {
        page.sheet.merge(first, last);
    }
    page.gathering.add(page.sheet, &super::Hidden::default());
    Ok(page.gathering.out)
}

/// A page being read.
#[derive(Debug, Default)]
struct Page {
    gathering: Gathering,
    sheet: Sheet,
    row: usize,
    col: usize,
    /// Whether a row of a table is open.
    in_row: bool,
    /// How many tables are open.
    tables: usize,
    /// Columns and rows of the open cell.
    span: Option<(usize, usize)>,
    text: String,
    /// Blanks behind the text so far; whether a line ends among them.
    gap: Option<bool>,
    /// The row behind the last one that a column is covered on by a cell above.
    covered: BTreeMap<usize, usize>,
    areas: Vec<((usize, usize), (usize, usize))>,
}

impl Page {
    fn take(&mut self, token: Token<'_>) -> Result<(), Reason> {
        match token {
            Token::Text(text) => self.write(text),
            Token::Open(name, attributes) => match name.as_str() {
                "table" => {
                    self.end_row()?;
                    self.tables += 1;
                }
                "tr" => {
                    self.end_row()?;
                    (self.in_row, self.col) = (true, 0);
                }
                "td" | "th" => {
                    self.end_cell()?;
                    self.in_row = true;
                    let span = |name| {
                        markup::attribute(attributes, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1)
                    };
                    self.span = Some((span("colspan").clamp(1, MOST_COLUMNS), span("rowspan").clamp(1, MOST_ROWS)));
                }
                "br" | "p" | "div" | "li" => self.end_line()?,
                _ => {}
            },
            Token::Close(name) => match name.as_str() {
                "td" | "th" => self.end_cell()?,
                "tr" => self.end_row()?,
                "table" => {
                    self.end_row()?;
                    self.tables = self.tables.saturating_sub(1);
                    self.covered.clear();
                }
                "p" | "div" | "li" | "caption" | "h1" | "h2" | "h3" | "h4" => self.end_line()?,
                _ => {}
            },
        }
        Ok(())
    }

    /// Adds text as a browser shows it: any blanks are one, and a line's end between two Chinese letters is none.
    fn write(&mut self, text: &str) {
        for c in markup::plain(text).chars() {
            if c.is_ascii_whitespace() {
                self.gap = Some(self.gap.unwrap_or(false) || c == '\n');
                continue;
            }
            let before = self.text.chars().next_back().filter(|before| *before != '\n');
            if let (Some(broken), Some(before)) = (self.gap.take(), before)
                && (!broken || before.is_ascii() || c.is_ascii())
            {
                self.text.push(' ');
            }
            self.text.push(c);
        }
    }

    /// A line ends: within a cell it is one of several, else a row of its own.
    fn end_line(&mut self) -> Result<(), Reason> {
        self.gap = None;
        if self.span.is_some() {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push('\n');
            }
            return Ok(());
        }
        if self.in_row {
            self.text.clear();
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.put((self.row, 0), &text)?;
            self.row += 1;
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Reason> {
        let Some((columns, rows)) = self.span.take() else { return self.end_line() };
        let (row, text) = (self.row, std::mem::take(&mut self.text));
        self.gap = None;
        while self.covered.get(&self.col).is_some_and(|behind| *behind > row) {
            self.col += 1;
        }
        let (first, last) = (self.col, self.col + columns - 1);
        if last >= MOST_COLUMNS {
            return if text.trim().is_empty() { Ok(()) } else { Err(too_many()) };
        }
        self.put((row, first), &text)?;
        self.col = last + 1;
        if rows > 1 {
            self.covered.extend((first..=last).map(|col| (col, row + rows)));
        }
        if columns > 1 || rows > 1 {
            self.areas.push(((row, first), (row + rows - 1, last)));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Reason> {
        self.end_cell()?;
        if self.in_row {
            self.row += 1;
        }
        self.in_row = false;
        Ok(())
    }

    fn put(&mut self, place: (usize, usize), text: &str) -> Result<(), Reason> {
        let text = self.sheet.keep(text.trim());
        self.gathering.place(&mut self.sheet, place, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(page: &str) -> Vec<String> {
        let book = read(page.as_bytes()).unwrap();
        let sheet = &book.sheets[0];
        (0..sheet.height())
            .map(|row| (0..sheet.width()).map(|col| sheet.text(row, col)).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn cells_stand_where_a_browser_shows_them() {
        let page = "<html><head><title>x</title></head><body><h3>2024年度<br>目标表</h3><table>
            <tr><td rowspan=2>甲</td><td colspan='2'>乙&nbsp;</td></tr>
            <tr><td>丙<br>丁</td><td>项目
                绩效 目标</td></tr><tr><td>戊<td>己</table></body></html>";
        assert_eq!(rows(page), ["2024年度||", "目标表||", "甲|乙|乙", "甲|丙\n丁|项目绩效 目标", "戊|己|"]);
    }

    #[test]
    fn spans_that_no_table_has_are_cut() {
        let page = "<table><tr><td rowspan=99999999 colspan=0>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>";
        assert_eq!(rows(page), ["甲|乙", "甲|丙"]);
        assert_eq!(read("<table></table>".as_bytes()).unwrap().sheets[0].height(), 0);
    }
}
