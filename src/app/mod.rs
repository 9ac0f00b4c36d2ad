//! State and update of the screens.
//!
//! Pure of terminal, SQL and clock: messages in, effects out.
//!
//! | what | where |
//! |---|---|
//! | the state, and what happens to a message; what waits for its rows | `state`, `dispatch`, `held` |
//! | what can be done, and by which keys | `action`, `keymap`, `rights`, `reason` |
//! | the screens, the forms, and what lies over them | `screen`, `form`, `popup`, `notice` |
//! | what screens share and how they leave wishes | `common`, `effect`, `msg`, `key` |
//! | documents that go out | `outlet` |
//! | the place that is kept for the next start; the way back into a meeting | `place`, `meeting` |

pub mod action;
mod begun;
pub mod common;
pub mod effect;
pub mod field;
pub mod form;
pub mod key;
pub mod keymap;
pub mod line;
pub mod msg;
pub mod notice;
pub mod outlet;
pub mod place;
pub mod popup;
pub mod reason;
pub mod rights;
pub mod screen;
pub mod walk;

mod dispatch;
mod held;
mod meeting;
mod state;

pub use state::App;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
