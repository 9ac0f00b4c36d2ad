//! Unsent text on its way to the file: gathered for a moment, so that not every key writes, and never for longer.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::domain::ids::TargetId;
use crate::domain::view::Draft;

/// How long text is gathered, from the first change on.
const GATHERED: Duration = Duration::from_millis(250);

/// Unsent text on its way to the file.
#[derive(Debug, Default)]
pub struct Drafts {
    waiting: BTreeMap<(TargetId, String), (Draft, Instant)>,
}

impl Drafts {
    /// Takes the newest text of a form; the time runs since its first change.
    pub fn put(&mut self, draft: Draft, now: Instant) {
        let key = (draft.target, draft.form.clone());
        let due = self.waiting.get(&key).map_or(now + GATHERED, |(_, due)| *due);
        self.waiting.insert(key, (draft, due));
    }

    /// Forgets the text of a form that was not written yet.
    pub fn forget(&mut self, target: TargetId, form: &str) {
        self.waiting.remove(&(target, form.to_owned()));
    }

    /// The time until the next is due.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.waiting.values().map(|(_, due)| due.saturating_duration_since(now)).min()
    }

    /// Takes out what is due.
    pub fn due(&mut self, now: Instant) -> Vec<Draft> {
        let due = self.waiting.extract_if(.., |_, (_, due)| *due <= now);
        due.map(|(_, (draft, _))| draft).collect()
    }

    /// Takes out everything, due or not.
    pub fn all(&mut self) -> Vec<Draft> {
        std::mem::take(&mut self.waiting).into_values().map(|(draft, _)| draft).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(body: &str) -> Draft {
        let at = crate::domain::time::Instant::default();
        Draft { target: TargetId(1), form: "review".to_owned(), body: body.to_owned(), at }
    }

    #[test]
    fn typing_on_does_not_put_the_writing_off() {
        let start = Instant::now();
        let mut drafts = Drafts::default();
        assert_eq!(drafts.wait(start), None);
        drafts.put(draft("a"), start);
        for step in 1..5 {
            let now = start + Duration::from_millis(step * 60);
            drafts.put(draft("ab"), now);
            assert!(drafts.due(now).is_empty());
        }
        assert_eq!(drafts.due(start + Duration::from_millis(250)), [draft("ab")]);
        assert_eq!(drafts.wait(start), None);
        drafts.put(draft("abc"), start);
        drafts.forget(TargetId(1), "review");
        assert!(drafts.all().is_empty());
        drafts.put(draft("abcd"), start);
        assert_eq!(drafts.all(), [draft("abcd")]);
    }
}
