//! `below-prior`: a target asks for clearly less than was reached before, the direction taken into account. What a project costs as a
//! whole follows its amount and is no ambition.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::prior_year::{earlier, is_whole_cost, keeps_pace, year};
use super::{Check, Notes, Subject, rule};
use crate::domain::prior::{Change, change};

pub(super) const CHECK: Check = Check::of_target("below-prior", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (one, before, evaluation) in earlier(subject, notes) {
        let Change::Number { percent: Some(percent), ambition: Ordering::Less } = change(one.of, before) else {
            continue;
        };
        if percent.abs() <= rule::limit("below-prior")
            || is_whole_cost(one)
            || keeps_pace(subject, one, evaluation, percent)
        {
            continue;
        }
        let found = notes.at(one.at(), one.of.measure_text());
        found.slot("year", year(evaluation)).slot("actual", before.actual.as_deref().unwrap_or_default());
        found.slot("change", percent.abs().round_dp(0).max(Decimal::ONE).normalize().to_string());
    }
}
