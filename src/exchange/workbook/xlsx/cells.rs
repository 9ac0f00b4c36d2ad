//! The cells of one worksheet, and what its markup says beside them: merged areas, hidden rows and columns, formulas.

use calamine::{Data, ExcelDateTime, ExcelDateTimeType};
use quick_xml::events::{BytesStart, Event};
use rust_i18n::t;

use super::formula::constant;
use super::plain::Plain;
use super::strings::{Text, unescaped};
use super::styles::{Format, Meaning};
use super::{Gathering, Hidden, Shared, too_many};
use crate::domain::handin::Severity;
use crate::exchange::cell::{self, Seen};
use crate::exchange::sheet::{Sheet, TextId};
use crate::exchange::suspect::ENOUGH;
use crate::exchange::unreadable::Reason;
use crate::exchange::workbook::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS};
use crate::exchange::xml::{Taker, attribute, local, reference};

/// The most cells looked at on a sheet, blank ones with a format included.
const MOST_SEEN: usize = 5_000_000;

/// A cell's place: row and column from 0.
type Place = (usize, usize);

/// What a cell's value is, by its `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Inline,
    Words,
    Truth,
    Day,
    Error,
}

/// Which text of a cell is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Neither,
    Value,
    Formula,
}

/// A cell being read.
#[derive(Debug, Default)]
struct Cell {
    place: Place,
    kind: Kind,
    style: usize,
    /// Whether it holds a formula, and whether a value stands beside it.
    computed: bool,
    valued: bool,
}

impl Cell {
    /// Takes an attribute.
    fn says(&mut self, name: &str, value: &str) {
        match name {
            "r" => self.place = place(value).unwrap_or(self.place),
            "s" => self.style = value.parse().unwrap_or(0),
            "t" => self.kind = kind(value),
            _ => {}
        }
    }
}

/// A worksheet being read.
#[derive(Debug)]
pub struct Cells<'a> {
    shared: &'a Shared,
    sheet: &'a mut Sheet,
    gathering: &'a mut Gathering,
    hidden: Hidden,
    areas: Vec<(Place, Place)>,
    /// Where the next row and cell stand unless they say otherwise.
    next: Place,
    cell: Option<Cell>,
    /// The texts of the value and of the formula, and which of them is open.
    value: String,
    formula: String,
    within: Within,
    /// The text of an inline string, and whether it is open.
    inline: Text,
    in_inline: bool,
    /// What the shared strings are on this sheet.
    known: Vec<Option<TextId>>,
    seen: usize,
    ended: bool,
}

impl<'a> Cells<'a> {
    /// Starts on a sheet.
    pub fn new(shared: &'a Shared, sheet: &'a mut Sheet, gathering: &'a mut Gathering) -> Self {
        Self {
            known: vec![None; shared.strings.len()],
            shared,
            sheet,
            gathering,
            hidden: Hidden::default(),
            areas: Vec::new(),
            next: (0, 0),
            cell: None,
            value: String::new(),
            formula: String::new(),
            within: Within::Neither,
            inline: Text::default(),
            in_inline: false,
            seen: 0,
            ended: false,
        }
    }

