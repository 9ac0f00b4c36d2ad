//! Whether every index says of its table what the table says: the same entries, in the order of the index.
//!
//! SQLite's own check looks each row up in each index. Here each index is read once from end to end and added up, and each table once for all of its
//! indexes. That there are as many entries as rows, and that pages hang together, `quick_check` has told before.

use std::cmp::Ordering;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};

use super::tables::order;
use crate::store::digest::{Kept, Key, Sum, Written, write};

/// An index, as the texts of its statement.
struct Index {
    name: String,
    /// What it is made of: columns or expressions.
    parts: Vec<String>,
    /// Which rows it holds; all when empty.
    which: String,
    unique: bool,
}

/// A table with what tells its rows apart, and its indexes.
struct Table {
    name: String,
    id: Vec<String>,
    indexes: Vec<Index>,
}

/// Whether all of them do. `false` also where that cannot be told this way.
pub(super) fn agree(live: &Connection) -> rusqlite::Result<bool> {
    let key = Key::default();
    for table in tables(live)? {
        let expected = table.expected(live, &key)?;
        for (index, expected) in table.indexes.iter().zip(expected) {
            if index.found(live, &table, &key)? != Some(expected) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The tables that have indexes. The search keeps its own in order.
fn tables(live: &Connection) -> rusqlite::Result<Vec<Table>> {
    let sql = "select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite!_%' escape '!'";
    let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?));
    let all = live.prepare(sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut tables = Vec::new();
    for (name, by_key) in all {
        let sql = "select name from pragma_table_info(?1) where pk > 0 order by pk";
        let id = if by_key { texts(live, sql, &name)? } else { vec!["rowid".to_owned()] };
        let indexes = indexes(live, &name, by_key)?;
        if !indexes.is_empty() {
            tables.push(Table { name, id, indexes });
        }
    }
    Ok(tables)
}

fn texts(conn: &Connection, sql: &str, of: &str) -> rusqlite::Result<Vec<String>> {
    let quoted = |row: &Row<'_>| Ok(format!("\"{}\"", row.get::<_, String>(0)?));
    conn.prepare_cached(sql)?.query_map([of], quoted)?.collect()
}

fn indexes(live: &Connection, table: &str, by_key: bool) -> rusqlite::Result<Vec<Index>> {
    // The key of a table that is kept in its order is the table itself.
    let sql = "select name, \"unique\" from pragma_index_list(?1) where not (?2 and origin = 'pk')";
    let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?));
    let all = live.prepare(sql)?.query_map((table, by_key), read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let of = |(name, unique): (String, bool)| {
        let sql = "select sql from sqlite_schema where type = 'index' and name = ?1";
        let made: Option<String> = live.query_row(sql, [&name], |row| row.get(0)).optional()?.flatten();
        let (parts, which) = match made.as_deref().and_then(taken_apart) {
            Some(taken) => taken,
            None => (texts(live, "select name from pragma_index_info(?1) order by seqno", &name)?, String::new()),
        };
        Ok(Index { name, parts, which, unique })
    };
    all.into_iter().map(of).collect()
}

/// What stands between the brackets of `create index … on table (…) where …`, part by part, and what follows.
fn taken_apart(sql: &str) -> Option<(Vec<String>, String)> {
    let inner = &sql[sql.find('(')? + 1..];
    let (mut depth, mut from, mut parts) = (0_u32, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ',' | ')' if depth == 0 => {
                parts.push(inner[from..at].trim().to_owned());
                from = at + 1;
                if letter == ')' {
                    return Some((parts, inner[from..].trim().to_owned()));
                }
            }
            _ => {}
        }
    }
    None
}

impl Table {
    /// What each index ought to hold, from one walk through the table.
    fn expected(&self, live: &Connection, key: &Key) -> rusqlite::Result<Vec<Sum>> {
        // Every part once, however many indexes have it; a condition is a column that says 1.
        let mut columns: Vec<String> = self.id.clone();
        let mut place = |part: String| {
            columns.iter().position(|column| *column == part).unwrap_or_else(|| {
                columns.push(part);
                columns.len() - 1
            })
        };
        let mut shapes = Vec::new();
        for index in &self.indexes {
            let which = index.which.strip_prefix("where ").map(|which| place(format!("({which})")));
            let parts: Vec<usize> = index.parts.iter().map(|part| place(part.clone())).collect();
            shapes.push((which, parts));
        }
        let sql = format!("select {} from \"{}\" not indexed", columns.join(", "), self.name);
        let mut sums = vec![Sum::default(); shapes.len()];
        let mut sql = live.prepare(&sql)?;
        let count = sql.column_count();
        let mut rows = sql.query([])?;
        let (mut values, mut holds) = (Written::default(), Vec::new());
        write(&mut holds, ValueRef::Integer(1));
        while let Some(row) = rows.next()? {
            // Each column is asked for once, however many indexes have it.
            values.take(row, count)?;
            for ((which, parts), sum) in shapes.iter().zip(&mut sums) {
                if which.is_none_or(|which| values.column(which) == holds) {
                    sum.add(key.written(&values, parts.iter().copied().chain(0..self.id.len())));
                }
            }
        }
        Ok(sums)
    }
}

