//! What would happen if commands were carried out now, by the very rules that will decide: a case file answers what
//! `decide` asks, so that a form can show the consequence and the refusal before anything is sent.
//!
//! Only an outlook from what is on the screen; the store decides again.

use std::sync::Arc;

use crate::app::common::Common;
use crate::domain::assessment::facts::AssessmentFacts;
use crate::domain::check::{Recorded, Waiver};
use crate::domain::command::{Actor, Command, Origin};
use crate::domain::decide;
use crate::domain::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use crate::domain::event::Event;
use crate::domain::execution::facts::ExecutionFacts;
use crate::domain::execution::record::{Filled, Opening, Reported, Warning};
use crate::domain::facts::{Act, Answer, County, Facts, Named, Opinion};
use crate::domain::ids::{EvaluationId, Seq, SessionId, TargetId, UnitId};
use crate::domain::library::Standard;
use crate::domain::people::{Admission, Unit, User};
use crate::domain::procedure::Procedure;
use crate::domain::refusal::Refusal;
use crate::domain::register::facts::RegisterFacts;
use crate::domain::revision::Point;
use crate::domain::session::Session;
use crate::domain::session::facts::SessionFacts;
use crate::domain::target::{Link, ProjectName, Standing, Submission, Target, UnitName};
use crate::domain::view::CaseFile;

/// Where the target would stand after the commands, one after the other; those of a joint session need it as it stands.
///
/// # Errors
/// The first refusal.
pub fn foresee(
    commands: &[Command],
    file: &CaseFile,
    session: Option<&Session>,
    common: &Common,
) -> Result<Standing, Refusal> {
    let actor = Actor::new(common.user.clone(), Origin::Screen);
    let mut facts = Known { common, file, session, target: file.target.clone(), newer: None };
    for command in commands {
        for event in decide(&actor, command, common.now, &facts)? {
            facts.apply(event);
        }
    }
    Ok(facts.target.standing)
}

/// What is known of one target, as it would be after the events so far.
struct Known<'a> {
    common: &'a Common,
    file: &'a CaseFile,
    session: Option<&'a Session>,
    target: Target,
    newer: Option<Submission>,
}

impl Known<'_> {
    fn apply(&mut self, event: Event) {
        if let Some((_, to)) = event.step() {
            self.target.standing = to.clone();
            self.target.version += 1;
        }
        if let Event::SubmissionReceived { submission, .. } = event {
            self.newer = Some(submission);
        }
    }

    fn is_it(&self, target: TargetId) -> bool {
        target == self.target.id
    }

    /// The last row of the history that moved the target; as far as the viewer may read it.
    fn moved_last(&self, undone_too: bool) -> Option<Act> {
        let undoes = |event: &Event| matches!(event, Event::ActUndone { .. });
        let entry = self
            .file
            .history
            .iter()
            .rev()
            .find(|entry| entry.event.step().is_some() && (undone_too || !undoes(&entry.event)))?;
        let (from, to) = entry.event.step()?;
        Some(Act {
            seq: entry.seq,
            by: entry.by.clone(),
            at: entry.at,
            kind: entry.event.kind().to_owned(),
            from: from.cloned(),
            to: to.clone(),
        })
    }
}

impl SessionFacts for Known<'_> {
    fn session(&self, id: SessionId) -> Answer<Option<Session>> {
        Ok(self.session.filter(|session| session.id == id).cloned())
    }
}

impl ExecutionFacts for Known<'_> {
    fn opening(&self, year: i32) -> Answer<Option<Opening>> {
        Ok(self.file.execution.opening.clone().filter(|opening| opening.year == year))
    }

    fn reported(&self, evaluation: EvaluationId) -> Answer<Option<Reported>> {
        let row = self.file.execution.evaluations.iter().find(|row| row.reported.id == evaluation);
        Ok(row.map(|row| row.reported.clone()))
    }

    fn filled(&self, _target: TargetId, period: &str) -> Answer<Option<Filled>> {
        Ok(self.file.execution.of_period(period).cloned())
    }

    fn open_warnings(&self, _target: TargetId, period: &str) -> Answer<Vec<Warning>> {
        let open = |one: &&Warning| one.period == period && one.corrected.is_none();
        Ok(self.file.execution.warnings.iter().filter(open).cloned().collect())
    }
}

impl RegisterFacts for Known<'_> {}

impl AssessmentFacts for Known<'_> {}