    /// Hidden rows and columns, and the merged areas. `None` when the sheet is cut off before its cells end.
    pub fn finish(self) -> Option<(Hidden, Vec<(Place, Place)>)> {
        self.ended.then_some((self.hidden, self.areas))
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), Reason> {
        let name = tag.name();
        let name = local(name.as_ref());
        match name {
            "c" => self.open(tag)?,
            "v" => self.within = if !empty && self.said() { Within::Value } else { Within::Neither },
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.computed = true;
                    self.within = if empty { Within::Neither } else { Within::Formula };
                }
            }
            "is" => self.in_inline = !empty,
            "row" => self.row(tag),
            "col" if is_hidden(tag) => {
                let (first, last) = (number(tag, "min").unwrap_or(1), number(tag, "max").unwrap_or(1));
                self.hidden.columns.extend((first..=last).take(MOST_COLUMNS).map(|column| column.saturating_sub(1)));
            }
            "mergeCell" if self.areas.len() < MOST_CELLS => {
                self.areas.extend(attribute(tag, "ref").as_deref().and_then(area));
            }
            "sheetData" if empty => self.ended = true,
            _ => {}
        }
        if empty && matches!(name, "c" | "row") { self.end(name) } else { Ok(()) }
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        match name {
            "v" | "f" => self.within = Within::Neither,
            "c" => self.close()?,
            "is" => self.in_inline = false,
            "row" => self.next = (self.next.0 + 1, 0),
            "sheetData" => self.ended = true,
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, tag: &BytesStart<'_>) {
        let mut hidden = false;
        for one in tag.attributes().with_checks(false).flatten() {
            match one.key.as_ref() {
                "r" => self.next.0 = one.value.parse::<usize>().map_or(self.next.0, |row| row.saturating_sub(1)),
                "hidden" => hidden = matches!(&*one.value, "1" | "true"),
                _ => {}
            }
        }
        if hidden && self.next.0 < MOST_ROWS {
            self.hidden.rows.insert(self.next.0);
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Reason> {
        let mut cell = Cell { place: self.next, ..Cell::default() };
        for one in tag.attributes().with_checks(false).flatten() {
            cell.says(one.key.as_ref(), &one.value);
        }
        self.counts(&cell)?;
        self.value.clear();
        self.formula.clear();
        self.cell = Some(cell);
        Ok(())
    }

    /// Counts a cell, and notes where the next one stands.
    fn counts(&mut self, cell: &Cell) -> Result<(), Reason> {
        self.seen += 1;
        self.next.1 = cell.place.1 + 1;
        if self.seen > MOST_SEEN { Err(too_many()) } else { Ok(()) }
    }

    /// Notes that the open cell has a value; gives whether there is such a cell.
    fn said(&mut self) -> bool {
        let Some(cell) = &mut self.cell else { return false };
        cell.valued = true;
        true
    }

    fn close(&mut self) -> Result<(), Reason> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let inline = self.inline.finish();
        let value = std::mem::take(&mut self.value);
        let outcome = self.settle(&cell, value.trim_matches([' ', '\t', '\r', '\n']), &inline);
        self.value = value;
        outcome
    }

    /// Puts what a cell says onto the sheet.
    fn settle(&mut self, cell: &Cell, value: &str, inline: &str) -> Result<(), Reason> {
        let words = matches!(cell.kind, Kind::Words | Kind::Inline);
        if cell.computed && value.is_empty() && inline.is_empty() && !(words && cell.valued) {
            let Some(text) = constant(&self.formula) else {
                self.gathering.no_result(self.sheet, cell.place);
                return Ok(());
            };
            return self.text(cell.place, &text);
        }
        match cell.kind {
            Kind::Shared if value.is_empty() => Ok(()),
            Kind::Shared => self.shared(cell.place, value),
            Kind::Inline => self.text(cell.place, inline),
            Kind::Words if value.contains("_x") => self.text(cell.place, &unescaped(value)),
            Kind::Words => self.text(cell.place, value),
            Kind::Truth => self.text(cell.place, truth(value)),
            Kind::Day => self.text(cell.place, value.split_once('T').map_or(value, |(day, _)| day)),
            Kind::Error if value != "#GETTING_DATA" && !value.is_empty() => {
                let message = t!("exchange.cell.error", error = value);
                self.gathering.doubt(Severity::Warning, self.sheet, cell.place, message);
                Ok(())
            }
            Kind::Error => Ok(()),
            Kind::Number => self.number(cell, value),
        }
    }

    fn text(&mut self, place: Place, text: &str) -> Result<(), Reason> {
        let text = self.sheet.keep(text);
        self.gathering.place(self.sheet, place, text)
    }

    fn shared(&mut self, place: Place, value: &str) -> Result<(), Reason> {
        let at: usize = value.parse().map_err(|_| Reason::Broken)?;
        let known = self.known.get_mut(at).ok_or(Reason::Broken)?;
        let text = match *known {
            Some(text) => text,
            None => {
                let string = self.shared.strings.get(at).ok_or(Reason::Broken)?;
                *known.insert(self.sheet.keep(string))
            }
        };
        self.gathering.place(self.sheet, place, text)
    }

    fn number(&mut self, cell: &Cell, value: &str) -> Result<(), Reason> {
        let plain = Format::default();
        let format = self.shared.formats.get(cell.style).unwrap_or(&plain);
        if cell::is_plain(value) && format.is_plain() {
            return self.text(cell.place, value);
        }
        let Ok(number) = value.parse::<f64>() else { return self.text(cell.place, value) };
        let time = |kind| Data::DateTime(ExcelDateTime::new(number, kind, self.shared.since_1904));
        let data = match format.meaning {
            Meaning::Number => Data::Float(number),
            Meaning::Day => time(ExcelDateTimeType::DateTime),
            Meaning::Span => time(ExcelDateTimeType::TimeDelta),
        };
        match cell::show(&data, &format.code) {
            Seen::Text(text) => self.text(cell.place, &text),
            Seen::Error(_) => Ok(()),
        }
    }
}

