//! One project's form with a column of values for each village, town, county or unit (分地区绩效目标表): each column is a target of
//! its own, the area behind the project's name. So is its amount where the funds stand in columns of areas too; else it stands for all of them
//! together and is left out.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::says_nothing;
use crate::domain::money::Money;
use crate::domain::target::{Indicator, ProjectName, Submission};
use crate::exchange::form::{Form, PROJECT, Spot};
use crate::exchange::header::areas::{self, Areas};
use crate::exchange::header::{Field, Header};
use crate::exchange::page::Page;
use crate::exchange::{name, period};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

/// Labels of amounts that are given to areas, beside those of any form.
const AMOUNTS: [&str; 10] = [
    "补助资金",
    "补助金额",
    "分配金额",
    "分配资金",
    "下达金额",
    "下达资金",
    "安排金额",
    "安排资金",
    "资金金额",
    "金额",
];

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
    Form {
        sheet,
        words,
        rows: 0..found.header.first,
        header: found.header.clone(),
        tables: Vec::new(),
        end: sheet.height(),
    }
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
    let amounts = amounts(&form, &found, page);
    if let Some((col, _)) = found.columns.first() {
        let (row, col) = place(*col);
        let count = found.columns.len();
        let message = match amounts {
            Some(_) => t!("exchange.areas.read_amounts", count = count),
            None => t!("exchange.areas.read", count = count, project = project.name),
        };
        page.problem(Severity::Hint, row, col, message);
    }
    for (at, (col, area)) in found.columns.iter().enumerate() {
        let indicators = valued(&form, &found.header.with_value(*col));
        if indicators.is_empty() {
            continue;
        }
        let project = ProjectName { code: project.code.clone(), name: format!("{}({area})", project.name) };
        let source = page.file.to_owned();
        let amount = amounts.as_ref().and_then(|all| all.get(at).copied().flatten());
        let submission = Submission {
            amount,
            objective: objective.clone(),
            indicators,
            source,
            until: period::of_form(&form, year),
        };
        let target = HandedTarget { unit: unit.clone(), project, year, category: None, submission };
        page.target(place(*col), target);
    }
}

/// The amount of each area: on the first row of funds below a row that names the areas, else one with an amount in each area's own column.
/// `None` where the funds are not parted by areas.
fn amounts(form: &Form<'_>, found: &Areas, page: &mut Page<'_>) -> Option<Vec<Option<Money>>> {
    let (above, columns) = match named(form, found) {
        Some((row, columns)) => (row, columns),
        None => (form.rows.start, found.columns.iter().map(|(col, _)| *col).collect()),
    };
    let mut spots = annex1::amount_spots(form);
    spots.extend(AMOUNTS.iter().flat_map(|label| form.spots(&[label])));
    let own = |row: usize, col: usize| form.sheet.origin(row, col) == (row, col);
    let stated = |spot: &&Spot| {
        spot.row >= above
            && columns.iter().all(|&col| {
                let text = form.sheet.own(spot.row, col);
                own(spot.row, col) && (annex1::is_amount(text) || says_nothing(text))
            })
            && columns.iter().any(|&col| annex1::is_amount(form.sheet.own(spot.row, col)))
    };
    let spot = spots.iter().find(stated)?;
    let left: String = (0..=spot.col).map(|col| form.sheet.text(spot.row, col)).collect();
    let scale = page.scale(&left, form.rows.end);
    Some(columns.iter().map(|&col| page.amount((spot.row, col), form.sheet.own(spot.row, col), scale)).collect())
}

/// The row above the indicators that names all areas, and the column of each.
fn named(form: &Form<'_>, found: &Areas) -> Option<(usize, Vec<usize>)> {
    form.rows.clone().find_map(|row| {
        let col = |area: &str| {
            form.sheet.places(row).into_iter().find(|&col| name::one_line(form.sheet.own(row, col)) == area)
        };
        let columns: Option<Vec<usize>> = found.columns.iter().map(|(_, area)| col(area)).collect();
        Some((row, columns?))
    })
}

/// The indicators that an area has a value for.
fn valued(form: &Form<'_>, header: &Header) -> Vec<Indicator> {
    let stated = |one: &Indicator| one.value.as_deref().is_some_and(|value| !value.trim_matches(['-', '/']).is_empty());
    annex1::under(form, header).into_iter().filter(stated).collect()
}
