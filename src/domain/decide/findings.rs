//! The findings that change with an act: after every change of a target's contents, links or earlier evaluations it is checked again,
//! and so are the unit's other targets that share, or shared, its block of indicators. What differs from what stands becomes an event.
//!
//! Owns which targets are concerned and how things stand after events that no table knows yet. The rules are `check`'s.

mod need;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Case;
use crate::domain::check::subject::{Sibling, block};
use crate::domain::check::{self, Change, Subject, rule};
use crate::domain::evaluation::{Evaluation, Prior, PriorMatch};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Facts};
use crate::domain::ids::{EvaluationId, TargetId};
use crate::domain::prior::Pin;
use crate::domain::refusal::Refusal;
use crate::domain::target::{Link, Submission, Target};

pub use need::is_new as is_new_project;

/// The events that record what the checks say differently after some events.
pub(super) fn following(case: &Case<impl Facts>, events: &[Event]) -> Result<Vec<Event>, Refusal> {
    let after = After { facts: case.facts, events };
    let mut concerned: BTreeSet<TargetId> = events.iter().filter_map(changed).collect();
    for event in events {
        match event {
            Event::SubmissionReceived { target, submission, .. } => {
                concerned.extend(after.sharing(*target, submission)?);
            }
            Event::EvaluationRecorded { of, .. } => concerned.extend(of.iter().map(|(target, _)| *target)),
            Event::Assessment { assessment, .. } => concerned.extend(need::target_of(case.facts, events, *assessment)?),
            _ => {}
        }
    }
    let recorded = concerned.into_iter().map(|target| after.differing(target));
    Ok(recorded.collect::<Answer<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The event that records what the checks say of a target now, if it differs from what stands.
pub(super) fn recheck(case: &Case<impl Facts>, id: TargetId) -> Result<Vec<Event>, Refusal> {
    let (_, unit) = case.target(id, None)?;
    super::access::may_as(&case.actor.user, &super::access::LINKS, &unit)?;
    Ok(After { facts: case.facts, events: &[] }.differing(id)?.into_iter().collect())
}

/// The target that an event gives other contents, links or earlier years. Steps of the procedure change none of them.
fn changed(event: &Event) -> Option<TargetId> {
    match event {
        Event::TargetSubmitted { .. }
        | Event::TargetWithdrawn { .. }
        | Event::ReviewGiven { .. }
        | Event::ActUndone { .. }
        | Event::KeyProjectSet { .. }
        | Event::Session { .. }
        | Event::Execution { .. }
        | Event::FindingsRecorded { .. }
        | Event::FindingsChanged { .. }
        | Event::FindingWaived { .. }
        | Event::WaiverWithdrawn { .. } => None,
        other => other.target(),
    }
}

/// Makes the links of a target's round what they are after events.
pub fn relink(links: &mut Vec<Link>, id: TargetId, events: &[Event]) {
    for event in events.iter().filter(|event| event.target() == Some(id)) {
        match event {
            Event::SubmissionReceived { links: new, .. } => links.clone_from(new),
            Event::LinkSet { link, .. } => {
                links.retain(|other| (other.objective, other.indicator) != (link.objective, link.indicator));
                links.push(link.clone());
            }
            Event::LinkRemoved { objective, indicator, .. } => {
                links.retain(|other| (other.objective, other.indicator) != (*objective, *indicator));
            }
            _ => {}
        }
    }
}

/// The file as it stands after events that are only decided.
struct After<'a, F> {
    facts: &'a F,
    events: &'a [Event],
}

impl<F: Facts> After<'_, F> {
    /// The event for a target whose report differs from the recorded one.
    fn differing(&self, id: TargetId) -> Answer<Option<Event>> {
        let Some(target) = self.target(id)? else { return Ok(None) };
        let Some((round, submission)) = self.submission(&target)? else { return Ok(None) };
        let links = self.links(id, round)?;
        let before = self.facts.recorded(id)?;
        let alike = before.as_ref().filter(|before| (before.round, before.rules) == (round, rule::version()));
        let of = (Some(target.year), target.category.as_deref(), &target.project, &*submission);
        let report = match alike {
            Some(before) if self.only_links() => {
                check::relinked(&Subject::relinked(of, self.facts.items(id, round)?, &links), &before.report)
            }
            _ => {
                let earlier = self.earlier(id, round)?;
                let siblings = self.siblings(&target, &submission)?;
                let standards = submission.indicators.iter().map(|one| self.facts.standard(one.name()));
                let need = need::of(self.facts, self.events, &target, submission.amount)?;
                let subject = Subject::new(of.0, of.1, of.2, of.3)
                    .linked(&links)
                    .measured_by(standards.collect::<Answer<_>>()?)
                    .beside(&siblings)
                    .assessed(need);
                check::target(&subject.after_said(earlier.iter().map(|(one, said)| (one, said.clone()))))
            }
        };
        Ok(match alike {
            Some(before) if before.report == report => None,
            Some(before) => {
                Some(Event::FindingsChanged { target: id, change: Change::between(&before.report, &report) })
            }
            None => {
                let (rules, check::Report { findings, unchecked }) = (rule::version(), report);
                Some(Event::FindingsRecorded { target: id, round, rules, findings, unchecked })
            }
        })
    }

    /// Whether links are all that changes: what the other checks said of the same round by the same rules still holds.
    fn only_links(&self) -> bool {
        !self.events.is_empty()
            && self.events.iter().all(|event| matches!(event, Event::LinkSet { .. } | Event::LinkRemoved { .. }))
    }

    fn target(&self, id: TargetId) -> Answer<Option<Target>> {
        let new = self.events.iter().find_map(|event| match event {
            Event::TargetRegistered { target, year, unit, project, category, procedure, to, .. } if *target == id => {
                Some(Target {
                    id,
                    year: *year,
                    unit: *unit,
                    project: project.clone(),
                    category: category.clone(),
                    procedure: procedure.clone(),
                    version: 1,
                    standing: to.clone(),
                })
            }
            _ => None,
        });
        new.map_or_else(|| self.facts.target(id), |target| Ok(Some(target)))
    }

    /// The newest round and its contents.
    fn submission(&self, target: &Target) -> Answer<Option<(u32, Arc<Submission>)>> {
        let new = self.events.iter().rev().find_map(|event| match event {
            Event::SubmissionReceived { target: other, submission, to, .. } if *other == target.id => {
                Some((to.round, Arc::new(submission.clone())))
            }
            _ => None,
        });
        if new.is_some() {
            return Ok(new);
        }
        let round = target.standing.round;
        Ok(self.facts.submission(target.id, round)?.map(|submission| (round, submission)))
    }

    fn links(&self, id: TargetId, round: u32) -> Answer<Vec<Link>> {
        let mut links = self.facts.links(id, round)?;
        relink(&mut links, id, self.events);
        Ok(links)
    }

    /// The target's evaluations of earlier years, newest first, each with what people said of its indicators and the round's.
    fn earlier(&self, id: TargetId, round: u32) -> Answer<Vec<(Evaluation, Vec<Pin>)>> {
        let held = |priors: &[Prior]| -> Vec<EvaluationId> {
            priors.iter().filter(|prior| prior.reason.holds()).map(|prior| prior.evaluation).collect()
        };
        let mut known = held(&self.facts.priors(id)?);
        let mut recorded: Vec<(EvaluationId, &Evaluation)> = Vec::new();
        for event in self.events {
            match event {
                Event::TargetRegistered { target, prior, .. } if *target == id => {
                    known = held(prior);
                }
                Event::EvaluationRecorded { id: new, evaluation, replaces, of, .. } => {
                    known.retain(|other| Some(*other) != *replaces);
                    if of.iter().any(|(target, reason)| *target == id && reason.holds()) {
                        recorded.push((*new, evaluation));
                    }
                }
                Event::PriorSet { target, evaluation, reason } if *target == id => {
                    known.retain(|other| other != evaluation);
                    known.extend(reason.holds().then_some(*evaluation));
                }
                Event::PriorRemoved { target, evaluation } if *target == id => {
                    known.retain(|other| other != evaluation);
                }
                _ => {}
            }
        }
        let matches = self.matches(id, round)?;
        let said_of = |id: EvaluationId| matches.iter().filter(|one| one.evaluation == id).map(Pin::of).collect();
        let mut all: Vec<(Evaluation, Vec<Pin>)> =
            recorded.into_iter().map(|(new, one)| (one.clone(), said_of(new))).collect();
        for evaluation in known {
            all.extend(self.facts.evaluation(evaluation)?.map(|one| (one, said_of(evaluation))));
        }
        all.sort_by_key(|(evaluation, _)| std::cmp::Reverse(evaluation.year));
        Ok(all)
    }

    /// What people said of the round's indicators and earlier evaluations.
    fn matches(&self, id: TargetId, round: u32) -> Answer<Vec<PriorMatch>> {
        let mut matches = self.facts.prior_matches(id, round)?;
        for event in self.events.iter().filter(|event| event.target() == Some(id)) {
            let (indicator, evaluation, said) = match event {
                Event::PriorMatchSet { matched, round: of, .. } if *of == round => {
                    (matched.indicator, matched.evaluation, Some(matched))
                }
                Event::PriorMatchRemoved { indicator, evaluation, round: of, .. } if *of == round => {
                    (*indicator, *evaluation, None)
                }
                _ => continue,
            };
            matches.retain(|other| (other.indicator, other.evaluation) != (indicator, evaluation));
            matches.extend(said.cloned());
        }
        Ok(matches)
    }

    /// The unit's other targets of the year that share the block of indicators, except those that are about to change.
    fn siblings(&self, target: &Target, submission: &Submission) -> Answer<Vec<Sibling>> {
        let Some(own) = block(&submission.indicators) else { return Ok(Vec::new()) };
        let mut siblings = Vec::new();
        for (id, project) in self.facts.with_block(target.year, target.unit, &own)? {
            if id != target.id && !self.is_rewritten(id) {
                siblings.push((id, project));
            }
        }
        for event in self.events {
            let Event::SubmissionReceived { target: id, submission, .. } = event else { continue };
            if *id == target.id || block(&submission.indicators).as_ref() != Some(&own) {
                continue;
            }
            if let Some(other) =
                self.target(*id)?.filter(|other| (other.year, other.unit) == (target.year, target.unit))
            {
                siblings.push((*id, other.project.name));
            }
        }
        siblings.sort_unstable();
        Ok(siblings.into_iter().map(|(_, project)| Sibling { project, block: Some(own.clone()) }).collect())
    }

    fn is_rewritten(&self, id: TargetId) -> bool {
        self.events.iter().any(|event| matches!(event, Event::SubmissionReceived { target, .. } if *target == id))
    }

    /// The targets that shared a target's block of indicators before its new contents, or share it now.
    fn sharing(&self, id: TargetId, submission: &Submission) -> Answer<Vec<TargetId>> {
        let Some(target) = self.target(id)? else { return Ok(Vec::new()) };
        let former = self.facts.submission(id, target.standing.round)?;
        let blocks: BTreeSet<String> = [Some(submission), former.as_deref()]
            .into_iter()
            .flatten()
            .filter_map(|one| block(&one.indicators))
            .collect();
        let mut sharing = Vec::new();
        for block in blocks {
            let found = self.facts.with_block(target.year, target.unit, &block)?;
            sharing.extend(found.into_iter().map(|(other, _)| other).filter(|other| *other != id));
        }
        Ok(sharing)
    }
}
