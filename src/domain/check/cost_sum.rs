//! `cost-sum`: several cost items in money do not add up to the project's amount, and none of them is a unit price or a total.

use super::cost_over_budget::is_part;
use super::words::{self, Group};
use super::{Check, Lack, Notes, Place, Subject, rule};
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_target("cost-sum", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let costs = || subject.indicators.iter().filter(|one| one.is_cost() && one.in_money());
    if costs().any(|one| one.is_total() || one.is_unit_price() || words::has(Group::Saving, &one.name)) {
        return;
    }
    let parts: Vec<Money> = costs().filter(|one| is_part(one)).filter_map(super::reading::Reading::money).collect();
    if parts.len() < 2 {
        return;
    }
    let Some(amount) = subject.amount else { return notes.cannot(Lack::Amount) };
    let sum: Money = parts.iter().copied().sum();
    let tolerance = Money::from_wan(rule::limit("cost-tolerance")).unwrap_or_default();
    // One item that is the whole amount is a total, whatever it is called.
    if parts.contains(&amount) || (sum - amount).0.abs() <= tolerance.0 {
        return;
    }
    let list: Vec<String> = parts.iter().map(|part| part.wan()).collect();
    let found = notes.at(Place::Form, format!("{} = {}", list.join(" + "), sum.wan()));
    found.slot("sum", sum.wan()).slot("amount", amount.wan());
    found.also(costs().filter(|one| is_part(one)).map(|one| one.place));
}
