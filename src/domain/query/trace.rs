//! The filter of the journal: who did what with which target when, and words.
//!
//! Owns its fields and whether a row fits. Spelled like every other query; all conditions hold together. It is asked of a row as its viewer may read
//! it, so that nothing that is kept from somebody can be found out by asking.

use jiff::civil::Date;

use super::condition::Comparison;
use super::fault::{Fault, ParseError};
use super::fields::is_chinese;
use super::lexer::{Kind, Token, tokens};
use crate::domain::facts::Entry;
use crate::domain::ids::TargetId;
use crate::domain::refusal::event_word;
use crate::domain::text::half_width;
use crate::domain::time::local_zone;

/// Names of the fields: the canonical one, the Chinese one.
const FIELDS: [(&str, &str); 5] =
    [("by", "人员"), ("what", "事项"), ("target", "目标"), ("since", "自"), ("until", "至")];

/// What rows of the journal are looked for; without conditions all fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    conditions: Vec<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    negated: bool,
    /// One of them fits.
    any: Vec<Wanted>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    /// Part of the name of who acted, or of whom it was done for.
    By(String),
    /// The id of a kind of event, or part of its word.
    What(String),
    Target(TargetId),
    Since(Date),
    Until(Date),
    /// A word anywhere in the row.
    Word(String),
}

impl Trace {
    /// Reads a filter; a blank one takes every row.
    ///
    /// # Errors
    /// What is wrong, at its column.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let tokens = tokens(text)?;
        let text: Vec<char> = text.chars().collect();
        let mut reader = Reader { tokens: &tokens, end: text.len(), text: &text };
        let mut conditions = Vec::new();
        while !reader.tokens.is_empty() {
            conditions.push(reader.condition()?);
        }
        Ok(Self { conditions })
    }

    /// Whether every row fits.
    pub const fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether a row fits, as its viewer may read it.
    pub fn fits(&self, entry: &Entry) -> bool {
        self.conditions.iter().all(|one| one.any.iter().any(|wanted| wanted.fits(entry)) != one.negated)
    }
}

struct Reader<'t> {
    tokens: &'t [Token],
    text: &'t [char],
    end: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Option<&'t Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn condition(&mut self) -> Result<Condition, ParseError> {
        let negated = self.tokens.first().is_some_and(|token| token.kind == Kind::Dash);
        if negated {
            self.next();
        }
        let Some(token) = self.next() else { return Err(Fault::NoCondition.at(self.end)) };
        let any = match &token.kind {
            Kind::Word(name) if matches!(self.tokens.first().map(|next| &next.kind), Some(Kind::Sign(_))) => {
                self.field(name, token.column)?
            }
            Kind::Word(word) => vec![bare(word)],
            Kind::Quoted(words) => vec![Wanted::Word(words.clone())],
            Kind::Comma => return Err(Fault::StrayComma.at(token.column)),
            Kind::Sign(_) => {
                return Err(
                    Fault::StraySign(&self.text[token.column..token.end].iter().collect::<String>()).at(token.column)
                );
            }
            Kind::Open | Kind::Close | Kind::Dash => return Err(Fault::NoBrackets.at(token.column)),
        };
        Ok(Condition { negated, any })
    }

    fn field(&mut self, name: &str, column: usize) -> Result<Vec<Wanted>, ParseError> {
        let key = half_width(name).to_lowercase();
        let Some(place) = FIELDS.iter().position(|(id, chinese)| *id == key || *chinese == key) else {
            let known: Vec<&str> =
                FIELDS.iter().map(|(id, chinese)| if is_chinese(name) { *chinese } else { *id }).collect();
            return Err(Fault::NoField { name, known: &known.join(" ") }.at(column));
        };
        let sign = self.next();
        if !sign.is_some_and(
            |token| matches!(&token.kind, Kind::Sign(sign) if sign.comparison == Comparison::Equal && !sign.negated),
        ) {
            return Err(Fault::NotOrdered(name).at(column));
        }
        let mut any = Vec::new();
        loop {
            let at = self.tokens.first().map_or(self.end, |token| token.column);
            match self.next().map(|token| &token.kind) {
                Some(Kind::Word(value) | Kind::Quoted(value)) => {
                    any.push(valued(place, value).map_err(|fault| fault.at(at))?);
                }
                _ => return Err(Fault::NoValue(name).at(at)),
            }
            if self.tokens.first().is_none_or(|token| token.kind != Kind::Comma) {
                return Ok(any);
            }
            self.next();
        }
    }
}

/// A word that belongs to no field: `#12` is a target.
fn bare(word: &str) -> Wanted {
    let number = half_width(word).strip_prefix('#').and_then(|number| number.parse().ok());
    number.map_or_else(|| Wanted::Word(word.to_owned()), |number| Wanted::Target(TargetId(number)))
}

fn valued(place: usize, value: &str) -> Result<Wanted, Fault<'_>> {
    let plain = half_width(value);
    let day = || plain.parse::<Date>().map_err(|_| Fault::NotDay(value));
    Ok(match place {
        0 => Wanted::By(value.to_owned()),
        1 => Wanted::What(value.to_owned()),
        2 => Wanted::Target(TargetId(plain.trim_start_matches('#').parse().map_err(|_| Fault::NotTarget(value))?)),
        3 => Wanted::Since(day()?),
        _ => Wanted::Until(day()?),
    })
}

