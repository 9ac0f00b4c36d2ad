//! The state of the whole program: what screens share, the queue, the screens above it, and the popups over them.

use std::collections::VecDeque;

use super::action::{Action, Contexts};
use super::common::Common;
use super::keymap::Keymap;
use super::meeting::Return;
use super::msg::Msg;
use super::place::Place;
use super::popup::Popup;
use super::reason::Reason;
use super::screen::Screen;
use super::screen::board::BoardScreen;
use super::screen::queue::Queue;
use super::screen::wall::Wall;
use crate::domain::facts::County;
use crate::domain::ids::SessionId;
use crate::domain::people::User;
use crate::domain::procedure::Procedure;
use crate::domain::time::{Instant, Now};

/// The state of the whole program.
#[derive(Debug)]
pub struct App {
    /// What all screens share.
    pub common: Common,
    /// The queue, which is always there.
    pub queue: Queue,
    /// The screens above the queue; the last is seen.
    pub screens: Vec<Screen>,
    /// The popups over the screens; the last gets the keys.
    pub popups: Vec<Popup>,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The popup that was answered last, for opening it again when the answer cannot be carried out.
    pub(super) answered: Option<Popup>,
    /// Keys and pasted text that came before what they are about, in their order.
    pub(super) held: VecDeque<Msg>,
    /// The way back into a meeting that goes on, until it is known whether there is one.
    pub(super) back: Option<Return>,
    /// What was typed into the popup on top the last time, while it is asked for.
    pub(super) begun: Option<u64>,
}

impl App {
    /// The beginning: nothing is asked before [`App::start`].
    pub fn new(procedure: Procedure, county: County, user: User, now: Now, size: (u16, u16)) -> Self {
        let common = Common::new(procedure, county, user, now, size);
        let queue = Queue::open(&common);
        let (screens, popups, held) = (Vec::new(), Vec::new(), VecDeque::new());
        Self {
            common,
            queue,
            screens,
            popups,
            keymap: Keymap::default(),
            answered: None,
            held,
            back: None,
            begun: None,
        }
    }

    /// The wall of a joint session in place of the queue.
    #[must_use]
    pub fn on_wall(mut self, session: SessionId) -> Self {
        self.screens.push(Screen::Wall(Box::new(Wall::new(session))));
        self
    }

    /// Takes up the place of the last time (see [`super::effect::Effect::KeepPlace`]); to be called before [`App::start`].
    pub fn restore(&mut self, place: &str) {
        self.queue.restore(&Place::from_json(place), &self.common.procedure);
    }

    /// Opens on the year board instead of the queue; to be called before [`App::start`].
    pub fn open_board(&mut self) {
        let board = BoardScreen::open(self.common.county.year, &mut self.common);
        self.screens.push(Screen::Board(Box::new(board)));
    }

    /// The context of the keys: of the popup on top, else of the screen on top.
    pub fn context(&self) -> Contexts {
        let over = !self.popups.is_empty() || self.is_filtering();
        if over { Contexts::POPUP } else { self.screen_context() }
    }

    /// Whether the filter of the queue is being typed: its field has the keys of a popup.
    pub(super) fn is_filtering(&self) -> bool {
        self.popups.is_empty() && self.screens.is_empty() && self.queue.is_typing()
    }

    /// The context of the screen on top, whatever lies over it.
    pub fn screen_context(&self) -> Contexts {
        self.screens.last().map_or(Contexts::QUEUE, Screen::context)
    }

    /// Whether a text field has the focus, so that plain characters are text.
    pub fn is_typing(&self) -> bool {
        match (self.popups.last(), self.screens.last()) {
            (Some(popup), _) => popup.is_typing(),
            (None, Some(screen)) => screen.is_typing(),
            (None, None) => self.queue.is_typing(),
        }
    }

    /// Whether an action can be done on the screen on top now, and if not, why.
    ///
    /// # Errors
    /// The reason, in which the keys, the hints, the palette and the help agree.
    pub fn available(&self, action: Action) -> Result<(), Reason> {
        if !action.info().contexts.meets(self.screen_context()) {
            return Err(Reason::ElsewhereOnly);
        }
        if self.common.confined && matches!(action, Action::Suspend | Action::Import) {
            return Err(Reason::Words("reason.confined"));
        }
        if action.info().contexts == Contexts::ALL || matches!(action, Action::Help | Action::Palette) {
            return Ok(());
        }
        match self.screens.last() {
            Some(screen) => screen.available(action, &self.common),
            None => self.queue.available(action, &self.common),
        }
    }

    /// Whether an action can be done now where the keys go: what the hints show.
    pub fn is_usable(&self, action: Action) -> bool {
        match self.popups.last() {
            Some(popup) => popup.knows(action),
            None if self.is_filtering() => matches!(action, Action::Accept | Action::Back),
            None => self.available(action).is_ok(),
        }
    }

    /// Whether an action has a place among the hints because it can be done now, or on another row in sight: and whether it can be done now.
    pub fn offer(&self, action: Action) -> Option<bool> {
        let in_queue = self.popups.is_empty() && self.screens.is_empty() && !self.is_filtering();
        let usable = self.is_usable(action);
        (usable || (in_queue && self.queue.offers(action, &self.common))).then_some(usable)
    }

    /// When the app wants to hear of the time again, if at all: a notice goes, the selection has rested, or
    /// the clock of a joint session in sight goes on.
    pub fn deadline(&self) -> Option<Instant> {
        let notice = self.common.notice.as_ref().and_then(|notice| notice.until);
        let rested = self.queue.preview.deadline().filter(|_| self.screens.is_empty());
        let ticks = self.screens.last().and_then(|screen| screen.next_tick(self.common.now.at));
        notice.into_iter().chain(rested).chain(ticks).min()
    }

    /// Whether something on the screen changed since the last asking.
    pub const fn take_dirty(&mut self) -> bool {
        self.common.take_dirty()
    }
}
