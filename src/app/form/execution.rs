//! The forms of a target's execution: a unit's own evaluation, the bureau's beside it, and a period of monitoring. Each is a table with a row an
//! indicator of the approved target, whose values and scores follow live from what is typed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_i18n::t;

use super::kind::{Hindrance, Kind, SEND};
use super::sheet::{Entry, Sheet};
use crate::app::field::{Answer, ChoiceField, Field, Kind as Line};
use crate::domain::command::Command;
use crate::domain::evaluation::{EvaluationIndicator, EvaluationKind};
use crate::domain::execution::appraisal::{self, Achieved, Funds, Spot};
use crate::domain::execution::progress::{self, Cause, Likelihood, Monitoring, Progress};
use crate::domain::execution::record::{Details, Engagement};
use crate::domain::execution::refusal::ExecutionRefusal;
use crate::domain::execution::rule::Period;
use crate::domain::execution::wish::{Evaluate, ExecutionWish, Seen};
use crate::domain::execution::{rule, words};
use crate::domain::measure::{Sign, Value};
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::score;
use crate::domain::target::Indicator;
use crate::domain::view::CaseFile;

/// The columns of an evaluation that are filled in, by their ids.
const EVALUATED: [&str; 3] = ["actual", "score", "reason"];
/// The columns of monitoring that are filled in, by their ids.
const MONITORED: [&str; 5] = ["value", "expected", "likely", "cause", "reason"];
/// What a digit stands for where the target is in words (财预〔2020〕10号: 达成、部分达成、未达成).
const BANDS: [(&str, &str); 3] =
    [("1", "达成预期指标"), ("2", "部分达成预期指标并具有一定效果"), ("3", "未达成预期指标且效果较差")];

/// Whose evaluation a form is.
const fn evaluates(kind: Kind) -> EvaluationKind {
    if matches!(kind, Kind::Evaluate) { EvaluationKind::Own } else { EvaluationKind::Fiscal }
}

fn cell(row: usize, column: &str) -> String {
    format!("row.{row}.{column}")
}

/// The columns of a form that are filled in.
pub const fn columns(kind: Kind) -> &'static [&'static str] {
    if matches!(kind, Kind::Monitor(_)) { &MONITORED } else { &EVALUATED }
}

fn field(column: &str) -> Field {
    let line = |most| Entry::line("", "", Line::Words, most).field;
    match column {
        "likely" => {
            let answers =
                Likelihood::ALL.map(|one| Answer::new(one.id(), t!(format!("execution.likely.{}", one.id()))));
            Field::Choice(ChoiceField::new(answers.to_vec()))
        }
        "cause" => {
            let answers = Cause::ALL.map(|one| Answer::new(one.id(), t!(format!("execution.cause.{}", one.id()))));
            let none = Answer::new("", t!("form.none"));
            Field::Choice(ChoiceField::new(std::iter::once(none).chain(answers).collect()))
        }
        "score" => line(8),
        "reason" => line(300),
        _ => line(60),
    }
}

/// The fields as they are before anything is typed: what was reported before, and of the bureau's own what the unit reported.
pub(super) fn sheet(kind: Kind, file: &CaseFile) -> Sheet {
    let mut entries = vec![
        Entry::line("executed", t!("execution.field.executed"), Line::Money, 20),
        Entry::line("budget", t!("execution.field.budget"), Line::Money, 20),
    ];
    if matches!(kind, Kind::Monitor(_)) {
        entries.push(Entry::line("expected", t!("execution.field.expected"), Line::Money, 20));
    }
    for row in 0..file.submission.indicators.len() {
        for (place, column) in columns(kind).iter().enumerate() {
            let mut entry = Entry::new(cell(row, column), t!(format!("execution.head.{column}")), field(column));
            entry.cell = Some((row, place));
            entries.push(entry);
        }
    }
    match kind {
        Kind::Evaluate => entries.push(Entry::text("outcome", t!("execution.field.outcome"))),
        Kind::ReEvaluate => {
            let line = |id: &'static str| Entry::line(id, t!(format!("field.{id}")), Line::Words, 200);
            entries.extend(["agency", "scope", "link"].map(line));
            entries.push(Entry::text("conclusion", t!("field.conclusion")));
        }
        _ => {}
    }
    entries.push(Entry::new(SEND, t!("form.send"), Field::Button));
    let mut sheet = Sheet::new(entries);
    sheet.set_texts(&known(kind, file));
    refresh(kind, &mut sheet, file);
    sheet
}

fn wan(amount: Option<Money>) -> String {
    amount.map(Money::wan).unwrap_or_default()
}

