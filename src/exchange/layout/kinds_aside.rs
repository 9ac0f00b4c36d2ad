//! A row for each project, a column for each kind of indicators: 数量指标, 质量指标 and so on as heads, perhaps below those of level 1, and in each
//! cell the indicators of that kind with their values, one or several. The same with fields down and projects across.

use rust_i18n::t;

use super::{Carries, HEADED, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::{Measure, says_nothing};
use crate::domain::target::{Indicator, Submission, UnitName};
use crate::exchange::form::{PROJECT, is_label, label_of};
use crate::exchange::header::Field;
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use crate::exchange::words::Words;
use crate::exchange::{level, lines, name, value};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.kinds_aside").into_owned()
}

/// A column of indicators.
struct Kind {
    col: usize,
    l1: Option<String>,
    l2: Option<String>,
}

/// The heads of such a table.
struct Heads {
    /// The last row of the heads.
    last: usize,
    project: usize,
    unit: Option<usize>,
    amount: Option<usize>,
    objective: Option<usize>,
    code: Option<usize>,
    kinds: Vec<Kind>,
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let found = find(survey.words).is_some();
    Recognition::weigh(&[("项目名称", found, true), ("数量指标", found, true), ("质量指标", found, true)])
}

fn find(words: &Words<'_>) -> Option<Heads> {
    (0..words.sheet.height().min(HEADED)).find_map(|row| at(words, row, row).or_else(|| at(words, row, row + 1)))
}

/// The heads on the rows `first` and `last`: a column of projects and two or more kinds, with texts below that hold values.
fn at(words: &Words<'_>, first: usize, last: usize) -> Option<Heads> {
    let sheet = words.sheet;
    let field = |col: usize| words.field(sheet.in_column_id(last, col)).map(|(field, _)| field);
    let of = |wanted: &[Field]| (0..sheet.width()).find(|col| field(*col).is_some_and(|one| wanted.contains(&one)));
    // Asked first: of the rows among which heads are looked for, few head projects, and all below is looked through for values.
    let project = of(&[Field::Project])?;
    let kinds: Vec<Kind> = (0..sheet.width()).filter_map(|col| kind(sheet, (first, last), col)).collect();
    let second = kinds.iter().filter(|kind| kind.l2.is_some()).count();
    let valued = |kind: &Kind| {
        let below = (last + 1..sheet.height()).map(|row| sheet.own(row, kind.col));
        below.filter(|text| !says_nothing(text)).any(|text| value::parted(text).is_some())
    };
    if second < 2 || kinds.iter().filter(|kind| valued(kind)).count() * 2 < kinds.len() {
        return None;
    }
    Some(Heads {
        last,
        project,
        unit: of(&[Field::Unit, Field::LooseUnit]),
        amount: of(&[Field::Amount]),
        objective: of(&[Field::Objective]),
        code: of(&[Field::ProjectCode]),
        kinds,
    })
}

/// The kind that a column's head names: level 2, or level 1 where nothing stands below it. Its words must say that they are a level's.
fn kind(sheet: &Sheet, (first, last): (usize, usize), col: usize) -> Option<Kind> {
    let (upper, lower) = (sheet.text(first, col), sheet.in_column(last, col));
    let says = lower.contains("指标") || lower.contains("效益") || lower.contains("满意度");
    if sheet.end(last, col).1 != sheet.origin(last, col).1 || !says {
        return None;
    }
    let above = Some(upper).filter(|upper| first != last && *upper != lower && level::is_first(upper));
    if level::is_second(lower) {
        let l2 = level::second(lower);
        let own = l2.as_deref().and_then(level::above).map(str::to_owned);
        return Some(Kind { col, l1: above.and_then(level::first).or(own), l2 });
    }
    level::is_first(lower).then(|| Kind { col, l1: level::first(lower), l2: None })
}

