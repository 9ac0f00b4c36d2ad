//! What the checks that look back share: this year's indicators beside the newest earlier evaluation that knows them.

use rust_decimal::Decimal;

use super::reading::{Reading, Second};
use super::{Lack, Notes, Subject};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::prior::percent;

/// Each indicator with its twin in the newest earlier evaluation; notes what cannot be compared at all.
pub(super) fn earlier<'s, 'a>(
    subject: &'s Subject<'a>,
    notes: &mut Notes,
) -> Vec<(&'s Reading<'a>, &'a EvaluationIndicator, &'a Evaluation)> {
    let Some(last) = subject.earlier.first() else {
        notes.cannot(Lack::Prior);
        return Vec::new();
    };
    let pair = |one: &'s Reading<'a>| {
        let twin = last.twins.get(one.place).copied().flatten()?;
        Some((one, last.evaluation.indicators.get(twin.place)?, last.evaluation))
    };
    let pairs: Vec<_> = subject.indicators.iter().filter_map(pair).collect();
    if pairs.is_empty() && !subject.indicators.is_empty() {
        notes.cannot(Lack::Twin);
    }
    pairs
}

/// Whether an indicator is what the project costs as a whole, or a part of it in plain money: that follows the amount.
pub(super) fn is_whole_cost(one: &Reading<'_>) -> bool {
    one.is_cost() && one.is_money()
}

/// Whether a quantity moved as the amount did: half the money for half the work is no lower ambition.
pub(super) fn keeps_pace(subject: &Subject<'_>, one: &Reading<'_>, evaluation: &Evaluation, moved: Decimal) -> bool {
    let before = evaluation.executed.or(evaluation.budget);
    let money = subject.amount.zip(before).and_then(|(now, then)| percent(Decimal::from(now.0), Decimal::from(then.0)));
    let pace = Decimal::TEN;
    one.second == Second::Quantity && money.is_some_and(|money| (money - moved).abs() <= pace)
}

/// The year of an evaluation in digits.
pub(super) fn year(evaluation: &Evaluation) -> String {
    evaluation.year.map_or_else(String::new, |year| year.to_string())
}
