//! `money-as-quantity`: a 数量指标 is the money itself: its unit is 元 or 万元, or its value is the project's amount.

use super::reading::{Reading, Second};
use super::{Check, Lack, Notes, Subject};
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_target("money-as-quantity", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let mut unsure = false;
    for one in subject.indicators.iter().filter(|one| one.second == Second::Quantity) {
        unsure |= one.unit().is_empty() && subject.amount.is_none();
        if one.is_money() || subject.amount.is_some_and(|amount| is_amount(one, amount)) {
            notes.at(one.at(), one.of.measure_text());
        }
    }
    if unsure {
        notes.cannot(Lack::Amount);
    }
}

/// Whether a bare number is the project's amount in 元 or 万元.
fn is_amount(one: &Reading<'_>, amount: Money) -> bool {
    let number = one.measure.value.number().filter(|_| one.unit().is_empty() && amount > Money::ZERO);
    number.is_some_and(|number| [Money::from_wan(number), Money::from_yuan(number)].contains(&Some(amount)))
}
