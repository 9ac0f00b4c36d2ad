//! Workbooks of binary parts. calamine gives their cells without number formats, merged areas and hidden rows, so whoever hands
//! one in is told to look twice.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsb};
use rust_i18n::t;

use super::{Doubt, Gathering, Hidden, MOST_CELLS, Workbook, too_many, worksheets};
use crate::domain::handin::Severity;
use crate::exchange::cell;
use crate::exchange::package::Package;
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;

/// The most bytes of a part.
const PART: u64 = 96 << 20;

/// Reads a workbook.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut package = Package::open(bytes)?;
    for name in package.names() {
        if name.to_ascii_lowercase().starts_with("xl/") {
            package.pass(&name, PART, |_| true)?;
        }
    }
    let mut book: Xlsb<Cursor<&[u8]>> = Xlsb::new(Cursor::new(bytes)).map_err(|_| Reason::Broken)?;
    let mut gathering = Gathering::default();
    let message = t!("exchange.binary").into_owned();
    gathering.out.doubts.push(Doubt { severity: Severity::Warning, place: String::new(), message });
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
