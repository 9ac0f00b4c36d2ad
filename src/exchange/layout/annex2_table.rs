//! Whole departments as a table (Hunan's 整体支出绩效目标表): units in a column, no projects, the objective and the indicators beside them. Each
//! unit is one target.

use rust_i18n::t;

use super::annex2::{CATEGORY, WHOLE};
use super::{Carries, Layout, Recognition, Survey};
use crate::domain::handin::HandedTarget;
use crate::domain::target::{ProjectName, Submission};
use crate::exchange::header::{Field, Header};
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::rows::{Row, Rows};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.annex2_table").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let evaluated = survey.table_has(Field::Actual) || survey.table_has(Field::Score);
    let whole = survey.titled("整体支出") || survey.titled("整体绩效");
    Recognition::weigh(&[
        ("部门整体支出", whole && !survey.lists_projects() && !evaluated, true),
        ("单位名称", survey.table.as_ref().is_some_and(|table| lists_units(survey, table)), true),
        ("三级指标", survey.table_has(Field::Level3), true),
        ("指标值", survey.table_has(Field::Value), true),
        ("整体绩效目标", survey.table_has(Field::Objective), false),
        ("年度预算", survey.table_has(Field::Amount), false),
    ])
}

/// Whether a column left of the levels holds units.
fn lists_units(survey: &Survey<'_>, table: &Header) -> bool {
    let level = [Field::Level1, Field::Level2, Field::Level3].into_iter().filter_map(|field| table.column(field)).min();
    let Some(unit) = table.column(Field::Unit).filter(|unit| level.is_some_and(|level| *unit < level)) else {
        return false;
    };
    let below = (table.last + 1..survey.sheet.height()).map(|row| survey.sheet.own(row, unit));
    below.into_iter().find(|text| !text.is_empty()).is_some_and(name::is_organisation)
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(header) = &survey.table else { return };
    let sheet = page.sheet;
    let Some(unit) = header.column(Field::Unit) else { return };
    let starts = (header.last + 1..sheet.height()).filter(|&row| name::is_organisation(sheet.own(row, unit)));
    let starts: Vec<usize> = starts.collect();
    let year = page.year(0..header.first);
    for (at, &row) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(sheet.height());
        let target = HandedTarget { year, ..target(survey, header, page, row..end) };
        page.target((row, unit), target);
    }
}

/// The target that begins on the first of its rows.
fn target(survey: &Survey<'_>, header: &Header, page: &mut Page<'_>, rows: std::ops::Range<usize>) -> HandedTarget {
    let sheet = page.sheet;
    let text = |field: Field| header.column(field).map_or("", |col| sheet.in_column(rows.start, col));
    let mut unit = name::unit(&name::one_line(text(Field::Unit)));
    let code = Some(name::one_line(text(Field::UnitCode))).filter(|code| !code.is_empty());
    unit.code = unit.code.or(code);
    let amount = header.column(Field::Amount).and_then(|col| {
        let scale = page.scale(header.words(col), header.first);
        page.amount((rows.start, col), sheet.in_column(rows.start, col), scale)
    });
    let mut read = Rows::new(survey.words, header);
    let mut indicators = Vec::new();
    for row in rows.clone() {
        match read.read(row) {
            Row::Indicator(found) => indicators.extend(found.into_indicator()),
            Row::Nothing | Row::Total => {}
            Row::Footer => break,
        }
    }
    let objective = text(Field::Objective).to_owned();
    let submission = Submission { amount, objective, indicators, source: page.file.to_owned(), until: None };
    let project = ProjectName { code: None, name: WHOLE.to_owned() };
    HandedTarget { unit, project, year: None, category: Some(CATEGORY.to_owned()), submission }
}
