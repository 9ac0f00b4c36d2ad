//! What happened. The journal is a list of these, and everything else in the file follows from it.
//!
//! Owns the events' shapes, which are kept for ever: a changed shape is a new version of the kind. `json` is how the journal holds them, `plain` reads what
//! was written there, `lent` without taking a copy, `about` what each is about.

mod about;
mod json;
mod lent;
mod plain;

pub use lent::{RECEIVED, Received, Text};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::assessment::event::AssessmentEvent;
use super::check::{Change, Finding, Unchecked};
use super::command::Verdict;
use super::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use super::execution::event::ExecutionEvent;
use super::execution::record::Details;
use super::grade::Grade;
use super::ids::{AssessmentId, EvaluationId, RecordId, Seq, SessionId, TargetId, UnitId};
use super::key::PublicKey;
use super::library::Standard;
use super::people::{Unit, User};
use super::register::{Record, Register};
use super::session::event::SessionEvent;
use super::target::{Link, ProjectName, Standing, Submission};
use super::time::Instant;

/// The version of the shapes below.
pub const VERSION: u32 = 1;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum Event {
    /// The file was founded.
    CountyFounded {
        /// The county's name.
        county: String,
        /// Budget year under review.
        year: i32,
        /// Whether the contents are synthetic.
        sample: bool,
    },
    /// Another year's budget is under review from now on.
    YearBegun {
        /// The year before.
        from: i32,
        /// The year.
        to: i32,
    },
    /// A unit was added.
    UnitAdded {
        /// The unit.
        unit: Unit,
    },
    /// What is known of a unit was corrected.
    UnitChanged {
        /// The unit as it was.
        from: Unit,
        /// The unit as it is, with the same number.
        to: Unit,
    },
    /// A person was added.
    UserAdded {
        /// The person.
        user: User,
    },
    /// A person got other roles or another login.
    UserChanged {
        /// The person as it was.
        from: User,
        /// The person as it is, of the same name.
        to: User,
    },
    /// A person got a public key.
    UserKeySet {
        /// The person.
        user: String,
        /// The key.
        key: PublicKey,
    },
    /// A key was taken from a person.
    UserKeyRemoved {
        /// The person.
        user: String,
        /// The key's fingerprint.
        fingerprint: String,
    },
    /// A person was disabled.
    UserDisabled {
        /// The person.
        user: String,
        /// Why.
        reason: String,
    },
    /// A disabled person was let in again.
    UserEnabled {
        /// The person.
        user: String,
    },
    /// The machine's clock stood behind the journal when the next act was done: its time in the journal is the last one, not the clock's.
    ClockSetBack {
        /// What the clock said.
        clock: Instant,
    },
    /// The county's own standard indicators were taken, in place of those it had.
    LibrarySet {
        /// The standards, in their order.
        standards: Vec<Standard>,
    },
    /// A target was registered, in draft; its first submission follows.
    TargetRegistered {
        /// Its number.
        target: TargetId,
        /// Budget year.
        year: i32,
        /// The unit.
        unit: UnitId,
        /// The project.
        project: ProjectName,
        /// Its category, if stated.
        category: Option<String>,
        /// Id of the procedure.
        procedure: String,
        /// Evaluations of earlier years that are its own.
        prior: Vec<Prior>,
        /// Where it stands: draft, round 0.
        to: Standing,
    },
    /// A submission came in; links that still hold came along.
    SubmissionReceived {
        /// The target.
        target: TargetId,
        /// The submission, which is the round `to.round`.
        submission: Submission,
        /// The links of the new round.
        links: Vec<Link>,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// A target was handed in for review.
    TargetSubmitted {
        /// The target.
        target: TargetId,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// A target was withdrawn by its unit.
    TargetWithdrawn {
        /// The target.
        target: TargetId,
        /// Why.
        reason: String,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// A target was made a key project, or is none any more: `to.key_project`.
    KeyProjectSet {
        /// The target.
        target: TargetId,
        /// What it rests on.
        reason: String,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// A review, decision, settlement or ruling was given.
    ReviewGiven {
        /// The target.
        target: TargetId,
        /// What was said.
        review: Review,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// The last act on a target was undone.
    ActUndone {
        /// The target.
        target: TargetId,
        /// The act's row in the journal.
        act: Seq,
        /// Where it stood.
        from: Standing,
        /// Where it stands again.
        to: Standing,
    },
    /// A link was made, confirmed or rejected.
    LinkSet {
        /// The target.
        target: TargetId,
        /// The round.
        round: u32,
        /// The link.
        link: Link,
    },
    /// A link was taken away.
    LinkRemoved {
        /// The target.
        target: TargetId,
        /// The round.
        round: u32,
        /// The item, from 0.
        objective: u32,
        /// The indicator, from 0.
        indicator: u32,
    },
    /// An evaluation of an earlier year was recorded.
    EvaluationRecorded {
        /// Its number.
        id: EvaluationId,
        /// The unit in this file.
        unit: UnitId,
        /// The evaluation; its year is stated.
        evaluation: Evaluation,
        /// The evaluation that it replaces.
        replaces: Option<EvaluationId>,
        /// The targets of later years that it belongs to.
        of: Vec<(TargetId, PriorReason)>,
        /// What belongs to it beyond the form's figures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        details: Option<Box<Details>>,
    },
    /// Something happened to a pre-assessment.
    Assessment {
        /// Which.
        assessment: AssessmentId,
        /// What.
        #[serde(flatten)]
        act: AssessmentEvent,
    },
    /// Something happened in the execution of targets.
    Execution {
        /// What.
        #[serde(flatten)]
        act: ExecutionEvent,
    },
    /// Something happened in a joint session.
    Session {
        /// The session.
        session: SessionId,
        /// What.
        #[serde(flatten)]
        act: SessionEvent,
    },
    /// An evaluation was said to be a target's, or not.
    PriorSet {
        /// The target.
        target: TargetId,
        /// The evaluation.
        evaluation: EvaluationId,
        /// Why, or that a person denies it.
        reason: PriorReason,
    },
    /// What was said of an evaluation and a target was taken back; nothing holds between them.
    PriorRemoved {
        /// The target.
        target: TargetId,
        /// The evaluation.
        evaluation: EvaluationId,
    },
    /// A person said which earlier indicator is the same thing, or that none is.
    PriorMatchSet {
        /// The target.
        target: TargetId,
        /// The round.
        round: u32,
        /// What was said.
        matched: PriorMatch,
    },
    /// What a person said of an indicator and an evaluation was taken back.
    PriorMatchRemoved {
        /// The target.
        target: TargetId,
        /// The round.
        round: u32,
        /// The indicator, from 0.
        indicator: u32,
        /// The evaluation.
        evaluation: EvaluationId,
    },
    /// A target was checked with another result than the one that stood.
    FindingsRecorded {
        /// The target.
        target: TargetId,
        /// The round that was checked.
        round: u32,
        /// The version of the rules.
        rules: u32,
        /// What was found.
        findings: Vec<Finding>,
        /// What could not be checked.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        unchecked: Vec<Unchecked>,
    },
    /// A target was checked again in the same round and by the same rules, with another result than the one that stood.
    FindingsChanged {
        /// The target.
        target: TargetId,
        /// What differs.
        change: Change,
    },
    /// Somebody looked at a finding and lets it stand.
    FindingWaived {
        /// The target.
        target: TargetId,
        /// The check's id.
        check: String,
        /// The finding's key.
        key: String,
        /// Why.
        reason: String,
    },
    /// A waiver was taken back.
    WaiverWithdrawn {
        /// The target.
        target: TargetId,
        /// The finding's key.
        key: String,
    },
    /// Somebody said whether the newest round answers an earlier opinion.
    PointAnswered {
        /// The target.
        target: TargetId,
        /// The round under review.
        round: u32,
        /// The opinion's row in the journal.
        review: Seq,
        /// Answered or not.
        answered: bool,
    },
    /// An entry came into a register.
    RegisterRecorded {
        /// Its number.
        record: RecordId,
        /// The unit that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// What it says.
        contents: Record,
    },
    /// An entry of a register was corrected.
    RegisterCorrected {
        /// Its number.
        record: RecordId,
        /// The unit that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// What it says now.
        contents: Record,
        /// Why.
        reason: String,
    },
    /// An entry was taken out of its register.
    RegisterRemoved {
        /// Its number.
        record: RecordId,
        /// Its register.
        register: Register,
        /// Why.
        reason: String,
    },
}

/// What somebody said of a target in an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The round that it is about.
    pub round: u32,
    /// The stage's id; the state's id (`negotiating`, `ruling`) outside the stages.
    pub stage: String,
    /// The grade; a ruling and a settlement carry none.
    pub grade: Option<Grade>,
    /// The criteria's grades in the procedure's order; may be empty for a decision.
    pub criteria: Vec<Grade>,
    /// The criteria's points, when it was given on a key project; the grades above follow from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Decimal>,
    /// What the rule suggested for these criteria.
    pub suggested: Option<Grade>,
    /// What became of the target.
    pub verdict: Verdict,
    /// The opinion.
    pub opinion: String,
    /// Why the grade is not the suggested one.
    pub reason: String,
}
