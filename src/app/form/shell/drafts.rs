//! What is typed and not sent: kept at every change, taken up when the form is opened again, thrown away when somebody says so.

use rust_i18n::t;

use super::{Early, Form};
use crate::app::common::Common;
use crate::app::effect::Effect;
use crate::app::form::amend;
use crate::app::form::draft::Body;
use crate::app::form::kind::Kind;
use crate::app::popup::{Confirm, Popup, Purpose};
use crate::domain::time::Instant;
use crate::domain::view::Draft;

impl Form {
    /// Keeps what is typed.
    pub(super) fn save(&self, common: &mut Common) {
        let Some(kind) = self.kind.filter(|_| self.typed) else { return };
        let rows = if kind == Kind::Amend { amend::rows(&self.sheet) } else { 0 };
        let noted = self.sitting.as_ref().map_or_else(|| self.noted.clone(), |sitting| sitting.noted.clone());
        let body = Body { round: self.place.0, at: self.place.1.clone(), rows, noted, texts: self.sheet.texts() };
        let (target, form, at) = (self.target, self.kept_as(kind).into_owned(), common.now.at);
        common.effect(Effect::SaveDraft(Draft { target, form, body: body.to_json(), at }));
    }

    /// Leaves; what is typed stays as a draft.
    pub(super) fn leave(&mut self, common: &mut Common) {
        self.save(common);
        if self.typed {
            common.tell(t!("form.draft-kept"));
        }
        common.close();
    }

    pub(super) fn ask_discard(&mut self, common: &mut Common) {
        if self.typed {
            let title = t!("form.ask-discard").into_owned();
            common.popup(Popup::Confirm(Confirm::new(Purpose::Discard, title, Vec::new())));
        }
    }

    /// Takes up what was typed the last time, then does what was typed before it was there.
    pub(super) fn take_draft(&mut self, draft: Option<&Draft>, common: &mut Common) {
        self.draft_asked = None;
        if let Some((draft, body)) = draft.and_then(|draft| Some((draft, Body::from_json(&draft.body)?))) {
            self.take_up(&body, draft.at, common);
        }
        if self.restored.is_none() {
            self.sheet.enter();
        }
        self.ready = true;
        for early in std::mem::take(&mut self.early) {
            match early {
                Early::Key(key) => self.key(key, common),
                Early::Paste(text) => self.paste(&text, common),
                Early::Run(bound) => self.run(bound, common),
                Early::Opinion(sentence) => self.say(&sentence, common),
            }
        }
        common.touch();
    }

    fn take_up(&mut self, body: &Body, at: Instant, common: &Common) {
        let (Some(kind), Some(file)) = (self.kind, &self.file) else { return };
        if self.sitting.as_ref().is_some_and(|sitting| !sitting.takes_up(&body.at)) {
            return;
        }
        if kind == Kind::Amend {
            amend::rebuild(&mut self.sheet, body.rows, file.target.standing.state, &body.texts);
        } else {
            self.sheet.set_texts(&body.texts);
        }
        self.take_up_sitting(body);
        self.refresh(common);
        self.typed = true;
        let here = (body.round, &body.at) == (self.place.0, &self.place.1);
        let key = match (here, self.sitting.is_some()) {
            (true, _) => "form.restored",
            (false, false) => "form.restored-elsewhere",
            (false, true) => "form.restored-ballot",
        };
        self.restored = Some(t!(key, at = at.local_minute(), round = body.round).into_owned());
    }
}
