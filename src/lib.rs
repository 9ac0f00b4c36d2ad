//! huishen (会审): reviews the performance targets (绩效目标) behind a county's budget.

rust_i18n::i18n!("data/lang", fallback = "zh");

pub mod app;
pub mod domain;
pub mod exchange;
pub mod term;
pub mod ui;
