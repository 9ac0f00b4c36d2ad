//! What is typed into the form of a record and not sent yet: kept with every change, given back when the same form is opened again.
//! Under which number it is kept, `domain::unsent` says.

use rust_i18n::t;

use crate::app::common::{Common, Step};
use crate::app::effect::{Ask, Effect};
use crate::app::form::Body;
use crate::app::popup::{Keeping, Purpose};
use crate::domain::ids::{RecordId, TargetId};
use crate::domain::register::Register;
use crate::domain::unsent::{About, CORRECT, REMOVE};
use crate::domain::view::Draft;

/// Of which form something is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    keeping: Keeping,
    target: TargetId,
    form: &'static str,
    /// The version of the record that the form was opened on; 0 of a new one.
    version: u32,
}

impl Place {
    /// The form of a new record.
    pub(super) const fn new(register: Register) -> Self {
        Self { keeping: Keeping::New, target: About::NewRecord(register).number(), form: register.id(), version: 0 }
    }

    /// The form of a record that is there.
    pub(super) const fn of(keeping: Keeping, record: RecordId, version: u32) -> Self {
        let form = if matches!(keeping, Keeping::Remove) { REMOVE } else { CORRECT };
        Self { keeping, target: About::Record(record).number(), form, version }
    }
}

/// The unsent text of the form that is open.
#[derive(Debug, Default)]
pub(super) struct Typed {
    place: Option<Place>,
    /// The texts that the form was opened with.
    fresh: Vec<String>,
    asked: Option<u64>,
}

impl Typed {
    /// A form was opened with these texts: asks for what was typed into it before.
    pub(super) fn open(&mut self, place: Place, fresh: Vec<String>, common: &mut Common) {
        let asked = common.read(Ask::Draft { target: place.target, form: place.form.into() });
        *self = Self { place: Some(place), fresh, asked: Some(asked) };
    }

    /// Keeps what is typed now; what is as it was opened is not worth keeping.
    pub(super) fn keep(&mut self, keeping: Keeping, texts: &[String], common: &mut Common) {
        let Some(place) = self.place.filter(|place| place.keeping == keeping) else { return };
        // Whoever types before the draft is there begins anew.
        self.asked = None;
        if *texts == *self.fresh {
            return common.effect(Effect::DropDraft { target: place.target, form: place.form.into() });
        }
        let texts = texts.iter().enumerate().map(|(at, text)| (format!("{at:03}"), text.clone())).collect();
        let body = Body { round: place.version, texts, ..Body::default() }.to_json();
        let (target, form, at) = (place.target, place.form.to_owned(), common.now.at);
        common.effect(Effect::SaveDraft(Draft { target, form, body, at }));
    }

    /// Takes what was typed before, if it is the answer: puts it into the form and says so.
    pub(super) fn answer(&mut self, ticket: u64, draft: Option<&Draft>, common: &mut Common) {
        if self.asked != Some(ticket) {
            return;
        }
        self.asked = None;
        let (Some(place), Some(draft)) = (self.place, draft) else { return };
        let Some(body) = Body::from_json(&draft.body).filter(|body| body.texts.len() == self.fresh.len()) else {
            return;
        };
        let at = draft.at.local_minute();
        let words = if body.round == place.version {
            t!("register.form.restored", at = at)
        } else {
            t!("register.form.restored-other", at = at)
        };
        common.step(Step::Fill(Purpose::Register(place.keeping), body.texts.into_values().collect()));
        common.tell(words);
    }

    /// What was typed was taken: it is no longer needed.
    pub(super) fn forget(&mut self, common: &mut Common) {
        if let Some(place) = self.place.take() {
            common.effect(Effect::DropDraft { target: place.target, form: place.form.into() });
        }
    }
}
