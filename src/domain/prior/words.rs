//! This year's target value against what was reached before, in words.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_i18n::t;

use super::{Change, change};
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::target::Indicator;

/// Percent from which on no more is shown than that it is more.
const MOST: i64 = 999;
/// Percent from which on tenths are left out.
const WHOLE: i64 = 10;

/// The change in a sentence; nothing where nothing compares.
pub fn sentence(indicator: &Indicator, earlier: &EvaluationIndicator, year: &str) -> String {
    match change(indicator, earlier) {
        Change::Number { percent, ambition } => {
            let ambition = t!(ambition_key("long", ambition));
            match percent {
                Some(percent) => {
                    t!("case.change.sentence", year = year, percent = shown(percent), ambition = ambition).into_owned()
                }
                None => t!("case.change.sentence-from-zero", year = year, ambition = ambition).into_owned(),
            }
        }
        Change::Words(true) => t!("case.change.sentence-same-words", year = year).into_owned(),
        Change::OtherKind => t!("case.change.sentence-other-kind", year = year).into_owned(),
        Change::Words(false) | Change::NoNumber => String::new(),
    }
}

/// The key of the word for whether this year asks for more; `short` for a table, `long` for a sentence.
pub fn ambition_key(length: &str, ambition: Ordering) -> String {
    let word = match ambition {
        Ordering::Greater => "more",
        Ordering::Less => "less",
        Ordering::Equal => "same",
    };
    format!("case.change.{word}-{length}")
}

/// A percentage with its sign: tenths below ten, and no more than that it is above 999.
pub fn shown(percent: Decimal) -> String {
    let size = percent.abs();
    let sign = if percent.is_sign_negative() && !percent.is_zero() { "-" } else { "+" };
    if size > Decimal::from(MOST) {
        return format!("{sign}>{MOST}%");
    }
    let size = if size < Decimal::from(WHOLE) { size } else { size.round() }.normalize();
    if size.is_zero() { "0%".to_owned() } else { format!("{sign}{size}%") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_short() {
        for (tenths, text) in
            [(91, "+9.1%"), (-126, "-13%"), (0, "0%"), (30, "+3%"), (123_456, "+>999%"), (-1000, "-100%")]
        {
            assert_eq!(shown(Decimal::new(tenths, 1)), text);
        }
    }
}
