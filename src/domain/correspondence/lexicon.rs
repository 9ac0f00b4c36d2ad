//! What is known of the field's language (`data/correspondence.toml`): how much a word says, which words stand for one
//! another, which kinds of work there are and how indicators measure them, which units count the same things.
//!
//! Owns reading that file, once, when the first submission comes in. Knows nothing of particular forms.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

/// Points of a word that stands in no list.
const UNLISTED: u32 = 100;

/// A kind of work, or an aspect of it: an indicator that names it belongs to an item that names it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// The stable id of a kind of work, which is also the key of its words; blank for an aspect.
    #[serde(default)]
    pub id: String,
    /// Words by which an item names it.
    pub item: Vec<String>,
    /// Words by which an indicator names it.
    pub indicator: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weight: BTreeMap<String, Vec<String>>,
    synonym: Vec<Group>,
    work: Vec<Cue>,
    aspect: Vec<Cue>,
    flow: Group,
    effect: Group,
    deed: Group,
    deadline: Group,
    unit: Vec<Group>,
}

/// The field's language.
#[derive(Debug, Default)]
pub struct Lexicon {
    weights: HashMap<String, u32>,
    synonyms: HashMap<String, Vec<String>>,
    /// Kinds of work.
    pub works: Vec<Cue>,
    /// What indicators measure of any work.
    pub aspects: Vec<Cue>,
    /// Words of indicators that follow the money.
    pub flows: Vec<String>,
    /// Words by which an item names an effect.
    pub effects: Vec<String>,
    /// Words of work of any kind.
    pub deeds: Vec<String>,
    /// Words by which an item says by when.
    pub deadlines: Vec<String>,
    units: Vec<Vec<String>>,
}

impl Lexicon {
    /// The program's own; an unreadable file, which tests keep out, is an empty one.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| read().map(Self::of).unwrap_or_default())
    }

    fn of(file: File) -> Self {
        let weights = file.weight.into_iter().flat_map(|(points, words)| {
            let points = points.parse().unwrap_or(UNLISTED);
            words.into_iter().map(move |word| (word, points))
        });
        let mut synonyms: HashMap<String, Vec<String>> = HashMap::new();
        for group in file.synonym {
            for word in &group.words {
                let others = group.words.iter().filter(|other| *other != word).cloned();
                synonyms.entry(word.clone()).or_default().extend(others);
            }
        }
        Self {
            weights: weights.collect(),
            synonyms,
            works: file.work,
            aspects: file.aspect,
            flows: file.flow.words,
            effects: file.effect.words,
            deeds: file.deed.words,
            deadlines: file.deadline.words,
            units: file.unit.into_iter().map(|group| group.words).collect(),
        }
    }

    /// How much a word says, in points of 100.
    pub fn weight(&self, word: &str) -> u32 {
        self.weights.get(word).copied().unwrap_or(UNLISTED)
    }

    /// The words that stand for a word.
    pub fn synonyms(&self, word: &str) -> &[String] {
        self.synonyms.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether two units of measure count the same things.
    pub fn same_unit(&self, one: &str, other: &str) -> bool {
        let both =
            |group: &&Vec<String>| group.iter().any(|unit| unit == one) && group.iter().any(|unit| unit == other);
        one == other || self.units.iter().any(|group| both(&group))
    }

    /// Every unit of measure that is known, for finding the end of one in running text.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.units.iter().flatten().map(String::as_str)
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("../../../data/correspondence.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_says_each_word_once() {
        let file = read().unwrap();
        let mut seen = std::collections::BTreeSet::new();
        let twice: Vec<_> = file.weight.values().flatten().filter(|word| !seen.insert(*word)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(file.weight.keys().all(|points| points.parse::<u32>().is_ok_and(|points| points < UNLISTED)));
        assert!(file.work.iter().all(|work| !work.id.is_empty()));
    }

    #[test]
    fn words_and_units() {
        let lexicon = Lexicon::get();
        assert_eq!(lexicon.weight("数量"), 0);
        assert_eq!(lexicon.weight("灭火机"), UNLISTED);
        assert!(lexicon.synonyms("供餐").iter().any(|word| word == "膳食"));
        assert!(lexicon.same_unit("名", "人") && !lexicon.same_unit("人", "元"));
    }
}
