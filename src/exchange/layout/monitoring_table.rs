//! Monitoring as one table of several projects: each a block of rows with its amounts on the first, the period in the title or in the heads.

use rust_i18n::t;

use super::monitoring::{Columns, month_of, titled_year};
use super::{Carries, Layout, Recognition, Survey};
use crate::domain::handin::{HandedForm, HandedMonitoring, MonitoredRow, Severity};
use crate::domain::measure::{says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::target::UnitName;
use crate::exchange::header::{Field, Header};
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::projects;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Monitoring, recognise, read };

fn words() -> String {
    t!("exchange.layout.monitoring").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    if !survey.monitors() {
        return Recognition::weigh(&[("监控", false, true)]);
    }
    let so_far = survey.table.as_ref().is_some_and(|table| Columns::of(survey.sheet, table).value.is_some());
    Recognition::weigh(&[
        ("监控", true, true),
        ("项目名称", survey.table_has(Field::Project), true),
        ("三级指标", survey.table_has(Field::Level3), true),
        ("执行情况", so_far, true),
    ])
}

/// What a table has beside its indicators.
struct Heads<'a> {
    header: &'a Header,
    columns: Columns,
    month: (i8, String),
    budget: Option<usize>,
    executed: Option<usize>,
    expected: Option<usize>,
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(header) = &survey.table else { return };
    let Some(project) = header.column(Field::Project) else { return };
    let Some(month) = month(header, page) else {
        return page.problem(Severity::Error, header.first, project, t!("exchange.monitoring.no-period"));
    };
    let money = |test: &dyn Fn(&str) -> bool| {
        (0..page.sheet.width()).find(|&col| test(&squeeze(page.sheet.in_column(header.last, col))))
    };
    let heads = Heads {
        header,
        columns: Columns::of(page.sheet, header),
        month,
        budget: money(&|head| head.contains("预算数") && !head.contains("执行")),
        executed: money(&|head| head.contains("执行数") && !head.contains("预计")),
        expected: money(&|head| head.contains("预计") && head.contains("执行数")),
    };
    let mut unit = page.titled_unit(header.first).map(|text| name::unit(&text)).unwrap_or_default();
    for (first, end) in projects::blocks(page.sheet, header, project) {
        unit = projects::unit(page.sheet, header, first).unwrap_or(unit);
        let form = block(&heads, (first, end), &unit, page);
        page.form((first, project), HandedForm::Monitoring(Box::new(form)));
    }
}

fn block(heads: &Heads<'_>, (first, end): (usize, usize), unit: &UnitName, page: &mut Page<'_>) -> HandedMonitoring {
    let sheet = page.sheet;
    let project = heads.header.column(Field::Project).unwrap_or(0);
    let named = heads.header.column(Field::Level3).unwrap_or(0);
    let (budget, executed, expected) = (
        amount(heads, first, heads.budget, page),
        amount(heads, first, heads.executed, page),
        amount(heads, first, heads.expected, page),
    );
    let mut rows: Vec<MonitoredRow> = Vec::new();
    for row in first..end {
        rows.extend(heads.columns.row(sheet, (row, named), page));
    }
    HandedMonitoring {
        unit: unit.clone(),
        project: projects::named(sheet, heads.header, (first, project)),
        year: page.year(0..heads.header.first).or_else(|| titled_year(sheet, 0..heads.header.first)),
        month: heads.month.clone(),
        budget,
        executed: (executed, sheet.address(first, heads.executed.unwrap_or(project))),
        expected,
        rows,
    }
}

fn amount(heads: &Heads<'_>, row: usize, col: Option<usize>, page: &mut Page<'_>) -> Option<Money> {
    let col = col?;
    let text = page.sheet.in_column(row, col).to_owned();
    let scale = page.scale(page.sheet.in_column(heads.header.last, col), heads.header.first);
    (!says_nothing(&text)).then(|| page.amount((row, col), &text, scale)).flatten()
}

/// The period's last month with its place: in the heads, else in the titles, else in the sheet's name.
fn month(header: &Header, page: &Page<'_>) -> Option<(i8, String)> {
    let rows = (header.first..=header.last).chain(0..header.first);
    let mut places = rows.flat_map(|row| page.sheet.places(row).into_iter().map(move |col| (row, col)));
    let stated =
        places.find_map(|(row, col)| Some((month_of(page.sheet.text(row, col))?, page.sheet.address(row, col))));
    stated.or_else(|| Some((month_of(&page.sheet.name)?, page.sheet.name.clone())))
}
