//! Tests across rooms; one module a concern.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

mod assess;
mod backup;
mod bad_input;
mod checks;
mod cli;
mod corpus;
mod escapes;
// Its `main` is the example's.
#[allow(dead_code)]
#[path = "../../examples/evidence/main.rs"]
mod evidence;
mod forms;
mod hostile;
mod identity;
mod journal;
mod lang;
mod library;
mod links;
mod measure;
mod meeting;
mod minutes;
mod out;
mod preparation;
mod procedure;
mod promises;
mod readme;
mod registers;
mod rights;
mod screens;
// Its `main` is the example's.
#[allow(dead_code)]
#[path = "../../examples/screenshots.rs"]
mod screenshots;
mod sources;
mod sshd;
mod store;
mod terminal;
mod units;
mod unusable;
mod year;
