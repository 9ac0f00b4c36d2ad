//! Proves a file: the journal's chain of hashes row by row, then every table against a replay of the journal into an empty database.
//!
//! Owns what counts as a fault and how it is said. A chain alone cannot show that its own tail was cut: the head that the
//! report names is to be compared with the one printed in minutes and exports.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, Rows};
use rust_i18n::t;
use serde::Serialize;

use super::facts::unreadable;
use super::journal::{COLUMNS, GENESIS, RawRow};
use super::open::TABLES;
use super::{Store, projection};
use crate::domain::facts::Answer;

/// The tables that follow from the journal, each with the columns of its primary key.
const DERIVED: [(&str, &str); 15] = [
    ("county", "id"),
    ("unit", "id"),
    ("\"user\"", "name"),
    ("role", "user_name, place"),
    ("target", "id"),
    ("tally", "year, state, stage, unit_id"),
    ("submission", "target_id, round"),
    ("objective_item", "target_id, round, place"),
    ("indicator", "target_id, round, place"),
    ("link", "target_id, round, objective, indicator"),
    ("review", "seq"),
    ("step", "seq"),
    ("evaluation", "id"),
    ("evaluation_indicator", "evaluation_id, place"),
    ("prior", "target_id, evaluation_id"),
];
/// Faults at most: after so many the file is beyond doubt.
const ENOUGH: usize = 100;

/// What a verification found.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Rows of the journal.
    pub rows: i64,
    /// The hash of the last row.
    pub head: String,
    /// What does not agree; at most a hundred.
    pub faults: Vec<Fault>,
}

/// Something that does not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The table, or `journal`, or `file`.
    pub table: String,
    /// The row's primary key.
    pub key: String,
    /// The column, or what is wrong with the whole row.
    pub what: String,
    /// What follows from the journal.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl Fault {
    fn new(table: &str, key: &str, what: &str, expected: &str, found: &str) -> Self {
        let [table, key, what, expected, found] =
            [table.trim_matches('"'), key, what, expected, found].map(str::to_owned);
        Self { table, key, what, expected, found }
    }

    /// The fault in the user's language.
    pub fn words(&self) -> String {
        let (table, key, what) = (&self.table, &self.key, &self.what);
        t!("verify.fault", table = table, key = key, what = what, expected = self.expected, found = self.found)
            .into_owned()
    }
}

impl Store {
    /// Verifies the whole file. Reads one state of it, whatever others write meanwhile.
    pub fn verify(&self) -> Answer<Report> {
        self.conn.execute_batch("begin").map_err(unreadable)?;
        let report = self.verified().map_err(unreadable);
        let ended = self.conn.execute_batch("commit").map_err(unreadable);
        report.and_then(|report| ended.map(|()| report))
    }

    fn verified(&self) -> rusqlite::Result<Report> {
        let mut report = Report { rows: 0, head: GENESIS.to_owned(), faults: Vec::new() };
        let whole = integrity(&self.conn, &mut report.faults);
        if whole.is_err() || !report.faults.is_empty() {
            if let Err(error) = whole {
                report.faults.push(Fault::new("file", "", "integrity", "ok", &error.to_string()));
            }
            return Ok(report);
        }
        let replay = Connection::open_in_memory()?;
        replay.execute_batch(TABLES)?;
        replay.execute_batch("pragma foreign_keys = off; begin")?;
        self.journal(&replay, &mut report)?;
        for (table, key) in DERIVED {
            compare(&self.conn, &replay, table, key, &mut report.faults)?;
        }
        Ok(report)
    }

    /// Checks the chain and replays what it can of it.
    fn journal(&self, replay: &Connection, report: &mut Report) -> rusqlite::Result<()> {
        let mut sql = self.conn.prepare(&format!("select {COLUMNS} from journal order by seq"))?;
        let mut rows = sql.query([])?;
        while let Some(row) = rows.next()? {
            if report.faults.len() >= ENOUGH {
                return Ok(());
            }
            let raw = RawRow::read(row)?;
            let key = raw.seq.to_string();
            let mut fault = |what: &str, expected: &str, found: &str| {
                report.faults.push(Fault::new("journal", &key, what, expected, found));
            };
            let next = (report.rows + 1).to_string();
            if key != next {
                fault("seq", &next, &key);
            }
            if raw.previous != report.head {
                fault("previous", &report.head, &raw.previous);
            }
            let hash = raw.computed_hash();
            if raw.hash != hash {
                fault("hash", &hash, &raw.hash);
            }
            report.rows = raw.seq;
            report.head.clone_from(&raw.hash);
            match raw.entry() {
                Ok(entry) => {
                    if let Err(error) = projection::apply(replay, &entry) {
                        report.faults.push(Fault::new("journal", &key, "replay", "", &error.to_string()));
                    }
                }
                Err(words) => report.faults.push(Fault::new("journal", &key, "payload", "", &words)),
            }
        }
        Ok(())
    }
}

