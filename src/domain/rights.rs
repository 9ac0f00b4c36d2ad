//! Who may do what to a target as it stands, and what whom in the county: one table of acts, states and roles, made of the rules of `access` and of the
//! procedure.
//!
//! Owns the table, for people to read and for tests to walk. Who is refused is `access`'s and `decide`'s, and tests hold both, the screens and the
//! command line to these lines.

use rust_i18n::t;

use super::access::{
    AUDITS, DISPOSES, EVALUATES, HANDS_IN, JUDGES, KEEPS_FILE, KEEPS_OF_UNIT, KEEPS_REGISTERS, LIBRARY, LINKS,
    MONITORS, OPENS_EVALUATION, ORGANISES, RE_EVALUATES, SETS_KEY_PROJECTS, SETTLES, WAIVES, roles_at, seats,
};
use super::people::Role;
use super::procedure::Procedure;
use super::session::Seat;
use super::target::{Standing, State};

/// Something that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Hands new contents in for a target: a new round.
    Amend,
    /// Hands a target in for review.
    Submit,
    /// Reviews at a stage.
    Review,
    /// Decides where a joint session is held.
    Decide,
    /// Settles a negotiation.
    Settle,
    /// Rules after the last revision round.
    Rule,
    /// Withdraws.
    Withdraw,
    /// Says that a target is a key project, or none.
    KeyProject,
    /// Links objectives with indicators, and targets with earlier evaluations.
    Link,
    /// Lets a finding stand.
    Waive,
    /// Fills in monitoring.
    Monitor,
    /// Reports the unit's own evaluation.
    Evaluate,
    /// Evaluates in the bureau.
    ReEvaluate,
    /// Reviews a unit's evaluation.
    Judge,
    /// Decides how a monitored target goes on.
    Dispose,
    /// Opens a year's evaluations.
    OpenEvaluation,
    /// Prepares a joint session.
    Organise,
    /// Grades in a joint session, as a member of its panel.
    Vote,
    /// Leads a joint session, as its chair.
    Lead,
    /// Records a joint session, for the chair and for members.
    Minute,
    /// Keeps the county's registers.
    Register,
    /// Keeps what a register says of a unit.
    RegisterOfUnit,
    /// Keeps the indicator library.
    Library,
    /// Keeps units, people and keys.
    People,
    /// Copies the file and restores it.
    KeepFile,
    /// Reads the journal whole.
    Audit,
}

impl Act {
    /// The stable id, which is also the key of its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amend => "amend",
            Self::Submit => "submit",
            Self::Review => "review",
            Self::Decide => "decide",
            Self::Settle => "settle",
            Self::Rule => "rule",
            Self::Withdraw => "withdraw",
            Self::KeyProject => "key-project",
            Self::Link => "link",
            Self::Waive => "waive",
            Self::Monitor => "monitor",
            Self::Evaluate => "evaluate",
            Self::ReEvaluate => "re-evaluate",
            Self::Judge => "judge",
            Self::Dispose => "dispose",
            Self::OpenEvaluation => "open-evaluation",
            Self::Organise => "organise",
            Self::Vote => "vote",
            Self::Lead => "lead",
            Self::Minute => "minute",
            Self::Register => "register",
            Self::RegisterOfUnit => "register-of-unit",
            Self::Library => "library",
            Self::People => "people",
            Self::KeepFile => "keep-file",
            Self::Audit => "audit",
        }
    }

    /// The name in the user's language.
    pub fn name(self) -> String {
        t!(format!("right.{}", self.id())).into_owned()
    }
}

/// Where an act is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On a target in one of these states.
    States(Vec<State>),
    /// On a target at this stage: its id and its name in the user's language.
    Stage(String, String),
    /// Whatever the state of a target.
    Anywhere,
}

impl Place {
    /// Whether a target as it stands is there.
    pub fn holds(&self, standing: &Standing) -> bool {
        match self {
            Self::States(states) => states.contains(&standing.state),
            Self::Stage(id, _) => standing.state == State::Pending && standing.stage.as_deref() == Some(id.as_str()),
            Self::Anywhere => true,
        }
    }
}

/// A line of the table: who holds one of these roles, for the unit where it is about one, may do this there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// The act.
    pub act: Act,
    /// Where.
    pub place: Place,
    /// The roles.
    pub roles: Vec<Role>,
}

/// The table under a procedure, in the order of the procedure.
pub fn rights(procedure: &Procedure) -> Vec<Right> {
    let states = |states: &[State]| Place::States(states.to_vec());
    let open: Vec<State> = State::ALL.into_iter().filter(|state| !state.is_final()).collect();
    let right = |act, place, roles: &[Role]| Right { act, place, roles: roles.to_vec() };
    let mut all =
        vec![right(Act::Amend, states(&AMENDED), &HANDS_IN), right(Act::Submit, states(&SUBMITTED), &HANDS_IN)];
    for stage in &procedure.stages {
        let act = if stage.decides { Act::Decide } else { Act::Review };
        let place = Place::Stage(stage.id.clone(), stage.name.local().to_owned());
        all.push(Right { act, place, roles: roles_at(stage).to_vec() });
    }
    all.extend([
        right(Act::Settle, states(&[State::Negotiating]), &SETTLES),
        right(Act::Rule, states(&[State::Ruling]), &[Role::Chair]),
        right(Act::Withdraw, states(&open), &HANDS_IN),
        right(Act::KeyProject, states(&open), &SETS_KEY_PROJECTS),
        right(Act::Link, Place::Anywhere, &LINKS),
        right(Act::Waive, Place::Anywhere, &WAIVES),
    ]);
    let county: [(Act, &[Role]); 16] = [
        (Act::Monitor, &MONITORS),
        (Act::Evaluate, &EVALUATES),
        (Act::ReEvaluate, &RE_EVALUATES),
        (Act::Judge, &JUDGES),
        (Act::Dispose, &DISPOSES),
        (Act::OpenEvaluation, &OPENS_EVALUATION),
        (Act::Organise, &ORGANISES),
        (Act::Vote, seats(Seat::Panel)),
        (Act::Lead, seats(Seat::Chair)),
        (Act::Minute, seats(Seat::Recorder)),
        (Act::Register, &KEEPS_REGISTERS),
        (Act::RegisterOfUnit, &KEEPS_OF_UNIT),
        (Act::Library, &LIBRARY),
        (Act::People, &[Role::Admin]),
        (Act::KeepFile, &KEEPS_FILE),
        (Act::Audit, &AUDITS),
    ];
    all.extend(county.map(|(act, roles)| right(act, Place::Anywhere, roles)));
    all
}

/// Where new contents are taken: at a stage only while nobody has reviewed the round.
pub const AMENDED: [State; 5] = [State::Draft, State::Pending, State::Negotiating, State::Returned, State::Withdrawn];
/// Where a target is handed in for review.
pub const SUBMITTED: [State; 3] = [State::Draft, State::Returned, State::Withdrawn];

/// Whether the table lets a role do an act on a target as it stands.
pub fn allows(table: &[Right], act: Act, standing: &Standing, role: Role) -> bool {
    table.iter().any(|right| right.act == act && right.place.holds(standing) && right.roles.contains(&role))
}
