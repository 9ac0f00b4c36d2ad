//! How workbooks look: fonts and rules of an official table, A4, printable as they are.

use std::io;

use rust_i18n::t;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The formats of a workbook.
#[derive(Debug, Clone)]
pub struct Styles {
    /// The title: centred, 黑体 16.
    pub title: Format,
    /// A line in small print.
    pub small: Format,
    /// A line that ends at the right margin.
    pub right: Format,
    /// Heads of columns and labels.
    pub header: Format,
    /// A text in its cell, wrapped.
    pub cell: Format,
    /// The same, centred.
    pub centre: Format,
    /// A number.
    pub number: Format,
    /// An amount in 万元: two decimals, more where it has them.
    pub money: Format,
}

impl Styles {
    /// The formats.
    pub fn new() -> Self {
        let plain = Format::new().set_font_name("宋体").set_font_size(10).set_align(FormatAlign::VerticalCenter);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        Self {
            title: plain.clone().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center),
            small: plain.clone().set_font_size(8).set_text_wrap(),
            right: plain.clone().set_align(FormatAlign::Right),
            header: cell.clone().set_bold().set_align(FormatAlign::Center),
            centre: cell.clone().set_align(FormatAlign::Center),
            number: cell.clone().set_align(FormatAlign::Right),
            money: cell.clone().set_num_format("#,##0.00####").set_align(FormatAlign::Right),
            cell,
        }
    }
}

/// Sets a sheet up for A4: one page wide, numbered at the foot.
pub fn page(sheet: &mut Worksheet, landscape: bool) {
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    if landscape {
        sheet.set_landscape();
    }
    sheet.set_footer(format!("&C{}", t!("out.list.page")));
}

/// Points that a line of a cell takes.
const LINE: f64 = 13.5;
/// Points of a row at most (the limit of xlsx).
const TALLEST: f64 = 409.0;

/// Lines that a text takes in a column of so many characters, Chinese ones counting two: spreadsheets measure no merged cell.
pub fn lines(text: &str, width: f64) -> u32 {
    let room = width.max(2.0) - 1.0;
    let wide = |letter: char| if letter.is_ascii() { 1.0 } else { 2.0 };
    let of_line = |line: &str| {
        let mut lines = 1;
        let mut taken = 0.0;
        for letter in line.chars() {
            taken += wide(letter);
            if taken > room {
                lines += 1;
                taken = wide(letter);
            }
        }
        lines
    };
    text.split('\n').map(of_line).sum::<u32>().max(1)
}

/// The height in points of a row with so many lines.
pub fn height(lines: u32) -> f64 {
    (f64::from(lines) * LINE + 3.0).min(TALLEST)
}

/// A workbook that cannot be written, as any file that cannot.
pub fn broken(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}
