//! How many entries of an index lie between two edges. A page says how many it holds, so that only the pages at the edges are looked into: some ten
//! nanoseconds an entry less than SQLite's own counting, which goes through every one.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension};

use super::{Columns, Head, Pages, order, u16_at};

/// A tree of more levels than this is none.
const DEPTH: usize = 20;
/// No page has this number.
const NONE: u32 = 0;
/// The kind of a page of an index that has none below it.
const LEAF: u8 = 10;

/// An edge between entries: in front of those whose first columns have these values, or behind them.
#[derive(Debug, Clone)]
pub(in crate::store) struct Edge {
    values: Vec<Value>,
    behind: bool,
}

impl Edge {
    /// In front of the entries that begin with these values.
    pub(in crate::store) const fn before(values: Vec<Value>) -> Self {
        Self { values, behind: false }
    }

    /// Behind them.
    pub(in crate::store) const fn behind(values: Vec<Value>) -> Self {
        Self { values, behind: true }
    }

    /// Whether an entry lies in front of the edge.
    fn is_after(&self, record: &[u8], columns: &mut Columns) -> Option<bool> {
        columns.find(record)?;
        for (place, value) in self.values.iter().enumerate() {
            match order(columns.value(record, place)?, ValueRef::from(value)) {
                Ordering::Less => return Some(true),
                Ordering::Equal => {}
                Ordering::Greater => return Some(false),
            }
        }
        Some(self.behind)
    }
}

/// Two edges; none is the tree's end.
type Range<'e> = (Option<&'e Edge>, Option<&'e Edge>);

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum What {
    Entries,
    /// Pages without pages below, those of the edges among them: what counting the entries will cost. They are not read for that.
    Leaves,
}

/// An index as it lies on its pages.
pub(in crate::store) struct Tree<'c> {
    pages: Pages<'c>,
    root: u32,
    /// Levels below the root.
    levels: usize,
    columns: Columns,
    /// Pages above others, which every question comes by.
    inner: BTreeMap<u32, Rc<Vec<u8>>>,
    /// Room for the others.
    leaf: Rc<Vec<u8>>,
    goes_on: &'c dyn Fn() -> bool,
}

impl<'c> Tree<'c> {
    /// The index of a name, read until `goes_on` says no; `None` where it cannot be read this way.
    pub(in crate::store) fn of(conn: &'c Connection, index: &str, goes_on: &'c dyn Fn() -> bool) -> Option<Self> {
        let sql = "select rootpage from sqlite_schema where type = 'index' and name = ?1";
        let root = conn.prepare_cached(sql).ok()?.query_row([index], |row| row.get(0)).optional().ok()??;
        let (pages, columns) = (Pages::of(conn)?, Columns::default());
        let mut tree = Self { pages, root, levels: 0, columns, inner: BTreeMap::new(), leaf: Rc::default(), goes_on };
        let mut next = tree.first_below(root)?;
        while next != NONE {
            next = tree.first_below(next)?;
            tree.levels += 1;
            (tree.levels < DEPTH).then_some(())?;
        }
        Some(tree)
    }

    /// How much lies between two edges.
    pub(in crate::store) fn between(&mut self, what: What, from: &Edge, to: &Edge) -> Option<u64> {
        self.count(what, self.root, self.levels, (Some(from), Some(to)))
    }

    /// The first page below a page of the index.
    fn first_below(&mut self, number: u32) -> Option<u32> {
        self.pages.look(number, |page| {
            let head = Head::of(page, number)?;
            (!head.table).then_some(())?;
            if head.inner { head.cell(page, 0)?.child } else { Some(NONE) }
        })
    }

    fn count(&mut self, what: What, number: u32, levels: usize, range: Range<'_>) -> Option<u64> {
        (self.goes_on)().then_some(())?;
        match (levels, what, range) {
            (0, What::Leaves, _) => Some(1),
            (0, What::Entries, (None, None)) => self
                .pages
                .look(number, |page| (page[0] == LEAF).then(|| u16_at(page, 3)).flatten())
                .map(|all| all as u64),
            _ => {
                let page = self.page(number, levels)?;
                self.within(what, &page, (number, levels), range)
            }
        }
    }

    /// A page, read once if others lie below it.
    fn page(&mut self, number: u32, levels: usize) -> Option<Rc<Vec<u8>>> {
        if let Some(page) = self.inner.get(&number) {
            return Some(Rc::clone(page));
        }
        let mut page = if levels > 0 { Rc::default() } else { std::mem::take(&mut self.leaf) };
        self.pages.take(number, Rc::make_mut(&mut page))?;
        if levels > 0 {
            self.inner.insert(number, Rc::clone(&page));
        } else {
            self.leaf = Rc::clone(&page);
        }
        Some(page)
    }

