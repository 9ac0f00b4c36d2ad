//! `unchanged-text`: all indicators are word for word those of the year before, while the amount moved. (The objective of the year
//! before is not in an evaluation; equal indicators with equal values say enough.)

use rust_decimal::Decimal;

use super::prior_year::year;
use super::{Check, Lack, Notes, Place, Subject, rule};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::measure::{Measure, squeeze};
use crate::domain::prior::percent;
use crate::domain::target::Indicator;

pub(super) const CHECK: Check = Check::of_target("unchanged-text", run);
/// Fewest indicators of which equality says something.
const FEWEST: usize = 3;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let Some(last) = subject.earlier.first() else { return notes.cannot(Lack::Prior) };
    let evaluation = last.evaluation;
    if subject.indicators.len() < FEWEST || !unchanged(subject, evaluation) {
        return;
    }
    let (Some(amount), Some(before)) = (subject.amount, evaluation.budget) else { return notes.cannot(Lack::Amount) };
    let Some(moved) = percent(Decimal::from(amount.0), Decimal::from(before.0)) else { return };
    if moved.abs() > rule::limit("unchanged-text") {
        let found = notes.at(Place::Form, subject.indicators.len().to_string());
        found.slot("year", year(evaluation)).slot("amount", amount.wan()).slot("before", before.wan());
        found.slot("change", moved.round_dp(0).normalize().to_string());
    }
}

/// Whether each indicator stands in the evaluation with the same name and value, and none is left over there.
fn unchanged(subject: &Subject<'_>, evaluation: &Evaluation) -> bool {
    let same = |one: &Indicator, other: &EvaluationIndicator| {
        let now = Measure::of_stored(one.sign, one.value.as_deref(), one.unit.as_deref());
        let then = Measure::of_stored(other.sign, other.target.as_deref(), other.unit.as_deref());
        squeeze(one.name()) == squeeze(other.l3.as_deref().unwrap_or_default())
            && squeeze(&now.written().value) == squeeze(&then.written().value)
    };
    subject.indicators.len() == evaluation.indicators.len()
        && subject.indicators.iter().all(|one| evaluation.indicators.iter().any(|other| same(one.of, other)))
}
