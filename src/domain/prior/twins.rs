//! The earlier indicator that is the same thing, for each of this year's.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::likeness::{Likeness, Side, left_over, likeness, same_name};
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
    let these: Vec<Side<'_>> = indicators.iter().map(Side::of).collect();
    let those: Vec<Side<'_>> = earlier.iter().map(Side::of_earlier).collect();
    let mut pairing = Pairing::new(&these, &those);
    pins.iter().for_each(|pin| pairing.pin(pin));
    pairing.take_same_names();
    pairing.take_likest();
    pairing.twins
}

/// Who has been paired with whom.
struct Pairing<'a> {
    these: &'a [Side<'a>],
    those: &'a [Side<'a>],
    twins: Vec<Option<Twin>>,
    /// Which of this year's have their answer, which may be that there is no twin.
    settled: Vec<bool>,
    /// Which of the earlier ones serve.
    taken: Vec<bool>,
}

/// Points, one of this year's indicators, and its twin.
type Pair = (u32, usize, Twin);

impl<'a> Pairing<'a> {
    fn new(these: &'a [Side<'a>], those: &'a [Side<'a>]) -> Self {
        let (twins, settled, taken) = (vec![None; these.len()], vec![false; these.len()], vec![false; those.len()]);
        Self { these, those, twins, settled, taken }
    }

    /// What a person said.
    fn pin(&mut self, pin: &Pin) {
        if pin.indicator >= self.these.len() {
            return;
        }
        self.settled[pin.indicator] = true;
        if let Some(place) = pin.place.filter(|place| *place < self.those.len()) {
            self.twins[pin.indicator] = Some(Twin { place, why: Likeness::Person });
            self.taken[place] = true;
        }
    }

    /// Pairs equal names: nothing is liker, and most of two years' are, so that the rest need not be compared with them.
    fn take_same_names(&mut self) {
        let mut named: BTreeMap<&[char], (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for indicator in self.unsettled().filter(|place| !self.these[*place].is_unnamed()) {
            named.entry(&self.these[indicator].letters).or_default().0.push(indicator);
        }
        for place in self.free() {
            if let Some((_, places)) = named.get_mut(self.those[place].letters.as_slice()) {
                places.push(place);
            }
        }
        for (indicators, places) in named.values() {
            // Where there is nothing to choose nothing is weighed.
            let points = |indicator: usize, place: usize| match (indicators.len(), places.len()) {
                (1, 1) => 0,
                _ => same_name(&self.these[indicator], &self.those[place]),
            };
            let mut pairs = Vec::new();
            for &indicator in indicators {
                let twin = |&place| (points(indicator, place), indicator, Twin { place, why: Likeness::SameName });
                pairs.extend(places.iter().map(twin));
            }
            self.take(pairs);
        }
    }

    /// Pairs what is left by how alike it is, and last what is the only one left on both sides of its level and kind.
    fn take_likest(&mut self) {
        if self.unsettled().next().is_none() || self.free().next().is_none() {
            return;
        }
        let weights = Weights::of(names(self.these), names(self.those));
        let mut pairs = Vec::new();
        for indicator in self.unsettled() {
            pairs.extend(self.free().filter_map(|place| {
                let (points, why) = likeness(&self.these[indicator], &self.those[place], &weights)?;
                Some((points, indicator, Twin { place, why }))
            }));
        }
        self.take(pairs);
        self.take_left_overs(&weights);
    }

    /// Takes the likest of some pairs first.
    fn take(&mut self, mut pairs: Vec<Pair>) {
        pairs.sort_by_key(|(points, indicator, twin)| (Reverse(*points), *indicator, twin.place));
        for (_, indicator, twin) in pairs {
            if !self.settled[indicator] && !self.taken[twin.place] {
                self.twins[indicator] = Some(twin);
                self.settled[indicator] = true;
                self.taken[twin.place] = true;
            }
        }
    }

    fn take_left_overs(&mut self, weights: &Weights<'_>) {
        let only = |sides: &[Side<'_>], left: &[usize], of: &Side<'_>| {
            let mut alike = left.iter().copied().filter(|place| sides[*place].beside(of));
            alike.next().filter(|_| alike.next().is_none())
        };
        let (unsettled, free): (Vec<usize>, Vec<usize>) = (self.unsettled().collect(), self.free().collect());
        for indicator in unsettled.iter().copied() {
            let one = &self.these[indicator];
            if only(self.these, &unsettled, one) == Some(indicator) {
                let place = only(self.those, &free, one).filter(|place| left_over(one, &self.those[*place], weights));
                self.twins[indicator] = place.map(|place| Twin { place, why: Likeness::LeftOver });
            }
        }
    }

    fn unsettled(&self) -> impl Iterator<Item = usize> {
        open(&self.settled)
    }

    fn free(&self) -> impl Iterator<Item = usize> {
        open(&self.taken)
    }
}

fn names<'a>(sides: &'a [Side<'a>]) -> impl Iterator<Item = &'a [char]> {
    sides.iter().map(|side| side.letters.as_slice())
}

/// The places that are not closed.
fn open(closed: &[bool]) -> impl Iterator<Item = usize> {
    closed.iter().enumerate().filter(|(_, closed)| !**closed).map(|(place, _)| place)
}
