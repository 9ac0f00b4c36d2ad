//! The file in memory: applies events, answers facts. The reference that the store's tables are compared with.
//!
//! Owns no rule of its own: an event says completely what it changes.

mod sessions;

use std::collections::BTreeMap;

use super::check::subject::block;
use super::check::{Recorded, Report, Waiver};
use super::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use super::event::{Event, Review};
use super::facts::{Act, Answer, County, Entry, Facts, Named, Opinion};
use super::grade::Grade;
use super::ids::{EvaluationId, Seq, SessionId, TargetId, UnitId};
use super::people::{Unit, User};
use super::prior::belonging;
use super::procedure::Procedure;
use super::revision::Point;
use super::session::Session;
use super::session::ballot::{Ballot, Seal};
use super::session::facts::SessionFacts;
use super::target::{Link, ProjectName, Submission, Target, UnitName};
use super::text::name_key;

pub use sessions::{Dissent, Sessions};

/// Years after an evaluation in which it still counts as a target's.
pub const PRIOR_YEARS: i32 = 3;

/// A given review, with its row, its maker and whether it was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenReview {
    /// The row in the journal.
    pub seq: Seq,
    /// Who gave it.
    pub by: String,
    /// For whom it was entered.
    pub on_behalf: Option<String>,
    /// When.
    pub at: super::time::Instant,
    /// What was said.
    pub review: Review,
    /// Whether it was undone.
    pub undone: bool,
}

/// An evaluation in the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEvaluation {
    /// The unit in this file.
    pub unit: UnitId,
    /// Its contents.
    pub evaluation: Evaluation,
    /// Whether a newer one took its place.
    pub replaced: bool,
}

/// The whole file in memory.
#[derive(Debug, Clone)]
pub struct Model {
    procedure: Procedure,
    /// The county, once founded.
    pub county: Option<County>,
    /// Units by number.
    pub units: BTreeMap<UnitId, Unit>,
    /// People by name.
    pub users: BTreeMap<String, User>,
    /// Targets by number.
    pub targets: BTreeMap<TargetId, Target>,
    /// What is said of a target and earlier evaluations.
    pub priors: BTreeMap<TargetId, Vec<Prior>>,
    /// What people said of a round's indicators and earlier evaluations.
    pub matches: BTreeMap<(TargetId, u32), Vec<PriorMatch>>,
    /// What was said of whether a target's earlier opinions are answered, by the opinion's row.
    pub points: BTreeMap<TargetId, BTreeMap<Seq, Point>>,
    /// Submissions by target and round.
    pub submissions: BTreeMap<(TargetId, u32), Submission>,
    /// Links by target and round.
    pub links: BTreeMap<(TargetId, u32), Vec<Link>>,
    /// Reviews by target, oldest first.
    pub reviews: BTreeMap<TargetId, Vec<GivenReview>>,
    /// What the checks said of each target last.
    pub recorded: BTreeMap<TargetId, Recorded>,
    /// Waivers by target and the finding's key.
    pub waivers: BTreeMap<TargetId, BTreeMap<String, Waiver>>,
    /// Evaluations by number.
    pub evaluations: BTreeMap<EvaluationId, KnownEvaluation>,
    /// Joint sessions.
    pub sessions: Sessions,
    steps: BTreeMap<TargetId, Vec<Step>>,
}

#[derive(Debug, Clone)]
struct Step {
    act: Act,
    undone: bool,
}

impl Model {
    /// An empty file under a procedure.
    pub fn new(procedure: Procedure) -> Self {
        Self {
            procedure,
            county: None,
            units: BTreeMap::new(),
            users: BTreeMap::new(),
            targets: BTreeMap::new(),
            priors: BTreeMap::new(),
            matches: BTreeMap::new(),
            points: BTreeMap::new(),
            submissions: BTreeMap::new(),
            links: BTreeMap::new(),
            reviews: BTreeMap::new(),
            recorded: BTreeMap::new(),
            waivers: BTreeMap::new(),
            evaluations: BTreeMap::new(),
            sessions: Sessions::default(),
            steps: BTreeMap::new(),
        }
    }

    /// Applies a row of the journal.
    pub fn apply(&mut self, entry: &Entry) {
        self.step(entry);
        match &entry.event {
            Event::CountyFounded { county, year, sample } => {
                self.county = Some(County { name: county.clone(), year: *year, sample: *sample });
            }
            Event::UnitAdded { unit } => drop(self.units.insert(unit.id, unit.clone())),
            Event::UserAdded { user } => drop(self.users.insert(user.name.clone(), user.clone())),
            Event::TargetRegistered { target, year, unit, project, category, procedure, prior, to } => {
                let (project, category, procedure) = (project.clone(), category.clone(), procedure.clone());
                let standing = to.clone();
                let (id, year, unit) = (*target, *year, *unit);
                self.targets.insert(id, Target { id, year, unit, project, category, procedure, version: 1, standing });
                self.priors.insert(id, prior.clone());
            }
            Event::SubmissionReceived { target, submission, links, to, .. } => {
                self.submissions.insert((*target, to.round), submission.clone());
                self.links.insert((*target, to.round), links.clone());
            }
            Event::ReviewGiven { target, review, .. } => {
                let (seq, by, at) = (entry.seq, entry.by.clone(), entry.at);
                let on_behalf = entry.on_behalf.clone();
                let given = GivenReview { seq, by, on_behalf, at, review: review.clone(), undone: false };
                self.reviews.entry(*target).or_default().push(given);
            }
            Event::ActUndone { target, act, .. } => self.undo(*target, *act),
            Event::LinkSet { .. } | Event::LinkRemoved { .. } => self.link(&entry.event),
            Event::EvaluationRecorded { id, unit, evaluation, replaces, of } => {
                self.record(*id, *unit, evaluation, *replaces, of);
            }
            Event::Session { session, act } => self.sessions.apply(entry, *session, act),
            Event::PriorSet { .. }
            | Event::PriorRemoved { .. }
            | Event::PriorMatchSet { .. }
            | Event::PriorMatchRemoved { .. } => self.prior(&entry.event),
            Event::FindingsRecorded { .. } | Event::FindingWaived { .. } | Event::WaiverWithdrawn { .. } => {
                self.check(entry);
            }
            Event::PointAnswered { target, round, review, answered } => {
                let point = Point { review: *review, round: *round, answered: *answered, by: entry.by.clone() };
                self.points.entry(*target).or_default().insert(*review, point);
            }
            Event::TargetSubmitted { .. } | Event::TargetWithdrawn { .. } | Event::KeyProjectSet { .. } => {}
        }
    }

