//! Following the chair: where the chair is, where the reader is, and when it is a desk's turn to report.

use super::room::Room;
use crate::app::common::Common;
use crate::app::screen::case::Case;
use crate::domain::access::DECIDES;
use crate::domain::ids::TargetId;
use crate::domain::people::{Role, Scope};
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{ItemState, SessionState};
use crate::domain::time::Instant;

/// Microseconds without a new item before the next one is read: the step of the chair is on every screen by then.
const QUIET: i64 = 700_000;

/// An item's place on the agenda with its project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub number: usize,
    /// The project's name.
    pub project: String,
}

/// How far the reader's own item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Items before it; 0 while it is discussed.
    pub ahead: usize,
    /// The item.
    pub place: Place,
}

impl Room {
    /// The item under discussion, in an open session.
    pub fn current(&self) -> Option<&ItemView> {
        let view = self.view.as_deref().filter(|view| view.session.state == SessionState::Open)?;
        item_of(view, view.session.current?)
    }

    /// The item that is shown.
    pub fn shown(&self) -> Option<&ItemView> {
        item_of(self.view.as_deref()?, self.target()?)
    }

    /// An item's place on the agenda.
    pub fn place_of(&self, target: TargetId) -> Option<Place> {
        let items = &self.view.as_deref()?.items;
        let place = items.iter().position(|item| item.target == target)?;
        Some(Place { number: place + 1, project: items[place].project.clone() })
    }

    /// Where the chair is, while the reader is elsewhere.
    pub fn away(&self) -> Option<Place> {
        let current = self.current()?.target;
        if self.target() == Some(current) { None } else { self.place_of(current) }
    }

    /// The reader's next item to report, if it is at most two ahead: a desk reports the items of its units.
    pub fn turn(&self, common: &Common) -> Option<Turn> {
        let view = self.view.as_deref()?;
        let current = self.current()?.target;
        let from = view.items.iter().position(|item| item.target == current)?;
        let waits = |item: &&ItemView| {
            let consent = item.consent(&view.session);
            item.target == current || (item.state == ItemState::Open && !item.gone && !consent)
        };
        let mut ahead = view.items[from..].iter().filter(waits).take(3).enumerate();
        let (ahead, item) = ahead.find(|(_, item)| reports(item, common))?;
        Some(Turn { ahead, place: self.place_of(item.target)? })
    }

    /// Begins to wait for a quiet moment in which the item that the chair will call next is read: when it is called it is there at once.
    pub(super) fn look_ahead(&mut self, common: &Common) {
        self.ahead_due = self.next_called().map(|_| Instant(common.now.at.0 + QUIET));
    }

    pub(super) fn read_ahead(&mut self, common: &mut Common) {
        let next = self.next_called();
        if self.ahead.as_ref().map(|ahead| ahead.target) != next {
            self.ahead = next.map(|target| Box::new(Case::open(target, common)));
        }
    }

    /// The item that the chair will call next, as far as can be foreseen.
    fn next_called(&self) -> Option<TargetId> {
        let view = self.view.as_deref()?;
        let current = self.current()?.target;
        let from = view.items.iter().position(|item| item.target == current)? + 1;
        let waits = |item: &&ItemView| item.state == ItemState::Open && !item.gone && !item.consent(&view.session);
        view.items[from..].iter().find(waits).map(|item| item.target)
    }

    /// Shows the item under discussion, if the reader follows.
    pub(super) fn follow(&mut self, common: &mut Common) {
        if let Some(current) = self.current().map(|item| item.target).filter(|_| self.follows) {
            self.show(current, common);
        }
    }
}

/// Whether the reader's desk reports an item. Whoever leads has a say on every item, and none of its own.
fn reports(item: &ItemView, common: &Common) -> bool {
    let user = &common.user;
    let desk = user
        .grants
        .iter()
        .any(|grant| grant.role == Role::Desk && grant.scope != Scope::County && grant.scope.covers(&item.unit));
    desk && !DECIDES.iter().any(|role| user.has(*role))
}

pub(super) fn item_of(view: &SessionView, target: TargetId) -> Option<&ItemView> {
    view.items.iter().find(|item| item.target == target)
}