/// What is known already of what the form asks.
fn known(kind: Kind, file: &CaseFile) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut put = |id: String, text: String| drop(texts.insert(id, text));
    put("budget".to_owned(), wan(file.submission.amount));
    if let Kind::Monitor(period) = kind {
        let Some(filled) = file.execution.of_period(&period.id) else { return texts };
        let one = &filled.monitoring;
        put("budget".to_owned(), wan(one.budget));
        put("executed".to_owned(), wan(one.executed));
        put("expected".to_owned(), wan(one.expected));
        for (row, progress) in one.indicators.iter().enumerate() {
            put(cell(row, "value"), progress.value.clone());
            put(cell(row, "expected"), progress.expected.clone());
            put(cell(row, "likely"), progress.likelihood.id().to_owned());
            put(cell(row, "cause"), progress.cause.map_or("", Cause::id).to_owned());
            put(cell(row, "reason"), progress.reason.clone());
        }
        return texts;
    }
    let own = file.execution.evaluation(file.target.year, EvaluationKind::Own);
    let former = file.execution.evaluation(file.target.year, evaluates(kind));
    let Some(row) = former.or(own) else { return texts };
    put("budget".to_owned(), wan(row.evaluation.budget));
    put("executed".to_owned(), wan(row.evaluation.executed));
    for (place, one) in row.evaluation.indicators.iter().enumerate().take(file.submission.indicators.len()) {
        put(cell(place, "actual"), one.actual.clone().unwrap_or_default());
        if former.is_some() {
            put(cell(place, "score"), own_score(file, place, one));
            put(cell(place, "reason"), one.reason.clone().unwrap_or_default());
        }
    }
    if let Some(row) = former {
        put("outcome".to_owned(), row.reported.details.outcome.clone());
        let engaged = row.reported.details.engagement.clone().unwrap_or_default();
        put("agency".to_owned(), engaged.agency);
        put("scope".to_owned(), engaged.scope);
        put("link".to_owned(), engaged.link);
        put("conclusion".to_owned(), engaged.conclusion);
    }
    texts
}

/// A score that is not the rule's own.
fn own_score(file: &CaseFile, place: usize, one: &EvaluationIndicator) -> String {
    let actual = one.actual.as_deref().unwrap_or_default();
    let actuals: Vec<&str> = vec![actual; file.submission.indicators.len()];
    let suggested = appraisal::marks(&file.submission.indicators, &actuals).get(place).and_then(|mark| mark.suggested);
    let stated = score::points(one.score.as_deref());
    if stated == suggested { String::new() } else { one.score.clone().unwrap_or_default() }
}

/// What is typed of an indicator; where the target is in words, a digit stands for its band.
fn actual(sheet: &Sheet, row: usize, indicator: &Indicator) -> String {
    let typed = sheet.text(&cell(row, "actual")).trim().to_owned();
    let asked = score::target(&appraisal::evaluated(indicator, ""));
    let in_words = asked.sign == Some(Sign::Qualitative) || matches!(asked.value, Value::Text(_));
    let band = BANDS.iter().find(|(digit, _)| in_words && *digit == typed);
    band.map_or(typed, |(_, words)| (*words).to_owned())
}

/// Brings up to date what the rule says of what is typed: points and bands, or lights.
pub(super) fn refresh(kind: Kind, sheet: &mut Sheet, file: &CaseFile) {
    let indicators = &file.submission.indicators;
    if let Kind::Monitor(period) = kind {
        let all: Vec<Progress> = (0..indicators.len()).map(|row| progress_of(sheet, row)).collect();
        for (row, (indicator, one)) in indicators.iter().zip(&all).enumerate() {
            let lit = progress::light(indicator, one, period.month);
            note(sheet, &cell(row, "value"), lit.map(|lit| lit.light.id().to_owned()).unwrap_or_default());
        }
        return;
    }
    let actuals: Vec<String> =
        indicators.iter().enumerate().map(|(row, indicator)| actual(sheet, row, indicator)).collect();
    let given: Vec<&str> = actuals.iter().map(String::as_str).collect();
    for (row, mark) in appraisal::marks(indicators, &given).into_iter().enumerate() {
        let weight = mark.weight.normalize();
        let said = match (mark.band, mark.suggested) {
            (_, Some(points)) => format!("{}/{weight}", points.normalize()),
            _ => format!("-/{weight}"),
        };
        note(sheet, &cell(row, "actual"), said);
    }
}

fn note(sheet: &mut Sheet, id: &str, words: String) {
    if let Some(entry) = sheet.get_mut(id) {
        entry.note = words;
    }
}

fn money(sheet: &Sheet, id: &str) -> Option<Money> {
    match sheet.get(id).map(|entry| &entry.field) {
        Some(Field::Line(input)) => input.money().ok().flatten(),
        _ => None,
    }
}

