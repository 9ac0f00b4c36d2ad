//! `duplicate-indicator`: the same level-3 name stands twice in one form.

use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("duplicate-indicator", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (place, one) in subject.indicators.iter().enumerate().filter(|(_, one)| !one.key.is_empty()) {
        if let Some(first) = subject.indicators[..place].iter().find(|other| other.key == one.key) {
            notes.at(one.at(), one.of.name()).also([first.place]);
        }
    }
}
