//! `indicator-orphan`: an indicator belongs to no item of the objective; satisfaction and cost need not. Nor need an effect of the project as a
//! whole: one stated in words only, one that must not occur at all, one counted in anything but money or a share (who benefits, how long what is built will
//! serve), a share of growth or decline or one to be kept low, losses averted. Nor need the levels of
//! decision and management. What should be no indicator at all ([`super::execution_as_indicator`]) is told once.

use super::execution_as_indicator::is_execution;
use super::reading::{First, Reading};
use super::words::{self, Group};
use super::{Check, Lack, Notes, Subject};
use crate::domain::measure::Sign;
use crate::domain::target::is_neutral;

pub(super) const CHECK: Check = Check::of_target("indicator-orphan", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.items.is_empty() {
        return notes.cannot(Lack::Objective);
    }
    if subject.links.is_empty() {
        return notes.cannot(Lack::Links);
    }
    let linked =
        |one: &Reading<'_>| subject.links.iter().any(|link| link.indicator as usize == one.place && link.holds());
    let needs_one = |one: &Reading<'_>| {
        !is_neutral(one.of) && !is_of_the_whole(one) && !is_execution(&one.name) && !is_of_management(one)
    };
    for one in subject.indicators.iter().filter(|one| !linked(one) && needs_one(one)) {
        notes.at(one.at(), one.of.name());
    }
}

/// Whether an indicator measures how the project is decided upon and managed (决策, 过程), which no objective names.
pub(super) fn is_of_management(one: &Reading<'_>) -> bool {
    let level = one.of.l1.as_deref().unwrap_or_default();
    one.first == First::Other && words::has(Group::Management, level)
}

/// What makes a share one of growth or decline.
const CHANGES: [&str; 12] =
    ["增长", "增加", "减少", "下降", "降低", "提高", "提升", "较上年", "同比", "减量", "减排", "新增"];
/// What makes money one that others do not lose: no item of an objective promises it.
const SAVED: [&str; 3] = ["挽回", "减损", "避免"];

/// Whether an indicator is an effect that no single item of the objective has to name: improved conditions, no disputes, more visits. A
/// bare share (知晓率 90%, 发展 95%) is none: it fits any project, and so tells nothing of this one.
fn is_of_the_whole(one: &Reading<'_>) -> bool {
    let counted = || one.number().is_some_and(|number| number.is_zero()) || !(one.is_percentage() || one.in_money());
    let changes = || CHANGES.iter().any(|word| one.key.contains(word));
    let saved = || one.in_money() && SAVED.iter().any(|word| one.key.contains(word));
    let kept_low = || one.is_percentage() && matches!(one.measure.sign, Some(Sign::AtMost | Sign::LessThan));
    one.first == First::Benefit && (one.number().is_none() || counted() || changes() || saved() || kept_low())
}
