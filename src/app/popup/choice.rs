//! One of several things, chosen with the cursor or by its number.

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::keymap::Bound;
use crate::app::walk::walked;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub title: String,
    /// More about it, or nothing.
    pub detail: String,
}

/// A list to choose one thing from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is for.
    pub purpose: Purpose,
    /// What is asked.
    pub title: String,
    /// The things.
    pub items: Vec<Item>,
    /// The place of the cursor.
    pub cursor: usize,
}

/// Rows that a page of a popup's list moves by.
pub(super) const PAGE: usize = 10;

impl Choice {
    /// A list with the cursor on one of its things.
    pub const fn new(purpose: Purpose, title: String, items: Vec<Item>, cursor: usize) -> Self {
        Self { purpose, title, items, cursor }
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        if let Some(cursor) = walked(bound.action, self.cursor, PAGE, self.items.len()) {
            self.cursor = cursor;
            return Outcome::Stay;
        }
        match bound.action {
            Action::Accept if !self.items.is_empty() => Outcome::Tell(self.purpose, Said::Chosen(self.cursor)),
            Action::Grade if bound.nth < self.items.len() => Outcome::Tell(self.purpose, Said::Chosen(bound.nth)),
            _ => Outcome::Stay,
        }
    }
}
