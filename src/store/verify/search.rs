//! The search against the names that it is made of: word by word. SQLite's own check of it looks at its shape alone, because it keeps no names.

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ToSqlOutput;
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

/// Whether the search holds the words of the replay's names: both are brought into the form that SQLite gives a search in one piece, and compared byte
/// by byte. A search that was one piece already keeps the form that it has, which may differ although the words do not: then the words decide.
pub(super) fn agrees(live: &Connection, replay: &Connection) -> rusqlite::Result<bool> {
    prepared(replay)?;
    replay.execute_batch(&format!("create virtual table found using fts5 ({SHAPE})"))?;
    for (table, columns) in [("data", "id, block"), ("idx", "segid, term, pgno"), ("docsize", "id, sz")] {
        copy(live, replay, table, columns)?;
    }
    for search in ["found", "searched"] {
        replay.execute_batch(&format!("insert into {search} ({search}) values ('optimize')"))?;
    }
    if of_one_form(replay)? {
        return Ok(true);
    }
    words(live, "target_search", &mut |found| words(replay, "searched", &mut |expected| same(found, expected)))
}

fn of_one_form(replay: &Connection) -> rusqlite::Result<bool> {
    let sql = |search: &str| format!("select block from {search}_data where id > {HEADS} order by id");
    let (mut found, mut expected) = (replay.prepare(&sql("found"))?, replay.prepare(&sql("searched"))?);
    let (mut found, mut expected) = (found.query([])?, expected.query([])?);
    loop {
        match (found.next()?, expected.next()?) {
            (None, None) => return Ok(true),
            (Some(found), Some(expected)) if found.get_ref(0)? == expected.get_ref(0)? => {}
            _ => return Ok(false),
        }
    }
}

/// What a search notes of itself lies before its words: how many rows it has, and of which pieces it is made.
const HEADS: i64 = 10;

/// Copies one of the tables that the search keeps for itself.
fn copy(live: &Connection, replay: &Connection, table: &str, columns: &str) -> rusqlite::Result<()> {
    let holes = ["?1", "?2", "?3"][..columns.split(',').count()].join(", ");
    replay.execute_batch(&format!("delete from found_{table}"))?;
    let mut write = replay.prepare(&format!("insert into found_{table} ({columns}) values ({holes})"))?;
    let mut read = live.prepare(&format!("select {columns} from target_search_{table}"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns.split(',').count() {
            write.raw_bind_parameter(column + 1, ToSqlOutput::Borrowed(row.get_ref(column)?))?;
        }
        write.raw_execute()?;
    }
    Ok(())
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
