//! What the program gives out: whole, safe, and readable again.

mod cli;
mod documents;
pub(crate) mod round_trip;
