//! Office Open XML workbooks, read from their parts in one pass while they are unpacked: cells, merged areas, hidden rows and
//! columns, formulas without a result. A general reader would pass three times over a large sheet and keep less of it.
//!
//! Owns the order of the parts and their limits. One file a part: [`parts`] tells which there are, [`strings`] and [`styles`] are
//! what the cells of [`cells`] refer to.

mod cells;
mod parts;
mod strings;
mod styles;

use super::{Gathering, Hidden, MOST_CELLS, Workbook, too_many};
use crate::exchange::package::Package;
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::flow;
use cells::Cells;
use parts::Parts;
use styles::Format;

/// The most bytes of one worksheet.
const SHEET: u64 = 256 << 20;
/// The most bytes of the shared strings.
const STRINGS: u64 = 96 << 20;
/// The most bytes of the styles, which spoilt workbooks heap up.
const STYLES: u64 = 48 << 20;

/// What the cells of all sheets refer to.
#[derive(Debug, Default)]
struct Shared {
    strings: Vec<String>,
    formats: Vec<Format>,
    /// Whether days count from 1904.
    since_1904: bool,
}

/// Reads a workbook of XML parts.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut package = Package::open(bytes)?;
    let parts = Parts::read(&mut package)?;
    let mut shared = Shared { since_1904: parts.since_1904, ..Shared::default() };
    if let Some(part) = &parts.strings {
        shared.strings = strings::read(&mut package, part)?;
    }
    if let Some(part) = &parts.styles {
        shared.formats = styles::read(&mut package, part)?;
    }
    let mut gathering = Gathering::default();
    for listed in &parts.sheets {
        let mut sheet = Sheet::new(&listed.name, listed.hidden);
        let mut cells = Cells::new(&shared, &mut sheet, &mut gathering);
        let there = flow(&mut package, &listed.part, SHEET, |event| cells.take(&event))?;
        let (hidden, areas) = cells.finish().filter(|_| there).ok_or(Reason::Broken)?;
        for (first, last) in areas {
            sheet.merge(first, last);
        }
        gathering.add(sheet, &hidden);
    }
    Ok(gathering.out)
}
