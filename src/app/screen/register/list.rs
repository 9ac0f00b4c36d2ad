//! The registers: tabs, the year, the words looked for, the records.

use rust_i18n::t;

use super::keep::Keeper;
use super::record::RecordScreen;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::popup::{Keeping, Popup, Prompt, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::walk::walked;
use crate::domain::event::Event;
use crate::domain::register::citation::means;
use crate::domain::register::view::{RecordRow, RegisterPage};
use crate::domain::register::{Record, Register};
use crate::domain::text::name_key;

/// Lines of the screen around the list: title, tabs, account, heading, hints.
const FRAME: u16 = 5;

/// The registers of the year.
#[derive(Debug)]
pub struct Registers {
    /// The register in sight.
    pub register: Register,
    /// Its year; all when `None`.
    pub year: Option<i32>,
    /// What was read of it.
    pub page: Option<RegisterPage>,
    /// The places of the records that the words find.
    pub found: Vec<usize>,
    /// The words looked for.
    pub words: String,
    /// The document numbers looked for: those that are cited where this was opened from.
    pub cited: Vec<String>,
    /// The selected record among those found.
    pub cursor: usize,
    /// The first in sight.
    pub first: usize,
    keeper: Keeper,
    ticket: u64,
}

impl Registers {
    /// Opens a register with the form of a new record.
    pub fn open_new(register: Register, common: &mut Common) -> Self {
        let mut screen = Self::open(register, Some(common.county.year), common);
        screen.keeper.ask_new(register, common);
        screen
    }

    /// Opens a register on a year, and asks for its records.
    pub fn open(register: Register, year: Option<i32>, common: &mut Common) -> Self {
        let mut screen = Self {
            register,
            year,
            page: None,
            found: Vec::new(),
            words: String::new(),
            cited: Vec::new(),
            cursor: 0,
            first: 0,
            keeper: Keeper::default(),
            ticket: 0,
        };
        screen.ask(common);
        screen
    }

    /// Opens the documents of all years with some numbers.
    pub fn cited(cited: Vec<String>, common: &mut Common) -> Self {
        Self { cited, ..Self::open(Register::Document, None, common) }
    }

    /// The selected record.
    pub fn selected(&self) -> Option<&RecordRow> {
        self.page.as_ref()?.rows.get(*self.found.get(self.cursor)?)
    }

    fn ask(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Register { register: self.register, year: self.year });
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match action {
            Action::Open => self.selected().map(drop).ok_or(Reason::NothingSelected),
            Action::MakeRecord => Keeper::may(self.register, common),
            Action::CorrectRecord | Action::RemoveRecord => {
                self.selected().ok_or(Reason::NothingSelected)?;
                Keeper::may(self.register, common)
            }
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let selected = self.selected().cloned();
        match bound.action {
            Action::Back => common.close(),
            Action::Reload => self.bell(common),
            Action::NextTab => self.turn(1, common),
            Action::PreviousTab => self.turn(Register::ALL.len() - 1, common),
            Action::GoTab => self.go(bound.nth, common),
            Action::NextYear => self.shift(1, common),
            Action::PreviousYear => self.shift(-1, common),
            Action::Filter => {
                let mut prompt = Prompt::new(
                    Purpose::Register(Keeping::Search),
                    t!("register.form.search", register = self.register.name()).into_owned(),
                    vec![t!("register.form.search-note").into_owned()],
                );
                prompt.line.set(self.words.clone());
                prompt.line.select();
                common.popup(Popup::Prompt(prompt));
            }
            Action::MakeRecord => self.keeper.ask_new(self.register, common),
            Action::CorrectRecord => selected.iter().for_each(|row| self.keeper.ask_correct(row, common)),
            Action::RemoveRecord => selected.iter().for_each(|row| self.keeper.ask_remove(row, common)),
            Action::Open => {
                if let Some(row) = selected {
                    let record = RecordScreen::open(row.id, common);
                    common.open(Screen::Record(Box::new(record)));
                }
            }
            action => self.walk(action, common),
        }
    }

    fn walk(&mut self, action: Action, common: &Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let Some(to) = walked(action, self.cursor, page, self.found.len()) else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.found.len());
    }

    fn turn(&mut self, by: usize, common: &mut Common) {
        let at = Register::ALL.iter().position(|one| *one == self.register).unwrap_or(0);
        self.go((at + by) % Register::ALL.len(), common);
    }

    /// Goes to a register; the words looked for stay with the one they were typed for.
    fn go(&mut self, place: usize, common: &mut Common) {
        let Some(register) = Register::ALL.get(place).filter(|one| **one != self.register) else { return };
        (self.register, self.page, self.cursor, self.first) = (*register, None, 0, 0);
        self.words.clear();
        self.cited.clear();
        self.found.clear();
        self.ask(common);
    }

    /// What is looked for, in the person's words.
    pub fn looked_for(&self) -> String {
        if self.cited.is_empty() { self.words.clone() } else { self.cited.join("、") }
    }

    /// The next or the previous year; beyond the newest year all are shown.
    fn shift(&mut self, by: i32, common: &mut Common) {
        let newest = common.county.year + 1;
        self.year = match self.year {
            Some(year) if year + by > newest => None,
            Some(year) => Some(year + by),
            None if by < 0 => Some(newest),
            None => None,
        };
        (self.cursor, self.first) = (0, 0);
        self.ask(common);
    }

    /// Keeps what is being typed into a form.
    pub fn typing(&mut self, purpose: Purpose, texts: &[String], common: &mut Common) {
        self.keeper.typing(purpose, texts, common);
    }

    /// Takes what a form was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        match (purpose, said) {
            (Purpose::Register(Keeping::Search), Said::Text(words)) => {
                words.trim().clone_into(&mut self.words);
                self.cited.clear();
                (self.cursor, self.first) = (0, 0);
                self.find();
            }
            (Purpose::Register(keeping), said) => self.keeper.told(keeping, said, common),
            _ => {}
        }
    }

    /// Takes an answer, if the ticket is its own; the selection stays on its record.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        if let Some(made) = self.keeper.answer(ticket, reply, common) {
            self.warn(reply, common);
            self.ask(common);
            return self.select(made);
        }
        let Reply::Register(page) = reply else { return };
        if ticket != self.ticket {
            return;
        }
        let selected = self.selected().map(|row| row.id);
        self.page = Some(page.as_ref().clone());
        self.find();
        if let Some(id) = selected {
            self.select(id);
        }
        common.touch();
    }

    /// Says with its rule that what was recorded lies outside its window: a fact that is recorded, and no slip that is refused.
    fn warn(&self, reply: &Reply, common: &mut Common) {
        let (Some(page), Reply::Done(entries)) = (&self.page, reply) else { return };
        let contents = entries.iter().find_map(|entry| match &entry.event {
            Event::RegisterRecorded { contents, .. } | Event::RegisterCorrected { contents, .. } => Some(contents),
            _ => None,
        });
        let Some(contents) = contents else { return };
        if let Some(rule) = page.departs(contents) {
            common.fail(t!("register.form.outside", remark = page.remark(contents), rule = rule));
        }
    }

    fn select(&mut self, id: crate::domain::ids::RecordId) {
        let Some(page) = &self.page else { return };
        let place = self.found.iter().position(|place| page.rows.get(*place).is_some_and(|row| row.id == id));
        if let Some(place) = place {
            self.first = (self.first + place).saturating_sub(self.cursor);
            self.cursor = place;
        }
    }

    /// Finds the records that hold all the words.
    fn find(&mut self) {
        let Some(page) = &self.page else { return };
        let words: Vec<String> = self.words.split_whitespace().map(name_key).collect();
        let holds = |row: &RecordRow| {
            let all = name_key(&row.record.write().join(" "));
            words.iter().all(|word| all.contains(word.as_str()))
        };
        let cited = &self.cited;
        let is_cited = |row: &RecordRow| match &row.record {
            _ if cited.is_empty() => true,
            Record::Document(one) => cited.iter().any(|number| means(number, &one.number)),
            _ => false,
        };
        let found = page.rows.iter().enumerate().filter(|(_, row)| is_cited(row) && (words.is_empty() || holds(row)));
        self.found = found.map(|(place, _)| place).collect();
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ask(common);
    }
}
