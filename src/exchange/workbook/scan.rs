//! A quick look through the parts of an xlsx before they are parsed: their real sizes, hidden rows and columns, formulas.
//!
//! calamine holds all shared strings and styles in memory and tells nothing of hidden rows, so both are looked at here, step by
//! step while unpacking. Looks at tags only, so that it costs a small part of the parsing.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Hidden, MOST_CELLS, MOST_COLUMNS, too_many};
use crate::exchange::package::Package;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::attribute;

/// The most bytes of one worksheet.
const SHEET: u64 = 256 << 20;
/// The most bytes of the shared strings.
const STRINGS: u64 = 96 << 20;
/// The most bytes of the styles, which spoilt workbooks heap up.
const STYLES: u64 = 48 << 20;
/// The most tags of the styles.
const STYLE_TAGS: usize = 1_000_000;
/// The most bytes of a list of sheets.
const LISTS: u64 = 8 << 20;
/// The most bytes without a tag between them: the largest text.
const RUN: usize = 4 << 20;

/// What a worksheet's markup says beyond its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Hidden rows and columns.
    pub hidden: Hidden,
    /// Whether a cell is computed.
    pub formulas: bool,
}

/// Looks through a package; gives the marks of each worksheet by its name.
///
/// # Errors
/// A damaged package, or one that unpacks to too much.
pub fn look(bytes: &[u8]) -> Result<BTreeMap<String, Marks>, Reason> {
    let mut package = Package::open(bytes)?;
    let mut marks = BTreeMap::new();
    for name in package.names() {
        let lower = name.to_ascii_lowercase();
        let limit = match lower.as_str() {
            "xl/sharedstrings.xml" => STRINGS,
            "xl/styles.xml" => STYLES,
            _ if lower.starts_with("xl/worksheets/") && !lower.contains("/_rels/") => SHEET,
            _ => continue,
        };
        let mut scan = Scan::default();
        let crowded =
            |scan: &Scan| scan.too_long || scan.items > MOST_CELLS * 2 || (limit == STYLES && scan.tags > STYLE_TAGS);
        package.pass(&name, limit, |step| {
            scan.feed(step);
            !crowded(&scan)
        })?;
        if crowded(&scan) {
            return Err(too_many());
        }
        marks.insert(lower, scan.marks);
    }
    let parts = parts(&mut package)?;
    Ok(parts.into_iter().filter_map(|(name, part)| Some((name, marks.remove(&part)?))).collect())
}

