//! What a program read last, kept so that a bell costs little: a joint session, and a few case files.
//!
//! Owns the decision what an event touches. A kept thing is for one viewer, and is never older than the journal that it was compared with.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Store;
use super::facts::unreadable;
use super::news::Mark;
use crate::domain::event::Event;
use crate::domain::facts::Answer;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::people::User;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::view::SessionView;
use crate::domain::view::CaseFile;

/// Case files that are kept: the one that is shown, the one that comes, and the one before.
const CASES: usize = 3;

/// What was read last, all of it compared with the journal up to one row.
#[derive(Default)]
pub(super) struct Kept {
    viewer: Option<User>,
    mark: Option<Mark>,
    session: Option<One<SessionView, Touched>>,
    cases: VecDeque<One<CaseFile, ()>>,
}

/// A thing, and what of it has changed since it was read.
struct One<T, C> {
    thing: Arc<T>,
    touched: Option<C>,
}

/// What of a session has to be read again.
#[derive(Debug, PartialEq, Eq)]
enum Touched {
    /// The items, and of the session what is no item.
    Items(BTreeSet<TargetId>),
    All,
}

impl Touched {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Items(mut these), Self::Items(those)) => {
                these.extend(those);
                Self::Items(these)
            }
            _ => Self::All,
        }
    }
}

impl Kept {
    /// Takes note of what events touch.
    fn hear(&mut self, events: &[Event]) {
        if let Some(kept) = &mut self.session {
            let now = touched(&kept.thing, events);
            kept.touched = match (kept.touched.take(), now) {
                (Some(before), Some(now)) => Some(before.and(now)),
                (before, now) => before.or(now),
            };
        }
        for kept in &mut self.cases {
            let id = kept.thing.target.id;
            if events.iter().any(|event| touches(id, event)) {
                kept.touched = Some(());
            }
        }
    }

    /// Forgets what was read, for another viewer or another journal.
    fn forget(&mut self, viewer: &User) {
        *self = Self { viewer: Some(viewer.clone()), ..Self::default() };
    }
}

impl Store {
    /// Hears once, for all that is kept, what happened since it was asked for last.
    fn catch_up(&self, viewer: &User) -> Answer<()> {
        let mut kept = self.kept.borrow_mut();
        if kept.viewer.as_ref() != Some(viewer) {
            kept.forget(viewer);
        }
        let news = kept.mark.as_ref().map(|mark| mark.news(&self.conn)).transpose().map_err(unreadable)?.flatten();
        let mark = if let Some((mark, events)) = news {
            kept.hear(&events);
            mark
        } else {
            kept.forget(viewer);
            Mark::newest(&self.conn).map_err(unreadable)?
        };
        kept.mark = Some(mark);
        Ok(())
    }

    /// A session with its items as [`Store::session_view`] reads it; the same as before when nothing of it changed since.
    pub fn session_kept(&self, viewer: &User, id: SessionId) -> Answer<Option<Arc<SessionView>>> {
        let _held = self.hold()?;
        self.catch_up(viewer)?;
        let former = self.kept.borrow_mut().session.take().filter(|kept| kept.thing.session.id == id);
        let view = match former {
            Some(One { thing, touched: None }) => Some(thing),
            Some(One { thing, touched: Some(Touched::Items(items)) }) => {
                self.session_again(viewer, &thing, &items)?.map(Arc::new)
            }
            _ => self.session_view(viewer, id)?.map(Arc::new),
        };
        self.kept.borrow_mut().session = view.clone().map(|thing| One { thing, touched: None });
        Ok(view)
    }

    /// A case file as [`Store::case_file`] reads it; the same as before when nothing of it changed since.
    pub fn case_kept(&self, viewer: &User, id: TargetId) -> Answer<Option<Arc<CaseFile>>> {
        let _held = self.hold()?;
        self.catch_up(viewer)?;
        let former = {
            let cases = &mut self.kept.borrow_mut().cases;
            cases.iter().position(|kept| kept.thing.target.id == id).and_then(|place| cases.remove(place))
        };
        let file = match former {
            Some(One { thing, touched: None }) => Some(thing),
            Some(One { thing, .. }) => self.case_file(viewer, id)?.map(|file| Arc::new(file.after(&thing))),
            None => self.case_file(viewer, id)?.map(Arc::new),
        };
        let mut kept = self.kept.borrow_mut();
        kept.cases.extend(file.clone().map(|thing| One { thing, touched: None }));
        while kept.cases.len() > CASES {
            kept.cases.pop_front();
        }
        Ok(file)
    }
}

/// What of a session has to be read again after some events; nothing when they have nothing to do with it.
fn touched(view: &SessionView, events: &[Event]) -> Option<Touched> {
    let mut items: Option<BTreeSet<TargetId>> = None;
    let mut touch = |targets: &[TargetId]| items.get_or_insert_default().extend(targets);
    for event in events {
        match event {
            Event::Session { session, .. } if *session != view.session.id => {}
            Event::Session { act, .. } => match of_items(act) {
                Some(targets) => touch(&targets),
                None => return Some(Touched::All),
            },
            _ => match event.target() {
                Some(target) if view.session.item(target).is_some() => touch(&[target]),
                Some(_) => {}
                None => return Some(Touched::All),
            },
        }
    }
    items.map(Touched::Items)
}

/// The items that an act of the session changes, beside what of the session is no item; nothing when it may change them all.
fn of_items(act: &SessionEvent) -> Option<Vec<TargetId>> {
    match act {
        SessionEvent::Called { target }
        | SessionEvent::Sealed { target, .. }
        | SessionEvent::Revealed { target, .. }
        | SessionEvent::Reballoted { target, .. }
        | SessionEvent::Decided { target, .. }
        | SessionEvent::DecisionUndone { target, .. }
        | SessionEvent::Deferred { target, .. }
        | SessionEvent::Dissented { target, .. }
        | SessionEvent::ConsentPulled { target } => Some(vec![*target]),
        SessionEvent::ConsentListed { targets } => Some(targets.clone()),
        SessionEvent::Noted { .. } => Some(Vec::new()),
        _ => None,
    }
}

/// Whether an event changes what a target's case file shows: one about it, one of which that is not said, or a step of any other target,
/// because what was approved in an earlier year is compared with.
fn touches(id: TargetId, event: &Event) -> bool {
    match event {
        Event::Session { act, .. } => act.target() == Some(id),
        _ => event.step().is_some() || event.target().is_none_or(|target| target == id),
    }
}