impl Taker for Cells<'_> {
    /// Fails on too many cells, or a cell that names what is not there.
    fn take(&mut self, event: &Event<'_>) -> Result<(), Reason> {
        match event {
            Event::Start(tag) => self.start(tag, false)?,
            Event::Empty(tag) => self.start(tag, true)?,
            Event::End(tag) => self.end(local(tag.name().as_ref()))?,
            _ if self.value.len() > ENOUGH || self.formula.len() > ENOUGH => {}
            Event::Text(text) if self.within == Within::Value => self.value.push_str(text),
            Event::CData(text) if self.within == Within::Value => self.value.push_str(text),
            Event::Text(text) if self.within == Within::Formula => self.formula.push_str(text),
            Event::GeneralRef(name) if self.within == Within::Value => self.value.extend(reference(name)),
            _ => {}
        }
        if self.in_inline {
            self.inline.take(event);
        }
        Ok(())
    }

    /// Between cells, the next ones may be plain.
    fn looks_ahead(&self) -> bool {
        self.cell.is_none() && !self.ended
    }

    /// Nearly all cells of nearly all workbooks are plain.
    fn ahead(&mut self, text: &str) -> Result<usize, Reason> {
        let mut used = 0;
        while self.looks_ahead()
            && let Some(plain) = Plain::at(text.get(used..).unwrap_or_default())
        {
            let mut cell = Cell { place: self.next, ..Cell::default() };
            plain.attributes.iter().flatten().for_each(|(name, value)| cell.says(name, value));
            self.counts(&cell)?;
            if let Some(value) = plain.value {
                cell.valued = true;
                self.settle(&cell, value.trim_matches([' ', '\t', '\r', '\n']), "")?;
            } else {
                self.settle(&cell, "", "")?;
            }
            used += plain.length;
        }
        Ok(used)
    }
}

fn kind(t: &str) -> Kind {
    match t {
        "s" => Kind::Shared,
        "inlineStr" | "is" => Kind::Inline,
        "str" => Kind::Words,
        "b" => Kind::Truth,
        "d" => Kind::Day,
        "e" => Kind::Error,
        _ => Kind::Number,
    }
}

