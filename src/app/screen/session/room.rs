//! The room of a session: the agenda, the case being discussed, who is there; the same screen prepares, runs and reads back a session.
//!
//! What is shown follows the chair until the reader moves away. Nothing typed lives here: forms lie above and keep their drafts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::follow::item_of;
use super::tab::Tab;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Effect, Reply};
use crate::app::form::kind::Written;
use crate::app::keymap::Bound;
use crate::app::popup::{About, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::case::{self, Case};
use crate::app::walk::{turned, walked};
use crate::domain::command::Command;
use crate::domain::facts::Entry;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::session::clock::Pace;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::view::{Here, ItemView, Presence, SessionView};
use crate::domain::session::wish::SessionWish;
use crate::domain::session::{Seat, SessionState};
use crate::domain::time::Instant;

/// Lines of the screen around the lists: heads, tabs, hints.
const FRAME: u16 = 7;

/// A pane of the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The agenda.
    Agenda,
    /// What the tab shows.
    #[default]
    Main,
}

/// The room of a session.
#[derive(Debug)]
pub struct Room {
    /// The session.
    pub id: SessionId,
    /// What is known of it; nothing until the answer is there.
    pub view: Option<Arc<SessionView>>,
    /// The case file of the item that is shown.
    pub case: Option<Box<Case>>,
    /// Whether the reader goes where the chair goes.
    pub follows: bool,
    /// What the main pane shows.
    pub tab: Tab,
    /// The pane that has the focus.
    pub pane: Pane,
    /// The selected member.
    pub member: usize,
    /// The first line in sight of the ballots and of the results.
    pub scroll: usize,
    /// Which items the results count: all of them when it is empty.
    pub filter: String,
    /// While the session is prepared: who is in the room.
    pub present: BTreeSet<String>,
    /// Who is in the session now, when it was last asked.
    pub here: Vec<Here>,
    here_asked: Option<u64>,
    /// What was told last of where the reader is.
    told_here: Option<Presence>,
    /// The next item's case file, until it is there.
    pub(super) coming: Option<Box<Case>>,
    /// The case file that will be shown when the chair goes on, read in a quiet moment, and when it is read.
    pub(super) ahead: Option<Box<Case>>,
    pub(super) ahead_due: Option<Instant>,
    /// The people who may be seated, while one is chosen.
    pub(super) people: Vec<User>,
    pub(super) people_asked: Option<u64>,
    /// The item and the person that a popup is about.
    pub(super) about: (Option<TargetId>, Option<String>),
    /// The consent list as it was shown when it was asked whether it passes.
    pub(super) listed: Vec<TargetId>,
    /// The item whose reveal was asked about.
    pub(super) revealing: Option<TargetId>,
    pub(super) wish: Option<Wish>,
    /// Unsent text that is opened as soon as the session is known.
    pub(super) written: Option<(TargetId, Written)>,
    /// The minutes of the whole session as they stood when they were asked for.
    pub(super) noted: Option<String>,
    /// The draft that a question waits for.
    pub(super) line_asked: Option<(u64, About)>,
    /// The question that was answered last.
    pub(super) answering: Option<About>,
    /// The letters that are being written.
    pub(super) given_out: Option<u64>,
    /// The time as it was shown last.
    pace: Option<Pace>,
    ticket: u64,
}

/// A wish under way.
#[derive(Debug)]
pub(super) struct Wish {
    ticket: u64,
    /// The words that tell its success.
    done: String,
    /// Whether a popup was answered, which comes back when it is refused.
    asked: bool,
}

impl Room {
    /// Opens a session's room and asks for what is known of it.
    pub fn open(id: SessionId, common: &mut Common) -> Self {
        Self {
            id,
            view: None,
            case: None,
            follows: true,
            tab: Tab::Case(case::Tab::default()),
            pane: Pane::default(),
            member: 0,
            scroll: 0,
            filter: String::new(),
            present: BTreeSet::new(),
            here: Vec::new(),
            here_asked: None,
            told_here: None,
            coming: None,
            ahead: None,
            ahead_due: None,
            people: Vec::new(),
            people_asked: None,
            about: (None, None),
            listed: Vec::new(),
            revealing: None,
            wish: None,
            written: None,
            noted: None,
            line_asked: None,
            answering: None,
            given_out: None,
            pace: None,
            ticket: common.read(Ask::Session(id)),
        }
    }

    /// Opens a session's room and, once it is known, unsent text that was written there.
    pub fn open_at(id: SessionId, written: (TargetId, Written), common: &mut Common) -> Self {
        Self { written: Some(written), ..Self::open(id, common) }
    }

    /// The item that is shown, or will be in a moment.
    pub fn target(&self) -> Option<TargetId> {
        self.coming.as_ref().or(self.case.as_ref()).map(|case| case.target)
    }

