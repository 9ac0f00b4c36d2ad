//! `satisfaction-conflict`: satisfaction of the same people about the same thing has two different values.

use super::satisfaction::asked;
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("satisfaction-conflict", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let asking: Vec<_> =
        subject.indicators.iter().filter_map(|one| Some((one, asked(one)?, one.measure.value.number()?))).collect();
    for (place, (one, (who, about), value)) in asking.iter().enumerate() {
        let same = |(other, (whom, what), another): &&(_, (&str, &str), _)| {
            let _: &&super::reading::Reading<'_> = other;
            who == whom && !who.is_empty() && (about == what || about.is_empty() || what.is_empty()) && value != another
        };
        if let Some((other, ..)) = asking[place + 1..].iter().find(same) {
            let found = notes.at(one.at(), format!("{} {}", one.of.name(), one.of.measure_text()));
            found.slot("other", format!("{} {}", other.of.name(), other.of.measure_text())).also([other.place]);
        }
    }
}
