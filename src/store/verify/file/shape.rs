//! How tables and indexes lie in the file: where each begins, and where its columns stand in a record.

use rusqlite::Connection;

use crate::store::projection;

type Sql<T> = rusqlite::Result<T>;

/// No recipe has more groups.
pub(super) const GROUPS: usize = 5;

/// A table, and how it is added up.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) root: u32,
    /// Where its columns stand in a record, and after them the number of the row; `None` for that number.
    pub(super) places: Vec<Option<usize>>,
    /// Whether its rows lie in the order of their key, and of how many columns that is.
    pub(super) by_key: bool,
    pub(super) key: usize,
    pub(super) recipe: Option<Groups>,
    pub(super) indexes: Vec<Index>,
}

/// A recipe, by the places of the columns.
pub(super) struct Groups {
    pub(super) name: &'static str,
    pub(super) groups: Vec<Group>,
    pub(super) mark: Option<usize>,
}

/// A group of columns.
pub(super) enum Group {
    /// From one to another.
    Span(usize, usize),
    These(Vec<usize>),
}

impl Group {
    fn of(columns: Vec<usize>) -> Self {
        match (columns.first(), columns.last()) {
            (Some(first), Some(last)) if (*first..=*last).eq(columns.iter().copied()) => Self::Span(*first, *last),
            _ => Self::These(columns),
        }
    }
}

#[cfg(test)]
impl Group {
    fn columns(&self) -> Vec<usize> {
        match self {
            Self::Span(first, last) => (*first..=*last).collect(),
            Self::These(columns) => columns.clone(),
        }
    }
}

/// An index: what an entry is made of, one after the other.
pub(super) struct Index {
    pub(super) root: u32,
    pub(super) parts: Vec<Part>,
    /// Only rows in which this column says something, if not all.
    pub(super) which: Option<usize>,
    /// How many of the parts tell the entries apart, where not all do.
    pub(super) unique: Option<usize>,
}

/// A part of an index, by the place of a column in the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Column(usize),
    /// A column, or this number where it says nothing.
    OrElse(usize, i64),
}

/// All tables with rows of their own. `None` where something of them is unknown here.
pub(super) fn tables(conn: &Connection) -> Option<Vec<Table>> {
    let sql = "select s.name, s.rootpage, l.wr from sqlite_schema s join pragma_table_list l on l.name = s.name
        where s.type = 'table' and s.rootpage > 0 and l.schema = 'main'";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let all = conn.prepare(sql).ok()?.query_map([], read).ok()?.collect::<Sql<Vec<(String, u32, bool)>>>().ok()?;
    all.into_iter().map(|(name, root, by_key)| table(conn, name, root, by_key)).collect()
}

/// A column: its name, what it holds, and its place in the key from 1.
type Column = (String, String, u32);

fn table(conn: &Connection, name: String, root: u32, by_key: bool) -> Option<Table> {
    let sql = "select name, type, pk from pragma_table_info(?1) order by cid";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let columns = conn.prepare_cached(sql).ok()?.query_map([&name], read).ok()?.collect::<Sql<Vec<Column>>>().ok()?;
    let mut order: Vec<usize> = (0..columns.len()).filter(|column| by_key && columns[*column].2 > 0).collect();
    order.sort_by_key(|column| columns[*column].2);
    let key = order.len();
    order.extend((0..columns.len()).filter(|column| !by_key || columns[*column].2 == 0));
    let keys = columns.iter().filter(|column| column.2 > 0).count();
    let is_number = |column: &Column| !by_key && keys == 1 && column.2 == 1 && column.1.eq_ignore_ascii_case("integer");
    let place = |(at, column)| order.iter().position(|one| *one == at).filter(|_| !is_number(column));
    let places = columns.iter().enumerate().map(place).chain([None]).collect();
    let named = |name: &str| columns.iter().position(|column| column.0 == name);
    let recipe = match projection::recipes().find(|recipe| recipe.name == name) {
        Some(recipe) => Some(Groups {
            name: recipe.name,
            groups: recipe
                .groups
                .iter()
                .map(|group| group.split(',').map(|one| named(one.trim())).collect::<Option<_>>().map(Group::of))
                .collect::<Option<_>>()?,
            mark: recipe.mark.and_then(named),
        }),
        None => None,
    };
    let indexes = indexes(conn, &name, by_key, &columns)?;
    Some(Table { name, root, places, by_key, key, recipe, indexes })
}

impl Table {
    /// Whether anybody asks for the values of its rows.
    pub(super) fn is_read(&self) -> bool {
        self.recipe.is_some() || !self.indexes.is_empty()
    }
}

