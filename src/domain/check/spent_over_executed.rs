//! `spent-over-executed`: an actual cost in money is above the amount executed, which no part of it can be.

use super::reading::is_cost;
use super::words::{self, Group};
use super::{Check, Evaluated, Lack, Notes, Place};
use crate::domain::measure::{Measure, squeeze};
use crate::domain::money::Money;

pub(super) const CHECK: Check = Check::of_evaluation("spent-over-executed", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    for (place, one) in (0_u32..).zip(&subject.evaluation.indicators) {
        let levels = [&one.l1, &one.l2].map(|level| level.as_deref().unwrap_or_default());
        let name = squeeze(one.l3.as_deref().unwrap_or_default());
        let apart = words::has(Group::UnitPrice, &name) || words::has(Group::Saving, &name);
        if !is_cost(levels[0], levels[1]) || apart {
            continue;
        }
        let actual = one.actual.as_deref().unwrap_or_default();
        let Some(spent) = money(actual, one.unit.as_deref().unwrap_or_default()) else { continue };
        match subject.evaluation.executed {
            Some(executed) if spent > executed => {
                notes.at(Place::Indicator(place), actual).slot("executed", executed.wan());
            }
            Some(_) => {}
            None => notes.cannot(Lack::Executed),
        }
    }
}

/// The money in a cell: with its own unit of measure, or in the indicator's.
fn money(actual: &str, unit: &str) -> Option<Money> {
    let measure = Measure::read(actual);
    let own = measure.unit.as_deref().map(squeeze);
    let factor = words::yuan(&own.unwrap_or_else(|| squeeze(unit)))?;
    Money::from_yuan(measure.value.number()?.checked_mul(factor)?)
}
