//! `no-cost`: the form has no 成本指标 at either level.

use super::{Check, Lack, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("no-cost", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.indicators.iter().any(super::reading::Reading::is_cost) {
        return;
    }
    if subject.names_no_levels() {
        return notes.cannot(Lack::Levels);
    }
    notes.at(Place::Form, "");
}
