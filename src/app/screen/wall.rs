//! The wall of a joint session (投影): what everybody in the room sees on the projector. It goes where the chair goes and takes no input
//! but paging.
//!
//! Whoever runs it, it shows what is everybody's: of a person's own sealed ballot nothing reaches its state.

use std::sync::Arc;

use rust_i18n::t;

use super::case::Chart;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::walk::walked;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::session::SessionState;
use crate::domain::session::clock::{Pace, Timer};
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::time::Instant;
use crate::domain::view::CaseFile;

/// The wall of a joint session.
#[derive(Debug)]
pub struct Wall {
    /// The session.
    pub id: SessionId,
    /// What is known of it; nothing until the answer is there.
    pub view: Option<SessionView>,
    /// The same as it was read.
    read: Option<Arc<SessionView>>,
    /// The case file of the item under discussion.
    pub file: Option<Arc<CaseFile>>,
    /// The table of its correspondence.
    pub chart: Chart,
    /// Rows that were paged over.
    pub first: usize,
    ticket: u64,
    /// The case file that is being read.
    asked: Option<u64>,
    /// The time as it was shown last.
    shown: (Option<Timer>, Option<Pace>),
}

impl Wall {
    /// A session's wall, of which nothing is known yet.
    pub fn new(id: SessionId) -> Self {
        let (file, chart, asked, shown) = (None, Chart::default(), None, (None, None));
        Self { id, view: None, read: None, file, chart, first: 0, ticket: 0, asked, shown }
    }

    /// The item under discussion, in an open session.
    pub fn current(&self) -> Option<&ItemView> {
        let view = self.view.as_ref().filter(|view| view.session.state == SessionState::Open)?;
        let current = view.session.current?;
        view.items.iter().find(|item| item.target == current)
    }

    /// The items that come next, with their numbers from 1, in the order in which the chair will call them.
    pub fn coming(&self) -> impl Iterator<Item = (usize, &ItemView)> {
        let view = self.view.as_ref();
        let (session, items) = (view.map(|view| &view.session), view.map_or(&[][..], |view| &view.items));
        let current = session.and_then(|session| session.current);
        let from = items.iter().position(|item| Some(item.target) == current).map_or(0, |place| place + 1);
        let waits = move |item: &ItemView| {
            let consent = session.is_some_and(|session| item.consent(session));
            let open = matches!(item.state, crate::domain::session::ItemState::Open);
            open && !item.gone && !consent && Some(item.target) != current
        };
        let order = (from..items.len()).chain(0..from.min(items.len()));
        order.map(move |place| (place + 1, &items[place])).filter(move |(_, item)| waits(item))
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1 / 3).max(1);
        let Some(to) = walked(bound.action, self.first, page, self.chart.rows.len()) else { return };
        self.first = to;
        common.touch();
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match reply {
            Reply::Session(view) if ticket == self.ticket => self.take_view(view.as_ref(), common),
            Reply::Case(file) if self.asked.take_if(|asked| *asked == ticket).is_some() => {
                self.take_file(file.as_ref(), common);
            }
            _ => {}
        }
    }

    fn take_view(&mut self, view: Option<&Arc<SessionView>>, common: &mut Common) {
        let Some(view) = view else {
            return common.fail(t!("room.gone"));
        };
        let known = self.read.replace(Arc::clone(view));
        if known.is_none_or(|known| !Arc::ptr_eq(&known, view)) {
            let mut view = SessionView::clone(view);
            view.items.iter_mut().for_each(|item| item.own = None);
            self.view = Some(view);
            self.shown = self.time(common.now.at);
        }
        let current = self.current().map(|item| item.target);
        if current != self.shows() {
            (self.file, self.chart, self.first) = (None, Chart::default(), 0);
        }
        self.asked = current.map(|target| common.read(Ask::Case(target)));
        // Another item is drawn once, when its file is there.
        if current == self.shows() {
            common.touch();
        }
    }

    /// The item whose case file is shown.
    fn shows(&self) -> Option<TargetId> {
        self.file.as_deref().map(|file| file.target.id)
    }

    fn take_file(&mut self, file: Option<&Arc<CaseFile>>, common: &mut Common) {
        if file.zip(self.file.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other)) {
            return;
        }
        self.chart = file.map(|file| Chart::of(file)).unwrap_or_default();
        self.file = file.cloned();
        self.first = self.first.min(self.chart.rows.len().saturating_sub(1));
        common.touch();
    }

    /// The file changed, or nothing was read yet.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Session(self.id));
    }

    /// Time went on: the timer is drawn once a second while it runs, and the pace of the session once a minute.
    pub fn clock(&mut self, common: &mut Common) {
        let now = self.time(common.now.at);
        if self.shown != now {
            self.shown = now;
            common.touch();
        }
    }

    fn time(&self, now: Instant) -> (Option<Timer>, Option<Pace>) {
        let view = self.view.as_ref();
        (view.and_then(|view| view.timer(now)), view.and_then(|view| view.session.pace(now)))
    }

    /// When the time that is shown changes next.
    pub fn next_tick(&self, now: Instant) -> Option<Instant> {
        let view = self.view.as_ref()?;
        view.next_second(now).or_else(|| view.session.next_tick(now))
    }
}
