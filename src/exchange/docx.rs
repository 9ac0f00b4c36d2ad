//! Word documents → sheets: every table becomes a grid, the lines above it its title rows.
//!
//! Owns what a table's markup means: cells over several columns (`gridSpan`) and rows (`vMerge`), tracked deletions, hidden runs,
//! ticked boxes. A table that follows another with nothing between continues it, as where a form was torn apart at a page's end.
//! Knows no header and no form.

use quick_xml::events::{BytesStart, Event};

use super::package::{MOST_CONTENTS, Package};
use super::sheet::Sheet;
use super::suspect::ENOUGH;
use super::unreadable::Reason;
use super::workbook::{MOST_CELLS, Workbook};
use super::xml::{attribute, flow, reference};

/// The most lines above a table that count as its titles.
const TITLES: usize = 8;
/// The longest line, in characters, that counts as a title.
const TITLE_LENGTH: usize = 120;
/// The most tables within each other that are told apart.
const DEEPEST: usize = 8;

/// Reads all tables of a document.
///
/// # Errors
/// A broken document, or one with too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let mut walk = Walk::default();
    let there = flow(&mut Package::open(bytes)?, "word/document.xml", MOST_CONTENTS, |event| {
        match event {
            Event::Start(tag) => walk.start(tag, false)?,
            Event::Empty(tag) => walk.start(tag, true)?,
            Event::End(tag) => walk.end(tag.local_name().as_ref())?,
            Event::Text(text) if walk.in_text => walk.say(text),
            Event::GeneralRef(name) if walk.in_text => {
                if let Some(c) = reference(name) {
                    walk.say(c.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    if there { Ok(Workbook { sheets: walk.sheets, doubts: Vec::new() }) } else { Err(Reason::Broken) }
}

/// A cell being read.
#[derive(Debug, Default)]
struct Cell {
    text: String,
    span: usize,
    /// Continues the cell above.
    continues: bool,
    /// Continues the cell to the left.
    beside: bool,
    /// Tables within it.
    inner: Vec<Table>,
}

/// A table being read: the rows, and where each cell lies.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<(usize, Cell)>>,
    column: usize,
}

#[derive(Debug, Default)]
struct Walk {
    sheets: Vec<Sheet>,
    /// Lines since the last table.
    lines: Vec<String>,
    line: String,
    table: Option<Table>,
    cell: Option<Cell>,
    /// The tables around the one being read, each with the cell that it stands in.
    outer: Vec<(Option<Table>, Option<Cell>)>,
    cells: usize,
    tables: usize,
    in_text: bool,
    hidden: bool,
    /// How many elements are open within one that is not read.
    skipped: usize,
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), Reason> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipped > 0 || matches!(name, "Fallback" | "txbxContent" | "del" | "moveFrom" | "pict" | "instrText") {
            self.skipped += usize::from(!empty);
            return Ok(());
        }
        match name {
            "tbl" if !empty => self.open_table(),
            "tr" => self.open_row(),
            "gridBefore" if self.cell.is_none() => self.indent(number(tag)),
            "tc" => self.open_cell()?,
            "gridSpan" | "vMerge" | "hMerge" => self.shape(name, tag),
            "t" => self.in_text = !empty,
            "r" => self.hidden = false,
            "vanish" => self.hidden = !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off")),
            "tab" => self.say(" "),
            "br" | "cr" => self.say("\n"),
            "sym" => self.say(symbol(tag)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "r" => self.hidden = false,
            "p" => self.end_paragraph(),
            "tc" => self.close_cell(),
            "tbl" => match self.outer.pop() {
                Some(outer) => self.close_inner(outer),
                None => self.close_table()?,
            },
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if self.hidden {
            return;
        }
        let said = self.cell.as_mut().map_or(&mut self.line, |cell| &mut cell.text);
        if said.len() <= ENOUGH {
            said.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.text.len() <= ENOUGH {
                cell.text.push('\n');
            }
        } else {
            let line = std::mem::take(&mut self.line);
            let line = line.trim();
            if !line.is_empty() && self.table.is_none() {
                // Of all lines only the last ones can be titles; one more tells where they begin.
                if self.lines.len() > TITLES {
                    self.lines.remove(0);
                }
                self.lines.push(line.to_owned());
            }
        }
    }

    fn open_table(&mut self) {
        if self.table.is_some() && self.outer.len() < DEEPEST {
            self.outer.push((self.table.take(), self.cell.take()));
        }
        self.table = Some(Table::default());
    }

    /// Ends a table within a cell. One of several rows and columns is a table of its own below the cell's row; the text of any other belongs to
    /// the cell.
    fn close_inner(&mut self, (table, cell): (Option<Table>, Option<Cell>)) {
        let inner = std::mem::replace(&mut self.table, table);
        self.cell = cell;
        let (Some(cell), Some(inner)) = (&mut self.cell, inner) else { return };
        let wide = inner.rows.iter().map(|row| row.iter().map(|(_, cell)| cell.span).sum::<usize>()).max();
        if inner.rows.len() > 1 && wide.unwrap_or(0) > 2 {
            cell.inner.push(inner);
            return;
        }
        for (_, other) in inner.rows.into_iter().flatten() {
            if cell.text.len() <= ENOUGH {
                cell.text.push_str(&other.text);
            }
            cell.inner.extend(other.inner);
        }
    }

    fn open_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
            table.column = 0;
        }
    }

    fn indent(&mut self, columns: usize) {
        if let Some(table) = &mut self.table {
            table.column += columns.min(MOST_CELLS);
        }
    }

    fn open_cell(&mut self) -> Result<(), Reason> {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(super::workbook::too_many());
        }
        self.cell = Some(Cell { span: 1, ..Cell::default() });
        Ok(())
    }

    /// What a cell's properties say of its shape.
    fn shape(&mut self, name: &str, tag: &BytesStart<'_>) {
        let Some(cell) = &mut self.cell else { return };
        let restarts = attribute(tag, "val").as_deref() == Some("restart");
        match name {
            "gridSpan" => cell.span = number(tag).clamp(1, 1_000),
            "vMerge" => cell.continues = !restarts,
            _ => cell.beside = !restarts,
        }
    }

    fn close_cell(&mut self) {
        let (Some(cell), Some(table)) = (self.cell.take(), &mut self.table) else { return };
        let (column, span) = (table.column, cell.span);
        if let Some(row) = table.rows.last_mut() {
            row.push((column, cell));
        }
        table.column += span;
    }

    /// Puts the table below its titles, or below the table that it continues.
    fn close_table(&mut self) -> Result<(), Reason> {
        let Some(table) = self.table.take() else { return Ok(()) };
        self.cell = None;
        self.tables += 1;
        let titles = titles(&std::mem::take(&mut self.lines));
        let continues = titles.is_empty() && !self.sheets.is_empty();
        if !continues {
            let name = rust_i18n::t!("exchange.where.table_name", table = self.tables);
            self.sheets.push(Sheet::new(&name, false));
        }
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        for title in &titles {
            let row = sheet.push_table_row(self.tables, None);
            sheet.set(row, 0, title);
        }
        fill(sheet, &table, (self.tables, None), 0);
        if sheet.width() > 2_000 || sheet.height() > MOST_CELLS {
            return Err(super::workbook::too_many());
        }
        Ok(())
    }
}

/// The last lines above a table that are short enough for titles; `续表` alone is none.
fn titles(lines: &[String]) -> Vec<String> {
    let short = |line: &&String| line.chars().count() <= TITLE_LENGTH;
    let near = lines.iter().rev().take_while(short).take(TITLES);
    let mut out: Vec<String> = near.filter(|line| !matches!(line.as_str(), "续表" | "续表:" | "续")).cloned().collect();
    out.reverse();
    out
}

/// Puts a table onto the sheet, from a column on: its texts, and below each row the tables within its cells, which stand in the file on that
/// row of the outermost one.
fn fill(sheet: &mut Sheet, table: &Table, (number, outermost): (usize, Option<usize>), from: usize) {
    let mut places = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let told = outermost.unwrap_or(at);
        let place = sheet.push_table_row(number, Some(told));
        places.push(place);
        for (column, cell) in row {
            if !cell.continues && !cell.beside {
                sheet.set(place, from + column, cell.text.trim());
            }
        }
        for (column, inner) in row.iter().flat_map(|(column, cell)| cell.inner.iter().map(move |inner| (column, inner)))
        {
            fill(sheet, inner, (number, Some(told)), from + column);
        }
    }
    merge_down(sheet, table, &places, from);
}

