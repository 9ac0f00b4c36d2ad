//! `objective-uncovered`: an item of the objective has no indicator. A slogan in quotation marks is no deliverable and needs none.

use super::{Check, Lack, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("objective-uncovered", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.items.is_empty() {
        return notes.cannot(Lack::Objective);
    }
    if subject.links.is_empty() {
        return notes.cannot(Lack::Links);
    }
    for (place, item) in (0_u32..).zip(&subject.items).filter(|(_, item)| !is_slogan(item)) {
        if !subject.links.iter().any(|link| link.objective == place && link.holds()) {
            notes.at(Place::Item(place), item);
        }
    }
}

/// Whether an item is nothing but one quotation.
fn is_slogan(item: &str) -> bool {
    let inner =
        item.trim().trim_end_matches(['。', ';', '；']).strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    inner.is_some_and(|inner| !inner.contains(['“', '”']))
}
