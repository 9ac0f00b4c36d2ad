//! Events as the journal holds them: `{"kind":"link-set",…}`, the kind first.
//!
//! The shapes themselves are derived in serde's own form of an enum, `{"link-set":{…}}`, because an enum that is told apart by a field within is
//! first taken apart into a tree of values and then read a second time: on a journal of a million rows that is most of the reading.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, Unexpected, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Map, Value};

use super::{Event, plain};

const TAG: &str = "kind";
/// How every event begins that was written by [`Event::to_json`].
pub(super) const BEGIN: &str = r#"{"kind":""#;

impl Event {
    /// The event as the journal holds it.
    ///
    /// # Errors
    /// A value that JSON cannot hold; events have none.
    pub fn to_json(&self) -> Result<String, Error> {
        let mut written = Vec::with_capacity(256);
        Self::serialize(self, &mut serde_json::Serializer::new(&mut written))?;
        let written = String::from_utf8(written).map_err(serde::ser::Error::custom)?;
        // `{"link-set":{` … `}}`: a kind is made of small letters and hyphens.
        let apart = written.strip_prefix("{\"").and_then(|rest| rest.split_once("\":{"));
        let Some((kind, fields)) = apart else { return Err(serde::ser::Error::custom("an event without a kind")) };
        let fields = fields.strip_suffix('}').unwrap_or(fields);
        let comma = if fields == "}" { "" } else { "," };
        Ok(format!("{BEGIN}{kind}\"{comma}{fields}"))
    }

    /// The same as a tree, for whoever looks into it.
    ///
    /// # Errors
    /// As [`Self::to_json`].
    pub fn to_value(&self) -> Result<Value, Error> {
        serde_json::from_str(&self.to_json()?)
    }

    /// Reads what [`Self::to_json`] has written.
    ///
    /// # Errors
    /// It is no event of this program.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        plain::event(text).or_else(|_| in_general(text))
    }
}

/// Reads an event however its fields are written.
pub(super) fn in_general(text: &str) -> Result<Event, Error> {
    // Whatever looks otherwise is read slowly, or told to be none.
    let Some((kind, rest)) = text.strip_prefix(BEGIN).and_then(|rest| rest.split_once('"')) else {
        return in_any_order(text);
    };
    if kind.contains('\\') || !rest.starts_with(',') {
        return in_any_order(text);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let event = reader.deserialize_map(KindFirst)?;
    reader.end()?;
    Ok(event)
}

/// Reads an event where it stands: its kind, and then the fields that follow in the same brackets.
struct KindFirst;

impl<'de> Visitor<'de> for KindFirst {
    type Value = Event;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Event, A::Error> {
        let Some((TAG, kind)) = fields.next_entry::<&str, &str>()? else {
            return Err(serde::de::Error::missing_field(TAG));
        };
        Event::deserialize(Fields { kind, fields })
    }
}

/// The fields of an event of a kind, as serde asks for an enum.
struct Fields<'de, A> {
    kind: &'de str,
    fields: A,
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Fields<'de, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Fields<'de, A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), A::Error> {
        Ok((seed.deserialize(StrDeserializer::new(self.kind))?, self))
    }
}

/// An event has fields; nothing else is one.
impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Fields<'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Err(serde::de::Error::invalid_type(Unexpected::Map, &"nothing"))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        seed.deserialize(MapAccessDeserializer::new(self.fields))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        Err(serde::de::Error::invalid_type(Unexpected::Map, &"a list"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.fields)
    }
}

fn read(text: &str) -> Result<Event, Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let event = Event::deserialize(&mut reader)?;
    reader.end()?;
    Ok(event)
}

/// The same with the kind anywhere.
fn in_any_order(text: &str) -> Result<Event, Error> {
    let mut fields: Map<String, Value> = serde_json::from_str(text)?;
    let Some(Value::String(kind)) = fields.remove(TAG) else { return Err(serde::de::Error::missing_field(TAG)) };
    read(&Value::Object(Map::from_iter([(kind, Value::Object(fields))])).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check::Change;
    use crate::domain::ids::{SessionId, TargetId};
    use crate::domain::session::event::SessionEvent;

    #[test]
    fn an_event_is_written_with_its_kind_first_and_read_again() {
        let all = [
            Event::PriorRemoved { target: TargetId(7), evaluation: crate::domain::ids::EvaluationId(3) },
            Event::FindingsChanged { target: TargetId(7), change: Change::default() },
            Event::UserEnabled { user: "\"},{\\\u{1}引号".to_owned() },
            Event::Session { session: SessionId(1), act: SessionEvent::Closed {} },
        ];
        let first = r#"{"kind":"prior-removed","target":7,"evaluation":3}"#;
        assert_eq!(all[0].to_json().unwrap(), first);
        assert_eq!(all[3].to_json().unwrap(), r#"{"kind":"session","session":1,"act":"closed"}"#);
        for event in all {
            let json = event.to_json().unwrap();
            assert_eq!(Event::from_json(&json).unwrap(), event);
            let value = event.to_value().unwrap();
            assert!(value["kind"].is_string(), "{json}");
            // Sorted by name the kind no longer comes first.
            assert_eq!(Event::from_json(&value.to_string()).unwrap(), event);
        }
    }

    #[test]
    fn what_is_no_event_is_refused() {
        for text in [
            "",
            "{}",
            "null",
            r#"{"kind":"prior-removed","target":7,"evaluation":3}}"#,
            r#"{"kind":"prior-removed","target":7,"evaluation":3} x"#,
            r#"{"kind":"prior-removed","target":7}"#,
            r#"{"kind":"prior-removed"#,
            r#"{"kind":"unheard-of","target":7}"#,
            r#"{"kind":"prior-removed""target":7,"evaluation":3}"#,
            r#"{"kind":"prior-removed",,"target":7,"evaluation":3}"#,
            r#"{"kind":"county-founded",}"#,
            r#"{"kind":"prior-removed","target":7,"evaluation":3},"prior-removed":{"#,
            r#"{"prior-removed":{"target":7,"evaluation":3}}"#,
            r#"{"kind":"prior-removed","target":"7","evaluation":3}"#,
        ] {
            assert!(Event::from_json(text).is_err(), "{text}");
        }
    }
}
