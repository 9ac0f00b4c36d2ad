//! That a file is right, without looking for what would be wrong: every check of the long way, made of sums instead of comparisons where rows are many.
//!
//! Lasting tables are added up (`digest`) on both sides and never written a second time; the search is compared byte by byte; indexes are added up against
//! their tables in the order in which they lie, instead of being asked for each row. What a sum does not prove is left to the long way.

use std::thread;

use rusqlite::Connection;

use super::{
    QUICK, READ_PAGES, Report, chain, empty, indexes, keep_pages, lighten, pages, schema, seals, search, tables,
};
use crate::store::projection::{Added, EXPECTED, Expected, LASTING, Sums};

/// Whether the file is right. `None`: it is not, or that cannot be told this way. What asks for no journal goes on beside, where there is a `second` way
/// into the file.
pub(super) fn proved(snapshot: &Connection, second: Option<Connection>) -> rusqlite::Result<Option<Report>> {
    keep_pages(snapshot, READ_PAGES)?;
    match second {
        Some(second) => thread::scope(|scope| {
            let shape = scope.spawn(move || shape(&second));
            let proved = follows(snapshot);
            // A check that came to no end has proved nothing.
            let shape = shape.join().unwrap_or(Ok(false)).unwrap_or_default();
            proved.map(|report| report.filter(|_| shape))
        }),
        None if shape(snapshot)? => follows(snapshot),
        None => Ok(None),
    }
}

/// Whether pages hang together, and indexes say what their tables say.
fn shape(conn: &Connection) -> rusqlite::Result<bool> {
    keep_pages(conn, READ_PAGES)?;
    let mut report = Report::default();
    pages(conn, QUICK, &mut report);
    Ok(report.is_clean() && indexes::agree(conn)?)
}

/// Whether everything else follows from the journal.
fn follows(snapshot: &Connection) -> rusqlite::Result<Option<Report>> {
    let mut report = Report::default();
    let replay = empty()?;
    // Whatever fails here is thrown away and looked at the long way.
    replay.execute_batch("pragma journal_mode = off")?;
    schema::compare(snapshot, &schema::Fresh::of(&replay)?, &mut report);
    if !report.is_clean() {
        return Ok(None);
    }
    lighten(&replay)?;
    let all = replay.unchecked_transaction()?;
    let mut sums = Sums::proving(snapshot);
    chain::replay_into(snapshot, &all, &mut sums, &mut report, &mut |_| {});
    let (added, expected) = sums.proof();
    let follows = report.is_clean()
        && lasting(snapshot, &added, &mut report).unwrap_or_default()
        && around_targets(snapshot, &expected, &mut report).unwrap_or_default()
        && search::agrees(snapshot, &all).unwrap_or_default();
    if !follows {
        return Ok(None);
    }
    let added_up = |table: &&str| EXPECTED.contains(table) || LASTING.iter().any(|lasting| lasting.name == *table);
    for table in schema::JOURNALED.into_iter().filter(|table| !added_up(table)) {
        tables::compare(snapshot, &all, table, &mut report);
    }
    seals::kept(snapshot, &all, &mut report);
    report.proved = true;
    Ok(report.is_clean().then_some(report))
}

/// Whether the tables around targets hold what is expected of them.
fn around_targets(snapshot: &Connection, expected: &Expected, report: &mut Report) -> rusqlite::Result<bool> {
    let read = expected.agrees(snapshot)?;
    report.compared += read.unwrap_or_default();
    Ok(read.is_some())
}

/// Whether the lasting tables hold what the replay would have written.
fn lasting(snapshot: &Connection, added: &Added, report: &mut Report) -> rusqlite::Result<bool> {
    for table in LASTING {
        let found = table.sum(snapshot, &added.key)?;
        if found != added.of(table) {
            return Ok(false);
        }
        report.compared += found.rows;
    }
    Ok(true)
}
