//! Formulas that are none: a program that writes `=22个` into a cell makes a formula of it, without a result.

use crate::domain::measure::{Measure, Sign};

/// The text of a value that was written with its sign (`=22个`, `=100%`). `None` for what really is computed.
pub fn constant(formula: &str) -> Option<String> {
    // References and functions have letters.
    if formula.is_empty() || formula.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let text = format!("={}", formula.trim());
    let measure = Measure::read(&text);
    (measure.written().sign == Some(Sign::Equal) && measure.value.number().is_some()).then_some(text)
}
