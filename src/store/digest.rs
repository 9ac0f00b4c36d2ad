//! Rows added up: two tables that hold the same rows have the same sum, whatever the order in which the rows come.
//!
//! Owns how a row becomes a number. The key is drawn anew for each comparison, so that nobody can make rows beforehand that add up to the same.

use std::cell::RefCell;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use rusqlite::types::ValueRef;

/// The key of a comparison.
#[derive(Debug, Default, Clone)]
pub(super) struct Key {
    drawn: RandomState,
    room: RefCell<Vec<u8>>,
}

/// How the rows of a table are added up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe {
    /// The table.
    pub(super) name: &'static str,
    /// Its columns in groups, as they stand in a statement.
    pub(super) groups: &'static [&'static str],
    /// A column beyond them that is 0 or was set later: what it is then is hashed with the row's first two columns, and amends the sum.
    pub(super) mark: Option<&'static str>,
}

/// So many rows, and their hashes added up.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) rows: u64,
    pub(super) hashes: u64,
}

impl Sum {
    /// Adds a row by its hash.
    pub(super) const fn add(&mut self, hash: u64) {
        self.rows += 1;
        self.hashes = self.hashes.wrapping_add(hash);
    }

    /// Adds what came to a row later; the row is counted already.
    pub(super) const fn amend(&mut self, hash: u64) {
        self.hashes = self.hashes.wrapping_add(hash);
    }
}

impl Key {
    /// The hash of values in their order.
    pub(super) fn hash<'v>(&self, values: impl IntoIterator<Item = ValueRef<'v>>) -> u64 {
        self.of(|bytes| values.into_iter().for_each(|value| write(bytes, value)))
    }

    /// The hash of a row whose columns are hashed in groups: of a single group its hash, of several the hash of theirs.
    pub(super) fn grouped(&self, groups: &[u64]) -> u64 {
        match groups {
            [one] => *one,
            all => self.hash(all.iter().map(|hash| ValueRef::Integer(hash.cast_signed()))),
        }
    }

    /// The hash of values that are put together already.
    pub(super) fn bytes(&self, bytes: &[u8]) -> u64 {
        let mut hasher = self.drawn.build_hasher();
        hasher.write(bytes);
        hasher.finish()
    }

    /// The hash of where a word of a search stands in a row; there are as many as letters in all names.
    pub(super) fn word(&self, word: &[u8], row: i64, places: &[u8]) -> u64 {
        self.of(|bytes| {
            bytes.extend_from_slice(&row.to_le_bytes());
            chain(bytes, [3, 5], word);
            bytes.extend_from_slice(places);
        })
    }

    /// Values are put together first: one long text is hashed several times as fast as many short ones.
    pub(super) fn of(&self, fill: impl FnOnce(&mut Vec<u8>)) -> u64 {
        let mut bytes = self.room.take();
        bytes.clear();
        fill(&mut bytes);
        let hash = self.bytes(&bytes);
        self.room.replace(bytes);
        hash
    }
}

/// The values of a row, each as it goes into a hash; the room is used again for the next row.
#[derive(Debug, Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Written {
    /// Forgets the row.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Adds a column.
    pub(super) fn push(&mut self, value: ValueRef<'_>) {
        write(&mut self.bytes, value);
        self.ends.push(self.bytes.len());
    }

    /// A column, as it goes into a hash.
    pub(super) fn column(&self, column: usize) -> &[u8] {
        self.columns(column, column)
    }

    /// Columns that follow each other.
    pub(super) fn columns(&self, first: usize, last: usize) -> &[u8] {
        let from = first.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[from..self.ends[last]]
    }
}

/// A value with its type and its length, so that no two rows read alike. Small numbers, which are many, are one byte.
#[inline]
pub(super) fn write(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => bytes.push(0),
        ValueRef::Integer(number) => match u8::try_from(number) {
            Ok(small) if small <= SMALL => bytes.push(small + FIRST_SMALL),
            _ => whole(bytes, number),
        },
        ValueRef::Real(number) => long(bytes, 2, number.to_bits()),
        ValueRef::Text(text) => chain(bytes, [3, 5], text),
        ValueRef::Blob(blob) => chain(bytes, [4, 6], blob),
    }
}

/// How the number 0 is written.
const FIRST_SMALL: u8 = 8;
/// The largest number of one byte.
const SMALL: u8 = u8::MAX - FIRST_SMALL;

/// How nothing is written, and how the number 0.
pub(super) const NULL: &[u8] = &[0];
pub(super) const ZERO: &[u8] = &[FIRST_SMALL];

fn whole(bytes: &mut Vec<u8>, number: i64) {
    match u32::try_from(number) {
        Ok(number) => {
            let [a, b, c, d] = number.to_le_bytes();
            bytes.extend_from_slice(&[7, a, b, c, d]);
        }
        Err(_) => long(bytes, 1, number.cast_unsigned()),
    }
}

/// A text or a blob: its kind where it is long and where its length is one byte, and what it says.
#[inline]
fn chain(bytes: &mut Vec<u8>, [of_any, of_short]: [u8; 2], says: &[u8]) {
    match u8::try_from(says.len()) {
        Ok(short) => bytes.extend_from_slice(&[of_short, short]),
        Err(_) => long(bytes, of_any, says.len() as u64),
    }
    bytes.extend_from_slice(says);
}

fn long(bytes: &mut Vec<u8>, kind: u8, number: u64) {
    let mut head = [kind; 9];
    head[1..].copy_from_slice(&number.to_le_bytes());
    bytes.extend_from_slice(&head);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = match str::from_utf8(&[b'a'; 256]) {
        Ok(text) => text,
        Err(_) => "",
    };

    #[test]
    fn rows_that_read_alike_are_told_apart() {
        let key = Key::default();
        let text = |text: &'static str| ValueRef::Text(text.as_bytes());
        let hash = |values: &[ValueRef<'static>]| key.hash(values.iter().copied());
        let rows: [&[ValueRef<'static>]; 18] = [
            &[ValueRef::Integer(0)],
            &[ValueRef::Integer(247)],
            &[ValueRef::Integer(248)],
            &[ValueRef::Integer(1 << 32)],
            &[ValueRef::Integer((1 << 32) - 1)],
            &[ValueRef::Integer(-1)],
            &[text(LONG)],
            &[text(LONG.split_at(255).0)],
            &[ValueRef::Blob(LONG.as_bytes())],
            &[ValueRef::Blob(LONG.split_at(255).0.as_bytes())],
            &[text("ab"), text("c")],
            &[text("a"), text("bc")],
            &[text("1")],
            &[ValueRef::Integer(1)],
            &[ValueRef::Real(1.0)],
            &[ValueRef::Null],
            &[],
            &[ValueRef::Blob(b"1")],
        ];
        for (place, one) in rows.iter().enumerate() {
            assert_eq!(hash(one), hash(one));
            assert!(rows[place + 1..].iter().all(|other| hash(one) != hash(other)), "{one:?}");
        }
        for (value, known) in [(ValueRef::Null, NULL), (ValueRef::Integer(0), ZERO)] {
            assert_eq!(hash(&[value]), key.bytes(known));
        }
    }

    #[test]
    fn a_sum_knows_rows_and_not_their_order() {
        let mut sums = [Sum::default(); 3];
        [7, 9, 7].into_iter().for_each(|hash| sums[0].add(hash));
        [9, 7, 7].into_iter().for_each(|hash| sums[1].add(hash));
        [9, 7, 9].into_iter().for_each(|hash| sums[2].add(hash));
        assert_eq!(sums[0], sums[1]);
        assert_ne!(sums[1], sums[2]);
    }
}
