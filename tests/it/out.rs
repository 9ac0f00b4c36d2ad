//! What the program gives out: whole, safe, and readable again.

mod cli;
mod documents;
mod round_trip;
