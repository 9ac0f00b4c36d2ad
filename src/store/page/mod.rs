//! The file's pages as SQLite hands them out (`sqlite_dbpage`): with those of the log, of the snapshot that the connection holds.
//!
//! Knows the format (sqlite.org/fileformat2.html) and no table. `record` the values of a row · `head` what a page says of itself · `between` counts entries of an index page by page.

mod between;
mod head;
mod record;

use rusqlite::{CachedStatement, Connection};

pub(super) use between::{Edge, Tree, What};
pub(super) use head::{Cell, Head};
pub(super) use record::{Columns, Former, order, put_varint, varint};

/// Bytes of a page, all of them in use: what SQLite makes without being told otherwise.
pub(super) const SIZE: usize = 4096;

/// The pages of a file as a connection sees them.
pub(super) struct Pages<'c> {
    read: CachedStatement<'c>,
    count: u32,
}

impl<'c> Pages<'c> {
    /// `None` where this SQLite does not hand its pages out.
    pub(super) fn of(conn: &'c Connection) -> Option<Self> {
        let count = conn.prepare_cached("pragma page_count").ok()?.query_row([], |row| row.get(0)).ok()?;
        Some(Self { read: conn.prepare_cached("select data from sqlite_dbpage where pgno = ?1").ok()?, count })
    }

    /// How many there are.
    pub(super) const fn count(&self) -> u32 {
        self.count
    }

    /// Looks at a page where it lies.
    pub(super) fn look<T>(&mut self, number: u32, at: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let mut rows = self.read.query([number]).ok()?;
        let page = rows.next().ok()??.get_ref(0).ok()?.as_blob().ok()?;
        if page.len() == SIZE { at(page) } else { None }
    }

    /// Reads a page, into the room of another one.
    pub(super) fn take(&mut self, number: u32, page: &mut Vec<u8>) -> Option<()> {
        self.look(number, |data| {
            page.clear();
            page.extend_from_slice(data);
            Some(())
        })
    }
}

/// Two bytes as a number.
pub(in crate::store) fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 2).map(|two| usize::from(two[0]) << 8 | usize::from(two[1]))
}

/// Four bytes as a number.
pub(in crate::store) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}
