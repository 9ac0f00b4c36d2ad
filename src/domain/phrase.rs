//! The phrase book (`data/phrases.toml`): sentences as reviewers write them, with slots in 〔 〕.
//!
//! Owns the sentences and the names of the slots that a finding can fill. Opinions are official Chinese text, so the sentences are the
//! same in every language of the screens.

use std::sync::LazyLock;

use serde::Deserialize;

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// What it is about.
    pub kind: String,
    /// The checks whose findings it says, by id.
    #[serde(default)]
    pub check: Vec<String>,
    /// The sentence, with slots in 〔 〕.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    phrase: Vec<Phrase>,
}

static BOOK: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    // The file is compiled in and tested; a broken one would be an empty book.
    toml::from_str::<Book>(include_str!("../../data/phrases.toml")).map(|book| book.phrase).unwrap_or_default()
});

/// All sentences.
pub fn book() -> &'static [Phrase] {
    &BOOK
}

/// The slots of the sentences that findings fill, with the finding's name for it.
const SLOTS: [(&str, &str); 17] = [
    ("序号", "number"),
    ("目标内容", "name"),
    ("指标名称", "name"),
    ("指标值", "trigger"),
    ("单位", "unit"),
    ("金额", "amount"),
    ("合计", "sum"),
    ("数量", "quantity"),
    ("另一项", "other"),
    ("相同项目", "projects"),
    ("原文", "trigger"),
    ("年度", "year"),
    ("实际值", "actual"),
    ("百分比", "change"),
    ("上年支出", "spent"),
    ("上年预算", "before"),
    ("倍数", "factor"),
];

/// The finding's name for a slot; `None` for one that only a person can fill.
pub fn slot(name: &str) -> Option<&'static str> {
    SLOTS.iter().find(|(slot, _)| *slot == name).map(|(_, slot)| *slot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check::CHECKS;

    #[test]
    fn every_check_has_one_sentence_and_slots_are_closed() {
        assert!(!book().is_empty());
        for check in CHECKS.iter().filter(|check| !check.is_of_evaluation()) {
            let saying = book().iter().filter(|phrase| phrase.check.iter().any(|id| id == check.id)).count();
            assert_eq!(saying, 1, "{}", check.id);
        }
        for phrase in book() {
            assert_eq!(phrase.text.matches('〔').count(), phrase.text.matches('〕').count(), "{}", phrase.text);
            assert!(phrase.check.iter().all(|id| CHECKS.iter().any(|check| check.id == id)), "{:?}", phrase.check);
        }
    }
}
