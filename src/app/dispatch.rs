//! What happens to a message: it goes to the popup on top, to the screen on top, or to all that asked for it.
//!
//! Screens leave steps behind (open, close, popup, run); they are carried out here, after the update, until none is left.

use rust_i18n::t;

use super::action::{ACTIONS, Action};
use super::common::Step;
use super::effect::{Effect, Reply};
use super::key::Key;
use super::keymap::Bound;
use super::line::Line;
use super::msg::Msg;
use super::popup::{Entry, Outcome, Palette, Popup, Purpose, Said};
use super::screen::Screen;
use super::screen::case::Case;
use super::state::App;

/// Steps that one message may cause at most; a screen that makes more goes round in circles.
const MOST_STEPS: usize = 32;

impl App {
    /// Takes a message, and returns what it wants done outside.
    pub fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Key(_) | Msg::Paste(_) => {
                self.busy();
                self.typed(message);
            }
            Msg::Resize(columns, rows) => self.resize((columns, rows)),
            Msg::Answer { ticket, reply } => self.answer(ticket, &reply),
            Msg::Bell => self.bell(),
            Msg::Person(user) => self.person(user),
            Msg::Clock(now) => self.clock(now),
            Msg::Closing => self.closing(),
        }
        self.carry_out();
        while self.release() {
            self.carry_out();
        }
        self.common.take_effects()
    }

    /// The questions of the first frame.
    pub fn start(&mut self) -> Vec<Effect> {
        match self.screens.last_mut() {
            Some(screen) => screen.bell(&mut self.common),
            None => self.queue.shown(&mut self.common),
        }
        self.ask_meeting();
        self.carry_out();
        self.common.take_effects()
    }

    pub(super) fn key(&mut self, key: Key) {
        if self.common.notice.take().is_some() {
            self.common.touch();
        }
        let typing = self.is_typing();
        if typing && (key.text().is_some() || Line::edits(key)) {
            return self.raw_key(key);
        }
        match self.keymap.find(key.folded(), self.context()) {
            Some(bound) if is_everywhere(bound.action) => self.run(bound),
            Some(bound) if self.is_filtering() => {
                self.common.touch();
                self.queue.typing_run(bound, &mut self.common);
            }
            Some(bound) if self.popups.is_empty() => self.run(bound),
            Some(bound) => self.popup_run(bound),
            None if !typing && key.is_from_input_method() && !self.takes_words() => {
                self.common.fail(t!("notice.input-method"));
            }
            None => self.raw_key(key),
        }
    }

    fn raw_key(&mut self, key: Key) {
        self.common.touch();
        if let Some(popup) = self.popups.last_mut() {
            let outcome = popup.key(key);
            self.typing();
            return self.outcome(outcome);
        }
        match self.screens.last_mut() {
            Some(screen) => screen.key(key, &mut self.common),
            None => self.queue.key(key, &mut self.common),
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if !self.is_typing() && !self.takes_words() {
            return;
        }
        self.common.touch();
        match (self.popups.last_mut(), self.screens.last_mut()) {
            (Some(popup), _) => {
                popup.paste(text);
                self.typing();
            }
            (None, Some(screen)) => screen.paste(text, &mut self.common),
            (None, None) => self.queue.paste(text, &mut self.common),
        }
    }

    /// Whether the popup on top has a place for words, wherever its focus is: an input method hands over whole sentences.
    fn takes_words(&self) -> bool {
        matches!(self.popups.last(), Some(Popup::Quick(_)))
    }

    /// Tells the screen what is being typed into its prompt or its lines.
    fn typing(&mut self) {
        self.keep_begun();
        let (purpose, texts) = match self.popups.last() {
            Some(Popup::Prompt(prompt)) => (prompt.purpose, vec![prompt.line.text().to_owned()]),
            Some(Popup::Fields(fields)) => (fields.purpose, fields.texts()),
            _ => return,
        };
        if let Some(screen) = self.screens.last_mut() {
            screen.typing(purpose, &texts, &mut self.common);
        }
    }

    fn popup_run(&mut self, bound: Bound) {
        self.common.touch();
        if let Some(popup) = self.popups.last_mut() {
            let outcome = popup.run(bound);
            self.outcome(outcome);
        }
    }

    fn outcome(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Stay => return,
            Outcome::Close => drop(self.popups.pop()),
            Outcome::Tell(purpose, said) => {
                self.drop_begun();
                self.answered = self.popups.pop();
                self.told(purpose, said);
            }
            Outcome::Run(bound) => {
                self.popups.pop();
                self.run(bound);
            }
        }
        self.common.touch();
    }

    fn told(&mut self, purpose: Purpose, said: Said) {
        match self.screens.last_mut() {
            Some(screen) => screen.told(purpose, said, &mut self.common),
            None => self.queue.told(purpose, said, &mut self.common),
        }
    }

    /// Does an action of the screen on top, or says why it cannot be done.
    fn run(&mut self, bound: Bound) {
        if let Err(reason) = self.available(bound.action) {
            return self.common.fail(reason.words());
        }
        match bound.action {
            Action::Help => self.popups.push(Popup::Help(Palette::new(self.entries(true)))),
            Action::Palette => self.popups.push(Popup::Palette(Palette::new(self.entries(false)))),
            Action::Redraw => self.common.effect(Effect::Redraw),
            Action::Suspend => self.common.effect(Effect::Suspend),
            Action::QuitNow | Action::Quit => {
                self.closing();
                self.common.effect(Effect::Quit);
            }
            _ => match self.screens.last_mut() {
                Some(screen) => screen.run(bound, &mut self.common),
                None => self.queue.run(bound, &mut self.common),
            },
        }
        self.common.touch();
    }

    /// The actions of the screen on top, with the user's keys; the palette leaves out what only a key can do.
    fn entries(&self, all: bool) -> Vec<Entry> {
        let here = |info: &&super::action::Info| info.contexts.meets(self.screen_context());
        let entry = |info: &super::action::Info| Entry {
            action: info.action,
            group: info.group,
            keys: self.keymap.keys(info.action).iter().map(Key::to_string).collect::<Vec<_>>().join(" "),
            title: info.title(),
            help: info.help(),
            reason: self.available(info.action).err().map(|reason| reason.words()),
        };
        let mut entries: Vec<_> =
            ACTIONS.iter().filter(here).filter(|info| all || !needs_key(info.action)).map(entry).collect();
        entries.sort_by_key(|entry| entry.group);
        entries
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.common.size = size;
        self.queue.resized(&self.common);
        self.common.touch();
    }

    /// Answers go to whoever holds the ticket; an answer to an older question than the newest is nobody's.
    fn answer(&mut self, ticket: u64, reply: &Reply) {
        if let Reply::Failed(words) = reply {
            self.common.fail(words.clone());
        }
        if matches!(reply, Reply::Failed(_) | Reply::Refused(_)) {
            // What they were about does not come; they must not do something else.
            self.held.clear();
        }
        if let Reply::Meeting(meeting) = reply {
            self.found_meeting(ticket, meeting.as_ref());
        }
        if let Reply::Draft(draft) = reply {
            self.take_begun(ticket, draft.as_ref());
        }
        self.queue.answer(ticket, reply, &mut self.common);
        for screen in &mut self.screens {
            screen.answer(ticket, reply, &mut self.common);
        }
    }

    /// What is covered is read again when it comes in sight again.
    fn bell(&mut self) {
        match self.screens.last_mut() {
            Some(screen) => screen.bell(&mut self.common),
            None => self.queue.bell(&mut self.common),
        }
    }

    /// Another person sees other things: all that was open is closed. No form was, because persons are switched from the queue.
    fn person(&mut self, user: crate::domain::people::User) {
        self.screens.clear();
        self.popups.clear();
        self.common.tell(t!("notice.person", name = user.name));
        self.common.user = user;
        self.queue.other_person(&mut self.common);
    }

    fn clock(&mut self, now: crate::domain::time::Now) {
        // Waiting times are shown in days, so that the screen changes with the hour at most.
        let hour = |now: crate::domain::time::Now| now.at.0.div_euclid(3_600_000_000);
        if hour(self.common.now) != hour(now) {
            self.common.touch();
        }
        self.common.now = now;
        if self.common.notice.as_ref().is_some_and(|notice| notice.is_over(now.at)) {
            self.common.notice = None;
            self.common.touch();
        }
        for screen in &mut self.screens {
            screen.clock(&mut self.common);
        }
        self.queue.clock(&mut self.common);
    }

    fn closing(&mut self) {
        for screen in &mut self.screens {
            screen.closing(&mut self.common);
        }
        let place = self.queue.place().to_json();
        self.common.effect(Effect::KeepPlace(place));
    }

    fn carry_out(&mut self) {
        for _ in 0..MOST_STEPS {
            let steps = self.common.take_steps();
            if steps.is_empty() {
                break;
            }
            for step in steps {
                self.step(step);
            }
            self.common.touch();
        }
    }

    /// Opens the popup that was answered last once more, with the reason; what has no place for it is told below.
    fn again(&mut self, words: String) {
        let unheard = match self.answered.take() {
            Some(mut popup) => {
                let unheard = popup.blame(words);
                self.popups.extend(unheard.is_none().then_some(popup));
                self.keep_begun();
                unheard
            }
            None => Some(words),
        };
        if let Some(words) = unheard {
            self.common.fail(words);
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Open(screen) => self.screens.push(*screen),
            Step::Close => {
                self.screens.pop();
                match self.screens.last_mut() {
                    Some(screen) => screen.bell(&mut self.common),
                    None => self.queue.shown(&mut self.common),
                }
            }
            Step::Popup(popup) => {
                self.popups.push(*popup);
                self.ask_begun();
            }
            Step::Run(bound) => self.run(bound),
            Step::Again(words) => self.again(words),
            Step::Acted { target, version, words } => self.queue.acted(target, version, words, &self.common),
            Step::Reword(purpose, title) => {
                if let Some(Popup::Confirm(confirm)) = self.popups.last_mut()
                    && confirm.purpose == purpose
                {
                    confirm.title = title;
                }
            }
            Step::Fill(purpose, texts) => match self.popups.last_mut() {
                Some(Popup::Prompt(prompt)) if prompt.purpose == purpose => {
                    texts.into_iter().next().into_iter().for_each(|text| prompt.line.set(text));
                }
                Some(Popup::Fields(fields)) if fields.purpose == purpose => fields.fill(texts),
                _ => {}
            },
            Step::Neighbour { next, from } => {
                if let Some(target) = self.queue.neighbour(next, from, &mut self.common) {
                    let former = self.screens.pop();
                    let mut case = Case::open(target, &mut self.common);
                    if let Some(Screen::Case(former)) = former {
                        case.tab = former.tab;
                    }
                    self.screens.push(Screen::Case(Box::new(case)));
                }
            }
        }
    }
}

/// Whether an action of the program itself also works over a popup.
pub(super) const fn is_everywhere(action: Action) -> bool {
    matches!(action, Action::Redraw | Action::Suspend | Action::QuitNow)
}

/// Whether an action makes no sense without the key that it was done by.
const fn needs_key(action: Action) -> bool {
    use Action::{Accept, Back, Bottom, Down, GoTab, Grade, HalfDown, HalfUp, PageDown, PageUp, Top, Up};
    matches!(action, Accept | Back | Bottom | Down | GoTab | Grade | HalfDown | HalfUp | PageDown | PageUp | Top | Up)
}
