//! How this year's target value stands to what was reached before.
//!
//! Owns the direction of an indicator: whether more or less is better. Only numbers of one kind compare; words compare as words.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::measure::{Measure, Sign, Value, squeeze};
use crate::domain::target::Indicator;

/// Parts of names of which less is better, when the sign does not say.
const UNWANTED: [&str; 16] = [
    "投诉", "事故", "死亡", "伤亡", "流失", "受害", "发病", "病死", "返贫", "差错", "违法", "违规", "超标", "失业",
    "辍学", "超支",
];

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 正向: more is better.
    More,
    /// 反向: less is better.
    Less,
}

/// This year's target value beside an earlier actual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Two numbers of one kind.
    Number {
        /// The change in percent of the earlier actual, with one decimal; `None` when that was 0.
        percent: Option<Decimal>,
        /// `Greater` asks for more than was reached, `Less` for less, by the indicator's direction.
        ambition: Ordering,
    },
    /// Two texts; whether they are the same.
    Words(bool),
    /// A number beside words, or nothing.
    NoNumber,
    /// Two numbers of different kinds.
    OtherKind,
}

/// Which way is better for an indicator: by its sign, else by its level and name.
pub fn direction(sign: Option<Sign>, level: &str, name: &str) -> Option<Direction> {
    let less = || level.contains("成本") || UNWANTED.iter().any(|word| name.contains(word));
    match sign {
        Some(Sign::AtLeast | Sign::MoreThan) => Some(Direction::More),
        Some(Sign::AtMost | Sign::LessThan) => Some(Direction::Less),
        Some(Sign::Equal) | None => Some(if less() { Direction::Less } else { Direction::More }),
        Some(Sign::Within | Sign::Qualitative) => None,
    }
}

/// This year's target value beside an earlier actual.
pub fn change(indicator: &Indicator, earlier: &EvaluationIndicator) -> Change {
    let asked = Measure::of_stored(indicator.sign, indicator.value.as_deref(), indicator.unit.as_deref());
    let (Some(target), Some(actual)) = (Quantity::of(&asked), reached(earlier)) else {
        return words(&asked, earlier.actual.as_deref().unwrap_or_default());
    };
    if !target.compares(&actual) {
        return Change::OtherKind;
    }
    let levels = [indicator.l1.as_deref(), indicator.l2.as_deref()];
    let level: String = levels.into_iter().flatten().collect();
    let Some(direction) = direction(asked.sign, &level, indicator.name()) else { return Change::NoNumber };
    let order = target.number.cmp(&actual.number);
    Change::Number {
        percent: percent(target.number, actual.number),
        ambition: if direction == Direction::More { order } else { order.reverse() },
    }
}

/// The change from an earlier number in percent of it, with one decimal; `None` from 0.
pub fn percent(now: Decimal, before: Decimal) -> Option<Decimal> {
    let share = now.checked_sub(before)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before.abs())?;
    Some(share.round_dp(1).normalize())
}

fn words(asked: &Measure, actual: &str) -> Change {
    let said = |text: &str| squeeze(text).trim_end_matches(['。', '.']).to_owned();
    match &asked.value {
        Value::Text(text) if !said(actual).is_empty() => Change::Words(said(text) == said(actual)),
        _ => Change::NoNumber,
    }
}

/// What an earlier indicator reached, as a number with its kind: in the actual's own unit, else in the indicator's.
pub fn reached(earlier: &EvaluationIndicator) -> Option<Quantity> {
    let mut measure = Measure::read(earlier.actual.as_deref()?);
    if measure.unit.is_none() {
        measure.unit = earlier.unit.clone().filter(|unit| !unit.trim().is_empty());
    }
    Quantity::of(&measure)
}

/// The same as a number alone.
pub fn actual(earlier: &EvaluationIndicator) -> Option<Decimal> {
    reached(earlier).map(|quantity| quantity.number)
}

/// How this year's target value stands to an earlier actual: `Greater` asks for more than was reached, `Less` for less,
/// with the direction taken into account (a lower ceiling asks for more). `None` without two numbers of one kind.
pub fn ambition(indicator: &Indicator, earlier: &EvaluationIndicator) -> Option<Ordering> {
    match change(indicator, earlier) {
        Change::Number { ambition, .. } => Some(ambition),
        _ => None,
    }
}
