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

/// What was read last.
#[derive(Default)]
pub(super) struct Kept {
    session: Option<One<SessionView>>,
    cases: VecDeque<One<CaseFile>>,
}

struct One<T> {
    viewer: User,
    mark: Mark,
    thing: Arc<T>,
}

/// What of a session has to be read again.
#[derive(Debug, PartialEq, Eq)]
enum Touched {
    /// The items, and of the session what is no item.
    Items(BTreeSet<TargetId>),
    All,
}

impl Store {
    /// A session with its items as [`Store::session_view`] reads it; the same as before when nothing of it changed since.
    pub fn session_kept(&self, viewer: &User, id: SessionId) -> Answer<Option<Arc<SessionView>>> {
        let _held = self.hold()?;
        let former = self.kept.borrow_mut().session.take();
        let former = former.filter(|kept| kept.thing.session.id == id && kept.viewer == *viewer);
        let news = former.as_ref().map(|kept| kept.mark.news(&self.conn)).transpose().map_err(unreadable)?.flatten();
        let (mark, view) = match (former, news) {
            (Some(kept), Some((mark, events))) => (mark, self.renewed(viewer, kept.thing, &events)?),
            _ => (Mark::newest(&self.conn).map_err(unreadable)?, self.session_view(viewer, id)?.map(Arc::new)),
        };
        let kept = view.clone().map(|thing| One { viewer: viewer.clone(), mark, thing });
        self.kept.borrow_mut().session = kept;
        Ok(view)
    }

    fn renewed(&self, viewer: &User, view: Arc<SessionView>, events: &[Event]) -> Answer<Option<Arc<SessionView>>> {
        match touched(&view, events) {
            None => Ok(Some(view)),
            Some(Touched::All) => Ok(self.session_view(viewer, view.session.id)?.map(Arc::new)),
            Some(Touched::Items(items)) => Ok(self.session_again(viewer, &view, &items)?.map(Arc::new)),
        }
    }

    /// A case file as [`Store::case_file`] reads it; the same as before when nothing of it changed since.
    pub fn case_kept(&self, viewer: &User, id: TargetId) -> Answer<Option<Arc<CaseFile>>> {
        let _held = self.hold()?;
        let of = |kept: &One<CaseFile>| kept.thing.target.id == id && kept.viewer == *viewer;
        let former = {
            let cases = &mut self.kept.borrow_mut().cases;
            cases.iter().position(of).and_then(|place| cases.remove(place))
        };
        let news = former.as_ref().map(|kept| kept.mark.news(&self.conn)).transpose().map_err(unreadable)?.flatten();
        let (mark, file) = match (former, news) {
            (Some(kept), Some((mark, events))) if !events.iter().any(|event| touches(id, event)) => {
                (mark, Some(kept.thing))
            }
            _ => (Mark::newest(&self.conn).map_err(unreadable)?, self.case_file(viewer, id)?.map(Arc::new)),
        };
        let mut kept = self.kept.borrow_mut();
        kept.cases.extend(file.clone().map(|thing| One { viewer: viewer.clone(), mark, thing }));
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
