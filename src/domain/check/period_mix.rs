//! `period-mix`: a multi-year total stands where the year's amount or quantity belongs.

use super::cost_over_budget::is_part;
use super::money_unit_mix::is_mixed;
use super::reading::Reading;
use super::words::{self, Group};
use super::{Check, Notes, Subject};
use crate::domain::measure::squeeze;
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_target("period-mix", run);

/// What makes a clause of the objective the year's own part.
const THIS_YEAR: [&str; 5] = ["本年", "当年", "今年", "年内", "本年度"];

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let clauses = clauses(subject.objective);
    let year = subject.year.map(|year| format!("{year}年"));
    let of_year = |clause: &&String| {
        THIS_YEAR.iter().any(|word| clause.contains(word)) || year.as_ref().is_some_and(|year| clause.contains(year))
    };
    let (now, ever): (Vec<&String>, Vec<&String>) = clauses.iter().partition(of_year);
    for one in &subject.indicators {
        if is_whole_cost(one, subject.amount) {
            notes.at(one.at(), one.of.measure_text());
        } else if let Some(part) = part_of_year(one, &now, &ever) {
            notes.at(one.at(), one.of.measure_text()).slot("part", part);
        }
    }
}

/// The objective's clauses, in half-width characters without blanks.
fn clauses(objective: &str) -> Vec<String> {
    squeeze(objective).split([',', ';', '。', '\n']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A cost that is called the project's whole and is above the year's amount.
fn is_whole_cost(one: &Reading<'_>, amount: Option<Money>) -> bool {
    let above = one.money().zip(amount).is_some_and(|(cost, amount)| cost > amount && !is_mixed(cost, amount));
    above && is_part(one) && words::has(Group::Whole, &one.name)
}

/// The year's part of a quantity, when the objective states it apart from a larger whole and the indicator has the whole.
fn part_of_year(one: &Reading<'_>, now: &[&String], ever: &[&String]) -> Option<String> {
    let value = one.measure.value.number()?;
    let unit = one.unit();
    if unit.is_empty() || one.is_percentage() || one.in_money() {
        return None;
    }
    let whole = format!("{}{unit}", value.normalize());
    let is_whole = ever.iter().any(|clause| stands_in(clause, &whole));
    let states_whole = now.iter().any(|clause| stands_in(clause, &whole));
    if !is_whole || states_whole {
        return None;
    }
    now.iter().find_map(|clause| {
        let (number, at) = quantity_before(clause, &unit)?;
        let smaller = number.parse::<rust_decimal::Decimal>().is_ok_and(|part| part < value);
        (smaller && at).then(|| format!("{number}{unit}"))
    })
}

/// Whether a quantity stands in a text, and not as the tail of a larger number.
fn stands_in(text: &str, quantity: &str) -> bool {
    text.match_indices(quantity).any(|(at, _)| {
        !text.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
    })
}

/// The first number that stands before a unit in a text.
fn quantity_before<'a>(text: &'a str, unit: &str) -> Option<(&'a str, bool)> {
    text.match_indices(unit).find_map(|(at, _)| {
        let before = text.get(..at)?;
        let digits = before.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.').count();
        (digits > 0).then(|| (before.get(before.len() - digits..).unwrap_or_default(), true))
    })
}
