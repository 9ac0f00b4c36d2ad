//! Findings in the opinion: in the words of a reviewer, each on its own line, several of them numbered.

use rust_i18n::t;

use super::Form;
use crate::app::common::Common;
use crate::app::field::{Field, Kind};
use crate::app::popup::{Choice, Item, Popup, Purpose};
use crate::app::reason::Reason;
use crate::domain::check::{Finding, sentence};

/// The id of the field of the opinion, the same in all forms that have one.
const OPINION: &str = "opinion";

impl Form {
    fn opinion(&self) -> Option<usize> {
        self.sheet.entries.iter().position(|entry| entry.id == OPINION)
    }

    /// Goes to the opinion from a field that takes no words, if there is an opinion.
    pub(super) fn go_to_opinion(&mut self) -> bool {
        let takes_words = self.sheet.focused().is_some_and(|entry| match &entry.field {
            Field::Text(_) => true,
            Field::Line(line) => line.kind != Kind::Day,
            _ => false,
        });
        let Some(place) = self.opinion().filter(|_| !takes_words) else { return false };
        self.sheet.focus_on(place);
        true
    }

    /// Whether a finding can be taken into the opinion.
    pub(super) fn available_finding(&self) -> Result<(), Reason> {
        if self.opinion().is_none() {
            return Err(Reason::Words("form.reason.no-opinion"));
        }
        match self.file.as_deref().and_then(|file| file.open_findings().next()) {
            Some(_) => Ok(()),
            None => Err(Reason::Words("form.reason.no-findings")),
        }
    }

    /// Asks which of the open findings goes into the opinion.
    pub(super) fn ask_finding(&self, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let said = self.opinion().and_then(|place| match &self.sheet.entries[place].field {
            Field::Text(text) => Some(text.text()),
            _ => None,
        });
        let said = said.unwrap_or_default();
        let is_said = |finding: &Finding| said.contains(&sentence::opinion(finding));
        let item = |finding: &Finding| Item {
            title: format!("{} {}", sentence::place(finding), sentence::message(finding)),
            detail: if is_said(finding) { t!("form.finding-said").into_owned() } else { String::new() },
        };
        let first = file.open_findings().position(|finding| !is_said(finding)).unwrap_or(0);
        let items = file.open_findings().map(item).collect();
        let title = t!("form.ask-finding").into_owned();
        common.popup(Popup::Choice(Choice::new(Purpose::Finding, title, items, first)));
    }

    /// Takes the chosen finding into the opinion.
    pub(super) fn take_finding(&mut self, place: usize, common: &mut Common) {
        let chosen = self.file.as_deref().and_then(|file| file.open_findings().nth(place));
        if let Some(sentence) = chosen.map(sentence::opinion) {
            self.say(&sentence, common);
        }
    }

    /// Adds a sentence to the opinion and goes there; a sentence that stands there already is not said twice.
    pub(super) fn say(&mut self, sentence: &str, common: &mut Common) {
        let Some(place) = self.opinion().or_else(|| self.text_box()) else { return };
        self.sheet.focus_on(place);
        let Field::Text(text) = &mut self.sheet.entries[place].field else { return };
        if text.text().contains(sentence) {
            return common.tell(t!("form.finding-twice"));
        }
        text.item(sentence);
        self.changed(common);
    }
}
