//! A list of projects whose indicators stand in one cell, perhaps with the objective: `【总体目标】…【产出指标-数量指标】指标1:机柜数量(≥77台)`,
//! or with their levels joined to them: `产出指标-数量指标-机柜数量≥77台`. A cell with anything that is neither is refused with its place.

mod contents;

use rust_i18n::t;

use super::{Carries, HEADED, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::target::{Submission, UnitName};
use crate::exchange::header::{Field, field_of};
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use contents::Contents;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.in_cells").into_owned()
}

/// The columns of such a list.
struct Columns {
    head: usize,
    contents: usize,
    /// The column of the objective where it does not stand in the same cell.
    objective: Option<usize>,
    name: usize,
    /// The column of units beside that of projects.
    unit: Option<usize>,
    code: Option<usize>,
    amount: Option<usize>,
    /// Whether levels are joined to the indicators instead of marking them.
    joined: bool,
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let apart = survey.table.as_ref().is_some_and(|table| table.has(Field::Level3) && table.has(Field::Value));
    let columns = columns(survey.sheet).filter(|columns| !columns.joined || !apart);
    if columns.is_none() {
        return Recognition::weigh(&[("单元格内指标", false, true)]);
    }
    Recognition::weigh(&[("单位名称、项目名称", true, true), ("单元格内指标", true, true)])
}

/// The first row that heads names, with the column below whose cells hold indicators.
fn columns(sheet: &Sheet) -> Option<Columns> {
    (0..sheet.height().min(HEADED)).find_map(|head| {
        let of = |wanted: &[Field]| {
            let field = |col: &usize| field_of(sheet.own(head, *col)).is_some_and(|(field, _)| wanted.contains(&field));
            (0..sheet.width()).find(field)
        };
        let name = of(&[Field::Project]).or_else(|| of(&[Field::UnitProject, Field::Unit]))?;
        let objective = of(&[Field::Objective]);
        let below = |col: usize| (head + 1..sheet.height()).map(move |row| sheet.own(row, col));
        let marked = objective.filter(|&col| below(col).any(contents::is_marked));
        let joined = || (0..sheet.width()).find(|&col| col != name && below(col).any(contents::lists));
        let (contents, joined) = marked.map(|col| (col, false)).or_else(|| Some((joined()?, true)))?;
        let objective = objective.filter(|&col| col != contents);
        let (code, amount, unit) = (of(&[Field::UnitCode]), of(&[Field::Amount]), of(&[Field::Unit]));
        let unit = unit.filter(|&col| col != name);
        Some(Columns { head, contents, objective, name, unit, code, amount, joined })
    })
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let sheet = survey.sheet;
    let Some(columns) = columns(sheet) else { return };
    let year = page.year(0..columns.head);
    let scale = page.scale(columns.amount.map_or("", |col| sheet.own(columns.head, col)), columns.head);
    let mut unit = page.titled_unit(columns.head).map(|text| name::unit(&text)).unwrap_or_default();
    for row in columns.head + 1..sheet.height() {
        take_unit(&mut unit, &columns, sheet, row);
        let (named, cell) = (sheet.in_column(row, columns.name), sheet.in_column(row, columns.contents));
        if !(contents::is_marked(cell) || contents::lists(cell)) {
            if !cell.is_empty() && !named.is_empty() && !name::is_total(named) && !name::is_footer(named) {
                let message = t!("exchange.indicators.none", project = name::one_line(named));
                page.problem(Severity::Warning, row, columns.contents, message);
            }
            continue;
        }
        let Some(contents) = Contents::read(cell) else {
            page.problem(Severity::Error, row, columns.contents, t!("exchange.in_cells.unclear"));
            continue;
        };
        if named.is_empty() {
            page.problem(Severity::Error, row, columns.name, t!("exchange.project.unnamed"));
            continue;
        }
        let amount = columns.amount.and_then(|col| page.amount((row, col), sheet.in_column(row, col), scale));
        let beside = columns.objective.map_or("", |col| sheet.in_column(row, col));
        let objective = if contents.objective.is_empty() { beside.to_owned() } else { contents.objective };
        let submission = Submission {
            amount,
            objective,
            indicators: contents.indicators,
            source: page.file.to_owned(),
            until: None,
        };
        let project = name::project(named);
        page.target(
            (row, columns.name),
            HandedTarget { unit: unit.clone(), project, year, category: None, submission },
        );
    }
}

/// Takes the unit that a row names: in a column of its own, or alone in that of the projects.
fn take_unit(unit: &mut UnitName, columns: &Columns, sheet: &Sheet, row: usize) {
    let code = columns.code.map(|col| name::one_line(sheet.in_column(row, col))).filter(|code| !code.is_empty());
    let alone = sheet.in_column(row, columns.contents).is_empty();
    let named = match columns.unit {
        Some(col) => sheet.own(row, col),
        None if alone && name::is_organisation(sheet.in_column(row, columns.name)) => {
            sheet.in_column(row, columns.name)
        }
        None => "",
    };
    if !named.is_empty() {
        *unit = name::unit(&name::one_line(named));
        unit.code = unit.code.take().or(code);
    }
}
