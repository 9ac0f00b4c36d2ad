//! What stands of the execution of targets, as text and as JSON.

use rust_decimal::Decimal;
use rust_i18n::t;
use serde_json::{Value, json};

use super::super::context::Context;
use super::super::failure::Failure;
use super::super::table::{Column, Table};
use crate::domain::check::sentence;
use crate::domain::evaluation::{EvaluationIndicator, EvaluationKind};
use crate::domain::execution::progress::{self, Light};
use crate::domain::execution::record::{Filled, Warning};
use crate::domain::execution::view::{EvaluationRow, UnitProgress, lights};
use crate::domain::execution::{rule, words};
use crate::domain::money::Money;
use crate::domain::score::points;
use crate::domain::view::CaseFile;

fn kind_word(kind: EvaluationKind) -> String {
    t!(format!("evaluation.{}", kind.id())).into_owned()
}

fn amount(amount: Option<Money>) -> String {
    amount.map_or_else(|| "-".to_owned(), Money::wan)
}

/// Says where an evaluation stands, and what the checks say of it.
pub(super) fn said(context: &mut Context, case: &CaseFile, kind: EvaluationKind) -> Result<(), Failure> {
    let Some(row) = case.execution.evaluation(case.target.year, kind) else { return Ok(()) };
    context.say(&line(row))?;
    for finding in &row.report().findings {
        let (severity, place) = (sentence::severity(finding.severity), sentence::place(finding));
        context.say(&format!("  {severity} {place}:{}", sentence::message(finding)))?;
    }
    Ok(())
}

fn line(row: &EvaluationRow) -> String {
    let grade = row.grade().map_or("-", crate::domain::grade::Grade::term);
    let (year, score) = (row.evaluation.year.unwrap_or_default(), row.evaluation.score.as_deref().unwrap_or("-"));
    let judged = words::judged(row.reported.judgement.as_ref());
    let (kind, project) = (kind_word(row.evaluation.kind), &row.evaluation.project.name);
    t!("cli.evaluate.line", year = year, kind = kind, project = project, score = score, grade = grade, judged = judged)
        .into_owned()
}

/// The evaluations of a project through the years, and of its year the bureau's beside the unit's.
pub(super) fn evaluations(context: &mut Context, case: &CaseFile, as_json: bool) -> Result<(), Failure> {
    let rows = &case.execution.evaluations;
    if as_json {
        return context.json(&Value::Array(rows.iter().map(evaluation_json).collect()));
    }
    if rows.is_empty() {
        return context.say(&t!("cli.evaluate.none"));
    }
    for row in rows {
        context.say(&line(row))?;
        if let Some(engaged) = &row.reported.details.engagement {
            let parts = [&engaged.agency, &engaged.scope, &engaged.conclusion, &engaged.link];
            let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            context.say(&format!("  {}", said.join("  ")))?;
        }
        if let Some(judgement) = row.reported.judgement.as_ref().filter(|judgement| !judgement.opinion.is_empty()) {
            context.say(&format!("  {} {}", judgement.by, judgement.opinion))?;
        }
    }
    for year in rows.iter().filter_map(|row| row.evaluation.year).collect::<std::collections::BTreeSet<_>>() {
        differences(context, case, year)?;
    }
    Ok(())
}

/// The indicators of which the bureau's value or score is not the unit's.
fn differences(context: &mut Context, case: &CaseFile, year: i32) -> Result<(), Failure> {
    let of = |kind| case.execution.evaluation(year, kind).map(|row| &row.evaluation);
    let (Some(own), Some(fiscal)) = (of(EvaluationKind::Own), of(EvaluationKind::Fiscal)) else { return Ok(()) };
    context.say(&t!("cli.evaluate.beside", year = year))?;
    for (place, one) in own.indicators.iter().enumerate() {
        let Some(other) = fiscal.indicators.get(place).filter(|other| other.l3 == one.l3) else { continue };
        if (&one.actual, &one.score) == (&other.actual, &other.score) {
            continue;
        }
        let say = |one: &EvaluationIndicator| {
            let text = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
            format!("{} {}/{}", text(&one.actual), text(&one.score), text(&one.weight))
        };
        let name = one.l3.as_deref().unwrap_or_default();
        let words = t!("cli.evaluate.difference", number = place + 1, name = name, own = say(one), fiscal = say(other));
        context.say(&words)?;
    }
    if let Some(change) = total(fiscal.score.as_deref()).zip(total(own.score.as_deref())) {
        context.say(&t!("cli.evaluate.total-difference", points = (change.0 - change.1).normalize()))?;
    }
    Ok(())
}

