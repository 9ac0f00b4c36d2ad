//! The form of a whole department (财预〔2015〕88号, annex 2): tasks of the year with their amounts, the objective, the indicators.
//! It is one target: project 部门整体支出, category 部门整体绩效目标.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1};
use crate::domain::handin::HandedTarget;
use crate::domain::money::Money;
use crate::domain::target::{ProjectName, Submission};
use crate::exchange::form::{Form, Spot, UNIT, heads_department_amount, label_of};
use crate::exchange::header::{Field, bare};
use crate::exchange::name;
use crate::exchange::page::Page;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

/// The project's name that stands for the whole department.
pub(super) const WHOLE: &str = "部门整体支出";
pub(super) const CATEGORY: &str = "部门整体绩效目标";

const TASKS: &[&str] = &["年度主要任务", "任务名称", "年度履职目标", "年度重点工作", "主要任务"];
const TASK_AMOUNT: &[&str] = &["预算金额总额", "预算金额", "总额", "资金总额", "预算资金", "金额", "预算数"];
const AMOUNT: &[&str] = &[
    "部门预算总额",
    "部门整体支出总额",
    "整体支出总额",
    "年度预算总额",
    "部门总体资金",
    "年度资金总额",
    "年度部门预算总额",
    "预算总额",
    "年度预算申请",
    "资金总额",
    "年度预算",
    "部门预算资金",
    "年度预算安排",
    "部门预算支出",
    "部门整体支出预算",
    "部门支出总额",
    "部门预算",
];
/// Labels of the year's objective, then of one that names no year.
const OBJECTIVE: &[&str] = &["年度总体目标", "年度总体绩效目标", "年度绩效目标", "年度目标", "年度绩效总目标"];
const WHOLE_OBJECTIVE: &[&str] =
    &["部门整体绩效目标", "整体绩效目标", "总体绩效目标", "总体目标", "年度履职目标", "绩效目标"];

fn words() -> String {
    t!("exchange.layout.annex2").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let evaluated = survey.evaluates();
    let whole = survey.titled("整体支出") || survey.titled("整体绩效") || survey.labelled(TASKS);
    let alone = !survey.names_project() && !survey.lists_projects() && !evaluated;
    Recognition::weigh(&[
        ("部门整体支出", whole && alone, true),
        ("部门(单位)名称", survey.labelled(UNIT), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("指标值", survey.form_has(Field::Value), true),
        ("年度主要任务", survey.labelled(TASKS), false),
    ])
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    for form in &survey.forms {
        let label = form.find(UNIT).unwrap_or(Spot { row: form.rows.start, col: 0, inline: String::new() });
        let submission = Submission {
            amount: amount(form, page),
            objective: objective(form),
            indicators: annex1::indicators(form),
            source: page.file.to_owned(),
            until: None,
        };
        let target = HandedTarget {
            unit: annex1::unit(form, page, &label),
            project: ProjectName { code: None, name: WHOLE.to_owned() },
            year: form.year(page),
            category: Some(CATEGORY.to_owned()),
            submission,
        };
        page.target((label.row, label.col), target);
    }
}

/// The year's objective, else one of no year.
fn objective(form: &Form<'_>) -> String {
    let filled = |text: &String| !text.is_empty();
    let year = form.objective(OBJECTIVE).filter(filled);
    let year = year.or_else(|| form.objective_like(annex1::names_the_year).filter(filled));
    let whole = || form.objective(WHOLE_OBJECTIVE).filter(filled);
    year.or_else(whole).unwrap_or_else(|| annex1::objective(form))
}

/// The department's amount: the sum row of its tasks, else what a label states, else the sum of the tasks.
fn amount(form: &Form<'_>, page: &mut Page<'_>) -> Option<Money> {
    let tasks = tasks(form, page);
    let sum = tasks.1;
    tasks.0.or_else(|| labelled(form, page)).or(sum)
}

/// The department's amount at a label; where none states an amount, the first sum of the table of its funds.
fn labelled(form: &Form<'_>, page: &mut Page<'_>) -> Option<Money> {
    let funds = |spot: &Spot| {
        let left = bare(form.sheet.text(spot.row, 0));
        ["资金", "预算", "收入", "支出"].iter().any(|word| left.contains(word))
    };
    let sum = form.spots(&["合计", "总计"]).into_iter().find(funds).and_then(|spot| form.beside(&spot));
    let mut spots: Vec<Spot> = AMOUNT.iter().flat_map(|label| form.spots(&[label])).collect();
    spots.extend(form.spots_like(heads_department_amount));
    let stated = spots.iter().filter_map(|spot| form.beside(spot)).any(|found| annex1::is_amount(&found.text));
    match sum.filter(|found| !stated && annex1::is_amount(&found.text)) {
        Some(sum) => {
            let scale = form.scale(form.sheet.text(sum.row, 0), page);
            page.amount((sum.row, sum.col), &sum.text, scale)
        }
        None => annex1::amount_among(form, page, spots),
    }
}

/// The amounts of the tasks' table: its sum row's, and the sum of its rows.
fn tasks(form: &Form<'_>, page: &mut Page<'_>) -> (Option<Money>, Option<Money>) {
    let Some((head, column)) = amount_column(form) else { return (None, None) };
    let heads = (head.saturating_sub(1)..=head + 1).map(|row| form.sheet.text(row, column));
    let label: String = heads.collect();
    let scale = form.scale(&label, page);
    let mut sum: Option<Money> = None;
    for row in form.sheet.end(head, column).0 + 1..form.rows.end {
        let first = (0..column).map(|col| form.sheet.own(row, col)).find(|text| !text.is_empty());
        if first.is_some_and(|text| label_of(text, OBJECTIVE).or_else(|| label_of(text, WHOLE_OBJECTIVE)).is_some()) {
            break;
        }
        let text = form.sheet.in_column(row, column).to_owned();
        if bare(&text).contains("额") {
            continue;
        }
        let found = page.amount((row, column), &text, scale);
        if first.is_some_and(name::is_total) {
            return (found, sum);
        }
        sum = found.map_or(sum, |found| Some(sum.unwrap_or_default() + found));
    }
    (None, sum)
}

/// Head row and column of the tasks' amounts, the whole amount before its parts.
fn amount_column(form: &Form<'_>) -> Option<(usize, usize)> {
    let task = form.find(&["任务名称", "主要内容"])?;
    let heads: Vec<Spot> =
        form.spots(TASK_AMOUNT).into_iter().filter(|spot| (task.row..task.row + 2).contains(&spot.row)).collect();
    let named = |label: &&&str| heads.iter().find(|spot| bare(form.sheet.text(spot.row, spot.col)) == **label);
    let best = TASK_AMOUNT.iter().find_map(|label| named(&label)).or(heads.first())?;
    Some((best.row, best.col))
}
