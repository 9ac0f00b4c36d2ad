//! `indicator-orphan`: an indicator belongs to no item of the objective; satisfaction and cost need not. Nor need an effect of the project as a
//! whole: one stated in words only, one that must not occur at all, or growth.

use super::reading::{First, Reading};
use super::{Check, Lack, Notes, Subject};
use crate::domain::target::is_neutral;

pub(super) const CHECK: Check = Check::of_target("indicator-orphan", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.items.is_empty() {
        return notes.cannot(Lack::Objective);
    }
    if subject.links.is_empty() {
        return notes.cannot(Lack::Links);
    }
    for one in subject.indicators.iter().filter(|one| !is_neutral(one.of) && !is_of_the_whole(one)) {
        if !subject.links.iter().any(|link| link.indicator as usize == one.place && link.holds()) {
            notes.at(one.at(), one.of.name());
        }
    }
}

/// Whether an indicator is an effect that no single item of the objective has to name: improved conditions, no disputes, more visits.
fn is_of_the_whole(one: &Reading<'_>) -> bool {
    let none_at_all = || one.number().is_some_and(|number| number.is_zero());
    one.first == First::Benefit && (one.number().is_none() || none_at_all() || one.key.ends_with("增长率"))
}
