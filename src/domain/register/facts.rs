//! What `decide` may ask about registers. Whoever knows of none answers so.

use super::{Content, Record, Register, Window};
use crate::domain::facts::Answer;
use crate::domain::ids::{RecordId, UnitId};
use crate::domain::time::Instant;

/// A record as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its contents.
    pub record: Record,
    /// The unit that it is about.
    pub unit: Option<UnitId>,
    /// Counts its changes, from 1.
    pub version: u32,
    /// Whether it was removed.
    pub removed: bool,
    /// Who changed it last.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// The questions about registers.
pub trait RegisterFacts {
    /// A record, removed or not.
    fn record(&self, _id: RecordId) -> Answer<Option<Kept>> {
        Ok(None)
    }
    /// The record of a register with a key that was not removed.
    fn record_keyed(&self, _register: Register, _key: &str) -> Answer<Option<RecordId>> {
        Ok(None)
    }
    /// The window in which something of a year is to be published.
    fn window(&self, _year: i32, _content: Content) -> Answer<Option<Window>> {
        Ok(None)
    }
    /// The next free number of a record.
    fn next_record(&self) -> Answer<RecordId> {
        Ok(RecordId(1))
    }
}