fn total(text: Option<&str>) -> Option<Decimal> {
    points(text)
}

fn evaluation_json(row: &EvaluationRow) -> Value {
    let evaluation = &row.evaluation;
    let engaged = row.reported.details.engagement.as_ref();
    json!({
        "id": row.reported.id.0,
        "unit": evaluation.unit.name,
        "project": evaluation.project.name,
        "year": evaluation.year,
        "kind": evaluation.kind.id(),
        "budget_fen": evaluation.budget.map(|amount| amount.0),
        "executed_fen": evaluation.executed.map(|amount| amount.0),
        "score": evaluation.score,
        "grade": row.grade(),
        "outcome": row.reported.details.outcome,
        "agency": engaged.map(|one| &one.agency),
        "scope": engaged.map(|one| &one.scope),
        "link": engaged.map(|one| &one.link),
        "conclusion": engaged.map(|one| &one.conclusion),
        "recorded": {"by": row.reported.by, "at": row.reported.at.iso()},
        "review": row.reported.judgement.as_ref().map(|one| json!({
            "accepted": one.accepted, "opinion": one.opinion, "by": one.by, "at": one.at.iso(),
        })),
        "indicators": evaluation.indicators.iter().map(|one| json!({
            "l1": one.l1, "l2": one.l2, "l3": one.l3, "sign": one.sign, "target": one.target, "unit": one.unit,
            "actual": one.actual, "weight": one.weight, "score": one.score, "reason": one.reason,
        })).collect::<Vec<_>>(),
        "findings": row.report().findings.iter().map(|one| json!({
            "id": one.id, "severity": one.severity, "indicator": one.place.indicator(), "message": sentence::message(one),
        })).collect::<Vec<_>>(),
    })
}

