//! A line of text that is asked for.

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::line::Line;

/// A line of text that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    /// What is asked.
    pub title: String,
    /// What will happen, line by line.
    pub lines: Vec<String>,
    /// What is typed.
    pub line: Line,
    /// Why it was not accepted.
    pub fault: Option<String>,
}

impl Prompt {
    /// A prompt with nothing typed.
    pub fn new(purpose: Purpose, title: String, lines: Vec<String>) -> Self {
        Self { purpose, title, lines, line: Line::default(), fault: None }
    }

    /// A prompt in which something stands already.
    pub fn filled(purpose: Purpose, title: String, lines: Vec<String>, text: String) -> Self {
        Self { line: Line::new(text), ..Self::new(purpose, title, lines) }
    }

    /// The same with what stands there selected, so that typing takes its place.
    #[must_use]
    pub fn selected(mut self) -> Self {
        self.line.select();
        self
    }

    pub(super) fn run(&self, bound: Bound) -> Outcome {
        match bound.action {
            Action::Accept => Outcome::Tell(self.purpose, Said::Text(self.line.text().to_owned())),
            _ => Outcome::Stay,
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        self.line.key(key);
    }
}