    /// The same of a page that was read.
    fn within(
        &mut self,
        what: What,
        page: &[u8],
        (number, levels): (u32, usize),
        (from, to): Range<'_>,
    ) -> Option<u64> {
        let head = Head::of(page, number)?;
        (!head.table && head.inner == (levels > 0)).then_some(())?;
        let first = from.map_or(Some(0), |edge| self.place(page, &head, edge))?;
        let last = to.map_or(Some(head.cells), |edge| self.place(page, &head, edge))?;
        let here = if what == What::Entries { last.checked_sub(first)? as u64 } else { 0 };
        if !head.inner {
            return Some(here);
        }
        (first..=last).try_fold(here, |sum, place| {
            let child = if place < head.cells { head.cell(page, place)?.child } else { head.last };
            let inner = (from.filter(|_| place == first), to.filter(|_| place == last));
            Some(sum + self.count(what, child?, levels - 1, inner)?)
        })
    }

    /// The first cell of a page that does not lie in front of an edge.
    fn place(&mut self, page: &[u8], head: &Head, edge: &Edge) -> Option<usize> {
        let (mut low, mut high) = (0, head.cells);
        while low < high {
            let middle = usize::midpoint(low, high);
            let cell = head.cell(page, middle)?;
            let record = page.get(cell.record)?;
            // A record that goes on elsewhere is left to SQLite.
            (record.len() == cell.size).then_some(())?;
            if edge.is_after(record, &mut self.columns)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROWS: i64 = 30_000;

    /// A table with an index of three levels, of texts and numbers of all sizes, many of them alike.
    fn filled() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "create table t (id integer primary key, name text not null, size integer not null) strict;
            create index by_name on t (name, size, id);",
        )
        .unwrap();
        let sql = format!(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < {ROWS})
            insert into t select i, 'a rather long name of the county’s desk number ' || (i * 7 % 5), (i * 7919 % 1013) * (i * 7919 % 1013 - 300) * 500 from n"
        );
        conn.execute_batch(&sql).unwrap();
        conn
    }

    fn edge() -> impl Strategy<Value = (i64, Option<i64>, Option<i64>, bool)> {
        let size = (0..1014_i64).prop_map(|size| size * (size - 300) * 500);
        (0..6_i64, prop::option::of(size), prop::option::of(1..ROWS), any::<bool>())
    }

    fn values((name, size, id, _): (i64, Option<i64>, Option<i64>, bool)) -> Vec<Value> {
        let name = Value::from(format!("a rather long name of the county’s desk number {name}"));
        [Some(name), size.map(Value::from), size.and(id).map(Value::from)].into_iter().flatten().collect()
    }

    /// The rows in front of an edge, as SQLite counts them.
    fn before(conn: &Connection, edge: &Edge) -> i64 {
        let columns = ["name", "size", "id"][..edge.values.len()].join(", ");
        let marks = vec!["?"; edge.values.len()].join(", ");
        let sign = if edge.behind { "<=" } else { "<" };
        let sql = format!("select count(*) from t where ({columns}) {sign} ({marks})");
        conn.query_row(&sql, rusqlite::params_from_iter(&edge.values), |row| row.get(0)).unwrap()
    }

    #[test]
    fn entries_between_two_edges_are_as_many_as_sqlite_counts() {
        let conn = filled();
        let goes_on = || true;
        let tree = Tree::of(&conn, "by_name", &goes_on).unwrap();
        assert!(tree.levels >= 2, "{}", tree.levels);
        let tree = std::cell::RefCell::new(tree);
        proptest!(|(one in edge(), other in edge())| {
            let mut edges = [one, other].map(|edge| Edge { values: values(edge), behind: edge.3 });
            let mut places = [before(&conn, &edges[0]), before(&conn, &edges[1])];
            if places[0] > places[1] {
                edges.reverse();
                places.reverse();
            }
            let [from, to] = &edges;
            let count = u64::try_from(places[1] - places[0]).unwrap();
            let mut tree = tree.borrow_mut();
            prop_assert_eq!(tree.between(What::Entries, from, to), Some(count));
            let leaves = tree.between(What::Leaves, from, to).unwrap();
            prop_assert!(leaves >= 1 && leaves <= 4 + count / 10, "{} pages of {}", leaves, count);
        });
    }

    #[test]
    fn what_is_no_index_or_is_broken_off_is_left_alone() {
        let conn = filled();
        assert!(Tree::of(&conn, "t", &|| true).is_none());
        assert!(Tree::of(&conn, "nothing", &|| true).is_none());
        let name = |place: i64| values((place, None, None, false));
        let (from, to) = (Edge::before(name(0)), Edge::behind(name(4)));
        assert_eq!(Tree::of(&conn, "by_name", &|| true).unwrap().between(What::Entries, &from, &to), Some(30_000));
        assert_eq!(Tree::of(&conn, "by_name", &|| false).unwrap().between(What::Entries, &from, &to), None);
        let long = "x".repeat(3_000);
        conn.execute("insert into t values (0, ?1, 1)", [long]).unwrap();
        assert_eq!(
            Tree::of(&conn, "by_name", &|| true).unwrap().between(
                What::Entries,
                &Edge::behind(name(4)),
                &Edge::behind(vec![Value::from("y".to_owned())])
            ),
            None
        );
    }
}
