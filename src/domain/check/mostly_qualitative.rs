//! `mostly-qualitative`: fewer than half of the indicators carry a number.

use rust_decimal::Decimal;

use super::{Check, Notes, Place, Subject, rule};

pub(super) const CHECK: Check = Check::of_target("mostly-qualitative", run);

/// Fewest indicators with a value that make a share of them mean something.
const FEWEST: usize = 3;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let stated: Vec<_> = subject.indicators.iter().filter(|one| !one.value.is_empty() && !one.valueless()).collect();
    let counted = stated.iter().filter(|one| one.has_figure()).count();
    if stated.len() >= FEWEST
        && Decimal::from(counted * 100) < rule::limit("quantified-share") * Decimal::from(stated.len())
    {
        let found = notes.at(Place::Form, format!("{counted}/{}", stated.len()));
        found.slot("count", counted.to_string()).slot("all", stated.len().to_string());
    }
}
