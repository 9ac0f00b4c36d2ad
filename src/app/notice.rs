//! The one line that tells what happened: good news goes by itself, bad news stays until a key.

use crate::domain::time::Instant;

/// How long good news stays: 3 s, in microseconds.
const STAYS: i64 = 3_000_000;

/// A line that tells what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub words: String,
    /// Whether something went wrong.
    pub error: bool,
    /// When it goes by itself.
    pub until: Option<Instant>,
}

impl Notice {
    /// Good news of now.
    pub fn done(words: String, now: Instant) -> Self {
        Self { words, error: false, until: Some(Instant(now.0.saturating_add(STAYS))) }
    }

    /// Bad news.
    pub const fn error(words: String) -> Self {
        Self { words, error: true, until: None }
    }

    /// Whether it has stayed long enough.
    pub fn is_over(&self, now: Instant) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}
