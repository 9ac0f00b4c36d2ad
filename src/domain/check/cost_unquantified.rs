//! `cost-unquantified`: a 成本指标 has no number.

use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("cost-unquantified", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| one.is_cost()) {
        if !one.valueless() && one.of.value.is_some() && !one.has_figure() {
            notes.at(one.at(), one.of.measure_text());
        }
    }
}
