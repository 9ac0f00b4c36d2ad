//! Earlier opinions, ticked off: whether the newest round answers them.

use super::Case;
use crate::domain::access::{answerers, may_as, reads_opinion, sight};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{Seq, TargetId};
use crate::domain::refusal::Refusal;

pub(super) fn answer(
    case: &Case<impl Facts>,
    (id, round): (TargetId, u32),
    review: Seq,
    answered: bool,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, None)?;
    if target.standing.round != round {
        return Err(Refusal::OldRound { seen: round, now: target.standing.round });
    }
    let opinion = case.facts.opinion(id, review)?.filter(|opinion| opinion.round < round && !opinion.is_blank);
    let role = |stage: &str| case.facts.procedure().stage(stage).map(|stage| stage.role);
    let user = &case.actor.user;
    let readable = opinion.map(|opinion| (role(&opinion.stage), opinion.round));
    let readable = readable.filter(|(role, round)| reads_opinion(&sight(user), *role, *round, &target.standing));
    // Of an opinion that may not be read, not even its existence is told.
    let (role, _) = readable.ok_or(Refusal::NoSuchPoint)?;
    may_as(user, answerers(role), &unit)?;
    let points = case.facts.points(id)?;
    if points.iter().any(|point| point.review == review && point.answered == answered) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::PointAnswered { target: id, round, review, answered }])
}
