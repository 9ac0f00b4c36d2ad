//! The state of the screens and how it changes; no SQL and no terminal.

pub mod key;
