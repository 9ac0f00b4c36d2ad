//! What the file in memory answers to `decide`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{KnownEvaluation, Model, PRIOR_YEARS};
use crate::domain::check::subject::block;
use crate::domain::check::{Recorded, Waiver};
use crate::domain::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use crate::domain::facts::{Act, Answer, County, Facts, Named, Opinion};
use crate::domain::grade::Grade;
use crate::domain::ids::{EvaluationId, Seq, SessionId, TargetId, UnitId};
use crate::domain::library::Standard;
use crate::domain::people::{Admission, Unit, User};
use crate::domain::prior::belonging;
use crate::domain::procedure::Procedure;
use crate::domain::revision::Point;
use crate::domain::session::Session;
use crate::domain::session::ballot::{Ballot, Seal};
use crate::domain::session::facts::SessionFacts;
use crate::domain::target::{Link, ProjectName, Submission, Target, UnitName};
use crate::domain::text::name_key;

impl SessionFacts for Model {
    fn stage_grades(&self, target: TargetId, round: u32) -> Answer<Vec<Grade>> {
        let deciding = self.procedure.deciding().map(|stage| stage.id.as_str());
        let given = self.standing_reviews(target).filter(|given| given.review.round == round);
        Ok(given.filter(|given| Some(given.review.stage.as_str()) != deciding).filter_map(|g| g.review.grade).collect())
    }

    fn open_findings(&self, target: TargetId) -> Answer<u32> {
        let waivers = self.waivers(target)?;
        Ok(self.recorded.get(&target).map_or(0, |recorded| recorded.open(&waivers)))
    }

    fn session(&self, id: SessionId) -> Answer<Option<Session>> {
        Ok(self.sessions.all.get(&id).cloned())
    }

    fn session_holding(&self, target: TargetId) -> Answer<Option<SessionId>> {
        Ok(self.sessions.holding(target))
    }

    fn session_of_act(&self, act: Seq) -> Answer<Option<SessionId>> {
        Ok(self.sessions.of_act(act))
    }

