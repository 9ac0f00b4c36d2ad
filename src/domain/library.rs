//! The indicator library (指标体系): standard indicators by field, to search in, to fill a row with, and to compare names with.
//!
//! Owns the standards and how they are found. The bundled ones are data (`data/library`), read when first asked for; a county's own come
//! from the file and go first. Knows nothing of targets.

mod files;
mod near;

use std::sync::{LazyLock, OnceLock};

use serde::{Deserialize, Serialize};

use super::measure::Sign;
use super::pinyin;
use super::text::name_key;
pub use near::Near;

/// A standard indicator.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standard {
    /// The field (领域): 教育.
    pub field: String,
    /// Level 1, long name.
    pub l1: String,
    /// Level 2, long name.
    pub l2: String,
    /// The indicator's name.
    pub name: String,
    /// How an actual value is compared with the target; it tells the direction too: ≥ means more is better.
    pub sign: Option<Sign>,
    /// Unit of measure; empty for a qualitative indicator.
    pub unit: String,
    /// The usual value, without its unit; empty where it depends on the project.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub usual: String,
    /// Other names of the same indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

impl Standard {
    /// Whether more of it is better; `None` where nothing says so.
    pub const fn more_is_better(&self) -> Option<bool> {
        match self.sign {
            Some(Sign::AtLeast | Sign::MoreThan) => Some(true),
            Some(Sign::AtMost | Sign::LessThan) => Some(false),
            _ => None,
        }
    }

    /// The name and the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// The names other than this one: words that mean the same.
    pub fn other_names(&self, name: &str) -> Vec<String> {
        let key = name_key(name);
        self.names().filter(|other| name_key(other) != key).map(str::to_owned).collect()
    }

    /// Whether it has this name, spaces, width and punctuation aside.
    pub fn is_named(&self, name: &str) -> bool {
        let key = name_key(name);
        self.names().any(|other| name_key(other) == key)
    }

    /// The usual value as it is written: `≥90%`; the unit alone where the value depends on the project.
    pub fn usual_text(&self) -> String {
        let sign = self.sign.map_or("", Sign::term);
        if self.usual.is_empty() { self.unit.clone() } else { format!("{sign}{}{}", self.usual, self.unit) }
    }
}

/// What is wrong with the library's files, in words for whoever wrote them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadLibrary(pub String);

/// Standards, made ready for searching.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    standard: Standard,
    /// Keys of the name and the aliases.
    keys: Vec<String>,
    /// Pinyin initials of the same, in each likely reading; found out when first searched for.
    initials: OnceLock<Vec<String>>,
}

static BUNDLED: LazyLock<Result<Library, BadLibrary>> = LazyLock::new(|| Ok(Library::new(files::bundled()?)));

impl Library {
    /// The bundled library, read when first asked for.
    ///
    /// # Errors
    /// When its files are wrong, which a test rules out.
    pub fn bundled() -> Result<&'static Self, BadLibrary> {
        BUNDLED.as_ref().map_err(Clone::clone)
    }

    /// A library of some standards, in their order.
    pub fn new(standards: Vec<Standard>) -> Self {
        let entry = |standard: Standard| {
            let keys = standard.names().map(name_key).collect();
            Entry { standard, keys, initials: OnceLock::new() }
        };
        Self { entries: standards.into_iter().map(entry).collect() }
    }

    /// A county's own standards, and those of this library whose names they do not take.
    #[must_use]
    pub fn with(&self, own: Vec<Standard>) -> Self {
        let mut all = Self::new(own);
        let taken: Vec<String> = all.entries.iter().filter_map(|entry| entry.keys.first().cloned()).collect();
        let free = |entry: &&Entry| entry.keys.first().is_some_and(|key| !taken.contains(key));
        let rest: Vec<Entry> = self.entries.iter().filter(free).cloned().collect();
        all.entries.extend(rest);
        all
    }

    /// The standards, in their order.
    pub fn standards(&self) -> impl Iterator<Item = &Standard> {
        self.entries.iter().map(|entry| &entry.standard)
    }

    /// The fields, each once, in their order.
    pub fn fields(&self) -> Vec<&str> {
        let mut fields: Vec<&str> = Vec::new();
        for standard in self.standards() {
            if !fields.contains(&standard.field.as_str()) {
                fields.push(&standard.field);
            }
        }
        fields
    }

    /// The standards that answer to all words, the closest first. A word is a part of a name, an alias, a field, a level or a unit, or
    /// pinyin initials of a name. No words find everything.
    pub fn search(&self, words: &str) -> Vec<&Standard> {
        let words: Vec<String> = words.split_whitespace().map(name_key).filter(|word| !word.is_empty()).collect();
        let ranked = |entry: &'_ Entry| -> Option<u32> { words.iter().map(|word| entry.rank(word)).sum() };
        let mut found: Vec<(u32, &Standard)> =
            self.entries.iter().filter_map(|entry| Some((ranked(entry)?, &entry.standard))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, standard)| standard).collect()
    }
}

impl Entry {
    fn initials(&self) -> &[String] {
        let mut reader = pinyin::Reader::default();
        self.initials.get_or_init(|| self.standard.names().flat_map(|name| reader.initials(name)).collect())
    }

    /// How far a word is from the indicator: 0 is its name; `None` when it does not answer.
    fn rank(&self, word: &str) -> Option<u32> {
        let name = self.keys.first().map_or("", String::as_str);
        let standard = &self.standard;
        let ways = [
            name == word,
            name.starts_with(word),
            name.contains(word),
            self.keys.iter().any(|key| key.contains(word)),
            self.initials().iter().any(|initials| initials.starts_with(word)),
            self.initials().iter().any(|initials| initials.contains(word)),
            [&standard.field, &standard.l1, &standard.l2, &standard.unit]
                .iter()
                .any(|text| name_key(text).contains(word)),
        ];
        (0..).zip(ways).find_map(|(rank, holds)| holds.then_some(rank))
    }
}

#[cfg(test)]
mod tests;
