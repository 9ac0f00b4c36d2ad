//! A county's list of budget units (预算单位名录) from a workbook: one unit a row, under a header of any order.
//!
//! Owns the words of its header. What the list does not state stays as it is; what cannot be read is told at its cell.

use std::collections::HashMap;

use rust_i18n::t;

use super::list::{Headed, Named, headed};
use super::{Unreadable, name, problem};
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
const WORDS: [Named<Column>; 4] = [
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
    let needed =
        |columns: &[(Column, usize)]| columns.len() > 1 && columns.iter().any(|(column, _)| *column == Column::Name);
    let (sheets, problems) = headed(file, bytes, &WORDS, needed)?;
    let mut out = UnitFile { problems, ..UnitFile::default() };
    if sheets.is_empty() {
        let words = t!("exchange.units.no-header").into_owned();
        out.problems.push(problem(file, Severity::Error, String::new(), words));
    }
    let mut seen = HashMap::new();
    for list in &sheets {
        Reading { file, list, seen: &mut seen, out: &mut out }.rows();
    }
    Ok(out)
}

struct Reading<'a> {
    file: &'a str,
    list: &'a Headed<Column>,
    /// Where each name and code was met.
    seen: &'a mut HashMap<String, String>,
    out: &'a mut UnitFile,
}

impl Reading<'_> {
    fn rows(&mut self) {
        for row in self.list.from..self.list.sheet.height() {
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
        let Some(col) = self.list.place(wanted) else { return (String::new(), String::new()) };
        (self.list.sheet.address(row, col), self.list.sheet.text(row, col).trim().to_owned())
    }
}
