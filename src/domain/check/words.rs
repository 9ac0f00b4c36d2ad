//! The vocabulary of the checks (`data/check-words.toml`): vague words, rates, what counts as budget execution, units that fit nouns.
//!
//! Owns reading the lists and asking them. General words of the field only: no form's own text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::Deserialize;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Adverbs of degree that measure nothing: 有效, 明显.
    Degree,
    /// Changes without their size: 提高, 降低.
    Change,
    /// States without their standard: 合理, 健全.
    State,
    /// Characters that change nothing.
    Filler,
    /// Acts that stay undated behind 及时.
    Action,
    /// Endings of a rate's name.
    RateEnding,
    /// Names with such an ending that are none.
    NoRate,
    /// Rates that may exceed 100 %.
    Unbounded,
    /// Degrees that end at 100 %.
    Bounded,
    /// The money in names of budget execution.
    Fund,
    /// What is done with it.
    FundAction,
    /// How such a name ends.
    FundEnding,
    /// Names of budget execution by themselves.
    Execution,
    /// Words that make such a name something else.
    NoExecution,
    /// Prices for one of something.
    UnitPrice,
    /// Whole costs.
    Total,
    /// Totals of several years.
    Whole,
    /// Money that is better when it is more.
    Saving,
    /// Projects that pay people or keep an office running.
    Standing,
    /// People so unnamed that nobody can ask them.
    Nobody,
    /// Words around those who are asked.
    Nearly,
    /// Measures of satisfaction.
    Satisfied,
    /// Endings of what is no satisfaction.
    NotSatisfaction,
    /// How a clause begins that only names what guides the work.
    Guiding,
    /// How such a clause ends.
    Guided,
    /// Words that stand in objectives of any subject and tell of none.
    Common,
    /// How an item begins that names means.
    Means,
    /// How means end when nothing but the project is meant: 通过本项目实施.
    Carried,
    /// How a row of means ends.
    MeansEnding,
    /// How an item begins that names a place, an occasion or people.
    Occasion,
    /// How such an item ends.
    OccasionEnding,
    /// How an item begins that states money put in.
    PutIn,
    /// Level 1 of how a project is decided upon and managed.
    Management,
}

#[derive(Debug, Default, Deserialize)]
struct Lists {
    #[serde(flatten)]
    groups: BTreeMap<Group, Vec<String>>,
}

/// Names that are measured in some units and not in others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// How the name ends.
    #[serde(default)]
    pub ending: Vec<String>,
    /// How the name begins.
    #[serde(default)]
    pub start: Vec<String>,
    /// The units that do not fit.
    pub not: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Classifiers {
    words: Vec<String>,
    scope: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    units: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Tables {
    measured: Vec<Measured>,
    classifiers: Classifiers,
    same: Vec<Same>,
}

const FILE: &str = include_str!("../../../data/check-words.toml");
/// The tables of the file that are no lists of words.
const TABLES: [&str; 3] = ["measured", "classifiers", "same"];

/// The lists, read once, the longest words first. The file is compiled in and tested.
static LISTS: LazyLock<Lists> = LazyLock::new(|| lists(FILE).unwrap_or_default());
static OTHERS: LazyLock<Tables> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

fn lists(text: &str) -> Result<Lists, toml::de::Error> {
    let mut table: toml::Table = toml::from_str(text)?;
    table.retain(|name, _| !TABLES.iter().any(|table| **table == *name));
    let mut lists: Lists = table.try_into()?;
    for words in lists.groups.values_mut() {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }
    Ok(lists)
}

/// The words of a list, the longest first.
pub fn list(group: Group) -> &'static [String] {
    LISTS.groups.get(&group).map_or(&[], Vec::as_slice)
}

/// Whether a text contains a word of a list.
pub fn has(group: Group, text: &str) -> bool {
    list(group).iter().any(|word| text.contains(word.as_str()))
}

/// Whether a text is a word of a list.
pub fn is(group: Group, text: &str) -> bool {
    list(group).iter().any(|word| word == text)
}

/// Whether a text ends in a word of a list.
pub fn ends(group: Group, text: &str) -> bool {
    list(group).iter().any(|word| text.ends_with(word.as_str()))
}

/// Whether the whole text is made of words of some lists.
pub fn consists_of(groups: &[Group], text: &str) -> bool {
    let mut reached = vec![false; text.len() + 1];
    reached[0] = true;
    for at in 0..text.len() {
        if !reached[at] {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        for word in groups.iter().flat_map(|group| list(*group)).filter(|word| rest.starts_with(word.as_str())) {
            reached[at + word.len()] = true;
        }
    }
    reached[text.len()]
}

/// The tables of names and the units that do not fit them.
pub fn measured() -> &'static [Measured] {
    &OTHERS.measured
}

/// The words that count things.
pub fn classifiers() -> &'static [String] {
    &OTHERS.classifiers.words
}

/// What makes a number with its classifier the bounds of something.
pub fn scopes() -> &'static [String] {
    &OTHERS.classifiers.scope
}

/// Whether two units of measure are one, or are used for one another.
pub fn same_unit(one: &str, other: &str) -> bool {
    let both = |same: &Same| [one, other].iter().all(|unit| same.units.iter().any(|known| known == unit));
    one == other || OTHERS.same.iter().any(both)
}

/// How many 元 a unit of plain money has; `None` for any other unit.
pub fn yuan(unit: &str) -> Option<Decimal> {
    match unit {
        "元" | "人民币元" | "元人民币" => Some(Decimal::ONE),
        "千元" => Some(Decimal::ONE_THOUSAND),
        "万元" | "万元人民币" => Some(Decimal::from(10_000)),
        "百万元" => Some(Decimal::from(1_000_000)),
        "亿元" => Some(Decimal::from(100_000_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_every_list_and_no_stranger() {
        let lists = lists(FILE).unwrap();
        assert_eq!(lists.groups.len(), 33, "a list is missing or not known");
        assert!(lists.groups.values().all(|words| !words.is_empty()));
        let tables: Tables = toml::from_str(FILE).unwrap();
        assert!(!tables.measured.is_empty() && !tables.classifiers.words.is_empty() && !tables.same.is_empty());
    }

    #[test]
    fn a_text_is_taken_apart_into_words() {
        let vague = [Group::Degree, Group::Change, Group::State, Group::Filler];
        for text in ["提高", "稳步提高", "得到有效改善", "逐步健全"] {
            assert!(consists_of(&vague, text), "{text}");
        }
        for text in ["优良", "每天两次", "提高5%", "一级"] {
            assert!(!consists_of(&vague, text), "{text}");
        }
    }

    #[test]
    fn units_of_money() {
        assert_eq!(yuan("万元"), Some(Decimal::from(10_000)));
        assert_eq!(yuan("元/人"), None);
        assert!(same_unit("人", "名") && !same_unit("人", "个"));
    }
}
