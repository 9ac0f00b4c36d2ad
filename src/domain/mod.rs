//! The field's words and rules: what a target, an indicator, a grade, a stage is, and what may happen to it.
//!
//! Pure: no I/O, no clock, no randomness, no SQL, no screen. Everything else stands on this room.

pub mod evaluation;
pub mod grade;
pub mod handin;
pub mod ids;
pub mod measure;
pub mod money;
pub mod objective;
pub mod people;
pub mod target;
pub mod time;
