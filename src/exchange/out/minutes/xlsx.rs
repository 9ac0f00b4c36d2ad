//! Minutes as a workbook: one sheet of the whole record, its tables in columns, printable on A4.

use std::fs::File;
use std::io;

use rust_i18n::t;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::exchange::out::block::Block;
use crate::exchange::out::safe;
use crate::exchange::out::style::{self, Styles, broken};

/// Columns of the sheet; the widest table has as many.
const COLUMNS: u16 = 8;
/// Their widths in characters.
const WIDTHS: [f64; 8] = [7.0, 22.0, 28.0, 13.0, 9.0, 10.0, 34.0, 12.0];

pub(super) fn write(file: &mut File, blocks: &[Block], foot: &str) -> io::Result<()> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(t!("minutes.sheet")).map_err(broken)?;
    fill(sheet, blocks, foot).map_err(broken)?;
    workbook.save_to_writer(file).map_err(broken)
}

fn fill(sheet: &mut Worksheet, blocks: &[Block], foot: &str) -> Result<(), XlsxError> {
    let styles = Styles::new();
    style::page(sheet, true);
    for (column, width) in (0..COLUMNS).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    for block in blocks {
        row = one(sheet, &styles, block, row)?;
    }
    whole(sheet, &styles.small, row, foot)
}

/// Writes a block from a row on; the row after it.
fn one(sheet: &mut Worksheet, styles: &Styles, block: &Block, row: u32) -> Result<u32, XlsxError> {
    match block {
        Block::Title(text) => whole(sheet, &styles.title, row, text)?,
        Block::Heading(text) | Block::Point(text) => whole(sheet, &styles.header, row, text)?,
        Block::Addressee(text) | Block::Text(text) | Block::Code(text) => whole(sheet, &styles.cell, row, text)?,
        Block::Table { head, rows, .. } => return table(sheet, styles, head, rows, row),
        Block::Signature(who, day) => whole(sheet, &styles.cell, row, &format!("{who}  {day}"))?,
        Block::Sign(names) => {
            for (place, name) in (row..).zip(names) {
                whole(sheet, &styles.cell, place, &format!("{name}  "))?;
            }
            return Ok(row + u32::try_from(names.len()).unwrap_or(0));
        }
    }
    Ok(row + 1)
}

/// A text over the whole width.
fn whole(sheet: &mut Worksheet, format: &rust_xlsxwriter::Format, row: u32, text: &str) -> Result<(), XlsxError> {
    let text = safe::text(text);
    sheet.merge_range(row, 0, row, COLUMNS - 1, &text, format)?;
    let height = style::height(style::lines(&text, WIDTHS.iter().sum()));
    sheet.set_row_height(row, height.max(18.0)).map(drop)
}

fn table(
    sheet: &mut Worksheet,
    styles: &Styles,
    head: &[String],
    rows: &[Vec<String>],
    first: u32,
) -> Result<u32, XlsxError> {
    for (column, text) in (0..COLUMNS).zip(head) {
        sheet.write_string_with_format(first, column, safe::text(text), &styles.header)?;
    }
    let mut row = first + 1;
    for cells in rows {
        let mut lines = 1;
        for ((column, text), width) in (0..COLUMNS).zip(cells).zip(WIDTHS) {
            let text = safe::text(text);
            lines = lines.max(style::lines(&text, width));
            sheet.write_string_with_format(row, column, text, &styles.cell)?;
        }
        sheet.set_row_height(row, style::height(lines))?;
        row += 1;
    }
    Ok(row)
}
