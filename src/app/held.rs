//! Keys that come before what they are about: the rows of a tab that was just turned to, a page below the loaded ones, a case file
//! that is being read, what comes in sight when a form has been sent. They wait for it, with everything typed after them, and then do what
//! they would have done had it been there.

use super::action::Action;
use super::dispatch::is_everywhere;
use super::msg::Msg;
use super::screen::Screen;
use super::state::App;

impl App {
    /// Whether something that was typed waits for what it is about.
    pub fn is_waiting(&self) -> bool {
        !self.held.is_empty()
    }

    /// Takes what was typed, now or once what it is about has come.
    pub(super) fn typed(&mut self, message: Msg) {
        let kept = self.must_wait(&message) || (!self.held.is_empty() && !self.is_everywhere(&message));
        if kept && !self.sends_again(&message) {
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
        // A form that is being sent takes nothing more: whoever types on means what comes after it. Going back is free, and keeps the draft.
        if let (true, Some(Screen::Form(form))) = (self.popups.is_empty(), self.screens.last())
            && form.is_being_sent()
        {
            return !self.action(message).is_some_and(|action| action == Action::Back || is_everywhere(action));
        }
        let free = self.popups.is_empty() && !self.is_typing();
        let Some(action) = self.action(message).filter(|_| free) else { return false };
        match self.screens.last() {
            None => self.queue.must_wait(action, &self.common),
            Some(Screen::Case(case)) => case.must_wait(action),
            Some(_) => false,
        }
    }

    /// Whether somebody presses the key of sending while it is under way: it means nothing that comes after, and is answered at once.
    fn sends_again(&self, message: &Msg) -> bool {
        let sent = matches!(self.screens.last(), Some(Screen::Form(form)) if form.is_being_sent());
        sent && self.popups.is_empty() && self.action(message) == Some(Action::Send)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::{Effect, Reply};
    use crate::app::fixture::{Desk, pass};
    use crate::domain::ids::TargetId;
    use crate::domain::target::State;

    const DESK: &str = "教科文股经办";

    fn rows(desk: &Desk) -> Vec<i64> {
        desk.app.queue.tab().rows.loaded().iter().map(|row| row.id.0).collect()
    }

    fn selected(desk: &Desk) -> Option<i64> {
        desk.app.queue.selected().map(|row| row.id.0)
    }

    #[test]
    fn keys_that_come_before_their_rows_wait_for_them() {
        for script in ["<Shift-Tab>jj<Enter>j", "/教育<Enter>jy", "sjy", "<Shift-Tab><End>ky", "<Tab>/<Esc><Tab>jt"] {
            let (mut swift, mut slow) = (Desk::of("管理员"), Desk::of("管理员"));
            swift.keys(script);
            slow.hold().keys(script).release();
            assert_eq!(rows(&slow), rows(&swift), "{script}");
            assert_eq!(selected(&slow), selected(&swift), "{script}");
            assert_eq!(slow.effects, swift.effects, "{script}");
            assert_eq!(
                (slow.app.screens.len(), slow.app.popups.len()),
                (swift.app.screens.len(), swift.app.popups.len())
            );
        }
    }

    #[test]
    fn acts_wait_for_the_rows_as_they_are_after_what_was_done_above() {
        let mut desk = Desk::of("管理员");
        desk.keys("<Enter>").hold().keys("<Esc>");
        assert!(desk.app.screens.is_empty());
        let before = selected(&desk);
        desk.keys("j");
        assert_ne!(selected(&desk), before, "looking does not wait");
        desk.keys("e");
        assert!(desk.app.screens.is_empty(), "what may be done follows from the new rows");
        desk.release();
        assert!(matches!(desk.app.screens.last(), Some(Screen::Form(_))));
    }

    #[test]
    fn acts_wait_for_a_case_file_that_is_being_read_again() {
        let mut desk = Desk::of("管理员");
        desk.keys("<Enter>").hold().send(Msg::Bell);
        let tab = |desk: &Desk| match desk.app.screens.last() {
            Some(Screen::Case(case)) => case.tab,
            _ => panic!("no case file"),
        };
        let before = tab(&desk);
        desk.keys("<Tab>");
        assert_ne!(tab(&desk), before, "looking does not wait");
        desk.keys("v");
        assert_eq!(desk.app.screens.len(), 1, "what may be done follows from the new one");
        desk.release();
        assert!(matches!(desk.app.screens.last(), Some(Screen::Form(_))));
    }

    #[test]
    fn what_is_typed_while_a_form_is_sent_is_meant_for_what_comes_after() {
        let (mut swift, mut slow) = (Desk::of(DESK), Desk::of(DESK));
        swift.keys("v222222<Tab><Tab><Ctrl-s>j");
        slow.keys("v222222<Tab><Tab>").hold().keys("<Ctrl-s>j");
        assert!(matches!(slow.app.screens.last(), Some(Screen::Form(_))), "the answer is on its way");
        slow.release();
        assert!(slow.app.screens.is_empty());
        assert_eq!(selected(&slow), selected(&swift));
    }

    #[test]
    fn whoever_sends_again_while_a_form_is_sent_is_told() {
        let mut desk = Desk::of(DESK);
        desk.keys("v222222<Tab><Tab>").hold().keys("<Ctrl-s>j<Ctrl-s>");
        let told = desk.app.common.notice.clone().unwrap();
        assert!(told.words.contains("正在提交"), "{told:?}");
        desk.release();
        assert!(desk.app.screens.is_empty(), "sent once, and nothing else was done with the keys");
    }

    #[test]
    fn sending_twice_never_hands_in_what_comes_next() {
        let mut desk = Desk::of("管理员");
        let states = |desk: &Desk| -> Vec<_> {
            let targets = desk.file.model.targets.iter();
            targets.map(|(id, target)| (*id, target.standing.state)).collect()
        };
        desk.keys("<Shift-Tab>");
        let drafts = desk.app.queue.tab().rows.loaded().to_vec();
        for place in 0..drafts.len() {
            desk.keys("g").keys(&"j".repeat(place));
            let before = states(&desk);
            desk.keys("<Ctrl-s>");
            assert_eq!(states(&desk), before, "the key that sends forms does nothing to rows");
            assert!(desk.app.popups.is_empty());
        }
        assert!(drafts.iter().any(|row| row.standing.state == State::Draft), "there is something to hand in");
    }

    #[test]
    fn what_is_typed_while_a_form_is_sent_goes_into_no_field_when_it_is_refused() {
        let opinion = |desk: &Desk| match desk.app.screens.last() {
            Some(Screen::Form(form)) => form.sheet.text("opinion"),
            _ => panic!("no form"),
        };
        let mut desk = Desk::of(DESK);
        desk.keys("v222222<Tab>意见").hold().keys("<Ctrl-s>");
        desk.elsewhere("管理员", pass(TargetId(1), "desk")).keys("ju").release();
        assert_eq!(opinion(&desk), "意见");
        desk.keys("在后");
        assert_eq!(opinion(&desk), "意见在后");
    }

    #[test]
    fn what_waits_for_rows_does_nothing_else_when_they_cannot_be_read() {
        let mut desk = Desk::of("管理员");
        desk.hold().keys("/教育<Enter>jt");
        assert!(desk.app.popups.is_empty(), "the rows in sight are not meant");
        desk.keys("<Ctrl-l>");
        assert_eq!(desk.effects, [Effect::Redraw], "what concerns no row does not wait");
        desk.send(Msg::Answer { ticket: 0, reply: Reply::Failed("坏了".to_owned()) });
        desk.release();
        assert_eq!((desk.app.popups.len(), rows(&desk).len()), (0, 5));
        let first = rows(&desk)[0];
        assert_eq!(selected(&desk), Some(first));
        desk.keys("t");
        assert_eq!(desk.app.popups.len(), 1);
    }
}
