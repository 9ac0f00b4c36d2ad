//! Bytes of a workbook → sheets of text cells.
//!
//! The only place that knows calamine. Owns the limits of cells; a damaged file must not bring the program down, so even a
//! panic in the parser ends as "broken". What cannot be seen is told: formulas without a stored result, cells with an error.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Dimensions, Reader, SheetType, SheetVisible, Sheets, Xls, XlsError, Xlsb, Xlsx, XlsxError};
use calamine::{Ods, OdsError};
use rust_i18n::t;

use super::cell::{self, Seen};
use super::detect::Content;
use super::sheet::{Sheet, column_name};
use super::unreadable::Reason;

/// The most cells read from one file.
pub const MOST_CELLS: usize = 500_000;
/// The most rows and columns of a sheet; text beyond is an error, blank cells beyond are nothing.
const MOST_ROWS: u32 = 100_000;
const MOST_COLUMNS: u32 = 1_000;

/// What was read: the sheets, and for each doubtful cell its sheet, its place and what is wrong with it.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets in the workbook's order; charts and the like are left out.
    pub sheets: Vec<Sheet>,
    /// Doubtful cells: address and message.
    pub doubts: Vec<(String, String)>,
}

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads all worksheets.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(content: Content, bytes: &[u8]) -> Result<Workbook, Reason> {
    let read = AssertUnwindSafe(|| match content {
        Content::Xlsx => read_xlsx(bytes),
        Content::Xlsb => {
            Xlsb::new(Cursor::new(bytes)).map_err(|_| Reason::Broken).and_then(|book| others(Sheets::Xlsb(book)))
        }
        Content::Xls => {
            Xls::new(Cursor::new(bytes)).map_err(|error| of_xls(&error)).and_then(|book| others(Sheets::Xls(book)))
        }
        Content::Ods => {
            Ods::new(Cursor::new(bytes)).map_err(|error| of_ods(&error)).and_then(|book| others(Sheets::Ods(book)))
        }
        Content::Text => Err(Reason::NotWorkbook),
    });
    catch_unwind(read).unwrap_or(Err(Reason::Broken))
}

fn of_xls(error: &XlsError) -> Reason {
    if matches!(error, XlsError::Password) { Reason::Encrypted } else { Reason::Broken }
}

fn of_ods(error: &OdsError) -> Reason {
    match error {
        OdsError::Password => Reason::Encrypted,
        OdsError::CellLimitExceeded { .. } => too_many(),
        _ => Reason::Broken,
    }
}

fn of_xlsx(error: &XlsxError) -> Reason {
    if matches!(error, XlsxError::Password) { Reason::Encrypted } else { Reason::Broken }
}

fn too_many() -> Reason {
    Reason::TooLarge { limit: t!("exchange.limit.cells", count = MOST_CELLS).into_owned() }
}

fn read_xlsx(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| of_xlsx(&error))?;
    let (mut out, mut cells) = (Workbook::default(), 0);
    for (name, hidden) in worksheets(&book) {
        let mut sheet = Sheet::new(&name, hidden);
        match xlsx_cells(&mut book, &mut sheet, &mut cells, &mut out.doubts) {
            Ok(()) => {}
            Err(Failure::TooMany) => return Err(too_many()),
            Err(Failure::NotASheet) => continue,
            Err(Failure::Broken) => return Err(Reason::Broken),
        }
        missing_results(&mut book, &sheet, &mut out.doubts);
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            merge(&mut sheet, &area);
        }
        out.sheets.push(sheet);
    }
    Ok(out)
}

/// Why a sheet of a workbook was not read.
enum Failure {
    TooMany,
    NotASheet,
    Broken,
}

/// Takes the cells one by one, so that a sheet that unpacks to far too many is stopped on the way.
fn xlsx_cells(
    book: &mut Xlsx<Bytes<'_>>,
    sheet: &mut Sheet,
    cells: &mut usize,
    doubts: &mut Vec<(String, String)>,
) -> Result<(), Failure> {
    let broken = |error: XlsxError| match error {
        XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_) => Failure::NotASheet,
        _ => Failure::Broken,
    };
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(broken)?;
    let mut seen = 0_usize;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        seen += 1;
        let (row, col) = cell.get_position();
        let value = Data::from(cell.get_value().clone());
        if seen > MOST_CELLS * 4 {
            return Err(Failure::TooMany);
        }
        if matches!(value, Data::Empty) {
            continue;
        }
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        put(sheet, (row, col), cell::show(&value, format), cells, doubts)?;
    }
    Ok(())
}

/// Puts one cell into the sheet, within the limits.
fn put(
    sheet: &mut Sheet,
    (row, col): (u32, u32),
    seen: Seen,
    cells: &mut usize,
    doubts: &mut Vec<(String, String)>,
) -> Result<(), Failure> {
    match seen {
        Seen::Text(text) if text.trim().is_empty() => {}
        Seen::Text(text) => {
            *cells += 1;
            if *cells > MOST_CELLS || row >= MOST_ROWS || col >= MOST_COLUMNS {
                return Err(Failure::TooMany);
            }
            sheet.set(row as usize, col as usize, &text);
        }
        Seen::Error(error) => {
            let place = address(&sheet.name, row, col);
            doubts.push((place, t!("exchange.cell.error", error = error).into_owned()));
        }
    }
    Ok(())
}

fn address(sheet: &str, row: u32, col: u32) -> String {
    format!("{sheet}!{}{}", column_name(col as usize), row + 1)
}

/// Notes the formulas whose results were never stored: a person sees them only after opening and saving the file.
fn missing_results(book: &mut Xlsx<Bytes<'_>>, sheet: &Sheet, doubts: &mut Vec<(String, String)>) {
    let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { return };
    while let Ok(Some(cell)) = reader.next_cell_with_formula_metadata() {
        let (row, col) = cell.pos;
        if cell.formula.is_some() && matches!(Data::from(cell.value), Data::Empty) && doubts.len() < 100 {
            doubts.push((address(&sheet.name, row, col), t!("exchange.cell.formula").into_owned()));
        }
    }
}

fn merge(sheet: &mut Sheet, area: &Dimensions) {
    let place = |(row, col): (u32, u32)| (row as usize, col as usize);
    sheet.merge(place(area.start), place(area.end));
}

/// Names of the worksheets, and whether they are hidden.
fn worksheets<R: Reader<RS>, RS: std::io::Read + std::io::Seek>(book: &R) -> Vec<(String, bool)> {
    let all = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    all.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// The other formats: calamine gives whole sheets, without number formats.
fn others(mut book: Sheets<Bytes<'_>>) -> Result<Workbook, Reason> {
    let (mut out, mut cells) = (Workbook::default(), 0);
    for (name, hidden) in worksheets(&book) {
        let range = book.worksheet_range(&name).map_err(|_| Reason::Broken)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut sheet = Sheet::new(&name, hidden);
        for (row, col, value) in range.used_cells() {
            let place = (top.saturating_add(to_u32(row)), left.saturating_add(to_u32(col)));
            put(&mut sheet, place, cell::show(value, ""), &mut cells, &mut out.doubts).map_err(|_| too_many())?;
        }
        if let Sheets::Xls(book) = &book {
            for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
                merge(&mut sheet, &area);
            }
        }
        out.sheets.push(sheet);
    }
    Ok(out)
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
