//! Self-evaluations of several projects as one table: each project a block of rows with its budget, what was executed and its total.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::handin::EvaluationPlaces;
use crate::domain::measure::{fold, says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::target::UnitName;
use crate::exchange::header::{Field, Header};
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::projects;
use crate::exchange::rows::{Row, Rows, points};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Evaluations, recognise, read };

fn words() -> String {
    t!("exchange.layout.self_evaluation").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let evaluated = survey.table_has(Field::Actual) || survey.table_has(Field::Score);
    Recognition::weigh(&[
        ("项目名称", survey.table_has(Field::Project) && evaluated && !survey.monitors(), true),
        ("三级指标", survey.table_has(Field::Level3), true),
        ("实际完成值、得分", evaluated, true),
        ("指标值", survey.table_has(Field::Value), false),
    ])
}

/// What a table has beside its indicators.
struct Heads<'a> {
    header: &'a Header,
    project: usize,
    budget: Option<usize>,
    executed: Option<usize>,
    total: Option<usize>,
}

impl<'a> Heads<'a> {
    fn of(page: &Page<'_>, header: &'a Header, project: usize) -> Self {
        let named = header.column(Field::Level3).unwrap_or(usize::MAX);
        let head = |col: usize| squeeze(page.sheet.in_column(header.last, col));
        let find = |test: &dyn Fn(&str) -> bool| (0..page.sheet.width()).find(|&col| test(&head(col)));
        let budgets: [&dyn Fn(&str) -> bool; 2] =
            [&|head| head.contains("全年预算") || head.contains("调整后预算"), &|head| {
                head.contains("预算数") || head.contains("预算金额")
            }];
        Self {
            header,
            project,
            budget: budgets.into_iter().find_map(find).or(header.column(Field::Amount)),
            executed: find(&|head| (head.contains("执行数") || head.contains("支出数")) && !head.contains("预计")),
            total: find(&|head| head.ends_with("总分") || head.ends_with("总得分") || head.ends_with("自评得分"))
                .filter(|col| *col < named || header.column(Field::Score) != Some(*col)),
        }
    }

    fn amount(&self, (row, col): (usize, Option<usize>), page: &mut Page<'_>) -> Option<Money> {
        let col = col?;
        let text = page.sheet.in_column(row, col).to_owned();
        let scale = page.scale(page.sheet.in_column(self.header.last, col), self.header.first);
        (!says_nothing(&text)).then(|| page.amount((row, col), &text, scale)).flatten()
    }
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(header) = &survey.table else { return };
    let Some(project) = header.column(Field::Project) else { return };
    let heads = Heads::of(page, header, project);
    let mut unit = page.titled_unit(header.first).map(|text| name::unit(&text)).unwrap_or_default();
    for (first, end) in projects::blocks(page.sheet, header, project) {
        unit = projects::unit(page.sheet, header, first).unwrap_or(unit);
        let (evaluation, places) = block(survey, &heads, (first, end), &unit, page);
        page.evaluation((first, project), evaluation, places);
    }
}

fn block(
    survey: &Survey<'_>,
    heads: &Heads<'_>,
    (first, end): (usize, usize),
    unit: &UnitName,
    page: &mut Page<'_>,
) -> (Evaluation, EvaluationPlaces) {
    let sheet = page.sheet;
    let address =
        |row: usize, field: Field| heads.header.column(field).map(|col| sheet.address(row, col)).unwrap_or_default();
    let total = heads.total.map(|col| fold(sheet.in_column(first, col))).filter(|text| !says_nothing(text)).map(points);
    let mut rows = Rows::new(survey.words, heads.header);
    let (mut indicators, mut cells, mut score) = (Vec::new(), Vec::new(), total);
    for row in first..end {
        match rows.read(row) {
            Row::Indicator(found) => {
                indicators.push(found.into_evaluated());
                cells.push((address(row, Field::Value), address(row, Field::Actual)));
            }
            Row::Total => {
                let text = fold(rows.text(row, Field::Score));
                score = score.or(Some(text).filter(|text| !says_nothing(text)).map(points));
            }
            Row::Nothing => {}
            Row::Footer => break,
        }
    }
    let executed = heads.amount((first, heads.executed), page);
    let evaluation = Evaluation {
        unit: unit.clone(),
        project: projects::named(sheet, heads.header, (first, heads.project)),
        year: page.year(0..heads.header.first),
        kind: EvaluationKind::Own,
        budget: heads.amount((first, heads.budget), page),
        executed,
        score,
        indicators,
    };
    let place = executed.and(heads.executed).map(|col| sheet.address(first, col)).unwrap_or_default();
    (evaluation, EvaluationPlaces { project: String::new(), executed: place, indicators: cells })
}
