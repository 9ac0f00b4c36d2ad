//! `money-unit-mix`: 元 and 万元 are mixed so that a value is off by ten thousand against the amount.

use rust_decimal::Decimal;

use super::cost_over_budget::is_part;
use super::reading::Reading;
use super::words;
use super::{Check, Lack, Notes, Subject, rule};
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_target("money-unit-mix", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in &subject.indicators {
        let whole = (is_part(one) || one.is_total()).then(|| one.money()).flatten();
        match (whole.or_else(|| spent_on_all(one, &subject.indicators)), subject.amount) {
            (Some(cost), Some(amount)) if is_mixed(cost, amount) => {
                notes.at(one.at(), one.of.measure_text()).slot("amount", amount.wan());
            }
            (Some(_), None) => notes.cannot(Lack::Amount),
            _ => {}
        }
    }
}

/// What a price for one of something comes to, when another indicator says how many there are: 1.58 元/户 and 145 户.
fn spent_on_all(price: &Reading<'_>, all: &[Reading<'_>]) -> Option<Money> {
    let unit = price.unit();
    let (money, thing) = unit.split_once('/')?;
    let one = price.measure.value.number()?.checked_mul(words::yuan(money)?)?;
    let counted = all.iter().find(|other| words::same_unit(&other.unit(), thing))?;
    Money::from_yuan(one.checked_mul(counted.number()?)?)
}

/// Whether one amount is ten thousand times the other, rounding aside.
pub(super) fn is_mixed(cost: Money, amount: Money) -> bool {
    let (cost, amount) = (Decimal::from(cost.0), Decimal::from(amount.0));
    let times = Decimal::from(10_000);
    let near = |one: Decimal, other: Decimal| {
        one > Decimal::ZERO && (one - other).abs() * Decimal::ONE_HUNDRED <= one * rule::limit("money-mix-tolerance")
    };
    near(cost, amount * times) || near(cost * times, amount)
}
