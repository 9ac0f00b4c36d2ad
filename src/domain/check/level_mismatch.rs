//! `level-mismatch`: level 2 does not belong to its level 1. Satisfaction in the wrong place has its own check.

use super::reading::{First, Second};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("level-mismatch", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| !belongs(one.first, one.second)) {
        let [level1, level2] = [&one.of.l1, &one.of.l2].map(|level| level.as_deref().unwrap_or_default().trim());
        notes.at(one.at(), format!("{level1} / {level2}")).slot("level1", level1).slot("level2", level2);
    }
}

const fn belongs(first: First, second: Second) -> bool {
    match second {
        Second::Other | Second::Satisfaction => true,
        Second::Quantity | Second::Quality | Second::Timeliness => matches!(first, First::Output | First::Other),
        Second::Cost => matches!(first, First::Output | First::Cost | First::Other),
        Second::OutsideCost => matches!(first, First::Cost | First::Output | First::Other),
        Second::Benefit => matches!(first, First::Benefit | First::Other),
    }
}