/// SQLite's own checks: pages, indexes, constraints, and the full-text index.
fn integrity(conn: &Connection, faults: &mut Vec<Fault>) -> rusqlite::Result<()> {
    let mut sql = conn.prepare("pragma integrity_check(20)")?;
    let lines = sql.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    faults
        .extend(lines.iter().filter(|line| *line != "ok").map(|line| Fault::new("file", "", "integrity", "ok", line)));
    Ok(())
}

/// Compares a table row by row in the order of its key.
fn compare(
    file: &Connection,
    replay: &Connection,
    table: &str,
    key: &str,
    faults: &mut Vec<Fault>,
) -> rusqlite::Result<()> {
    let sql = format!("select * from {table} order by {key}");
    let (mut ours, mut theirs) = (replay.prepare(&sql)?, file.prepare(&sql)?);
    let columns: Vec<String> = ours.column_names().map(str::to_owned).collect();
    let keys: Vec<usize> =
        key.split(", ").filter_map(|name| columns.iter().position(|column| column == name)).collect();
    let (mut ours, mut theirs) = (ours.query([])?, theirs.query([])?);
    let (mut expected, mut found) = (values(&mut ours, columns.len())?, values(&mut theirs, columns.len())?);
    while faults.len() < ENOUGH {
        let shown = |row: &[Value]| keys.iter().map(|place| show(&row[*place])).collect::<Vec<_>>().join(", ");
        match (&expected, &found) {
            (None, None) => return Ok(()),
            (Some(one), Some(other)) if shown(one) == shown(other) => {
                for (place, column) in columns.iter().enumerate().filter(|(place, _)| one[*place] != other[*place]) {
                    faults.push(Fault::new(table, &shown(one), column, &show(&one[place]), &show(&other[place])));
                }
                expected = values(&mut ours, columns.len())?;
                found = values(&mut theirs, columns.len())?;
            }
            (Some(one), other) if other.as_ref().is_none_or(|other| precedes(one, other, &keys)) => {
                faults.push(Fault::new(table, &shown(one), &t!("verify.missing"), "", ""));
                expected = values(&mut ours, columns.len())?;
            }
            (_, Some(other)) => {
                faults.push(Fault::new(table, &shown(other), &t!("verify.surplus"), "", ""));
                found = values(&mut theirs, columns.len())?;
            }
            (Some(_), None) => expected = values(&mut ours, columns.len())?,
        }
    }
    Ok(())
}

fn values(rows: &mut Rows<'_>, count: usize) -> rusqlite::Result<Option<Vec<Value>>> {
    let Some(row) = rows.next()? else { return Ok(None) };
    (0..count).map(|place| value(row, place)).collect::<rusqlite::Result<_>>().map(Some)
}

/// A value as it lies there: a text that is no UTF-8 any more is compared as bytes.
fn value(row: &Row<'_>, place: usize) -> rusqlite::Result<Value> {
    Ok(match row.get_ref(place)? {
        ValueRef::Text(bytes) => {
            String::from_utf8(bytes.to_vec()).map_or_else(|_| Value::Blob(bytes.to_vec()), Value::Text)
        }
        other => Value::try_from(other)?,
    })
}

/// Whether a key comes before another in the order of the tables.
fn precedes(one: &[Value], other: &[Value], keys: &[usize]) -> bool {
    for place in keys {
        let less = match (&one[*place], &other[*place]) {
            (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
            (Value::Text(one), Value::Text(other)) => one.as_bytes().cmp(other.as_bytes()),
            _ => std::cmp::Ordering::Equal,
        };
        if less.is_ne() {
            return less.is_lt();
        }
    }
    false
}

fn show(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => crate::domain::target::hex(bytes),
    }
}
