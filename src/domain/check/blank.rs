//! `blank`: a level-3 name or an indicator value is empty.

use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("blank", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in &subject.indicators {
        let what = match (one.nameless(), one.valueless()) {
            (true, true) => "both",
            (true, false) => "name",
            (false, true) => "value",
            (false, false) => continue,
        };
        notes.at(one.at(), one.of.measure_text()).slot("variant", what);
    }
}
