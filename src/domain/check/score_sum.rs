//! `score-sum`: the total is not the sum of its parts: the indicators' scores and, where their weights sum to 90, the points for
//! budget execution. Weights that sum to anything else are no whole form, so nothing is said.

use rust_decimal::Decimal;

use super::evaluated::points;
use super::{Check, Evaluated, Lack, Notes, Place, rule};
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("score-sum", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    let evaluation = subject.evaluation;
    let parts: Option<Vec<_>> = evaluation.indicators.iter().map(points).collect();
    let (Some(total), Some(parts)) =
        (score::points(evaluation.score.as_deref()), parts.filter(|parts| !parts.is_empty()))
    else {
        return notes.cannot(Lack::Scores);
    };
    let weights: Decimal = parts.iter().map(|(weight, _)| weight).sum();
    let sum: Decimal = parts.iter().map(|(_, score)| score).sum();
    let tolerance = rule::limit("score-tolerance");
    let execution = total - sum;
    let fits = if weights == rule::limit("weight-whole") {
        execution.abs() <= tolerance
    } else if weights == rule::limit("weight-without-execution") {
        let due = score::execution(evaluation.budget, evaluation.executed);
        let possible = (Decimal::ZERO..=score::EXECUTION).contains(&execution);
        possible && due.is_none_or(|due| (execution - due).abs() <= tolerance)
    } else {
        return;
    };
    if !fits {
        let found = notes.at(Place::Form, total.normalize().to_string());
        found.slot("sum", sum.normalize().to_string());
        if weights != rule::limit("weight-whole") {
            let due = score::execution(evaluation.budget, evaluation.executed).unwrap_or(score::EXECUTION);
            found.slot("variant", "execution").slot("due", due.round_dp(2).normalize().to_string());
        }
    }
}
