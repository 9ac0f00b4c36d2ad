//! State and update of the screens.
//!
//! Pure of terminal, SQL and clock: messages in, effects out.

pub mod effect;
pub mod key;
pub mod msg;