fn truth(value: &str) -> &str {
    match value {
        "1" | "true" => "TRUE",
        "0" | "false" => "FALSE",
        other => other,
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"))
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(tag, name)?.parse().ok()
}

/// The place of `B7`.
fn place(text: &str) -> Option<Place> {
    let (mut row, mut col) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                col = col.checked_mul(26)?.checked_add(usize::from(byte.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' if col > 0 => row = row.checked_mul(10)?.checked_add(usize::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, col.checked_sub(1)?))
}

/// First and last place of `B2:D7`; `None` for one cell.
fn area(text: &str) -> Option<(Place, Place)> {
    let (first, last) = text.split_once(':')?;
    Some((place(first)?, place(last)?))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    type Text = (usize, usize, String);
    type Found = (Hidden, Vec<(Place, Place)>);

    /// What a worksheet's markup gives: its texts with their places, what it hides and merges, and the count of doubts.
    fn read(markup: &str) -> (Vec<Text>, Option<Found>, usize) {
        rust_i18n::set_locale("zh");
        let shared = Shared {
            strings: vec!["单位名称".to_owned(), " 甲\r\n乙 ".to_owned()],
            formats: ["", "0%", "yyyy\"年\"m\"月\""].map(Format::of).to_vec(),
            since_1904: false,
        };
        let (mut sheet, mut gathering) = (Sheet::new("S", false), Gathering::default());
        let mut cells = Cells::new(&shared, &mut sheet, &mut gathering);
        let mut reader = quick_xml::Reader::from_str(markup);
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                event => cells.take(&event).unwrap(),
            }
        }
        let found = cells.finish();
        let texts = sheet.texts().map(|(row, col, text)| (row, col, text.to_owned())).collect();
        (texts, found, gathering.out.doubts.len())
    }

    #[test]
    fn every_kind_of_value() {
        let (texts, found, doubts) = read(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c r=\"D1\"><v>735</v></c>\
             <c s=\"1\"><v>0.95</v></c><c s=\"2\"><v>44531</v></c><c t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row>\
             <row><c t=\"str\"><f>A1</f><v>x</v></c><c t=\"b\"><v>1</v></c><c><f>1+1</f><v>3.3000000000000003</v></c>\
             <c t=\"e\"><v>#REF!</v></c><c><f>1+1</f></c><c t=\"str\"><f>A9</f><v></v></c><c s=\"7\"/></row></sheetData></worksheet>",
        );
        let seen: Vec<_> = texts.iter().map(|(row, col, text)| format!("{row},{col} {text}")).collect();
        let expected = [
            "0,0 单位名称",
            "0,1 甲\n乙",
            "0,3 735",
            "0,4 95%",
            "0,5 2021年12月",
            "0,6 a&b",
            "1,0 x",
            "1,1 TRUE",
            "1,2 3.3",
        ];
        assert_eq!(seen, expected);
        assert!(found.is_some());
        assert_eq!(doubts, 2, "the error and the formula without a result");
    }

    #[test]
    fn a_value_with_its_sign_that_a_program_took_for_a_formula() {
        let (texts, _, doubts) = read(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>22个</f><v></v></c><c><f>100%</f><v/></c><c><f>B7</f><v/></c>\
             <c><f>22/7</f></c></row></sheetData></worksheet>",
        );
        let seen: Vec<_> = texts.iter().map(|(_, col, text)| format!("{col} {text}")).collect();
        assert_eq!(seen, ["0 =22个", "1 =100%"]);
        assert_eq!(doubts, 2, "what really is a formula has no result");
    }

    #[test]
    fn rows_columns_and_areas() {
        let (_, found, _) = read(
            "<x:worksheet><x:cols><x:col min=\"2\" max=\"3\" hidden=\"1\"/><x:col min=\"5\" max=\"5\"/></x:cols><x:sheetData>\
             <x:row r=\"2\" hidden='true'/><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row hidden=\"1\"/></x:sheetData>\
             <x:mergeCells><x:mergeCell ref=\"A1:$B$2\"/></x:mergeCells></x:worksheet>",
        );
        let (hidden, areas) = found.unwrap();
        assert_eq!(hidden.rows, BTreeSet::from([1, 3]));
        assert_eq!(hidden.columns, BTreeSet::from([1, 2]));
        assert_eq!(areas, [((0, 0), (1, 1))]);
        assert_eq!(read("<worksheet><sheetData><row>").1, None, "cut off");
    }

    #[test]
    fn places() {
        assert_eq!(place("B7"), Some((6, 1)));
        assert_eq!(place("AA10"), Some((9, 26)));
        for text in ["", "A", "7", "A0", "7A", "A1B", "ZZZZZZZZZZZZZZZZZZZZZZZZ1"] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