    fn link(&mut self, event: &Event) {
        match event {
            Event::LinkSet { target, round, link } => {
                let links = self.links.entry((*target, *round)).or_default();
                links.retain(|other| (other.objective, other.indicator) != (link.objective, link.indicator));
                links.push(link.clone());
            }
            Event::LinkRemoved { target, round, objective, indicator } => {
                let links = self.links.entry((*target, *round)).or_default();
                links.retain(|other| (other.objective, other.indicator) != (*objective, *indicator));
            }
            _ => {}
        }
    }

    /// What is said of earlier evaluations and their indicators.
    fn prior(&mut self, event: &Event) {
        match event {
            Event::PriorSet { target, evaluation, reason } => {
                let priors = self.priors.entry(*target).or_default();
                priors.retain(|prior| prior.evaluation != *evaluation);
                priors.push(Prior { evaluation: *evaluation, reason: *reason });
            }
            Event::PriorRemoved { target, evaluation } => {
                self.priors.entry(*target).or_default().retain(|prior| prior.evaluation != *evaluation);
            }
            Event::PriorMatchSet { target, round, matched } => {
                let matches = self.matches.entry((*target, *round)).or_default();
                let place = (matched.indicator, matched.evaluation);
                matches.retain(|other| (other.indicator, other.evaluation) != place);
                matches.push(matched.clone());
            }
            Event::PriorMatchRemoved { target, round, indicator, evaluation } => {
                let matches = self.matches.entry((*target, *round)).or_default();
                matches.retain(|other| (other.indicator, other.evaluation) != (*indicator, *evaluation));
            }
            _ => {}
        }
    }

    fn check(&mut self, entry: &Entry) {
        match &entry.event {
            Event::FindingsRecorded { target, round, rules, findings, unchecked } => {
                let report = Report { findings: findings.clone(), unchecked: unchecked.clone() };
                self.recorded.insert(*target, Recorded { round: *round, rules: *rules, report });
            }
            Event::FindingWaived { target, check, key, reason } => {
                let (check, key, reason) = (check.clone(), key.clone(), reason.clone());
                let waiver = Waiver { key: key.clone(), check, reason, by: entry.by.clone(), at: entry.at };
                self.waivers.entry(*target).or_default().insert(key, waiver);
            }
            Event::WaiverWithdrawn { target, key } => {
                self.waivers.entry(*target).or_default().remove(key);
            }
            _ => {}
        }
    }

    fn step(&mut self, entry: &Entry) {
        let (Some(id), Some((from, to))) = (entry.event.target(), entry.event.step()) else { return };
        if let Some(target) = self.targets.get_mut(&id) {
            target.version += 1;
            target.standing = to.clone();
        }
        let act = Act {
            seq: entry.seq,
            by: entry.by.clone(),
            at: entry.at,
            kind: entry.event.kind().to_owned(),
            from: from.cloned(),
            to: to.clone(),
        };
        self.steps.entry(id).or_default().push(Step { act, undone: false });
    }

    fn undo(&mut self, target: TargetId, act: Seq) {
        for step in self.steps.entry(target).or_default() {
            step.undone |= step.act.seq == act;
        }
        for review in self.reviews.entry(target).or_default() {
            review.undone |= review.seq == act;
        }
    }

    fn record(
        &mut self,
        id: EvaluationId,
        unit: UnitId,
        evaluation: &Evaluation,
        replaces: Option<EvaluationId>,
        of: &[(TargetId, PriorReason)],
    ) {
        if let Some(old) = replaces {
            if let Some(known) = self.evaluations.get_mut(&old) {
                known.replaced = true;
            }
            for priors in self.priors.values_mut() {
                priors.retain(|prior| prior.evaluation != old);
            }
        }
        self.evaluations.insert(id, KnownEvaluation { unit, evaluation: evaluation.clone(), replaced: false });
        for (target, reason) in of {
            self.priors.entry(*target).or_default().push(Prior { evaluation: id, reason: *reason });
        }
    }

    /// Reviews of a target that stand, oldest first.
    pub fn standing_reviews(&self, target: TargetId) -> impl Iterator<Item = &GivenReview> {
        self.reviews.get(&target).into_iter().flatten().filter(|given| !given.undone)
    }
}

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

    fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        Ok(self.units.get(&id).cloned())
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

    fn submission(&self, target: TargetId, round: u32) -> Answer<Option<Submission>> {
        Ok(self.submissions.get(&(target, round)).cloned())
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
