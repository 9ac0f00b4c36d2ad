//! The queue of targets by tab.

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Reply;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::place::Place;
use crate::app::popup::{Purpose, Said};
use crate::app::reason::Reason;

/// The queue of targets by tab.
#[derive(Debug)]
pub struct Queue {}

impl Queue {
    /// Opens the queue.
    pub fn open(_common: &mut Common) -> Self {
        Self {}
    }
    /// Takes up a place.
    pub fn restore(&mut self, _place: &Place, _common: &mut Common) {}
    /// The place.
    pub fn place(&self) -> Place {
        Place::default()
    }
    /// Whether the filter has the focus.
    pub fn is_typing(&self) -> bool {
        false
    }
    /// Whether an action can be done now.
    pub fn available(&self, _action: Action, _common: &Common) -> Result<(), Reason> {
        Ok(())
    }
    /// Does an action.
    pub fn run(&mut self, _bound: Bound, _common: &mut Common) {}
    /// Takes a key that is no action.
    pub fn key(&mut self, _key: Key, _common: &mut Common) {}
    /// Takes pasted text.
    pub fn paste(&mut self, _text: &str, _common: &mut Common) {}
    /// Takes an answer.
    pub fn answer(&mut self, _ticket: u64, _reply: &Reply, _common: &mut Common) {}
    /// Takes what a popup was told.
    pub fn told(&mut self, _purpose: Purpose, _said: Said, _common: &mut Common) {}
    /// The file changed.
    pub fn bell(&mut self, _common: &mut Common) {}
    /// The screen has a new size.
    pub fn resized(&mut self, _common: &mut Common) {}
    /// Time went on.
    pub fn clock(&mut self, _common: &mut Common) {}
}
