//! A table whose indicators stand side by side as heads: level 1 above level 2 above the names, a row of values for each unit or
//! project (附表形式的绩效目标表). The project's name is a column's, else the title's.

use rust_i18n::t;

use super::{Carries, HEADED, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::{Measure, says_nothing, squeeze};
use crate::domain::target::{Indicator, Submission};
use crate::exchange::header::Field;
use crate::exchange::header::areas::is_place;
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use crate::exchange::words::Words;
use crate::exchange::{level, name};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

/// What titles end with behind the project's name.
const TITLES: [&str; 6] =
    ["项目绩效目标申报表", "项目绩效目标表", "绩效目标申报表", "绩效目标分解表", "绩效目标表", "绩效目标"];

fn words() -> String {
    t!("exchange.layout.sideways").into_owned()
}

/// The heads of such a table.
struct Heads {
    /// The row of level 1; level 2 and the names stand on the two below.
    first: usize,
    /// Columns of indicators with their levels.
    indicators: Vec<Head>,
    unit: Option<usize>,
    project: Option<usize>,
    amount: Option<usize>,
    objective: Option<usize>,
}

struct Head {
    col: usize,
    l1: Option<String>,
    l2: Option<String>,
    l3: String,
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let heads = find(survey.words);
    let Some(heads) = heads else { return Recognition::weigh(&[("指标横排", false, true)]) };
    Recognition::weigh(&[
        ("指标横排", true, true),
        ("项目单位", heads.unit.is_some() || heads.project.is_some(), true),
        ("一级指标", true, true),
        ("二级指标", true, true),
        ("三级指标", true, true),
    ])
}

fn find(words: &Words<'_>) -> Option<Heads> {
    (0..words.sheet.height().min(HEADED)).find_map(|row| at(words, row))
}

/// The heads whose level 1 stands on a row: there, and on the row below, no text but names of levels and heads merged down.
fn at(words: &Words<'_>, first: usize) -> Option<Heads> {
    let sheet = words.sheet;
    let mut heads = Heads { first, indicators: Vec::new(), unit: None, project: None, amount: None, objective: None };
    for col in 0..sheet.width() {
        if sheet.end(first, col).0 >= first + 2 {
            let named = words.field(sheet.in_column_id(first, col)).map(|(field, _)| field);
            match named {
                Some(Field::Unit | Field::LooseUnit) => heads.unit = heads.unit.or(Some(col)),
                Some(Field::Project) => heads.project = heads.project.or(Some(col)),
                Some(Field::Amount) => heads.amount = heads.amount.or(Some(col)),
                Some(Field::Objective) => heads.objective = heads.objective.or(Some(col)),
                _ if names_units(sheet, first + 3, col) => heads.unit = heads.unit.or(Some(col)),
                _ => {}
            }
            continue;
        }
        let (l1, l2, l3) = (sheet.text(first, col), sheet.text(first + 1, col), sheet.text(first + 2, col));
        if !level::is_first(l1) || !level::is_second(l2) || l3.is_empty() || level::is_second(l3) {
            return None;
        }
        let l3 = name::indicator(l3);
        heads.indicators.push(Head { col, l1: level::first(l1), l2: level::second(l2), l3 });
    }
    (heads.indicators.len() > 1).then_some(heads)
}

/// Whether a column without a head that is known holds nothing but places and units.
fn names_units(sheet: &Sheet, from: usize, col: usize) -> bool {
    let below = (from..sheet.height()).map(|row| sheet.own(row, col));
    let mut texts = below.filter(|text| !says_nothing(text) && !name::is_total(text) && !name::is_footer(text));
    texts.next().is_some_and(is_place) && texts.all(is_place)
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(heads) = find(survey.words) else { return };
    let sheet = survey.sheet;
    let year = page.year(0..heads.first);
    let titled = titled(sheet, heads.first);
    let scale = page.scale(heads.amount.map_or("", |col| sheet.text(heads.first, col)), heads.first);
    for row in heads.first + 3..sheet.height() {
        let text = |column: Option<usize>| column.map_or("", |col| sheet.in_column(row, col));
        let (unit, project) = (text(heads.unit), text(heads.project));
        let head = if unit.is_empty() { project } else { unit };
        if head.is_empty() || name::is_total(head) || name::is_footer(head) {
            continue;
        }
        let Some(project) = Some(project).filter(|text| !text.is_empty()).or(titled.as_deref()) else {
            page.problem(Severity::Error, row, 0, t!("exchange.project.unnamed"));
            return;
        };
        let amount = heads.amount.and_then(|col| page.amount((row, col), text(Some(col)), scale));
        let objective = text(heads.objective).to_owned();
        let source = page.file.to_owned();
        let submission =
            Submission { amount, objective, indicators: indicators(sheet, &heads, row), source, until: None };
        let unit = name::unit(unit);
        page.target((row, 0), HandedTarget { unit, project: name::project(project), year, category: None, submission });
    }
}

/// The indicators of a row: those that it has a value for.
fn indicators(sheet: &Sheet, heads: &Heads, row: usize) -> Vec<Indicator> {
    let valued = heads.indicators.iter().filter(|head| !sheet.in_column(row, head.col).is_empty());
    let one = |head: &Head| {
        let measure = Measure::read(sheet.in_column(row, head.col));
        Indicator { l1: head.l1.clone(), l2: head.l2.clone(), ..Indicator::stating(head.l3.clone(), measure) }
    };
    valued.map(one).collect()
}

/// The project that the title names: what stands before 绩效目标表.
fn titled(sheet: &Sheet, above: usize) -> Option<String> {
    let mut titles = (0..above).flat_map(|row| sheet.places(row).into_iter().map(move |col| sheet.own(row, col)));
    titles.find_map(|title| {
        let title = squeeze(title);
        let before = TITLES.iter().find_map(|end| title.strip_suffix(end))?;
        (before.chars().count() > 3).then(|| before.to_owned())
    })
}
