//! Rows added up: two tables that hold the same rows have the same sum, whatever the order in which the rows come.
//!
//! Owns how a row becomes a number. The key is drawn anew for each comparison, so that nobody can make rows beforehand that add up to the same.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Error, Row, ToSql};

/// The key of a comparison.
#[derive(Debug, Default)]
pub(super) struct Key(RandomState);

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
        let mut hasher = self.0.build_hasher();
        values.into_iter().for_each(|value| feed(&mut hasher, value));
        hasher.finish()
    }

    /// The hash of some of a row's columns.
    pub(super) fn columns(&self, row: &Row<'_>, columns: impl IntoIterator<Item = usize>) -> rusqlite::Result<u64> {
        let mut hasher = self.0.build_hasher();
        for column in columns {
            feed(&mut hasher, row.get_ref(column)?);
        }
        Ok(hasher.finish())
    }

    /// The hash of values as they would be written.
    pub(super) fn params<'p>(&self, values: impl IntoIterator<Item = &'p dyn ToSql>) -> rusqlite::Result<u64> {
        let mut hasher = self.0.build_hasher();
        for value in values {
            match value.to_sql()? {
                ToSqlOutput::Borrowed(value) => feed(&mut hasher, value),
                ToSqlOutput::Owned(value) => feed(&mut hasher, ValueRef::from(&value)),
                _ => return Err(Error::ToSqlConversionFailure("a value of no column".into())),
            }
        }
        Ok(hasher.finish())
    }
}

/// A value with its type and its length, so that no two rows read alike.
fn feed(hasher: &mut impl Hasher, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => hasher.write_u64(0),
        ValueRef::Integer(number) => {
            hasher.write_u64(1);
            hasher.write_i64(number);
        }
        ValueRef::Real(number) => {
            hasher.write_u64(2);
            hasher.write_u64(number.to_bits());
        }
        ValueRef::Text(bytes) => {
            hasher.write_u64(3 + ((bytes.len() as u64) << 3));
            hasher.write(bytes);
        }
        ValueRef::Blob(bytes) => {
            hasher.write_u64(4 + ((bytes.len() as u64) << 3));
            hasher.write(bytes);
        }
    }
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
