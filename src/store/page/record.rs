//! Records: how SQLite writes the values of a row one after another.

use std::cmp::Ordering;

use rusqlite::types::ValueRef;

/// A number of one to nine bytes, and how many they are.
#[inline]
pub(in crate::store) fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    match bytes.first() {
        Some(small) if small & 0x80 == 0 => Some((u64::from(*small), 1)),
        _ => longer(bytes),
    }
}

fn longer(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut number = 0_u64;
    for (place, byte) in bytes.iter().take(9).enumerate() {
        if place == 8 {
            return Some((number << 8 | u64::from(*byte), 9));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, place + 1));
        }
    }
    None
}

/// A number in groups of seven bits, the largest first. None that is written here needs more than eight groups.
pub(in crate::store) fn put_varint(to: &mut Vec<u8>, number: u64) {
    let groups = (1..9).find(|groups| number >> (7 * groups) == 0).unwrap_or(9);
    for group in (0..groups).rev() {
        let bits = (number >> (7 * group) & 0x7f) as u8;
        to.push(if group == 0 { bits } else { bits | 0x80 });
    }
}

/// Where the values of a record lie; the room is used again for the next record.
#[derive(Debug, Default)]
pub(in crate::store) struct Columns {
    /// What kind of value, where it begins, and where it ends.
    places: Vec<(u64, usize, usize)>,
}

impl Columns {
    /// Looks where the values lie; `None` where it is no record.
    pub(in crate::store) fn find(&mut self, record: &[u8]) -> Option<()> {
        self.places.clear();
        let (head, mut at) = varint(record)?;
        let head = usize::try_from(head).ok()?;
        let kinds = record.get(..head)?;
        let mut body = head;
        while at < head {
            let (kind, long) = varint(&kinds[at..])?;
            at += long;
            let end = body.checked_add(length(kind)?)?;
            self.places.push((kind, body, end));
            body = end;
        }
        (at == head && body == record.len()).then_some(())
    }

    /// How many there are.
    pub(in crate::store) fn count(&self) -> usize {
        self.places.len()
    }

    /// A value of the record that was looked at.
    #[inline]
    pub(in crate::store) fn value<'r>(&self, record: &'r [u8], column: usize) -> Option<ValueRef<'r>> {
        let (kind, from, end) = *self.places.get(column)?;
        let bytes = record.get(from..end)?;
        Some(match kind {
            0 => ValueRef::Null,
            7 => ValueRef::Real(f64::from_bits(number(bytes).cast_unsigned())),
            8 => ValueRef::Integer(0),
            9 => ValueRef::Integer(1),
            1..=6 => ValueRef::Integer(number(bytes)),
            text if text % 2 == 1 => ValueRef::Text(bytes),
            _ => ValueRef::Blob(bytes),
        })
    }
}

/// SQLite's order of values: nothing, numbers, text, bytes.
pub(in crate::store) fn order(one: ValueRef<'_>, other: ValueRef<'_>) -> Ordering {
    match (one, other) {
        (ValueRef::Integer(one), ValueRef::Integer(other)) => one.cmp(&other),
        (ValueRef::Real(one), ValueRef::Real(other)) => one.total_cmp(&other),
        (ValueRef::Text(one), ValueRef::Text(other)) | (ValueRef::Blob(one), ValueRef::Blob(other)) => one.cmp(other),
        _ => kind_rank(one).cmp(&kind_rank(other)),
    }
}

fn kind_rank(value: ValueRef<'_>) -> u8 {
    match value {
        ValueRef::Null => 0,
        ValueRef::Integer(_) => 1,
        ValueRef::Real(_) => 2,
        ValueRef::Text(_) => 3,
        ValueRef::Blob(_) => 4,
    }
}

/// The bytes of a value of a kind; there are none of the kinds 10 and 11.
fn length(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        long => usize::try_from((long - 12) / 2).ok(),
    }
}

/// A number of one to eight bytes with its sign.
fn number(bytes: &[u8]) -> i64 {
    let first = bytes.first().map_or(0, |byte| i64::from(byte.cast_signed()));
    bytes.iter().skip(1).fold(first, |number, byte| number << 8 | i64::from(*byte))
}

/// A record that is kept while the next one is read.
#[derive(Debug, Default)]
pub(in crate::store) struct Former {
    bytes: Vec<u8>,
    columns: Columns,
}

impl Former {
    /// Whether a record comes after this one by its first columns, and if some of them must differ, by those. Keeps the record instead.
    pub(in crate::store) fn follows(
        &mut self,
        record: &[u8],
        columns: &mut Columns,
        unique: Option<usize>,
    ) -> Option<()> {
        let mut right = self.columns.count() == 0;
        let mut missing = false;
        for column in 0..self.columns.count() {
            let (former, value) = (self.columns.value(&self.bytes, column)?, columns.value(record, column)?);
            missing |= former == ValueRef::Null;
            if unique == Some(column) && !missing {
                return None;
            }
            match order(former, value) {
                Ordering::Equal => {}
                Ordering::Less => {
                    right = true;
                    break;
                }
                Ordering::Greater => return None,
            }
        }
        self.bytes.clear();
        self.bytes.extend_from_slice(record);
        std::mem::swap(&mut self.columns, columns);
        right.then_some(())
    }

    /// The record that was kept last.
    pub(in crate::store) const fn kept(&self) -> (&[u8], &Columns) {
        (self.bytes.as_slice(), &self.columns)
    }
}
