//! What an amendment changes, line by line: for whoever saves it, and for whoever reviews it.

use rust_i18n::t;

use crate::domain::money::Money;
use crate::domain::target::{Indicator, Submission};
use crate::domain::text::name_key;

/// What differs between two submissions, in words.
pub fn lines(former: &Submission, newer: &Submission) -> Vec<String> {
    let mut lines = Vec::new();
    let amount = |amount: Option<Money>| amount.map_or_else(|| "-".to_owned(), Money::wan);
    if former.amount != newer.amount {
        lines.push(t!("change.amount", from = amount(former.amount), to = amount(newer.amount)).into_owned());
    }
    let (old, new) = (former.items(), newer.items());
    let gone = old.iter().filter(|item| !new.contains(item));
    lines.extend(gone.map(|item| t!("change.item-gone", item = item).into_owned()));
    let added = new.iter().filter(|item| !old.contains(item));
    lines.extend(added.map(|item| t!("change.item-new", item = item).into_owned()));
    lines.extend(indicators(&former.indicators, &newer.indicators));
    lines
}

fn indicators(former: &[Indicator], newer: &[Indicator]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut left: Vec<&Indicator> = former.iter().collect();
    let mut changed = Vec::new();
    for indicator in newer {
        match left.iter().position(|other| *other == indicator) {
            Some(place) => drop(left.remove(place)),
            None => changed.push(indicator),
        }
    }
    for indicator in changed {
        let key = name_key(indicator.name());
        match left.iter().position(|other| name_key(other.name()) == key) {
            Some(place) => lines.push(one(left.remove(place), indicator)),
            None => lines.push(
                t!("change.indicator-new", name = indicator.name(), measure = indicator.measure_text()).into_owned(),
            ),
        }
    }
    lines.extend(left.iter().map(|gone| t!("change.indicator-gone", name = gone.name()).into_owned()));
    lines
}

fn one(former: &Indicator, newer: &Indicator) -> String {
    let (from, to) = (former.measure_text(), newer.measure_text());
    if from != to {
        return t!("change.measure", name = newer.name(), from = from, to = to).into_owned();
    }
    t!("change.other", name = newer.name()).into_owned()
}
