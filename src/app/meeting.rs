//! The way back: who was in a meeting when the program ended, however it ended, is in its room again at the next start.
//!
//! Being in a meeting is what the file says (an open session, a seat, noted as present), so that it holds after a kill, on another
//! machine, and for who only comes now. Whoever is already at something else, or is not noted as present, is told and not moved.

use rust_i18n::t;

use super::action::Action;
use super::effect::Ask;
use super::screen::Screen;
use super::screen::session::Room;
use super::state::App;
use crate::domain::session::view::Meeting;

/// Whether there is a meeting to go back to, while that is asked.
#[derive(Debug, Default)]
pub(super) struct Return {
    ticket: Option<u64>,
    /// Whether the person began to do something in the meantime.
    busy: bool,
}

impl App {
    /// Goes into the room of the meeting in which the person is, if there is one; to be called before [`App::start`].
    pub fn return_to_meeting(&mut self) {
        self.back = Some(Return::default());
    }

    /// Asks for the meeting, if it is to be gone back to.
    pub(super) fn ask_meeting(&mut self) {
        if let Some(back) = &mut self.back {
            back.ticket = Some(self.common.read(Ask::Meeting));
        }
    }

    /// The person does something: what comes now must not take it from under their hands.
    pub(super) fn busy(&mut self) {
        if let Some(back) = &mut self.back {
            back.busy = true;
        }
    }

    /// Takes the answer.
    pub(super) fn found_meeting(&mut self, ticket: u64, meeting: Option<&Meeting>) {
        let Some(Return { busy, .. }) = self.back.take_if(|back| back.ticket == Some(ticket)) else { return };
        let Some(Meeting { id, name, present }) = meeting else { return };
        if busy || !present {
            let keys = self.keymap.keys(Action::Sessions);
            let key = keys.first().map(ToString::to_string).unwrap_or_default();
            return self.common.tell(t!("meeting.goes-on", name = name, key = key));
        }
        let room = Room::open(*id, &mut self.common);
        self.screens.push(Screen::Room(Box::new(room)));
        self.common.tell(t!("meeting.back", name = name));
    }
}
