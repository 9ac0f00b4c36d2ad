//! `objective-uncovered`: an item of the objective has no indicator.

use super::{Check, Lack, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("objective-uncovered", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.items.is_empty() {
        return notes.cannot(Lack::Objective);
    }
    if subject.links.is_empty() {
        return notes.cannot(Lack::Links);
    }
    for (place, item) in (0_u32..).zip(&subject.items) {
        if !subject.links.iter().any(|link| link.objective == place && link.holds()) {
            notes.at(Place::Item(place), item);
        }
    }
}
