//! Several lines of text that are asked for at once, each with its label.

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::line::Line;

/// A line with its label.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// What it is.
    pub label: String,
    /// What is typed.
    pub line: Line,
    /// What holds when nothing is typed, or how it is written.
    pub note: String,
}

/// Several lines of text that are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// What they are for.
    pub purpose: Purpose,
    /// What is asked.
    pub title: String,
    /// The lines.
    pub lines: Vec<Named>,
    /// The line that has the focus.
    pub at: usize,
    /// Whether what stands in a line is only proposed, so that typing takes its place; else it is somebody's text, which is written on.
    pub proposes: bool,
    /// Why they were not accepted.
    pub fault: Option<String>,
}

impl Fields {
    /// Lines with the focus on the first.
    pub const fn new(purpose: Purpose, title: String, lines: Vec<Named>) -> Self {
        Self { purpose, title, lines, at: 0, proposes: false, fault: None }
    }

    /// The same where what stands in the lines is only proposed.
    #[must_use]
    pub fn proposing(mut self) -> Self {
        self.proposes = true;
        self.go(self.at);
        self
    }

    /// Goes to a line; what is proposed there is selected.
    fn go(&mut self, to: usize) {
        if let Some(left) = self.lines.get_mut(self.at) {
            left.line.deselect();
        }
        self.at = to;
        if let Some(named) = self.lines.get_mut(to).filter(|_| self.proposes) {
            named.line.select();
        }
    }

    /// What is typed, line by line.
    pub fn texts(&self) -> Vec<String> {
        self.lines.iter().map(|named| named.line.text().to_owned()).collect()
    }

    /// Puts texts into the lines.
    pub fn fill(&mut self, texts: Vec<String>) {
        self.lines.iter_mut().zip(texts).for_each(|(named, text)| named.line.set(text));
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        let count = self.lines.len().max(1);
        match bound.action {
            Action::Accept if self.at + 1 >= count => {
                let texts = self.lines.iter().map(|named| named.line.text().trim().to_owned());
                return Outcome::Tell(self.purpose, Said::Texts(texts.collect()));
            }
            Action::Accept => self.go(self.at + 1),
            Action::NextField | Action::Down => self.go((self.at + 1) % count),
            Action::PreviousField | Action::Up => self.go((self.at + count - 1) % count),
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn key(&mut self, key: Key) {
        if let Some(named) = self.lines.get_mut(self.at) {
            named.line.key(key);
            self.fault = None;
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(named) = self.lines.get_mut(self.at) {
            named.line.insert(text);
        }
    }
}
