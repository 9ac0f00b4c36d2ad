//! What the program gives out: whole, safe, and readable again.

mod cli;
pub(crate) mod documents;
pub(crate) mod round_trip;
