//! What was found damaged since the file was opened: from then on it is read, and not written any more.

use std::sync::{Arc, OnceLock};

use super::Store;

/// The damage of an open file, for whoever looks for it on a thread of its own.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<OnceLock<String>>);

impl Damage {
    /// Says what is damaged; the first word counts.
    pub fn tell(&self, words: &str) {
        self.0.get_or_init(|| words.to_owned());
    }

    /// What was found, in words.
    pub fn found(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}

impl Store {
    /// The damage of this file, to be told of it while it is worked with.
    pub fn damage(&self) -> Damage {
        self.damage.clone()
    }
}
