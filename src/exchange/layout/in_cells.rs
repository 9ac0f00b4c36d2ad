//! A list of projects whose objective and indicators stand in one cell: `【总体目标】…【产出指标-数量指标】指标1:机柜数量(≥77台)`.
//!
//! Owns the marks within the cell. A cell with anything that is neither a mark nor an indicator is refused with its place.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::Measure;
use crate::domain::target::{Indicator, Submission, UnitName};
use crate::exchange::header::{Field, field_of};
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use crate::exchange::{level, name};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

/// The most rows among which the heads are looked for.
const ENOUGH: usize = 20;

fn words() -> String {
    t!("exchange.layout.in_cells").into_owned()
}

/// The columns of such a list.
struct Columns {
    head: usize,
    contents: usize,
    name: usize,
    code: Option<usize>,
    amount: Option<usize>,
}

/// What one cell holds.
#[derive(Debug, Default, PartialEq)]
struct Contents {
    objective: String,
    indicators: Vec<Indicator>,
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let columns = columns(survey.sheet);
    let marked = columns.as_ref().is_some_and(|columns| {
        (columns.head + 1..survey.sheet.height()).any(|row| is_marked(survey.sheet.own(row, columns.contents)))
    });
    if !marked {
        return Recognition::weigh(&[("单元格内指标", false, true)]);
    }
    Recognition::weigh(&[("单位名称、项目名称", columns.is_some(), true), ("单元格内指标", marked, true)])
}

/// The first row that heads names and objectives.
fn columns(sheet: &Sheet) -> Option<Columns> {
    (0..sheet.height().min(ENOUGH)).find_map(|head| {
        let of = |wanted: &[Field]| {
            let field = |col: &usize| field_of(sheet.own(head, *col)).is_some_and(|(field, _)| wanted.contains(&field));
            (0..sheet.width()).find(field)
        };
        let contents = of(&[Field::Objective])?;
        let name = of(&[Field::Project]).or_else(|| of(&[Field::UnitProject, Field::Unit]))?;
        let (code, amount) = (of(&[Field::UnitCode]), of(&[Field::Amount]));
        Some(Columns { head, contents, name, code, amount })
    })
}

/// Whether a cell marks indicators by their levels.
fn is_marked(text: &str) -> bool {
    let mut marks = text.split('【').skip(1).filter_map(|part| part.split_once('】')).map(|(mark, _)| mark);
    marks.any(|mark| levels(mark).is_some())
}

/// The levels of a mark: 产出指标-数量指标.
fn levels(mark: &str) -> Option<(String, String)> {
    let (first, second) = mark.split_once(['-', '—', '－', '_'])?;
    (level::is_first(first) && level::is_second(second))
        .then(|| Some((level::first(first)?, level::second(second)?)))
        .flatten()
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let sheet = survey.sheet;
    let Some(columns) = columns(sheet) else { return };
    let year = page.year(0..columns.head);
    let scale = page.scale(columns.amount.map_or("", |col| sheet.own(columns.head, col)), columns.head);
    let mut unit = UnitName::default();
    for row in columns.head + 1..sheet.height() {
        let (named, cell) = (sheet.in_column(row, columns.name), sheet.in_column(row, columns.contents));
        let code = columns.code.map(|col| name::one_line(sheet.in_column(row, col))).filter(|code| !code.is_empty());
        if !is_marked(cell) {
            if name::is_organisation(named) && cell.is_empty() {
                unit = name::unit(&name::one_line(named));
                unit.code = unit.code.or(code);
            } else if !cell.is_empty() && !named.is_empty() {
                let message = t!("exchange.indicators.none", project = name::one_line(named));
                page.problem(Severity::Warning, row, columns.contents, message);
            }
            continue;
        }
        let Some(contents) = contents(cell) else {
            page.problem(Severity::Error, row, columns.contents, t!("exchange.in_cells.unclear"));
            continue;
        };
        if named.is_empty() {
            page.problem(Severity::Error, row, columns.name, t!("exchange.project.unnamed"));
            continue;
        }
        let amount = columns.amount.and_then(|col| page.amount((row, col), sheet.in_column(row, col), scale));
        let source = page.file.to_owned();
        let submission = Submission { amount, objective: contents.objective, indicators: contents.indicators, source };
        let project = name::project(named);
        page.target(
            (row, columns.name),
            HandedTarget { unit: unit.clone(), project, year, category: None, submission },
        );
    }
}

/// Reads a cell; `None` when anything in it is not understood.
fn contents(cell: &str) -> Option<Contents> {
    let mut out = Contents::default();
    for part in cell.split('【').skip(1) {
        let (mark, text) = part.split_once('】')?;
        let text = text.trim_start_matches([':', '：']).trim();
        match levels(mark) {
            Some((l1, l2)) => {
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    out.indicators.push(indicator(&l1, &l2, line)?);
                }
            }
            None if mark.ends_with("目标") => text.clone_into(&mut out.objective),
            None if mark.contains("指标") => return None,
            None => {}
        }
    }
    Some(out)
}

/// `指标1:机柜数量(≥77台)`: the last brackets hold the value.
fn indicator(l1: &str, l2: &str, line: &str) -> Option<Indicator> {
    let line = line.trim_end_matches([';', '；', '。', ',', '，']);
    let inner = line.strip_suffix([')', '）'])?;
    let open = opening(inner)?;
    let (head, value) = inner.split_at_checked(open)?;
    let name = name::indicator(head);
    let measure = Measure::read(value.trim_start_matches(['(', '（']));
    let written = measure.written().clone();
    (!name.is_empty() && !written.value.is_empty()).then(|| Indicator {
        l1: Some(l1.to_owned()),
        l2: Some(l2.to_owned()),
        l3: Some(name),
        sign: written.sign,
        value: Some(written.value),
        unit: written.unit,
        weight: None,
        raw: measure.raw,
    })
}

/// Where the brackets open that end a text.
fn opening(inner: &str) -> Option<usize> {
    let mut depth = 1_u32;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_marks() {
        let cell = "【总体目标】\n保障租赁\n【产出指标-数量指标】\n指标1:机柜(柜)数量(≥77台)\n指标2:巡检(4次)\n【满意度指标-服务对象满意度】指标1:群众满意度(≥90%)";
        let read = contents(cell).unwrap();
        assert_eq!(read.objective, "保障租赁");
        let lines: Vec<_> = read.indicators.iter().map(|one| (one.name(), one.value.as_deref().unwrap())).collect();
        assert_eq!(lines, [("机柜(柜)数量", "77"), ("巡检", "4"), ("群众满意度", "90")]);
        assert_eq!(read.indicators[2].l2.as_deref(), Some("服务对象满意度指标"));
    }

    #[test]
    fn what_is_not_understood_is_not_read() {
        for cell in [
            "【产出指标-数量指标】机柜数量77台",
            "【产出指标-数量指标】指标1:机柜数量()",
            "【总体目标】保障【其他指标】指标1:数量(1)",
        ] {
            assert_eq!(contents(cell), None, "{cell}");
        }
    }
}
