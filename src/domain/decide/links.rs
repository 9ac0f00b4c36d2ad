//! Links between items of the objective and indicators of the newest round, as people see them.

use super::Case;
use crate::domain::access::{LINKS, may_as};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::target::{Link, LinkOrigin};

/// Points of confidence of what a person says.
const CERTAIN: u8 = 100;

pub(super) fn link(
    case: &Case<impl Facts>,
    id: TargetId,
    round: u32,
    (objective, indicator): (u32, u32),
    belongs: bool,
) -> Result<Vec<Event>, Refusal> {
    let known = place(case, id, round, objective, indicator)?;
    let origin = if belongs { LinkOrigin::Confirmed } else { LinkOrigin::Rejected };
    if known.is_some_and(|known| known.origin == origin) {
        return Ok(Vec::new());
    }
    let link = Link {
        objective,
        indicator,
        origin,
        confidence: CERTAIN,
        by: case.actor.user.name.clone(),
        grounds: Vec::new(),
    };
    Ok(vec![Event::LinkSet { target: id, round, link }])
}

pub(super) fn unlink(
    case: &Case<impl Facts>,
    id: TargetId,
    round: u32,
    (objective, indicator): (u32, u32),
) -> Result<Vec<Event>, Refusal> {
    match place(case, id, round, objective, indicator)? {
        Some(_) => Ok(vec![Event::LinkRemoved { target: id, round, objective, indicator }]),
        None => Ok(Vec::new()),
    }
}

/// The link that stands there now; refuses a place that does not exist or is of an old round.
fn place(
    case: &Case<impl Facts>,
    id: TargetId,
    round: u32,
    objective: u32,
    indicator: u32,
) -> Result<Option<Link>, Refusal> {
    let (target, unit) = case.target(id, None)?;
    may_as(&case.actor.user, &LINKS, &unit)?;
    if target.standing.round != round {
        return Err(Refusal::OldRound { seen: round, now: target.standing.round });
    }
    let indicators = case.facts.submission(id, round)?.map_or(0, |submission| submission.indicators.len());
    if objective as usize >= case.facts.items(id, round)?.len() || indicator as usize >= indicators {
        return Err(Refusal::NoSuchPlace);
    }
    let links = case.facts.links(id, round)?;
    Ok(links.into_iter().find(|link| link.objective == objective && link.indicator == indicator))
}
