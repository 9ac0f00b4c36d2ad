//! What the checks of evaluations share: points, and whether a reason is given.

use rust_decimal::Decimal;

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::measure::{says_nothing, squeeze};
use crate::domain::score;
use crate::domain::target::Indicator;

/// Weight and score (points), when both are numbers.
pub(super) fn points(one: &EvaluationIndicator) -> Option<(Decimal, Decimal)> {
    Some((score::points(one.weight.as_deref())?, score::points(one.score.as_deref())?))
}

/// Whether a reason of the deviation is given.
pub(super) fn has_reason(one: &EvaluationIndicator) -> bool {
    let reason = squeeze(one.reason.as_deref().unwrap_or_default());
    !says_nothing(&reason) && !matches!(reason.as_str(), "无" | "无偏差" | "没有" | "0")
}

/// The target value with its sign and unit.
pub(super) fn asked(one: &EvaluationIndicator) -> String {
    let asked = Indicator { sign: one.sign, value: one.target.clone(), unit: one.unit.clone(), ..Indicator::default() };
    asked.measure_text()
}
