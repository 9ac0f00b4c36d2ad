//! `mixed-signs`: ≥ and > (or ≤ and <) are both used in one form.

use super::{Check, Notes, Place, Subject};
use crate::domain::measure::Sign;

pub(super) const CHECK: Check = Check::of_target("mixed-signs", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let using = |sign: Sign| {
        let written = |one: &&super::reading::Reading<'_>| one.measure.written().sign == Some(sign);
        subject.indicators.iter().filter(written).map(|one| one.place).collect::<Vec<_>>()
    };
    let pairs = [(Sign::AtLeast, Sign::MoreThan), (Sign::AtMost, Sign::LessThan)];
    let mixed = pairs.into_iter().filter(|(one, other)| !using(*one).is_empty() && !using(*other).is_empty());
    let mixed: Vec<_> = mixed.collect();
    if mixed.is_empty() {
        return;
    }
    let text: Vec<String> = mixed.iter().map(|(one, other)| format!("{one} {other}")).collect();
    notes.at(Place::Form, text.join(", ")).also(mixed.into_iter().flat_map(|(_, strict)| using(strict)));
}
