//! `unit-cost-jump`: the amount by unit of output is several times what it was, or a fraction of it. Said once, of the first output.

use rust_decimal::Decimal;

use super::prior_year::{earlier, year};
use super::reading::{First, Second};
use super::{Check, Lack, Notes, Subject, rule};
use crate::domain::prior::{Quantity, reached};

pub(super) const CHECK: Check = Check::of_target("unit-cost-jump", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let outputs = earlier(subject, notes).into_iter().filter(|(one, ..)| {
        one.second == Second::Quantity && matches!(one.first, First::Output | First::Other) && !one.in_money()
    });
    for (one, before, evaluation) in outputs.filter(|(one, ..)| !one.is_percentage()) {
        let (Some(now), Some(then)) = (Quantity::of(&one.measure), reached(before)) else { continue };
        let (Some(amount), Some(spent)) = (subject.amount, evaluation.executed.or(evaluation.budget)) else {
            notes.cannot(Lack::Amount);
            continue;
        };
        let by_unit = |money: i64, number: Decimal| Decimal::from(money).checked_div(number);
        let (Some(now_cost), Some(then_cost)) = (by_unit(amount.0, now.number), by_unit(spent.0, then.number)) else {
            continue;
        };
        let Some(factor) = now_cost.checked_div(then_cost).filter(|_| now.compares(&then) && then_cost > Decimal::ZERO)
        else {
            continue;
        };
        let limit = rule::limit("unit-cost-jump");
        if factor > limit || factor * limit < Decimal::ONE {
            let found = notes.at(one.at(), one.of.measure_text());
            found.slot("year", year(evaluation)).slot("actual", before.actual.as_deref().unwrap_or_default());
            found.slot("amount", amount.wan()).slot("spent", spent.wan());
            found.slot("factor", factor.round_dp(1).normalize().to_string());
            return;
        }
    }
}
