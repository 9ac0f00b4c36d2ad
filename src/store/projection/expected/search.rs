//! The words under which a target is found.

use std::collections::hash_map::Entry;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use super::Expected;
use crate::domain::ids::TargetId;

/// A word with its column and its place there.
type Placed<'t> = (&'t str, u8, u64);

impl Expected {
    /// The texts of a target in the search, as they would be written. Words are single letters, and what keeps names apart.
    pub(in crate::store::projection) fn named(
        &mut self,
        conn: &Connection,
        target: TargetId,
        texts: [&str; 2],
    ) -> rusqlite::Result<()> {
        for letter in texts.into_iter().flat_map(str::chars).filter(|letter| !is_usual(*letter)) {
            if let Entry::Vacant(free) = self.letters.entry(letter) {
                free.insert(as_sqlite_has_it(conn, letter)?);
            }
        }
        let mut words: Vec<Placed<'_>> = Vec::with_capacity(64);
        for (column, text) in (0..).zip(texts) {
            let known = |word: &'_ str| word.chars().next().and_then(|letter| self.letters.get(&letter));
            let all =
                text.split_ascii_whitespace().filter_map(|word| known(word).map_or(Some(word), |word| word.as_deref()));
            words.extend((0..).zip(all).map(|(place, word)| (word, column, place)));
        }
        words.sort_unstable();
        let (mut word, mut places) = (Vec::with_capacity(8), Vec::with_capacity(16));
        for one in words.chunk_by(|one, other| one.0 == other.0) {
            word.clear();
            word.push(MAIN);
            word.extend_from_slice(one[0].0.as_bytes());
            put(&mut places, one);
            let row = [ValueRef::Text(&word), ValueRef::Integer(target.0), ValueRef::Blob(&places)];
            self.words.add(self.key.hash(row));
        }
        Ok(())
    }
}

/// Every word begins so that is not the beginning of one (fts5 can keep those, too).
const MAIN: u8 = b'0';
/// Says that the places of another column follow.
const COLUMN: u8 = 1;

/// Where a word stands, as fts5 writes it: the first column's places, then the others' after their number, each as far from the one before, and two more.
fn put(places: &mut Vec<u8>, of: &[Placed<'_>]) {
    places.clear();
    let (mut column, mut before) = (0, 0);
    for (_, at, place) in of {
        if *at != column {
            places.extend([COLUMN, *at]);
            (column, before) = (*at, 0);
        }
        varint(places, place - before + 2);
        before = *place;
    }
}

/// A number in groups of seven bits, the largest first. Names are far shorter than what would need eight groups.
fn varint(to: &mut Vec<u8>, number: u64) {
    let groups = (1..9).find(|groups| number >> (7 * groups) == 0).unwrap_or(9);
    for group in (0..groups).rev() {
        let bits = (number >> (7 * group) & 0x7f) as u8;
        to.push(if group == 0 { bits } else { bits | 0x80 });
    }
}

/// Whether SQLite surely takes a letter as it is.
const fn is_usual(letter: char) -> bool {
    matches!(letter, ' ' | 'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fa5}')
}

/// What SQLite makes of a letter: without its marks, or no word at all.
fn as_sqlite_has_it(conn: &Connection, letter: char) -> rusqlite::Result<Option<String>> {
    conn.execute_batch(
        "create virtual table temp.letter using fts5 (text, tokenize = 'unicode61');
        create virtual table temp.word using fts5vocab (temp, letter, 'row')",
    )?;
    conn.execute("insert into temp.letter (text) values (?1)", [letter.to_string()])?;
    let word = conn.query_row("select term from temp.word", [], |row| row.get(0)).optional()?;
    conn.execute_batch("drop table temp.word; drop table temp.letter")?;
    Ok(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::digest::Key;

    #[test]
    fn letters_are_what_sqlite_makes_of_them() {
        let conn = Connection::open_in_memory().unwrap();
        let made = |letter| as_sqlite_has_it(&conn, letter).unwrap();
        for letter in ['a', '7', '养', '\u{4e00}', '\u{9fa5}'] {
            assert!(is_usual(letter));
            assert_eq!(made(letter), Some(letter.to_string()));
        }
        assert_eq!(made('é').as_deref(), Some("e"));
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
        let text = |from: u64, long: u64| {
            let of = |place: u64| letters[usize::try_from((from * 7 + place * place + place / 3) % 29).unwrap()];
            (0..long).flat_map(|place| [of(place), ' ']).collect::<String>()
        };
        for row in 1..4000_i64 {
            let from = row.cast_unsigned();
            let (names, initials) = (text(from, 5 + from % 300), text(from * 3, 4 + from % 9));
            let (names, initials) = (names.trim(), initials.trim());
            conn.execute("insert into s (rowid, names, initials) values (?1, ?2, ?3)", (row, names, initials)).unwrap();
            expected.named(&conn, TargetId(row), [names, initials]).unwrap();
        }
        let found = || crate::store::verify::words_of(&conn, "s", &key).expect("read");
        assert_eq!(found(), expected.words);
        conn.execute_batch("insert into s (s) values ('optimize')").unwrap();
        assert_eq!(found(), expected.words);
        conn.execute_batch("insert into s (rowid, names, initials) values (4000, '营', '')").unwrap();
        assert_ne!(found(), expected.words);
    }
}
