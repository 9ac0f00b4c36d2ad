//! Which evaluations are a target's and which earlier indicators are its indicators': what the program finds when either comes in,
//! and what people say instead. What people say stands when an evaluation is recorded anew, and in later rounds while the
//! indicator is unchanged.

use std::collections::BTreeSet;

use super::Case;
use crate::domain::access::{LINKS, may_as};
use crate::domain::command::SaidMatch;
use crate::domain::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use crate::domain::event::Event;
use crate::domain::facts::{Facts, Named};
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::domain::model::PRIOR_YEARS;
use crate::domain::prior::likest;
use crate::domain::refusal::Refusal;
use crate::domain::target::{ProjectName, Submission, Target};
use crate::domain::text::name_key;

/// The evaluations of a new target and the events that take its own away from targets that only had the likest name.
pub(super) fn found(
    case: &Case<impl Facts>,
    target: TargetId,
    (year, unit): (i32, UnitId),
    project: &ProjectName,
) -> Result<(Vec<Prior>, Vec<Event>), Refusal> {
    let mut priors = case.facts.priors_of(year, unit, project)?;
    let mut freed = Vec::new();
    for prior in &priors {
        let others = case.facts.targets_with(prior.evaluation)?;
        let alike = others
            .into_iter()
            .filter(|(other, year_of, reason)| *other != target && *year_of == year && reason.likeness().is_some());
        freed.extend(alike.map(|(other, ..)| Event::PriorRemoved { target: other, evaluation: prior.evaluation }));
    }
    let near = case.facts.evaluations_near(unit, (year - PRIOR_YEARS, year - 1))?;
    let neighbours = names(&case.facts.targets_near(unit, (year, year))?);
    let own: BTreeSet<EvaluationId> = priors.iter().map(|prior| prior.evaluation).collect();
    for then in (year - PRIOR_YEARS..year).rev() {
        let of_year: Vec<_> = near.iter().filter(|one| one.year == then).collect();
        if of_year.iter().any(|one| own.contains(&one.id)) {
            continue;
        }
        let free = of_year.iter().filter(|one| !neighbours.contains(&name_key(&one.project.name)));
        let found = likest(&project.name, free.map(|one| (one.id, one.project.name.as_str())));
        priors.extend(found.map(|(evaluation, points)| Prior { evaluation, reason: PriorReason::Similar(points) }));
    }
    Ok((priors, freed))
}

/// The targets of a new evaluation: those that it is by code or name, those that it is likest of all, and what people said of the
/// evaluation that it replaces.
pub(super) fn owners(
    case: &Case<impl Facts>,
    (year, unit): (i32, UnitId),
    project: &ProjectName,
    replaced: Option<EvaluationId>,
) -> Result<Vec<(TargetId, PriorReason)>, Refusal> {
    let mut owners = case.facts.targets_after(year, unit, project)?;
    let targets = case.facts.targets_near(unit, (year + 1, year + PRIOR_YEARS))?;
    let mut rivals = case.facts.evaluations_near(unit, (year, year))?;
    rivals.retain(|one| Some(one.id) != replaced);
    for target in &targets {
        let of_year = |one: &&Named<TargetId>| one.year == target.year;
        let taken = owners.iter().any(|(owner, _)| targets.iter().filter(of_year).any(|one| one.id == *owner));
        let has = rivals.iter().any(|one| name_key(&one.project.name) == name_key(&target.project.name));
        if taken || has {
            continue;
        }
        let others = rivals.iter().map(|one| (false, one.project.name.as_str()));
        let found = likest(&target.project.name, others.chain([(true, project.name.as_str())]));
        if let Some((true, points)) = found {
            owners.push((target.id, PriorReason::Similar(points)));
        }
    }
    if let Some(replaced) = replaced {
        for (target, _, reason) in case.facts.targets_with(replaced)? {
            if reason.is_said() {
                owners.retain(|(owner, _)| *owner != target);
                owners.push((target, reason));
            }
        }
    }
    owners.sort_unstable_by_key(|(target, _)| *target);
    Ok(owners)
}

fn names<T>(named: &[Named<T>]) -> BTreeSet<String> {
    named.iter().map(|one| name_key(&one.project.name)).collect()
}

pub(super) fn set(
    case: &Case<impl Facts>,
    id: TargetId,
    evaluation: EvaluationId,
    belongs: Option<bool>,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, None)?;
    may_as(&case.actor.user, &LINKS, &unit)?;
    let known = case.facts.evaluation(evaluation)?.ok_or(Refusal::NoSuchEvaluation)?;
    if !known.year.is_some_and(|year| (1..=PRIOR_YEARS).contains(&(target.year - year))) {
        return Err(Refusal::NoSuchEvaluation);
    }
    let before = case.facts.priors(id)?.into_iter().find(|prior| prior.evaluation == evaluation);
    let reason = match belongs {
        Some(true) => Some(PriorReason::Confirmed),
        Some(false) => Some(PriorReason::Rejected),
        None => by_itself(case, &target, &known, evaluation)?,
    };
    if before.map(|prior| prior.reason) == reason {
        return Ok(Vec::new());
    }
    Ok(vec![match reason {
        Some(reason) => Event::PriorSet { target: id, evaluation, reason },
        None => Event::PriorRemoved { target: id, evaluation },
    }])
}

