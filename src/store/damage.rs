//! What was found damaged since the file was opened: as long as it is found so, the file is read, and not written.
//!
//! A disk that fails for a moment looks the same as a damaged file. So what was found does not stand for ever: whoever wants to write looks again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Store;
use super::open::PAGES;

/// The damage of an open file, for whoever looks for it on a thread of its own.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<Mutex<Option<String>>>);

impl Damage {
    /// Says what is damaged; the first word counts.
    pub fn tell(&self, words: &str) {
        self.lock().get_or_insert_with(|| words.to_owned());
    }

    /// Says that the file reads well again.
    pub fn mend(&self) {
        *self.lock() = None;
    }

    /// What was found, in words.
    pub fn found(&self) -> Option<String> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Option<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// The damage of this file, to be told of it while it is worked with.
    pub fn damage(&self) -> Damage {
        self.damage.clone()
    }

    /// What stands in the way of writing: what was found damaged, and is found so still.
    pub(super) fn still_damaged(&self) -> Option<String> {
        let found = self.damage.found()?;
        // By a way of its own: this one may keep pages as they were misread.
        let anew = Self::open_reading(&self.path).ok().and_then(|store| store.verify_quick().ok());
        if !anew.is_some_and(|report| report.is_clean()) || self.keep_pages(PAGES).is_err() {
            return Some(found);
        }
        self.damage.mend();
        None
    }
}
