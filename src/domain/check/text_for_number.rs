//! `text-for-number`: the actual of a numeric target is no number (完成).

use super::evaluated::asked;
use super::{Check, Evaluated, Notes, Place};
use crate::domain::measure::{Value, says_nothing, squeeze};
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("text-for-number", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    for (place, one) in (0_u32..).zip(&subject.evaluation.indicators) {
        let measure = score::target(one);
        let numeric = matches!(measure.value, Value::Number(_) | Value::Range(..));
        let actual = squeeze(one.actual.as_deref().unwrap_or_default());
        let says_figure =
            actual.contains(|letter: char| letter.is_numeric() || "一二三四五六七八九十百千万亿零两".contains(letter));
        if numeric && !says_nothing(&actual) && !says_figure {
            notes.at(Place::Indicator(place), actual).slot("target", asked(one));
        }
    }
}
