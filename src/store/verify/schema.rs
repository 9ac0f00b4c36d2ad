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

/// Tables, indexes, views and triggers by kind and name; a table that calls itself otherwise in its second place by both.
pub(super) fn objects(conn: &Connection) -> rusqlite::Result<BTreeSet<(String, String)>> {
    let sql = "select type, case when type = 'table' and tbl_name <> name then name || ' ≠ ' || tbl_name else name end
        from sqlite_schema where name not like 'sqlite!_%' escape '!'";
    conn.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Each of them, and what SQLite makes by itself (indexes, the tables of the search), with its table and the statement that made it, without comments
/// and with single blanks. What SQLite counts for its plans is its own.
fn statements(conn: &Connection) -> rusqlite::Result<Statements> {
    let sql = "select type, name, tbl_name, coalesce(sql, '') from sqlite_schema
        where name not like 'sqlite!_stat%' escape '!'";
    let read =
        |row: &rusqlite::Row<'_>| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, plain(&row.get::<_, String>(3)?))));
    conn.prepare(sql)?.query_map([], read)?.collect()
}

/// A statement without comments and with single blanks; its first words are small, as SQLite writes them large.
fn plain(sql: &str) -> String {
    let lines = sql.lines().map(|line| line.split("--").next().unwrap_or_default());
    let mut first = true;
    let words = lines.flat_map(str::split_whitespace).map(|word| {
        first &= word.chars().all(|letter| letter.is_ascii_uppercase());
        if first { word.to_lowercase() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// By kind and name, its table and the statement that made it.
type Statements = BTreeMap<(String, String), (String, String)>;

/// What a new file has.
#[derive(Debug, PartialEq)]
pub(super) struct Fresh {
    objects: BTreeSet<(String, String)>,
    statements: Statements,
}

/// The tables that SQLite's search makes for itself.
const OF_SEARCH: [&str; 4] = ["config", "data", "docsize", "idx"];

impl Fresh {
    /// What a file has that was just made.
    pub(super) fn of(conn: &Connection) -> rusqlite::Result<Self> {
        Ok(Self { objects: objects(conn)?, statements: statements(conn)? })
    }

    /// Leaves out what SQLite makes by itself.
    #[cfg(test)]
    pub(super) fn forget_automatic(&mut self) {
        self.statements.retain(|(_, name), _| !name.starts_with("sqlite_") && !name.starts_with("target_search_"));
    }

    /// The same told from the text of the schema alone, without making a file: but for the indexes that SQLite makes by itself.
    pub(super) fn told(schema: &str) -> Self {
        let (mut objects, mut known) = (BTreeSet::new(), Statements::new());
        for sql in plain(schema).split(';').map(str::trim).filter(|sql| !sql.is_empty()) {
            let mut words = sql.split(' ').skip_while(|word| ["create", "virtual", "unique"].contains(word));
            let (kind, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let bare = |name: &'_ str| name.trim_matches('"').to_owned();
            let table = if kind == "index" { words.nth(1).unwrap_or(name) } else { name };
            let (name, table) = (bare(name), bare(table));
            if sql.starts_with("create virtual") {
                objects.extend(OF_SEARCH.map(|part| (kind.to_owned(), format!("{name}_{part}"))));
            }
            let object = (kind.to_owned(), name);
            objects.insert(object.clone());
            known.insert(object, (table, sql.to_owned()));
        }
        Self { objects, statements: known }
    }
}

/// Compares what the file has with what a new file has.
pub(super) fn compare(live: &Connection, fresh: &Fresh, report: &mut Report) {
    let Fresh { objects: expected, statements: fresh } = fresh;
    let found = match objects(live) {
        Ok(found) => found,
        Err(error) => return report.add(Fault::of_file(&error.to_string())),
    };
    let mut add = |what: &str, (kind, name): &(String, String)| {
        report.add(Fault::new(FaultKind::Schema, &format!("{kind} {name}"), what, None, None));
    };
    expected.difference(&found).for_each(|object| add(&t!("verify.what-object-missing"), object));
    found.difference(expected).for_each(|object| add(&t!("verify.what-object-extra"), object));
    match statements(live) {
        Ok(live) => {
            let known = |object: &(String, String)| found.contains(object) || object.1.starts_with("sqlite_");
            let other = fresh.iter().filter(|(object, made)| known(object) && live.get(*object) != Some(*made));
            other.for_each(|(object, _)| add(&t!("verify.what-object-other"), object));
        }
        Err(error) => report.add(Fault::of_file(&error.to_string())),
    }
}
