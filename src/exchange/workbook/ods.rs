//! OpenDocument spreadsheets, read from their one part: merged areas and hidden rows, which a general reader leaves out, count here.
//!
//! Repeated cells and rows are taken as often as they say as long as they hold text; blank ones are only skipped.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::{Gathering, Hidden, MOST_COLUMNS, MOST_ROWS, Workbook, too_many};
use crate::exchange::cell::{self, Seen};
use crate::exchange::package::{MOST_CONTENTS, Package};
use crate::exchange::sheet::Sheet;
use crate::exchange::suspect::ENOUGH;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::{attribute, flow, reference};

/// The most bytes of the list of parts.
const MANIFEST: u64 = 4 << 20;

/// Reads a spreadsheet.
///
/// # Errors
/// A broken or encrypted file, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml", MANIFEST)?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Reason::Encrypted);
    }
    let mut walk = Walk::default();
    let there = flow(&mut package, "content.xml", MOST_CONTENTS, |event| {
        match event {
            Event::Start(tag) => walk.start(tag, false)?,
            Event::Empty(tag) => walk.start(tag, true)?,
            Event::End(tag) => walk.end(tag.local_name().as_ref())?,
            Event::Text(text) => walk.say(text),
            Event::GeneralRef(name) => {
                if let Some(c) = reference(name) {
                    walk.say(c.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    if there { Ok(walk.gathering.out) } else { Err(Reason::Broken) }
}

/// A cell being read.
#[derive(Debug, Default)]
struct Cell {
    kind: String,
    value: Option<String>,
    text: String,
    repeated: usize,
    span: (usize, usize),
    computed: bool,
}

#[derive(Debug, Default)]
struct Walk {
    gathering: Gathering,
    sheet: Option<Sheet>,
    hidden: Hidden,
    areas: Vec<((usize, usize), (usize, usize))>,
    row: usize,
    rows: usize,
    column: usize,
    cell: Option<Cell>,
    /// Texts of the row being read, in case it repeats.
    texts: Vec<(usize, String)>,
    paragraph: bool,
    style: String,
    hidden_styles: BTreeSet<String>,
    skipped: usize,
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), Reason> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipped > 0 || matches!(name, "annotation" | "shapes" | "tracked-changes" | "forms") {
            self.skipped += usize::from(!empty);
            return Ok(());
        }
        match name {
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" if self.sheet.is_none() => self.open_sheet(tag),
            "table-column" => self.column_tag(tag),
            "table-row" => self.open_row(tag),
            "table-cell" | "covered-table-cell" if self.sheet.is_some() => self.cell = Some(open_cell(tag)),
            "p" => self.open_paragraph(),
            "s" => self.say(&" ".repeat(count(tag, "c").min(100))),
            "tab" => self.say(" "),
            "line-break" => self.say("\n"),
            _ => {}
        }
        if empty { self.end(name) } else { Ok(()) }
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "p" => self.paragraph = false,
            "table-cell" | "covered-table-cell" => self.close_cell()?,
            "table-row" => self.close_row()?,
            "table" => self.close_sheet(),
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if let (true, Some(cell)) = (self.paragraph, self.cell.as_mut().filter(|cell| cell.text.len() <= ENOUGH)) {
            cell.text.push_str(text);
        }
    }

    fn open_paragraph(&mut self) {
        self.paragraph = true;
        if let Some(cell) = &mut self.cell
            && !cell.text.is_empty()
            && cell.text.len() <= ENOUGH
        {
            cell.text.push('\n');
        }
    }

    fn open_sheet(&mut self, tag: &BytesStart<'_>) {
        let hidden = attribute(tag, "style-name").is_some_and(|style| self.hidden_styles.contains(&style));
        self.sheet = Some(Sheet::new(&attribute(tag, "name").unwrap_or_default(), hidden));
        (self.row, self.column) = (0, 0);
        self.hidden = Hidden::default();
    }

    fn column_tag(&mut self, tag: &BytesStart<'_>) {
        let repeated = count(tag, "number-columns-repeated").min(MOST_COLUMNS);
        if is_hidden(tag) {
            self.hidden.columns.extend(self.column..self.column + repeated);
        }
        self.column += repeated;
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        self.column = 0;
        self.rows = count(tag, "number-rows-repeated");
        if is_hidden(tag) {
            self.hidden.rows.extend(self.row..self.row.saturating_add(self.rows.min(MOST_ROWS)));
        }
        self.texts.clear();
    }

    fn close_cell(&mut self) -> Result<(), Reason> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        let place = (self.row, self.column);
        if cell.computed && cell.kind.is_empty() && cell.text.is_empty() {
            self.gathering.no_result(sheet, place);
        }
        let seen = shown(&cell);
        if seen != Seen::Text(String::new()) {
            for at in 0..cell.repeated {
                self.gathering.put(sheet, (self.row, self.column + at), seen.clone())?;
                if let Seen::Text(text) = &seen {
                    self.texts.push((self.column + at, text.clone()));
                }
            }
        }
        if cell.span.0 > 1 || cell.span.1 > 1 {
            self.areas.push((place, (place.0 + cell.span.0 - 1, place.1 + cell.span.1 - 1)));
        }
        self.column = self.column.saturating_add(cell.repeated);
        Ok(())
    }

    /// Takes the row once more for every time that it repeats.
    fn close_row(&mut self) -> Result<(), Reason> {
        if let (Some(sheet), false) = (&mut self.sheet, self.texts.is_empty()) {
            for at in 1..self.rows {
                for (column, text) in &self.texts {
                    self.gathering.put(sheet, (self.row.saturating_add(at), *column), Seen::Text(text.clone()))?;
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        if self.areas.len() > super::MOST_CELLS { Err(too_many()) } else { Ok(()) }
    }

    fn close_sheet(&mut self) {
        let Some(mut sheet) = self.sheet.take() else { return };
        for (first, last) in self.areas.drain(..) {
            sheet.merge(first, last);
        }
        self.gathering.add(sheet, &self.hidden);
    }
}

fn open_cell(tag: &BytesStart<'_>) -> Cell {
    let value =
        ["value", "date-value", "boolean-value", "time-value"].into_iter().find_map(|name| attribute(tag, name));
    Cell {
        kind: attribute(tag, "value-type").unwrap_or_default(),
        value,
        text: String::new(),
        repeated: count(tag, "number-columns-repeated"),
        span: (count(tag, "number-rows-spanned"), count(tag, "number-columns-spanned")),
        computed: attribute(tag, "formula").is_some(),
    }
}

/// What a person sees of a cell: its text, but numbers in full where the text shows them rounded.
fn shown(cell: &Cell) -> Seen {
    let text = cell.text.trim();
    if cell.computed && (text.starts_with('#') || text.starts_with("Err:")) {
        return Seen::Error(text.to_owned());
    }
    let number = cell.value.as_deref().and_then(|value| value.parse::<f64>().ok());
    match (cell.kind.as_str(), number) {
        ("percentage", Some(number)) => cell::show(&calamine::Data::Float(number), "0%"),
        ("float" | "currency", Some(number)) => cell::show(&calamine::Data::Float(number), ""),
        ("date", _) if !text.contains('年') && !text.contains('月') => {
            let day = cell.value.as_deref().unwrap_or(text);
            Seen::Text(day.split_once('T').map_or(day, |(day, _)| day).to_owned())
        }
        _ => Seen::Text(text.to_owned()),
    }
}

/// A count in an attribute; 1 when it is missing.
fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|how| how == "collapse" || how == "filter")
}
