//! The report of a self-evaluation (绩效自评报告) as a Word document: what was to be reached, what was, the scores, why it deviates, the
//! conclusion, and what the bureau found where it evaluated too.

use std::fs::File;
use std::io;

use jiff::civil::Date;
use rust_i18n::t;

use super::paper::Pages;
use super::provenance::Provenance;
use crate::domain::evaluation::{EvaluationIndicator, EvaluationKind};
use crate::domain::execution::view::EvaluationRow;
use crate::domain::execution::{appraisal, words};
use crate::domain::money::Money;
use crate::domain::target::Indicator;
use crate::domain::time::on_paper;
use crate::domain::view::CaseFile;

/// Percent of the width of each column of the table: level, name, target, actual, points, score.
const WIDTHS: [u32; 6] = [18, 30, 16, 16, 10, 10];

/// Writes the report of a case's self-evaluation, dated `day`.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    file: &mut File,
    case: &CaseFile,
    own: &EvaluationRow,
    day: Date,
    provenance: &Provenance,
) -> io::Result<()> {
    let mut pages = Pages::new();
    let whole = case.target.category.as_deref().is_some_and(|category| category.contains("部门整体"));
    let kind = if whole { t!("out.evaluation.whole") } else { t!("out.evaluation.project") };
    pages.title(&t!("out.evaluation.title", year = case.target.year, kind = kind), false);
    basics(&mut pages, case, own);
    reached(&mut pages, case, own);
    deviations(&mut pages, own);
    conclusion(&mut pages, case, own);
    pages.signature(&case.unit.name, &on_paper(day));
    pages.write(file, &provenance.line())
}

fn basics(pages: &mut Pages, case: &CaseFile, own: &EvaluationRow) {
    let evaluation = &own.evaluation;
    let amount = |amount: Option<Money>| amount.map_or_else(|| "-".to_owned(), Money::wan);
    let rate = evaluation.executed.zip(evaluation.budget).and_then(|(executed, budget)| {
        let share = rust_decimal::Decimal::from(executed.0).checked_div(rust_decimal::Decimal::from(budget.0))?;
        Some((share * rust_decimal::Decimal::ONE_HUNDRED).round_dp(2).normalize().to_string())
    });
    pages.heading(&t!("out.evaluation.basics"));
    pages.text(&t!(
        "out.evaluation.basics-text",
        project = case.target.project.name,
        unit = case.unit.name,
        budget = amount(evaluation.budget),
        executed = amount(evaluation.executed),
        rate = rate.unwrap_or_else(|| "-".to_owned())
    ));
}

fn reached(pages: &mut Pages, case: &CaseFile, own: &EvaluationRow) {
    pages.heading(&t!("out.evaluation.reached"));
    pages.text(&t!("out.evaluation.objective", text = case.submission.objective));
    if !own.reported.details.outcome.is_empty() {
        pages.text(&t!("out.evaluation.outcome", text = own.reported.details.outcome));
    }
    let head = ["level", "name", "target", "actual", "points", "score"]
        .map(|key| t!(format!("out.evaluation.column.{key}")).into_owned());
    let mut rows: Vec<Vec<String>> = own.evaluation.indicators.iter().map(cells).collect();
    let weights = appraisal::weights(&case.submission.indicators);
    let execution = appraisal::execution_weight(&weights);
    let funds = appraisal::Funds { budget: own.evaluation.budget, executed: own.evaluation.executed };
    if let Some(score) = appraisal::execution_score(funds, execution).filter(|_| !execution.is_zero()) {
        let name = t!("out.evaluation.execution").into_owned();
        let (points, score) = (execution.normalize().to_string(), score.normalize().to_string());
        rows.push(vec![name, String::new(), String::new(), String::new(), points, score]);
    }
    pages.table(&head, &rows, &WIDTHS);
}

fn cells(one: &EvaluationIndicator) -> Vec<String> {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let asked = Indicator { sign: one.sign, value: one.target.clone(), unit: one.unit.clone(), ..Indicator::default() };
    let level = one.l2.clone().or_else(|| one.l1.clone()).unwrap_or_default();
    vec![level, text(&one.l3), asked.measure_text(), text(&one.actual), text(&one.weight), text(&one.score)]
}

fn deviations(pages: &mut Pages, own: &EvaluationRow) {
    pages.heading(&t!("out.evaluation.deviations"));
    let all = own.evaluation.indicators.iter();
    let said = all.filter_map(|one| Some((one.l3.as_deref()?, one.reason.as_deref().filter(|text| !text.is_empty())?)));
    let mut none = true;
    for (place, (name, reason)) in said.enumerate() {
        none = false;
        pages.text(&t!("out.evaluation.deviation", number = place + 1, name = name, reason = reason));
    }
    if none {
        pages.text(&t!("out.evaluation.no-deviations"));
    }
}

fn conclusion(pages: &mut Pages, case: &CaseFile, own: &EvaluationRow) {
    pages.heading(&t!("out.evaluation.conclusion"));
    let grade = own.grade().map_or("-", crate::domain::grade::Grade::term);
    let score = own.evaluation.score.as_deref().unwrap_or("-");
    pages.text(&t!("out.evaluation.total", score = score, grade = grade, rule = words::score_rule()));
    if let Some(judgement) = &own.reported.judgement {
        let judged = words::judged(Some(judgement));
        pages.text(&t!("out.evaluation.judged", judged = judged, by = judgement.by, opinion = judgement.opinion));
    }
    let fiscal = case.execution.evaluation(case.target.year, EvaluationKind::Fiscal);
    if let Some(fiscal) = fiscal {
        let score = fiscal.evaluation.score.as_deref().unwrap_or("-");
        let grade = fiscal.grade().map_or("-", crate::domain::grade::Grade::term);
        let change = fiscal.total().zip(own.total()).map(|(theirs, ours)| (theirs - ours).normalize().to_string());
        let change = change.unwrap_or_else(|| "-".to_owned());
        pages.text(&t!("out.evaluation.fiscal", score = score, grade = grade, change = change));
    }
}
