//! The terminal: the only room that uses crossterm.
//!
//! Owns how bytes become keys and how cells become bytes, and gives the terminal back whatever happens. It knows
//! nothing of the program's subject; the one type that it shares is the key ([`crate::app::key`]).
//!
//! `session` takes and gives back · `backend` makes frames of what `painter` draws, with `kept`, `scroll`,
//! `pen`, `motion`, `symbol`, `tidy` · `input`
//! reads, with `decode` and `csi` · `probe` asks · `caps` guesses · `signals`, `clipboard`, `tty`, `writer` are the device.

mod backend;
mod caps;
mod clipboard;
mod csi;
mod decode;
mod event;
mod input;
mod kept;
mod motion;
mod painter;
mod pen;
mod probe;
mod scroll;
mod session;
mod signals;
mod symbol;
mod tidy;
mod tty;
mod writer;

pub use backend::{Backend, Laid, SyncUpdates};
pub use caps::{Caps, Depth, TerminalKind};
pub use event::{Button, Event, Mouse, MouseKind, Signal};
pub use kept::LineId;
pub use probe::{AmbiguousWidth, Findings};
pub use session::{Options, Session};
pub use tty::{restore, size};
