//! Keys that come before what they are about: the rows of a tab that was just turned to, a page below the loaded ones, a case file
//! that is being read. They wait for it, with everything typed after them, and then do what they would have done had it been there.

use super::action::Action;
use super::dispatch::is_everywhere;
use super::msg::Msg;
use super::screen::Screen;
use super::state::App;

impl App {
    /// Takes what was typed, now or once what it is about has come.
    pub(super) fn typed(&mut self, message: Msg) {
        if self.must_wait(&message) || (!self.held.is_empty() && !self.is_everywhere(&message)) {
            self.held.push_back(message);
        } else {
            self.take_typed(message);
        }
    }

    /// Takes the first of what waits, if it need not wait any longer; returns whether it did.
    pub(super) fn release(&mut self) -> bool {
        if self.held.front().is_none_or(|message| self.must_wait(message)) {
            return false;
        }
        if let Some(message) = self.held.pop_front() {
            self.take_typed(message);
        }
        true
    }

    fn take_typed(&mut self, message: Msg) {
        match message {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            _ => {}
        }
    }

    fn must_wait(&self, message: &Msg) -> bool {
        let free = self.popups.is_empty() && !self.is_typing();
        let Some(action) = self.action(message).filter(|_| free) else { return false };
        match self.screens.last() {
            None => self.queue.must_wait(action, &self.common),
            Some(Screen::Case(case)) => case.must_wait(action),
            Some(_) => false,
        }
    }

    fn is_everywhere(&self, message: &Msg) -> bool {
        self.action(message).is_some_and(is_everywhere)
    }

    fn action(&self, message: &Msg) -> Option<Action> {
        match message {
            Msg::Key(key) => self.keymap.find(key.folded(), self.context()).map(|bound| bound.action),
            _ => None,
        }
    }
}
