//! huishen (会审): reviews the performance targets (绩效目标) behind a county's budget.
//!
//! A keyboard-driven terminal program over one shared SQLite file. The rooms of the house, each knowing only those to its right:
//!
//! ```text
//! main → cli → run → term                     the terminal: bytes and keys
//!                  → ui → app → domain         drawing → state of the screens → the field's words and rules
//!                  → store    → domain         the file: journal, tables, reads
//!                  → exchange → domain         workbooks in and out
//! ```
//!
//! One way to change anything: a `Command` is decided by `domain::decide` on the facts of the file; the events that follow go to the journal and
//! the tables in one transaction (`store`). `tests/layers.rs` watches the arrows; `docs/architecture.md` tells why.

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod lang;
pub mod run;
pub mod store;
pub mod term;
pub mod ui;

rust_i18n::i18n!(fallback = "zh", backend = lang::Texts);
