//! `indicator-orphan`: an indicator belongs to no item of the objective; satisfaction and cost need not. Nor need an effect of the project as a
//! whole: one stated in words only, one that must not occur at all, growth, who benefits, how long what is built will serve. Nor need the levels of
//! decision and management. What should be no indicator at all ([`super::execution_as_indicator`]) is told once.

use super::execution_as_indicator::is_execution;
use super::reading::{First, Reading};
use super::words::{self, Group};
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
    let needs_one = |one: &&Reading<'_>| {
        !is_neutral(one.of) && !is_of_the_whole(one) && !is_execution(&one.name) && !is_of_management(one)
    };
    for one in subject.indicators.iter().filter(needs_one) {
        if !subject.links.iter().any(|link| link.indicator as usize == one.place && link.holds()) {
            notes.at(one.at(), one.of.name());
        }
    }
}

/// Whether an indicator measures how the project is decided upon and managed (决策, 过程), which no objective names.
fn is_of_management(one: &Reading<'_>) -> bool {
    let level = one.of.l1.as_deref().unwrap_or_default();
    one.first == First::Other && words::has(Group::Management, level)
}

/// Whether an indicator is an effect that no single item of the objective has to name: improved conditions, no disputes, more visits.
fn is_of_the_whole(one: &Reading<'_>) -> bool {
    let none_at_all = || one.number().is_some_and(|number| number.is_zero());
    let of_all = || words::has(Group::OfAll, &one.key) && !one.is_percentage();
    one.first == First::Benefit && (one.number().is_none() || none_at_all() || one.key.ends_with("增长率") || of_all())
}
