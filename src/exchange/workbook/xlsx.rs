//! Office Open XML workbooks, in XML (xlsx) or binary parts (xlsb).

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsb, Xlsx, XlsxError};

use super::scan::{self, Marks};
use super::{Gathering, Hidden, MOST_CELLS, Workbook, too_many};
use crate::exchange::cell;
use crate::exchange::package::Package;
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;

type Bytes<'a> = Cursor<&'a [u8]>;

/// The most cells looked at on a sheet, blank ones with a format included.
const MOST_SEEN: usize = 5_000_000;
/// The most bytes of a part of a binary workbook.
const BINARY_PART: u64 = 96 << 20;

/// Reads a workbook of XML parts.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut marks = scan::look(bytes)?;
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
    let mut gathering = Gathering::default();
    for (name, hidden) in worksheets(&book) {
        let marks = marks.remove(&name).unwrap_or_default();
        let mut sheet = Sheet::new(&name, hidden);
        if !cells(&mut book, &mut sheet, &mut gathering)? {
            continue;
        }
        if marks.formulas {
            missing_results(&mut book, &sheet, &mut gathering);
        }
        finish(sheet, &book.merge_cells_by_sheet_name(&name).unwrap_or_default(), &marks, &mut gathering);
    }
    Ok(gathering.out)
}

fn finish(mut sheet: Sheet, areas: &[calamine::Dimensions], marks: &Marks, gathering: &mut Gathering) {
    for area in areas {
        super::xls::merge(&mut sheet, area);
    }
    gathering.add(sheet, &marks.hidden);
}

fn reason(error: &XlsxError) -> Reason {
    if matches!(error, XlsxError::Password) { Reason::Encrypted } else { Reason::Broken }
}

/// Takes the cells one by one, so that a sheet that unpacks to far too many is stopped on the way. Gives whether it is a
/// sheet of cells at all.
fn cells(book: &mut Xlsx<Bytes<'_>>, sheet: &mut Sheet, gathering: &mut Gathering) -> Result<bool, Reason> {
    let mut reader = match book.worksheet_cells_reader(&sheet.name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(false),
        Err(_) => return Err(Reason::Broken),
    };
    let mut seen = 0_usize;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Reason::Broken)? {
        seen += 1;
        if seen > MOST_SEEN {
            return Err(too_many());
        }
        let value = Data::from(cell.get_value().clone());
        if matches!(value, Data::Empty) {
            continue;
        }
        let (row, col) = cell.get_position();
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        gathering.put(sheet, (row as usize, col as usize), cell::show(&value, format))?;
    }
    Ok(true)
}

/// Notes the formulas whose results were never stored: a person sees them only after opening and saving the file.
fn missing_results(book: &mut Xlsx<Bytes<'_>>, sheet: &Sheet, gathering: &mut Gathering) {
    let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { return };
    while let Ok(Some(cell)) = reader.next_cell_with_formula_metadata() {
        let (row, col) = cell.pos;
        if cell.formula.is_some() && matches!(Data::from(cell.value), Data::Empty) {
            gathering.no_result(sheet, (row as usize, col as usize));
        }
    }
}

/// Reads a workbook of binary parts, which calamine gives as whole sheets, without number formats.
///
/// # Errors
/// As [`read`].
pub fn read_binary(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut package = Package::open(bytes)?;
    for name in package.names() {
        if name.to_ascii_lowercase().starts_with("xl/") {
            package.pass(&name, BINARY_PART, |_| true)?;
        }
    }
    let mut book: Xlsb<Bytes<'_>> = Xlsb::new(Cursor::new(bytes)).map_err(|_| Reason::Broken)?;
    let mut gathering = Gathering::default();
    for (name, hidden) in worksheets(&book) {
        let mut sheet = Sheet::new(&name, hidden);
        let mut reader = book.worksheet_cells_reader(&name).map_err(|_| Reason::Broken)?;
        let mut seen = 0_usize;
        while let Some(cell) = reader.next_cell().map_err(|_| Reason::Broken)? {
            seen += 1;
            if seen > MOST_CELLS * 4 {
                return Err(too_many());
            }
            let (row, col) = cell.get_position();
            let value = Data::from(cell.get_value().clone());
            gathering.put(&mut sheet, (row as usize, col as usize), cell::show(&value, ""))?;
        }
        gathering.add(sheet, &Hidden::default());
    }
    Ok(gathering.out)
}

/// Names of the worksheets, and whether they are hidden.
pub(super) fn worksheets<R: Reader<RS>, RS: std::io::Read + std::io::Seek>(book: &R) -> Vec<(String, bool)> {
    let all = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    all.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}
