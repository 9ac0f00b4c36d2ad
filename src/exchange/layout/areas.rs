//! One project's form with a column of values for each village, town, county or unit (分地区绩效目标表): each column is a target of
//! its own, the area behind the project's name. The amount stands there for all of them together and is left out.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::target::{Indicator, ProjectName, Submission};
use crate::exchange::form::{Form, PROJECT};
use crate::exchange::header::areas::{self, Areas};
use crate::exchange::header::{Field, Header};
use crate::exchange::page::Page;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.areas").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let Some(found) = areas::find(survey.words) else {
        return Recognition::weigh(&[("分地区目标值", false, true)]);
    };
    let form = form(survey, &found);
    Recognition::weigh(&[
        ("分地区目标值", true, true),
        ("项目名称", form.find(PROJECT).is_some(), true),
        ("一级指标", found.header.has(Field::Level1) || found.header.has(Field::Level2), true),
        ("三级指标", found.header.has(Field::Level3), true),
        ("地区名称", found.columns.len() > 1, true),
    ])
}

fn form<'a>(survey: &Survey<'a>, found: &Areas) -> Form<'a> {
    let (sheet, words) = (survey.sheet, survey.words);
    Form { sheet, words, rows: 0..found.header.first, header: found.header.clone(), end: sheet.height() }
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(found) = areas::find(survey.words) else { return };
    let form = form(survey, &found);
    let Some(label) = form.find(PROJECT) else { return };
    let Some(project) = form.text(PROJECT) else {
        page.problem(Severity::Error, label.row, label.col, t!("exchange.project.unnamed"));
        return;
    };
    let (unit, project) = (annex1::unit(&form, page, &label), annex1::named(&form, &project.text));
    let (year, objective) = (form.year(page), annex1::objective(&form));
    let place = |col: usize| (found.header.last, col);
    if let Some((col, _)) = found.columns.first() {
        let (row, col) = place(*col);
        let message = t!("exchange.areas.read", count = found.columns.len(), project = project.name);
        page.problem(Severity::Hint, row, col, message);
    }
    for (col, area) in &found.columns {
        let indicators = valued(&form, &found.header.with_value(*col));
        if indicators.is_empty() {
            continue;
        }
        let project = ProjectName { code: project.code.clone(), name: format!("{}({area})", project.name) };
        let source = page.file.to_owned();
        let submission = Submission { amount: None, objective: objective.clone(), indicators, source };
        let target = HandedTarget { unit: unit.clone(), project, year, category: None, submission };
        page.target(place(*col), target);
    }
}

/// The indicators that an area has a value for.
fn valued(form: &Form<'_>, header: &Header) -> Vec<Indicator> {
    let stated = |one: &Indicator| one.value.as_deref().is_some_and(|value| !value.trim_matches(['-', '/']).is_empty());
    annex1::under(form, header).into_iter().filter(stated).collect()
}