/// What the program would say of an evaluation and a target, were nobody to say anything.
fn by_itself(
    case: &Case<impl Facts>,
    target: &Target,
    known: &Evaluation,
    evaluation: EvaluationId,
) -> Result<Option<PriorReason>, Refusal> {
    let own = case.facts.priors_of(target.year, target.unit, &target.project)?;
    if let Some(prior) = own.iter().find(|prior| prior.evaluation == evaluation) {
        return Ok(Some(prior.reason));
    }
    let year = known.year.unwrap_or_default();
    let near = case.facts.evaluations_near(target.unit, (year, year))?;
    if near.iter().any(|one| own.iter().any(|prior| prior.evaluation == one.id)) {
        return Ok(None);
    }
    let mut neighbours = case.facts.targets_near(target.unit, (target.year, target.year))?;
    neighbours.retain(|one| one.id != target.id);
    let taken = names(&neighbours);
    let free = near.iter().filter(|one| !taken.contains(&name_key(&one.project.name)));
    let found = likest(&target.project.name, free.map(|one| (one.id, one.project.name.as_str())));
    Ok(found.filter(|(id, _)| *id == evaluation).map(|(_, points)| PriorReason::Similar(points)))
}

pub(super) fn matched(
    case: &Case<impl Facts>,
    (id, round): (TargetId, u32),
    indicator: u32,
    evaluation: EvaluationId,
    said: SaidMatch,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, None)?;
    may_as(&case.actor.user, &LINKS, &unit)?;
    if target.standing.round != round {
        return Err(Refusal::OldRound { seen: round, now: target.standing.round });
    }
    let submission = case.facts.submission(id, round)?.unwrap_or_default();
    let own = case.facts.priors(id)?.into_iter().any(|prior| prior.evaluation == evaluation && prior.reason.holds());
    let known = case.facts.evaluation(evaluation)?.filter(|_| own).ok_or(Refusal::NoSuchEvaluation)?;
    let earlier = match said {
        SaidMatch::Earlier(place) if place as usize >= known.indicators.len() => return Err(Refusal::NoSuchPlace),
        SaidMatch::Earlier(place) => Some(place),
        SaidMatch::Nothing | SaidMatch::Unsaid => None,
    };
    if indicator as usize >= submission.indicators.len() {
        return Err(Refusal::NoSuchPlace);
    }
    let all = case.facts.prior_matches(id, round)?;
    let before = all.iter().find(|one| (one.indicator, one.evaluation) == (indicator, evaluation));
    if said == SaidMatch::Unsaid {
        let removed = Event::PriorMatchRemoved { target: id, round, indicator, evaluation };
        return Ok(before.map(|_| removed).into_iter().collect());
    }
    if before.is_some_and(|one| one.earlier == earlier) {
        return Ok(Vec::new());
    }
    // An earlier indicator serves once: whoever had it by a person's word loses it.
    let loser = |one: &&PriorMatch| one.evaluation == evaluation && earlier.is_some() && one.earlier == earlier;
    let freed = all.iter().filter(loser).map(|one| Event::PriorMatchRemoved {
        target: id,
        round,
        indicator: one.indicator,
        evaluation,
    });
    let matched = PriorMatch { indicator, evaluation, earlier, by: case.actor.user.name.clone() };
    Ok(freed.chain([Event::PriorMatchSet { target: id, round, matched }]).collect())
}

/// People's matches that still hold in a new round: of the same indicator, wherever it stands now.
pub(super) fn carried(
    case: &Case<impl Facts>,
    (id, round): (TargetId, u32),
    former: &Submission,
    newer: &Submission,
) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    for matched in case.facts.prior_matches(id, round)? {
        let Some(indicator) = former.indicators.get(matched.indicator as usize) else { continue };
        let Some(place) = newer.indicators.iter().position(|other| other.same_words(indicator)) else { continue };
        let indicator = u32::try_from(place).unwrap_or(u32::MAX);
        events.push(Event::PriorMatchSet {
            target: id,
            round: round + 1,
            matched: PriorMatch { indicator, ..matched },
        });
    }
    Ok(events)
}

/// People's matches with an evaluation that was recorded anew: with the earlier indicator of the same name in the new one.
pub(super) fn recorded_anew(
    case: &Case<impl Facts>,
    (old, old_contents): (EvaluationId, &Evaluation),
    (new, contents): (EvaluationId, &Evaluation),
) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    for (target, ..) in case.facts.targets_with(old)? {
        let Some(round) = case.facts.target(target)?.map(|target| target.standing.round) else { continue };
        for matched in case.facts.prior_matches(target, round)?.into_iter().filter(|one| one.evaluation == old) {
            let one = matched.earlier.and_then(|place| old_contents.indicators.get(place as usize));
            let name = one.and_then(|one| one.l3.as_ref());
            let place = name.and_then(|name| contents.indicators.iter().position(|one| one.l3.as_ref() == Some(name)));
            let earlier = place.and_then(|place| u32::try_from(place).ok());
            if matched.earlier.is_some() == earlier.is_some() {
                let matched = PriorMatch { evaluation: new, earlier, ..matched };
                events.push(Event::PriorMatchSet { target, round, matched });
            }
        }
    }
    Ok(events)
}
