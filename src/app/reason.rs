//! Why an action cannot be done now, in words: shown when its key is pressed, and beside it in help and palette.

use rust_i18n::t;

use crate::domain::refusal::Refusal;

/// Why an action cannot be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The action belongs to another screen.
    ElsewhereOnly,
    /// Nothing is selected.
    NothingSelected,
    /// The rules of the procedure or of access forbid it.
    Refused(Refusal),
    /// In a batch: the reason of one of its targets, by name.
    Of(String, Box<Reason>),
    /// Another reason: the key of its words.
    Words(&'static str),
}

impl Reason {
    /// The reason in the user's language.
    pub fn words(&self) -> String {
        match self {
            Self::ElsewhereOnly => t!("reason.elsewhere-only").into_owned(),
            Self::NothingSelected => t!("reason.nothing-selected").into_owned(),
            Self::Refused(refusal) => refusal.words(),
            Self::Of(name, reason) => t!("reason.of", name = name, reason = reason.words()).into_owned(),
            Self::Words(key) => t!(*key).into_owned(),
        }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
