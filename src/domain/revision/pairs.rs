//! Which item and which indicator of a former round is the same thing as one of the newer, whatever their places.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::prior::twins;
use crate::domain::target::Indicator;
use crate::domain::text::name_key;

/// Points of 100 from which two items are the same one, reworded.
const ALIKE: usize = 30;
/// Things left on either side up to which likeness is looked for; of more, what is not the same is new or gone.
const MOST: usize = 200;

/// For each thing of the newer round its place in the former, from 0. Every former thing serves once.
pub(super) type Former = Vec<Option<usize>>;

/// Pairs items: those that say the same, then the likest first.
pub(super) fn items(former: &[String], newer: &[String]) -> Former {
    let mut pairs = Pairs::new(former.len(), newer.len());
    pairs.same(|old, new| former[old] == newer[new]);
    let (olds, news) = pairs.left();
    if olds.len().max(news.len()) <= MOST {
        let bags = |texts: &[String], places: &[usize]| -> Vec<Bag> {
            places.iter().map(|place| bag(&texts[*place])).collect()
        };
        let (old_bags, new_bags) = (bags(former, &olds), bags(newer, &news));
        let mut likest = Vec::new();
        for (new, one) in new_bags.iter().enumerate() {
            let points = old_bags.iter().enumerate().map(|(old, other)| (alike(one, other), news[new], olds[old]));
            likest.extend(points.filter(|(points, ..)| *points >= ALIKE));
        }
        likest.sort_by_key(|(points, new, old)| (Reverse(*points), *new, *old));
        likest.into_iter().for_each(|(_, new, old)| pairs.pair(old, new));
    }
    pairs.of_newer
}

/// Pairs indicators: those that say the same, then those of one level and name, of one name, and those that are the same thing
/// across years too (`domain::prior`).
pub(super) fn indicators(former: &[Indicator], newer: &[Indicator]) -> Former {
    let mut pairs = Pairs::new(former.len(), newer.len());
    let same = |old: usize, new: usize| former[old].same_words(&newer[new]);
    let level = |one: &Indicator| (one.l1.clone(), one.l2.clone());
    let keys = |all: &[Indicator]| -> Vec<String> { all.iter().map(|one| name_key(one.name())).collect() };
    let (old_keys, new_keys) = (keys(former), keys(newer));
    let named = |old: usize, new: usize| !new_keys[new].is_empty() && old_keys[old] == new_keys[new];
    pairs.same(|old, new| same(old, new) && former[old].weight == newer[new].weight);
    pairs.same(same);
    pairs.same(|old, new| named(old, new) && level(&former[old]) == level(&newer[new]));
    pairs.same(named);
    let (olds, news) = pairs.left();
    if olds.len().max(news.len()) <= MOST {
        let these: Vec<Indicator> = news.iter().map(|place| newer[*place].clone()).collect();
        let those: Vec<EvaluationIndicator> = olds.iter().map(|place| evaluated(&former[*place])).collect();
        for (new, twin) in twins(&these, &those, &[]).into_iter().enumerate() {
            if let Some(twin) = twin {
                pairs.pair(olds[twin.place], news[new]);
            }
        }
    }
    pairs.of_newer
}

fn evaluated(indicator: &Indicator) -> EvaluationIndicator {
    let one = indicator.clone();
    EvaluationIndicator {
        l1: one.l1,
        l2: one.l2,
        l3: one.l3,
        sign: one.sign,
        target: one.value,
        unit: one.unit,
        weight: one.weight,
        ..EvaluationIndicator::default()
    }
}

struct Pairs {
    of_newer: Former,
    taken: Vec<bool>,
}

impl Pairs {
    fn new(former: usize, newer: usize) -> Self {
        Self { of_newer: vec![None; newer], taken: vec![false; former] }
    }

    fn pair(&mut self, old: usize, new: usize) {
        if !self.taken[old] && self.of_newer[new].is_none() {
            self.of_newer[new] = Some(old);
            self.taken[old] = true;
        }
    }

    /// Pairs what is the same by some rule, the first with the first.
    fn same(&mut self, rule: impl Fn(usize, usize) -> bool) {
        let (olds, news) = self.left();
        for new in news {
            let found = olds.iter().find(|old| !self.taken[**old] && rule(**old, new));
            if let Some(old) = found.copied() {
                self.pair(old, new);
            }
        }
    }

    /// The places that have no counterpart yet, former and newer.
    fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let olds = (0..self.taken.len()).filter(|old| !self.taken[*old]).collect();
        let news = (0..self.of_newer.len()).filter(|new| self.of_newer[*new].is_none()).collect();
        (olds, news)
    }
}

/// The pairs of neighbouring letters of a text, with how often each occurs; figures, which change most, do not count.
type Bag = BTreeMap<(char, char), usize>;

fn bag(text: &str) -> Bag {
    let letters: Vec<char> = name_key(text).chars().collect();
    let mut bag = Bag::new();
    for pair in letters.windows(2).filter(|pair| !pair.iter().any(|letter| letter.is_numeric())) {
        *bag.entry((pair[0], pair[1])).or_default() += 1;
    }
    bag
}

/// How alike two texts are, in points of 100: the share of letter pairs that both have.
fn alike(one: &Bag, other: &Bag) -> usize {
    let total = one.values().sum::<usize>() + other.values().sum::<usize>();
    let shared: usize = one.iter().map(|(pair, count)| (*count).min(other.get(pair).copied().unwrap_or(0))).sum();
    (200 * shared).checked_div(total).unwrap_or(0)
}
