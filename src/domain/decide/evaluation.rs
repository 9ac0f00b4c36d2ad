//! Recording evaluations of earlier years and finding the targets that they belong to.

use super::{Case, handin, prior, said};
use crate::domain::access::{HANDS_IN, may_as};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::people::Role;
use crate::domain::refusal::Refusal;

pub(super) fn record(case: &Case<impl Facts>, evaluation: &Evaluation) -> Result<Vec<Event>, Refusal> {
    case.facts.county()?.ok_or(Refusal::NotFounded)?;
    said(&evaluation.project.name, "field.project")?;
    let year = evaluation.year.ok_or(Refusal::Blank("field.year"))?;
    let (unit, mut events) = handin::unit_of(case, &evaluation.unit)?;
    let roles = [HANDS_IN[0], HANDS_IN[1], Role::Performance];
    may_as(&case.actor.user, &roles, &unit)?;
    let evaluation = &Evaluation { project: evaluation.project.trimmed(), ..evaluation.clone() };
    let known = case.facts.evaluation_of(unit.id, evaluation)?;
    if known.as_ref().is_some_and(|(_, known)| known.hash() == evaluation.hash()) {
        return Ok(Vec::new());
    }
    let id = case.facts.next_evaluation()?;
    let replaces = known.as_ref().map(|(id, _)| *id);
    let of = prior::owners(case, (year, unit.id), &evaluation.project, replaces)?;
    events.push(Event::EvaluationRecorded { id, unit: unit.id, evaluation: evaluation.clone(), replaces, of });
    if let Some((old, contents)) = &known {
        events.extend(prior::recorded_anew(case, (*old, contents), (id, evaluation))?);
    }
    Ok(events)
}
