//! Tables whose rows stay as they were first written: they are the bulk of a file. Where the journal is replayed to prove the file, their rows are
//! not written a second time but added up.
//!
//! Owns which tables these are and how a row of them is written, or added up.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::Done;
use super::value::bound;
use crate::store::digest::{Key, Recipe, Sum};

/// A table of which no row is changed, but for one mark that a later act may set.
#[derive(Debug)]
pub(in crate::store) struct Lasting {
    /// How its rows are added up: every column in the table's order, and the mark, which is written as 0 and may become 1.
    pub(in crate::store) recipe: Recipe,
    /// Writes a row: the same columns.
    insert: &'static str,
    /// The place of the mark.
    marked: Option<usize>,
    /// Its place among the lasting tables.
    place: usize,
}

pub(super) static STEP: Lasting = Lasting {
    recipe: Recipe {
        name: "step",
        groups: &["target_id, seq, at, actor, kind, from_standing, to_standing"],
        mark: Some("undone"),
    },
    insert: "insert into step (target_id, seq, at, actor, kind, from_standing, to_standing, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    marked: Some(7),
    place: 0,
};

pub(super) static SUBMISSION: Lasting = Lasting {
    recipe: Recipe {
        name: "submission",
        groups: &["target_id, round, amount, objective, source, hash, received, until"],
        mark: None,
    },
    insert: "insert into submission (target_id, round, amount, objective, source, hash, received, until)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    marked: None,
    place: 1,
};

pub(super) static ITEM: Lasting = Lasting {
    recipe: Recipe { name: "objective_item", groups: &["target_id, round, place, text"], mark: None },
    insert: "insert into objective_item (target_id, round, place, text) values (?1, ?2, ?3, ?4)",
    marked: None,
    place: 2,
};

pub(super) static INDICATOR: Lasting = Lasting {
    recipe: Recipe {
        name: "indicator",
        groups: &["target_id, round, place, l1, l2, l3, sign, value, unit, weight, raw"],
        mark: None,
    },
    insert: "insert into indicator (target_id, round, place, l1, l2, l3, sign, value, unit, weight, raw)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    marked: None,
    place: 3,
};

pub(super) static RESULT: Lasting = Lasting {
    recipe: Recipe {
        name: "evaluation_indicator",
        groups: &["evaluation_id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason"],
        mark: None,
    },
    insert: "insert into evaluation_indicator (evaluation_id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    marked: None,
    place: 4,
};

pub(super) static PROGRESS: Lasting = Lasting {
    recipe: Recipe {
        name: "monitoring_indicator",
        groups: &["monitoring_seq, place, value, expected, likelihood, cause, reason, light"],
        mark: None,
    },
    insert:
        "insert into monitoring_indicator (monitoring_seq, place, value, expected, likelihood, cause, reason, light)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    marked: None,
    place: 5,
};

/// All of them.
pub(in crate::store) static LASTING: [&Lasting; 6] = [&STEP, &SUBMISSION, &ITEM, &INDICATOR, &RESULT, &PROGRESS];

/// The rows of the lasting tables that a replay would have written, added up.
#[derive(Debug, Default)]
pub(in crate::store) struct Added {
    key: Key,
    /// By the table's place.
    sums: [Sum; LASTING.len()],
}

impl Added {
    /// Sums under a key.
    pub(super) fn under(key: Key) -> Self {
        Self { key, sums: [Sum::default(); LASTING.len()] }
    }

    /// What each table adds up to.
    pub(super) fn sums(&self) -> impl Iterator<Item = (&'static str, Sum)> {
        LASTING.into_iter().map(|table| (table.recipe.name, self.sums[table.place]))
    }

    pub(super) fn add(&mut self, table: &Lasting, row: &[ValueRef<'_>]) {
        // The mark is the last column.
        let hash = self.key.hash(row.iter().take(table.marked.unwrap_or(row.len())).copied());
        self.sums[table.place].add(hash);
    }

    pub(super) fn mark(&mut self, table: &Lasting, [target, seq]: [i64; 2]) {
        let hash = self.key.hash([target, seq, 1].map(ValueRef::Integer));
        self.sums[table.place].amend(hash);
    }
}

/// Writes a row.
pub(super) fn write(conn: &Connection, table: &Lasting, row: &[ValueRef<'_>]) -> Done {
    conn.prepare_cached(table.insert)?.execute(bound(row)).map(drop)
}
