//! `no-benefit`: the form has no 效益指标.

use super::reading::{First, Reading, Second};
use super::{Check, Lack, Notes, Place, Subject};
use crate::domain::handin::Severity;

pub(super) const CHECK: Check = Check::of_target("no-benefit", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let benefit =
        |one: &Reading<'_>| one.first == First::Benefit || (one.first == First::Other && one.second == Second::Benefit);
    if subject.indicators.iter().any(benefit) {
        return;
    }
    if subject.names_no_levels() || subject.names_own_levels() {
        return notes.cannot(Lack::Levels);
    }
    let found = notes.at(Place::Form, "");
    if subject.is_standing() {
        found.at_most(Severity::Hint);
    }
}