impl Wanted {
    fn fits(&self, entry: &Entry) -> bool {
        match self {
            Self::By(name) => entry.by.contains(name) || entry.on_behalf.as_ref().is_some_and(|one| one.contains(name)),
            Self::What(kind) => is_kind(entry, kind),
            Self::Target(target) => entry.event.target() == Some(*target),
            Self::Since(day) => entry.at.date(local_zone()) >= *day,
            Self::Until(day) => entry.at.date(local_zone()) <= *day,
            Self::Word(word) => says(entry, word),
        }
    }
}

fn is_kind(entry: &Entry, wanted: &str) -> bool {
    let kind = entry.event.kind();
    kind == wanted || event_word(kind).contains(wanted)
}

/// Whether a row says a word: in a name, in the word of its kind, or anywhere in what happened. Width and case aside.
fn says(entry: &Entry, word: &str) -> bool {
    let key = |text: &str| half_width(text).to_lowercase();
    let wanted = key(word);
    let holds = |text: &str| key(text).contains(&wanted);
    holds(&entry.by)
        || entry.on_behalf.as_deref().is_some_and(holds)
        || is_kind(entry, word)
        || entry.event.to_value().is_ok_and(|event| texts(&event, &holds))
}

fn texts(value: &serde_json::Value, holds: &dyn Fn(&str) -> bool) -> bool {
    match value {
        serde_json::Value::String(text) => holds(text),
        serde_json::Value::Array(all) => all.iter().any(|one| texts(one, holds)),
        serde_json::Value::Object(all) => all.values().any(|one| texts(one, holds)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::event::Event;
    use crate::domain::ids::Seq;
    use crate::domain::people::{Unit, UnitLevel};
    use crate::domain::time::Instant;

    /// 2022-03-01, some hour of the day in any zone of the country.
    const DAY: Instant = Instant(1_646_100_000_000_000);

    fn entry(by: &str, on_behalf: Option<&str>) -> Entry {
        let unit = Unit {
            id: crate::domain::ids::UnitId(1),
            code: None,
            name: "县教育体育局(ABC)".to_owned(),
            level: UnitLevel::First,
            desk: "教科文股".to_owned(),
        };
        let (by, on_behalf) = (by.to_owned(), on_behalf.map(str::to_owned));
        Entry { seq: Seq(7), at: DAY, by, on_behalf, origin: "cli".to_owned(), event: Event::UnitAdded { unit } }
    }

    #[test]
    fn rows_are_found_by_person_kind_time_and_words() {
        crate::lang::choose(crate::lang::Language::Chinese);
        let row = entry("张三", Some("李四"));
        let day = DAY.date(local_zone());
        let (before, after) = (day.yesterday().unwrap(), day.tomorrow().unwrap());
        let fits = |text: &str| Trace::parse(text).unwrap().fits(&row);
        for text in [
            "",
            "人员:张",
            "by:李四",
            "人员:王五,李四",
            "what:unit-added",
            "-人员:王五",
            "教育",
            "abc",
            "“教科文股” 张三",
            "-#7",
            &format!("自:{day} 至:{day}"),
            &format!("since:{before} until:{after}"),
        ] {
            assert!(fits(text), "{text}");
        }
        for text in [
            "人员:王五",
            "-人员:张三",
            "what:review-given",
            "target:7",
            "#7",
            "林业",
            "教育 林业",
            &format!("自:{after}"),
            &format!("until:{before}"),
        ] {
            assert!(!fits(text), "{text}");
        }
        assert!(Trace::parse(" ").unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_told_where_it_is_wrong(text in "([a-z#:：,，\"()><=-]|人员|事项|目标|自|至| |2022-03-01|[0-9]|张){0,24}") {
            match Trace::parse(&text) {
                Ok(trace) => { trace.fits(&entry("张三", None)); }
                Err(fault) => prop_assert!(fault.column <= text.chars().count() && !fault.message.is_empty()),
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_column() {
        crate::lang::choose(crate::lang::Language::Chinese);
        let fault = |text: &str| Trace::parse(text).unwrap_err();
        let cases = [
            ("张三 金额:5", 3, "人员 事项 目标 自 至"),
            ("amount:5", 0, "by what target since until"),
            ("自:昨天", 2, "2022-03-01"),
            ("a 目标:甲", 5, "目标"),
            ("人员:", 3, "缺少值"),
            ("自>2022-03-01", 0, "请用"),
            ("a (b)", 2, "括号"),
            ("a ,", 2, "逗号"),
            (":a", 0, "字段名"),
            ("a -", 3, "条件"),
            ("a \"b", 2, "引号"),
        ];
        for (text, column, words) in cases {
            let fault = fault(text);
            assert_eq!(fault.column, column, "{text}: {}", fault.message);
            assert!(fault.message.contains(words), "{text}: {}", fault.message);
        }
    }
}
