//! The file read once as it lies on its pages, instead of once for each question: whether pages and trees hang together, what the tables add up to,
//! and whether every index says of its table what the table says.
//!
//! SQLite's own check reads every row to see that its values are of their kind, and looks into nothing; who compares reads the same rows again, and a
//! third time for the indexes. Where a page is at hand all three are done at once. What is not exactly as SQLite makes it without being told otherwise
//! is not judged here: `None` leaves it to the long way.

mod pages;
mod shape;
mod tree;
mod ways;
mod words;

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use self::shape::{Group, Index, Part, Table};
use self::tree::Walk;
use self::ways::Ways;
use self::words::{Marked, Told, Words};
use crate::store::digest::{Key, NULL, Sum, Written, ZERO, write};
use crate::store::page::{Columns, Former, Pages};

pub(super) use self::pages::Met;

#[cfg(test)]
mod tests;

/// The page where the list of all tables begins.
const SCHEMA: u32 = 1;
/// The search, the table where its words lie, and the one that leads to them.
const SEARCH: &str = "target_search";
const SEARCH_DATA: &str = "target_search_data";
const SEARCH_INDEX: &str = "target_search_idx";

/// Takes a row: its number, its record, and where its values lie.
pub(super) type Row<'r> = &'r mut dyn FnMut(i64, &[u8], &Columns) -> Option<()>;

/// Reads tables with their indexes.
pub(super) struct Reader<'c> {
    walk: Walk<'c>,
    tables: Vec<Table>,
    conn: &'c Connection,
    key: &'c Key,
}

impl<'c> Reader<'c> {
    /// `None` where the file cannot be read this way.
    pub(super) fn of(conn: &'c Connection, key: &'c Key) -> Option<Self> {
        Some(Self { walk: Walk::through(Pages::of(conn)?), tables: shape::tables(conn)?, conn, key })
    }

    /// Reads one table with its indexes, and hands its rows on.
    pub(super) fn table(&mut self, name: &str, take: Row<'_>) -> Option<()> {
        let table = self.tables.iter().find(|table| table.name == name)?;
        read(&mut self.walk, self.key, table, take).map(drop)
    }

    /// Reads all tables but one, and the list of tables; what those add up to that have a recipe, and the words of the search. And whether it is
    /// sure that these are found.
    pub(super) fn others(&mut self, but: &str) -> Option<(BTreeMap<&'static str, Sum>, bool)> {
        self.walk.tree(SCHEMA, &mut |_, _| Some(()))?;
        let mut sums = BTreeMap::new();
        for table in self.tables.iter().filter(|table| ![but, SEARCH_DATA, SEARCH_INDEX].contains(&table.name.as_str()))
        {
            let sum = read(&mut self.walk, self.key, table, &mut |_, _, _| Some(()))?;
            sums.extend(table.recipe.as_ref().map(|recipe| (recipe.name, sum)));
        }
        let (words, mut ways) = self.words()?;
        sums.insert(SEARCH, words);
        self.table(SEARCH_INDEX, &mut |_, record, columns| {
            let value = |column| columns.value(record, column);
            let (ValueRef::Integer(piece), ValueRef::Integer(number)) = (value(0)?, value(2)?) else { return None };
            let (ValueRef::Blob(begins) | ValueRef::Text(begins)) = value(1)? else { return None };
            ways.index(piece, begins, number);
            Some(())
        })?;
        Some((sums, ways.are_right()))
    }

    /// Reads the words of the search.
    fn words(&mut self) -> Option<(Sum, Ways)> {
        let none = Marked::default();
        let first = self.words_with(&none)?;
        if first.marked.is_empty() {
            return Some((first.sum, first.ways));
        }
        let sum = Self::of(self.conn, self.key)?.words_with(&first.marked)?.sum;
        Some((sum, first.ways))
    }

    /// The same where the rows with marks are known.
    fn words_with<'m>(&mut self, marked: &'m Marked) -> Option<Told<'m>>
    where
        'c: 'm,
    {
        let mut words = Words::of(self.key, marked);
        self.table(SEARCH_DATA, &mut |id, record, columns| words.take(id, columns.value(record, 1)?.as_blob().ok()?))?;
        words.end()
    }

    /// Whether every page of the file was read once, with what somebody else has read.
    pub(super) fn end(self, others: &Met) -> Option<()> {
        let (mut pages, mut met) = self.walk.end();
        met.join(others)?;
        met.free(&mut pages)?;
        met.is_all_of(&pages).then_some(())
    }

    /// The pages that were read.
    pub(super) fn met(self) -> Met {
        self.walk.end().1
    }
}

