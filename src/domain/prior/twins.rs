//! The earlier indicator that is the same thing, for each of this year's.

use std::cmp::Reverse;

use super::likeness::{Likeness, Side, left_over, likeness};
use super::name::Weights;
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::target::Indicator;

/// The earlier indicator that is the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// Its place in the earlier evaluation, from 0.
    pub place: usize,
    /// Why.
    pub why: Likeness,
}

/// For each of this year's indicators its twin in an earlier evaluation. The likest pairs come first, and every earlier
/// indicator serves once.
pub fn twins(indicators: &[Indicator], earlier: &[EvaluationIndicator]) -> Vec<Option<Twin>> {
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
    for (_, indicator, twin) in pairs {
        if twins[indicator].is_none() && !taken[twin.place] {
            twins[indicator] = Some(twin);
            taken[twin.place] = true;
        }
    }
    left_overs(&these, &those, &weights, &mut twins);
    twins
}

/// Pairs what is the only one left on both sides of its level and kind.
fn left_overs(these: &[Side], those: &[Side], weights: &Weights, twins: &mut [Option<Twin>]) {
    let free = |place: &usize, twins: &[Option<Twin>]| twins.iter().flatten().all(|twin| twin.place != *place);
    for (indicator, one) in these.iter().enumerate() {
        let rivals = these.iter().zip(twins.iter()).filter(|(other, twin)| twin.is_none() && other.beside(one)).count();
        let mut left = (0..those.len()).filter(|place| free(place, twins) && those[*place].beside(one));
        let (Some(place), None) = (left.next(), left.next()) else { continue };
        if twins[indicator].is_none() && rivals == 1 && left_over(one, &those[place], weights) {
            twins[indicator] = Some(Twin { place, why: Likeness::LeftOver });
        }
    }
}
