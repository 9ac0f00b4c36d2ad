//! `far-above-prior`: a target asks for far more than was reached before: it may not be reached, or the earlier figure was wrong.

use std::cmp::Ordering;

use super::prior_year::{earlier, is_whole_cost, keeps_pace, year};
use super::{Check, Notes, Subject, rule};
use crate::domain::prior::{Change, change};

pub(super) const CHECK: Check = Check::of_target("far-above-prior", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (one, before, evaluation) in earlier(subject, notes) {
        let Change::Number { percent: Some(percent), ambition: Ordering::Greater } = change(one.of, before) else {
            continue;
        };
        if percent.abs() <= rule::limit("far-above-prior")
            || is_whole_cost(one)
            || keeps_pace(subject, one, evaluation, percent)
        {
            continue;
        }
        let found = notes.at(one.at(), one.of.measure_text());
        found.slot("year", year(evaluation)).slot("actual", before.actual.as_deref().unwrap_or_default());
        found.slot("change", percent.abs().round_dp(0).normalize().to_string());
    }
}
