//! `ratio-bound`: a ratio that cannot exceed 100 % has ≥ 100 %, > 100 % or a value above 100 %.

use rust_decimal::Decimal;

use super::rate_as_quantity::is_rate;
use super::reading::Reading;
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("ratio-bound", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| in_hundredths(one) && is_bounded(one)) {
        let whole = Decimal::ONE_HUNDRED;
        let beyond =
            one.measure.value.number().is_some_and(|number| {
                (number == whole && one.asks_for_more()) || (number > whole && !is_plan(&one.name))
            });
        if beyond {
            notes.at(one.at(), one.of.measure_text());
        }
    }
}

/// A rate without a unit of measure is in hundredths when its value is near a hundred.
fn in_hundredths(one: &Reading<'_>) -> bool {
    let unit = one.unit();
    matches!(unit.as_str(), "%" | "百分比" | "百分之")
        || (unit.is_empty() && one.measure.value.number() == Some(Decimal::ONE_HUNDRED))
}

fn is_bounded(one: &Reading<'_>) -> bool {
    let named = is_rate(one) || words::has(Group::Bounded, &one.name) || one.is_satisfaction();
    named && !words::has(Group::Unbounded, &one.name)
}

/// A plan may be done more than wholly: 任务完成率 105 %.
fn is_plan(name: &str) -> bool {
    name.ends_with("完成率") || name.ends_with("完成比例")
}
