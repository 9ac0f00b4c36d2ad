//! The self-evaluation of one project (项目支出绩效自评表, 财预〔2020〕10号) or of a whole department: funds with their execution,
//! indicators with target, actual, points and score, the total.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1, annex2};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind};
use crate::domain::handin::EvaluationPlaces;
use crate::domain::measure::{decimal, fold, says_nothing};
use crate::domain::money::Money;
use crate::domain::target::ProjectName;
use crate::exchange::form::{Form, PROJECT, Spot, UNIT};
use crate::exchange::header::Field;
use crate::exchange::page::Page;
use crate::exchange::rows::{Row, Rows, points};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Evaluations, recognise, read };

const BUDGET: &[&str] = &[
    "全年预算数",
    "全年预算",
    "调整后预算数",
    "调整后预算",
    "调整预算数",
    "年度预算数",
    "预算数",
    "预算安排数",
    "实际到位数",
    "年初预算数",
    "年初预算",
    "年度预算",
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
    "支出金额",
    "实际支出金额",
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

/// Labels of the total where no row of the table states it.
const SCORE: &[&str] = &["自评总分", "自评总得分", "自评得分", "项目总得分", "总得分", "综合得分", "总分"];

fn words() -> String {
    t!("exchange.layout.self_evaluation").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let whole = survey.titled("整体") && survey.labelled(UNIT);
    Recognition::weigh(&[
        ("项目名称", (survey.names_project() || whole) && !survey.lists_projects(), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("实际完成值、得分", survey.evaluates(), true),
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
        (Some(found), _) => annex1::named(form, &found.text),
        (None, None) => ProjectName { code: None, name: annex2::WHOLE.to_owned() },
        (None, Some(_)) => {
            annex1::tell_unnamed(form, page, &label);
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
        score: score.or_else(|| stated_score(form)),
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
                let stated = Some(text).filter(|text| !says_nothing(text)).or_else(|| only_number(form, row));
                score = score.or(stated.map(points));
            }
            Row::Nothing | Row::Footer => {}
        }
    }
    (out, score)
}

/// The one number that a row of sums holds, whichever column it stands in.
fn only_number(form: &Form<'_>, row: usize) -> Option<String> {
    let texts = form.sheet.places(row).into_iter().map(|col| points(fold(form.sheet.own(row, col))));
    let mut numbers = texts.filter(|text| decimal(text).is_some());
    numbers.next().filter(|_| numbers.next().is_none())
}

/// The total that stands above the table: `自评总分:95`, perhaps behind other labels in one cell.
fn stated_score(form: &Form<'_>) -> Option<String> {
    let number = |text: &str| {
        let text = text.trim_start_matches([':', ' ']);
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        text.get(..text.len() - digits.len()).filter(|digits| !digits.is_empty()).map(str::to_owned)
    };
    if let Some(found) = form.text(SCORE) {
        return number(&fold(&found.text));
    }
    let places = form.rows.clone().flat_map(|row| form.sheet.places(row).into_iter().map(move |col| (row, col)));
    places.into_iter().find_map(|(row, col)| {
        let text = fold(form.sheet.own(row, col));
        SCORE.iter().find_map(|label| number(text.split_once(&format!("{label}:"))?.1))
    })
}

/// The amount in a column of the funds' table with its cell: on the row of the year's whole funds, else beside its head where heads
/// and amounts stand side by side, else on the row below. A head 合计 counts beside one of what was executed.
fn funds(form: &Form<'_>, page: &mut Page<'_>, heads: &[&str]) -> Option<((usize, usize), Money)> {
    let sum = || {
        let executed = form.find(EXECUTED)?;
        form.spots(&["合计"]).into_iter().find(|spot| spot.row == executed.row)
    };
    let all = heads.iter().map(|label| form.spots(&[label])).find(|spots| !spots.is_empty()).unwrap_or_default();
    let first = all.first().cloned().or_else(sum)?;
    let below = |head: &Spot| {
        let rows = form.spots(TOTAL).into_iter().filter(|spot| spot.row > head.row && spot.col < head.col);
        rows.map(|spot| spot.row).min()
    };
    // The tasks of a department stand above with sums of their own: the head next above the row of the whole funds counts.
    let head = below(&first).and_then(|row| all.iter().rfind(|head| head.row < row).cloned()).unwrap_or(first);
    let beside =
        || form.beside(&head).filter(|found| annex1::is_amount(&found.text)).map(|found| (found.row, found.col));
    let total = below(&head).map(|row| (row, head.col));
    let place = total.or_else(beside).unwrap_or((form.sheet.end(head.row, head.col).0 + 1, head.col));
    let left: String = (0..=head.col).map(|col| form.sheet.own(head.row, col)).collect();
    let label = format!("{}{left}{}", form.sheet.text(head.row, 0), form.sheet.text(place.0, 0));
    let scale = form.scale(&label, page);
    let text = form.sheet.in_column(place.0, place.1).to_owned();
    let amount = page.amount(place, &text, scale)?;
    Some((place, amount))
}
