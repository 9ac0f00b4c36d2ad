//! `cost-sign`: a 成本指标 in money has ≥ or >: it would be met by spending more. Money saved is rightly "at least".

use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("cost-sign", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| one.is_cost() && one.in_money()) {
        if one.asks_for_more() && !words::has(Group::Saving, &one.name) {
            notes.at(one.at(), one.of.measure_text());
        }
    }
}
