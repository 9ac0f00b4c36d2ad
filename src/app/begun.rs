//! What is typed into a question about one target (the opinion of a quick pass or return, the reason of a withdrawal or of a waiver, the
//! grounds of a key project) is kept from the first key on, like what is typed into a form, and stands there again when the question is asked again.
//!
//! Knows which questions those are; what becomes of the answer is the screen's.

use std::borrow::Cow;

use rust_i18n::t;

use super::effect::{Ask, Effect};
use super::popup::{Popup, Purpose};
use super::screen::Screen;
use super::state::App;
use crate::domain::command::Verdict;
use crate::domain::ids::TargetId;
use crate::domain::view::Draft;

/// Reasons of waivers are kept by the finding that they are about.
const WAIVE: &str = "waive";

/// Under what the words typed into a popup are kept, if they are.
fn kept_as(popup: &Popup) -> Option<&'static str> {
    match popup {
        Popup::Quick(quick) if quick.verdict == Verdict::Return => Some("quick-return"),
        Popup::Quick(_) => Some("quick-pass"),
        Popup::Prompt(prompt) => match prompt.purpose {
            Purpose::Withdraw => Some("withdraw"),
            Purpose::KeyProject => Some("key-project"),
            Purpose::Waive => Some(WAIVE),
            _ => None,
        },
        _ => None,
    }
}

impl App {
    /// The target that the popup on top is about, and under what its words are kept.
    fn begun_place(&self) -> Option<(TargetId, Cow<'static, str>)> {
        let form = kept_as(self.popups.last()?)?;
        match self.screens.last() {
            None => Some((self.queue.asked_about()?, form.into())),
            Some(Screen::Case(case)) if form == WAIVE => {
                Some((case.target, format!("{WAIVE}:{}", case.waived()?).into()))
            }
            Some(Screen::Case(case)) => Some((case.target, form.into())),
            Some(_) => None,
        }
    }

    /// A popup was opened: asks for what was typed into it the last time.
    pub(super) fn ask_begun(&mut self) {
        let place = self.begun_place();
        self.begun = place.map(|(target, form)| self.common.read(Ask::Draft { target, form }));
    }

    /// Puts what was typed the last time into the popup, unless something is typed by now.
    pub(super) fn take_begun(&mut self, ticket: u64, draft: Option<&Draft>) {
        let (Some(_), Some(draft)) = (self.begun.take_if(|asked| *asked == ticket), draft) else { return };
        if let Some(line) = self.popups.last_mut().and_then(Popup::words_mut).filter(|line| line.is_empty()) {
            line.set(draft.body.clone());
            self.common.tell(t!("form.restored-words", at = draft.at.local_minute()));
        }
    }

    /// Keeps what is being typed.
    pub(super) fn keep_begun(&mut self) {
        let Some((target, form)) = self.begun_place() else { return };
        let words = self.popups.last_mut().and_then(Popup::words_mut).map(|line| line.text().to_owned());
        match words {
            Some(body) if !body.is_empty() => {
                let at = self.common.now.at;
                self.common.effect(Effect::SaveDraft(Draft { target, form: form.into_owned(), body, at }));
            }
            _ => self.drop_begun(),
        }
    }

    /// The popup on top is answered, or nothing stands in it any more: nothing is kept of it.
    pub(super) fn drop_begun(&mut self) {
        if let Some((target, form)) = self.begun_place() {
            self.common.effect(Effect::DropDraft { target, form });
        }
    }
}
