//! One table of the file against the same table of the replay: row by row in the order of the key, column by column.

use std::cmp::Ordering;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use rust_i18n::t;

use super::{Fault, FaultKind, Report};
use crate::store::page::order;

/// Characters shown of a value, around the first difference.
const SHOWN: usize = 80;

/// A table's columns, and the places of those that make its key, in the key's order.
struct Shape {
    name: &'static str,
    columns: Vec<String>,
    key: Vec<usize>,
}

/// Compares a table. Reads both sides as streams, so that a file of any size fits.
pub(super) fn compare(live: &Connection, replay: &Connection, table: &'static str, report: &mut Report) {
    if let Err(error) = merge(live, replay, table, report) {
        let what = t!("verify.what-unreadable");
        report.add(Fault::new(FaultKind::Damaged, table, &what, None, Some(error.to_string())));
    }
}

fn merge(live: &Connection, replay: &Connection, table: &'static str, report: &mut Report) -> rusqlite::Result<()> {
    let shape = shape(replay, table)?;
    let sql = shape.sql();
    let (mut found, mut expected) = (live.prepare(&sql)?, replay.prepare(&sql)?);
    let (mut found, mut expected) = (found.query([])?, expected.query([])?);
    found.advance()?;
    expected.advance()?;
    loop {
        let order = match (found.get(), expected.get()) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(found), Some(expected)) => shape.order(found, expected)?,
        };
        report.compared += 1;
        match (order, found.get(), expected.get()) {
            (Ordering::Less, Some(row), _) => report.add(shape.whole(FaultKind::Extra, row)?),
            (Ordering::Greater, _, Some(row)) => report.add(shape.whole(FaultKind::Missing, row)?),
            (_, Some(found), Some(expected)) => shape.values(found, expected, report)?,
            _ => {}
        }
        if order != Ordering::Greater {
            found.advance()?;
        }
        if order != Ordering::Less {
            expected.advance()?;
        }
    }
}

fn shape(conn: &Connection, name: &'static str) -> rusqlite::Result<Shape> {
    let mut sql = conn.prepare("select name, pk from pragma_table_info(?1) order by cid")?;
    let columns = sql.query_map([name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let columns = columns.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut key: Vec<_> = columns.iter().enumerate().filter(|(_, (_, place))| *place > 0).collect();
    key.sort_by_key(|(_, (_, place))| *place);
    let key = key.into_iter().map(|(column, _)| column).collect();
    Ok(Shape { name, key, columns: columns.into_iter().map(|(name, _)| name).collect() })
}

impl Shape {
    fn sql(&self) -> String {
        let quoted = |name: &String| format!("\"{name}\"");
        let columns: Vec<_> = self.columns.iter().map(quoted).collect();
        let key: Vec<_> = self.key.iter().map(|&column| quoted(&self.columns[column])).collect();
        format!("select {} from \"{}\" order by {}", columns.join(", "), self.name, key.join(", "))
    }

    fn order(&self, one: &Row<'_>, other: &Row<'_>) -> rusqlite::Result<Ordering> {
        for &column in &self.key {
            let order = order(one.get_ref(column)?, other.get_ref(column)?);
            if order != Ordering::Equal {
                return Ok(order);
            }
        }
        Ok(Ordering::Equal)
    }

    /// `target #3`; the parts of a longer key are joined by `/`.
    fn place(&self, row: &Row<'_>) -> rusqlite::Result<String> {
        let parts = self.key.iter().map(|&column| Ok(text(row.get_ref(column)?)));
        Ok(format!("{} #{}", self.name, parts.collect::<rusqlite::Result<Vec<_>>>()?.join("/")))
    }

    fn whole(&self, kind: FaultKind, row: &Row<'_>) -> rusqlite::Result<Fault> {
        let what = if kind == FaultKind::Extra { t!("verify.what-extra") } else { t!("verify.what-missing") };
        Ok(Fault::new(kind, &self.place(row)?, &what, None, None))
    }

    fn values(&self, found: &Row<'_>, expected: &Row<'_>, report: &mut Report) -> rusqlite::Result<()> {
        for (column, name) in self.columns.iter().enumerate() {
            let (is, should) = (found.get_ref(column)?, expected.get_ref(column)?);
            if is != should {
                let place = format!("{} {name}", self.place(expected)?);
                let (is, should) = clipped(&text(is), &text(should));
                let what = t!("verify.what-value");
                report.add(Fault::new(FaultKind::Value, &place, &what, Some(should), Some(is)));
            }
        }
        Ok(())
    }
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => crate::domain::target::hex(bytes),
    }
}

/// Two different values, each cut to where they differ.
fn clipped(one: &str, other: &str) -> (String, String) {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from = if same > SHOWN / 2 { same - SHOWN / 4 } else { 0 };
    let clip = |value: &str| {
        let mut part: String = value.chars().skip(from).take(SHOWN).collect();
        if value.chars().count() > from + SHOWN {
            part.push('…');
        }
        if from > 0 { format!("…{part}") } else { part }
    };
    (clip(one), clip(other))
}
