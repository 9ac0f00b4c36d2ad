//! The rules as data (`data/checks.toml`): how grave each check's findings are, where the rule comes from, and the limits.
//!
//! Owns reading the file. A rule that is no regulation says so.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::domain::bilingual::Bilingual;
use crate::domain::handin::Severity;

const FILE: &str = include_str!("../../../data/checks.toml");

/// The rules, read once. The file is compiled in and tested.
static RULES: LazyLock<Rules> = LazyLock::new(|| read(FILE).unwrap_or_default());

/// The version of the rules; stored with the findings that they gave.
pub fn version() -> u32 {
    RULES.version
}

/// How grave a check's findings are.
pub fn severity(id: &str) -> Severity {
    RULES.check(id).map_or(Severity::Hint, |check| check.severity)
}

/// Where a check's rule comes from, in the user's language.
pub fn source(id: &str) -> String {
    let source = RULES.check(id).and_then(|check| RULES.sources.get(&check.source));
    source.map_or_else(String::new, |source| source.local().to_owned())
}

/// The same in the language of opinions, Chinese; nothing for a rule of this program's own, which no opinion may quote.
pub fn basis(id: &str) -> Option<&'static str> {
    let check = RULES.check(id).filter(|check| check.source != OWN)?;
    RULES.sources.get(&check.source).map(Bilingual::chinese)
}

/// A limit by its name; each has its unit and source in the file.
pub fn limit(name: &str) -> Decimal {
    RULES.limits.get(name).map_or(Decimal::ZERO, |limit| limit.value)
}

/// All limits: name, value with unit, and source in the user's language.
pub fn limits() -> impl Iterator<Item = (&'static str, String, &'static str)> {
    RULES.limits.iter().filter_map(|(name, limit)| {
        let source = RULES.sources.get(&limit.source)?;
        Some((name.as_str(), format!("{} {}", limit.value, limit.unit), source.local()))
    })
}

/// The source of rules that are no regulation.
const OWN: &str = "own";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    version: u32,
    sources: BTreeMap<String, Bilingual>,
    limits: BTreeMap<String, Limit>,
    check: Vec<Rule>,
}

impl Rules {
    fn check(&self, id: &str) -> Option<&Rule> {
        self.check.iter().find(|check| check.id == id)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    value: Decimal,
    unit: String,
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    severity: Severity,
    source: String,
}

fn read(text: &str) -> Result<Rules, toml::de::Error> {
    toml::from_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check::CHECKS;

    #[test]
    fn every_check_has_one_rule_and_every_rule_a_check_and_a_source() {
        let rules = read(FILE).unwrap();
        let mut ids: Vec<_> = rules.check.iter().map(|check| check.id.as_str()).collect();
        let mut known: Vec<_> = CHECKS.iter().map(|check| check.id).collect();
        ids.sort_unstable();
        known.sort_unstable();
        assert_eq!(ids, known);
        for source in rules.check.iter().map(|check| &check.source).chain(rules.limits.values().map(|one| &one.source))
        {
            assert!(rules.sources.contains_key(source), "{source}");
        }
        assert!(rules.limits.values().all(|limit| limit.value > Decimal::ZERO && !limit.unit.is_empty()));
    }

    #[test]
    fn an_opinion_quotes_regulations_only() {
        assert_eq!(basis("mixed-signs"), None);
        assert!(basis("vague-value").unwrap().contains("88号"));
    }
}
