//! Whether a target's project must have a pre-assessment that it has not, as things stand after events that no table knows yet.

use crate::domain::assessment::event::AssessmentEvent;
use crate::domain::assessment::record::{Gap, Need, State};
use crate::domain::assessment::rule::rules;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Facts};
use crate::domain::ids::{AssessmentId, TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::prior::{belonging, likest};
use crate::domain::target::{ProjectName, Target};

/// What a target of an amount lacks.
pub(super) fn of(facts: &impl Facts, events: &[Event], target: &Target, amount: Option<Money>) -> Answer<Need> {
    if !rules().requires(target.category.as_deref(), amount) {
        return Ok(Need::Nothing);
    }
    let id = match begun(events, target) {
        Some(id) => Some(id),
        None => facts.assessment_of(target.year, target.unit, &target.project)?,
    };
    let state = id.map(|id| state_after(facts, events, id)).transpose()?.flatten();
    let Some(gap) = Gap::of(state) else { return Ok(Need::Nothing) };
    Ok(match is_new(facts, target.year, target.unit, &target.project)? {
        Some(true) => Need::Lacking(gap),
        Some(false) => Need::Nothing,
        None => Need::Unsure,
    })
}

/// The pre-assessment of the target's project that the events begin.
fn begun(events: &[Event], target: &Target) -> Option<AssessmentId> {
    events.iter().find_map(|event| match event {
        Event::Assessment { assessment, act: AssessmentEvent::AssessmentRegistered { year, unit, project, .. } } => {
            let same = *year == target.year && belonging((*unit, project), (target.unit, &target.project)).is_some();
            same.then_some(*assessment)
        }
        _ => None,
    })
}

fn state_after(facts: &impl Facts, events: &[Event], id: AssessmentId) -> Answer<Option<State>> {
    let newest = events.iter().rev().find_map(|event| match event {
        Event::Assessment { assessment, act } if *assessment == id => Some(act.step().1.state),
        _ => None,
    });
    if newest.is_some() {
        return Ok(newest);
    }
    Ok(facts.assessment(id)?.map(|one| one.standing.state))
}

/// The target of a pre-assessment's project.
pub(super) fn target_of(facts: &impl Facts, events: &[Event], id: AssessmentId) -> Answer<Option<TargetId>> {
    let begun = events.iter().find_map(|event| match event {
        Event::Assessment { assessment, act: AssessmentEvent::AssessmentRegistered { year, unit, project, .. } }
            if *assessment == id =>
        {
            Some((*year, *unit, project.clone()))
        }
        _ => None,
    });
    let known = match begun {
        Some(begun) => Some(begun),
        None => facts.assessment(id)?.map(|one| (one.year, one.unit, one.project)),
    };
    known.map_or(Ok(None), |(year, unit, project)| facts.target_of(year, unit, &project))
}

/// Whether a project is new: the file has no target and no evaluation of it in the years before. `None` where the file knows nothing of the
/// unit from then, so that nobody can tell.
pub fn is_new(facts: &impl Facts, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<bool>> {
    let before = (year - rules().new_within(), year - 1);
    if !facts.priors_of(year, unit, project)?.is_empty() {
        return Ok(Some(false));
    }
    let targets = facts.targets_near(unit, before)?.into_iter().map(|one| one.project);
    let evaluations = facts.evaluations_near(unit, before)?.into_iter().map(|one| one.project);
    let all: Vec<ProjectName> = targets.chain(evaluations).collect();
    if all.is_empty() {
        return Ok(None);
    }
    let same = all.iter().any(|other| belonging((unit, project), (unit, other)).is_some());
    Ok(Some(!same && likest(&project.name, all.iter().map(|other| ((), other.name.as_str()))).is_none()))
}
