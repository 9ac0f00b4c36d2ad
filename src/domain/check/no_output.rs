//! `no-output`: the form has no 产出指标.

use super::reading::First;
use super::{Check, Lack, Notes, Place, Subject};
use crate::domain::handin::Severity;

pub(super) const CHECK: Check = Check::of_target("no-output", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.indicators.iter().any(|one| one.first == First::Output) {
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