fn indexes(conn: &Connection, table: &str, by_key: bool, columns: &[Column]) -> Option<Vec<Index>> {
    // The key of a table that is kept in its order is the table itself.
    let sql = "select l.name, l.\"unique\", s.rootpage, coalesce(s.sql, '') from pragma_index_list(?1) l
        join sqlite_schema s on s.name = l.name and s.type = 'index' where not (?2 and l.origin = 'pk')";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let mut sql = conn.prepare_cached(sql).ok()?;
    let all = sql.query_map((table, by_key), read).ok()?.collect::<Sql<Vec<(String, bool, u32, String)>>>().ok()?;
    all.into_iter().map(|(name, unique, root, made)| index(conn, (&name, &made), (unique, root), columns)).collect()
}

/// A part: the column's place in the table, whether it is in the order of its bytes from small to large, and whether it belongs to the key.
type Listed = (i64, bool, bool);

fn index(
    conn: &Connection,
    (name, made): (&str, &str),
    (unique, root): (bool, u32),
    columns: &[Column],
) -> Option<Index> {
    let sql = "select cid, \"desc\" = 0 and coll = 'BINARY', key from pragma_index_xinfo(?1) order by seqno";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let listed = conn.prepare_cached(sql).ok()?.query_map([name], read).ok()?.collect::<Sql<Vec<Listed>>>().ok()?;
    let named = |name: &str| columns.iter().position(|column| column.0 == name.trim_matches('"'));
    let (texts, which) = if made.is_empty() { (Vec::new(), "") } else { taken_apart(made)? };
    let part = |(place, (column, plain, _)): (usize, &Listed)| match *column {
        _ if !plain => None,
        // The number of the row stands after the columns.
        -1 => Some(Part::Column(columns.len())),
        -2 => or_else(texts.get(place)?, &named),
        column => usize::try_from(column).ok().map(Part::Column),
    };
    let parts = listed.iter().enumerate().map(part).collect::<Option<Vec<_>>>()?;
    let which = match which.strip_prefix("where ") {
        Some(which) => Some(named(which.strip_suffix(" is not null")?.trim())?),
        None if which.is_empty() => None,
        None => return None,
    };
    let key = listed.iter().filter(|(_, _, key)| *key).count();
    Some(Index { root, parts, which, unique: unique.then_some(key) })
}

/// `ifnull(column, number)`.
fn or_else(text: &str, named: &dyn Fn(&str) -> Option<usize>) -> Option<Part> {
    let (column, number) = text.strip_prefix("ifnull(")?.strip_suffix(')')?.split_once(',')?;
    Some(Part::OrElse(named(column.trim())?, number.trim().parse().ok()?))
}

/// What stands between the brackets of `create index … on table (…) where …`, part by part, and what follows.
fn taken_apart(sql: &str) -> Option<(Vec<&str>, &str)> {
    let inner = &sql[sql.find('(')? + 1..];
    let (mut depth, mut from, mut parts) = (0_u32, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ',' | ')' if depth == 0 => {
                parts.push(inner[from..at].trim());
                from = at + 1;
                if letter == ')' {
                    return Some((parts, inner[from..].trim()));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::verify::empty;

    #[test]
    fn every_table_and_index_of_the_schema_is_known() {
        let fresh = empty().unwrap();
        let tables = tables(&fresh).expect("known");
        let indexes: usize = tables.iter().map(|table| table.indexes.len()).sum();
        assert!(tables.len() > 55 && indexes > 30, "{} {indexes}", tables.len());
        let summed = tables.iter().filter_map(|table| table.recipe.as_ref());
        assert_eq!(summed.count(), projection::recipes().count());
        for recipe in projection::recipes() {
            let table = tables.iter().find(|table| table.name == recipe.name).unwrap();
            let groups = table.recipe.as_ref().unwrap();
            let mut all: Vec<_> = groups.groups.iter().flat_map(Group::columns).chain(groups.mark).collect();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..table.places.len() - 1), "every column of {} counts", recipe.name);
            assert!(groups.groups.len() <= GROUPS);
        }
    }

    #[test]
    fn a_statement_is_taken_apart() {
        let taken = |sql| taken_apart(sql).map(|(parts, which)| (parts.join("|"), which));
        let sql = "create index a on b (c, ifnull(d, -1), e) where f is not null";
        assert_eq!(taken(sql), Some(("c|ifnull(d, -1)|e".to_owned(), "where f is not null")));
        assert_eq!(taken("create unique index a on b (c)"), Some(("c".to_owned(), "")));
        let named = |name: &str| (name == "d").then_some(7);
        assert_eq!(or_else("ifnull(d, -1)", &named), Some(Part::OrElse(7, -1)));
        assert_eq!(or_else("ifnull(e, -1)", &named), None);
        assert_eq!(or_else("abs(d)", &named), None);
    }
}
