//! This year's target value against what was reached before, in a cell and in a sentence.

use std::cmp::Ordering;

use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_i18n::t;

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::prior::{Change, change};
use crate::domain::target::Indicator;
use crate::ui::look::Look;

/// Percent from which on no more is shown than that it is more.
const MOST: i64 = 999;
/// Percent from which on tenths are left out.
const WHOLE: i64 = 10;

/// The change in a few columns: `+9.1%严`, `-13%松`; nothing where nothing compares.
pub fn cell(indicator: &Indicator, earlier: &EvaluationIndicator) -> String {
    match change(indicator, earlier) {
        Change::Number { percent, ambition } => {
            let percent = percent.map_or_else(|| t!("case.change.from-zero").into_owned(), shown);
            t!("case.change.cell", percent = percent, ambition = t!(key("short", ambition))).into_owned()
        }
        Change::Words(true) => t!("case.change.same-words").into_owned(),
        Change::Words(false) => t!("case.change.other-words").into_owned(),
        Change::OtherKind => t!("case.change.other-kind").into_owned(),
        Change::NoNumber => String::new(),
    }
}

/// The change in a sentence; nothing where nothing compares.
pub fn sentence(indicator: &Indicator, earlier: &EvaluationIndicator, year: &str) -> String {
    match change(indicator, earlier) {
        Change::Number { percent, ambition } => {
            let ambition = t!(key("long", ambition));
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

fn key(length: &str, ambition: Ordering) -> String {
    let word = match ambition {
        Ordering::Greater => "more",
        Ordering::Less => "less",
        Ordering::Equal => "same",
    };
    format!("case.change.{word}-{length}")
}

/// A percentage with its sign: tenths below ten, and no more than that it is above 999.
fn shown(percent: Decimal) -> String {
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