/// The sheet with projects down, where it has them across: labels in its first columns, two or more projects beside 项目名称, and kinds among the
/// labels below. `None` for any other sheet.
pub fn turned(words: &Words<'_>) -> Option<Sheet> {
    let sheet = words.sheet;
    let starts = |row: usize| (0..sheet.width().min(3)).find(|col| label_of(sheet.own(row, *col), PROJECT).is_some());
    let (row, col) = (0..sheet.height().min(HEADED)).find_map(|row| Some((row, starts(row)?)))?;
    let behind = sheet.end(row, col).1 + 1;
    let names: Vec<&str> =
        (behind..sheet.width()).map(|col| sheet.own(row, col)).filter(|text| !text.is_empty()).collect();
    if names.len() < 2 || names.iter().any(|text| is_label(text)) {
        return None;
    }
    let labels = (row + 1..sheet.height()).flat_map(|row| (col..behind).map(move |col| sheet.own(row, col)));
    let kinds = labels.filter(|text| level::is_second(text) && !level::is_first(text)).count();
    (kinds > 1).then(|| sheet.turned(row))
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(heads) = find(survey.words) else { return };
    let sheet = survey.sheet;
    let year = page.year(0..heads.last);
    let label = heads.amount.map_or("", |col| sheet.text(heads.last, col));
    let scale = page.scale(label, heads.last);
    let mut unit = page.titled_unit(heads.last).map(|text| name::unit(&text)).unwrap_or_default();
    for row in heads.last + 1..sheet.height() {
        let text = |col: Option<usize>| col.map_or("", |col| sheet.in_column(row, col));
        let project = sheet.own(row, heads.project);
        if !text(heads.unit).is_empty() && !name::is_total(text(heads.unit)) {
            unit = name::unit(&name::one_line(text(heads.unit)));
        }
        let cells: Vec<usize> = (0..sheet.width()).collect();
        let sum = cells.iter().any(|col| name::is_total(sheet.own(row, *col)));
        if sheet.is_blank(row) || sum || name::is_footer(sheet.own(row, 0)) {
            continue;
        }
        let indicators = indicators(sheet, &heads, row);
        if project.is_empty() {
            if !indicators.is_empty() {
                page.problem(Severity::Error, row, heads.project, t!("exchange.row.no_project"));
            }
            continue;
        }
        let target = project_of(&heads, (row, project), (&unit, year), indicators, page);
        let amount = heads.amount.and_then(|col| page.amount((row, col), sheet.in_column(row, col), scale));
        let submission = Submission { amount, ..target.submission };
        page.target((row, heads.project), HandedTarget { submission, ..target });
    }
}

/// A row's target without its amount; told when it has no unit or no indicators.
fn project_of(
    heads: &Heads,
    (row, text): (usize, &str),
    (unit, year): (&UnitName, Option<i32>),
    indicators: Vec<Indicator>,
    page: &mut Page<'_>,
) -> HandedTarget {
    let mut project = name::project(text);
    let code = heads.code.map(|col| name::one_line(page.sheet.in_column(row, col)));
    project.code = project.code.or(code.filter(|code| name::may_be_code(code)));
    if unit.name.is_empty() {
        page.problem(Severity::Warning, row, heads.project, t!("exchange.unit.missing"));
    }
    if indicators.is_empty() {
        page.problem(Severity::Warning, row, heads.project, t!("exchange.indicators.none", project = project.name));
    }
    let objective = heads.objective.map_or("", |col| page.sheet.in_column(row, col)).to_owned();
    let submission = Submission { objective, indicators, source: page.file.to_owned(), ..Submission::default() };
    HandedTarget { unit: unit.clone(), project, year, category: None, submission }
}

/// The indicators in a row's cells, kind by kind.
fn indicators(sheet: &Sheet, heads: &Heads, row: usize) -> Vec<Indicator> {
    let of = |kind: &Kind| {
        let cell = sheet.in_column(row, kind.col).to_owned();
        let items = lines::listed(&cell).unwrap_or_else(|| cell.split(['；', ';']).map(str::to_owned).collect());
        let (l1, l2) = (kind.l1.clone(), kind.l2.clone());
        items.into_iter().filter(|item| !says_nothing(item)).map(move |item| {
            let item = item.trim().trim_end_matches(['；', ';', '。']);
            let named = name::indicator(value::named(item));
            Indicator {
                l1: l1.clone(),
                l2: l2.clone(),
                ..Indicator::stating(named, Measure::read(value::valued(item)))
            }
        })
    };
    heads.kinds.iter().flat_map(of).collect()
}
