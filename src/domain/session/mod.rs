//! The joint session (集中会审): who sits in it, what is on its agenda, how far it has come, and what was graded.
//!
//! Owns the words of a session and the arithmetic of quorum and tally. Whether an act is granted is `decide::session`'s; what a ballot
//! looks like before the reveal is `ballot`'s, and nobody but its owner ever reads it. Quorum, recusal and sealed grades are this
//! product's own rules: no document prescribes them.

pub mod ballot;
pub mod clock;
pub mod event;
pub mod facts;
pub mod groups;
pub mod minutes;
pub mod notices;
pub mod refusal;
pub mod results;
pub mod tally;
pub mod view;
pub mod wish;
pub mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::{Seq, SessionId, TargetId};
use super::time::Instant;

/// A joint session as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its number in this file.
    pub id: SessionId,
    /// Its name.
    pub name: String,
    /// The day planned, if stated.
    pub day: Option<Date>,
    /// The share of the entitled members that must be present.
    pub quorum: Share,
    /// Minutes planned for the whole session.
    pub minutes: Option<u32>,
    /// How far it has come.
    pub state: SessionState,
    /// Members in the order in which they were seated.
    pub members: Vec<Member>,
    /// The agenda in its order.
    pub items: Vec<Item>,
    /// Who stands aside from which item.
    pub recusals: Vec<Recusal>,
    /// The item under discussion.
    pub current: Option<TargetId>,
    /// When it was opened.
    pub opened: Option<Instant>,
    /// When it was closed.
    pub closed: Option<Instant>,
    /// What the recorder wrote into the minutes, by place: `""` for the session, `#12` for an item.
    pub notes: Vec<(String, String)>,
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SessionState {
    /// Being prepared.
    Preparing,
    /// In session.
    Open,
    /// Over; nothing changes any more.
    Closed,
}

impl SessionState {
    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The state with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Preparing, Self::Open, Self::Closed].into_iter().find(|state| state.id() == id)
    }
}

/// What somebody does in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Seat {
    /// Grades: the members who are entitled and make the quorum.
    Panel,
    /// Leads and decides.
    Chair,
    /// Records, and enters for others.
    Recorder,
}

impl Seat {
    /// The stable id in files, on the command line and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Chair => "chair",
            Self::Recorder => "recorder",
        }
    }

    /// The seat with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Panel, Self::Chair, Self::Recorder].into_iter().find(|seat| seat.id() == id)
    }
}

/// A member of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub user: String,
    /// What the person does.
    pub seat: Seat,
    /// Whether the person is in the room.
    pub present: bool,
}

/// Somebody stands aside from an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// The person.
    pub user: String,
    /// The item.
    pub target: TargetId,
    /// Why; empty when it follows from the person's unit.
    pub reason: String,
    /// Whether it follows from the person's unit.
    pub derived: bool,
}

/// One item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The target.
    pub target: TargetId,
    /// How far it has come.
    pub state: ItemState,
    /// Whether it is on the consent list.
    pub consent: bool,
    /// The ballot being held, from 1; a reballot counts up.
    pub ballot: u32,
    /// When it was last called.
    pub called: Option<Instant>,
    /// Microseconds that it took before it was last called.
    pub spent: i64,
    /// The decision's row in the journal.
    pub decided: Option<Seq>,
    /// Why it was deferred or balloted again, as said last.
    pub reason: String,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemState {
    /// Not called yet, or being discussed and graded.
    Open,
    /// All grades are on the table.
    Revealed,
    /// The chair has decided.
    Decided,
    /// Put off.
    Deferred,
}

impl ItemState {
    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Revealed => "revealed",
            Self::Decided => "decided",
            Self::Deferred => "deferred",
        }
    }

    /// The state with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Open, Self::Revealed, Self::Decided, Self::Deferred].into_iter().find(|state| state.id() == id)
    }
}

/// A share such as two thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share(pub u32, pub u32);

