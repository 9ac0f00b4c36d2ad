//! What the program gives out: whole, safe, and readable again.

pub(crate) mod assessment_forms;
mod cli;
pub(crate) mod documents;
mod evaluations;
pub(crate) mod round_trip;
