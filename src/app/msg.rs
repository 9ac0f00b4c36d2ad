//! What reaches the screens: keys, pasted text, answers, and word that the file changed.

use super::effect::Reply;
use super::key::Key;
use crate::domain::people::User;
use crate::domain::time::Now;

/// Something that reaches the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// Text pasted in one piece; goes to a field or nowhere, never as commands.
    Paste(String),
    /// The screen's new size in columns and rows.
    Resize(u16, u16),
    /// An answer to the question or wish of a ticket.
    Answer {
        /// Its ticket.
        ticket: u64,
        /// The answer.
        reply: Reply,
    },
    /// Somebody changed the file: read again what the screen shows.
    Bell,
    /// The person was switched.
    Person(User),
    /// Time went on: a notice may expire, waiting days may have grown.
    Clock(Now),
    /// The terminal is about to close: keep what is typed.
    Closing,
}