/// The part of each sheet, by the sheet's name.
fn parts(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Reason> {
    let mut targets = BTreeMap::new();
    each(
        package,
        "xl/_rels/workbook.xml.rels",
        "Relationship",
        |id, target| {
            targets.insert(id, target);
        },
        ["Id", "Target"],
    )?;
    let mut out = Vec::new();
    each(
        package,
        "xl/workbook.xml",
        "sheet",
        |name, id| {
            if let Some(target) = targets.get(&id) {
                let target = target.trim_start_matches('/').to_ascii_lowercase();
                let part = if target.starts_with("xl/") { target } else { format!("xl/{target}") };
                out.push((name, part));
            }
        },
        ["name", "id"],
    )?;
    Ok(out)
}

/// Gives two attributes of every element of a name.
fn each(
    package: &mut Package<'_>,
    part: &str,
    element: &str,
    mut take: impl FnMut(String, String),
    names: [&str; 2],
) -> Result<(), Reason> {
    let Some(bytes) = package.part(part, LISTS)? else { return Ok(()) };
    let text = String::from_utf8(bytes).map_err(|_| Reason::Broken)?;
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().map_err(|_| Reason::Broken)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == element => {
                if let (Some(first), Some(second)) = (attribute(&tag, names[0]), attribute(&tag, names[1])) {
                    take(first, second);
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Looks at tags as the bytes come.
#[derive(Debug, Default)]
struct Scan {
    marks: Marks,
    /// The beginning of a tag whose end has not come yet.
    open: Vec<u8>,
    /// Bytes since the last tag.
    run: usize,
    /// The row of the last `row` tag, from 1.
    row: usize,
    tags: usize,
    /// Shared strings.
    items: usize,
    too_long: bool,
}

impl Scan {
    fn feed(&mut self, mut step: &[u8]) {
        while !step.is_empty() && !self.too_long {
            if self.open.is_empty() {
                let Some(at) = step.iter().position(|byte| *byte == b'<') else {
                    self.run += step.len();
                    self.too_long = self.run > RUN;
                    return;
                };
                self.run = 0;
                step = step.get(at..).unwrap_or_default();
            }
            let end = step.iter().position(|byte| *byte == b'>');
            let (part, rest) = step.split_at(end.map_or(step.len(), |end| end + 1));
            match (end, self.open.is_empty()) {
                (Some(_), true) => self.tag(part),
                (Some(_), false) => {
                    let mut whole = std::mem::take(&mut self.open);
                    whole.extend_from_slice(part);
                    self.tag(&whole);
                }
                (None, _) => {
                    self.open.extend_from_slice(part);
                    self.too_long = self.open.len() > RUN;
                }
            }
            step = rest;
        }
    }

    fn tag(&mut self, tag: &[u8]) {
        self.tags += 1;
        let inner = tag.get(1..).unwrap_or_default();
        let length = inner.iter().position(|byte| matches!(byte, b' ' | b'/' | b'>' | b'\n' | b'\t' | b'\r'));
        let name = inner.get(..length.unwrap_or(inner.len())).unwrap_or_default();
        let name = name.iter().position(|byte| *byte == b':').map_or(name, |at| name.get(at + 1..).unwrap_or_default());
        match name {
            b"row" => {
                self.row = number(tag, " r=").unwrap_or(self.row + 1);
                if is_hidden(tag) {
                    self.marks.hidden.rows.insert(self.row.saturating_sub(1));
                }
            }
            b"col" if is_hidden(tag) => {
                let columns = number(tag, " min=").unwrap_or(1)..=number(tag, " max=").unwrap_or(1);
                self.marks.hidden.columns.extend(columns.take(MOST_COLUMNS).map(|column| column.saturating_sub(1)));
            }
            b"f" => self.marks.formulas = true,
            b"si" => self.items += 1,
            _ => {}
        }
    }
}

fn is_hidden(tag: &[u8]) -> bool {
    matches!(value(tag, " hidden="), Some("1" | "true"))
}

fn number(tag: &[u8], attribute: &str) -> Option<usize> {
    value(tag, attribute)?.parse().ok()
}

/// An attribute's value; `attribute` with the blank before and the = behind its name.
fn value<'a>(tag: &'a [u8], attribute: &str) -> Option<&'a str> {
    let text = std::str::from_utf8(tag).ok()?;
    let (_, after) = text.split_once(attribute)?;
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    after.get(1..)?.split(quote).next()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn scanned(text: &str, step: usize) -> Scan {
        let mut scan = Scan::default();
        text.as_bytes().chunks(step).for_each(|step| scan.feed(step));
        scan
    }

    #[test]
    fn marks_are_seen_however_the_bytes_come() {
        let text = "<x:worksheet><cols><col min=\"2\" max=\"3\" width=\"9\" hidden=\"1\"/></cols><sheetData>\
                    <row r=\"2\" hidden='true'><c r=\"A2\"><f>1+1</f></c></row><row><c/></row><x:row hidden=\"1\"/></sheetData>";
        for step in [1, 2, 7, 4096] {
            let scan = scanned(text, step);
            assert_eq!(scan.marks.hidden.rows, BTreeSet::from([1, 3]));
            assert_eq!(scan.marks.hidden.columns, BTreeSet::from([1, 2]));
            assert!(scan.marks.formulas && !scan.too_long);
        }
        assert_eq!(scanned("<sst><si><t>a</t></si><si/></sst>", 5).items, 2);
    }

    #[test]
    fn a_text_without_end_is_stopped() {
        assert!(scanned(&"x".repeat(RUN + 1), 4096).too_long);
        assert!(scanned(&format!("<{}", "x".repeat(RUN + 1)), 4096).too_long);
    }
}
