//! What a person reads of a session: its standing with names and figures, as far as this person may.
//!
//! Owns the shapes only. Before the reveal an item carries how many ballots are in, and the reader's own ballot; nothing else.

use jiff::civil::Date;

use super::ballot::Ballot;
use super::{ItemState, Quorum, Session};
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::money::Money;
use crate::domain::people::Unit;
use crate::domain::target::{Standing, State};
use crate::domain::time::Instant;

/// One line of the list of sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its number.
    pub id: SessionId,
    /// Its name.
    pub name: String,
    /// The day planned.
    pub day: Option<Date>,
    /// How far it has come.
    pub state: super::SessionState,
    /// Items on the agenda, and how many of them are decided.
    pub items: (u32, u32),
}

/// An open session in which a person holds a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its number.
    pub id: SessionId,
    /// Its name.
    pub name: String,
    /// Whether the person is noted as present.
    pub present: bool,
}

/// A session as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// The session itself: members, agenda, recusals, notes.
    pub session: Session,
    /// The quorum: for the current item, else of the room.
    pub quorum: Quorum,
    /// The items in the agenda's order.
    pub items: Vec<ItemView>,
}

/// An item with what is known of its target and of its ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// The target.
    pub target: TargetId,
    /// How far it has come.
    pub state: ItemState,
    /// Whether the target left the joint stage without a decision of this session.
    pub gone: bool,
    /// The project's code, if any.
    pub code: Option<String>,
    /// The project's name.
    pub project: String,
    /// The unit.
    pub unit: Unit,
    /// The year's amount, if stated: the one that was decided on, once there is a decision.
    pub amount: Option<Money>,
    /// The newest earlier evaluation's score as written, if there is one.
    pub prior_score: Option<String>,
    /// The target's version, which a decision names.
    pub version: u32,
    /// Where the target stands.
    pub standing: Standing,
    /// How it stood when it was decided, or left undecided at the close; nothing before that.
    pub considered: Option<Considered>,
    /// Whether it may go on the consent list: all earlier grades agree on 优 or 良, no finding is open, no gap in the correspondence.
    pub consentable: bool,
    /// Grades of the stages before, in this round, in their order.
    pub stage_grades: Vec<Grade>,
    /// Ballots in.
    pub ballots_in: u32,
    /// Ballots due: entitled members in the room who do not stand aside.
    pub ballots_due: u32,
    /// The names of those who have sealed a ballot, if the procedure shows them.
    pub voters: Vec<String>,
    /// The reader's own sealed ballot.
    pub own: Option<Ballot>,
    /// The revealed ballots; `None` before the reveal.
    pub ballots: Option<Vec<Ballot>>,
    /// Ballots held before the present one, oldest first.
    pub former: Vec<FormerBallot>,
    /// The decision, once there is one.
    pub decision: Option<DecisionView>,
    /// Dissents, oldest first.
    pub dissents: Vec<DissentView>,
}

/// How a target stood when the session was done with it. What becomes of the target later changes nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered {
    /// The row of the journal after which it stood so.
    pub seq: Seq,
    /// The round that was before the session.
    pub round: u32,
    /// Until when the unit has to act, if it has.
    pub due: Option<Date>,
    /// Its state.
    pub state: State,
    /// Its stage, if it was pending.
    pub stage: Option<String>,
}

impl ItemView {
    /// The round that is, or was, before the session.
    pub fn round(&self) -> u32 {
        self.considered.as_ref().map_or(self.standing.round, |considered| considered.round)
    }

    /// State and stage of the target, as the session left it if it is done with it.
    pub fn stands(&self) -> (State, Option<&str>) {
        match &self.considered {
            Some(considered) => (considered.state, considered.stage.as_deref()),
            None => (self.standing.state, self.standing.stage.as_deref()),
        }
    }

    /// Until when the unit has to act.
    pub fn due(&self) -> Option<Date> {
        self.considered.as_ref().map_or(self.standing.due, |considered| considered.due)
    }
}

/// A ballot that was held on an item before the present one: it lies on the table since its reveal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerBallot {
    /// Its number, from 1.
    pub number: u32,
    /// Why the item was balloted again after it.
    pub reason: String,
    /// What was given, in the order of the seats.
    pub ballots: Vec<Ballot>,
}

/// In which session a program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    /// The session.
    pub session: SessionId,
    /// The item, while the person does not follow the chair.
    pub at: Option<TargetId>,
}

/// Somebody who is in a session now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// Who.
    pub user: String,
    /// The item, while the person does not follow the chair.
    pub at: Option<TargetId>,
}

/// What the chair decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionView {
    /// The grade.
    pub grade: Grade,
    /// The opinion.
    pub opinion: String,
    /// The last day to amend, if the decision or the route set one.
    pub due: Option<Date>,
    /// Whether it was passed with the consent list.
    pub consent: bool,
    /// When.
    pub at: Instant,
    /// The quorum then.
    pub quorum: Quorum,
}

/// A dissent on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DissentView {
    /// Who.
    pub member: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

impl ItemView {
    /// Grades by member, once they are on the table.
    pub fn grades(&self) -> Option<impl Iterator<Item = (&str, Grade)>> {
        self.ballots.as_ref().map(|ballots| ballots.iter().map(|ballot| (ballot.member.as_str(), ballot.grade)))
    }

    /// Whether a dissent was recorded before the decision that stands: about the ballot, or about a decision that was taken back.
    pub fn was_before(&self, dissent: &DissentView) -> bool {
        self.decision.as_ref().is_some_and(|decision| dissent.at < decision.at)
    }

    /// Whether it is on the session's consent list.
    pub fn consent(&self, session: &Session) -> bool {
        session.item(self.target).is_some_and(|item| item.consent)
    }
}
