//! `rate-as-quantity`: a 数量指标 is a rate: its unit is %, or its name ends in 率 and the like.

use super::reading::{Reading, Second};
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("rate-as-quantity", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| one.second == Second::Quantity) {
        if one.is_percentage() || is_rate(one) {
            notes.at(one.at(), one.of.measure_text());
        }
    }
}

/// Whether a name is a rate's; figures and brackets behind it aside.
pub(super) fn is_rate(one: &Reading<'_>) -> bool {
    let name = one.bare_name();
    words::ends(Group::RateEnding, name) && !words::ends(Group::NoRate, name)
}