fn progress_of(sheet: &Sheet, row: usize) -> Progress {
    let text = |column: &str| sheet.text(&cell(row, column)).trim().to_owned();
    Progress {
        value: text("value"),
        expected: text("expected"),
        likelihood: Likelihood::of_text(&text("likely")).unwrap_or_default(),
        cause: Cause::of_text(&text("cause")),
        reason: text("reason"),
    }
}

fn monitoring(sheet: &Sheet, file: &CaseFile, period: &Period) -> Monitoring {
    Monitoring {
        period: period.id.clone(),
        budget: money(sheet, "budget"),
        executed: money(sheet, "executed"),
        expected: money(sheet, "expected"),
        indicators: (0..file.submission.indicators.len()).map(|row| progress_of(sheet, row)).collect(),
    }
}

fn achieved(sheet: &Sheet, file: &CaseFile) -> Result<Vec<Achieved>, Hindrance> {
    let one = |(row, indicator): (usize, &Indicator)| {
        let id = cell(row, "score");
        let typed = sheet.text(&id).trim().to_owned();
        let wrong = |_| {
            let place = t!("execution.place.score", number = row + 1, name = indicator.name());
            let words = t!("execution.wrong", place = place, fault = t!("execution.no-points", text = typed));
            Hindrance { id: id.clone(), words: words.into_owned() }
        };
        let score = if typed.is_empty() { None } else { Some(typed.parse::<Decimal>().map_err(wrong)?) };
        let reason = sheet.text(&cell(row, "reason")).trim().to_owned();
        Ok(Achieved { actual: actual(sheet, row, indicator), score, reason })
    };
    file.submission.indicators.iter().enumerate().map(one).collect()
}

fn details(kind: Kind, sheet: &Sheet) -> Details {
    let text = |id: &str| sheet.text(id).trim().to_owned();
    let engagement =
        Engagement { agency: text("agency"), scope: text("scope"), link: text("link"), conclusion: text("conclusion") };
    let engaged = kind == Kind::ReEvaluate && engagement != Engagement::default();
    Details { outcome: text("outcome"), engagement: engaged.then_some(engagement) }
}

pub(super) fn commands(kind: Kind, sheet: &Sheet, file: &CaseFile) -> Result<Vec<Command>, Hindrance> {
    let target = file.target.id;
    let wish = if let Kind::Monitor(period) = kind {
        ExecutionWish::Monitor { target, monitoring: monitoring(sheet, file, period) }
    } else {
        let kind_of = evaluates(kind);
        let former = file.execution.evaluation(file.target.year, kind_of);
        let seen = former.map_or(Seen::Nothing, |row| Seen::This(row.reported.id));
        let funds = Funds { budget: money(sheet, "budget"), executed: money(sheet, "executed") };
        let (achieved, details) = (achieved(sheet, file)?, details(kind, sheet));
        ExecutionWish::Evaluate(Evaluate { target, kind: kind_of, funds, achieved, details, seen })
    };
    Ok(vec![Command::Execution(Box::new(wish))])
}

/// What would be recorded: the total and its grade, or the light, each with its rule.
pub(super) fn outlook(kind: Kind, sheet: &Sheet, file: &CaseFile) -> String {
    if let Kind::Monitor(period) = kind {
        let monitoring = monitoring(sheet, file, period);
        let light = words::light(progress::whole(&monitoring, &file.submission, period.month));
        let rate = progress::execution_rate(&monitoring).map_or_else(|| "-".to_owned(), |rate| rate.to_string());
        let due = period.due(file.target.year);
        return t!("execution.outlook.monitor", light = light, rate = rate, due = due).into_owned();
    }
    let funds = Funds { budget: money(sheet, "budget"), executed: money(sheet, "executed") };
    let made =
        achieved(sheet, file).ok().and_then(|all| appraisal::appraise(&file.submission.indicators, funds, &all).ok());
    made.map_or_else(String::new, |made| {
        let source = rule::source(rule::Section::Weights);
        let (total, grade, execution) = (made.total.normalize(), made.grade, made.execution.normalize());
        t!("execution.outlook.evaluate", total = total, grade = grade, execution = execution, source = source)
            .into_owned()
    })
}

/// The field that a refusal is about.
pub(super) fn place_of(kind: Kind, refusal: &Refusal) -> Option<String> {
    if matches!(refusal, Refusal::Execution(ExecutionRefusal::NoAddress(_))) {
        return Some("link".to_owned());
    }
    let Refusal::Execution(ExecutionRefusal::Wrong(spot, ..)) = refusal else { return None };
    let value = if matches!(kind, Kind::Monitor(_)) { "value" } else { "actual" };
    Some(match spot {
        Spot::Budget => "budget".to_owned(),
        Spot::Executed => "executed".to_owned(),
        Spot::Actual(row) => cell(*row, value),
        Spot::Score(row) => cell(*row, "score"),
        Spot::Reason(row) => cell(*row, "reason"),
    })
}

#[cfg(test)]
mod tests;
