//! The one kind of event that is most of a journal, its texts where they stand: a submission that came in.
//!
//! Whoever reads a journal of a million rows from end to end needs no texts of its own; a dozen for each indicator, taken and given back, are what takes
//! longest. Owns the same shape as [`Event::SubmissionReceived`](super::Event).

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

use super::plain;
use crate::domain::ids::TargetId;
use crate::domain::target::{Link, Standing, Submission};

/// The kind's id.
pub const RECEIVED: &str = "submission-received";

/// A submission that came in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Received<'a> {
    /// The target.
    pub target: TargetId,
    /// The submission, which is the round `to.round`.
    #[serde(borrow)]
    pub submission: Submission<Text<'a>>,
    /// The links of the new round.
    pub links: Vec<Link>,
    /// Where it stood.
    pub from: Standing,
    /// Where it stands.
    pub to: Standing,
}

impl<'a> Received<'a> {
    /// Reads it as the journal holds it. `None`: it is another kind, or not written as usual, and [`Event::from_json`](super::Event::from_json) knows more.
    pub fn read(text: &'a str) -> Option<Self> {
        plain::of_kind(text, RECEIVED).ok()
    }
}

/// A text where it stands, unless something in it is escaped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Text<'a>(Cow<'a, str>);

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Lend)
    }
}

/// Lends a text, or takes it.
struct Lend;

impl<'de> Visitor<'de> for Lend {
    type Value = Text<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::target::{Indicator, State};
    use crate::domain::time::Instant;

    #[test]
    fn it_is_the_event_that_was_written() {
        let text = |text: &str| Some(text.to_owned());
        let measured =
            Indicator { l1: text("产出指标"), l3: text("“改\"造\n"), value: text(""), ..Indicator::default() };
        let submission = Submission {
            objective: "目标1:改造\\修缮".to_owned(),
            indicators: vec![measured, Indicator::default()],
            until: Some(2026),
            ..Submission::default()
        };
        let from = Standing::begin(State::Draft, Instant(7));
        let to = Standing { round: 1, stage: text("desk"), ..from.clone() };
        let (target, links) = (TargetId(7), Vec::new());
        let event = Event::SubmissionReceived { target, submission: submission.clone(), links, from, to: to.clone() };
        let json = event.to_json().unwrap();
        let read = Received::read(&json).unwrap();
        assert_eq!((read.target, &read.to, read.submission.hash()), (target, &to, submission.hash()));
        assert_eq!(serde_json::to_string(&read.submission).unwrap(), serde_json::to_string(&submission).unwrap());
        assert_eq!(event.kind(), RECEIVED);
        for other in [json.replace("received", "returned"), json.replace(",\"links\":[]", ""), format!("{json} ")] {
            assert_eq!(Received::read(&other), None, "{other}");
        }
    }
}
