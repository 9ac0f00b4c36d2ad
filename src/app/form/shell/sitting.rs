//! A form in a joint session: where the meeting is, and whether the form can still be sent.

use std::borrow::Cow;
use std::sync::Arc;

use rust_i18n::t;

use super::Form;
use crate::app::common::Common;
use crate::app::field::Field;
use crate::app::form::draft::Body;
use crate::app::form::kind::{Hindrance, Kind, form_of_member};
use crate::app::form::sitting::NOTE;
use crate::domain::command::Command;
use crate::domain::session::Session;
use crate::domain::session::view::SessionView;
use crate::domain::view::CaseFile;

impl Form {
    /// Begins with what the session knows: one's own sealed ballot, the minutes as they stand.
    pub(super) fn sit_down(&mut self, common: &Common) {
        let Some(sitting) = &mut self.sitting else { return };
        sitting.noted = (sitting.kind == Kind::Note).then(|| sitting.minutes(self.target));
        self.place = sitting.place(self.target);
        self.moved = sitting.overtaken(self.target);
        let known = sitting.known(self.target);
        if !known.is_empty() {
            self.sheet.set_texts(&known);
        }
        self.refresh(common);
    }

    /// The member for whom it is written, if it is not one's own.
    pub fn member(&self) -> Option<&str> {
        let of_draft = || self.written.as_ref()?.member.as_deref();
        self.sitting.as_ref().and_then(|sitting| sitting.member.as_deref()).or_else(of_draft)
    }

    /// Under what the form's unsent text is kept: what is written for several members lies apart.
    pub(super) fn kept_as(&self, kind: Kind) -> Cow<'static, str> {
        let member = self.sitting.as_ref().and_then(|sitting| sitting.member.as_ref());
        match (&self.written, member) {
            (Some(written), _) => Cow::Owned(written.form.clone()),
            (None, Some(member)) => Cow::Owned(form_of_member(kind, member)),
            (None, None) => Cow::Borrowed(kind.id()),
        }
    }

    /// What a draft says of the session in which it was written.
    pub(super) fn take_up_sitting(&mut self, body: &Body) {
        match &mut self.sitting {
            Some(sitting) => sitting.noted = body.noted.clone().or(sitting.noted.take()),
            None if self.kind.is_some_and(Kind::is_of_session) => {
                (self.place, self.noted) = ((body.round, body.at.clone()), body.noted.clone());
            }
            None => {}
        }
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

    /// The minutes were written by somebody else meanwhile: their words are put before one's own, to be looked at and sent together.
    pub(super) fn join_minutes(&mut self, stands: &str, common: &mut Common) {
        let Some(sitting) = &mut self.sitting else { return };
        sitting.noted = Some(stands.to_owned());
        let Some(Field::Text(text)) = self.sheet.get_mut(NOTE).map(|entry| &mut entry.field) else { return };
        if !text.text().contains(stands) {
            text.before(stands);
        }
        (self.typed, self.refused) = (true, None);
        self.save(common);
        common.fail(t!("room.form.note-joined"));
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
