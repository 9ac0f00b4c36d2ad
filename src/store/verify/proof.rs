//! That a file is right, without looking for what would be wrong: every check of the long way, made of sums instead of comparisons where rows are many.
//!
//! One thread reads the journal and adds up what follows from it: rows that stay as they were written (`lasting`) at once, those around targets when the
//! last event is known (`Expected`); the few that are neither are written a second time and compared. Another thread reads every other page of the file
//! and adds up what is there (`file`). What a sum does not prove is left to the long way.

use std::collections::BTreeMap;
use std::thread;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::file::{Met, Reader};
use super::{READ_PAGES, Report, UNSETTLED, chain, empty, keep_pages, lighten, pages, schema, seals, tables};
use crate::domain::facts::Entry;
use crate::store::digest::{Key, Sum};
use crate::store::journal::{self, RawRow};
use crate::store::projection::{self, Sums};

/// What tables add up to, by their names.
type Added = BTreeMap<&'static str, Sum>;

/// Tables that are compared with nothing: SQLite alone looks whether their values are of their kind. And its search, where it is not sure how its words
/// are found.
const OWN: [&str; 3] = ["draft", "presence", "sealed_ballot"];
const SEARCH: &str = "target_search";

/// Whether the file is right. `None`: it is not, or that cannot be told this way. With a `second` way into the file two threads share the work.
pub(super) fn proved(snapshot: &Connection, second: Option<Connection>) -> rusqlite::Result<Option<Report>> {
    keep_pages(snapshot, READ_PAGES)?;
    let mut report = Report::default();
    let plain = empty()?;
    schema::compare(snapshot, &schema::Fresh::of(&plain)?, &mut report);
    if !report.is_clean() || settings(snapshot).ok() != Some(settings(&plain)?) {
        return Ok(None);
    }
    let second = match second {
        Some(second) if is_same_state(snapshot, &second)? => Some(second),
        _ => None,
    };
    let compared = match second {
        Some(second) => thread::scope(|scope| {
            let key = Key::default();
            let of_others = key.clone();
            let others = scope.spawn(move || others(&second, &of_others));
            let read = || others.join().ok()?;
            from_journal(snapshot, &key, &mut report, read)
        }),
        None => {
            let key = Key::default();
            from_journal(snapshot, &key, &mut report, || others(snapshot, &key))
        }
    };
    let Some(compared) = compared.filter(|_| report.is_clean()) else { return Ok(None) };
    report.compared += compared;
    report.proved = true;
    Ok(Some(report))
}

/// What the search notes of its own making; SQLite reads no word of one that lacks it.
fn settings(conn: &Connection) -> rusqlite::Result<Vec<(Value, Value)>> {
    let mut sql = conn.prepare("select k, v from target_search_config order by k")?;
    sql.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Whether both ways into the file see it after the same row of the journal; from now on both go on seeing that.
fn is_same_state(snapshot: &Connection, second: &Connection) -> rusqlite::Result<bool> {
    keep_pages(second, READ_PAGES)?;
    second.execute_batch("begin")?;
    let (one, other) = (journal::head(snapshot)?, journal::head(second)?);
    Ok((one.seq, one.hash) == (other.seq, other.hash))
}

/// What all tables but the journal add up to, and the pages on which they lie.
fn others(conn: &Connection, key: &Key) -> Option<(Added, Met)> {
    let mut reader = Reader::of(conn, key)?;
    let (sums, found) = reader.others("journal")?;
    let mut report = Report::default();
    OWN.into_iter()
        .chain((!found).then_some(SEARCH))
        .for_each(|table| pages(conn, &format!("quick_check({table})"), &mut report));
    report.is_clean().then(|| (sums, reader.met()))
}

/// Reads the journal, and compares what follows from it with what others have read: how many rows those were.
fn from_journal(
    snapshot: &Connection,
    key: &Key,
    report: &mut Report,
    others: impl FnOnce() -> Option<(Added, Met)>,
) -> Option<u64> {
    let mut fold = Fold::begin(snapshot, key).ok()?;
    let mut reader = Reader::of(snapshot, key)?;
    let mut chain = chain::Chain::default();
    reader.table("journal", &mut |seq, record, columns| {
        let raw = RawRow::lies(seq, &|column| columns.value(record, column))?;
        report.rows += 1;
        chain.go_on(&raw, report);
        fold.take(&raw)?;
        report.is_clean().then_some(())
    })?;
    let (found, met) = others()?;
    reader.end(&met)?;
    fold.agrees(&found)
}

/// What follows from the journal, row by row, to be compared with the file in the end.
struct Fold<'l> {
    live: &'l Connection,
    replay: Connection,
    sums: Sums<'l>,
    /// The row before, whose room the next one takes.
    former: Option<Entry>,
    /// What is wrong on the way; whatever it is, it is looked at the long way.
    report: Report,
}

impl<'l> Fold<'l> {
    fn begin(live: &'l Connection, key: &Key) -> rusqlite::Result<Self> {
        let replay = empty()?;
        // What fails here is thrown away.
        replay.execute_batch("pragma journal_mode = off")?;
        lighten(&replay)?;
        replay.execute_batch("begin")?;
        Ok(Self { live, replay, sums: Sums::proving(live, key), former: None, report: Report::default() })
    }

    fn take(&mut self, raw: &RawRow<&str>) -> Option<()> {
        match raw.received() {
            Some(received) => projection::receive(&self.replay, &received, raw.stamp(), &mut self.sums).ok()?,
            None => {
                let entry = raw.entry_after(self.former.take()).ok()?;
                seals::check(&self.replay, &entry, &mut self.report);
                projection::apply(&self.replay, &entry, &mut self.sums).ok()?;
                self.former = Some(entry);
            }
        }
        if self.sums.waiting() > UNSETTLED { self.sums.settle(&self.replay).ok() } else { Some(()) }
    }

    /// How many rows were compared if the file holds what it should; `None` if it does not.
    fn agrees(mut self, found: &Added) -> Option<u64> {
        self.sums.settle(&self.replay).ok()?;
        let expected = self.sums.proof();
        if expected != *found {
            return None;
        }
        for table in schema::JOURNALED.into_iter().filter(|table| !found.contains_key(table)) {
            tables::compare(self.live, &self.replay, table, &mut self.report);
        }
        seals::kept(self.live, &self.replay, &mut self.report);
        let tables = found.iter().filter(|(name, _)| schema::JOURNALED.contains(name));
        let compared: u64 = tables.map(|(_, sum)| sum.rows).sum();
        self.report.is_clean().then_some(compared + self.report.compared)
    }
}
