//! The scoring rule of self-evaluation (财预〔2020〕10号): what share of its points an indicator earns for what was reached.
//!
//! Quantitative: positive = actual ÷ target, reverse = target ÷ actual, both capped at the whole; a target of 0 on a reverse indicator
//! is met by 0 and by nothing else. Qualitative: met 100–80 %, partly met 80–60 %, not met 60–0 %. Budget execution: its rate × 10 points.
//! Owns the rule; what to make of a score that departs from it is the checks'.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::evaluation::EvaluationIndicator;
use super::measure::{Measure, Sign, Value, decimal, says_nothing, squeeze};
use super::money::Money;
use super::prior::{Direction, Quantity, direction, reached};

/// Points for budget execution where the indicators' weights sum to 90.
pub const EXECUTION: Decimal = Decimal::TEN;

/// Words of an actual that say that a target in words was met, only partly, or not.
const MET: [&str; 9] =
    ["完成", "已完成", "全部完成", "达成", "达成预期指标", "达到预期", "达到预期目标", "达标", "按期完成"];
const PARTLY: [&str; 6] =
    ["基本完成", "部分完成", "部分达成", "基本达成", "部分达成预期指标", "部分达成预期指标并具有一定效果"];
const NOT: [&str; 7] =
    ["未完成", "未达成", "未达标", "未达到预期", "未开展", "未达成预期指标", "未达成预期指标且效果较差"];

/// What share of its points an indicator earns, from 0 to 1. A rule for numbers gives one share, one for words a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// At least so much.
    pub least: Decimal,
    /// At most so much.
    pub most: Decimal,
}

impl Share {
    fn exactly(share: Decimal) -> Self {
        let share = share.clamp(Decimal::ZERO, Decimal::ONE);
        Self { least: share, most: share }
    }

    fn band(least: i64, most: i64) -> Self {
        Self { least: Decimal::new(least, 2), most: Decimal::new(most, 2) }
    }
}

/// The share of its points that an indicator earns; `None` when target and actual do not compare.
pub fn share(one: &EvaluationIndicator) -> Option<Share> {
    share_at(one, completion(one))
}

/// As [`share`], of an indicator whose [`completion`] is known.
pub fn share_at(one: &EvaluationIndicator, completion: Option<Decimal>) -> Option<Share> {
    match completion {
        Some(completion) => Some(Share::exactly(completion)),
        None => in_words(one),
    }
}

/// Whether the actual meets the target, by its [`completion`] or in the same words. `None` when they do not compare.
pub fn is_met(one: &EvaluationIndicator, completion: Option<Decimal>) -> Option<bool> {
    if let Some(completion) = completion {
        return Some(completion >= Decimal::ONE);
    }
    let (target, actual) = (plain(one.target.as_deref()), plain(one.actual.as_deref()));
    (!target.is_empty() && target == actual).then_some(true)
}

/// How far a numeric target was reached: actual ÷ target, or target ÷ actual for a reverse indicator; 1 is all of it, and it may
/// be more. `None` without two numbers of one kind.
pub fn completion(one: &EvaluationIndicator) -> Option<Decimal> {
    let asked = target(one);
    let sign = asked.sign;
    let (target, actual) = (Quantity::of(&asked)?, reached(one)?);
    if !target.compares(&actual) {
        return None;
    }
    let (target, actual) = (target.number, actual.number);
    match direction_under(sign, one)? {
        Direction::More if target.is_zero() => Some(Decimal::ONE),
        Direction::More => actual.checked_div(target),
        Direction::Less if target.is_zero() => {
            Some(if actual.cmp(&target) == Ordering::Greater { Decimal::ZERO } else { Decimal::ONE })
        }
        Direction::Less if actual.is_zero() => Some(Decimal::ONE),
        Direction::Less => target.checked_div(actual),
    }
}

/// Which way is better for an evaluated indicator.
pub fn direction_of(one: &EvaluationIndicator) -> Option<Direction> {
    direction_under(target(one).sign, one)
}

/// The same where the sign of its target value is known.
pub fn direction_under(sign: Option<Sign>, one: &EvaluationIndicator) -> Option<Direction> {
    let level: String = [one.l1.as_deref(), one.l2.as_deref()].into_iter().flatten().collect();
    direction(sign, &level, one.l3.as_deref().unwrap_or_default())
}

/// An evaluated indicator's target value.
pub fn target(one: &EvaluationIndicator) -> Measure {
    Measure::of_stored(one.sign, one.target.as_deref(), one.unit.as_deref())
}

