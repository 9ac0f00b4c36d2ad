//! A question whose answer is yes or, by default, no.

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Bound;

/// A question that names what is concerned, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// What it is for.
    pub purpose: Purpose,
    /// The question.
    pub title: String,
    /// What will happen, line by line.
    pub lines: Vec<String>,
    /// Whether the cursor stands on yes.
    pub yes: bool,
}

impl Confirm {
    /// A question; the cursor stands on no.
    pub const fn new(purpose: Purpose, title: String, lines: Vec<String>) -> Self {
        Self { purpose, title, lines, yes: false }
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        match bound.action {
            Action::Accept if self.yes => Outcome::Tell(self.purpose, Said::Yes),
            Action::Accept => Outcome::Close,
            Action::Up | Action::Down | Action::NextField | Action::PreviousField => {
                self.yes = !self.yes;
                Outcome::Stay
            }
            _ => Outcome::Stay,
        }
    }

    /// `y` and `n` answer at once; left and right move between the answers.
    pub(super) fn key(&mut self, key: Key) -> Outcome {
        use crate::app::key::KeyCode;
        match key.folded().code {
            KeyCode::Char('y' | 'Y') => Outcome::Tell(self.purpose, Said::Yes),
            KeyCode::Char('n' | 'N') => Outcome::Close,
            KeyCode::Left | KeyCode::Right => {
                self.yes = !self.yes;
                Outcome::Stay
            }
            _ => Outcome::Stay,
        }
    }
}
