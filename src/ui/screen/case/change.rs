//! This year's target value against what was reached before, in a cell; the sentence is `domain::prior`'s.

use std::cmp::Ordering;

use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_i18n::t;

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::prior::words::{ambition_key, shown};
use crate::domain::prior::{Change, change};
use crate::domain::target::Indicator;
use crate::ui::look::Look;

/// The change in a few columns: `+9.1%严`, `-13%松`; nothing where nothing compares.
pub fn cell(indicator: &Indicator, earlier: &EvaluationIndicator) -> String {
    match change(indicator, earlier) {
        Change::Number { percent, ambition } => {
            let percent = percent.map_or_else(|| t!("case.change.from-zero").into_owned(), shown);
            t!("case.change.cell", percent = percent, ambition = t!(ambition_key("short", ambition))).into_owned()
        }
        Change::Words(true) => t!("case.change.same-words").into_owned(),
        Change::Words(false) => t!("case.change.other-words").into_owned(),
        Change::OtherKind => t!("case.change.other-kind").into_owned(),
        Change::NoNumber => String::new(),
    }
}

/// Whether this year asks for so much less than was reached that a reviewer should look: by more than a tenth.
pub fn is_loosened(indicator: &Indicator, earlier: &EvaluationIndicator) -> bool {
    match change(indicator, earlier) {
        Change::Number { percent, ambition: Ordering::Less } => percent.is_none_or(|one| one.abs() > Decimal::TEN),
        _ => false,
    }
}

/// How the cell looks: a loosened target is a warning, a higher one good.
pub fn style(indicator: &Indicator, earlier: &EvaluationIndicator, look: &Look) -> Style {
    match change(indicator, earlier) {
        Change::Number { ambition: Ordering::Greater, .. } => look.theme.good,
        _ if is_loosened(indicator, earlier) => look.theme.warning,
        _ => look.theme.dim,
    }
}
