//! `mixed-generations`: 成本指标 stands both as a level 1 and under 产出指标 in one form.

use super::reading::First;
use super::{Check, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("mixed-generations", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let of = |first: First| subject.indicators.iter().filter(move |one| one.first == first && one.is_cost());
    let older: Vec<_> = of(First::Output).collect();
    if of(First::Cost).next().is_none() || older.is_empty() {
        return;
    }
    let names: Vec<&str> = older.iter().map(|one| one.of.name()).collect();
    notes.at(Place::Form, names.join("、")).also(older.iter().map(|one| one.place));
}
