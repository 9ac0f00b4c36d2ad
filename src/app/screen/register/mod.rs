//! The registers of the year: one tab a register, its records by year and words, one record with its history, and the forms in which
//! records are made, corrected and removed.
//!
//! `list` is the screen with the tabs · `record` one record · `keep` the forms, which both share · `unsent` what is typed into them and not sent.

mod keep;
mod list;
mod record;
mod unsent;

pub use list::Registers;
pub use record::RecordScreen;
