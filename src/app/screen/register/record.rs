//! One record of a register: its fields, what follows from them, its history.

use super::keep::Keeper;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::popup::{Keeping, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::walk::turned;
use crate::domain::ids::RecordId;
use crate::domain::register::view::RecordFile;

/// One record of a register.
#[derive(Debug)]
pub struct RecordScreen {
    /// Its number.
    pub id: RecordId,
    /// What was read of it.
    pub file: Option<RecordFile>,
    /// Whether it was looked for and is not there.
    pub gone: bool,
    /// Lines that are scrolled away.
    pub scroll: usize,
    keeper: Keeper,
    /// The form that is opened once the record is there.
    wanted: Option<Keeping>,
    ticket: u64,
}

impl RecordScreen {
    /// Opens a record, and asks for it.
    pub fn open(id: RecordId, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Record(id));
        Self { id, file: None, gone: false, scroll: 0, keeper: Keeper::default(), wanted: None, ticket }
    }

    /// Opens a record with one of its forms.
    pub fn open_form(id: RecordId, keeping: Keeping, common: &mut Common) -> Self {
        Self { wanted: Some(keeping), ..Self::open(id, common) }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match (action, &self.file) {
            (Action::CorrectRecord | Action::RemoveRecord, None) => Err(Reason::NothingSelected),
            (Action::CorrectRecord | Action::RemoveRecord, Some(file)) if file.removed.is_some() => {
                Err(Reason::Words("register.reason.removed"))
            }
            (Action::CorrectRecord | Action::RemoveRecord, Some(file)) => {
                Keeper::may(file.row.record.register(), common)
            }
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => return common.close(),
            Action::Reload => return self.bell(common),
            action => self.scroll = turned(action, self.scroll, common.end).unwrap_or(self.scroll),
        }
        self.form(bound.action, common);
    }

    fn form(&mut self, action: Action, common: &mut Common) {
        let Some(row) = self.file.as_ref().map(|file| file.row.clone()) else { return };
        match action {
            Action::CorrectRecord => self.keeper.ask_correct(&row, common),
            Action::RemoveRecord => self.keeper.ask_remove(&row, common),
            _ => {}
        }
    }

    /// Keeps what is being typed into a form.
    pub fn typing(&mut self, purpose: Purpose, texts: &[String], common: &mut Common) {
        self.keeper.typing(purpose, texts, common);
    }

    /// Takes what a form was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        if let Purpose::Register(keeping) = purpose {
            self.keeper.told(keeping, said, common);
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        if self.keeper.answer(ticket, reply, common).is_some() {
            return self.bell(common);
        }
        let Reply::Record(file) = reply else { return };
        if ticket == self.ticket {
            self.file = file.as_deref().cloned();
            self.gone = self.file.is_none();
            let action = match self.wanted.take() {
                Some(Keeping::Remove) => Some(Action::RemoveRecord),
                Some(_) => Some(Action::CorrectRecord),
                None => None,
            };
            if let Some(action) = action.filter(|action| self.available(*action, common).is_ok()) {
                self.form(action, common);
            }
            common.touch();
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Record(self.id));
    }
}
