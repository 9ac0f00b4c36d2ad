//! The self-evaluation of one project (项目支出绩效自评表, 财预〔2020〕10号) or of a whole department: funds with their execution,
//! indicators with target, actual, points and score, the total.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1, annex2};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind};
use crate::domain::handin::{EvaluationPlaces, Severity};
use crate::domain::measure::{fold, says_nothing};
use crate::domain::money::Money;
use crate::domain::target::ProjectName;
use crate::exchange::form::{Form, PROJECT, Spot, UNIT};
use crate::exchange::header::Field;
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::rows::{Row, Rows, points};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Evaluations, recognise, read };

const BUDGET: &[&str] = &[
    "全年预算数",
    "全年预算",
    "调整后预算数",
    "调整预算数",
    "年度预算数",
    "预算数",
    "预算安排数",
    "实际到位数",
    "年初预算数",
    "预算金额",
];
const EXECUTED: &[&str] = &[
    "全年执行数",
    "全年执行",
    "执行数",
    "实际执行数",
    "预算执行数",
    "全年支出数",
    "实际支出数",
    "支出数",
    "决算数",
    "执行金额",
    "年度执行数",
];
const TOTAL: &[&str] = &[
    "年度资金总额",
    "项目资金总额",
    "资金总额",
    "年度金额合计",
    "年度总额",
    "年度预算资金",
    "部门整体支出总额",
    "总额",
    "合计",
    "金额合计",
    "年度资金合计",
];

fn words() -> String {
    t!("exchange.layout.self_evaluation").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let whole = survey.titled("整体") && survey.labelled(UNIT);
    Recognition::weigh(&[
        ("项目名称", (survey.names_project() || whole) && !survey.lists_projects(), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("实际完成值、得分", survey.form_has(Field::Actual) || survey.form_has(Field::Score), true),
        ("全年执行数", survey.labelled(EXECUTED), false),
    ])
}

/// Reads every evaluation of the sheet.
pub(super) fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    for form in &survey.forms {
        if let Some((label, evaluation, places)) = evaluation(form, page) {
            page.evaluation((label.row, label.col), evaluation, places);
        }
    }
}

fn evaluation(form: &Form<'_>, page: &mut Page<'_>) -> Option<(Spot, Evaluation, EvaluationPlaces)> {
    let label = form.find(PROJECT).or_else(|| form.find(UNIT));
    let label = label.unwrap_or(Spot { row: form.rows.start, col: 0, inline: String::new() });
    let project = match (form.text(PROJECT), form.find(PROJECT)) {
        (Some(found), _) => name::project(&found.text),
        (None, None) => ProjectName { code: None, name: annex2::WHOLE.to_owned() },
        (None, Some(_)) => {
            page.problem(Severity::Error, label.row, label.col, t!("exchange.project.unnamed"));
            return None;
        }
    };
    let unit = annex1::unit(form, page, &label);
    let (indicators, score) = scored(form);
    let (rows, indicators): (Vec<usize>, Vec<EvaluationIndicator>) = indicators.into_iter().unzip();
    let (budget, executed) = (funds(form, page, BUDGET), funds(form, page, EXECUTED));
    let address = |(row, col)| form.sheet.address(row, col);
    let at = |row, field: Field| form.header.column(field).map(|col| address((row, col))).unwrap_or_default();
    let places = EvaluationPlaces {
        project: String::new(),
        executed: executed.map(|(place, _)| address(place)).unwrap_or_default(),
        indicators: rows.into_iter().map(|row| (at(row, Field::Value), at(row, Field::Actual))).collect(),
    };
    let evaluation = Evaluation {
        unit,
        project,
        year: form.year(page),
        kind: kind(form),
        budget: budget.map(|(_, amount)| amount),
        executed: executed.map(|(_, amount)| amount),
        score,
        indicators,
    };
    Some((label, evaluation, places))
}

/// 自评 unless the title says that the bureau or an agency evaluated.
fn kind(form: &Form<'_>) -> EvaluationKind {
    let title = |word: &str| {
        (0..form.rows.end).any(|row| {
            form.sheet.places(row).into_iter().any(|col| {
                let text = form.sheet.text(row, col);
                text.chars().count() < 40 && text.contains(word)
            })
        })
    };
    if title("自评") {
        EvaluationKind::Own
    } else if title("财政评价") || title("再评价") || title("重点评价") {
        EvaluationKind::Fiscal
    } else if title("第三方") {
        EvaluationKind::Agency
    } else {
        EvaluationKind::Own
    }
}

/// The indicators with their rows, and the total.
fn scored(form: &Form<'_>) -> (Vec<(usize, EvaluationIndicator)>, Option<String>) {
    let mut rows = Rows::new(form.words, &form.header);
    let (mut out, mut score) = (Vec::new(), None);
    for row in form.header.last + 1..form.end {
        match rows.read(row) {
            Row::Indicator(found) => out.push((row, found.into_evaluated())),
            Row::Total => {
                let text = fold(rows.text(row, Field::Score));
                score = score.or(Some(text).filter(|text| !says_nothing(text)).map(points));
            }
            Row::Nothing | Row::Footer => {}
        }
    }
    (out, score)
}

/// The amount in a column of the funds' table with its cell, on the row of the year's whole funds; else on the row below its head.
fn funds(form: &Form<'_>, page: &mut Page<'_>, heads: &[&str]) -> Option<((usize, usize), Money)> {
    let head = form.find(heads)?;
    let rows = form.spots(TOTAL).into_iter().filter(|spot| spot.row > head.row && spot.col < head.col);
    let row = rows.map(|spot| spot.row).min().unwrap_or(form.sheet.end(head.row, head.col).0 + 1);
    let left: String = (0..=head.col).map(|col| form.sheet.own(head.row, col)).collect();
    let label = format!("{}{left}{}", form.sheet.text(head.row, 0), form.sheet.text(row, 0));
    let scale = page.scale(&label, form.rows.end);
    let text = form.sheet.in_column(row, head.col).to_owned();
    let amount = page.amount((row, head.col), &text, scale)?;
    Some(((row, head.col), amount))
}