    /// The reader's seat.
    pub fn seat(&self, common: &Common) -> Option<Seat> {
        let view = self.view.as_deref()?;
        view.session.member(&common.user.name).map(|member| member.seat)
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        super::may::may(self, action, common)
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => {
                common.effect(Effect::Here(None));
                common.close();
            }
            Action::Reload => self.bell(common),
            Action::NextTab => self.turn_to(self.tab.turned(true)),
            Action::PreviousTab => self.turn_to(self.tab.turned(false)),
            Action::GoTab => self.turn_to(Tab::of(bound.nth).unwrap_or(self.tab)),
            Action::PaneLeft => self.left(common),
            Action::PaneRight => self.right(common),
            Action::Look => self.pane = Pane::Main,
            Action::Follow => {
                self.follows = true;
                self.follow(common);
            }
            action if self.prepare(action, common) || self.lead(action, common) || self.write(action, common) => {}
            action => self.go(action, common),
        }
        if bound.action != Action::Back {
            self.tell_here(common);
        }
        if self.tab == Tab::Members && self.here_asked.is_none() {
            self.ask_here(common);
        }
    }

    /// Tells where the reader is, when that has changed: with the chair, or at an item.
    fn tell_here(&mut self, common: &mut Common) {
        let at = self.target().filter(|_| !self.follows);
        let here = Some(Presence { session: self.id, at });
        if self.view.is_some() && self.told_here != here {
            self.told_here = here;
            common.effect(Effect::Here(here));
        }
    }

    fn ask_here(&mut self, common: &mut Common) {
        self.here_asked = Some(common.read(Ask::Present(self.id)));
    }

    fn turn_to(&mut self, tab: Tab) {
        self.tab = tab;
        self.here_asked = None;
        self.scroll = 0;
        self.pane = Pane::Main;
        if let (Tab::Case(tab), Some(case)) = (tab, &mut self.case) {
            case.tab = tab;
        }
    }

    /// From the indicators to the items, and from there to the agenda.
    fn left(&mut self, common: &mut Common) {
        match (&mut self.case, self.tab) {
            (Some(case), Tab::Case(case::Tab::Links))
                if self.pane == Pane::Main && case.pane == case::Pane::Indicators =>
            {
                case.run(Action::PaneLeft.into(), common);
            }
            _ => self.pane = Pane::Agenda,
        }
    }

    fn right(&mut self, common: &mut Common) {
        match &mut self.case {
            Some(case) if self.pane == Pane::Main => case.run(Action::PaneRight.into(), common),
            _ => self.pane = Pane::Main,
        }
    }

    /// Moves in the pane that has the focus. Moving on the agenda or in the case file breaks away from the chair.
    fn go(&mut self, action: Action, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        if self.pane == Pane::Agenda {
            let place = view.items.iter().position(|item| Some(item.target) == self.target()).unwrap_or(0);
            let place = walked(action, place, page, view.items.len()).unwrap_or(place);
            if let Some(target) = view.items.get(place).map(|item| item.target) {
                self.follows = false;
                self.show(target, common);
            }
            return;
        }
        match (self.tab, &mut self.case) {
            (Tab::Members, _) => {
                let count = view.session.members.len();
                self.member = walked(action, self.member, page, count).unwrap_or(self.member);
            }
            (Tab::Ballots | Tab::Results, _) => {
                self.scroll = turned(action, self.scroll, common.end).unwrap_or(self.scroll);
            }
            (Tab::Case(_), Some(case)) => {
                self.follows = false;
                case.run(action.into(), common);
            }
            (Tab::Case(_), None) => {}
        }
    }

    /// Shows an item, with the same tab and pane; the former stays in sight until the file is there.
    pub(super) fn show(&mut self, target: TargetId, common: &mut Common) {
        if self.target() == Some(target) {
            return;
        }
        self.scroll = 0;
        let case = match self.ahead.take_if(|ahead| ahead.target == target) {
            Some(ahead) => ahead,
            None => Box::new(Case::open(target, common)),
        };
        self.coming = Some(case);
        self.seat_coming();
    }

    /// Shows the coming case file once it is there, with the tab and the pane of the former.
    pub(super) fn seat_coming(&mut self) -> bool {
        let Some(mut case) = self.coming.take_if(|coming| coming.file.is_some()) else { return false };
        if let Some(former) = &self.case {
            case.pane = former.pane;
        }
        if let Tab::Case(tab) = self.tab {
            case.tab = tab;
        }
        self.case = Some(case);
        true
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        if let Some(case) = &mut self.case {
            case.answer(ticket, reply, common);
        }
        if let Some(coming) = &mut self.coming {
            coming.answer(ticket, reply, common);
            self.seat_coming();
        }
        if let Some(ahead) = &mut self.ahead {
            common.unseen(|common| ahead.answer(ticket, reply, common));
        }
        let own = self.wish.as_ref().is_some_and(|wish| wish.ticket == ticket);
        match reply {
            Reply::Session(view) if ticket == self.ticket => self.take_view(view.as_ref(), common),
            Reply::Users(users) if self.people_asked.take_if(|asked| *asked == ticket).is_some() => {
                self.ask_member(users, common);
            }
            Reply::Present(here) if self.here_asked == Some(ticket) => {
                self.here.clone_from(here);
                common.touch();
            }
            Reply::Draft(draft) if self.line_asked.is_some_and(|(asked, _)| asked == ticket) => {
                self.take_line(draft.as_ref(), common);
            }
            Reply::Exported(made) if self.given_out == Some(ticket) => self.take_given_out(made, common),
            Reply::Done(entries) if own => self.take_done(entries, common),
            Reply::Refused(refusal) if own => self.take_refused(refusal, common),
            Reply::Failed(_) if own => self.wish = None,
            _ => {}
        }
    }

    fn take_view(&mut self, view: Option<&Arc<SessionView>>, common: &mut Common) {
        let Some(view) = view else {
            common.fail(rust_i18n::t!("room.gone"));
            return common.close();
        };
        if self.view.as_ref() == Some(view) {
            return;
        }
        let changed = self.view.as_deref().map(|before| before.session.current) != Some(view.session.current);
        self.tell_entered(view, common);
        self.view = Some(Arc::clone(view));
        self.pace = view.session.pace(common.now.at);
        self.member = self.member.min(view.session.members.len().saturating_sub(1));
        if changed {
            self.follow(common);
            self.look_ahead(common);
        }
        let there = self.target().is_some_and(|target| item_of(view, target).is_some());
        if let Some(first) = view.items.first().filter(|_| !there) {
            self.show(first.target, common);
        } else if view.items.is_empty() {
            (self.case, self.coming) = (None, None);
        }
        self.reword_reveal(common);
        self.tell_here(common);
        self.go_on_writing(common);
        // What is under way is drawn once, when the file is there too.
        if self.coming.is_none() {
            common.touch();
        }
    }

    /// Says when somebody has entered grades for the reader, or in place of the reader's own.
    fn tell_entered(&self, view: &SessionView, common: &mut Common) {
        let Some(before) = self.view.as_deref() else { return };
        let by = |item: &ItemView| item.own.as_ref().and_then(|own| own.entered_by.clone());
        let own = |item: &ItemView| item.own.as_ref().map(|own| own.salt.clone());
        for (was, is) in before.items.iter().zip(&view.items).filter(|(was, is)| was.target == is.target) {
            if let Some(by) = by(is).filter(|_| own(was) != own(is)) {
                common.tell(rust_i18n::t!("room.ballot.entered-for-you", by = by, project = is.project));
            }
        }
    }

    /// Wants something of the session; `asked` if a popup was answered for it.
    pub(super) fn wish(&mut self, wish: SessionWish, done: String, asked: bool, common: &mut Common) {
        let ticket = common.execute(vec![Command::Session { session: self.id, wish: Box::new(wish) }]);
        self.wish = Some(Wish { ticket, done, asked });
    }

    /// Wants something of the item that was under discussion when it was asked about: whatever happens meanwhile, of no other.
    pub(super) fn wish_on(&mut self, wish: SessionWish, done: String, asked: bool, common: &mut Common) {
        let Some(target) = self.about.0 else { return };
        self.wish(SessionWish::On { target, wish: Box::new(wish) }, done, asked, common);
    }

    fn take_done(&mut self, _entries: &[Entry], common: &mut Common) {
        self.forget_line(common);
        if let Some(wish) = self.wish.take()
            && !wish.done.is_empty()
        {
            common.tell(wish.done);
        }
    }

    fn take_refused(&mut self, refusal: &Refusal, common: &mut Common) {
        self.answering = None;
        if let Refusal::Session(SessionRefusal::NoteMoved(stands)) = refusal {
            self.noted = Some(stands.clone());
        }
        let asked = self.wish.take().is_some_and(|wish| wish.asked);
        if asked { common.again(refusal.words()) } else { common.fail(refusal.words()) }
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        let Purpose::Session(about) = purpose else { return };
        self.answering = Some(about);
        if !self.told_prepare(about, &said, common) && !self.told_write(about, &said, common) {
            self.told_lead(about, said, common);
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Session(self.id));
        if self.tab == Tab::Members {
            self.ask_here(common);
        }
        for case in self.case.iter_mut().chain(&mut self.coming).chain(&mut self.ahead) {
            case.bell(common);
        }
    }

    /// Time went on: what is shown of it changes once a minute, and in a quiet moment the next case file is read.
    pub fn clock(&mut self, common: &mut Common) {
        if self.ahead_due.take_if(|due| *due <= common.now.at).is_some() {
            self.read_ahead(common);
        }
        let Some(session) = self.view.as_deref().map(|view| &view.session) else { return };
        if session.state == SessionState::Open && session.pace(common.now.at) != self.pace {
            self.pace = session.pace(common.now.at);
            common.touch();
        }
    }

    /// When the time that is shown changes next.
    pub fn next_tick(&self, now: Instant) -> Option<Instant> {
        let tick = self.view.as_deref().and_then(|view| view.session.next_tick(now));
        tick.into_iter().chain(self.ahead_due).min()
    }
}
