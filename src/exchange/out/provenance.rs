//! Who made a document, when, and from which state of the journal: one line that stands in every document.
//!
//! The journal's head is printed because a chain of hashes alone cannot show that its own tail was cut: a document on
//! paper can.

use rust_i18n::t;

use crate::domain::time::Instant;

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The county.
    pub county: String,
    /// Budget year under review.
    pub year: i32,
    /// Whether the file holds the synthetic sample year.
    pub sample: bool,
    /// Who had it made.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Rows of the journal that it is made of.
    pub rows: i64,
    /// The hash of the last of them: SHA-256 in hex; empty for an empty journal.
    pub head: String,
}

impl Provenance {
    /// The line, in the user's language.
    pub fn line(&self) -> String {
        let head = if self.head.is_empty() { "-" } else { &self.head };
        let at = self.at.local_minute();
        let line = t!("out.provenance", by = self.by, at = at, rows = self.rows, head = head).into_owned();
        if self.sample { format!("{line} {}", t!("out.sample")) } else { line }
    }
}
