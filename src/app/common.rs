//! What all screens share: the file's county and procedure, the person, the time; and the ways out of a screen.
//!
//! A screen never calls another: it leaves steps and effects here, and the dispatch carries them out after its update.

use super::effect::{Ask, Effect};
use super::keymap::Bound;
use super::notice::Notice;
use super::popup::{Popup, Purpose};
use super::screen::Screen;
use crate::domain::command::{Command, Origin};
use crate::domain::facts::County;
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::procedure::Procedure;
use crate::domain::time::Now;

/// What a screen wants done inside the app.
#[derive(Debug)]
pub enum Step {
    /// Put a screen on top.
    Open(Box<Screen>),
    /// Leave the screen on top.
    Close,
    /// Put a popup on top.
    Popup(Box<Popup>),
    /// Do an action, as if its key had been pressed.
    Run(Bound),
    /// Open the popup again whose answer could not be carried out, and say why in it.
    Again(String),
    /// Put texts into the prompt or the lines on top, if they have this purpose.
    Fill(Purpose, Vec<String>),
    /// Asks the question that is open for a purpose in other words, because what it is about has changed.
    Reword(Purpose, String),
    /// Go on to the next or the previous target of the queue, in a case file in place of the one on top.
    Neighbour {
        /// The next one.
        next: bool,
        /// The target of the case file on top.
        from: TargetId,
    },
    /// A target was acted on: the queue goes on to the next, and can undo it.
    Acted {
        /// The target.
        target: TargetId,
        /// Its version since.
        version: u32,
        /// The words that told it.
        words: String,
    },
}

/// How a list moves when the selection leaves the rows in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scrolling {
    /// By as little as it takes: the terminal moves the rest.
    #[default]
    Lines,
    /// By half a page: where every row in sight has to be sent again, that is once in many keys.
    HalfPages,
}

impl Scrolling {
    /// The first row in sight of `count` such that the cursor is in sight; before, it was `first`.
    pub fn first(self, first: usize, cursor: usize, page: usize, count: usize) -> usize {
        let page = page.max(1);
        let more = match self {
            Self::Lines => 0,
            Self::HalfPages => page / 2,
        };
        let first = if cursor < first {
            cursor.saturating_sub(more)
        } else if cursor >= first + page {
            cursor + 1 + more - page
        } else {
            first
        };
        first.min(count.saturating_sub(page))
    }
}

/// What all screens share.
#[derive(Debug)]
pub struct Common {
    /// The procedure that targets follow.
    pub procedure: Procedure,
    /// The county of the file.
    pub county: County,
    /// The person who acts and sees.
    pub user: User,
    /// The present, as last told.
    pub now: Now,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Whether the login may do nothing but this program's work: no files of the server, no shell.
    pub confined: bool,
    /// Whether the file can only be read now, as stands on every screen while it is so.
    pub read_only: bool,
    /// How lists move.
    pub scrolling: Scrolling,
    /// Of a text in sight the last line that may stand at its top, as whoever drew it last found; none where nothing is turned.
    pub end: Option<usize>,
    /// The line that tells what happened.
    pub notice: Option<Notice>,
    tickets: u64,
    effects: Vec<Effect>,
    steps: Vec<Step>,
    dirty: bool,
}

impl Common {
    /// The beginning: nothing asked yet.
    pub fn new(procedure: Procedure, county: County, user: User, now: Now, size: (u16, u16)) -> Self {
        let (effects, steps) = (Vec::new(), Vec::new());
        let scrolling = Scrolling::default();
        let (notice, tickets, confined, read_only) = (None, 0, false, false);
        let end = None;
        Self {
            procedure,
            county,
            user,
            now,
            size,
            confined,
            read_only,
            scrolling,
            end,
            notice,
            tickets,
            effects,
            steps,
            dirty: true,
        }
    }

    /// Asks the file; the answer carries the returned ticket.
    pub fn read(&mut self, ask: Ask) -> u64 {
        let ticket = self.ticket();
        self.effects.push(Effect::Read { ticket, ask });
        ticket
    }

    /// Wants the file changed; the answer carries the returned ticket.
    pub fn execute(&mut self, commands: Vec<Command>) -> u64 {
        self.execute_from(Origin::Screen, commands)
    }

    /// Wants what a file says taken; the answer carries the returned ticket.
    pub fn take_in(&mut self, commands: Vec<Command>) -> u64 {
        self.execute_from(Origin::Import, commands)
    }

    fn execute_from(&mut self, origin: Origin, commands: Vec<Command>) -> u64 {
        let ticket = self.ticket();
        self.effects.push(Effect::Execute { ticket, commands, origin });
        ticket
    }

    fn ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    /// Wants something done outside.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Wants something done inside, after this update.
    pub fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Puts a screen on top.
    pub fn open(&mut self, screen: Screen) {
        self.step(Step::Open(Box::new(screen)));
    }

    /// Leaves the screen on top.
    pub fn close(&mut self) {
        self.step(Step::Close);
    }

    /// Puts a popup on top.
    pub fn popup(&mut self, popup: Popup) {
        self.step(Step::Popup(Box::new(popup)));
    }

    /// Opens the popup again whose answer could not be carried out, with what was typed, and says why in it.
    pub fn again(&mut self, words: String) {
        self.step(Step::Again(words));
    }

    /// Goes on from a target to the next or the previous one of the queue.
    pub fn neighbour(&mut self, next: bool, from: TargetId) {
        self.step(Step::Neighbour { next, from });
    }

    /// A target was acted on in a screen above the queue: tells it, and the queue goes on to the next and can undo it.
    pub fn acted(&mut self, target: TargetId, version: u32, words: String) {
        self.tell(words.clone());
        self.step(Step::Acted { target, version, words });
    }

    /// Tells good news.
    pub fn tell(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::done(words.into(), self.now.at));
        self.touch();
    }

    /// Tells bad news.
    pub fn fail(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::error(words.into()));
        self.touch();
    }

    /// The file can only be read from now on, or can be written again.
    pub fn set_read_only(&mut self, now: bool) {
        if std::mem::replace(&mut self.read_only, now) != now {
            self.touch();
        }
    }

    /// Something changed that is on the screen.
    pub const fn touch(&mut self) {
        self.dirty = true;
    }

    /// Does something behind the screen: whatever changes by it is not seen.
    pub fn unseen(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.dirty;
        change(self);
        self.dirty = before;
    }

    /// Whether something on the screen changed since the last asking.
    pub const fn take_dirty(&mut self) -> bool {
        std::mem::replace(&mut self.dirty, false)
    }

    pub(super) fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_move_by_lines_or_by_half_a_page() {
        let (lines, halves) = (Scrolling::Lines, Scrolling::HalfPages);
        assert_eq!((lines.first(0, 29, 30, 100), halves.first(0, 29, 30, 100)), (0, 0));
        assert_eq!((lines.first(0, 30, 30, 100), halves.first(0, 30, 30, 100)), (1, 16));
        assert_eq!((lines.first(40, 39, 30, 100), halves.first(40, 39, 30, 100)), (39, 24));
        assert_eq!((lines.first(0, 99, 30, 100), halves.first(0, 99, 30, 100)), (70, 70));
        assert_eq!((lines.first(50, 2, 30, 3), halves.first(50, 2, 30, 3)), (0, 0));
    }
}
