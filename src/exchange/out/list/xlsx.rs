//! The list as a workbook: title, provenance, header, a row a target, the sum. Rows go to the disk as they come.

use std::fs::File;
use std::io;

use rust_decimal::prelude::ToPrimitive;
use rust_i18n::t;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{AMOUNT, COLUMNS, Cell, Heading, List, cells, header, title};
use crate::domain::money::Money;
use crate::domain::view::QueueRow;
use crate::exchange::out::safe;
use crate::exchange::out::style::{self, Styles};

/// Rows above the first target of a sheet.
const ABOVE: u32 = 3;
/// Targets of one sheet at most: a sheet holds 1,048,576 rows.
const FULL: u32 = 1_000_000;
/// The columns of the sum's words and its amount, and the last one.
const PROJECT: u16 = 2;
const MONEY: u16 = 7;
const LAST: u16 = 15;

/// A list as a workbook.
pub struct XlsxList<'a> {
    file: &'a mut File,
    book: Workbook,
    heading: Heading<'a>,
    styles: Styles,
    sheets: usize,
    /// The next row of the sheet.
    next: u32,
    count: u64,
    amount: Money,
}

impl<'a> XlsxList<'a> {
    /// Begins a list, which reaches the file when it is finished.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(file: &'a mut File, heading: &Heading<'a>) -> io::Result<Self> {
        let (book, styles) = (Workbook::new(), Styles::new());
        let heading = heading.clone();
        let (count, amount) = (0, Money::ZERO);
        let mut list = Self { file, book, heading, styles, sheets: 0, next: 0, count, amount };
        list.begin_sheet().map_err(style::broken)?;
        Ok(list)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let name = t!("out.list.sheet");
        let name = if self.sheets == 0 { name.into_owned() } else { format!("{name}({})", self.sheets + 1) };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        style::page(sheet, true);
        sheet.set_default_row_height(style::height(1));
        sheet.set_repeat_rows(ABOVE - 1, ABOVE - 1)?.set_freeze_panes(ABOVE, 0)?;
        for (place, (_, width)) in (0_u16..).zip(COLUMNS) {
            sheet.set_column_width(place, width)?;
        }
        sheet.set_row_height(0, 30)?;
        sheet.merge_range(0, 0, 0, LAST, &safe::cell(&title(self.heading.provenance)), &self.styles.title)?;
        let line = safe::cell(&self.heading.provenance.line());
        sheet.merge_range(1, 0, 1, LAST, &line, &self.styles.small)?;
        sheet.set_row_height(ABOVE - 1, style::height(2))?;
        for (place, words) in (0_u16..).zip(header()) {
            sheet.write_string_with_format(ABOVE - 1, place, words, &self.styles.header)?;
        }
        (self.sheets, self.next) = (self.sheets + 1, ABOVE);
        Ok(())
    }

    fn put(&mut self, row: &QueueRow) -> Result<(), XlsxError> {
        if self.next >= ABOVE + FULL {
            self.close_sheet()?;
            self.begin_sheet()?;
        }
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        let cells = cells(row, self.heading.procedure, self.heading.now);
        let tall = cells.iter().zip(COLUMNS).map(|(cell, (_, width))| cell.lines(width)).max();
        // Heights are kept in memory until the end, so only rows that need one get it.
        if let Some(tall) = tall.filter(|tall| *tall > 1) {
            sheet.set_row_height(self.next, style::height(tall))?;
        }
        for (place, cell) in (0_u16..).zip(cells) {
            let money = usize::from(place) == AMOUNT;
            let number = if money { &self.styles.money } else { &self.styles.number };
            write(sheet, (self.next, place), &cell, &self.styles.cell, number)?;
        }
        self.next += 1;
        self.count += 1;
        self.amount = self.amount + row.amount.unwrap_or_default();
        Ok(())
    }

    /// Lets the header's cells choose among the rows.
    fn close_sheet(&mut self) -> Result<(), XlsxError> {
        if self.next > ABOVE {
            let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
            sheet.autofilter(ABOVE - 1, 0, self.next - 1, LAST)?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), XlsxError> {
        self.close_sheet()?;
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        for place in 0..=LAST {
            sheet.write_blank(self.next, place, &self.styles.cell)?;
        }
        let words = t!("out.list.total", count = self.count);
        sheet.write_string_with_format(self.next, PROJECT, words, &self.styles.header)?;
        let amount = self.amount.to_wan().to_f64().unwrap_or_default();
        sheet.write_number_with_format(self.next, MONEY, amount, &self.styles.money)?;
        self.book.save_to_writer(&mut *self.file)
    }
}

fn write(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    text_format: &Format,
    number_format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(at.0, at.1, safe::cell(text), text_format)?,
        Cell::Number(number) => {
            let number = number.to_f64().unwrap_or_default();
            sheet.write_number_with_format(at.0, at.1, number, number_format)?
        }
        Cell::Blank => sheet.write_blank(at.0, at.1, text_format)?,
    };
    Ok(())
}

impl List for XlsxList<'_> {
    fn row(&mut self, row: &QueueRow) -> io::Result<()> {
        self.put(row).map_err(style::broken)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.close().map_err(style::broken)
    }
}
