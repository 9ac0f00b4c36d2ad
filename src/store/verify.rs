//! Whether the file can be trusted: SQLite's own check, the journal's chain, and every table against a replay of the journal.
//!
//! Owns the order of the checks and the report. `chain` reads and replays the journal, `tables` compares, `schema` knows which tables follow from
//! the journal, `heads` compares what was given out, `quick` is the check of a moment. Damage is reported with its place and never ends the program; nothing is repaired here.

mod chain;
mod file;
mod heads;
mod proof;
mod quick;
mod report;
mod schema;
mod seals;
mod search;
mod tables;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Row};
use rust_i18n::t;

use super::Store;
use super::facts::unreadable;
use super::open::{PAGES, TABLES, attach, identity};
use crate::domain::facts::Answer;

pub(super) use chain::{Chain, replay_into, walk};
#[cfg(test)]
pub(super) use file::words_of;
pub use report::{Fault, FaultKind, Head, Note, Report};
pub(super) use schema::KEPT;

/// Kibibytes of the replay kept in memory; the rest goes to a temporary file of SQLite's, which is gone with the check.
const REPLAY_PAGES: i32 = 65_536;
/// Kibibytes of a file that is read from end to end: each page once, and those above it more often.
const READ_PAGES: i32 = 4096;
/// A plain table in place of the search, to which the same statements put names and from which they take them.
const PLAIN_SEARCH: &str = "drop table target_search;
    create table target_search (names text, initials text, target_search text);
    create trigger taken_out before insert on target_search when new.target_search = 'delete'
    begin
        delete from target_search where rowid = new.rowid;
        select raise(ignore);
    end;";
/// So many sums may wait for the end of a replay.
const UNSETTLED: usize = 50_000;
/// SQLite's own check, which stops after so many faults: pages, indexes, constraints and the search (fts5 has its own check, which this calls).
const OWN: &str = "integrity_check(50)";
/// The same without looking at indexes and the search, which follow from the tables.
pub(super) const QUICK: &str = "quick_check(1)";

impl Store {
    /// Checks the whole file as it stands now; others may write meanwhile. Fails only when the check itself cannot run.
    pub fn verify(&self) -> Answer<Report> {
        let checked = self.check();
        keep_pages(&self.conn, PAGES).map_err(unreadable)?;
        checked
    }

    /// Proves the file in one go; only where that fails is it looked for what is wrong, and where.
    fn check(&self) -> Answer<Report> {
        let snapshot = self.conn.unchecked_transaction().map_err(unreadable)?;
        // A second way into the same file, for a second thread.
        let same = identity(&self.path).is_ok_and(|there| there == self.identity);
        let second = same.then(|| attach(&self.path, self.frozen).ok()).flatten();
        // A proof that came to no end is none.
        let mut report = match proof::proved(&snapshot, second) {
            Ok(Some(report)) => report,
            Ok(None) | Err(_) => located(&snapshot)?,
        };
        heads::compare(&snapshot, &self.path, &mut report);
        Ok(report)
    }
}

/// Keeps so many kibibytes of pages in memory.
fn keep_pages(conn: &Connection, pages: i32) -> rusqlite::Result<()> {
    conn.execute_batch(&format!("pragma cache_size = -{pages}"))
}

/// Compares row by row and value by value, and tells the place of each fault.
fn located(snapshot: &Connection) -> Answer<Report> {
    keep_pages(snapshot, REPLAY_PAGES).map_err(unreadable)?;
    let replay = empty().map_err(unreadable)?;
    let mut report = Report::default();
    pages(snapshot, OWN, &mut report);
    schema::compare(snapshot, &schema::Fresh::of(&replay).map_err(unreadable)?, &mut report);
    lighten(&replay).map_err(unreadable)?;
    let all = replay.unchecked_transaction().map_err(unreadable)?;
    chain::replay(snapshot, &all, &mut report);
    for table in schema::JOURNALED {
        tables::compare(snapshot, &all, table, &mut report);
    }
    search::compare(snapshot, &all, &mut report);
    seals::kept(snapshot, &all, &mut report);
    Ok(report)
}

/// An empty file of the same schema, for the replay.
fn empty() -> rusqlite::Result<Connection> {
    let replay = Connection::open("")?;
    replay.set_prepared_statement_cache_capacity(128);
    // As in `open`: a statement is planned once, whatever is bound to it.
    replay.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    replay.execute_batch(&format!(
        "pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -{REPLAY_PAGES}; pragma foreign_keys = off; {TABLES}"
    ))?;
    Ok(replay)
}

/// Takes from the replay what only reading needs: indexes, and the search, which stays a plain table that nobody asks.
fn lighten(replay: &Connection) -> rusqlite::Result<()> {
    without_indexes(replay)?;
    replay.execute_batch(PLAIN_SEARCH)
}

/// Takes away the indexes of tables of which applying an event finds rows by their keys alone; the statements that make them again.
pub(super) fn without_indexes(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "select name, sql from sqlite_schema where type = 'index' and sql is not null
        and tbl_name in ('journal', 'unit', 'target', 'review', 'step', 'evaluation', 'finding') order by rowid";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let indexes = conn.prepare(sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    for (name, _) in &indexes {
        conn.execute_batch(&format!("drop index \"{name}\""))?;
    }
    Ok(indexes.into_iter().map(|(_, sql)| sql).collect())
}

/// One of SQLite's own checks.
pub(super) fn pages(conn: &Connection, check: &str, report: &mut Report) {
    let checked = conn.prepare(&format!("pragma {check}")).and_then(|mut sql| {
        let mut rows = sql.query([])?;
        while let Some(row) = rows.next()? {
            let said: String = row.get(0)?;
            if said != "ok" {
                report.add(Fault::of_file(&said));
            }
        }
        Ok(())
    });
    if let Err(error) = checked {
        report.add(Fault::of_file(&error.to_string()));
    }
}

impl Fault {
    fn of_file(said: &str) -> Self {
        let (place, what) = (t!("verify.place-file"), t!("verify.what-damaged"));
        Self::new(FaultKind::Damaged, &place, &what, None, Some(said.to_owned()))
    }
}

#[cfg(test)]
mod tests;
