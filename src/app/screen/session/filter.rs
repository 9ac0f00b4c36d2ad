//! Which of a session's items its results count: those that fit every word of a filter.

use rust_i18n::t;

use super::room::{Pane, Room};
use super::tab::Tab;
use crate::app::common::Common;
use crate::app::popup::{About, Popup, Prompt, Purpose};
use crate::domain::grade::Grade;
use crate::domain::session::refusal::item_word;
use crate::domain::session::view::ItemView;

impl Room {
    pub(super) fn ask_filter(&self, common: &mut Common) {
        let lines = vec![t!("room.ask.filter-line").into_owned()];
        let title = t!("room.ask.filter").into_owned();
        let prompt = Prompt::filled(Purpose::Session(About::Filter), title, lines, self.filter.clone());
        common.popup(Popup::Prompt(prompt.selected()));
    }

    /// Shows the results that fit.
    pub(super) fn filtered(&mut self, filter: &str) {
        filter.trim().clone_into(&mut self.filter);
        (self.tab, self.pane, self.scroll) = (Tab::Results, Pane::Main, 0);
    }

    /// The items that the results count, with their numbers on the agenda.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &ItemView)> {
        let items = self.view.as_deref().map_or(&[][..], |view| &view.items);
        (1..).zip(items).filter(|(_, item)| fits(&self.filter, item))
    }
}

/// Whether an item fits every word: a grade is the decided one, other words stand in project, unit, desk or state.
fn fits(filter: &str, item: &ItemView) -> bool {
    filter.split_whitespace().all(|word| match word.parse::<Grade>() {
        Ok(grade) => item.decision.as_ref().is_some_and(|decision| decision.grade == grade),
        Err(_) => {
            let state = item_word(item.state);
            [&item.project, &item.unit.name, &item.unit.desk, &state].iter().any(|text| text.contains(word))
        }
    })
}
