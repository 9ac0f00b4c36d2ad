//! `target-changed`: the evaluation's target value is not the one that was approved for its year. Only indicators that surely are the
//! same thing count, and only numbers of one kind.

use super::evaluated::asked;
use super::{Check, Evaluated, Lack, Notes, Place};
use crate::domain::measure::Measure;
use crate::domain::prior::{Likeness, Quantity, twins};
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("target-changed", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    let Some(approved) = subject.approved else { return notes.cannot(Lack::Approved) };
    let evaluated = &subject.evaluation.indicators;
    let pairs = approved.indicators.iter().zip(twins(&approved.indicators, evaluated, &[]));
    for (indicator, twin) in pairs {
        let sure = |why: Likeness| matches!(why, Likeness::SameName | Likeness::Contained);
        let Some(twin) = twin.filter(|twin| sure(twin.why)) else { continue };
        let (Some(one), Ok(place)) = (evaluated.get(twin.place), u32::try_from(twin.place)) else { continue };
        let measure = Measure::of_stored(indicator.sign, indicator.value.as_deref(), indicator.unit.as_deref());
        let (Some(then), Some(now)) = (Quantity::of(&measure), Quantity::of(&score::target(one))) else { continue };
        if then.compares(&now) && then.number != now.number {
            let found = notes.at(Place::Indicator(place), asked(one));
            found.slot("approved", indicator.measure_text());
        }
    }
}
