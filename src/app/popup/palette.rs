//! An action by name: typed text narrows the list, Enter does what is selected, or says why it cannot be done.
//!
//! The help is the same list with the sentences of what each does, grouped.

use super::Outcome;
use super::choice::PAGE;
use crate::app::action::{Action, Group};
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::app::walk::walked;

/// An action as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// Its heading.
    pub group: Group,
    /// Its keys.
    pub keys: String,
    /// Its title.
    pub title: String,
    /// What it does.
    pub help: String,
    /// Why it cannot be done now.
    pub reason: Option<String>,
}

impl Entry {
    fn matches(&self, words: &str) -> bool {
        let place = self.action.info().name;
        let hay = [self.title.as_str(), &self.help, &self.keys, place, self.reason.as_deref().unwrap_or_default()];
        words.split_whitespace().all(|word| hay.iter().any(|text| text.to_lowercase().contains(word)))
    }
}

/// A list of actions that typed text narrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// What is typed.
    pub line: Line,
    /// The place of the cursor among what is shown.
    pub cursor: usize,
    entries: Vec<Entry>,
    shown: Vec<usize>,
}

impl Palette {
    /// A list with nothing typed.
    pub fn new(entries: Vec<Entry>) -> Self {
        let shown = (0..entries.len()).collect();
        Self { line: Line::default(), cursor: 0, entries, shown }
    }

    /// The actions that match what is typed.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.shown.iter().map(|place| &self.entries[*place])
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        if let Some(cursor) = walked(bound.action, self.cursor, PAGE, self.shown.len()) {
            self.cursor = cursor;
            return Outcome::Stay;
        }
        let chosen = self.shown.get(self.cursor).map(|place| self.entries[*place].action);
        match (bound.action, chosen) {
            (Action::Accept, Some(action)) => Outcome::Run(action.into()),
            _ => Outcome::Stay,
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        if self.line.key(key) {
            self.narrow();
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        let words = self.line.text().to_lowercase();
        let matching = self.entries.iter().enumerate().filter(|(_, entry)| entry.matches(&words));
        self.shown = matching.map(|(place, _)| place).collect();
        // Whoever types the name of a thing means it, not what is explained with the same word.
        self.shown.sort_by_key(|place| !self.entries[*place].title.to_lowercase().contains(&words));
        self.cursor = 0;
    }
}
