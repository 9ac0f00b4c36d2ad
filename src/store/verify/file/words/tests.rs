//! What is added up of a search whose names changed, against what SQLite finds in it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use rusqlite::{Connection, params};

use super::super::words_of;
use super::*;
use crate::store::search::FENCE_WORD;

/// What is done to a search, one after the other.
#[derive(Debug, Clone)]
enum Act {
    /// A row has these words from now on, in place of those that it had.
    Name(i64, Vec<&'static str>),
    /// The same, but the words that it had are taken out first, in a transaction of their own: what the program never does.
    Apart(i64, Vec<&'static str>),
    /// A row has no words any more.
    Forget(i64),
    /// What was done goes into a piece of its own.
    Settle,
    /// Pieces are merged, so many pages of them.
    Merge(i64),
}

fn words() -> impl Strategy<Value = Vec<&'static str>> {
    // All names have a fence (`store/search`): where a name changed, its mark stays whatever is merged.
    let words = prop::collection::vec(select(vec!["营", "养", "改", "善", "道", "路", "养护", "a", "b"]), 0..9);
    words.prop_map(|words| [vec![FENCE_WORD], words].concat())
}

/// Whatever can be done; what the program never does only so many times in ten.
fn act(never: u32) -> impl Strategy<Value = Act> {
    prop_oneof![
        10 - never => (0..24_i64, words()).prop_map(|(row, words)| Act::Name(row, words)),
        never => (0..24_i64, words()).prop_map(|(row, words)| Act::Apart(row, words)),
        never => (0..24_i64).prop_map(Act::Forget),
        2 => Just(Act::Settle),
        1 => select(vec![1, 4, -100]).prop_map(Act::Merge),
    ]
}

/// A search with small pages and few pieces before they are merged.
fn empty() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(
        "create virtual table s using fts5 (names, initials, content = '', tokenize = 'unicode61');
        insert into s (s, rank) values ('pgsz', 64);
        insert into s (s, rank) values ('automerge', 3);
        insert into s (s, rank) values ('crisismerge', 5);
        begin",
    )
    .unwrap();
    conn
}

const PUT: &str = "insert into s (rowid, names, initials) values (?1, ?2, ?3)";
const OUT: &str = "insert into s (s, rowid, names, initials) values ('delete', ?1, ?2, ?3)";

fn tell(conn: &Connection, sql: &str, row: i64, words: &[&str]) {
    let (names, initials) = words.split_at(1 + words.len() / 2);
    conn.execute(sql, params![row, names.join(" "), initials.join(" ")]).unwrap();
}

/// A search after all that was done, and what each row has in the end.
fn after(acts: &[Act]) -> (Connection, BTreeMap<i64, Vec<&'static str>>) {
    let (conn, mut names) = (empty(), BTreeMap::new());
    for act in acts {
        match act {
            Act::Name(row, words) | Act::Apart(row, words) => {
                if let Some(old) = names.insert(*row, words.clone()) {
                    tell(&conn, OUT, *row, &old);
                    if matches!(act, Act::Apart(..)) {
                        conn.execute_batch("commit; begin").unwrap();
                    }
                }
                tell(&conn, PUT, *row, words);
            }
            Act::Forget(row) => {
                if let Some(old) = names.remove(row) {
                    tell(&conn, OUT, *row, &old);
                }
            }
            Act::Settle => conn.execute_batch("commit; begin").unwrap(),
            Act::Merge(pages) => {
                conn.execute_batch("commit; begin").unwrap();
                conn.execute("insert into s (s, rank) values ('merge', ?1)", [pages]).unwrap();
            }
        }
    }
    conn.execute_batch("commit").unwrap();
    (conn, names)
}

/// The same names in a search that knew no others.
fn anew(names: &BTreeMap<i64, Vec<&'static str>>) -> Connection {
    let conn = empty();
    names.iter().for_each(|(row, words)| tell(&conn, PUT, *row, words));
    conn.execute_batch("commit").unwrap();
    conn
}

/// Where each word stands, as SQLite finds it; `None` where it cannot read all of them.
fn found(conn: &Connection) -> Option<Vec<(String, i64, String, i64)>> {
    conn.execute_batch("create virtual table temp.words using fts5vocab (main, s, 'instance')").ok()?;
    let mut sql = conn.prepare("select term, doc, col, offset from temp.words").ok()?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let all = sql.query_map([], read).ok()?.collect::<rusqlite::Result<Vec<_>>>().ok();
    drop(sql);
    conn.execute_batch("drop table temp.words").ok()?;
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Names that changed add up as if they had never been others.
    #[test]
    fn a_changed_name_adds_up_as_if_it_had_been_the_first(acts in prop::collection::vec(act(0), 1..120)) {
        let ((conn, names), key) = (after(&acts), Key::default());
        let fresh = anew(&names);
        prop_assert_eq!(found(&conn), found(&fresh), "SQLite says so, too");
        let expected = words_of(&fresh, "s", &key).expect("read").0;
        let (sum, _) = words_of(&conn, "s", &key).expect("read");
        prop_assert_eq!(sum, expected, "also while pieces are being merged");
        conn.execute_batch("insert into s (s) values ('optimize')").unwrap();
        prop_assert_eq!(words_of(&conn, "s", &key), Some((expected, true)));
    }

    /// Whoever edits the pages: what is added up is right only where SQLite finds the same.
    #[test]
    fn nothing_adds_up_that_sqlite_finds_otherwise(
        acts in prop::collection::vec(act(3), 30..120),
        (which, at, bit) in (any::<Index>(), any::<Index>(), 0..8_u32),
    ) {
        let ((conn, names), key) = (after(&acts), Key::default());
        let expected = words_of(&anew(&names), "s", &key).expect("read").0;
        let sql = "select id, block from s_data where id > 1 order by id";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let blocks: Vec<(i64, Vec<u8>)> = conn.prepare(sql).unwrap().query_map([], read).unwrap().map(Result::unwrap).collect();
        let (id, mut block) = blocks[which.index(blocks.len())].clone();
        let at = at.index(block.len());
        block[at] ^= 1 << bit;
        conn.execute("update s_data set block = ?2 where id = ?1", params![id, block]).unwrap();
        // SQLite keeps the list of pieces that it has read.
        let conn = reopened(&conn);
        if words_of(&conn, "s", &key) == Some((expected, true)) {
            prop_assert_eq!(found(&conn), found(&anew(&names)), "byte {} of {}", at, id);
        }
    }
}

/// The same file through another connection.
fn reopened(conn: &Connection) -> Connection {
    let mut other = Connection::open_in_memory().unwrap();
    rusqlite::backup::Backup::new(conn, &mut other).unwrap().step(-1).unwrap();
    other
}
