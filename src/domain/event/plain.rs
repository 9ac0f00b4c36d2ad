//! Reads an event as [`Event::to_json`] writes it: without blanks, the fields in the order in which they are declared.
//!
//! A general reader looks each field's name up among all of them, letter by letter; here the name that comes next is known, and it is only seen whether it
//! stands there. Whatever is written otherwise is not judged: it is left to the general reader, which also says what is wrong.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StringDeserializer, U64Deserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use super::Event;
use super::json::BEGIN;

/// Deeper than this nothing is read: the general reader has a bound of its own, and tells.
const DEPTH: u8 = 60;

/// It is not written as expected.
#[derive(Debug)]
pub(super) struct Otherwise;

impl fmt::Display for Otherwise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("written otherwise")
    }
}

impl std::error::Error for Otherwise {}

impl serde::de::Error for Otherwise {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Answer<T> = Result<T, Otherwise>;

/// Reads an event.
pub(super) fn event(text: &str) -> Answer<Event> {
    let kind = text.strip_prefix(BEGIN).and_then(|rest| rest.split_once('"')).map(|(kind, _)| kind);
    let kind = kind.filter(|kind| !kind.contains('\\')).ok_or(Otherwise)?;
    read(text, kind, |fields| Event::deserialize(fields))
}

/// Reads the fields of an event of a kind.
pub(super) fn of_kind<'de, T: Deserialize<'de>>(text: &'de str, kind: &'de str) -> Answer<T> {
    let rest = text.strip_prefix(BEGIN).and_then(|rest| rest.strip_prefix(kind)).ok_or(Otherwise)?;
    if !rest.starts_with('"') {
        return Err(Otherwise);
    }
    read(text, kind, |fields| T::deserialize(fields))
}

/// Reads what follows an event's kind, up to the end.
fn read<'de, T>(text: &'de str, kind: &'de str, read: impl FnOnce(Kind<'_, 'de>) -> Answer<T>) -> Answer<T> {
    let mut reader = Reader { text, at: BEGIN.len() + kind.len() + 1, depth: 0 };
    let found = read(Kind { kind, reader: &mut reader })?;
    reader.literal("}")?;
    if reader.at == text.len() { Ok(found) } else { Err(Otherwise) }
}

/// A text, and how far it has been read.
struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth: u8,
}

impl<'de> Reader<'de> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_next(&mut self, byte: u8) -> bool {
        let next = self.peek() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn literal(&mut self, literal: &str) -> Answer<()> {
        let rest = self.text.as_bytes().get(self.at..).ok_or(Otherwise)?;
        if !rest.starts_with(literal.as_bytes()) {
            return Err(Otherwise);
        }
        self.at += literal.len();
        Ok(())
    }

    /// Whether something more comes before a closing bracket; the comma before all but the first is passed.
    fn goes_on(&mut self, close: u8, first: &mut bool) -> Answer<bool> {
        if self.peek() == Some(close) {
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.literal(",")?;
        }
        Ok(true)
    }

    /// A string; where nothing in it is escaped, as it stands.
    fn string(&mut self) -> Answer<Result<&'de str, String>> {
        self.literal("\"")?;
        let from = self.at;
        let mut end = from + plain_bytes(self.text.as_bytes().get(from..).ok_or(Otherwise)?);
        let escaped = self.text.as_bytes().get(end) == Some(&b'\\');
        while self.text.as_bytes().get(end) == Some(&b'\\') {
            end += 2;
            end += plain_bytes(self.text.as_bytes().get(end..).ok_or(Otherwise)?);
        }
        self.at = end;
        self.literal("\"")?;
        if !escaped {
            return self.text.get(from..end).map(Ok).ok_or(Otherwise);
        }
        let written = self.text.get(from - 1..=end).ok_or(Otherwise)?;
        serde_json::from_str(written).map(Err).map_err(|_| Otherwise)
    }

    /// A whole number as JSON writes it: its sign and its digits.
    fn number(&mut self) -> Answer<(bool, u64)> {
        let below = self.is_next(b'-');
        let from = self.at;
        let mut number = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            number =
                number.checked_mul(10).and_then(|so_far| so_far.checked_add((digit - b'0').into())).ok_or(Otherwise)?;
            self.at += 1;
        }
        let digits = self.at - from;
        let leads = self.text.as_bytes().get(from) == Some(&b'0');
        let whole = !matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        if digits == 0 || leads && (digits > 1 || below) || !whole { Err(Otherwise) } else { Ok((below, number)) }
    }

    /// What stands between an opening bracket, which was met, and the closing one.
    fn within<T>(&mut self, close: &str, read: impl FnOnce(&mut Self) -> Answer<T>) -> Answer<T> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Otherwise);
        }
        let found = read(self)?;
        self.depth -= 1;
        self.literal(close)?;
        Ok(found)
    }

    fn visit_string<V: Visitor<'de>>(&mut self, visitor: V) -> Answer<V::Value> {
        match self.string()? {
            Ok(lent) => visitor.visit_borrowed_str(lent),
            Err(owned) => visitor.visit_string(owned),
        }
    }
}

