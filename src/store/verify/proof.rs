//! That a file is right, without looking for what would be wrong: every check of the long way, made of sums instead of comparisons where rows are many.
//!
//! Lasting tables are added up (`digest`) on both sides and never written a second time; the search is compared byte by byte; indexes are added up against
//! their tables in the order in which they lie, instead of being asked for each row. What a sum does not prove is left to the long way.

use rusqlite::Connection;

use super::{QUICK, Report, chain, empty, indexes, lighten, pages, schema, seals, search, tables};
use crate::store::projection::{Added, LASTING, Sums};

/// Whether the file is right. `None`: it is not, or that cannot be told this way.
pub(super) fn proved(snapshot: &Connection) -> rusqlite::Result<Option<Report>> {
    let mut report = Report::default();
    let replay = empty()?;
    // Whatever fails here is thrown away and looked at the long way.
    replay.execute_batch("pragma journal_mode = off")?;
    pages(snapshot, QUICK, &mut report);
    schema::compare(snapshot, &schema::Fresh::of(&replay)?, &mut report);
    if !report.is_clean() || !indexes::agree(snapshot).unwrap_or_default() {
        return Ok(None);
    }
    lighten(&replay)?;
    let all = replay.unchecked_transaction()?;
    let mut sums = Sums::proving(snapshot);
    chain::replay_into(snapshot, &all, &mut sums, &mut report);
    let added = sums.added();
    let follows = report.is_clean()
        && lasting(snapshot, &added, &mut report).unwrap_or_default()
        && search::agrees(snapshot, &all).unwrap_or_default();
    if !follows {
        return Ok(None);
    }
    for table in schema::JOURNALED.into_iter().filter(|table| LASTING.iter().all(|lasting| lasting.name != *table)) {
        tables::compare(snapshot, &all, table, &mut report);
    }
    seals::kept(snapshot, &all, &mut report);
    Ok(report.is_clean().then_some(report))
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
