//! Why a wish is not granted: each reason a variant, each variant a sentence of the language files.
//!
//! Owns the reasons and their words. A refusal is no error of the program: nothing was changed, and the words say what to do.

mod access;

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_i18n::t;

use super::assessment::refusal::AssessmentRefusal;
use super::execution::refusal::ExecutionRefusal;
use super::facts::Unreadable;
use super::grade::Grade;
use super::people::Role;
use super::register::refusal::RegisterRefusal;
use super::session::refusal::SessionRefusal;
use super::target::{Standing, State};
use super::time::Instant;

pub use access::AccessRefusal;

/// Why a wish is not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The file is not founded yet.
    NotFounded,
    /// The file is founded already.
    AlreadyFounded(String),
    /// It concerns who comes in.
    Access(AccessRefusal),
    /// Nobody has this name.
    UnknownUser(String),
    /// No unit has this code or name.
    UnknownUnit(String),
    /// No target has this number or code.
    UnknownTarget(String),
    /// The procedure has no such stage; the stages it has.
    UnknownStage(String, Vec<String>),
    /// The name is taken.
    Taken(String),
    /// The target has no such finding (any more); its key, or what was given for it.
    NoSuchFinding(String),
    /// The finding was not waived.
    NotWaived,
    /// Somebody stopped it on the way.
    Stopped,
    /// The person's roles do not allow it; who may.
    NotAllowed {
        /// The person.
        who: String,
        /// The role that would be needed.
        needs: Role,
        /// Other roles that would do as well.
        or: Vec<Role>,
        /// Such a role that the person holds, but not for this unit.
        elsewhere: Option<Role>,
        /// For which unit.
        unit: String,
    },
    /// An observer writes nothing.
    ObserverWrites(String),
    /// The target is not in a state for this.
    WrongState {
        /// What was wanted: key of the act's name.
        act: &'static str,
        /// Where the target stands.
        standing: Box<Standing>,
    },
    /// The review is for another stage than the target's.
    WrongStage {
        /// The stage meant.
        meant: String,
        /// The stage it is at.
        at: String,
    },
    /// Somebody was faster.
    Stale {
        /// Who.
        who: String,
        /// What: the event's kind.
        what: String,
        /// When.
        at: Instant,
    },
    /// Something must be said that was left blank: key of its name.
    Blank(&'static str),
    /// A name that is not one line of visible characters: key of what it names.
    NotOneLine(&'static str),
    /// The wrong number of criteria.
    CriteriaCount {
        /// The procedure's.
        expected: usize,
        /// The given.
        given: usize,
    },
    /// A key project is scored by points; grades alone do not do.
    NeedsPoints,
    /// Points were given for a target that is no key project.
    NoKeyProject,
    /// Points outside what the criterion has: its name, the points given, and those it has.
    PointsOutside {
        /// The criterion's name.
        criterion: String,
        /// The given.
        given: Decimal,
        /// The most.
        most: Decimal,
    },
    /// The grades given beside the points are not those that the points make.
    PointsDisagree,
    /// It is a key project already, or is none already.
    KeyProjectAlready(bool),
    /// The grade is not the rule's, and no reason is given.
    NoReason {
        /// The rule's.
        suggested: Grade,
        /// The given.
        given: Grade,
    },
    /// The unit has not amended since the return or negotiation.
    NotAmended,
    /// The round is under review: an amendment needs a return or withdrawal first.
    UnderReview,
    /// There is nothing to undo.
    NothingToUndo,
    /// Somebody built on it, or it was not one's own.
    NotYours {
        /// Whose act it is.
        who: String,
        /// What: the event's kind.
        what: String,
    },
    /// Such an act cannot be undone: the event's kind.
    NotUndoable(String),
    /// The round moved on since.
    OldRound {
        /// Seen.
        seen: u32,
        /// Newest.
        now: u32,
    },
    /// No such item of the objective or indicator.
    NoSuchPlace,
    /// No such evaluation of the three years before.
    NoSuchEvaluation,
    /// No such opinion of an earlier round.
    NoSuchPoint,
    /// The category is none of the procedure's.
    UnknownCategory(String, Vec<String>),
    /// The last day lies in the past.
    DueInPast(String),
    /// A reason of a register.
    Register(RegisterRefusal),
    /// A reason of a joint session.
    Session(SessionRefusal),
    /// A reason of pre-assessments.
    Assessment(AssessmentRefusal),
    /// A reason in the execution of targets.
    Execution(ExecutionRefusal),
    /// It concerns a cell of a file: where, and why.
    At(String, Box<Self>),
    /// The file could not be read or written.
    Unusable(String),
}

impl From<SessionRefusal> for Refusal {
    fn from(refusal: SessionRefusal) -> Self {
        Self::Session(refusal)
    }
}

impl From<AssessmentRefusal> for Refusal {
    fn from(refusal: AssessmentRefusal) -> Self {
        Self::Assessment(refusal)
    }
}

impl From<ExecutionRefusal> for Refusal {
    fn from(refusal: ExecutionRefusal) -> Self {
        Self::Execution(refusal)
    }
}

impl From<RegisterRefusal> for Refusal {
    fn from(refusal: RegisterRefusal) -> Self {
        Self::Register(refusal)
    }
}

impl From<Unreadable> for Refusal {
    fn from(Unreadable(words): Unreadable) -> Self {
        Self::Unusable(words)
    }
}

impl Refusal {
    /// The reason in the user's language: what, why, what to do.
    pub fn words(&self) -> String {
        match self {
            Self::NotFounded => t!("refusal.not-founded"),
            Self::AlreadyFounded(county) => t!("refusal.already-founded", county = county),
            Self::Access(refusal) => refusal.words(),
            Self::UnknownUser(name) => t!("refusal.unknown-user", name = name),
            Self::UnknownUnit(name) => t!("refusal.unknown-unit", name = name),
            Self::UnknownTarget(name) => t!("refusal.unknown-target", name = name),
            Self::UnknownStage(name, stages) => t!("refusal.unknown-stage", name = name, stages = stages.join(" ")),
            Self::Taken(name) => t!("refusal.taken", name = name),
            Self::NotAllowed { who, needs, or, elsewhere, unit } => not_allowed(who, (*needs, or), *elsewhere, unit),
            Self::Stopped => t!("refusal.stopped"),
            Self::ObserverWrites(who) => t!("refusal.observer-writes", who = who),
            Self::WrongState { act, standing } => {
                t!("refusal.wrong-state", act = t!(*act), state = state_word(standing.state))
            }
            Self::WrongStage { meant, at } => t!("refusal.wrong-stage", meant = meant, at = at),
            Self::Stale { who, what, at } => stale(who, what, *at),
            Self::NotOneLine(field) => t!("refusal.not-one-line", field = t!(*field)),
            Self::Blank(field) => t!("refusal.blank", field = t!(*field)),
            Self::CriteriaCount { expected, given } => t!("refusal.criteria-count", expected = expected, given = given),
            Self::NeedsPoints => t!("refusal.needs-points"),
            Self::NoKeyProject => t!("refusal.no-key-project"),
            Self::PointsOutside { criterion, given, most } => {
                t!("refusal.points-outside", criterion = criterion, given = given, most = most)
            }
            Self::PointsDisagree => t!("refusal.points-disagree"),
            Self::KeyProjectAlready(is) => key_project_already(*is),
            Self::NoReason { suggested, given } => t!("refusal.no-reason", suggested = suggested, given = given),
            Self::NotAmended => t!("refusal.not-amended"),
            Self::UnderReview => t!("refusal.under-review"),
            Self::NothingToUndo => t!("refusal.nothing-to-undo"),
            Self::NoSuchFinding(named) => t!("refusal.no-such-finding", named = named),
            Self::NotWaived => t!("refusal.not-waived"),
            Self::NotYours { who, what } => t!("refusal.not-yours", who = who, what = event_word(what)),
            Self::NotUndoable(what) => t!("refusal.not-undoable", what = event_word(what)),
            Self::OldRound { seen, now } => t!("refusal.old-round", seen = seen, now = now),
            Self::NoSuchEvaluation => t!("refusal.no-such-evaluation"),
            Self::NoSuchPlace => t!("refusal.no-such-place"),
            Self::NoSuchPoint => t!("refusal.no-such-point"),
            Self::UnknownCategory(name, known) => t!("refusal.unknown-category", name = name, known = known.join("、")),
            Self::DueInPast(day) => t!("refusal.due-in-past", day = day),
            Self::Register(refusal) => return refusal.words(),
            Self::Session(refusal) => return refusal.words(),
            Self::Assessment(refusal) => return refusal.words(),
            Self::Execution(refusal) => return refusal.words(),
            Self::At(place, refusal) => t!("refusal.at", place = place, words = refusal.words()),
            Self::Unusable(words) => t!("refusal.unusable", words = words),
        }
        .into_owned()
    }
}

fn stale<'a>(who: &str, what: &str, at: Instant) -> Cow<'a, str> {
    t!("refusal.stale", who = who, what = event_word(what), at = at.local_minute())
}

fn key_project_already<'a>(is: bool) -> Cow<'a, str> {
    if is { t!("refusal.key-project-already") } else { t!("refusal.no-key-project-already") }
}

/// Who may do it, and that the person holds such a role for others only.
fn not_allowed<'a>(who: &str, (needs, or): (Role, &[Role]), elsewhere: Option<Role>, unit: &str) -> Cow<'a, str> {
    let roles: Vec<_> = std::iter::once(&needs).chain(or).map(|role| role_word(*role)).collect();
    let roles = roles.join(&t!("refusal.or"));
    match elsewhere {
        Some(role) => t!("refusal.not-for-unit", who = who, role = role_word(role), roles = roles, unit = unit),
        None => t!("refusal.not-allowed", who = who, role = roles, unit = unit),
    }
}

/// A role's name in the user's language.
pub fn role_word(role: Role) -> String {
    t!(format!("role.{}", role.id())).into_owned()
}

/// A state's name in the user's language.
pub fn state_word(state: State) -> String {
    t!(format!("state.{}", state.id())).into_owned()
}

/// An event kind's name in the user's language.
pub fn event_word(kind: &str) -> String {
    t!(format!("event.{kind}")).into_owned()
}

/// What became of a target by an act, in the user's language.
pub fn verdict_word(verdict: super::command::Verdict) -> String {
    t!(format!("verdict.{}", verdict.id())).into_owned()
}
