//! A county's list of budget units (预算单位名录) from a workbook: one unit a row, under a header of any order.
//!
//! Owns the words of its header. What the list does not state stays as it is; what cannot be read is told at its cell.

use std::collections::HashMap;

use rust_i18n::t;

use super::header::bare;
use super::sheet::Sheet;
use super::{Reason, Unreadable, name, open, problem};
use crate::domain::handin::{Problem, Severity};
use crate::domain::people::{UnitChange, UnitLevel};
use crate::domain::target::UnitName;
use crate::domain::text::name_key;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Code,
    Name,
    Level,
    Desk,
}

/// What counties call the columns.
const WORDS: [(Column, &[&str]); 4] = [
    (Column::Code, &["单位编码", "预算单位编码", "单位代码", "预算单位代码", "预算编码", "编码", "代码"]),
    (
        Column::Name,
        &["单位名称", "预算单位名称", "预算单位", "单位全称", "部门名称", "预算部门", "预算部门名称", "单位"],
    ),
    (Column::Level, &["级别", "单位级别", "单位类型", "单位类别", "类型"]),
    (
        Column::Desk,
        &[
            "对口股室",
            "财政对口股室",
            "归口股室",
            "业务股室",
            "归口业务股室",
            "主管股室",
            "分管股室",
            "股室",
            "对口科室",
            "归口科室",
            "业务科室",
            "主管科室",
            "科室",
        ],
    ),
];

/// Rows among which the header is looked for.
const MOST_TITLES: usize = 12;

/// A unit of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedUnit {
    /// Its code, where the list states one, and its name.
    pub unit: UnitName,
    /// What else the list states.
    pub change: UnitChange,
    /// The cell of its name.
    pub place: String,
}

/// The units of a workbook, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitFile {
    /// The units, in their order.
    pub units: Vec<ListedUnit>,
    /// What is wrong, with places.
    pub problems: Vec<Problem>,
}

/// Reads a list of units. `file` is shown in messages.
///
/// # Errors
/// The file as a whole cannot be read.
pub fn read_units(file: &str, bytes: &[u8]) -> Result<UnitFile, Unreadable> {
    let unreadable = |reason| Unreadable { file: file.to_owned(), reason };
    let book = open(file, bytes).map_err(unreadable)?;
    if book.sheets.iter().all(Sheet::is_empty) {
        return Err(unreadable(Reason::Empty));
    }
    let mut out = UnitFile::default();
    let doubts = book.doubts.into_iter().map(|doubt| problem(file, doubt.severity, doubt.place, doubt.message));
    out.problems.extend(doubts);
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden && !sheet.is_empty());
    let headed: Vec<_> = shown.filter_map(|sheet| Some((sheet, header(sheet)?))).collect();
    if headed.is_empty() {
        let words = t!("exchange.units.no-header").into_owned();
        out.problems.push(problem(file, Severity::Error, String::new(), words));
    }
    let mut seen = HashMap::new();
    for (sheet, (row, columns)) in &headed {
        Reading { file, sheet, columns, seen: &mut seen, out: &mut out }.rows(row + 1);
    }
    Ok(out)
}

/// The first row that has a name and something to say of it, with the place of each column.
fn header(sheet: &Sheet) -> Option<(usize, Vec<(Column, usize)>)> {
    (0..sheet.height().min(MOST_TITLES)).find_map(|row| {
        let mut columns: Vec<(Column, usize)> = Vec::new();
        for col in sheet.places(row) {
            let words = bare(sheet.own(row, col));
            let known = WORDS.iter().find(|(_, names)| names.contains(&words.as_str()));
            if let Some((column, _)) = known.filter(|(column, _)| columns.iter().all(|(other, _)| other != column)) {
                columns.push((*column, col));
            }
        }
        let named = columns.iter().any(|(column, _)| *column == Column::Name);
        (named && columns.len() > 1).then_some((row, columns))
    })
}

struct Reading<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    columns: &'a [(Column, usize)],
    /// Where each name and code was met.
    seen: &'a mut HashMap<String, String>,
    out: &'a mut UnitFile,
}

impl Reading<'_> {
    fn rows(&mut self, from: usize) {
        for row in from..self.sheet.height() {
            let (_, name) = self.cell(row, Column::Name);
            if !name.is_empty() && !name::is_total(&name) && !name::is_footer(&name) {
                self.unit(row, name);
            }
        }
    }

    fn unit(&mut self, row: usize, name: String) {
        let (place, _) = self.cell(row, Column::Name);
        let (_, code) = self.cell(row, Column::Code);
        let stated = |text: String| Some(text).filter(|text| !text.is_empty());
        let code = stated(code);
        let keys = [Some(name_key(&name)), code.as_ref().map(|code| format!("#{code}"))];
        for (key, text) in keys.into_iter().flatten().zip([Some(&name), code.as_ref()].into_iter().flatten()) {
            if let Some(other) = self.seen.insert(key, place.clone()) {
                let words = t!("exchange.units.twice", name = text, other = other).into_owned();
                self.out.problems.push(problem(self.file, Severity::Error, place.clone(), words));
            }
        }
        let level = self.level(row);
        let desk = stated(self.cell(row, Column::Desk).1);
        let change = UnitChange { name: Some(name.clone()), code: code.clone(), level, desk };
        self.out.units.push(ListedUnit { unit: UnitName { code, name }, change, place });
    }

    fn level(&mut self, row: usize) -> Option<UnitLevel> {
        let (place, text) = self.cell(row, Column::Level);
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if text.is_empty() {
            None
        } else if has(&["乡", "镇", "街道"]) {
            Some(UnitLevel::Township)
        } else if has(&["一级", "县", "部门"]) {
            Some(UnitLevel::First)
        } else {
            let words = t!("exchange.units.level", text = text).into_owned();
            self.out.problems.push(problem(self.file, Severity::Warning, place, words));
            None
        }
    }

    /// A cell's address and its text without spaces around it; of merged cells what they show.
    fn cell(&self, row: usize, wanted: Column) -> (String, String) {
        let Some((_, col)) = self.columns.iter().find(|(column, _)| *column == wanted) else {
            return (String::new(), String::new());
        };
        (self.sheet.address(row, *col), self.sheet.text(row, *col).trim().to_owned())
    }
}
