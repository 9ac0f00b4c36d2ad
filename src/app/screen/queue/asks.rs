//! What the queue asks of the file, and what it makes of the answers. Only the newest question of a kind counts.

use rust_i18n::t;

use super::rows::asked;
use super::{Common, Queue};
use crate::app::action::Action;
use crate::app::effect::{Ask, Reply};
use crate::domain::view::{QueueAsk, QueuePage, Tallies, Tally, Window};

/// The questions that are open.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Ticket, tab, part and how many rows.
    rows: Option<(u64, usize, Window, u32)>,
    filtered: Option<(u64, usize)>,
    tallies: Option<u64>,
    /// Whether other rows than those in sight are meant since the person filtered, sorted or jumped.
    pub(super) turned: bool,
    /// Whether the rows in sight are from before something that was done here, or before the queue came in sight again.
    stale: bool,
}

impl Queue {
    /// The queue comes in sight, or something was done in it: asks for everything that it shows.
    pub fn shown(&mut self, common: &mut Common) {
        self.ask_all(common);
        self.asked.stale = true;
    }

    fn ask_all(&mut self, common: &mut Common) {
        self.ask_rows(common);
        let tabs = self.tabs.iter().map(|tab| tab.tab.clone()).collect();
        let ticket = common.read(Ask::Tallies { year: common.county.year, tabs });
        self.asked.tallies = Some(ticket);
        self.unsent.remind(common);
    }

    /// The file changed while the queue is in sight. While an act of one's own is under way the rows stay as they are:
    /// its answer says where the selection goes, and everything is read then.
    pub fn bell(&mut self, common: &mut Common) {
        if !self.is_acting() {
            self.ask_all(common);
        }
    }

    /// Asks for the rows of the tab anew, around the selected one, and for their count under a filter.
    pub(super) fn ask_rows(&mut self, common: &mut Common) {
        let window = self.tab_mut().rows.again();
        self.ask(window, common);
        if self.tab().filter.query.is_some() {
            let ticket = common.read(Ask::Filtered(Box::new(self.question(Window::First, common))));
            self.asked.filtered = Some((ticket, self.active));
        }
    }

    /// Asks for other rows than those in sight.
    pub(super) fn turn(&mut self, common: &mut Common) {
        self.ask_rows(common);
        self.asked.turned = true;
    }

    /// Whether an action is about rows that are on their way.
    pub fn must_wait(&self, action: Action, common: &Common) -> bool {
        let underway = self.asked.rows.as_ref().is_some_and(|(_, tab, ..)| *tab == self.active);
        let rows = &self.tab().rows;
        underway
            && needs_rows(action)
            && (self.asked.turned
                || (self.asked.stale && !action.only_looks())
                || !rows.is_loaded()
                || rows.lacks(action, Self::page(common)))
    }

    /// Asks for rows that are missing at an edge, unless they are on their way already.
    pub(super) fn ask_more(&mut self, window: Window, common: &mut Common) {
        let underway = self.asked.rows.as_ref().is_some_and(|(_, tab, ..)| *tab == self.active);
        let joins = matches!(window, Window::After(_) | Window::Before(_));
        if !(underway && joins) {
            self.asked.turned = !joins;
            self.ask(window, common);
        }
    }

    fn ask(&mut self, window: Window, common: &mut Common) {
        let question = self.question(window.clone(), common);
        let limit = question.limit;
        let ticket = common.read(Ask::Queue(Box::new(question)));
        self.asked.rows = Some((ticket, self.active, window, limit));
    }

    fn question(&self, window: Window, common: &Common) -> QueueAsk {
        let tab = self.tab();
        let (tab, filter) = (tab.tab.clone(), tab.filter.query.clone());
        let limit = asked(Self::page(common));
        QueueAsk { year: common.county.year, tab, filter, sort: self.sort, window, limit }
    }

