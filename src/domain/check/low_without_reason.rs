//! `low-without-reason`: completion far from the target, or execution below nine tenths, and nobody says why. A ceiling that is
//! kept by far needs no reason.

use rust_decimal::Decimal;

use super::evaluated::has_reason;
use super::{Check, Evaluated, Notes, Place, rule};
use crate::domain::prior::Direction;
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("low-without-reason", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    for (place, one, completion) in subject.completed() {
        let Some(completion) = completion.filter(|_| !has_reason(one)) else { continue };
        let percent = completion * Decimal::ONE_HUNDRED;
        let above = percent > rule::limit("completion-high") && score::direction_of(one) == Some(Direction::More);
        if percent < rule::limit("completion-low") || above {
            let found = notes.at(Place::Indicator(place), one.actual.as_deref().unwrap_or_default());
            found.slot("percent", percent.round_dp(0).normalize().to_string());
        }
    }
    execution(subject, notes);
}

fn execution(subject: &Evaluated<'_>, notes: &mut Notes) {
    let evaluation = subject.evaluation;
    let Some(points) = score::execution(evaluation.budget, evaluation.executed) else { return };
    let percent = points * Decimal::TEN;
    if percent < rule::limit("execution-low") && !evaluation.indicators.iter().any(has_reason) {
        let said = evaluation.executed.map(crate::domain::money::Money::wan).unwrap_or_default();
        let found = notes.at(Place::Form, said);
        found.slot("variant", "execution").slot("percent", percent.round_dp(1).normalize().to_string());
    }
}
