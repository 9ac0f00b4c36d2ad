//! What the minutes (会议记录) of a session are made of: the session, each item with what was said of it, and the totals.
//!
//! Owns the shapes and the sums. How minutes are worded and written is `exchange::out::minutes`'s.

use super::ballot::Ballot;
use super::tally::Tally;
use super::view::{ItemView, SessionView};
use super::{ItemState, Member, Quorum, Seat};
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::time::Instant;
use crate::domain::view::ReviewRow;

/// All that the minutes of a session say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The session with its items.
    pub view: SessionView,
    /// What was said of each item, in the agenda's order.
    pub items: Vec<Said>,
    /// Who was in the room when it was opened, and the quorum then; nothing before that.
    pub opening: Option<(Vec<String>, Quorum)>,
    /// Who came or went since, in order.
    pub moves: Vec<Move>,
}

/// Somebody came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// When.
    pub at: Instant,
    /// Who.
    pub user: String,
    /// Whether the person is in the room since.
    pub present: bool,
    /// The quorum since.
    pub quorum: Quorum,
}

/// What was said of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The objective as handed in.
    pub objective: String,
    /// The opinions of the stages before, on the round under discussion, oldest first.
    pub opinions: Vec<ReviewRow>,
    /// The open findings in words.
    pub findings: Vec<String>,
    /// The revealed ballots of every ballot held, by its number.
    pub ballots: Vec<(u32, Vec<Ballot>)>,
}

/// Count and money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// How many.
    pub count: u32,
    /// Their amounts; an item that states none counts nothing.
    pub amount: Money,
}

impl Total {
    fn add(&mut self, item: &ItemView) {
        self.count += 1;
        self.amount = self.amount + item.amount.unwrap_or_default();
    }
}

/// The session's sums: by grade, put off, gone, and all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Decided, by grade in the order 优 良 中 差.
    pub grades: [Total; 4],
    /// Put off.
    pub deferred: Total,
    /// Not decided here because the target left the stage.
    pub gone: Total,
    /// Still to be decided.
    pub open: Total,
    /// The whole agenda.
    pub all: Total,
}

impl Totals {
    /// The sums of items.
    pub fn of(items: &[ItemView]) -> Self {
        let mut totals = Self::default();
        for item in items {
            totals.all.add(item);
            let place = item.decision.as_ref().and_then(|one| Grade::ALL.into_iter().position(|g| g == one.grade));
            match (place, item.state) {
                (Some(place), _) => totals.grades[place].add(item),
                (None, ItemState::Deferred) => totals.deferred.add(item),
                (None, _) if item.gone => totals.gone.add(item),
                (None, _) => totals.open.add(item),
            }
        }
        totals
    }
}

impl Minutes {
    /// The people of a seat: those who were in the room at any time, then those who never were.
    pub fn people(&self, seat: Seat) -> (Vec<&str>, Vec<&str>) {
        let members = self.view.session.members.iter().filter(|member| member.seat == seat);
        let (here, away): (Vec<_>, Vec<_>) = members.partition(|member| self.was_there(member));
        (names(here), names(away))
    }

    fn was_there(&self, member: &Member) -> bool {
        let at_opening = self.opening.as_ref().is_some_and(|(present, _)| present.contains(&member.user));
        member.present || at_opening || self.moves.iter().any(|one| one.present && one.user == member.user)
    }

    /// The quorum when the session was opened; before that as it would be now.
    pub fn quorum(&self) -> Quorum {
        self.opening.as_ref().map_or_else(|| self.view.session.quorum_now(), |(_, quorum)| *quorum)
    }

    /// The sums.
    pub fn totals(&self) -> Totals {
        Totals::of(&self.view.items)
    }
}

impl Said {
    /// The count of the last ballot held; `None` when there was none.
    pub fn tally(&self, criteria: usize) -> Option<Tally> {
        self.ballots.last().map(|(_, ballots)| Tally::of(ballots, criteria))
    }
}

fn names(members: Vec<&Member>) -> Vec<&str> {
    members.into_iter().map(|member| member.user.as_str()).collect()
}
