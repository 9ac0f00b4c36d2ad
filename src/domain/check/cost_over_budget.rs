//! `cost-over-budget`: a cost in money is above the project's amount, which no part of it can be.

use rust_decimal::Decimal;

use super::money_unit_mix::is_mixed;
use super::reading::Reading;
use super::words::{self, Group};
use super::{Check, Lack, Notes, Subject, rule};
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_target("cost-over-budget", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| is_part(one)) {
        match (one.money(), subject.amount) {
            (Some(cost), Some(amount)) if exceeds(cost, amount) && !is_mixed(cost, amount) => {
                notes.at(one.at(), one.of.measure_text()).slot("amount", amount.wan());
            }
            (Some(_), None) => notes.cannot(Lack::Amount),
            _ => {}
        }
    }
}

/// Whether an indicator is a cost in plain money that is neither a price for one of something nor money saved.
pub(super) fn is_part(one: &Reading<'_>) -> bool {
    one.is_cost() && one.is_money() && !one.is_unit_price() && !words::has(Group::Saving, &one.name)
}

/// Whether a cost is above the amount by more than rounding explains.
fn exceeds(cost: Money, amount: Money) -> bool {
    let room = Decimal::ONE + rule::limit("rounding") / Decimal::ONE_HUNDRED;
    amount > Money::ZERO && Decimal::from(cost.0) > Decimal::from(amount.0) * room
}
