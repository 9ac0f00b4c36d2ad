//! That what was committed has reached the disk, before anybody is told that it is done.
//!
//! SQLite can see to that itself (`synchronous = full`), but does it while the writer still has its turn, so that everybody waits for each disk
//! write of everybody. Here a commit only goes into the write-ahead log, the turn is given up, and then the log is brought to the disk: the disk
//! works for several writers at once, and one write serves all whose rows came before it. Whoever reads in between sees an act that a power cut
//! may still take away, together with all that came after it; nobody was told that it is done. The log goes to the disk before anything of it goes
//! into the tables (`synchronous = normal`), so that the file is whole whenever the power fails.
//!
//! Owns the second look at the log. Does not know what was written.

use std::fs::File;
use std::io;
use std::path::Path;

use rusqlite::{Connection, Row};
use rust_i18n::t;

use super::execute::Unwritable;
use super::{Store, beside, side};

/// The write-ahead log of an open file. It is the same as SQLite's as long as the file is open: only the last who closes it takes it away.
#[derive(Debug, Default)]
pub(super) struct Log(Option<File>);

impl Log {
    /// Brings all that is in the log to the disk.
    fn sync(&mut self, path: &Path) -> io::Result<()> {
        let log = match self.0.take() {
            Some(log) => log,
            None => side::plain(&beside(path, "-wal"), File::options().read(true))?,
        };
        // One that failed is not asked again: it would say of what is lost that it is well.
        log.sync_data()?;
        self.0 = Some(log);
        Ok(())
    }
}

impl Store {
    /// Waits until all that was committed is on the disk.
    ///
    /// # Errors
    /// The disk does not take it. What was committed stands in the file nevertheless, until the power fails: the words say so.
    pub(super) fn confirm(&mut self) -> Result<(), Unwritable> {
        if self.log.sync(&self.path).is_ok() || into_the_tables(&self.conn).unwrap_or(false) {
            return Ok(());
        }
        Err(Unwritable(t!("store.unconfirmed").into_owned()))
    }
}

/// Brings all of the log into the tables, and those to the disk, by SQLite's own means; whether nothing was left over.
fn into_the_tables(conn: &Connection) -> rusqlite::Result<bool> {
    let whole = |row: &Row<'_>| Ok(row.get::<_, i64>(0)? == 0 && row.get::<_, i64>(1)? == row.get::<_, i64>(2)?);
    conn.query_row("pragma wal_checkpoint(full)", [], whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::{Actor, Command, Origin};

    #[test]
    fn a_log_that_cannot_be_reached_is_brought_into_the_tables() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        let actor = Actor::new(store.whoami(None).unwrap(), Origin::CommandLine);
        let found = Command::Found { county: "云岭县".to_owned(), year: 2021, sample: false };
        let log = beside(&path, "-wal");
        std::fs::rename(&log, folder.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink("/dev/null", &log).unwrap();
        store.execute(&actor, &found).unwrap();
        // What was acknowledged is in the file itself: the log is not needed for it.
        std::fs::copy(&path, folder.path().join("b.db")).unwrap();
        let copy = Connection::open(folder.path().join("b.db")).unwrap();
        let county: String = copy.query_row("select name from county", [], |row| row.get(0)).unwrap();
        assert_eq!(county, "云岭县");
    }
}
