//! `text-for-number`: the actual of a numeric target is no number (完成).

use super::evaluated::asked;
use super::{Check, Evaluated, Notes, Place};
use crate::domain::measure::squeeze;
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("text-for-number", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    for (place, one) in (0_u32..).zip(&subject.evaluation.indicators) {
        if score::is_text_for_number(one) {
            let actual = squeeze(one.actual.as_deref().unwrap_or_default());
            notes.at(Place::Indicator(place), actual).slot("target", asked(one));
        }
    }
}
