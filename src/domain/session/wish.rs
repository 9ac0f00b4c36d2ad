//! What somebody wants of a session. Every change of a session begins as one of these.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Seat, Share};
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;

/// A wish about one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionWish {
    /// Seats people, or gives them another seat.
    Seat {
        /// The people.
        users: Vec<String>,
        /// The seat.
        seat: Seat,
    },
    /// Takes somebody out of the members.
    Unseat {
        /// The person.
        user: String,
    },
    /// Puts targets at the end of the agenda; those already there are left where they are.
    Add {
        /// The targets.
        targets: Vec<TargetId>,
    },
    /// Takes an item off the agenda.
    Remove {
        /// The item.
        target: TargetId,
    },
    /// Puts the agenda in order: the items named first, in this order, then the others as they stood.
    Order {
        /// The items.
        order: Vec<TargetId>,
    },
    /// Puts somebody aside from an item.
    Recuse {
        /// The person.
        user: String,
        /// The item.
        target: TargetId,
        /// Why.
        reason: String,
    },
    /// Lets somebody back in.
    LiftRecusal {
        /// The person.
        user: String,
        /// The item.
        target: TargetId,
    },
    /// Puts on the consent list what may be on it: all earlier grades agree on 优 or 良, and no finding is open.
    ListConsent {
        /// The items.
        targets: Vec<TargetId>,
    },
    /// Pulls an item out of the consent list.
    PullConsent {
        /// The item.
        target: TargetId,
    },
    /// Opens the session.
    Open {
        /// The members in the room.
        present: Vec<String>,
    },
    /// Notes that somebody came or went.
    Attend {
        /// The person.
        user: String,
        /// Whether the person is in the room.
        present: bool,
    },
    /// Goes to an item.
    Go(Step),
    /// Seals a ballot on the current item.
    Vote(Vote),
    /// Puts the ballots on the current item on the table.
    Reveal,
    /// Ballots the current item again.
    Reballot {
        /// Why.
        reason: String,
    },
    /// Decides the current item.
    Decide {
        /// The target's version seen.
        seen: Option<u32>,
        /// The criteria's grades; may be empty.
        criteria: Vec<Grade>,
        /// The criteria's points, on a key project; may be empty.
        points: Vec<Decimal>,
        /// The grade, which routes.
        grade: Grade,
        /// The opinion; required unless 优.
        opinion: String,
        /// The last day to amend; by default the route's working days from today.
        due: Option<Date>,
    },
    /// Passes the whole consent list as one.
    PassConsent {
        /// The items that their maker saw on it; may be empty, then it passes as it stands.
        seen: Vec<TargetId>,
    },
    /// Takes the last decision back.
    UndoDecision,
    /// Puts the current item off.
    Defer {
        /// Why.
        reason: String,
    },
    /// Records that a member dissents on the current item.
    Dissent {
        /// The member, if a recorder enters it.
        member: Option<String>,
        /// Why.
        reason: String,
    },
    /// Writes into the minutes.
    Note {
        /// The item; `None` for the session.
        target: Option<TargetId>,
        /// The text; empty takes the note away.
        text: String,
        /// What stood there when its maker began to write; `None` writes over whatever stands there.
        seen: Option<String>,
    },
    /// Closes the session.
    Close,
    /// Carries a wish out only while an item is the one under discussion: whoever wishes has seen that one.
    On {
        /// The item seen.
        target: TargetId,
        /// What is wanted of it.
        wish: Box<SessionWish>,
    },
}

/// Where to go on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The next item that is not decided.
    Next,
    /// The item before.
    Previous,
    /// An item.
    To(TargetId),
}

/// A ballot as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The member for whom a recorder enters it.
    pub member: Option<String>,
    /// The item meant; `None` means the current one. A ballot never lands on another item than its maker saw.
    pub target: Option<TargetId>,
    /// The overall grade.
    pub grade: Grade,
    /// The criteria's grades in the procedure's order; may be empty.
    pub criteria: Vec<Grade>,
    /// The criteria's points, on a key project; else empty.
    pub points: Vec<Decimal>,
    /// The opinion; may be empty.
    pub opinion: String,
    /// Random hexadecimal digits; the store draws them when empty.
    pub salt: String,
}

/// A session that somebody wants to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Its name.
    pub name: String,
    /// The day planned.
    pub day: Option<Date>,
    /// The share that must be present; the procedure's by default.
    pub quorum: Option<Share>,
    /// Minutes planned for the whole.
    pub minutes: Option<u32>,
}
