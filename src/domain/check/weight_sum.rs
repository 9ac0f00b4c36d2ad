//! `weight-sum`: weights are given and sum to neither 90 (with 10 points for budget execution) nor 100.

use rust_decimal::Decimal;

use super::{Check, Lack, Notes, Place, Subject, rule};

pub(super) const CHECK: Check = Check::of_target("weight-sum", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let weights: Vec<Decimal> = subject.indicators.iter().filter_map(super::reading::Reading::weight).collect();
    if weights.is_empty() || weights.len() * 2 < subject.indicators.len() {
        return notes.cannot(Lack::Weights);
    }
    let sum: Decimal = weights.iter().sum();
    let whole = [rule::limit("weight-without-execution"), rule::limit("weight-whole")];
    // Weights may be written as shares of one.
    let fits = |limit: &Decimal| sum == *limit || sum * Decimal::ONE_HUNDRED == *limit;
    if !whole.iter().any(fits) {
        notes.at(Place::Form, sum.normalize().to_string());
    }
}
