//! Workbooks of Excel 2003's XML (`urn:schemas-microsoft-com:office:spreadsheet`), which systems still write under the name `.xls`.

use super::{Gathering, MOST_SHEETS, Workbook, too_many_sheets};
use crate::exchange::markup::{self, Token};
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;

/// Reads the workbook.
///
/// # Errors
/// An encoding that is none of the known ones, or too many cells or sheets.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let text = markup::decode(bytes)?;
    let mut book = Book::default();
    for token in markup::tokens(&text) {
        book.take(&token)?;
    }
    book.end_sheet();
    Ok(book.gathering.out)
}

/// A workbook being read. Rows and columns count from 0 and are those behind the last ones read.
#[derive(Debug, Default)]
struct Book {
    gathering: Gathering,
    sheet: Option<Sheet>,
    sheets: usize,
    row: usize,
    col: usize,
    cell: (usize, usize),
    /// The text of the open cell's data.
    data: Option<String>,
    areas: Vec<((usize, usize), (usize, usize))>,
}

impl Book {
    fn take(&mut self, token: &Token<'_>) -> Result<(), Reason> {
        match token {
            Token::Open(name, attributes) => match name.as_str() {
                "worksheet" => self.begin_sheet(attributes)?,
                "row" => {
                    self.row = number(attributes, "index").map_or(self.row, |index| index.saturating_sub(1));
                    self.col = 0;
                    self.pass(attributes);
                }
                "cell" => self.begin_cell(attributes),
                "data" => self.data = Some(String::new()),
                "br" => self.data.iter_mut().for_each(|data| data.push('\n')),
                _ => {}
            },
            Token::Text(text) => self.data.iter_mut().for_each(|data| data.push_str(&markup::plain(text))),
            Token::Close(name) => match name.as_str() {
                "data" => self.end_data()?,
                "row" => self.row += 1,
                "worksheet" => self.end_sheet(),
                _ => {}
            },
        }
        Ok(())
    }

    /// A row that closes itself is over at once.
    fn pass(&mut self, attributes: &str) {
        self.row += usize::from(attributes.trim_end().ends_with('/'));
    }

    fn begin_sheet(&mut self, attributes: &str) -> Result<(), Reason> {
        self.end_sheet();
        self.sheets += 1;
        if self.sheets > MOST_SHEETS {
            return Err(too_many_sheets());
        }
        self.sheet = Some(Sheet::new(&markup::attribute(attributes, "name").unwrap_or_default(), false));
        (self.row, self.col) = (0, 0);
        Ok(())
    }

    fn begin_cell(&mut self, attributes: &str) {
        let col = number(attributes, "index").map_or(self.col, |index| index.saturating_sub(1));
        let more = |name| number(attributes, name).unwrap_or(0);
        let (across, down) = (more("mergeacross"), more("mergedown"));
        self.cell = (self.row, col);
        self.col = col.saturating_add(across).saturating_add(1);
        if across > 0 || down > 0 {
            self.areas.push((self.cell, (self.row.saturating_add(down), col.saturating_add(across))));
        }
    }

    fn end_data(&mut self) -> Result<(), Reason> {
        let (Some(text), Some(sheet)) = (self.data.take(), &mut self.sheet) else { return Ok(()) };
        let text = sheet.keep(&text);
        self.gathering.place(sheet, self.cell, text)
    }

    fn end_sheet(&mut self) {
        let Some(mut sheet) = self.sheet.take() else { return };
        for (first, last) in self.areas.drain(..) {
            sheet.merge(first, last);
        }
        self.gathering.add(sheet, &super::Hidden::default());
    }
}

fn number(attributes: &str, name: &str) -> Option<usize> {
    markup::attribute(attributes, name)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_at_their_index_and_areas_are_merged() {
        let text = r#"<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <ss:Worksheet ss:Name="目标"><Table><Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲&#10;乙</Data></Cell></Row>
            <Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">12</Data></Cell></Row><Row/><Row><Cell><Data>丙</Data></Cell></Row>
            </Table></ss:Worksheet></Workbook>"#;
        let book = read(text.as_bytes()).unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(
            (sheet.name.as_str(), sheet.text(1, 1), sheet.own(2, 1), sheet.own(4, 0)),
            ("目标", "甲\n乙", "12", "丙")
        );
    }
}
