//! A text that a data file holds in both languages, such as the words of a source.
//!
//! Owns which of the two is shown. What the texts say is the data files'.

use serde::Deserialize;

/// A text in Chinese and in English.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    zh: String,
    en: String,
}

impl Bilingual {
    /// The Chinese text, for documents that are written in Chinese whoever reads them.
    pub fn chinese(&self) -> &str {
        &self.zh
    }

    /// The text in the user's language.
    pub fn local(&self) -> &str {
        if rust_i18n::locale().starts_with("en") { &self.en } else { &self.zh }
    }
}
