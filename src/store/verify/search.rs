//! The search against the names that it is made of: word by word. SQLite's own check of it looks at its shape alone, because it keeps no names.

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rust_i18n::t;

use super::{Fault, FaultKind, Report};

/// How the search is made (`schema.sql`).
const SHAPE: &str = "names, initials, content = '', tokenize = 'unicode61'";

/// Compares the words of the search with those of the replay, where the names lie in a plain table of the same name.
pub(super) fn compare(live: &Connection, replay: &Connection, report: &mut Report) {
    let agrees = prepared(replay).and_then(|()| {
        words(live, "target_search", &mut |found| words(replay, "searched", &mut |expected| same(found, expected)))
    });
    match agrees {
        Ok(true) => {}
        Ok(false) => {
            report.add(Fault::new(FaultKind::Value, "target_search", &t!("verify.what-search"), None, None));
        }
        Err(error) => {
            let what = t!("verify.what-unreadable");
            report.add(Fault::new(FaultKind::Damaged, "target_search", &what, None, Some(error.to_string())));
        }
    }
}

/// Makes a search of the replay's names.
fn prepared(replay: &Connection) -> rusqlite::Result<()> {
    replay.execute_batch(&format!(
        "create virtual table searched using fts5 ({SHAPE});
        insert into searched (rowid, names, initials) select rowid, names, initials from target_search order by rowid"
    ))
}

/// Walks through every word of a search and where it stands, in the order of the words.
fn words(
    conn: &Connection,
    search: &str,
    take: &mut dyn FnMut(&mut rusqlite::Rows<'_>) -> rusqlite::Result<bool>,
) -> rusqlite::Result<bool> {
    // The table of words is a view that only this connection has; a file that is read as it lies there allows not even that.
    let only: bool = conn.query_row("pragma query_only", [], |row| row.get(0))?;
    conn.execute_batch("pragma query_only = off")?;
    let made =
        conn.execute_batch(&format!("create virtual table temp.words using fts5vocab (main, {search}, 'instance')"));
    let taken = made.and_then(|()| {
        let mut sql = conn.prepare("select term, doc, col, offset from temp.words")?;
        take(&mut sql.query([])?)
    });
    conn.execute_batch("drop table if exists temp.words")?;
    conn.execute_batch(&format!("pragma query_only = {only}"))?;
    taken
}

fn same(found: &mut rusqlite::Rows<'_>, expected: &mut rusqlite::Rows<'_>) -> rusqlite::Result<bool> {
    loop {
        found.advance()?;
        expected.advance()?;
        let (Some(one), Some(other)) = (found.get(), expected.get()) else {
            return Ok(found.get().is_none() && expected.get().is_none());
        };
        for column in 0..4 {
            if one.get_ref(column)? != other.get_ref(column)? {
                return Ok(false);
            }
        }
    }
}
