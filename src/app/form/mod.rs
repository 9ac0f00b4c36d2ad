//! The forms of a target: what is typed into them, and the command that they make.
//!
//! A form keeps its text as a draft (`Effect::SaveDraft`) with every change, and asks for the draft when it opens.

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Reply;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::popup::{Purpose, Said};
use crate::app::reason::Reason;
use crate::domain::ids::TargetId;

/// A form of a target.
#[derive(Debug)]
pub struct Form {
    /// The target.
    pub target: TargetId,
}

impl Form {
    /// Opens the form that a target's standing asks for: review, decision, settlement or ruling.
    pub fn review(target: TargetId, _common: &mut Common) -> Self {
        Self { target }
    }

    /// Opens the form in which the unit amends its target.
    pub fn amend(target: TargetId, _common: &mut Common) -> Self {
        Self { target }
    }

    /// Whether a text field has the focus.
    pub fn is_typing(&self) -> bool {
        false
    }

    /// Whether an action can be done now.
    pub fn available(&self, _action: Action, _common: &Common) -> Result<(), Reason> {
        Ok(())
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        if bound.action == Action::Back {
            common.close();
        }
    }

    /// Takes a key that is no action: text, or editing in a field.
    pub fn key(&mut self, _key: Key, _common: &mut Common) {}

    /// Takes pasted text.
    pub fn paste(&mut self, _text: &str, _common: &mut Common) {}

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, _ticket: u64, _reply: &Reply, _common: &mut Common) {}

    /// Takes what a popup was told.
    pub fn told(&mut self, _purpose: Purpose, _said: Said, _common: &mut Common) {}

    /// The file changed: says so when the target moved, and leaves what is typed alone.
    pub fn bell(&mut self, _common: &mut Common) {}

    /// The program is about to end: keeps what is typed.
    pub fn closing(&mut self, _common: &mut Common) {}
}
