//! huishen (会审): reviews the performance targets (绩效目标) behind a county's budget.

pub mod app;
pub mod term;
pub mod ui;

rust_i18n::i18n!("data/lang", fallback = "zh");