    /// Takes an answer, if the ticket is its own and no newer question was asked.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        match reply {
            Reply::Queue(page) => self.take_rows(ticket, page, common),
            Reply::Tallies(tallies, year) if self.asked.tallies == Some(ticket) => {
                self.take_tallies(tallies, common);
                self.go_on_to(*year, common);
            }
            Reply::Filtered(tally) => self.take_filtered(ticket, *tally, common),
            Reply::Case(file) => self.take_case(ticket, file.as_ref(), common),
            Reply::Unsent(unsent) => self.unsent.take(ticket, unsent, common),
            Reply::Meeting(meeting) => self.unsent.take_meeting(ticket, meeting.as_ref(), common),
            Reply::Users(users) => self.take_users(ticket, users, common),
            Reply::Done(entries) => self.take_done(ticket, entries, common),
            Reply::Refused(refusal) => self.take_refused(ticket, refusal, common),
            Reply::Failed(_) => {
                if self.asked.rows.take_if(|(newest, ..)| *newest == ticket).is_some() {
                    (self.asked.turned, self.asked.stale) = (false, false);
                }
                self.take_failed(ticket);
            }
            _ => {}
        }
    }

    fn take_rows(&mut self, ticket: u64, page: &QueuePage, common: &mut Common) {
        let Some((_, tab, window, limit)) = self.asked.rows.take_if(|(newest, ..)| *newest == ticket) else { return };
        (self.asked.turned, self.asked.stale) = (false, false);
        let rows = &mut self.tabs[tab].rows;
        let before = rows.clone();
        let missing = rows.take(&window, limit, page, Self::sight(common));
        if *rows != before {
            common.touch();
        }
        if let Some(window) = missing.filter(|_| tab == self.active) {
            self.asked.turned = true;
            self.ask(window, common);
        }
        for row in &page.rows {
            if let Some(marked) = self.marked.get_mut(&row.id) {
                marked.clone_from(row);
            }
        }
        self.preview.wait(self.tabs[self.active].rows.selected(), common.now.at);
    }

    fn take_tallies(&mut self, tallies: &Tallies, common: &mut Common) {
        for (tab, tally) in &tallies.0 {
            let known = self.tabs.iter_mut().find(|known| known.tab == *tab);
            if let Some(known) = known.filter(|known| known.tally != Some(*tally)) {
                known.tally = Some(*tally);
                common.touch();
            }
        }
    }

    /// Shows the year that somebody has begun meanwhile.
    fn go_on_to(&mut self, year: i32, common: &mut Common) {
        if year != common.county.year {
            common.county.year = year;
            common.tell(t!("queue.year-begun", year = year).into_owned());
            self.ask_all(common);
            self.asked.turned = true;
        }
    }

    fn take_filtered(&mut self, ticket: u64, tally: Tally, common: &mut Common) {
        let Some((_, tab)) = self.asked.filtered.take_if(|(newest, _)| *newest == ticket) else { return };
        let filter = &mut self.tabs[tab].filter;
        if filter.tally != Some(tally) {
            filter.tally = Some(tally);
            common.touch();
        }
    }

    /// Time went on: fetches a word more on the selected target when the selection has rested.
    pub fn clock(&mut self, common: &mut Common) {
        if let Some(target) = self.preview.ripe(common.now.at) {
            self.preview.ticket = Some(common.read(Ask::Case(target)));
        }
    }
}

/// Whether an action is about the selected row, or moves from it.
const fn needs_rows(action: Action) -> bool {
    use Action::{
        Amend, Bottom, Copy, Down, HalfDown, HalfUp, KeyProject, Mark, Open, PageDown, PageUp, Pass, Return, Review,
        Submit, Top, Undo, Up, Withdraw,
    };
    matches!(
        action,
        Amend
            | Bottom
            | Copy
            | Down
            | HalfDown
            | HalfUp
            | KeyProject
            | Mark
            | Open
            | PageDown
            | PageUp
            | Pass
            | Return
            | Review
            | Submit
            | Top
            | Undo
            | Up
            | Withdraw
    )
}
