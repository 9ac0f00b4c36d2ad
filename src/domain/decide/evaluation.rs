//! Recording evaluations and finding the targets of later years that they belong to.

use super::{Case, handin, prior, said};
use crate::domain::access::{HANDS_IN, RE_EVALUATES, may_as};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::event::Event;
use crate::domain::execution::record::Details;
use crate::domain::execution::refusal::ExecutionRefusal;
use crate::domain::facts::Facts;
use crate::domain::people::{Role, Unit};
use crate::domain::refusal::Refusal;

pub(super) fn record(case: &Case<impl Facts>, evaluation: &Evaluation) -> Result<Vec<Event>, Refusal> {
    record_with(case, evaluation, &Details::default())
}

/// Takes a form that a unit handed in. Whether its target was approved is not asked: of earlier years the file may know no approval, and what was
/// handed in is evidence. What is filled in with the program is filled in for approved targets only (`appraisal`).
pub(super) fn record_with(
    case: &Case<impl Facts>,
    evaluation: &Evaluation,
    details: &Details,
) -> Result<Vec<Event>, Refusal> {
    case.facts.county()?.ok_or(Refusal::NotFounded)?;
    said(&evaluation.project.name, "field.project")?;
    let year = evaluation.year.ok_or(Refusal::Blank("field.year"))?;
    let (unit, mut events) = handin::unit_of(case, &evaluation.unit)?;
    let own = evaluation.kind == EvaluationKind::Own;
    let roles = [HANDS_IN[0], HANDS_IN[1], Role::Performance];
    may_as(&case.actor.user, if own { &roles } else { &RE_EVALUATES }, &unit)?;
    if year > i32::from(case.now.today.year()) {
        return Err(ExecutionRefusal::YearNotOver(year).into());
    }
    let evaluation = Evaluation { project: evaluation.project.trimmed(), ..evaluation.clone() };
    events.extend(recorded(case, &unit, &evaluation, details)?);
    Ok(events)
}

/// The events that record an evaluation of a known unit, if it differs from the one that stands; one that the desk has reviewed stands.
pub(super) fn recorded(
    case: &Case<impl Facts>,
    unit: &Unit,
    evaluation: &Evaluation,
    details: &Details,
) -> Result<Vec<Event>, Refusal> {
    let year = evaluation.year.ok_or(Refusal::Blank("field.year"))?;
    let known = case.facts.evaluation_of(unit.id, evaluation)?;
    if let Some((id, contents)) = &known {
        let former = case.facts.reported(*id)?.map(|reported| reported.details).unwrap_or_default();
        let same_details = details.is_empty() || former == *details;
        if contents.hash() == evaluation.hash() && same_details {
            return Ok(Vec::new());
        }
        if let Some(judgement) = case.facts.judgement(*id)?.filter(|judgement| judgement.accepted) {
            return Err(ExecutionRefusal::Reviewed(judgement.by, judgement.at).into());
        }
    }
    let id = case.facts.next_evaluation()?;
    let replaces = known.as_ref().map(|(id, _)| *id);
    let of = prior::owners(case, (year, unit.id), &evaluation.project, replaces)?;
    let details = (!details.is_empty()).then(|| Box::new(details.clone()));
    let (unit, contents) = (unit.id, evaluation.clone());
    let mut events = vec![Event::EvaluationRecorded { id, unit, evaluation: contents, replaces, of, details }];
    if let Some((old, contents)) = &known {
        events.extend(prior::recorded_anew(case, (*old, contents), (id, evaluation))?);
    }
    Ok(events)
}
