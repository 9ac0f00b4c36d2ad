//! Self-evaluation and re-evaluation of approved targets: opening a year, evaluating, the desk's review.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Case, evaluation, said};
use crate::domain::access::{EVALUATES, JUDGES, OPENS_EVALUATION, RE_EVALUATES, may_as, may_in_county};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::event::Event;
use crate::domain::execution::appraisal::{Fault, Spot, appraise};
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::record::Details;
use crate::domain::execution::refusal::ExecutionRefusal;
use crate::domain::execution::rule;
use crate::domain::execution::wish::{Evaluate, Seen};
use crate::domain::facts::Facts;
use crate::domain::ids::{EvaluationId, TargetId};
use crate::domain::people::Unit;
use crate::domain::refusal::Refusal;
use crate::domain::register::address::WebAddress;
use crate::domain::target::{Submission, Target, UnitName};

pub(super) fn open(
    case: &Case<impl Facts>,
    year: i32,
    approved: Date,
    due: Option<Date>,
) -> Result<Vec<Event>, Refusal> {
    case.facts.county()?.ok_or(Refusal::NotFounded)?;
    may_in_county(&case.actor.user, &OPENS_EVALUATION)?;
    if case.facts.opening(year)?.is_some() {
        return Err(ExecutionRefusal::OpenAlready(year).into());
    }
    if year >= i32::from(case.now.today.year()) || approved > case.now.today || i32::from(approved.year()) <= year {
        return Err(ExecutionRefusal::YearNotOver(year).into());
    }
    let due = due.unwrap_or_else(|| rule::evaluation_due(approved));
    if due < approved {
        return Err(ExecutionRefusal::DueBefore(due).into());
    }
    Ok(vec![Event::Execution { act: ExecutionEvent::EvaluationsOpened { year, approved, due } }])
}

/// The approved target with its unit and what was approved.
pub(super) fn approved(case: &Case<impl Facts>, id: TargetId) -> Result<(Target, Unit, Arc<Submission>), Refusal> {
    let (target, unit) = case.target(id, None)?;
    if !target.standing.state.is_approved() {
        return Err(ExecutionRefusal::NotApproved(target.project.name, target.standing.state).into());
    }
    let submission = case.facts.submission(id, target.standing.round)?.unwrap_or_default();
    Ok((target, unit, submission))
}

pub(super) fn evaluate(case: &Case<impl Facts>, wish: &Evaluate) -> Result<Vec<Event>, Refusal> {
    let (target, unit, submission) = approved(case, wish.target)?;
    let own = wish.kind == EvaluationKind::Own;
    may_as(&case.actor.user, if own { &EVALUATES } else { &RE_EVALUATES }, &unit)?;
    if case.facts.opening(target.year)?.is_none() {
        return Err(ExecutionRefusal::NotOpen(target.year).into());
    }
    let made = appraise(&submission.indicators, wish.funds, &wish.achieved);
    let made = made.map_err(|(spot, fault)| wrong(spot, fault, &submission))?;
    let evaluation = Evaluation {
        unit: UnitName { code: unit.code.clone(), name: unit.name.clone() },
        project: target.project.clone(),
        year: Some(target.year),
        kind: wish.kind,
        budget: wish.funds.budget,
        executed: wish.funds.executed,
        score: Some(made.total.normalize().to_string()),
        indicators: made.indicators,
    };
    addressed(&wish.details)?;
    not_overtaken(case, &unit, &evaluation, wish.seen)?;
    if !own
        && case.facts.evaluation_of(unit.id, &Evaluation { kind: EvaluationKind::Own, ..evaluation.clone() })?.is_none()
    {
        return Err(ExecutionRefusal::NoSelfEvaluation.into());
    }
    evaluation::recorded(case, &unit, &evaluation, &wish.details)
}

/// Refuses to put an evaluation in the place of one that its maker does not know.
fn not_overtaken(case: &Case<impl Facts>, unit: &Unit, evaluation: &Evaluation, seen: Seen) -> Result<(), Refusal> {
    let known = case.facts.evaluation_of(unit.id, evaluation)?.map(|(id, _)| id);
    let knows = match seen {
        Seen::Any => true,
        Seen::Nothing => known.is_none(),
        Seen::This(id) => known == Some(id),
    };
    if knows {
        return Ok(());
    }
    let reported = known.map(|id| case.facts.reported(id)).transpose()?.flatten();
    let (by, at) = reported.map_or_else(|| (String::new(), case.now.at), |reported| (reported.by, reported.at));
    Err(ExecutionRefusal::AnotherEvaluation(by, at).into())
}

/// A fault as a refusal, with the indicator's name.
pub(super) fn wrong(spot: Spot, fault: Fault, submission: &Submission) -> Refusal {
    let place = match spot {
        Spot::Actual(at) | Spot::Score(at) | Spot::Reason(at) => Some(at),
        Spot::Budget | Spot::Executed => None,
    };
    let name = place.and_then(|at| submission.indicators.get(at)).map(|one| one.name().to_owned()).unwrap_or_default();
    ExecutionRefusal::Wrong(spot, fault, name).into()
}

pub(super) fn engage(
    case: &Case<impl Facts>,
    evaluation: &Evaluation,
    details: &Details,
) -> Result<Vec<Event>, Refusal> {
    if evaluation.kind == EvaluationKind::Own {
        return Err(ExecutionRefusal::NotOwn.into());
    }
    let engagement = details.engagement.clone().unwrap_or_default();
    if evaluation.kind == EvaluationKind::Agency {
        said(&engagement.agency, "field.agency")?;
    }
    if evaluation.indicators.is_empty() && evaluation.score.is_none() {
        said(&engagement.conclusion, "field.conclusion")?;
    }
    addressed(details)?;
    evaluation::record_with(case, evaluation, details)
}

/// The report's address is one, or there is none.
fn addressed(details: &Details) -> Result<(), Refusal> {
    let link = details.engagement.as_ref().map_or("", |one| one.link.trim());
    if link.is_empty() || WebAddress::of(link).is_some() {
        return Ok(());
    }
    Err(ExecutionRefusal::NoAddress(link.to_owned()).into())
}

pub(super) fn judge(
    case: &Case<impl Facts>,
    id: EvaluationId,
    accepted: bool,
    opinion: &str,
) -> Result<Vec<Event>, Refusal> {
    let unit = case.facts.evaluated_unit(id)?.ok_or(Refusal::NoSuchEvaluation)?;
    let unit = case.facts.unit(unit)?.ok_or(Refusal::NoSuchEvaluation)?;
    may_as(&case.actor.user, &JUDGES, &unit)?;
    let known = case.facts.evaluation(id)?.ok_or(Refusal::NoSuchEvaluation)?;
    if !accepted {
        said(opinion, "field.opinion")?;
    }
    if let Some(before) = case.facts.judgement(id)?.filter(|before| before.accepted == accepted) {
        return Err(ExecutionRefusal::Reviewed(before.by, before.at).into());
    }
    let target = known.year.map(|year| case.facts.target_of(year, unit.id, &known.project)).transpose()?.flatten();
    let opinion = opinion.trim().to_owned();
    let act = ExecutionEvent::EvaluationJudged { evaluation: id, target, accepted, opinion };
    Ok(vec![Event::Execution { act }])
}
