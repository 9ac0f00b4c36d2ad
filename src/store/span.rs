//! A transaction whose first and last words are prepared once: parsing them for every commit costs as much as writing a row.
//!
//! Owns beginning and ending. Whatever is not committed is taken back.

use rusqlite::Connection;

/// A transaction, taken back when dropped.
pub(super) struct Span<'a>(&'a Connection);

impl<'a> Span<'a> {
    /// Begins to read: everything until the end is seen as it stands at the first question.
    pub(super) fn reading(conn: &'a Connection) -> rusqlite::Result<Self> {
        Self::begin(conn, "begin")
    }

    /// Begins to write.
    pub(super) fn writing(conn: &'a Connection) -> rusqlite::Result<Self> {
        Self::begin(conn, "begin immediate")
    }

    fn begin(conn: &'a Connection, words: &str) -> rusqlite::Result<Self> {
        conn.prepare_cached(words)?.execute([])?;
        Ok(Self(conn))
    }

    pub(super) const fn conn(&self) -> &'a Connection {
        self.0
    }

    /// Keeps what was written.
    pub(super) fn commit(self) -> rusqlite::Result<()> {
        self.0.prepare_cached("commit")?.execute([]).map(drop)
    }
}

impl Drop for Span<'_> {
    fn drop(&mut self) {
        // Some errors have taken it back already.
        if !self.0.is_autocommit() {
            let _ = self.0.prepare_cached("rollback").and_then(|mut sql| sql.execute([]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_committed_is_taken_back() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("create table a (b integer)").unwrap();
        let insert = |span: &Span<'_>| span.conn().execute("insert into a values (1)", []).unwrap();
        let count = || conn.query_row("select count(*) from a", [], |row| row.get::<_, i64>(0)).unwrap();
        let span = Span::writing(&conn).unwrap();
        insert(&span);
        drop(span);
        assert_eq!(count(), 0);
        let span = Span::writing(&conn).unwrap();
        insert(&span);
        span.commit().unwrap();
        assert_eq!(count(), 1);
        assert!(conn.is_autocommit());
    }
}