/// Joins the cells that continue the one above or beside them into areas.
fn merge_down(sheet: &mut Sheet, table: &Table, places: &[usize], from: usize) {
    for (at, (row, place)) in table.rows.iter().zip(places).enumerate() {
        for (order, (column, cell)) in row.iter().enumerate() {
            if cell.continues || cell.beside {
                continue;
            }
            let beside = row.iter().skip(order + 1).take_while(|(_, next)| next.beside);
            let right = beside.last().map_or(column + cell.span, |(last, next)| last + next.span) - 1;
            let below = table.rows.iter().skip(at + 1);
            let down =
                below.take_while(|row| row.iter().any(|(start, next)| start == column && next.continues)).count();
            let bottom = places.get(at + down).copied().unwrap_or(*place);
            sheet.merge((*place, from + column), (bottom, from + right));
        }
    }
}

fn number(tag: &BytesStart<'_>) -> usize {
    attribute(tag, "val").and_then(|text| text.trim().parse().ok()).unwrap_or(0)
}

/// Boxes of the symbol fonts that forms are ticked with.
fn symbol(tag: &BytesStart<'_>) -> &'static str {
    let code = attribute(tag, "char").unwrap_or_default().to_ascii_uppercase();
    match code.trim_start_matches("F0").trim_start_matches("00") {
        "52" | "FE" | "FC" | "54" | "53" => "☑",
        "A3" | "A8" | "6F" | "2A" => "□",
        _ => "",
    }
}

#[cfg(test)]
mod tests;
