//! A new file of what a damaged one still tells: every act of its journal up to the first that cannot be trusted, with the tables that follow.
//! What can be read beyond is written down for people, and never taken for an act.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use rust_i18n::t;

use super::{NotCopied, folder, io_words};
use crate::store::execute::Unwritable;
use crate::store::journal::{self, COLUMNS, RawRow};
use crate::store::open::attach;
use crate::store::projection::{self, Sums};
use crate::store::verify::{Chain, Head, Report};
use crate::store::{Store, SystemClock, audit, beside};

/// Rows in a row that cannot be read before it is believed that no more follow.
const HOPELESS: i64 = 10_000;

/// A new file, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// The new file's last row.
    pub head: Option<Head>,
    /// Why no further row was taken, in words; `None` when the whole journal was.
    pub stopped: Option<String>,
    /// Rows beyond that can be read, and the file with them.
    pub beyond: Option<(u64, PathBuf)>,
}

/// Makes a new file of what a damaged one tells, which is only read.
///
/// # Errors
/// There is no new file: its name is taken, it cannot be written, or nothing of the damaged one can be read.
pub fn rescue(path: &Path, to: &Path) -> Result<Rescued, NotCopied> {
    let failed = |words: String| NotCopied::Failed(to.to_owned(), words);
    let of_io = |error: io::Error| failed(io_words(&error));
    if to.symlink_metadata().is_ok() {
        return Err(NotCopied::Exists(to.to_owned()));
    }
    // Opening a file with a log changes both; the damaged ones stay as they are.
    let work = tempfile::Builder::new().prefix(".huishen-rescue-").tempdir_in(folder(to)).map_err(of_io)?;
    let damaged = work.path().join("damaged.db");
    fs::copy(path, &damaged).map_err(of_io)?;
    let _ = fs::copy(beside(path, "-wal"), beside(&damaged, "-wal"));
    let old = attach(&damaged, false).map_err(|error| failed(Unwritable::words(&error)))?;
    let ready = work.path().join("new.db");
    let mut new = Store::create_with(&ready, Arc::new(SystemClock)).map_err(|error| failed(error.words()))?;
    let (head, stopped) = take(&old, &mut new).map_err(|error| failed(Unwritable::words(&error)))?;
    drop(new);
    let last = head.as_ref().map_or(0, |head| head.seq);
    if last == 0 {
        return Err(failed(stopped.unwrap_or_else(|| t!("backup.nothing").into_owned())));
    }
    let beyond = if stopped.is_some() { rest(&old, last, &beside(to, ".rest.jsonl")).map_err(of_io)? } else { None };
    File::open(&ready).and_then(|file| file.sync_all()).map_err(of_io)?;
    fs::rename(&ready, to).map_err(of_io)?;
    Ok(Rescued { head, stopped, beyond })
}

/// Takes the rows that hang together into a new file, then what follows from no row.
fn take(old: &Connection, new: &mut Store) -> rusqlite::Result<(Option<Head>, Option<String>)> {
    let all = new.conn.transaction()?;
    let (mut chain, mut sums, mut stopped) = (Chain::default(), Sums::default(), None);
    loop {
        let row = match one(old, chain.next()) {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) => {
                stopped = Some(error.to_string());
                break;
            }
        };
        let mut report = Report::default();
        let mut ahead = chain.clone();
        ahead.link(&row, &mut report);
        let place = t!("verify.place-journal", seq = row.seq);
        if let Some(fault) = report.faults.first() {
            stopped = Some(format!("{place}: {}", fault.what));
            break;
        }
        all.execute_batch("savepoint row")?;
        let taken = journal::insert(&all, &row).map_err(|error| error.to_string());
        let taken = taken.and_then(|()| row.entry());
        let taken = taken.and_then(|entry| projection::apply(&all, &entry, &mut sums).map_err(|e| e.to_string()));
        if let Err(words) = taken {
            all.execute_batch("rollback to row; release row")?;
            stopped = Some(format!("{place}: {words}"));
            break;
        }
        all.execute_batch("release row")?;
        chain = ahead;
    }
    sums.settle(&all)?;
    if stopped.is_none() && beyond(old, chain.next())?.is_some() {
        stopped = Some(format!("{}: {}", t!("verify.place-journal", seq = chain.next()), t!("verify.what-gap")));
    }
    for table in ["draft", "sealed_ballot"] {
        // What cannot be read is lost; the rest is kept.
        let _ = take_table(old, &all, table);
    }
    all.commit()?;
    Ok((chain.head(), stopped))
}

fn one(conn: &Connection, seq: i64) -> rusqlite::Result<Option<RawRow>> {
    let sql = format!("select {COLUMNS} from journal where seq = ?1");
    conn.prepare_cached(&sql)?.query_row([seq], RawRow::read).optional()
}

/// The next number from one on.
fn beyond(conn: &Connection, seq: i64) -> rusqlite::Result<Option<i64>> {
    conn.query_row("select seq from journal where seq >= ?1 order by seq limit 1", [seq], |row| row.get(0)).optional()
}

fn take_table(old: &Connection, new: &Connection, table: &str) -> rusqlite::Result<()> {
    let mut sql = old.prepare(&format!("select * from {table}"))?;
    let count = sql.column_count();
    let marks = vec!["?"; count].join(", ");
    let mut rows = sql.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..count).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>()?;
        new.execute(&format!("insert or ignore into {table} values ({marks})"), rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

/// Writes down the rows after one, as far as they can be read.
fn rest(old: &Connection, last: i64, to: &Path) -> io::Result<Option<(u64, PathBuf)>> {
    let mut part = super::part_beside(to)?;
    let mut out = BufWriter::new(part.as_file_mut());
    let (mut seq, mut read, mut failed) = (last + 1, 0, 0);
    while failed < HOPELESS {
        match one(old, seq) {
            Ok(Some(row)) => {
                writeln!(out, "{}", audit::line(&row))?;
                (read, failed) = (read + 1, 0);
            }
            Ok(None) if !matches!(beyond(old, seq), Ok(Some(_)) | Err(_)) => break,
            _ => failed += 1,
        }
        seq += 1;
    }
    out.flush()?;
    drop(out);
    if read == 0 {
        return Ok(None);
    }
    part.as_file().sync_all()?;
    super::name(part, to, true)?;
    Ok(Some((read, to.to_owned())))
}