/// The points for budget execution: executed ÷ budget × 10, at most 10. `None` when either is not stated or the budget is 0.
pub fn execution(budget: Option<Money>, executed: Option<Money>) -> Option<Decimal> {
    let rate = Decimal::from(executed?.0).checked_div(Decimal::from(budget?.0))?;
    Some((rate * EXECUTION).clamp(Decimal::ZERO, EXECUTION))
}

/// Whether the actual of a numeric target is no number (完成).
pub fn is_text_for_number(one: &EvaluationIndicator) -> bool {
    let numeric = matches!(target(one).value, Value::Number(_) | Value::Range(..));
    let actual = squeeze(one.actual.as_deref().unwrap_or_default());
    let figure = |letter: char| letter.is_numeric() || "一二三四五六七八九十百千万亿零两".contains(letter);
    numeric && !says_nothing(&actual) && !actual.contains(figure)
}

/// Points as written; `None` when they are no number.
pub fn points(text: Option<&str>) -> Option<Decimal> {
    decimal(squeeze(text?).trim_end_matches('分'))
}

fn in_words(one: &EvaluationIndicator) -> Option<Share> {
    let asked = target(one);
    if !matches!(asked.value, Value::Text(_)) && asked.sign != Some(Sign::Qualitative) {
        return None;
    }
    let (target, actual) = (plain(one.target.as_deref()), plain(one.actual.as_deref()));
    let says = |words: &[&str]| words.contains(&actual.as_str());
    if says(&NOT) {
        Some(Share::band(0, 60))
    } else if says(&PARTLY) {
        Some(Share::band(60, 80))
    } else {
        (target == actual || says(&MET)).then(|| Share::band(80, 100))
    }
}

/// A text without blanks and closing marks; empty when it says nothing.
fn plain(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    if says_nothing(text) { String::new() } else { squeeze(text).trim_end_matches(['。', '.', ';']).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(level: &str, sign: Option<Sign>, target: &str, unit: &str, actual: &str) -> EvaluationIndicator {
        EvaluationIndicator {
            l2: Some(level.to_owned()),
            l3: Some("指标".to_owned()),
            sign,
            target: Some(target.to_owned()),
            unit: Some(unit.to_owned()),
            actual: Some(actual.to_owned()),
            ..EvaluationIndicator::default()
        }
    }

    #[test]
    fn shares_follow_the_direction_and_are_capped() {
        let quantity = "数量指标";
        for (sign, target, actual, share) in [
            (Some(Sign::AtLeast), "60", "36", "0.6"),
            (Some(Sign::AtLeast), "60", "90场", "1"),
            (Some(Sign::Equal), "80", "80", "1"),
            (Some(Sign::AtMost), "10", "20", "0.5"),
            (Some(Sign::AtMost), "10", "5", "1"),
            (Some(Sign::AtMost), "0", "0", "1"),
            (Some(Sign::AtMost), "0", "1", "0"),
            (Some(Sign::AtMost), "5", "0", "1"),
            (None, "100", "83.5", "0.835"),
        ] {
            let found = super::share(&one(quantity, sign, target, "场", actual)).unwrap();
            assert_eq!(
                (found.least, found.most),
                (share.parse().unwrap(), share.parse().unwrap()),
                "{target} {actual}"
            );
        }
        let cost = one("成本指标", None, "20", "万元", "25万元");
        assert_eq!(
            super::share(&cost).unwrap().most,
            "0.8".parse().unwrap(),
            "a cost without sign is better when less"
        );
    }

    #[test]
    fn words_give_bands() {
        let said = |target: &str, actual: &str| {
            super::share(&one("社会效益指标", Some(Sign::Qualitative), target, "", actual)).map(|share| share.most)
        };
        assert_eq!(said("有效提高", "有效提高"), Some(Decimal::ONE));
        assert_eq!(said("有效提高", "部分完成"), Some(Decimal::new(80, 2)));
        assert_eq!(said("有效提高", "未完成"), Some(Decimal::new(60, 2)));
        assert_eq!(said("有效提高", "稳步推进中"), None);
        assert_eq!(super::share(&one("数量指标", None, "100", "人", "完成")), None, "a number is not met by a word");
    }

    #[test]
    fn execution_is_its_rate() {
        assert_eq!(execution(Some(Money(86_000_000)), Some(Money(43_000_000))), Some(5.into()));
        assert_eq!(execution(Some(Money(100)), Some(Money(120))), Some(10.into()));
        assert_eq!(execution(Some(Money(0)), Some(Money(0))), None);
        assert_eq!(execution(None, Some(Money(1))), None);
    }
}
