//! A word more on the selected target: its case file, fetched only when the selection has rested for a moment.

use std::sync::Arc;

use crate::domain::ids::TargetId;
use crate::domain::time::Instant;
use crate::domain::view::{CaseFile, QueueRow};

/// How long the selection rests before more is asked: 200 ms, in microseconds.
const REST: i64 = 200_000;

/// A word more on the selected target.
#[derive(Debug, Default)]
pub struct Preview {
    /// The case file that was fetched last.
    pub file: Option<Arc<CaseFile>>,
    /// What is to be fetched, and when.
    due: Option<(TargetId, Instant)>,
    pub(super) ticket: Option<u64>,
}

impl Preview {
    /// The case file of a row, if it is the one fetched last.
    pub fn of(&self, row: &QueueRow) -> Option<&CaseFile> {
        self.file.as_deref().filter(|file| file.target.id == row.id && file.target.version == row.version)
    }

    /// The selection may have moved: begins to wait again.
    pub(super) fn wait(&mut self, row: Option<&QueueRow>, now: Instant) {
        self.due = row.filter(|row| self.of(row).is_none()).map(|row| (row.id, Instant(now.0.saturating_add(REST))));
    }

    /// When the waiting ends.
    pub fn deadline(&self) -> Option<Instant> {
        self.due.map(|(_, at)| at)
    }

    /// The target whose waiting has ended.
    pub(super) fn ripe(&mut self, now: Instant) -> Option<TargetId> {
        let (target, _) = self.due.filter(|(_, at)| *at <= now)?;
        self.due = None;
        Some(target)
    }
}
