//! Tables whose rows stay as they were first written: they are the bulk of a file. Where the journal is replayed to prove the file, their rows are
//! not written a second time but added up.
//!
//! Owns which tables these are and how a row of them is written, or added up.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql};

use super::Done;
use crate::store::digest::{Key, Sum};

/// A table of which no row is changed, but for one mark that a later act may set.
#[derive(Debug)]
pub(in crate::store) struct Lasting {
    /// Its name.
    pub(in crate::store) name: &'static str,
    /// Writes a row: every column in the table's order.
    insert: &'static str,
    /// Reads the rows: the same columns.
    select: &'static str,
    /// The mark: the column that is written as 0 and may become 1. The row is known by its first two columns.
    marked: Option<usize>,
}

pub(super) static STEP: Lasting = Lasting {
    name: "step",
    insert: "insert into step (target_id, seq, at, actor, kind, from_standing, to_standing, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    select: "select target_id, seq, at, actor, kind, from_standing, to_standing, undone from step",
    marked: Some(7),
};

pub(super) static SUBMISSION: Lasting = Lasting {
    name: "submission",
    insert: "insert into submission (target_id, round, amount, objective, source, hash, received) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    select: "select target_id, round, amount, objective, source, hash, received from submission",
    marked: None,
};

pub(super) static ITEM: Lasting = Lasting {
    name: "objective_item",
    insert: "insert into objective_item (target_id, round, place, text) values (?1, ?2, ?3, ?4)",
    select: "select target_id, round, place, text from objective_item",
    marked: None,
};

pub(super) static INDICATOR: Lasting = Lasting {
    name: "indicator",
    insert: "insert into indicator (target_id, round, place, l1, l2, l3, sign, value, unit, weight, raw)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    select: "select target_id, round, place, l1, l2, l3, sign, value, unit, weight, raw from indicator",
    marked: None,
};

pub(super) static RESULT: Lasting = Lasting {
    name: "evaluation_indicator",
    insert: "insert into evaluation_indicator (evaluation_id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    select: "select evaluation_id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason
        from evaluation_indicator",
    marked: None,
};

/// All of them.
pub(in crate::store) static LASTING: [&Lasting; 5] = [&STEP, &SUBMISSION, &ITEM, &INDICATOR, &RESULT];

impl Lasting {
    /// Adds up the rows that a file has.
    pub(in crate::store) fn sum(&self, conn: &Connection, key: &Key) -> rusqlite::Result<Sum> {
        let mut sum = Sum::default();
        let mut sql = conn.prepare(self.select)?;
        let columns = sql.column_count();
        let mut rows = sql.query([])?;
        while let Some(row) = rows.next()? {
            sum.add(key.columns(row, (0..columns).filter(|column| Some(*column) != self.marked))?);
            let mark = self.marked.map(|column| row.get_ref(column)).transpose()?;
            if let Some(mark) = mark.filter(|mark| *mark != ValueRef::Integer(0)) {
                sum.amend(key.hash([row.get_ref(0)?, row.get_ref(1)?, mark]));
            }
        }
        Ok(sum)
    }
}

/// The rows of the lasting tables that a replay would have written, added up.
#[derive(Debug, Default)]
pub(in crate::store) struct Added {
    pub(in crate::store) key: Key,
    sums: BTreeMap<&'static str, Sum>,
}

impl Added {
    /// The sum of a table.
    pub(in crate::store) fn of(&self, table: &Lasting) -> Sum {
        self.sums.get(table.name).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, table: &Lasting, row: &[&dyn ToSql]) -> Done {
        let lasting = row.iter().enumerate().filter(|(column, _)| Some(*column) != table.marked);
        let hash = self.key.params(lasting.map(|(_, value)| *value))?;
        self.sums.entry(table.name).or_default().add(hash);
        Ok(())
    }

    pub(super) fn mark(&mut self, table: &Lasting, [target, seq]: [i64; 2]) {
        let hash = self.key.hash([target, seq, 1].map(ValueRef::Integer));
        self.sums.entry(table.name).or_default().amend(hash);
    }
}

/// Writes a row.
pub(super) fn write(conn: &Connection, table: &Lasting, row: &[&dyn ToSql]) -> Done {
    conn.prepare_cached(table.insert)?.execute(row).map(drop)
}
