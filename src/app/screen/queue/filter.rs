//! The field of the filter: what is typed takes effect at once where it can be read, Enter keeps it, Esc takes it back
//! and goes back to the target that was selected.

use super::tab::{Filter, TabState};
use super::{Common, Key, Queue};
use crate::app::action::Action;
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::domain::ids::TargetId;
use crate::domain::procedure::Procedure;
use crate::domain::query::{ParseError, parse};

/// The field of the filter while it is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterField {
    /// What is typed.
    pub line: Line,
    /// What is wrong with it, and where.
    pub error: Option<ParseError>,
    /// The filter before.
    before: Filter,
    /// The target that was selected before.
    target: Option<TargetId>,
}

impl Filter {
    /// Reads a text.
    ///
    /// # Errors
    /// When the text is no query, or names a stage that the procedure does not have.
    pub fn read(text: &str, procedure: &Procedure) -> Result<Self, ParseError> {
        let query = parse(text)?.map(|query| query.resolve_stages(procedure)).transpose()?;
        Ok(Self { text: text.trim().to_owned(), query, tally: None })
    }

    /// Reads as many words from the beginning of a text as make a query; without any, nothing is filtered.
    fn begun(text: &str, procedure: &Procedure) -> Self {
        let mut begun = text.trim_end();
        while let Some((before, _)) = begun.rsplit_once(char::is_whitespace) {
            begun = before.trim_end();
            if let Ok(filter) = Self::read(begun, procedure) {
                return filter;
            }
        }
        Self::default()
    }
}

impl FilterField {
    /// The field with the tab's filter in it.
    pub fn new(tab: &TabState) -> Self {
        let target = tab.rows.selected().map(|row| row.id);
        let mut line = Line::new(tab.filter.text.clone());
        line.select();
        Self { line, error: None, before: tab.filter.clone(), target }
    }

    /// The text of the filter before.
    pub(super) fn before(&self) -> &str {
        &self.before.text
    }

    /// Takes a key; returns whether the text changed.
    pub(super) fn key(&mut self, key: Key) -> bool {
        self.line.key(key)
    }
}

impl Queue {
    /// Takes an action while the filter is being typed.
    pub fn typing_run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Accept => {
                if self.field.as_ref().is_some_and(|field| field.error.is_none()) {
                    self.field = None;
                }
            }
            Action::Back => {
                if let Some(field) = self.field.take() {
                    if self.tab().filter.query != field.before.query {
                        self.tab_mut().rows.want(field.target);
                    }
                    self.set_filter(field.before, common);
                }
            }
            action => self.go(action, common),
        }
    }

    /// Reads what is typed. Where it cannot be read to its end, the words before the mistake filter: a condition that is half typed,
    /// such as `金额>`, must not show what its first characters found as a word.
    pub(super) fn filter_typed(&mut self, common: &mut Common) {
        let Some(field) = &mut self.field else { return };
        match Filter::read(field.line.text(), &common.procedure) {
            Ok(filter) => {
                field.error = None;
                self.set_filter(filter, common);
            }
            Err(error) => {
                let begun = Filter::begun(field.line.text(), &common.procedure);
                field.error = Some(error);
                self.set_filter(begun, common);
            }
        }
    }

    /// Filters the tab; the rows are asked for only when the meaning changed.
    pub(super) fn set_filter(&mut self, filter: Filter, common: &mut Common) {
        let tab = self.tab_mut();
        let same = tab.filter.query == filter.query;
        let tally = tab.filter.tally.filter(|_| same);
        tab.filter = Filter { tally, ..filter };
        if !same {
            self.turn(common);
        }
    }
}
