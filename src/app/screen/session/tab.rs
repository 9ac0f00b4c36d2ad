//! What the main pane of a session's room shows: a tab of the item's case file, the ballots, the members, or the results.

use crate::app::screen::case;

/// A tab of the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// A tab of the case file of the item that is shown.
    Case(case::Tab),
    /// 评级: how many ballots are in, the reader's own, and after the reveal all of them with the tally.
    Ballots,
    /// 成员: who sits in the session, who is there.
    Members,
    /// 结果: what was decided so far.
    Results,
}

impl Tab {
    /// All tabs in their order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let case = case::Tab::ALL.map(Self::Case);
        let own = [Self::Ballots, Self::Members, Self::Results];
        case.into_iter().chain(own).collect::<Vec<_>>().into_iter()
    }

    /// The tab of a number, from 0.
    pub fn of(place: usize) -> Option<Self> {
        Self::all().nth(place)
    }

    /// The place of the tab, from 0.
    pub fn place(self) -> usize {
        Self::all().position(|tab| tab == self).unwrap_or(0)
    }

    /// The tab so many places further, round the ends.
    #[must_use]
    pub fn turned(self, on: bool) -> Self {
        let count = Self::all().len();
        Self::of((self.place() + if on { 1 } else { count - 1 }) % count).unwrap_or(self)
    }
}