    fn seals(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<Vec<Seal>> {
        Ok(self.sessions.seals((session, target, ballot)))
    }

    fn sealed(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<Vec<Ballot>> {
        Ok(self.sessions.sealed((session, target, ballot)))
    }

    fn ballots(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<Vec<Ballot>> {
        Ok(self.sessions.ballots((session, target, ballot)))
    }

    fn next_session(&self) -> Answer<SessionId> {
        Ok(self.sessions.next())
    }
}

impl Facts for Model {
    fn county(&self) -> Answer<Option<County>> {
        Ok(self.county.clone())
    }

    fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    fn user(&self, name: &str) -> Answer<Option<User>> {
        Ok(self.users.get(name).cloned())
    }

    fn admission(&self, name: &str) -> Answer<Option<Admission>> {
        let disabled = self.disabled.contains_key(name);
        Ok(self.users.get(name).map(|user| Admission { disabled, grants: user.grants.clone() }))
    }

    fn key_owner(&self, fingerprint: &str) -> Answer<Option<String>> {
        Ok(self.keys.get(fingerprint).map(|(owner, _)| owner.clone()))
    }

    fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        Ok(self.units.get(&id).cloned())
    }

    fn standards(&self) -> Answer<Vec<Standard>> {
        Ok(self.standards.clone())
    }

    fn standard(&self, name: &str) -> Answer<Option<Standard>> {
        Ok(self.standards.iter().find(|standard| standard.is_named(name)).cloned())
    }

    fn unit_named(&self, name: &UnitName) -> Answer<Option<Unit>> {
        let by_code = self.units.values().find(|unit| name.code.is_some() && unit.code == name.code);
        let key = name_key(&name.name);
        Ok(by_code.or_else(|| self.units.values().find(|unit| name_key(&unit.name) == key)).cloned())
    }

    fn target(&self, id: TargetId) -> Answer<Option<Target>> {
        Ok(self.targets.get(&id).cloned())
    }

    fn target_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<TargetId>> {
        let of_year = || self.targets.values().filter(|target| target.year == year);
        let same = |reason| {
            of_year().find(|target| belonging((target.unit, &target.project), (unit, project)) == Some(reason))
        };
        Ok(same(PriorReason::Code).or_else(|| same(PriorReason::Name)).map(|target| target.id))
    }

    fn submission(&self, target: TargetId, round: u32) -> Answer<Option<Arc<Submission>>> {
        Ok(self.submissions.get(&(target, round)).cloned().map(Arc::new))
    }

    fn links(&self, target: TargetId, round: u32) -> Answer<Vec<Link>> {
        let mut links = self.links.get(&(target, round)).cloned().unwrap_or_default();
        links.sort_by_key(|link| (link.objective, link.indicator));
        Ok(links)
    }

    fn reviewed(&self, target: TargetId, round: u32) -> Answer<bool> {
        Ok(self.standing_reviews(target).any(|given| given.review.round == round))
    }

    fn last_act(&self, target: TargetId) -> Answer<Option<Act>> {
        let steps = self.steps.get(&target).into_iter().flatten();
        let mut acts = steps.rev().filter(|step| !step.undone && step.act.kind != "act-undone");
        Ok(acts.next().map(|step| step.act.clone()))
    }

    fn last_step(&self, target: TargetId) -> Answer<Option<Act>> {
        Ok(self.steps.get(&target).and_then(|steps| steps.last()).map(|step| step.act.clone()))
    }

    fn evaluation_of(&self, unit: UnitId, evaluation: &Evaluation) -> Answer<Option<(EvaluationId, Evaluation)>> {
        let same = |known: &KnownEvaluation| {
            let (other, project) = (&known.evaluation, &evaluation.project);
            !known.replaced
                && known.unit == unit
                && (other.year, other.kind) == (evaluation.year, evaluation.kind)
                && belonging((unit, project), (unit, &other.project)).is_some()
        };
        Ok(self.evaluations.iter().find(|(_, known)| same(known)).map(|(id, known)| (*id, known.evaluation.clone())))
    }

    fn priors_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<Prior>> {
        let prior = |(id, known): (&EvaluationId, &KnownEvaluation)| {
            let then = known.evaluation.year?;
            let near = !known.replaced && (1..=PRIOR_YEARS).contains(&(year - then));
            let reason = belonging((unit, project), (known.unit, &known.evaluation.project)).filter(|_| near)?;
            Some((then, Prior { evaluation: *id, reason }))
        };
        let mut priors: Vec<_> = self.evaluations.iter().filter_map(prior).collect();
        priors.sort_by_key(|(then, prior)| (-then, prior.evaluation));
        Ok(priors.into_iter().map(|(_, prior)| prior).collect())
    }

    fn targets_after(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<(TargetId, PriorReason)>> {
        let after = |target: &Target| {
            let near = (1..=PRIOR_YEARS).contains(&(target.year - year));
            let reason = belonging((unit, project), (target.unit, &target.project)).filter(|_| near)?;
            Some((target.id, reason))
        };
        Ok(self.targets.values().filter_map(after).collect())
    }

    fn evaluation(&self, id: EvaluationId) -> Answer<Option<Evaluation>> {
        Ok(self.evaluations.get(&id).map(|known| known.evaluation.clone()))
    }

    fn evaluations_near(&self, unit: UnitId, (from, to): (i32, i32)) -> Answer<Vec<Named<EvaluationId>>> {
        let near = |(id, known): (&EvaluationId, &KnownEvaluation)| {
            let year = known.evaluation.year.filter(|year| (from..=to).contains(year))?;
            let holds = !known.replaced && known.unit == unit;
            holds.then(|| Named { id: *id, year, project: known.evaluation.project.clone() })
        };
        let mut near: Vec<_> = self.evaluations.iter().filter_map(near).collect();
        near.sort_by_key(|one| (-one.year, one.id));
        Ok(near)
    }

    fn targets_near(&self, unit: UnitId, (from, to): (i32, i32)) -> Answer<Vec<Named<TargetId>>> {
        let near = self.targets.values().filter(|one| one.unit == unit && (from..=to).contains(&one.year));
        Ok(near.map(|one| Named { id: one.id, year: one.year, project: one.project.clone() }).collect())
    }

    fn priors(&self, target: TargetId) -> Answer<Vec<Prior>> {
        let mut priors = self.priors.get(&target).cloned().unwrap_or_default();
        priors.sort_by_key(|prior| prior.evaluation);
        Ok(priors)
    }

    fn targets_with(&self, evaluation: EvaluationId) -> Answer<Vec<(TargetId, i32, PriorReason)>> {
        let with = |(target, priors): (&TargetId, &Vec<Prior>)| {
            let prior = priors.iter().find(|prior| prior.evaluation == evaluation)?;
            Some((*target, self.targets.get(target)?.year, prior.reason))
        };
        Ok(self.priors.iter().filter_map(with).collect())
    }

    fn prior_matches(&self, target: TargetId, round: u32) -> Answer<Vec<PriorMatch>> {
        let mut matches = self.matches.get(&(target, round)).cloned().unwrap_or_default();
        matches.sort_by_key(|one| (one.indicator, one.evaluation));
        Ok(matches)
    }

    fn recorded(&self, target: TargetId) -> Answer<Option<Recorded>> {
        Ok(self.recorded.get(&target).cloned())
    }

    fn waivers(&self, target: TargetId) -> Answer<Vec<Waiver>> {
        Ok(self.waivers.get(&target).into_iter().flat_map(BTreeMap::values).cloned().collect())
    }

    fn with_block(&self, year: i32, unit: UnitId, wanted: &str) -> Answer<Vec<(TargetId, String)>> {
        let shares = |target: &&Target| {
            let newest = self.submissions.get(&(target.id, target.standing.round));
            let own = newest.and_then(|submission| block(&submission.indicators));
            target.year == year && target.unit == unit && own.as_deref() == Some(wanted)
        };
        Ok(self.targets.values().filter(shares).map(|target| (target.id, target.project.name.clone())).collect())
    }

    fn opinion(&self, target: TargetId, review: Seq) -> Answer<Option<Opinion>> {
        let given = self.standing_reviews(target).find(|given| given.seq == review).map(|given| &given.review);
        Ok(given.map(|review| Opinion {
            round: review.round,
            stage: review.stage.clone(),
            is_blank: review.opinion.is_empty(),
        }))
    }

    fn points(&self, target: TargetId) -> Answer<Vec<Point>> {
        Ok(self.points.get(&target).into_iter().flat_map(BTreeMap::values).cloned().collect())
    }

    fn next_unit(&self) -> Answer<UnitId> {
        Ok(UnitId(self.units.keys().next_back().map_or(1, |id| id.0 + 1)))
    }

    fn next_target(&self) -> Answer<TargetId> {
        Ok(TargetId(self.targets.keys().next_back().map_or(1, |id| id.0 + 1)))
    }

    fn next_evaluation(&self) -> Answer<EvaluationId> {
        Ok(EvaluationId(self.evaluations.keys().next_back().map_or(1, |id| id.0 + 1)))
    }
}
