//! The standard indicator that a name stands for, or comes near.
//!
//! Owns the likeness of names: shared pairs of characters, weighed by how few standards have them, so that 满意度 alone or 及时率 alone
//! makes nothing alike. Deterministic; a name is near one standard or none.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Library, Standard};
use crate::domain::text::name_key;

/// Points from which names are near: below, other words than the names' own decide.
const NEAR: u8 = 60;

/// A standard that a name comes near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near<'a> {
    /// The standard.
    pub standard: &'a Standard,
    /// Its name or alias that is meant.
    pub by: &'a str,
    /// Points from 0 to 100; 100 is the same name.
    pub likeness: u8,
}

impl Library {
    /// The standard that a name stands for: the same name or alias, else the nearest above 60 points whose last character, which says what
    /// is measured (率, 数, 额), is the same. `None` when none is near.
    pub fn nearest(&self, name: &str) -> Option<Near<'_>> {
        let key = name_key(name);
        let same = |entry: &'_ Entry| entry.keys.iter().position(|own| *own == key);
        if let Some((entry, place)) = self.entries.iter().find_map(|entry| Some((entry, same(entry)?))) {
            return entry.near(place, 100);
        }
        let weights = self.weights();
        let wanted = pairs(&key);
        let mut best: Option<(u8, &Entry, usize)> = None;
        for entry in &self.entries {
            for (place, own) in entry.keys.iter().enumerate() {
                if own.chars().next_back() != key.chars().next_back() {
                    continue;
                }
                let likeness = likeness(&wanted, &pairs(own), &weights);
                if likeness >= NEAR && best.is_none_or(|(most, ..)| likeness > most) {
                    best = Some((likeness, entry, place));
                }
            }
        }
        let (likeness, entry, place) = best?;
        entry.near(place, likeness)
    }

    /// All names of the indicator that a name stands for, the same name aside: words that mean the same.
    pub fn synonyms(&self, name: &str) -> Vec<String> {
        let key = name_key(name);
        let entry = self.entries.iter().find(|entry| entry.keys.contains(&key));
        entry.map_or_else(Vec::new, |entry| entry.standard.other_names(name))
    }

    /// How much a pair of characters tells: 16 over the number of standards that have it, at least 1.
    fn weights(&self) -> BTreeMap<(char, char), u32> {
        let mut counts: BTreeMap<(char, char), u32> = BTreeMap::new();
        for entry in &self.entries {
            let all: BTreeSet<(char, char)> = entry.keys.iter().flat_map(|key| pairs(key)).collect();
            all.into_iter().for_each(|pair| *counts.entry(pair).or_default() += 1);
        }
        counts.into_iter().map(|(pair, count)| (pair, (16 / count).max(1))).collect()
    }
}

impl Entry {
    fn near(&self, place: usize, likeness: u8) -> Option<Near<'_>> {
        Some(Near { standard: &self.standard, by: self.standard.names().nth(place)?, likeness })
    }
}

fn pairs(key: &str) -> BTreeSet<(char, char)> {
    key.chars().zip(key.chars().skip(1)).collect()
}

/// Twice the weight of what is shared over the weight of both, in points. An unknown pair weighs as much as a rare one.
fn likeness(
    left: &BTreeSet<(char, char)>,
    right: &BTreeSet<(char, char)>,
    weights: &BTreeMap<(char, char), u32>,
) -> u8 {
    let weigh = |pairs: &mut dyn Iterator<Item = &(char, char)>| -> u32 {
        pairs.map(|pair| weights.get(pair).copied().unwrap_or(8)).sum()
    };
    let (shared, all) = (weigh(&mut left.intersection(right)), weigh(&mut left.iter()) + weigh(&mut right.iter()));
    u8::try_from((200 * shared).checked_div(all).unwrap_or(0)).unwrap_or(100)
}
