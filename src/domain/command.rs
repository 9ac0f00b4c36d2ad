//! What somebody wants to change. Every change of the file begins as one of these.
//!
//! Owns the wishes only: whether a wish is granted is `decide`'s.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::assessment::wish::AssessmentWish;
use super::evaluation::Evaluation;
use super::execution::wish::ExecutionWish;
use super::grade::Grade;
use super::handin::HandedTarget;
use super::ids::{EvaluationId, RecordId, Seq, SessionId, TargetId};
use super::key::PublicKey;
use super::library::Standard;
use super::people::{Role, UnitChange, UnitLevel, User};
use super::register::Record;
use super::session::wish::{NewSession, SessionWish};
use super::target::UnitName;

/// Who wants it, on whose behalf, and by which way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person, with the roles held.
    pub user: User,
    /// The person for whom a recorder enters it.
    pub on_behalf: Option<String>,
    /// The way in.
    pub origin: Origin,
    /// The fingerprint of the key by which the person came in, if the service account knows the person by one.
    pub key: Option<String>,
}

impl Actor {
    /// Somebody who acts for oneself, on one's own machine or by one's own login.
    pub const fn new(user: User, origin: Origin) -> Self {
        Self { user, on_behalf: None, origin, key: None }
    }

    /// The way in, as the journal records it: `screen`, or `screen SHA256:…`.
    pub fn way(&self) -> Cow<'static, str> {
        let origin = self.origin.id();
        self.key.as_deref().map_or(Cow::Borrowed(origin), |key| Cow::Owned(format!("{origin} {key}")))
    }
}

/// The way by which a command came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The screens.
    Screen,
    /// The command line.
    CommandLine,
    /// A file.
    Import,
    /// The bundled sample year.
    Sample,
}

impl Origin {
    /// The stable id in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::CommandLine => "command-line",
            Self::Import => "import",
            Self::Sample => "sample",
        }
    }
}

