//! The earlier indicator that is the same thing, for each of this year's.

use std::cmp::Reverse;

use super::likeness::{Likeness, Side, left_over, likeness};
use super::name::Weights;
use crate::domain::evaluation::{EvaluationIndicator, PriorMatch};
use crate::domain::target::Indicator;

/// The earlier indicator that is the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// Its place in the earlier evaluation, from 0.
    pub place: usize,
    /// Why.
    pub why: Likeness,
}

/// What a person said of one of this year's indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pin {
    /// The indicator, from 0.
    pub indicator: usize,
    /// Its twin's place, from 0; `None` when it has none.
    pub place: Option<usize>,
}

impl Pin {
    /// What a stored match says.
    pub fn of(matched: &PriorMatch) -> Self {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        Self { indicator: place(matched.indicator), place: matched.earlier.map(place) }
    }
}

/// For each of this year's indicators its twin in an earlier evaluation. What people said stands; then the likest pairs come
/// first. Every earlier indicator serves once.
pub fn twins(indicators: &[Indicator], earlier: &[EvaluationIndicator], pins: &[Pin]) -> Vec<Option<Twin>> {
    let these: Vec<Side> = indicators.iter().map(Side::of).collect();
    let those: Vec<Side> = earlier.iter().map(Side::of_earlier).collect();
    let names = |sides: &[Side]| sides.iter().map(|side| side.letters.clone()).collect::<Vec<_>>();
    let weights = Weights::of(&names(&these), &names(&those));
    let mut pairs = Vec::new();
    for (indicator, one) in these.iter().enumerate() {
        pairs.extend(those.iter().enumerate().filter_map(|(place, other)| {
            let (points, why) = likeness(one, other, &weights)?;
            Some((points, indicator, Twin { place, why }))
        }));
    }
    pairs.sort_by_key(|(points, indicator, twin)| (Reverse(*points), *indicator, twin.place));
    let mut twins = vec![None; indicators.len()];
    let mut taken = vec![false; earlier.len()];
    let mut settled = vec![false; indicators.len()];
    for pin in pins.iter().filter(|pin| pin.indicator < indicators.len()) {
        settled[pin.indicator] = true;
        if let Some(place) = pin.place.filter(|place| *place < earlier.len()) {
            twins[pin.indicator] = Some(Twin { place, why: Likeness::Person });
            taken[place] = true;
        }
    }
    for (_, indicator, twin) in pairs {
        if !settled[indicator] && !taken[twin.place] {
            twins[indicator] = Some(twin);
            settled[indicator] = true;
            taken[twin.place] = true;
        }
    }
    left_overs((&these, &settled), (&those, &taken), &weights, &mut twins);
    twins
}

/// Pairs what is the only one left on both sides of its level and kind.
fn left_overs(
    (these, settled): (&[Side], &[bool]),
    (those, taken): (&[Side], &[bool]),
    weights: &Weights,
    twins: &mut [Option<Twin>],
) {
    let only = |sides: &[Side], gone: &[bool], of: &Side| {
        let mut left = (0..sides.len()).filter(|place| !gone[*place] && sides[*place].beside(of));
        left.next().filter(|_| left.next().is_none())
    };
    for (indicator, one) in these.iter().enumerate() {
        if only(these, settled, one) != Some(indicator) {
            continue;
        }
        let place = only(those, taken, one).filter(|place| left_over(one, &those[*place], weights));
        twins[indicator] = twins[indicator].or(place.map(|place| Twin { place, why: Likeness::LeftOver }));
    }
}
