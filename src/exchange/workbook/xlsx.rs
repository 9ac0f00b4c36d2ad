//! Office Open XML workbooks, read from their parts in one pass while they are unpacked: cells, merged areas, hidden rows and
//! columns, formulas without a result. A general reader would pass three times over a large sheet and keep less of it.
//!
//! Owns the order of the parts and their limits. One file a part: [`parts`] tells which there are, [`strings`] and [`styles`] are
//! what the cells of [`cells`] refer to, [`plain`] the cells that need no parser, [`formula`] those that only look computed.

mod cells;
mod formula;
mod parts;
mod plain;
mod strings;
mod styles;

use super::{Gathering, Hidden, MOST_CELLS, MOST_SHEETS, Workbook, too_many, too_many_sheets};
use crate::exchange::package::{MOST_CONTENTS, Package};
use crate::exchange::sheet::Sheet;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::flow_to;
use cells::Cells;
use parts::Parts;
use styles::Format;

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
    if parts.sheets.len() > MOST_SHEETS {
        return Err(too_many_sheets());
    }
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
        let there = flow_to(&mut package, &listed.part, MOST_CONTENTS, &mut cells)?;
        let (hidden, areas) = cells.finish().filter(|_| there).ok_or(Reason::Broken)?;
        for (first, last) in areas {
            sheet.merge(first, last);
        }
        gathering.add(sheet, &hidden);
    }
    Ok(gathering.out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::exchange::cell::{self, Seen};

    /// The texts of all sheets by name and place, hidden rows and columns included, as another reader finds them.
    fn as_calamine_reads(bytes: &[u8]) -> BTreeMap<(String, usize, usize), String> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut out = BTreeMap::new();
        for name in book.sheet_names() {
            let mut sheet = Sheet::new(&name, false);
            let mut reader = book.worksheet_cells_reader(&name).unwrap();
            while let Some((cell, style)) = reader.next_cell_with_style_id().unwrap() {
                let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
                let code = format.map_or("", |format| format.format_code.as_str());
                let (row, col) = cell.get_position();
                if let Seen::Text(text) = cell::show(&Data::from(cell.get_value().clone()), code) {
                    sheet.set(row as usize, col as usize, &text);
                }
            }
            out.extend(sheet.texts().map(|(row, col, text)| ((name.clone(), row, col), text.to_owned())));
        }
        out
    }

    fn as_read_here(bytes: &[u8]) -> BTreeMap<(String, usize, usize), String> {
        let mut package = Package::open(bytes).unwrap();
        let parts = Parts::read(&mut package).unwrap();
        let strings = parts.strings.as_ref().map(|part| strings::read(&mut package, part).unwrap());
        let formats = parts.styles.as_ref().map(|part| styles::read(&mut package, part).unwrap());
        let shared = Shared {
            strings: strings.unwrap_or_default(),
            formats: formats.unwrap_or_default(),
            since_1904: parts.since_1904,
        };
        let (mut out, mut gathering) = (BTreeMap::new(), Gathering::default());
        for listed in &parts.sheets {
            let mut sheet = Sheet::new(&listed.name, false);
            let mut cells = Cells::new(&shared, &mut sheet, &mut gathering);
            assert!(flow_to(&mut package, &listed.part, MOST_CONTENTS, &mut cells).unwrap());
            assert!(cells.finish().is_some());
            out.extend(sheet.texts().map(|(row, col, text)| ((listed.name.clone(), row, col), text.to_owned())));
        }
        out
    }

    #[test]
    fn every_cell_of_real_forms_is_read_as_another_reader_does() {
        let top = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let mut count = 0;
        for folder in ["forms", "forms-more"] {
            for entry in std::fs::read_dir(top.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|kind| kind == "xlsx") {
                    let bytes = std::fs::read(&path).unwrap();
                    assert_eq!(as_read_here(&bytes), as_calamine_reads(&bytes), "{}", path.display());
                    count += 1;
                }
            }
        }
        assert!(count > 30, "{count} workbooks");
    }
}
