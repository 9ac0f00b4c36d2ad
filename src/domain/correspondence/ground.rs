//! Why a link is proposed, in a form that knows no language: the screens render it.

use rust_i18n::t;
use serde::{Deserialize, Serialize};

/// One ground for a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Words that item and indicator share.
    Words(Vec<String>),
    /// A word of the item that stands for a word of the indicator.
    Synonym(String, String),
    /// An amount of the item that is the indicator's value, both as written.
    Amount(String, String),
    /// A kind of work, by its id: the item does it, the indicator measures it.
    Work(String),
    /// Nothing names the item, but the indicator measures outputs and this item's work is what there is to measure.
    MainWork,
}

impl Ground {
    /// In words: `共同词: 营养膳食`.
    pub fn words(&self) -> String {
        match self {
            Self::Words(words) => t!("ground.words", words = words.join(&t!("ground.join"))),
            Self::Synonym(item, indicator) => t!("ground.synonym", item = item, indicator = indicator),
            Self::Amount(item, indicator) => t!("ground.amount", item = item, indicator = indicator),
            Self::Work(id) => t!("ground.work", work = t!(format!("ground.kind.{id}"))),
            Self::MainWork => t!("ground.main-work"),
        }
        .into_owned()
    }
}

/// All grounds of a link in one line.
pub fn reason(grounds: &[Ground]) -> String {
    grounds.iter().map(Ground::words).collect::<Vec<_>>().join(&t!("ground.and"))
}
