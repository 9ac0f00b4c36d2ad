//! `satisfaction-vague`: whose satisfaction is meant is not said.

use super::satisfaction::asked;
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("satisfaction-vague", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| !one.nameless()) {
        let unnamed = asked(one).is_some_and(|(who, _)| who.is_empty() || words::is(Group::Nobody, who));
        if unnamed {
            notes.at(one.at(), one.of.name());
        }
    }
}
