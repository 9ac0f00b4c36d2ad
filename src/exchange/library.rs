//! A county's own indicator library (指标体系) from a workbook: one standard indicator a row, under a header of any order.
//!
//! Owns the words of its header. Levels and field may be merged or filled once; whatever the program cannot read is told at its cell, and
//! then nothing is taken.

use rust_i18n::t;

use crate::domain::handin::{Problem, Severity};
use crate::domain::library::Standard;
use crate::domain::measure::{Sign, squeeze};

use super::list::{Headed, Named, headed};
use super::{Unreadable, level, problem};

/// A column of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Field,
    Level1,
    Level2,
    Name,
    Sign,
    Unit,
    Usual,
    Aliases,
}

/// What counties call the columns.
const WORDS: [Named<Column>; 8] = [
    (Column::Field, &["领域", "行业领域", "行业", "类别", "分类", "行业类别", "支出领域"]),
    (Column::Level1, &["一级指标", "一级"]),
    (Column::Level2, &["二级指标", "二级"]),
    (Column::Name, &["三级指标", "指标名称", "三级指标名称", "绩效指标", "指标"]),
    (Column::Sign, &["指标性质", "性质", "符号", "指标方向"]),
    (Column::Unit, &["度量单位", "计量单位", "单位"]),
    (Column::Usual, &["常用值", "参考值", "标准值", "指标值", "目标值", "指标标准"]),
    (Column::Aliases, &["别名", "同义名称", "其他名称", "又称"]),
];

/// The standards of a workbook, or what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LibraryFile {
    /// The standards, in their order.
    pub standards: Vec<Standard>,
    /// What is wrong, with places.
    pub problems: Vec<Problem>,
}

/// Reads a county's library. `name` is shown in messages.
///
/// # Errors
/// The file as a whole cannot be read, or no sheet has a header with 二级指标 and a name.
pub fn read_library(name: &str, bytes: &[u8]) -> Result<LibraryFile, Unreadable> {
    let needed = |columns: &[(Column, usize)]| {
        let has = |wanted| columns.iter().any(|(column, _)| *column == wanted);
        has(Column::Name) && has(Column::Level2)
    };
    let (sheets, problems) = headed(name, bytes, &WORDS, needed)?;
    let mut file = LibraryFile { problems, ..LibraryFile::default() };
    for list in &sheets {
        Reading { name, list, file: &mut file }.rows();
    }
    if sheets.is_empty() {
        let words = t!("exchange.library.no-header").into_owned();
        file.problems.push(problem(name, Severity::Error, String::new(), words));
    }
    Ok(file)
}

struct Reading<'a> {
    name: &'a str,
    list: &'a Headed<Column>,
    file: &'a mut LibraryFile,
}

impl Reading<'_> {
    fn rows(&mut self) {
        let mut former: Option<Standard> = None;
        for row in self.list.from..self.list.sheet.height() {
            if self.list.sheet.is_blank(row) || self.text(row, Column::Name).is_empty() {
                continue;
            }
            let Some(standard) = self.row(row, former.as_ref()) else { continue };
            let named = |other: &Standard| other.field == standard.field && other.is_named(&standard.name);
            if self.file.standards.iter().any(named) {
                self.fault(row, Column::Name, &t!("exchange.library.twice", name = standard.name));
            }
            self.file.standards.push(standard.clone());
            former = Some(standard);
        }
    }

    /// A standard; what is left blank of field and levels is as in the row above.
    fn row(&mut self, row: usize, former: Option<&Standard>) -> Option<Standard> {
        let or_above = |text: String, above: fn(&Standard) -> &String| {
            if text.is_empty() { former.map(|former| above(former).clone()).unwrap_or_default() } else { text }
        };
        let second = level::second(&self.text(row, Column::Level2)).unwrap_or_default();
        let second = or_above(second, |former| &former.l2);
        if second.is_empty() {
            self.fault(row, Column::Level2, &t!("exchange.library.no-level"));
            return None;
        }
        let first = level::first(&self.text(row, Column::Level1)).unwrap_or_default();
        let sign = self.text(row, Column::Sign);
        let sign = match Sign::of_cell(&sign) {
            None if !sign.is_empty() => {
                self.fault(row, Column::Sign, &t!("exchange.library.no-sign", sign = sign));
                return None;
            }
            known => known,
        };
        let aliases = self.text(row, Column::Aliases);
        let aliases = aliases.split(['、', ',', ',', ';', ';', '\n']).map(str::trim).filter(|alias| !alias.is_empty());
        Some(Standard {
            field: or_above(self.text(row, Column::Field), |former| &former.field),
            l1: or_above(first, |former| &former.l1),
            l2: second,
            name: self.text(row, Column::Name),
            sign,
            unit: squeeze(&self.text(row, Column::Unit)),
            usual: self.text(row, Column::Usual),
            aliases: aliases.map(str::to_owned).collect(),
        })
    }

    fn text(&self, row: usize, column: Column) -> String {
        let place = self.list.place(column);
        place.map_or_else(String::new, |col| self.list.sheet.text(row, col).trim().replace('\n', ""))
    }

    fn fault(&mut self, row: usize, column: Column, words: &str) {
        let place = self.list.sheet.address(row, self.list.place(column).unwrap_or_default());
        self.file.problems.push(problem(self.name, Severity::Error, place, words.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> LibraryFile {
        read_library("指标体系.csv", text.as_bytes()).unwrap()
    }

    #[test]
    fn a_library_is_read_by_its_header_in_any_order() {
        let file = read(
            "云岭县指标体系,,,,,,\n三级指标,行业领域,一级指标,二级指标,单位,指标性质,参考值\n\
            覆盖学校数,教育,产出,数量,所,≥,\n膳食达标率,,,质量指标,%,大于等于,95\n",
        );
        assert_eq!(file.problems, []);
        let told: Vec<_> = file
            .standards
            .iter()
            .map(|one| format!("{}|{}|{}|{}|{}", one.field, one.l1, one.l2, one.name, one.usual_text()))
            .collect();
        assert_eq!(told, ["教育|产出指标|数量指标|覆盖学校数|所", "教育|产出指标|质量指标|膳食达标率|≥95%"]);
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_cell() {
        let file =
            read("二级指标,指标名称,指标性质\n,覆盖学校数,\n数量,受益人数,约\n数量,受益人数,≥\n数量,受益人数,≥\n");
        let told: Vec<_> = file.problems.iter().map(|problem| problem.r#where.as_str()).collect();
        assert_eq!(told.len(), 3, "{:?}", file.problems);
        assert!(read("姓名,单位\n甲,乙\n").problems.iter().any(|problem| problem.severity == Severity::Error));
    }
}
