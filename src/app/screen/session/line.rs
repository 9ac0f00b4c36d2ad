//! Questions of a session that are answered with a line of text. What is typed is kept as a draft from the first key on, like what is
//! typed into a form, and stands there again when the question is asked again.

use super::room::Room;
use crate::app::common::{Common, Step};
use crate::app::effect::{Ask, Effect};
use crate::app::popup::{About, Popup, Prompt, Purpose};
use crate::domain::ids::TargetId;
use crate::domain::unsent::{About as Unsent, SESSION_NOTE};
use crate::domain::view::Draft;

impl Room {
    /// Asks for a line about the item at hand, or about the session; `known` stands there before anything was typed.
    pub(super) fn ask_line(&mut self, about: About, title: String, known: String, common: &mut Common) {
        let purpose = Purpose::Session(about);
        common.popup(Popup::Prompt(Prompt::filled(purpose, title, Vec::new(), known)));
        if let Some((target, form)) = self.place_of_line(about) {
            self.line_asked = Some((common.read(Ask::Draft { target, form: form.into() }), about));
        }
    }

    /// Where a line is kept. What belongs to no item is kept under the session's number, negative, which no target has.
    fn place_of_line(&self, about: About) -> Option<(TargetId, &'static str)> {
        let form = match about {
            About::Reballot => "reballot",
            About::Defer => "defer",
            About::Recusal => "recusal",
            About::Note => return Some((Unsent::Session(self.id).number(), SESSION_NOTE)),
            _ => return None,
        };
        Some((self.about.0?, form))
    }

    /// Puts what was typed the last time into the question.
    pub(super) fn take_line(&mut self, draft: Option<&Draft>, common: &mut Common) {
        let Some((_, about)) = self.line_asked.take() else { return };
        let Some(draft) = draft else { return };
        // What others wrote into the minutes since the draft was typed stays.
        let stands = self.noted.as_deref().filter(|stands| about == About::Note && !draft.body.contains(*stands));
        let text = stands.map_or_else(|| draft.body.clone(), |stands| format!("{stands} {}", draft.body));
        common.step(Step::Fill(Purpose::Session(about), vec![text]));
    }

    /// Keeps what is being typed.
    pub fn typing(&mut self, purpose: Purpose, text: &str, common: &mut Common) {
        let Purpose::Session(about) = purpose else { return };
        // Whoever types before the draft is there begins anew.
        self.line_asked = None;
        if let Some((target, form)) = self.place_of_line(about) {
            let at = common.now.at;
            common.effect(Effect::SaveDraft(Draft { target, form: form.to_owned(), body: text.to_owned(), at }));
        }
    }

    /// The line was taken: its draft is no longer needed.
    pub(super) fn forget_line(&mut self, common: &mut Common) {
        let place = self.answering.take().and_then(|about| self.place_of_line(about));
        if let Some((target, form)) = place {
            common.effect(Effect::DropDraft { target, form: form.into() });
        }
    }
}