impl Index {
    /// What it holds, if its entries lie in order; `None` if they do not, or if SQLite would not read the index alone.
    fn found(&self, live: &Connection, table: &Table, key: &Key) -> rusqlite::Result<Option<Sum>> {
        let columns: Vec<&str> = self.parts.iter().chain(&table.id).map(String::as_str).collect();
        let (columns, which) = (columns.join(", "), &self.which);
        let sql = format!("select {columns} from \"{}\" indexed by \"{}\" {which}", table.name, self.name);
        let plan: String = live.query_row(&format!("explain query plan {sql}"), [], |row| row.get(3))?;
        if !plan.contains("USING COVERING INDEX") {
            return Ok(None);
        }
        let mut sum = Sum::default();
        let mut sql = live.prepare(&sql)?;
        let count = sql.column_count();
        let mut rows = sql.query([])?;
        let mut former: Vec<Kept> = (0..count).map(|_| Kept::default()).collect();
        while let Some(row) = rows.next()? {
            if sum.rows > 0 && !self.follows(&former, row)? {
                return Ok(None);
            }
            for (column, former) in former.iter_mut().enumerate() {
                former.keep(row.get_ref(column)?);
            }
            sum.add(key.hash(former.iter().map(Kept::value)));
        }
        Ok(Some(sum))
    }

    /// Whether a row comes after the former one; in a unique index by more than which row it is, unless a part is missing.
    fn follows(&self, former: &[Kept], row: &Row<'_>) -> rusqlite::Result<bool> {
        let mut missing = false;
        for (column, former) in former.iter().enumerate() {
            let former = former.value();
            missing |= former == ValueRef::Null;
            if column == self.parts.len() && self.unique && !missing {
                return Ok(false);
            }
            match order(former, row.get_ref(column)?) {
                Ordering::Equal => {}
                order => return Ok(order == Ordering::Less),
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use crate::store::verify::empty;

    #[test]
    fn every_index_of_the_schema_can_be_read_alone() {
        let fresh = empty().unwrap();
        let (mut count, mut not) = (0, Vec::new());
        let tables = tables(&fresh).unwrap();
        for table in &tables {
            for index in &table.indexes {
                let found = index.found(&fresh, table, &Key::default()).unwrap();
                if found.is_none() {
                    not.push(&index.name);
                }
                count += 1;
            }
        }
        assert!(not.is_empty() && count > 30, "of {count} not: {not:?}");
    }

    #[test]
    fn a_statement_is_taken_apart() {
        let taken = |sql| taken_apart(sql).map(|(parts, which)| (parts.join("|"), which));
        let sql = "create index a on b (c, ifnull(d, -1), e) where f is not null";
        assert_eq!(taken(sql), Some(("c|ifnull(d, -1)|e".to_owned(), "where f is not null".to_owned())));
        assert_eq!(taken("create unique index a on b (c)"), Some(("c".to_owned(), String::new())));
    }

    #[test]
    fn an_index_that_says_otherwise_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        store.fill_bench(40, &mut |_| {}).unwrap();
        assert!(agree(&store.conn).unwrap());
        // The index is made of another table's rows, and then told to be this one's: what only who edits the file's own pages can do.
        let spoil = |sql: &str| {
            let spoiled = folder.path().join("b.db");
            let _ = std::fs::remove_file(&spoiled);
            store.conn.execute("vacuum into ?1", [spoiled.to_str().unwrap()]).unwrap();
            let conn = Connection::open(&spoiled).unwrap();
            conn.execute_batch(&format!("pragma writable_schema = on; {sql}")).unwrap();
            drop(conn);
            agree(&Connection::open(&spoiled).unwrap()).unwrap_or_default()
        };
        assert!(spoil("select 1"));
        let made_anew = "drop index target_code; create index target_code on target (code) where id > 3;";
        let as_it_was = "update sqlite_schema set sql = 'create index target_code on target (code) where code is not null' where name = 'target_code'";
        assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries are missing");
        let made_anew = "drop index target_year; create index target_year on target (year, id desc);";
        let as_it_was =
            "update sqlite_schema set sql = 'create index target_year on target (year, id)' where name = 'target_year'";
        assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries are out of order");
        let made_anew =
            "drop index target_place_unit; create index target_place_unit on target (year, state, stage, round, id);";
        let as_it_was = "update sqlite_schema set sql = 'create index target_place_unit on target (year, state, stage, unit_id, id)' where name = 'target_place_unit'";
        assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries say something else");
    }
}