impl Facts for Known<'_> {
    fn county(&self) -> Answer<Option<County>> {
        Ok(Some(self.common.county.clone()))
    }

    fn procedure(&self) -> &Procedure {
        &self.common.procedure
    }

    fn user(&self, name: &str) -> Answer<Option<User>> {
        Ok(Some(self.common.user.clone()).filter(|user| user.name == name))
    }

    fn admission(&self, _name: &str) -> Answer<Option<Admission>> {
        Ok(None)
    }

    fn key_owner(&self, _fingerprint: &str) -> Answer<Option<String>> {
        Ok(None)
    }

    fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        Ok(Some(self.file.unit.clone()).filter(|unit| unit.id == id))
    }

    fn unit_named(&self, name: &UnitName) -> Answer<Option<Unit>> {
        Ok(Some(self.file.unit.clone()).filter(|unit| unit.name == name.name))
    }

    // What findings and links follow is not foreseen.
    fn standards(&self) -> Answer<Vec<Standard>> {
        Ok(Vec::new())
    }

    fn standard(&self, _name: &str) -> Answer<Option<Standard>> {
        Ok(None)
    }

    fn target(&self, id: TargetId) -> Answer<Option<Target>> {
        Ok(Some(self.target.clone()).filter(|_| self.is_it(id)))
    }

    fn target_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<TargetId>> {
        let same = (self.target.year, self.target.unit, &self.target.project) == (year, unit, project);
        Ok(same.then_some(self.target.id))
    }

    fn submission(&self, target: TargetId, round: u32) -> Answer<Option<Arc<Submission>>> {
        let newest = round == self.target.standing.round && self.is_it(target);
        Ok(newest.then(|| Arc::new(self.newer.clone().unwrap_or_else(|| self.file.submission.clone()))))
    }

    fn links(&self, target: TargetId, _round: u32) -> Answer<Vec<Link>> {
        Ok(if self.is_it(target) { self.file.links.clone() } else { Vec::new() })
    }

    fn reviewed(&self, target: TargetId, round: u32) -> Answer<bool> {
        Ok(self.is_it(target) && self.file.reviews.iter().any(|review| review.round == round && !review.undone))
    }

    fn last_act(&self, _target: TargetId) -> Answer<Option<Act>> {
        Ok(self.moved_last(false))
    }

    fn last_step(&self, _target: TargetId) -> Answer<Option<Act>> {
        Ok(self.moved_last(true))
    }

    fn evaluation_of(&self, _unit: UnitId, evaluation: &Evaluation) -> Answer<Option<(EvaluationId, Evaluation)>> {
        let known = evaluation.year.and_then(|year| self.file.execution.evaluation(year, evaluation.kind));
        Ok(known.map(|row| (row.reported.id, row.evaluation.clone())))
    }

    fn priors_of(&self, _year: i32, _unit: UnitId, _project: &ProjectName) -> Answer<Vec<Prior>> {
        Ok(self.file.priors.iter().map(|prior| Prior { evaluation: prior.id, reason: prior.reason }).collect())
    }

    fn targets_after(&self, _year: i32, _unit: UnitId, _project: &ProjectName) -> Answer<Vec<(TargetId, PriorReason)>> {
        Ok(Vec::new())
    }

    fn evaluation(&self, id: EvaluationId) -> Answer<Option<Evaluation>> {
        let known = self.file.priors.iter().find(|prior| prior.id == id);
        Ok(known.map(|prior| prior.evaluation.clone()))
    }

    fn evaluations_near(&self, _unit: UnitId, _years: (i32, i32)) -> Answer<Vec<Named<EvaluationId>>> {
        Ok(Vec::new())
    }

    fn targets_near(&self, _unit: UnitId, _years: (i32, i32)) -> Answer<Vec<Named<TargetId>>> {
        Ok(Vec::new())
    }

    fn priors(&self, _target: TargetId) -> Answer<Vec<Prior>> {
        Ok(self.file.priors.iter().map(|prior| Prior { evaluation: prior.id, reason: prior.reason }).collect())
    }

    fn targets_with(&self, _evaluation: EvaluationId) -> Answer<Vec<(TargetId, i32, PriorReason)>> {
        Ok(Vec::new())
    }

    fn prior_matches(&self, _target: TargetId, _round: u32) -> Answer<Vec<PriorMatch>> {
        Ok(self.file.matches.clone())
    }

    fn recorded(&self, target: TargetId) -> Answer<Option<Recorded>> {
        Ok(Some(self.file.checked.clone()).filter(|_| self.is_it(target)))
    }

    fn waivers(&self, target: TargetId) -> Answer<Vec<Waiver>> {
        Ok(if self.is_it(target) { self.file.waivers.clone() } else { Vec::new() })
    }

    fn with_block(&self, _year: i32, _unit: UnitId, _block: &str) -> Answer<Vec<(TargetId, String)>> {
        Ok(Vec::new())
    }

    fn opinion(&self, _target: TargetId, review: Seq) -> Answer<Option<Opinion>> {
        let given = self.file.reviews.iter().find(|given| given.seq == review && !given.undone);
        Ok(given.map(|given| Opinion {
            round: given.round,
            stage: given.stage.clone(),
            is_blank: given.opinion.is_empty(),
        }))
    }

    fn points(&self, _target: TargetId) -> Answer<Vec<Point>> {
        Ok(self.file.points.clone())
    }

    fn next_unit(&self) -> Answer<UnitId> {
        Ok(UnitId(self.file.unit.id.0 + 1))
    }

    fn next_target(&self) -> Answer<TargetId> {
        Ok(TargetId(self.target.id.0 + 1))
    }

    fn next_evaluation(&self) -> Answer<EvaluationId> {
        Ok(EvaluationId(1))
    }
}
