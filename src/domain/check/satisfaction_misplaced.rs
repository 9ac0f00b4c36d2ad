//! `satisfaction-misplaced`: a satisfaction indicator stands outside 满意度指标, or something else inside it. A form
//! with levels of management (投入管理, 过程) and without 满意度指标 has satisfaction among its effects by its own order.

use super::indicator_orphan::is_of_management;
use super::reading::{First, Reading};
use super::satisfaction::speaks_of_it;
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("satisfaction-misplaced", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let satisfied = |one: &Reading<'_>| one.first == First::Satisfaction;
    let own_order = subject.indicators.iter().any(is_of_management) && !subject.indicators.iter().any(satisfied);
    for one in subject.indicators.iter().filter(|one| one.of.l1.is_some()) {
        let inside = satisfied(one);
        if (is_outside(one) && !own_order) || (inside && is_stranger(one)) {
            let level = one.of.l1.as_deref().unwrap_or_default();
            notes.at(one.at(), one.of.name()).slot("level", level).slot("variant", if inside { "in" } else { "out" });
        }
    }
}

fn is_outside(one: &Reading<'_>) -> bool {
    one.first != First::Satisfaction && one.first != First::Other && (speaks_of_it(one) || one.is_satisfaction())
}

/// Whether the name is surely none of satisfaction.
fn is_stranger(one: &Reading<'_>) -> bool {
    !words::has(Group::Satisfied, &one.name) && words::ends(Group::NotSatisfaction, &one.name)
}
