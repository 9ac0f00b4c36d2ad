//! The newest rows of the journal, or of those that fit a filter: who did what when, read only.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::popup::{Popup, Prompt, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::case::Case;
use crate::app::walk::walked;
use crate::domain::facts::Entry;
use crate::domain::query::Trace;

/// Rows asked for: as many as somebody may page through.
const ROWS: u32 = 500;
/// Lines of the screen around the list: title, heading, hints.
const FRAME: u16 = 4;

/// The newest rows of the journal.
#[derive(Debug)]
pub struct Journal {
    /// The rows, newest first.
    pub entries: Vec<Entry>,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    /// What is looked for, as it was typed.
    pub filter: String,
    trace: Trace,
    ticket: u64,
}

impl Journal {
    /// Opens the journal and asks for its newest rows.
    pub fn open(common: &mut Common) -> Self {
        let mut opened = Self {
            entries: Vec::new(),
            cursor: 0,
            first: 0,
            filter: String::new(),
            trace: Trace::default(),
            ticket: 0,
        };
        opened.bell(common);
        opened
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        match (action, self.entries.get(self.cursor)) {
            (Action::Open, None) => Err(Reason::NothingSelected),
            (Action::Open, Some(entry)) if entry.event.target().is_none() => {
                Err(Reason::Words("reason.entry-without-target"))
            }
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let to = match bound.action {
            Action::Reload => return self.bell(common),
            Action::Back => return common.close(),
            Action::Open => return self.open_case(common),
            Action::Filter => return self.ask_filter(common),
            action => walked(action, self.cursor, page, self.entries.len()),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.entries.len());
    }

    fn ask_filter(&self, common: &mut Common) {
        let lines = vec![t!("journal.filter-line").into_owned()];
        let title = t!("journal.filter").into_owned();
        common.popup(Popup::Prompt(Prompt::filled(Purpose::Trace, title, lines, self.filter.clone()).selected()));
    }

    /// Takes what is looked for; what cannot be read is told at its column, and stays to be mended.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        let (Purpose::Trace, Said::Text(text)) = (purpose, said) else { return };
        match Trace::parse(text) {
            Ok(trace) => {
                text.trim().clone_into(&mut self.filter);
                self.trace = trace;
                (self.cursor, self.first) = (0, 0);
                self.bell(common);
            }
            Err(error) => {
                let words = t!("journal.filter-wrong", column = error.column + 1, message = error.message);
                common.again(words.into_owned());
            }
        }
    }

    fn open_case(&self, common: &mut Common) {
        let target = self.entries.get(self.cursor).and_then(|entry| entry.event.target());
        if let Some(target) = target {
            let case = Case::open(target, common);
            common.open(Screen::Case(Box::new(case)));
        }
    }

    /// Takes an answer, if the ticket is its own; the selection stays on its row.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        let Reply::Journal(entries) = reply else { return };
        if ticket != self.ticket || *entries == self.entries {
            return;
        }
        let selected = self.entries.get(self.cursor).map(|entry| entry.seq);
        let before = self.cursor;
        self.entries.clone_from(entries);
        let place = selected.and_then(|seq| self.entries.iter().position(|entry| entry.seq == seq));
        self.cursor = place.unwrap_or(0);
        self.first = (self.first + self.cursor).saturating_sub(before);
        common.touch();
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Journal { limit: ROWS, trace: self.trace.clone() });
    }
}
