//! `unassessed`: a new project of enough money has no pre-assessment that supports it.

use super::{Check, Lack, Notes, Place, Subject};
use crate::domain::assessment::record::{Gap, Need};
use crate::domain::handin::Severity;

pub(super) const CHECK: Check = Check::of_target("unassessed", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    match subject.assessment {
        Need::Nothing => {}
        Need::Unsure => notes.cannot(Lack::Past),
        Need::Lacking(gap) => {
            let amount = subject.amount.map_or_else(String::new, crate::domain::money::Money::wan);
            let found = notes.at(Place::Form, gap.id());
            found.slot("amount", amount);
            match gap {
                Gap::Missing => {}
                Gap::Refused => drop(found.slot("variant", "refused")),
                Gap::Open => drop(found.slot("variant", "open").at_most(Severity::Warning)),
                Gap::Adjusting => drop(found.slot("variant", "adjusting").at_most(Severity::Warning)),
            }
        }
    }
}
