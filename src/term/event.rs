//! What the terminal tells the program: keys, pastes, sizes, signals, answers to the probe.
//!
//! Pure data. It must not know what any of it means to the program.

use super::probe::Findings;
use crate::app::key::{Key, Mods};

/// One thing that happened at the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted: line ends are `\n`, and there are no control characters but `\n` and tab.
    Paste(String),
    /// The terminal has a new size: columns, rows.
    Resize(u16, u16),
    /// The terminal's window gained or lost the focus.
    Focus(bool),
    /// The mouse moved or a button changed.
    Mouse(Mouse),
    /// The system wants something.
    Signal(Signal),
    /// The terminal answered the probe.
    Probed(Findings),
    /// Bytes arrived that are not UTF-8: the terminal probably sends GBK.
    Garbled,
}

/// What the system wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The terminal is gone (SIGHUP, or the end of the input).
    Hangup,
    /// Someone asks the program to end (SIGTERM).
    Terminate,
    /// An interrupt from outside (SIGINT); Ctrl-C typed here is a key.
    Interrupt,
    /// Someone asks the program to stop for now (SIGTSTP).
    Stop,
    /// The program goes on after a stop (SIGCONT).
    Continue,
}

/// A mouse report; columns and rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What happened.
    pub kind: MouseKind,
    /// The column.
    pub column: u16,
    /// The row.
    pub row: u16,
    /// What was held.
    pub mods: Mods,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// A button went down.
    Press(Button),
    /// A button went up.
    Release(Button),
    /// The mouse moved with a button down.
    Drag(Button),
    /// The mouse moved.
    Move,
    /// The wheel turned away from the user.
    ScrollUp,
    /// The wheel turned towards the user.
    ScrollDown,
}

/// A mouse button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The left button.
    Left,
    /// The middle button.
    Middle,
    /// The right button.
    Right,
}
