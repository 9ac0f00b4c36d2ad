//! `score-without-reason`: the actual meets the target, points are deducted, and nobody says why.

use super::evaluated::{has_reason, points};
use super::{Check, Evaluated, Notes, Place};
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("score-without-reason", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    for (place, one, completion) in subject.completed() {
        let Some((weight, score)) = points(one) else { continue };
        if score < weight && score::is_met(one, completion) == Some(true) && !has_reason(one) {
            let found = notes.at(Place::Indicator(place), format!("{}/{}", score.normalize(), weight.normalize()));
            found.slot("actual", one.actual.as_deref().unwrap_or_default());
        }
    }
}
