//! What happened since a row of the journal, so that a program that reads the same thing at every bell reads again only what changed.
//!
//! Owns the mark up to which something was read. What an event touches is known where the thing is read.

use rusqlite::{Connection, params};

use super::journal::{self, COLUMNS, RawRow};
use crate::domain::event::Event;

/// Rows that are looked at one by one; after more of them everything is read again.
const MOST: u32 = 100;

/// The row of the journal up to which something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    seq: i64,
    hash: String,
}

impl Mark {
    /// The newest row.
    pub(super) fn newest(conn: &Connection) -> rusqlite::Result<Self> {
        let head = journal::head(conn)?;
        Ok(Self { seq: head.seq, hash: head.hash })
    }

    /// What happened since, and the mark after it; nothing when that cannot be told: too much of it, or another journal.
    pub(super) fn news(&self, conn: &Connection) -> rusqlite::Result<Option<(Self, Vec<Event>)>> {
        let head = journal::head(conn)?;
        if head.seq == self.seq && head.hash == self.hash {
            return Ok(Some((self.clone(), Vec::new())));
        }
        let sql = format!("select {COLUMNS} from journal where seq >= ?1 order by seq limit ?2");
        let mut sql = conn.prepare_cached(&sql)?;
        let rows = sql.query_map(params![self.seq, MOST + 1], RawRow::read)?;
        let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter();
        let known = rows.next().is_some_and(|row| row.hash == self.hash);
        if !known || rows.len() >= MOST as usize {
            return Ok(None);
        }
        let events: Result<Vec<Event>, String> = rows.map(|row| row.entry().map(|entry| entry.event)).collect();
        Ok(events.ok().map(|events| (Self { seq: head.seq, hash: head.hash }, events)))
    }
}