impl Share {
    /// Reads `2/3`; `None` for anything that is no share above nothing and up to the whole.
    pub fn parse(text: &str) -> Option<Self> {
        let (part, whole) = text.trim().split_once(['/', '/'])?;
        let share = Self(part.trim().parse().ok()?, whole.trim().parse().ok()?);
        (share.0 > 0 && share.0 <= share.1).then_some(share)
    }

    /// The smallest number of `entitled` that reaches the share; at least one.
    pub fn needed(self, entitled: u32) -> u32 {
        let product = u64::from(self.0) * u64::from(entitled);
        u32::try_from(product.div_ceil(u64::from(self.1.max(1)))).unwrap_or(u32::MAX).max(1)
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

/// How many are entitled, present and needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Quorum {
    /// Members entitled to grade.
    pub entitled: u32,
    /// Those of them in the room.
    pub present: u32,
    /// Those who must be in the room.
    pub needed: u32,
}

impl Quorum {
    /// Whether enough are in the room.
    pub const fn met(self) -> bool {
        self.present >= self.needed
    }
}

impl Session {
    /// A member by name.
    pub fn member(&self, user: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.user == user)
    }

    /// An item by its target.
    pub fn item(&self, target: TargetId) -> Option<&Item> {
        self.items.iter().find(|item| item.target == target)
    }

    /// An item by its target, to be changed.
    pub fn item_mut(&mut self, target: TargetId) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.target == target)
    }

    /// The item under discussion.
    pub fn current_item(&self) -> Option<&Item> {
        self.item(self.current?)
    }

    /// Whether somebody stands aside from an item.
    pub fn is_recused(&self, user: &str, target: TargetId) -> bool {
        self.recusals.iter().any(|recusal| recusal.user == user && recusal.target == target)
    }

    /// The members entitled to grade an item: the panel, without who stands aside.
    pub fn entitled(&self, target: TargetId) -> impl Iterator<Item = &Member> {
        let panel = self.members.iter().filter(|member| member.seat == Seat::Panel);
        panel.filter(move |member| !self.is_recused(&member.user, target))
    }

    /// The quorum for an item.
    pub fn quorum_of(&self, target: TargetId) -> Quorum {
        self.count(self.entitled(target))
    }

    /// The quorum of the room, whatever the item.
    pub fn quorum_now(&self) -> Quorum {
        self.count(self.members.iter().filter(|member| member.seat == Seat::Panel))
    }

    fn count<'a>(&self, entitled: impl Iterator<Item = &'a Member>) -> Quorum {
        let (mut all, mut present) = (0, 0);
        for member in entitled {
            all += 1;
            present += u32::from(member.present);
        }
        Quorum { entitled: all, present, needed: self.quorum.needed(all) }
    }

    /// The item after the current one that is still to be decided, in the agenda's order; the first one before anything was called.
    pub fn next_item(&self) -> Option<&Item> {
        let after = self.place().map_or(0, |place| place + 1);
        self.items.iter().skip(after).find(|item| item.state != ItemState::Decided)
    }

    /// The item before the current one, decided or not; like the next one, none that is to pass with the consent list.
    pub fn previous_item(&self) -> Option<&Item> {
        let before = self.items.get(..self.place()?)?;
        before.iter().rev().find(|item| !item.consent || item.state != ItemState::Open)
    }

    fn place(&self) -> Option<usize> {
        self.items.iter().position(|item| Some(item.target) == self.current)
    }

    /// The item decided last, which alone may be taken back.
    pub fn decided_last(&self) -> Option<&Item> {
        self.items.iter().filter(|item| item.state == ItemState::Decided).max_by_key(|item| item.decided)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_reads_and_rounds_up() {
        assert_eq!(Share::parse("2/3"), Some(Share(2, 3)));
        assert_eq!(Share::parse(" 1/2 "), Some(Share(1, 2)));
        for wrong in ["", "2", "0/3", "4/3", "a/3", "2/0", "-1/3"] {
            assert_eq!(Share::parse(wrong), None, "{wrong}");
        }
        let needed = [(0, 1), (1, 1), (3, 2), (5, 4), (6, 4), (30, 20)];
        for (entitled, expected) in needed {
            assert_eq!(Share(2, 3).needed(entitled), expected, "{entitled}");
        }
    }
}
