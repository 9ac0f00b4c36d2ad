//! `no-satisfaction`: the form has no 满意度指标, at whatever level and whatever it is called.

use super::satisfaction::speaks_of_it;
use super::{Check, Lack, Notes, Place, Subject};
use crate::domain::handin::Severity;

pub(super) const CHECK: Check = Check::of_target("no-satisfaction", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    // One that stands in the wrong place is `satisfaction-misplaced`, not missing.
    if subject.indicators.iter().any(|one| one.is_satisfaction() || speaks_of_it(one)) {
        return;
    }
    if subject.names_no_levels() {
        return notes.cannot(Lack::Levels);
    }
    let found = notes.at(Place::Form, "");
    if subject.is_standing() {
        found.at_most(Severity::Hint);
    }
}
