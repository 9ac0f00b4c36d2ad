//! That a file is right, without looking for what would be wrong: every check of the long way, made of sums instead of comparisons where rows are many.
//!
//! Lasting tables are added up (`digest`) on both sides and never written a second time, the tables around targets are kept in memory (`Expected`); the
//! search is compared byte by byte; indexes are added up against their tables in the order in which they lie, instead of being asked for each row. One
//! thread reads the journal, and then looks at pages and indexes; another one folds what the first has read, and compares. What a sum does not prove is
//! left to the long way.

use std::sync::mpsc::sync_channel;
use std::thread;

use rusqlite::Connection;

use super::{
    QUICK, READ_PAGES, Report, UNSETTLED, chain, empty, indexes, keep_pages, lighten, pages, schema, seals, search,
    tables,
};
use crate::domain::facts::Entry;
use crate::store::journal;
use crate::store::projection::{self, EXPECTED, LASTING, Sums};

/// Rows of the journal that go from one thread to the other at once.
const BATCH: usize = 256;
/// How many batches may wait: enough that neither thread waits for the other, and few in memory.
const WAITING: usize = 16;

/// Whether the file is right. `None`: it is not, or that cannot be told this way. With a `second` way into the file two threads share the work.
pub(super) fn proved(snapshot: &Connection, second: Option<Connection>) -> rusqlite::Result<Option<Report>> {
    keep_pages(snapshot, READ_PAGES)?;
    let mut report = Report::default();
    schema::compare(snapshot, &schema::Fresh::of(&empty()?)?, &mut report);
    if !report.is_clean() {
        return Ok(None);
    }
    let second = match second {
        Some(second) if is_same_state(snapshot, &second)? => Some(second),
        _ => None,
    };
    let compared = match second {
        Some(second) => by_two(snapshot, second, &mut report)?,
        None => by_one(snapshot, &mut report)?,
    };
    let Some(compared) = compared.filter(|_| report.is_clean()) else { return Ok(None) };
    report.compared += compared;
    report.proved = true;
    Ok(Some(report))
}

/// Whether both ways into the file see it after the same row of the journal; from now on both go on seeing that.
fn is_same_state(snapshot: &Connection, second: &Connection) -> rusqlite::Result<bool> {
    keep_pages(second, READ_PAGES)?;
    second.execute_batch("begin")?;
    let (one, other) = (journal::head(snapshot)?, journal::head(second)?);
    Ok((one.seq, one.hash) == (other.seq, other.hash))
}

fn by_one(snapshot: &Connection, report: &mut Report) -> rusqlite::Result<Option<u64>> {
    let mut fold = Fold::begin(snapshot)?;
    chain::entries(snapshot, report, &mut |entry| fold.take(&entry));
    if report.is_clean() && is_in_shape(snapshot)? { fold.agrees() } else { Ok(None) }
}

fn by_two(snapshot: &Connection, second: Connection, report: &mut Report) -> rusqlite::Result<Option<u64>> {
    thread::scope(|scope| {
        let (send, read) = sync_channel::<Vec<Entry>>(WAITING);
        let folded = scope.spawn(move || {
            let mut fold = Fold::begin(&second)?;
            read.into_iter().flatten().for_each(|entry| fold.take(&entry));
            fold.agrees()
        });
        let mut batch = Vec::with_capacity(BATCH);
        chain::entries(snapshot, report, &mut |entry| {
            batch.push(entry);
            if batch.len() == BATCH {
                // Whoever does not take it any more says so in the end.
                let _ = send.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)));
            }
        });
        let _ = send.send(batch);
        drop(send);
        let in_shape = report.is_clean() && is_in_shape(snapshot).unwrap_or_default();
        // A check that came to no end has proved nothing.
        let compared = folded.join().unwrap_or(Ok(None))?;
        Ok(compared.filter(|_| in_shape))
    })
}

/// Whether pages hang together, and indexes say what their tables say.
fn is_in_shape(conn: &Connection) -> rusqlite::Result<bool> {
    let mut report = Report::default();
    pages(conn, QUICK, &mut report);
    Ok(report.is_clean() && indexes::agree(conn)?)
}

/// What follows from the journal, row by row, to be compared with the file in the end.
struct Fold<'l> {
    live: &'l Connection,
    replay: Connection,
    sums: Sums<'l>,
    /// What is wrong on the way; whatever it is, it is looked at the long way.
    report: Report,
    failed: bool,
}

impl<'l> Fold<'l> {
    fn begin(live: &'l Connection) -> rusqlite::Result<Self> {
        let replay = empty()?;
        // What fails here is thrown away.
        replay.execute_batch("pragma journal_mode = off")?;
        lighten(&replay)?;
        replay.execute_batch("begin")?;
        Ok(Self { live, replay, sums: Sums::proving(live), report: Report::default(), failed: false })
    }

    fn take(&mut self, entry: &Entry) {
        if self.failed {
            return;
        }
        seals::check(&self.replay, entry, &mut self.report);
        self.failed = projection::apply(&self.replay, entry, &mut self.sums).is_err()
            || self.sums.waiting() > UNSETTLED && self.sums.settle(&self.replay).is_err();
    }

    /// How many rows were compared if the file holds what it should; `None` if it does not.
    fn agrees(mut self) -> rusqlite::Result<Option<u64>> {
        if self.failed {
            return Ok(None);
        }
        self.sums.settle(&self.replay)?;
        let (added, expected) = self.sums.proof();
        let Some(mut compared) = expected.agrees(self.live)? else { return Ok(None) };
        for table in LASTING {
            let found = table.sum(self.live, &added.key)?;
            if found != added.of(table) {
                return Ok(None);
            }
            compared += found.rows;
        }
        if !search::agrees(self.live, &self.replay)? {
            return Ok(None);
        }
        let added_up = |table: &&str| EXPECTED.contains(table) || LASTING.iter().any(|lasting| lasting.name == *table);
        for table in schema::JOURNALED.into_iter().filter(|table| !added_up(table)) {
            tables::compare(self.live, &self.replay, table, &mut self.report);
        }
        seals::kept(self.live, &self.replay, &mut self.report);
        Ok(self.report.is_clean().then_some(compared + self.report.compared))
    }
}
