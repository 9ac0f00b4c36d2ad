//! The registers in memory.

use std::collections::BTreeMap;

use super::Model;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Entry};
use crate::domain::ids::RecordId;
use crate::domain::register::facts::{Kept, RegisterFacts};
use crate::domain::register::{Content, Record, Register, Window};

/// The records by number, removed ones too.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// The records.
    pub records: BTreeMap<RecordId, Kept>,
}

impl Registers {
    pub(super) fn apply(&mut self, entry: &Entry) {
        let (by, at) = (entry.by.clone(), entry.at);
        match &entry.event {
            Event::RegisterRecorded { record, unit, contents } => {
                let kept = Kept { record: contents.clone(), unit: *unit, version: 1, removed: false, by, at };
                self.records.insert(*record, kept);
            }
            Event::RegisterCorrected { record, unit, contents, .. } => {
                if let Some(kept) = self.records.get_mut(record) {
                    let (version, removed) = (kept.version + 1, false);
                    *kept = Kept { record: contents.clone(), unit: *unit, version, removed, by, at };
                }
            }
            Event::RegisterRemoved { record, .. } => {
                if let Some(kept) = self.records.get_mut(record) {
                    (kept.version, kept.removed, kept.by, kept.at) = (kept.version + 1, true, by, at);
                }
            }
            _ => {}
        }
    }

    fn present(&self) -> impl Iterator<Item = (&RecordId, &Kept)> {
        self.records.iter().filter(|(_, kept)| !kept.removed)
    }
}

impl RegisterFacts for Model {
    fn record(&self, id: RecordId) -> Answer<Option<Kept>> {
        Ok(self.registers.records.get(&id).cloned())
    }

    fn record_keyed(&self, register: Register, key: &str) -> Answer<Option<RecordId>> {
        let same = |kept: &Kept| kept.record.register() == register && kept.record.key() == key;
        Ok(self.registers.present().find(|(_, kept)| same(kept)).map(|(id, _)| *id))
    }

    fn window(&self, year: i32, content: Content) -> Answer<Option<Window>> {
        let windows = self.registers.present().filter_map(|(_, kept)| match &kept.record {
            Record::Window(window) => Some(window),
            _ => None,
        });
        Ok(windows.into_iter().find(|window| (window.year, window.content) == (year, content)).cloned())
    }

    fn next_record(&self) -> Answer<RecordId> {
        Ok(RecordId(self.registers.records.keys().next_back().map_or(1, |last| last.0 + 1)))
    }
}
