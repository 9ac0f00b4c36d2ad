//! `cost-unquantified`: a 成本指标 has no number. What others bear (社会成本, 生态环境成本) may be said in words.

use super::reading::Second;
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("cost-unquantified", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| one.is_cost() && one.second != Second::OutsideCost) {
        if !one.valueless() && one.of.value.is_some() && !one.has_figure() {
            notes.at(one.at(), one.of.measure_text());
        }
    }
}