/// The evaluations of a year as a table.
pub(super) fn list(context: &mut Context, all: &[(String, EvaluationRow)], as_json: bool) -> Result<(), Failure> {
    if as_json {
        return context.json(&Value::Array(all.iter().map(|(_, row)| evaluation_json(row)).collect()));
    }
    let row = |(unit, row): &(String, EvaluationRow)| {
        let evaluation = &row.evaluation;
        vec![
            unit.clone(),
            evaluation.project.name.clone(),
            kind_word(evaluation.kind),
            amount(evaluation.budget),
            evaluation.score.clone().unwrap_or_else(|| "-".to_owned()),
            row.grade().map(|grade| grade.to_string()).unwrap_or_default(),
            words::judged(row.reported.judgement.as_ref()),
            row.report().findings.len().to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = all.iter().map(row).collect();
    let (left, right) = (Column::Left, Column::Right);
    let columns = [left(24), left(40), left(12), right, right, left(4), left(12), right];
    let header = ["unit", "project", "kind", "amount", "score", "grade", "state", "findings"]
        .map(|key| t!(format!("cli.evaluate.column.{key}")).into_owned());
    table(context, &columns, &header, &rows)
}

fn table(context: &mut Context, columns: &[Column], header: &[String], rows: &[Vec<String>]) -> Result<(), Failure> {
    let table = Table::measured(columns, header, rows);
    context.say(&table.line(header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

/// A period's form: its light, money, and each indicator with its light.
pub(super) fn period(context: &mut Context, case: &CaseFile, id: &str) -> Result<(), Failure> {
    let Some(filled) = case.execution.of_period(id) else { return Ok(()) };
    form(context, case, filled)
}

fn form(context: &mut Context, case: &CaseFile, filled: &Filled) -> Result<(), Failure> {
    let one = &filled.monitoring;
    let Some(period) = rule::period(&one.period) else { return Ok(()) };
    let rate = progress::execution_rate(one).map_or_else(|| "-".to_owned(), |rate| rate.to_string());
    let head = t!(
        "cli.monitor.head",
        period = period.name(),
        light = words::light(filled.light),
        executed = amount(one.executed),
        budget = amount(one.budget),
        rate = rate,
        by = filled.by,
        at = filled.at.local_minute()
    );
    context.say(&head)?;
    if filled.late > 0 {
        context.say(&t!("cli.monitor.late", days = filled.late))?;
    }
    if progress::is_slow(one, period.month) {
        let least = rule::execution_least(period.month).unwrap_or_default();
        context.say(&t!("cli.monitor.slow", rate = rate, least = least, month = period.month))?;
    }
    let all = case.submission.indicators.iter().zip(&one.indicators).zip(lights(filled, &case.submission, period));
    for (place, ((indicator, progress), lit)) in all.enumerate() {
        let light = lit.as_ref().map_or_else(|| "-".to_owned(), words::lit);
        let (name, target) = (indicator.name(), indicator.measure_text());
        let value = if progress.value.is_empty() { "-" } else { &progress.value };
        let words =
            t!("cli.monitor.indicator", number = place + 1, name = name, target = target, value = value, light = light);
        context.say(&words)?;
        if !progress.reason.is_empty() {
            let cause = progress.cause.map_or("", progress::Cause::term);
            context.say(&format!("      {cause} {}", progress.reason))?;
        }
    }
    if let Some(disposed) = &filled.disposed {
        let due = disposed.due.map_or_else(String::new, |due| t!("cli.monitor.due", day = due).into_owned());
        context.say(&format!("  {} {}{due}  {}", words::disposal(disposed.disposal), disposed.opinion, disposed.by))?;
    }
    if let Some(rectified) = &filled.rectified {
        context.say(&t!("cli.monitor.rectified", text = rectified.text, by = rectified.by))?;
    }
    context.say(&format!("  {}", words::light_rule()))
}

/// The monitoring of a target: every period it has, filled in or not, and its warnings.
pub(super) fn monitoring(context: &mut Context, case: &CaseFile, as_json: bool) -> Result<(), Failure> {
    let periods = rule::periods(&case.target.project.name);
    if as_json {
        let filled = case.execution.filled.iter().map(|filled| filled_json(case, filled));
        let warnings = case.execution.warnings.iter().map(warning_json);
        return context.json(&json!({
            "periods": periods.iter().map(|period| json!({
                "id": period.id, "end": period.end(case.target.year), "due": period.due(case.target.year),
            })).collect::<Vec<_>>(),
            "monitoring": filled.collect::<Vec<_>>(),
            "warnings": warnings.collect::<Vec<_>>(),
        }));
    }
    for period in periods {
        match case.execution.of_period(&period.id) {
            Some(filled) => form(context, case, filled)?,
            None => {
                let due = period.due(case.target.year);
                context.say(&t!("cli.monitor.missing", period = period.name(), due = due))?;
            }
        }
    }
    for warning in &case.execution.warnings {
        context.say(&format!("  {}", warned(warning)))?;
    }
    Ok(())
}

/// A warning with its history.
fn warned(warning: &Warning) -> String {
    let (period, kind) = (words::period(&warning.period), words::warning(warning.kind));
    let (by, raised) = (&warning.by, warning.raised.local_minute());
    match &warning.corrected {
        Some((who, at)) => {
            let days = warning.days(*at);
            t!("cli.monitor.corrected", period = period, kind = kind, by = by, raised = raised, who = who, days = days)
        }
        None => t!("cli.monitor.open", period = period, kind = kind, by = by, raised = raised),
    }
    .into_owned()
}

fn warning_json(warning: &Warning) -> Value {
    json!({
        "period": warning.period,
        "kind": warning.kind.id(),
        "indicators": warning.places,
        "raised": {"by": warning.by, "at": warning.raised.iso()},
        "corrected": warning.corrected.as_ref().map(|(by, at)| json!({"by": by, "at": at.iso(), "days": warning.days(*at)})),
    })
}

fn filled_json(case: &CaseFile, filled: &Filled) -> Value {
    let one = &filled.monitoring;
    let lit = rule::period(&one.period).map(|period| lights(filled, &case.submission, period)).unwrap_or_default();
    let light = |place: usize| lit.get(place).cloned().flatten().map(|lit| lit.light.id());
    json!({
        "period": one.period,
        "light": filled.light.id(),
        "late_days": filled.late,
        "budget_fen": one.budget.map(|amount| amount.0),
        "executed_fen": one.executed.map(|amount| amount.0),
        "execution_percent": progress::execution_rate(one),
        "by": filled.by,
        "at": filled.at.iso(),
        "indicators": one.indicators.iter().enumerate().map(|(place, progress)| json!({
            "value": progress.value,
            "expected": progress.expected,
            "likelihood": progress.likelihood.id(),
            "cause": progress.cause.map(progress::Cause::id),
            "reason": progress.reason,
            "light": light(place),
        })).collect::<Vec<_>>(),
        "disposal": filled.disposed.as_ref().map(|one| json!({
            "how": one.disposal.id(), "opinion": one.opinion, "due": one.due, "by": one.by, "at": one.at.iso(),
        })),
        "rectified": filled.rectified.as_ref().map(|one| json!({"text": one.text, "by": one.by, "at": one.at.iso()})),
    })
}

/// How far each unit is, by desk, with sums.
pub(super) fn board(
    context: &mut Context,
    (year, period): (i32, &str),
    rows: &[UnitProgress],
    as_json: bool,
) -> Result<(), Failure> {
    if as_json {
        return context.json(&Value::Array(rows.iter().map(unit_json).collect()));
    }
    context.say(&t!("cli.monitor.board-title", year = year, period = words::period(period)))?;
    let row = |one: &UnitProgress| {
        let count = |number: u64| number.to_string();
        let mut cells = vec![one.desk.clone(), one.name.clone(), count(one.targets), one.amount.wan()];
        cells.extend([one.filled, one.late, one.missing].map(count));
        cells.extend(Light::WORST_FIRST.map(|light| count(one.of_light(light))));
        cells.extend([one.warnings, one.evaluated, one.reviewed, one.returned].map(count));
        cells
    };
    let mut sum = UnitProgress { desk: t!("cli.monitor.sum").into_owned(), ..UnitProgress::default() };
    rows.iter().for_each(|one| sum.add(one));
    let lines: Vec<Vec<String>> = rows.iter().chain([&sum]).map(row).collect();
    let mut columns = vec![Column::Left(22), Column::Left(24)];
    columns.extend([Column::Right; 13]);
    let header = [
        "desk",
        "unit",
        "targets",
        "amount",
        "filled",
        "late",
        "missing",
        "red",
        "yellow",
        "blue",
        "green",
        "warnings",
        "evaluated",
        "reviewed",
        "returned",
    ]
    .map(|key| t!(format!("execution.column.{key}")).into_owned());
    table(context, &columns, &header, &lines)
}

fn unit_json(one: &UnitProgress) -> Value {
    json!({
        "desk": one.desk,
        "unit": one.name,
        "targets": one.targets,
        "amount_fen": one.amount.0,
        "filled": one.filled,
        "late": one.late,
        "missing": one.missing,
        "lights": Light::WORST_FIRST.map(|light| (light.id(), one.of_light(light))).into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "warnings": one.warnings,
        "evaluated": one.evaluated,
        "reviewed": one.reviewed,
        "returned": one.returned,
    })
}
