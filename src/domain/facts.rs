//! What `decide` may ask about the file before it grants a wish.
//!
//! Owns the questions only. The store answers them from its tables inside the writing transaction; `model` answers them in memory.

use std::sync::Arc;

use super::assessment::facts::AssessmentFacts;
use super::check::{Recorded, Waiver};
use super::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use super::event::Event;
use super::execution::facts::ExecutionFacts;
use super::ids::{EvaluationId, Seq, TargetId, UnitId};
use super::library::Standard;
use super::people::{Admission, Unit, User};
use super::procedure::Procedure;
use super::register::facts::RegisterFacts;
use super::revision::Point;
use super::session::facts::SessionFacts;
use super::target::{Link, ProjectName, Standing, State, Submission, Target, UnitName};
use super::time::Instant;

/// The file could not be read; in words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

/// An answer of the file.
pub type Answer<T> = Result<T, Unreadable>;

/// The county of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// Its name.
    pub name: String,
    /// Budget year under review.
    pub year: i32,
    /// Whether the contents are synthetic.
    pub sample: bool,
}

/// An act that moved something through its procedure: a target, unless `S` is the state of something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act<S = State> {
    /// Its row in the journal.
    pub seq: Seq,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The event's kind.
    pub kind: String,
    /// Where it stood.
    pub from: Option<Standing<S>>,
    /// Where it went.
    pub to: Standing<S>,
}

/// The questions.
pub trait Facts: SessionFacts + ExecutionFacts + RegisterFacts + AssessmentFacts {
    /// The county, once founded.
    fn county(&self) -> Answer<Option<County>>;
    /// The procedure that targets follow.
    fn procedure(&self) -> &Procedure;
    /// A person by name.
    fn user(&self, name: &str) -> Answer<Option<User>>;
    /// What a person may be let do at this moment; `None` for who is not in the file.
    fn admission(&self, name: &str) -> Answer<Option<Admission>>;
    /// The person who has a key, by its fingerprint.
    fn key_owner(&self, fingerprint: &str) -> Answer<Option<String>>;
    /// A unit by number.
    fn unit(&self, id: UnitId) -> Answer<Option<Unit>>;
    /// A unit by code, else by name (`text::name_key`).
    fn unit_named(&self, name: &UnitName) -> Answer<Option<Unit>>;
    /// A target.
    fn target(&self, id: TargetId) -> Answer<Option<Target>>;
    /// The county's own standard indicators, in their order.
    fn standards(&self) -> Answer<Vec<Standard>>;
    /// The county's own standard indicator that has a name.
    fn standard(&self, name: &str) -> Answer<Option<Standard>>;
    /// The target of a project in a year: by project code, else by the unit and the name (`text::name_key`).
    fn target_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<TargetId>>;
    /// The submission of a round.
    fn submission(&self, target: TargetId, round: u32) -> Answer<Option<Arc<Submission>>>;
    /// The items of a round's objective, in their order; none where nothing was handed in.
    fn items(&self, target: TargetId, round: u32) -> Answer<Arc<[String]>> {
        Ok(self.submission(target, round)?.map_or_else(Arc::default, |submission| submission.items().into()))
    }
    /// The links of a round, by item and indicator.
    fn links(&self, target: TargetId, round: u32) -> Answer<Vec<Link>>;
    /// Whether somebody reviewed a round and has not undone it.
    fn reviewed(&self, target: TargetId, round: u32) -> Answer<bool>;
    /// The last act on a target that is neither undone nor itself an undoing.
    fn last_act(&self, target: TargetId) -> Answer<Option<Act>>;
    /// The last event that raised the target's version, undoing included: for telling who was faster.
    fn last_step(&self, target: TargetId) -> Answer<Option<Act>>;
    /// The evaluation of a year, unit, project and kind that holds now, with its contents.
    fn evaluation_of(&self, unit: UnitId, evaluation: &Evaluation) -> Answer<Option<(EvaluationId, Evaluation)>>;
    /// Evaluations of the three years before `year` that belong to a project, newest first.
    fn priors_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<Prior>>;
    /// Targets of the three years after `year` that a project's evaluation belongs to.
    fn targets_after(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<(TargetId, PriorReason)>>;
    /// An evaluation's contents, whether it was replaced or not.
    fn evaluation(&self, id: EvaluationId) -> Answer<Option<Evaluation>>;
    /// A unit's evaluations of the years from the first to the last that hold now, newest first.
    fn evaluations_near(&self, unit: UnitId, years: (i32, i32)) -> Answer<Vec<Named<EvaluationId>>>;
    /// A unit's targets of the years from the first to the last, by number.
    fn targets_near(&self, unit: UnitId, years: (i32, i32)) -> Answer<Vec<Named<TargetId>>>;
    /// What is said of a target and earlier evaluations, those that are not its own included, by the evaluation's number.
    fn priors(&self, target: TargetId) -> Answer<Vec<Prior>>;
    /// The targets that something is said of with an evaluation, with their years, by number.
    fn targets_with(&self, evaluation: EvaluationId) -> Answer<Vec<(TargetId, i32, PriorReason)>>;
    /// What people said of a round's indicators and earlier evaluations, by indicator and evaluation.
    fn prior_matches(&self, target: TargetId, round: u32) -> Answer<Vec<PriorMatch>>;
    /// What the checks said of a target last; nothing before its first check.
    fn recorded(&self, target: TargetId) -> Answer<Option<Recorded>>;
    /// A target's waivers, by key.
    fn waivers(&self, target: TargetId) -> Answer<Vec<Waiver>>;
    /// The targets of a unit and year with a block of indicators (`check::subject::block`), with their projects' names, by number.
    fn with_block(&self, year: i32, unit: UnitId, block: &str) -> Answer<Vec<(TargetId, String)>>;
    /// An opinion that was not undone, by its row in the journal.
    fn opinion(&self, target: TargetId, review: Seq) -> Answer<Option<Opinion>>;
    /// What was said of whether a target's earlier opinions are answered, by the opinion's row.
    fn points(&self, target: TargetId) -> Answer<Vec<Point>>;
    /// The next free number of a unit.
    fn next_unit(&self) -> Answer<UnitId>;
    /// The next free number of a target.
    fn next_target(&self) -> Answer<TargetId>;
    /// The next free number of an evaluation.
    fn next_evaluation(&self) -> Answer<EvaluationId>;
}

/// An opinion that somebody gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The round that it is about.
    pub round: u32,
    /// The stage's id, or the state's for acts outside the stages.
    pub stage: String,
    /// Whether nothing was written.
    pub is_blank: bool,
}

/// Something of a year with its project's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T> {
    /// Its number.
    pub id: T,
    /// The year.
    pub year: i32,
    /// The project.
    pub project: ProjectName,
}

/// An event with its row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row.
    pub seq: Seq,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: String,
    /// For whom.
    pub on_behalf: Option<String>,
    /// By which way in.
    pub origin: String,
    /// What.
    pub event: Event,
}
