//! `no-cost`: the form has no 成本指标 at either level.

use super::{Check, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("no-cost", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if !subject.indicators.iter().any(super::reading::Reading::is_cost) {
        notes.at(Place::Form, "");
    }
}
