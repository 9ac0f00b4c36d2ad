//! The file in memory: applies events, answers facts. The reference that the store's tables are compared with.
//!
//! Owns no rule of its own: an event says completely what it changes. What it answers is in `facts`.

mod assessments;
mod execution;
mod facts;
mod registers;
mod sessions;

use std::collections::BTreeMap;

use super::check::{Recorded, Report, Waiver};
use super::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use super::event::{Event, Review};
use super::facts::{Act, County, Entry};
use super::ids::{EvaluationId, Seq, TargetId, UnitId};
use super::key::PublicKey;
use super::library::Standard;
use super::people::{Unit, User};
use super::procedure::Procedure;
use super::revision::Point;
use super::target::{Link, Submission, Target};

pub use assessments::Assessments;
pub use execution::Executions;
pub use registers::Registers;
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
    /// The keys by fingerprint, each with its person.
    pub keys: BTreeMap<String, (String, PublicKey)>,
    /// The disabled people, each with the reason.
    pub disabled: BTreeMap<String, String>,
    /// The county's own standard indicators.
    pub standards: Vec<Standard>,
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
    /// Pre-assessments.
    pub assessments: Assessments,
    /// Monitoring and evaluation of approved targets.
    pub executions: Executions,
    /// The registers.
    pub registers: Registers,
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
            keys: BTreeMap::new(),
            disabled: BTreeMap::new(),
            standards: Vec::new(),
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
            assessments: Assessments::default(),
            executions: Executions::default(),
            registers: Registers::default(),
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
            Event::YearBegun { to, .. } => self.county.iter_mut().for_each(|county| county.year = *to),
            Event::UnitAdded { .. }
            | Event::UnitChanged { .. }
            | Event::UserAdded { .. }
            | Event::UserChanged { .. }
            | Event::UserKeySet { .. }
            | Event::UserKeyRemoved { .. }
            | Event::UserDisabled { .. }
            | Event::UserEnabled { .. } => self.person(&entry.event),
            Event::LibrarySet { standards } => self.standards.clone_from(standards),
            Event::TargetRegistered { target, year, unit, project, category, procedure, prior, to } => {
                let (project, category, procedure) = (project.clone(), category.clone(), procedure.clone());
                let (id, year, unit, standing) = (*target, *year, *unit, to.clone());
                self.targets.insert(id, Target { id, year, unit, project, category, procedure, version: 1, standing });
                self.priors.insert(id, prior.clone());
            }
            Event::SubmissionReceived { target, submission, links, to, .. } => {
                self.received((*target, to.round), submission, links);
            }
            Event::ReviewGiven { target, review, .. } => self.reviewed(entry, *target, review),
            Event::ActUndone { target, act, .. } => self.undo(*target, *act),
            Event::LinkSet { .. } | Event::LinkRemoved { .. } => self.link(&entry.event),
            Event::EvaluationRecorded { id, unit, evaluation, replaces, of, .. } => {
                self.record(*id, *unit, evaluation, *replaces, of);
                self.executions.recorded(entry);
            }
            Event::Assessment { assessment, act } => self.assessments.apply(entry, *assessment, act),
            Event::Execution { act } => self.executions.apply(entry, act),
            Event::Session { session, act } => self.sessions.apply(entry, *session, act),
            Event::PriorSet { .. }
            | Event::PriorRemoved { .. }
            | Event::PriorMatchSet { .. }
            | Event::PriorMatchRemoved { .. } => self.prior(&entry.event),
            Event::FindingsRecorded { .. } | Event::FindingsChanged { .. } => self.check(entry),
            Event::FindingWaived { .. } | Event::WaiverWithdrawn { .. } => self.check(entry),
            Event::PointAnswered { .. } => self.answered(entry),
            Event::RegisterRecorded { .. } | Event::RegisterCorrected { .. } | Event::RegisterRemoved { .. } => {
                self.registers.apply(entry);
            }
            Event::TargetSubmitted { .. }
            | Event::TargetWithdrawn { .. }
            | Event::KeyProjectSet { .. }
            | Event::ClockSetBack { .. } => {}
        }
    }

    fn received(&mut self, round: (TargetId, u32), submission: &Submission, links: &[Link]) {
        self.submissions.insert(round, submission.clone());
        self.links.insert(round, links.to_vec());
    }

    fn answered(&mut self, entry: &Entry) {
        let Event::PointAnswered { target, round, review, answered } = &entry.event else { return };
        let point = Point { review: *review, round: *round, answered: *answered, by: entry.by.clone() };
        self.points.entry(*target).or_default().insert(*review, point);
    }

    fn reviewed(&mut self, entry: &Entry, target: TargetId, review: &Review) {
        let (seq, by, at) = (entry.seq, entry.by.clone(), entry.at);
        let on_behalf = entry.on_behalf.clone();
        let given = GivenReview { seq, by, on_behalf, at, review: review.clone(), undone: false };
        self.reviews.entry(target).or_default().push(given);
    }

    /// Units, people, their keys, and who is disabled.
    fn person(&mut self, event: &Event) {
        match event {
            Event::UnitAdded { unit } | Event::UnitChanged { to: unit, .. } => {
                self.units.insert(unit.id, unit.clone());
            }
            Event::UserAdded { user } | Event::UserChanged { to: user, .. } => {
                self.users.insert(user.name.clone(), user.clone());
            }
            Event::UserKeySet { user, key } => {
                self.keys.insert(key.fingerprint(), (user.clone(), key.clone()));
            }
            Event::UserKeyRemoved { fingerprint, .. } => drop(self.keys.remove(fingerprint)),
            Event::UserDisabled { user, reason } => drop(self.disabled.insert(user.clone(), reason.clone())),
            Event::UserEnabled { user } => drop(self.disabled.remove(user)),
            _ => {}
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
            Event::FindingsChanged { target, change } => {
                change.apply(&mut self.recorded.entry(*target).or_default().report);
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
