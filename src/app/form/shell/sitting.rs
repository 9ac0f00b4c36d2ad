//! A form in a joint session: where the meeting is, and whether the form can still be sent.

use std::sync::Arc;

use super::Form;
use crate::app::common::Common;
use crate::app::form::kind::{Hindrance, Kind};
use crate::domain::command::Command;
use crate::domain::session::Session;
use crate::domain::session::view::SessionView;
use crate::domain::view::CaseFile;

impl Form {
    /// Begins with what the session knows: one's own sealed ballot, the minutes as they stand.
    pub(super) fn sit_down(&mut self, common: &Common) {
        let Some(sitting) = &self.sitting else { return };
        self.place = sitting.place(self.target);
        let known = sitting.known(self.target);
        if !known.is_empty() {
            self.sheet.set_texts(&known);
        }
        self.refresh(common);
    }

    /// The session was read again: says that the meeting has gone on; what is typed is left alone.
    pub(super) fn take_session(&mut self, view: Option<&Arc<SessionView>>, common: &mut Common) {
        let (Some(sitting), Some(view)) = (&mut self.sitting, view) else { return };
        if sitting.view == *view {
            return;
        }
        sitting.view = Arc::clone(view);
        self.moved = sitting.overtaken(self.target);
        if let Some(held) = self.sitting.as_ref().map(|sitting| sitting.place(self.target)) {
            self.place = held;
        }
        self.refresh(common);
        common.touch();
    }

    /// The commands that a button makes of what is typed.
    pub(super) fn made(
        &self,
        button: &str,
        (kind, file): (Kind, &CaseFile),
        seen: u32,
        common: &Common,
        outlook: bool,
    ) -> Result<Vec<Command>, Hindrance> {
        match &self.sitting {
            Some(sitting) => sitting.commands((&self.sheet, file), seen, common, outlook),
            None => kind.commands(button, (&self.sheet, file), seen, common, outlook),
        }
    }

    /// The session as it stands, for the outlook.
    pub(super) fn session(&self) -> Option<&Session> {
        self.sitting.as_ref().map(|sitting| &sitting.view.session)
    }
}
