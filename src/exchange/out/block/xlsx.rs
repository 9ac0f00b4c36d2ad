//! Blocks as a workbook: a sheet a table, with the title and what was said before it above the table's head. Blocks without a table go
//! nowhere: a workbook is for tables.

use std::fs::File;
use std::io;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::Block;
use crate::exchange::out::safe;
use crate::exchange::out::style::{self, Styles};

/// Characters over the whole width of a sheet.
const WIDTH: f64 = 130.0;

/// Writes blocks with a foot into a file.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &mut File, blocks: &[Block], foot: &str) -> io::Result<()> {
    let mut book = Book { book: Workbook::new(), styles: Styles::new(), names: safe::SheetNames::default(), foot };
    let (mut title, mut name, mut above) = (String::new(), String::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Title(text) => (title, name, above) = (text.clone(), text.clone(), Vec::new()),
            Block::Heading(text) | Block::Point(text) => (name, above) = (text.clone(), Vec::new()),
            Block::Text(text) | Block::Addressee(text) | Block::Code(text) => above.push(text.clone()),
            Block::Table { head, rows, widths } => {
                let table = Table { title: &title, above: &above, head, rows, widths };
                book.sheet(&name, &table).map_err(style::broken)?;
                above = Vec::new();
            }
            Block::Sign(_) | Block::Signature(..) => {}
        }
    }
    book.book.save_to_writer(file).map_err(style::broken)
}

struct Table<'a> {
    title: &'a str,
    above: &'a [String],
    head: &'a [String],
    rows: &'a [Vec<String>],
    widths: &'a [u32],
}

struct Book<'a> {
    book: Workbook,
    styles: Styles,
    names: safe::SheetNames,
    foot: &'a str,
}

impl Book<'_> {
    fn sheet(&mut self, name: &str, table: &Table<'_>) -> Result<(), XlsxError> {
        let name = self.names.name(name);
        let styles = &self.styles;
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        style::page(sheet, true);
        let last = u16::try_from(table.head.len().saturating_sub(1)).unwrap_or(0);
        let widths: Vec<f64> = table.widths.iter().map(|share| WIDTH * f64::from(*share) / 100.0).collect();
        for (place, width) in (0_u16..).zip(&widths) {
            sheet.set_column_width(place, *width)?;
        }
        sheet.set_row_height(0, 30)?;
        merged(sheet, 0, last, table.title, &styles.title)?;
        let mut row = 1;
        for text in table.above.iter().map(String::as_str).chain([self.foot]) {
            sheet.set_row_height(row, style::height(style::lines(text, WIDTH)))?;
            merged(sheet, row, last, text, if text == self.foot { &styles.small } else { &styles.cell })?;
            row += 1;
        }
        let heads = row;
        for (place, text) in (0_u16..).zip(table.head) {
            sheet.write_string_with_format(heads, place, safe::cell(text), &styles.header)?;
        }
        sheet.set_repeat_rows(heads, heads)?.set_freeze_panes(heads + 1, 0)?;
        for (at, cells) in (heads + 1..).zip(table.rows) {
            let tall = cells.iter().zip(&widths).map(|(text, width)| style::lines(text, *width)).max();
            sheet.set_row_height(at, style::height(tall.unwrap_or(1)))?;
            for (place, text) in (0_u16..).zip(cells) {
                cell(sheet, (at, place), text, styles)?;
            }
        }
        Ok(())
    }
}

/// One cell over the whole width; a table of one column has none to merge.
fn merged(
    sheet: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    let text = safe::cell(text);
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, format)?;
    } else {
        sheet.merge_range(row, 0, row, last, &text, format)?;
    }
    Ok(())
}

/// A text that is a number is one in the workbook too, so that it can be added up: amounts with two decimals, counts as they are.
fn cell(sheet: &mut Worksheet, at: (u32, u16), text: &str, styles: &Styles) -> Result<(), XlsxError> {
    let bare = text.replace(',', "");
    let digits = bare.trim_start_matches('-').starts_with(|letter: char| letter.is_ascii_digit());
    let number: Option<Decimal> = if digits && bare.len() < 16 { bare.parse().ok() } else { None };
    match number.and_then(|number| number.to_f64()) {
        Some(number) if text.contains('.') => sheet.write_number_with_format(at.0, at.1, number, &styles.money)?,
        Some(number) => sheet.write_number_with_format(at.0, at.1, number, &styles.number)?,
        None => sheet.write_string_with_format(at.0, at.1, safe::cell(text), &styles.cell)?,
    };
    Ok(())
}
