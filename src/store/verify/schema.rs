//! Which tables follow from the journal, and whether the file has the tables that it should have and no others.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rust_i18n::t;

use super::{Fault, FaultKind, Report};

/// The tables that follow from the journal, parents before children.
pub(super) const JOURNALED: [&str; 55] = [
    "county",
    "unit",
    "user",
    "user_key",
    "role",
    "standard",
    "standard_name",
    "target",
    "tally",
    "submission",
    "objective_item",
    "indicator",
    "link",
    "review",
    "step",
    "evaluation",
    "evaluation_indicator",
    "prior",
    "session",
    "session_member",
    "agenda_item",
    "recusal",
    "session_note",
    "seal",
    "ballot",
    "decision",
    "considered",
    "dissent",
    "prior_match",
    "checked",
    "finding",
    "unchecked",
    "waiver",
    "point",
    "assessment",
    "assessment_round",
    "assessment_item",
    "assessment_review",
    "assessment_act",
    "evaluation_opening",
    "monitoring",
    "monitoring_indicator",
    "filling_warning",
    "record",
    "record_act",
    "document",
    "group_member",
    "disclosure_window",
    "disclosure",
    "allocation",
    "poverty_project",
    "inspection",
    "training",
    "publicity",
    "subordinate",
];

/// The tables that do not: the journal itself, unsent text and sealed ballots. A file brought to a newer schema keeps their rows as they are.
/// (The search is neither: it follows from the journal, and `search` compares its words.)
pub(in crate::store) const KEPT: [&str; 3] = ["journal", "draft", "sealed_ballot"];

/// The table of who is there now: it follows from nothing, and an upgrade begins it anew.
#[cfg(test)]
pub(super) const PASSING: [&str; 1] = ["presence"];

/// Tables, indexes, views and triggers by kind and name.
pub(super) fn objects(conn: &Connection) -> rusqlite::Result<BTreeSet<(String, String)>> {
    let sql = "select type, name from sqlite_schema where name not like 'sqlite!_%' escape '!'";
    conn.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Each of them, and the indexes that SQLite makes by itself, with its table and the statement that made it, without comments and with single blanks.
/// What the search keeps for itself is SQLite's own, and so is what it counts for its plans.
fn statements(conn: &Connection) -> rusqlite::Result<BTreeMap<(String, String), (String, String)>> {
    let sql = "select type, name, tbl_name, coalesce(sql, '') from sqlite_schema
        where name not like 'sqlite!_stat%' escape '!' and name not like 'target!_search!_%' escape '!'";
    let plain = |sql: String| {
        let lines = sql.lines().map(|line| line.split("--").next().unwrap_or_default());
        lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    };
    let read = |row: &rusqlite::Row<'_>| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, plain(row.get(3)?))));
    conn.prepare(sql)?.query_map([], read)?.collect()
}

/// Compares what the file has with what a new file has.
pub(super) fn compare(live: &Connection, fresh: &Connection, report: &mut Report) {
    let (found, expected) = match (objects(live), objects(fresh)) {
        (Ok(found), Ok(expected)) => (found, expected),
        (Err(error), _) | (_, Err(error)) => return report.add(Fault::of_file(&error.to_string())),
    };
    let mut add = |what: &str, (kind, name): &(String, String)| {
        report.add(Fault::new(FaultKind::Schema, &format!("{kind} {name}"), what, None, None));
    };
    expected.difference(&found).for_each(|object| add(&t!("verify.what-object-missing"), object));
    found.difference(&expected).for_each(|object| add(&t!("verify.what-object-extra"), object));
    match (statements(live), statements(fresh)) {
        (Ok(live), Ok(fresh)) => {
            let known = |object: &(String, String)| found.contains(object) || object.1.starts_with("sqlite_");
            let other = fresh.iter().filter(|(object, made)| known(object) && live.get(*object) != Some(*made));
            other.for_each(|(object, _)| add(&t!("verify.what-object-other"), object));
        }
        (Err(error), _) | (_, Err(error)) => report.add(Fault::of_file(&error.to_string())),
    }
}
