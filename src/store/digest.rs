//! Rows added up: two tables that hold the same rows have the same sum, whatever the order in which the rows come.
//!
//! Owns how a row becomes a number. The key is drawn anew for each comparison, so that nobody can make rows beforehand that add up to the same.

use std::cell::RefCell;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Error, Row, ToSql};

/// The key of a comparison.
#[derive(Debug, Default)]
pub(super) struct Key {
    drawn: RandomState,
    room: RefCell<Vec<u8>>,
}

/// So many rows, and their hashes added up.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) rows: u64,
    hashes: u64,
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

    /// The hash of some of a row's columns.
    pub(super) fn columns(&self, row: &Row<'_>, columns: impl IntoIterator<Item = usize>) -> rusqlite::Result<u64> {
        let mut columns = columns.into_iter();
        let mut read = Ok(());
        let hash =
            self.of(|bytes| read = columns.try_for_each(|column| row.get_ref(column).map(|value| write(bytes, value))));
        read.map(|()| hash)
    }

    /// The hash of values as they would be written.
    pub(super) fn params<'p>(&self, values: impl IntoIterator<Item = &'p dyn ToSql>) -> rusqlite::Result<u64> {
        let mut values = values.into_iter();
        let mut taken = Ok(());
        let hash = self.of(|bytes| {
            taken = values.try_for_each(|value| {
                match value.to_sql()? {
                    ToSqlOutput::Borrowed(value) => write(bytes, value),
                    ToSqlOutput::Owned(value) => write(bytes, ValueRef::from(&value)),
                    _ => return Err(Error::ToSqlConversionFailure("a value of no column".into())),
                }
                Ok(())
            });
        });
        taken.map(|()| hash)
    }

    /// The hash of some of the values of a row.
    pub(super) fn written(&self, row: &Written, columns: impl IntoIterator<Item = usize>) -> u64 {
        self.of(|bytes| columns.into_iter().for_each(|column| bytes.extend_from_slice(row.column(column))))
    }

    /// Values are put together first: one long text is hashed several times as fast as many short ones.
    fn of(&self, fill: impl FnOnce(&mut Vec<u8>)) -> u64 {
        let mut bytes = self.room.take();
        bytes.clear();
        fill(&mut bytes);
        let mut hasher = self.drawn.build_hasher();
        hasher.write(&bytes);
        self.room.replace(bytes);
        hasher.finish()
    }
}

/// The values of a row, each as it goes into a hash; the room is used again for the next row.
#[derive(Debug, Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Written {
    /// Takes the first so many columns of a row.
    pub(super) fn take(&mut self, row: &Row<'_>, columns: usize) -> rusqlite::Result<()> {
        self.bytes.clear();
        self.ends.clear();
        for column in 0..columns {
            write(&mut self.bytes, row.get_ref(column)?);
            self.ends.push(self.bytes.len());
        }
        Ok(())
    }

    /// A column, as it goes into a hash.
    pub(super) fn column(&self, column: usize) -> &[u8] {
        let from = column.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[from..self.ends[column]]
    }
}

/// A value with its type and its length, so that no two rows read alike.
pub(super) fn write(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    let (kind, text): (u8, &[u8]) = match value {
        ValueRef::Null => return bytes.push(0),
        ValueRef::Integer(number) => (1, &number.to_le_bytes()),
        ValueRef::Real(number) => (2, &number.to_bits().to_le_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    bytes.push(kind);
    if kind > 2 {
        bytes.extend_from_slice(&text.len().to_le_bytes());
    }
    bytes.extend_from_slice(text);
}

/// A value that is kept while the next row is read, in the room of the one before.
#[derive(Debug, Default)]
pub(super) struct Kept {
    kind: Kind,
    /// A number's bits.
    number: u64,
    bytes: Vec<u8>,
}

#[derive(Debug, Default)]
enum Kind {
    #[default]
    Null,
    Integer,
    Real,
    Text,
    Blob,
}

impl Kept {
    /// Keeps a value instead of the one before.
    pub(super) fn keep(&mut self, value: ValueRef<'_>) {
        let (kind, number, bytes): (_, _, &[u8]) = match value {
            ValueRef::Null => (Kind::Null, 0, &[]),
            ValueRef::Integer(number) => (Kind::Integer, number.cast_unsigned(), &[]),
            ValueRef::Real(number) => (Kind::Real, number.to_bits(), &[]),
            ValueRef::Text(bytes) => (Kind::Text, 0, bytes),
            ValueRef::Blob(bytes) => (Kind::Blob, 0, bytes),
        };
        (self.kind, self.number) = (kind, number);
        self.bytes.clear();
        self.bytes.extend_from_slice(bytes);
    }

    /// The value.
    pub(super) fn value(&self) -> ValueRef<'_> {
        match self.kind {
            Kind::Null => ValueRef::Null,
            Kind::Integer => ValueRef::Integer(self.number.cast_signed()),
            Kind::Real => ValueRef::Real(f64::from_bits(self.number)),
            Kind::Text => ValueRef::Text(&self.bytes),
            Kind::Blob => ValueRef::Blob(&self.bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_read_alike_are_told_apart() {
        let key = Key::default();
        let text = |text: &'static str| ValueRef::Text(text.as_bytes());
        let hash = |values: &[ValueRef<'static>]| key.hash(values.iter().copied());
        let rows: [&[ValueRef<'static>]; 8] = [
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
        let written: [&dyn ToSql; 3] = [&"ab", &Some(7_i64), &None::<String>];
        assert_eq!(key.params(written).unwrap(), hash(&[text("ab"), ValueRef::Integer(7), ValueRef::Null]));
    }

    #[test]
    fn a_value_is_kept_as_it_is() {
        let mut kept = Kept::default();
        let values = [
            ValueRef::Text(b"ab\xff"),
            ValueRef::Integer(-3),
            ValueRef::Blob(b"ab"),
            ValueRef::Null,
            ValueRef::Real(0.5),
        ];
        for value in values {
            kept.keep(value);
            assert_eq!(kept.value(), value);
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
