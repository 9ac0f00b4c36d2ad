//! `same-values`: three or more indicators, at least two thirds of the form's, have one identical value and unit.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Check, Notes, Place, Subject, rule};

pub(super) const CHECK: Check = Check::of_target("same-values", run);

/// Fewest indicators with one value that are worth a word.
const FEWEST: usize = 3;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let mut places: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for one in subject.indicators.iter().filter(|one| !one.valueless() && !one.value.is_empty()) {
        let value = one.measure.value.number().map_or_else(|| one.value.clone(), |value| value.normalize().to_string());
        places.entry((value, one.unit())).or_default().push(one.place);
    }
    let Some(((value, unit), most)) = places.into_iter().max_by_key(|(_, places)| places.len()) else { return };
    let share = Decimal::from(most.len() * 100) / Decimal::from(subject.indicators.len());
    if most.len() >= FEWEST && share > rule::limit("same-share") {
        let found = notes.at(Place::Form, format!("{value}{unit}"));
        found.slot("count", most.len().to_string()).slot("all", subject.indicators.len().to_string()).also(most);
    }
}