/// Reads a table and then its indexes: what the table adds up to, if each index holds what it should.
fn read(walk: &mut Walk<'_>, key: &Key, table: &Table, take: Row<'_>) -> Option<Sum> {
    let (mut sum, mut entries) = (Sum::default(), vec![Sum::default(); table.indexes.len()]);
    let (mut columns, mut values, mut former) = (Columns::default(), Written::default(), Former::default());
    walk.tree(table.root, &mut |number, record| {
        columns.find(record)?;
        (columns.count() + 1 == table.places.len()).then_some(())?;
        if table.is_read() {
            values.clear();
            for place in &table.places {
                values.push(place.map_or(Some(ValueRef::Integer(number)), |place| columns.value(record, place))?);
            }
            table.add(key, &values, &mut sum)?;
            for (index, sum) in table.indexes.iter().zip(&mut entries) {
                index.expect(key, &values, sum);
            }
        }
        take(number, record, &columns)?;
        if table.by_key { former.follows(record, &mut columns, Some(table.key)) } else { Some(()) }
    })?;
    for (index, expected) in table.indexes.iter().zip(entries) {
        (index.found(walk, key)? == expected).then_some(())?;
    }
    Some(sum)
}

#[cfg(test)]
fn words_with<'k>(conn: &Connection, search: &str, (key, marked): (&'k Key, &'k Marked)) -> Option<Told<'k>> {
    let mut words = Words::of(key, marked);
    let mut sql = conn.prepare(&format!("select id, block from {search}_data order by id")).ok()?;
    let mut rows = sql.query([]).ok()?;
    while let Some(row) = rows.next().ok()? {
        words.take(row.get(0).ok()?, row.get_ref(1).ok()?.as_blob().ok()?)?;
    }
    words.end()
}

/// The words of a search of a name.
#[cfg(test)]
pub(in crate::store) fn words_of(conn: &Connection, search: &str, key: &Key) -> Option<(Sum, bool)> {
    let none = Marked::default();
    let first = words_with(conn, search, (key, &none))?;
    let sum = words_with(conn, search, (key, &first.marked))?.sum;
    let mut ways = first.ways;
    let mut sql = conn.prepare(&format!("select segid, term, pgno from {search}_idx order by segid, term")).ok()?;
    let mut rows = sql.query([]).ok()?;
    while let Some(row) = rows.next().ok()? {
        ways.index(row.get(0).ok()?, row.get_ref(1).ok()?.as_bytes().ok()?, row.get(2).ok()?);
    }
    Some((sum, ways.are_right()))
}

impl Table {
    /// Adds a row by the recipe.
    fn add(&self, key: &Key, values: &Written, sum: &mut Sum) -> Option<()> {
        let Some(recipe) = &self.recipe else { return Some(()) };
        let these = |columns: &[usize]| {
            key.of(|bytes| columns.iter().for_each(|column| bytes.extend_from_slice(values.column(*column))))
        };
        let hash = |group: &Group| match group {
            Group::Span(first, last) => key.bytes(values.columns(*first, *last)),
            Group::These(columns) => these(columns),
        };
        let mut hashes = [0; shape::GROUPS];
        let hashes = hashes.get_mut(..recipe.groups.len())?;
        hashes.iter_mut().zip(&recipe.groups).for_each(|(into, group)| *into = hash(group));
        sum.add(key.grouped(hashes));
        if let Some(mark) = recipe.mark.filter(|mark| values.column(*mark) != ZERO) {
            sum.amend(these(&[0, 1, mark]));
        }
        Some(())
    }
}

impl Index {
    /// Adds what it should hold of a row.
    fn expect(&self, key: &Key, values: &Written, sum: &mut Sum) {
        if self.which.is_some_and(|column| values.column(column) == NULL) {
            return;
        }
        sum.add(key.of(|bytes| {
            for part in &self.parts {
                match *part {
                    Part::Column(column) => bytes.extend_from_slice(values.column(column)),
                    Part::OrElse(column, number) if values.column(column) == NULL => {
                        write(bytes, ValueRef::Integer(number));
                    }
                    Part::OrElse(column, _) => bytes.extend_from_slice(values.column(column)),
                }
            }
        }));
    }

    /// What it holds; `None` if its entries do not lie in order, or are not single where they should be.
    fn found(&self, walk: &mut Walk<'_>, key: &Key) -> Option<Sum> {
        let (mut sum, mut columns, mut former) = (Sum::default(), Columns::default(), Former::default());
        walk.tree(self.root, &mut |_, record| {
            columns.find(record)?;
            former.follows(record, &mut columns, self.unique)?;
            let (record, columns) = former.kept();
            let mut whole = Some(());
            sum.add(key.of(|bytes| {
                whole = (0..self.parts.len()).try_for_each(|part| {
                    write(bytes, columns.value(record, part)?);
                    Some(())
                });
            }));
            whole.filter(|()| columns.count() == self.parts.len())
        })?;
        Some(sum)
    }
}