/// A wish. `seen` is the target's version that its maker saw; `None` takes the newest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Founds the file: the county and the year under review.
    Found {
        /// The county's name.
        county: String,
        /// Budget year.
        year: i32,
        /// Whether the contents are synthetic; said on every screen.
        sample: bool,
    },
    /// Puts another year's budget under review.
    BeginYear {
        /// The year.
        year: i32,
    },
    /// Adds a unit.
    AddUnit {
        /// Code and name.
        unit: UnitName,
        /// First-level unit or township.
        level: UnitLevel,
        /// The desk in charge.
        desk: String,
    },
    /// Corrects what is known of a unit.
    ChangeUnit {
        /// Code or name as it stands.
        unit: UnitName,
        /// What is to be otherwise.
        change: UnitChange,
    },
    /// Adds a person.
    AddUser {
        /// The name.
        name: String,
        /// The login of the operating system, if any.
        login: Option<String>,
        /// Roles, each with the unit or desk that it is bound to.
        roles: Vec<WantedRole>,
    },
    /// Gives a person other roles, or another login.
    ChangeUser {
        /// The name.
        name: String,
        /// Another login of the operating system; an empty one takes it away, `None` leaves it.
        login: Option<String>,
        /// The roles in place of the former ones; none leaves them.
        roles: Vec<WantedRole>,
    },
    /// Gives a person a public key, by which the service account knows the person.
    AddKey {
        /// The person.
        user: String,
        /// The key.
        key: PublicKey,
    },
    /// Takes a key from a person.
    RemoveKey {
        /// The person.
        user: String,
        /// The key's fingerprint, `SHA256:…`.
        fingerprint: String,
    },
    /// Disables a person, who from then on reads and does nothing.
    DisableUser {
        /// The person.
        user: String,
        /// Why.
        reason: String,
    },
    /// Lets a disabled person in again.
    EnableUser {
        /// The person.
        user: String,
    },
    /// Takes the county's own standard indicators in place of those it had.
    SetLibrary {
        /// The standards in their order; none leaves the bundled ones alone.
        standards: Vec<Standard>,
    },
    /// Takes a target from a file or form: a new target, a new round, or nothing when it is unchanged.
    HandIn(Box<HandedTarget>),
    /// Takes an evaluation of an earlier year.
    RecordEvaluation(Box<Evaluation>),
    /// Hands a target in for review: from draft, after an amendment, or after a withdrawal.
    Submit {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
    },
    /// Reviews a target at its stage.
    Review(Box<ReviewWish>),
    /// The chair's decision at the deciding stage.
    Decide {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
        /// The criteria's grades, if graded one by one; may be empty.
        criteria: Vec<Grade>,
        /// The criteria's points, if a key project was scored one by one; may be empty.
        points: Vec<Decimal>,
        /// The grade, which routes.
        grade: Grade,
        /// The opinion; required unless 优.
        opinion: String,
        /// The last day to amend; by default the route's working days from today.
        due: Option<Date>,
    },
    /// Settles a negotiation (协商) after the unit amended.
    Settle {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
        /// What was agreed.
        agreed: String,
    },
    /// The bureau's ruling after the last revision round.
    Rule {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
        /// Whether it enters the budget.
        enters: bool,
        /// The reason.
        opinion: String,
    },
    /// The unit withdraws its target.
    Withdraw {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
        /// Why.
        reason: String,
    },
    /// Says that a target is a key project (重点项目), which is scored by points, or that it is none any more.
    SetKeyProject {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
        /// Whether it is one.
        key_project: bool,
        /// What it rests on.
        reason: String,
    },
    /// Undoes the last act on a target, while nobody has built on it.
    Undo {
        /// The target.
        target: TargetId,
        /// The version seen.
        seen: Option<u32>,
    },
    /// Links an item of the objective to an indicator of the newest round, or says that they do not belong together.
    Link {
        /// The target.
        target: TargetId,
        /// The round that the maker saw.
        round: u32,
        /// The item, from 0.
        objective: u32,
        /// The indicator, from 0.
        indicator: u32,
        /// Confirmed or rejected.
        belongs: bool,
    },
    /// Makes a joint session.
    MakeSession(NewSession),
    /// A wish about a joint session.
    Session {
        /// The session.
        session: SessionId,
        /// What is wanted.
        wish: Box<SessionWish>,
    },
    /// A wish about a pre-assessment.
    Assessment(Box<AssessmentWish>),
    /// A wish about the execution of approved targets: monitoring and evaluation.
    Execution(Box<ExecutionWish>),
    /// Lets a finding stand (不予预警), with the reason.
    Waive {
        /// The target.
        target: TargetId,
        /// The finding's key.
        key: String,
        /// Why.
        reason: String,
    },
    /// Takes a waiver back.
    Unwaive {
        /// The target.
        target: TargetId,
        /// The finding's key.
        key: String,
    },
    /// Checks a target again, by the rules as they are now.
    Recheck {
        /// The target.
        target: TargetId,
    },
    /// Takes a link away, whoever made it.
    Unlink {
        /// The target.
        target: TargetId,
        /// The round that the maker saw.
        round: u32,
        /// The item, from 0.
        objective: u32,
        /// The indicator, from 0.
        indicator: u32,
    },
    /// Says whether an earlier evaluation is a target's; `None` leaves it to the program again.
    SetPrior {
        /// The target.
        target: TargetId,
        /// The evaluation.
        evaluation: EvaluationId,
        /// Whether it is.
        belongs: Option<bool>,
    },
    /// Says which indicator of an earlier evaluation is the same thing as one of the newest round.
    MatchPrior {
        /// The target.
        target: TargetId,
        /// The round that the maker saw.
        round: u32,
        /// The indicator, from 0.
        indicator: u32,
        /// The evaluation.
        evaluation: EvaluationId,
        /// Which.
        said: SaidMatch,
    },
    /// Says whether the newest round answers an opinion of an earlier one.
    AnswerPoint {
        /// The target.
        target: TargetId,
        /// The round that the maker saw.
        round: u32,
        /// The opinion's row in the journal.
        review: Seq,
        /// Answered or not.
        answered: bool,
    },
    /// Records an entry of a register. Where the same thing is recorded with other contents, it is corrected, if there is a reason.
    Record {
        /// What it says.
        contents: Box<Record>,
        /// Why it may replace what is recorded; blank where it may not.
        reason: String,
    },
    /// Corrects an entry of a register.
    CorrectRecord {
        /// The entry.
        record: RecordId,
        /// The version seen.
        seen: Option<u32>,
        /// What it is to say.
        contents: Box<Record>,
        /// Why.
        reason: String,
    },
    /// Takes an entry out of its register.
    RemoveRecord {
        /// The entry.
        record: RecordId,
        /// The version seen.
        seen: Option<u32>,
        /// Why.
        reason: String,
    },
}

/// What a person says of an indicator and an earlier evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaidMatch {
    /// This earlier indicator, from 0, is the same thing.
    Earlier(u32),
    /// None of them is.
    Nothing,
    /// Nothing any more: the program finds it again.
    Unsaid,
}

/// A review that somebody wants to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewWish {
    /// The target.
    pub target: TargetId,
    /// The version seen.
    pub seen: Option<u32>,
    /// The stage that the reviewer acts for.
    pub stage: String,
    /// A grade for each criterion of the procedure, in its order; of a key project they may be left to the points.
    pub criteria: Vec<Grade>,
    /// Points for each criterion of a key project, in the procedure's order; of other targets none.
    pub points: Vec<Decimal>,
    /// The overall grade.
    pub grade: Grade,
    /// On it goes, or back.
    pub verdict: Verdict,
    /// The opinion; required for a return.
    pub opinion: String,
    /// Why the overall grade is not the rule's; the opinion serves when this is blank.
    pub reason: String,
}

/// What becomes of a target by an act that carries an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// 通过: on to the next stage.
    Pass,
    /// 退回修改.
    Return,
    /// 会审决定: the chair's grade routes.
    Decide,
    /// 协商一致.
    Settle,
    /// 局里裁定.
    Rule,
}

impl Verdict {
    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Return => "return",
            Self::Decide => "decide",
            Self::Settle => "settle",
            Self::Rule => "rule",
        }
    }

    /// The verdict with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Pass, Self::Return, Self::Decide, Self::Settle, Self::Rule]
            .into_iter()
            .find(|verdict| verdict.id() == id)
    }
}

/// A role wanted for a new person, with what it is bound to as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedRole {
    /// The role.
    pub role: Role,
    /// The unit that it is bound to.
    pub unit: Option<UnitName>,
    /// The desk that it is bound to.
    pub desk: Option<String>,
}
