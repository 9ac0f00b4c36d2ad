//! The words under which a target is found.

use std::collections::hash_map::Entry;

use rusqlite::{Connection, Error, OptionalExtension};

use super::Expected;
use crate::domain::ids::TargetId;
use crate::store::page::put_varint;
use crate::store::search::{FENCE, FENCE_WORD};

/// A word with its column and its place there, as one number, so that they lie together and in order when they are sorted.
type Placed = u64;

const fn placed(word: char, column: u8, place: u32) -> Placed {
    (word as u64) << 40 | (column as u64) << 32 | place as u64
}

impl Expected {
    /// The words of a target in the search, as they would be written.
    pub(in crate::store::projection) fn named(
        &mut self,
        conn: &Connection,
        target: TargetId,
        columns: &[Vec<char>; 2],
    ) -> rusqlite::Result<()> {
        let mut words = std::mem::take(&mut self.room);
        words.clear();
        for (column, letters) in (0..).zip(columns) {
            let mut place = 0;
            for letter in letters {
                if let Some(word) = if is_usual(*letter) { Some(*letter) } else { self.word(conn, *letter)? } {
                    words.push(placed(word, column, place));
                    place += 1;
                }
            }
        }
        words.sort_unstable();
        let (mut word, mut places) = (Vec::with_capacity(8), Vec::with_capacity(16));
        for all in words.chunk_by(|one, other| one >> 40 == other >> 40) {
            spell(&mut word, all[0]);
            put(&mut places, all);
            self.words.add(self.key.word(&word, target.0, &places));
        }
        self.room = words;
        Ok(())
    }

    /// What SQLite makes of a letter.
    fn word(&mut self, conn: &Connection, letter: char) -> rusqlite::Result<Option<char>> {
        match self.letters.entry(letter) {
            Entry::Occupied(known) => Ok(*known.get()),
            Entry::Vacant(free) => Ok(*free.insert(as_sqlite_has_it(conn, letter)?)),
        }
    }
}

/// A word as fts5 keeps it.
fn spell(word: &mut Vec<u8>, of: Placed) {
    word.clear();
    word.push(MAIN);
    match u32::try_from(of >> 40).ok().and_then(char::from_u32) {
        Some(FENCE) | None => word.extend_from_slice(FENCE_WORD.as_bytes()),
        Some(letter) => word.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// Every word begins so that is not the beginning of one (fts5 can keep those, too).
const MAIN: u8 = b'0';
/// Says that the places of another column follow.
const COLUMN: u8 = 1;

/// Where a word stands, as fts5 writes it: the first column's places, then the others' after their number, each as far from the one before, and two more.
fn put(places: &mut Vec<u8>, of: &[Placed]) {
    places.clear();
    let (mut column, mut before) = (0, 0);
    for one in of {
        let (at, place) = ((one >> 32 & 0xff) as u8, one & 0xffff_ffff);
        if at != column {
            places.extend([COLUMN, at]);
            (column, before) = (at, 0);
        }
        put_varint(places, place - before + 2);
        before = place;
    }
}

/// Whether SQLite surely takes a letter as it is.
const fn is_usual(letter: char) -> bool {
    matches!(letter, FENCE | 'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fa5}')
}

/// What SQLite makes of a letter: without its marks, or no word at all.
fn as_sqlite_has_it(conn: &Connection, letter: char) -> rusqlite::Result<Option<char>> {
    conn.execute_batch(
        "create virtual table temp.letter using fts5 (text, tokenize = 'unicode61');
        create virtual table temp.word using fts5vocab (temp, letter, 'row')",
    )?;
    conn.execute("insert into temp.letter (text) values (?1)", [letter.to_string()])?;
    let word: Option<String> = conn.query_row("select term from temp.word", [], |row| row.get(0)).optional()?;
    conn.execute_batch("drop table temp.word; drop table temp.letter")?;
    let Some(word) = word else { return Ok(None) };
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) => Ok(Some(one)),
        // Never so far; the long way asks SQLite itself.
        _ => Err(Error::StatementChangedRows(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::digest::Key;
    use crate::store::search::text;

    #[test]
    fn letters_are_what_sqlite_makes_of_them() {
        let conn = Connection::open_in_memory().unwrap();
        let made = |letter| as_sqlite_has_it(&conn, letter).unwrap();
        for letter in ['a', '7', '养', '\u{4e00}', '\u{9fa5}'] {
            assert!(is_usual(letter));
            assert_eq!(made(letter), Some(letter));
        }
        assert_eq!(made('é'), Some('e'));
        assert_eq!(made('。'), None);
    }

    /// Many rows in one index, so that lists of a word reach over pages and pieces are many.
    #[test]
    fn words_add_up_as_fts5_writes_them() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("create virtual table s using fts5 (names, initials, content = '', tokenize = 'unicode61')")
            .unwrap();
        let key = Key::default();
        let mut expected = Expected::under(key.clone());
        let letters: Vec<char> = "营养改善计划县城é①道路0123456789abcdefg".chars().collect();
        let words = |from: u64, long: u64| {
            let of = |place: u64| letters[usize::try_from((from * 7 + place * place + place / 3) % 29).unwrap()];
            (0..long).map(of).chain([FENCE]).collect::<Vec<char>>()
        };
        for row in 1..4000_i64 {
            let from = row.cast_unsigned();
            let columns = [words(from, 5 + from % 300), words(from * 3, 4 + from % 9)];
            let [names, initials] = columns.each_ref().map(|column| text(column));
            conn.execute("insert into s (rowid, names, initials) values (?1, ?2, ?3)", (row, names, initials)).unwrap();
            expected.named(&conn, TargetId(row), &columns).unwrap();
        }
        let found = || crate::store::verify::words_of(&conn, "s", &key);
        assert_eq!(found(), Some((expected.words, true)), "the words, and how they are found");
        let check = "insert into s (s) values ('integrity-check')";
        conn.execute_batch(check).unwrap();
        let leads = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert!(leads("select sum(pgno & 1) from s_idx") > 0, "lists of rows over many pages");
        for spoilt in [
            "update s_idx set pgno = pgno + 2 where segid = (select max(segid) from s_idx) and term > ''",
            "update s_idx set pgno = pgno - 1 where pgno & 1",
            "update s_idx set term = cast(term || x'ff' as blob) where term > ''",
            "delete from s_idx where pgno = (select max(pgno) from s_idx)",
            "update s_data set block = cast(block || x'01' as blob) where (id >> 36) & 1",
            "update s_data set block = cast(x'0001' || substr(block, 3) as blob) where (id >> 36) & 1",
            "delete from s_data where (id >> 36) & 1",
        ] {
            conn.execute_batch("savepoint a").unwrap();
            conn.execute_batch(spoilt).unwrap();
            assert_eq!(found(), Some((expected.words, false)), "{spoilt}");
            conn.execute_batch("rollback to a; release a").unwrap();
        }
        conn.execute_batch("insert into s (s) values ('optimize')").unwrap();
        assert_eq!(found(), Some((expected.words, true)));
        conn.execute_batch("insert into s (rowid, names, initials) values (4000, '营', '')").unwrap();
        assert_ne!(found().unwrap().0, expected.words);
    }
}