/// How many bytes there are before the end of a string, an escape or what must be escaped.
fn plain_bytes(bytes: &[u8]) -> usize {
    let stops = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
    let mut at = 0;
    for eight in bytes.chunks_exact(8) {
        let eight: [u8; 8] = eight.try_into().unwrap_or_default();
        if has_stop(u64::from_le_bytes(eight)) {
            break;
        }
        at += 8;
    }
    at + bytes[at..].iter().position(|byte| stops(*byte)).unwrap_or(bytes.len() - at)
}

/// Whether one of eight bytes ends or escapes (by the carry of a subtraction from each byte at once; a byte after one that stops may be taken for one).
const fn has_stop(eight: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    let (quote, slash) = (eight ^ (ONES * b'"' as u64), eight ^ (ONES * b'\\' as u64));
    let low = eight.wrapping_sub(ONES * b' ' as u64) & !eight;
    let (quote, slash) = (quote.wrapping_sub(ONES) & !quote, slash.wrapping_sub(ONES) & !slash);
    (low | quote | slash) & HIGH != 0
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Otherwise;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        match self.peek().ok_or(Otherwise)? {
            b'"' => self.visit_string(visitor),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b't' => self.literal("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.literal("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.literal("null").and_then(|()| visitor.visit_unit()),
            _ => match self.number()? {
                (false, number) => visitor.visit_u64(number),
                (true, number) => visitor.visit_i64(0_i64.checked_sub_unsigned(number).ok_or(Otherwise)?),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        match self.peek() {
            Some(b'n') => self.literal("null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Answer<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        self.literal("[")?;
        self.within("]", |reader| visitor.visit_seq(Elements { reader, first: true }))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        self.literal("{")?;
        self.within("}", |reader| visitor.visit_map(Entries { reader, first: true }))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        self.literal("{")?;
        self.within("}", |reader| visitor.visit_map(Fields { reader, fields, next: 0, first: true }))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        if self.peek() == Some(b'{') {
            self.at += 1;
            return self.within("}", |reader| visitor.visit_enum(Variant { reader }));
        }
        match self.string()? {
            Ok(lent) => visitor.visit_enum(BorrowedStrDeserializer::new(lent)),
            Err(owned) => visitor.visit_enum(StringDeserializer::new(owned)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Answer<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Answer<V::Value> {
        self.deserialize_seq(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct identifier ignored_any
    }
}

/// The elements of a list.
struct Elements<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Otherwise;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Answer<Option<T::Value>> {
        if !self.reader.goes_on(b']', &mut self.first)? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

/// The fields of something with fields: names in their order, of which some may be missing.
struct Fields<'r, 'de> {
    reader: &'r mut Reader<'de>,
    fields: &'static [&'static str],
    next: usize,
    first: bool,
}

impl Fields<'_, '_> {
    /// Which field comes next.
    fn named(&self) -> Answer<usize> {
        let rest = self.reader.text.as_bytes().get(self.reader.at..).ok_or(Otherwise)?;
        let rest = rest.strip_prefix(b"\"").ok_or(Otherwise)?;
        let stands = |name: &&str| rest.starts_with(name.as_bytes()) && rest[name.len()..].starts_with(b"\":");
        let later = self.fields.get(self.next..).ok_or(Otherwise)?;
        later.iter().position(stands).map(|far| self.next + far).ok_or(Otherwise)
    }
}

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = Otherwise;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Answer<Option<K::Value>> {
        if !self.reader.goes_on(b'}', &mut self.first)? {
            return Ok(None);
        }
        let place = self.named()?;
        self.reader.at += self.fields[place].len() + 3;
        self.next = place + 1;
        let place: U64Deserializer<Otherwise> = (place as u64).into_deserializer();
        seed.deserialize(place).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Answer<V::Value> {
        seed.deserialize(&mut *self.reader)
    }
}

/// Entries of which it is not known what they are called.
struct Entries<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Otherwise;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Answer<Option<K::Value>> {
        if !self.reader.goes_on(b'}', &mut self.first)? {
            return Ok(None);
        }
        match self.reader.string()? {
            Ok(lent) => seed.deserialize(BorrowedStrDeserializer::new(lent)),
            Err(owned) => seed.deserialize(StringDeserializer::new(owned)),
        }
        .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Answer<V::Value> {
        self.reader.literal(":")?;
        seed.deserialize(&mut *self.reader)
    }
}

/// `"variant":value` between brackets.
struct Variant<'r, 'de> {
    reader: &'r mut Reader<'de>,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Otherwise;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Answer<(V::Value, Self)> {
        let variant = seed.deserialize(&mut *self.reader)?;
        self.reader.literal(":")?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Otherwise;

    fn unit_variant(self) -> Answer<()> {
        Err(Otherwise)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Answer<T::Value> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Answer<V::Value> {
        self.reader.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Answer<V::Value> {
        self.reader.deserialize_struct("", fields, visitor)
    }
}

/// An event of a kind, whose fields follow.
struct Kind<'r, 'de> {
    kind: &'de str,
    reader: &'r mut Reader<'de>,
}

impl<'de> Deserializer<'de> for Kind<'_, 'de> {
    type Error = Otherwise;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Answer<V::Value> {
        visitor.visit_enum(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Answer<V::Value> {
        self.struct_variant(fields, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for Kind<'_, 'de> {
    type Error = Otherwise;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Answer<(V::Value, Self)> {
        Ok((seed.deserialize(BorrowedStrDeserializer::new(self.kind))?, self))
    }
}

impl<'de> VariantAccess<'de> for Kind<'_, 'de> {
    type Error = Otherwise;

    fn unit_variant(self) -> Answer<()> {
        Err(Otherwise)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Answer<T::Value> {
        seed.deserialize(MapAccessDeserializer::new(Entries { reader: self.reader, first: false }))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Answer<V::Value> {
        Err(Otherwise)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Answer<V::Value> {
        visitor.visit_map(Fields { reader: self.reader, fields, next: 0, first: false })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    use super::*;
    use crate::domain::event::json::in_general;

    /// The events of a kept file, in which something of nearly everything has happened.
    fn kept() -> Vec<String> {
        let all = include_str!("../../../tests/data/schema/v5.sql").lines();
        let payload = |line: &str| {
            let (from, to) = (line.find("'{\"kind\"")? + 1, line.rfind("}',")? + 1);
            Some(line[from..to].replace("''", "'"))
        };
        all.filter(|line| line.starts_with("INSERT INTO journal")).filter_map(payload).collect()
    }

    #[test]
    fn what_was_written_is_read_as_in_general() {
        let all = kept();
        let kinds: BTreeSet<_> = all
            .iter()
            .map(|text| {
                let read = event(text).unwrap_or_else(|_| panic!("{text}"));
                assert_eq!(read, in_general(text).unwrap(), "{text}");
                read.kind()
            })
            .collect();
        assert!(kinds.len() > 40, "{kinds:?}");
    }

    #[test]
    fn what_is_escaped_is_read_too() {
        let user = "\"引号\"\\反\n行\u{1}尾".to_owned();
        let told = Event::UserEnabled { user };
        assert_eq!(event(&told.to_json().unwrap()).unwrap(), told);
        let deep = format!(r#"{{"kind":"session","session":1,"act":{}1{}}}"#, "[".repeat(9999), "]".repeat(9999));
        assert!(event(&deep).is_err() && Event::from_json(&deep).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        /// A payload that was tampered with: whatever is read here at all is read as in general.
        #[test]
        fn nothing_is_taken_that_is_not_taken_in_general(
            which: Index,
            at: Index,
            taken in 0..3_usize,
            put in select(vec!["", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "1", " ", ".5", "e3", "null", "\t", "\\u0041", "\\n"]),
        ) {
            let all = kept();
            let mut letters: Vec<char> = all[which.index(all.len())].chars().collect();
            let at = at.index(letters.len());
            letters.splice(at..(at + taken).min(letters.len()), put.chars());
            let text: String = letters.into_iter().collect();
            if let Ok(read) = event(&text) {
                prop_assert_eq!(read, in_general(&text).unwrap(), "{}", text);
            }
        }
    }
}
