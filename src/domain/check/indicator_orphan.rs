//! `indicator-orphan`: an indicator belongs to no item of the objective; satisfaction and cost need not.

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
    for one in subject.indicators.iter().filter(|one| !is_neutral(one.of)) {
        if !subject.links.iter().any(|link| link.indicator as usize == one.place && link.holds()) {
            notes.at(one.at(), one.of.name());
        }
    }
}
