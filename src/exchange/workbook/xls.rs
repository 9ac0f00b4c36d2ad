//! Excel 97–2003 workbooks. calamine reads the cells; how far apart they lie (it holds whole rectangles in memory), which rows and
//! columns are hidden and which cells show percents and dates is read from the records before.

mod formats;

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

use calamine::{Dimensions, Reader, Xls, XlsError};

use super::{Gathering, Hidden, MOST_COLUMNS, Workbook, too_many, worksheets};
use crate::exchange::cell;
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;
use formats::Formats;

/// The most cells of the rectangle that holds a sheet's cells.
const MOST_AREA: usize = 3_000_000;

/// Records that are looked at.
const END: u16 = 0x000a;
const BEGIN: [u16; 2] = [0x0809, 0x0409];
const SHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
/// Records of cells: each begins with row and column.
const CELLS: [u16; 11] = [0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x027e, 0x0406];

/// Reads a workbook.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let marks = stream(bytes).map(|stream| looked_at(&stream)).transpose()?.unwrap_or_default();
    let plain = Look::default();
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
    let mut gathering = Gathering::default();
    for (at, (name, hidden)) in worksheets(&book).into_iter().enumerate() {
        let range = book.worksheet_range(&name).map_err(|_| Reason::Broken)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut sheet = Sheet::new(&name, hidden);
        let look = marks.get(at).unwrap_or(&plain);
        for (row, col, value) in range.used_cells() {
            let place = (top as usize + row, left as usize + col);
            let format = look.formats.get(&place).map_or("", |format| format.as_ref());
            gathering.put(&mut sheet, place, cell::show(value, format))?;
        }
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            merge(&mut sheet, &area);
        }
        gathering.add(sheet, &look.hidden);
    }
    Ok(gathering.out)
}

fn reason(error: &XlsError) -> Reason {
    if matches!(error, XlsError::Password) { Reason::Encrypted } else { Reason::Broken }
}

/// Declares a merged area.
fn merge(sheet: &mut Sheet, area: &Dimensions) {
    let place = |(row, col): (u32, u32)| (row as usize, col as usize);
    sheet.merge(place(area.start), place(area.end));
}

/// The stream of records; `None` when the file is none that this look understands.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut out = Vec::new();
    file.open_stream(name).ok()?.take(bytes.len() as u64).read_to_end(&mut out).ok()?;
    Some(out)
}

/// What the records tell of a worksheet.
#[derive(Debug, Default)]
struct Look {
    hidden: Hidden,
    /// Formats of the cells that show a percent or a date.
    formats: HashMap<(usize, usize), Rc<str>>,
}

/// What the records tell of each worksheet, in the workbook's order.
fn looked_at(stream: &[u8]) -> Result<Vec<Look>, Reason> {
    let formats = Formats::read(records(stream, 0));
    let sheets = records(stream, 0).take_while(|(kind, _)| *kind != END).filter(|(kind, _)| *kind == SHEET);
    let starts = sheets
        .filter(|(_, data)| data.get(5) == Some(&0))
        .filter_map(|(_, data)| Some(u32::from_le_bytes(data.get(..4)?.try_into().ok()?) as usize));
    starts.map(|start| sheet(stream, start, &formats)).collect()
}

fn sheet(stream: &[u8], start: usize, formats: &Formats) -> Result<Look, Reason> {
    let (mut look, mut depth) = (Look::default(), 0_usize);
    let (mut first, mut last) = ((usize::MAX, usize::MAX), (0, 0));
    for (kind, data) in records(stream, start) {
        let word = |at: usize| data.get(at..at + 2).and_then(|two| two.try_into().ok()).map(u16::from_le_bytes);
        let (one, two) = (usize::from(word(0).unwrap_or(0)), usize::from(word(2).unwrap_or(0)));
        if BEGIN.contains(&kind) {
            depth += 1;
        } else if kind == END {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                break;
            }
        } else if depth == 1 && CELLS.contains(&kind) {
            first = (first.0.min(one), first.1.min(two));
            last = (last.0.max(one), last.1.max(two));
            look.formats.extend(formats.of_cells(kind, data));
        } else if depth == 1 && kind == ROW && data.get(12).is_some_and(|flags| flags & 0x20 != 0) {
            look.hidden.rows.insert(one);
        } else if depth == 1 && kind == COLUMNS && (word(8).unwrap_or(0) & 1 == 1 || word(4) == Some(0)) {
            look.hidden.columns.extend((one..=two).take(MOST_COLUMNS));
        }
    }
    let area = (last.0 + 1).saturating_sub(first.0).saturating_mul((last.1 + 1).saturating_sub(first.1));
    if area > MOST_AREA { Err(too_many()) } else { Ok(look) }
}

/// The records from a place on: kind and data.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = start;
    std::iter::from_fn(move || {
        let head: [u8; 4] = stream.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), u16::from_le_bytes([head[2], head[3]]));
        let data = stream.get(at + 4..at + 4 + usize::from(length))?;
        at += 4 + usize::from(length);
        Some((kind, data))
    })
}
