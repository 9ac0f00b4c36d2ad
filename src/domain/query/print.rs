//! Writes a query in its canonical form: English names, half-width signs, brackets only where they are needed.
//!
//! What is written reads back as the same query.

use std::fmt::{self, Display, Formatter};

use rust_decimal::Decimal;

use super::condition::{Condition, Query};
use super::lexer::is_quote;
use super::parse::is_joiner;
use crate::domain::grade::Grade;

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(parts) => joined(f, parts, " or ", |part| matches!(part, Self::Or(_))),
            Self::And(parts) => joined(f, parts, " ", |part| matches!(part, Self::Or(_) | Self::And(_))),
            Self::Not(part) => {
                f.write_str("not ")?;
                single(f, part, matches!(**part, Self::Or(_) | Self::And(_)))
            }
            Self::Is(condition) => condition.fmt(f),
        }
    }
}

fn joined(f: &mut Formatter<'_>, parts: &[Query], between: &str, enclosed: impl Fn(&Query) -> bool) -> fmt::Result {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            f.write_str(between)?;
        }
        single(f, part, enclosed(part))?;
    }
    Ok(())
}

fn single(f: &mut Formatter<'_>, part: &Query, enclosed: bool) -> fmt::Result {
    if enclosed { write!(f, "({part})") } else { part.fmt(f) }
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(&quoted(words)),
            Self::Stage(name, _) => write!(f, "stage:{}", quoted(name)),
            Self::Unit(name) => write!(f, "unit:{}", quoted(name)),
            Self::Desk(name) => write!(f, "desk:{}", quoted(name)),
            Self::Project(name) => write!(f, "project:{}", quoted(name)),
            Self::Category(name) => write!(f, "category:{}", quoted(name)),
            Self::State(state) => write!(f, "state:{}", state.id()),
            Self::Grade(grade) => write!(f, "grade:{}", grade.map_or("none", Grade::term)),
            Self::Amount(compare, amount) => write!(f, "amount{}{}", compare.sign(), amount.to_wan().normalize()),
            Self::Age(compare, days) => write!(f, "age{}{days}d", compare.sign()),
            Self::Round(compare, round) => write!(f, "round{}{round}", compare.sign()),
            Self::Year(compare, year) => write!(f, "year{}{year}", compare.sign()),
            Self::PriorScore(compare, points) => {
                write!(f, "prior{}{}", compare.sign(), Decimal::new(*points, 2).normalize())
            }
            Self::Findings(compare, count) => write!(f, "check{}{count}", compare.sign()),
            Self::Check(id, _) => write!(f, "check:{}", quoted_id(id)),
            Self::Mine => f.write_str("is:mine"),
            Self::Overdue => f.write_str("is:overdue"),
            Self::KeyProject => f.write_str("is:key"),
            Self::Uncovered => f.write_str("has:uncovered"),
            Self::Orphan => f.write_str("has:orphan"),
            Self::Prior => f.write_str("has:prior"),
        }
    }
}

/// A check's id; quoted where it could be read as a count or as a word of its own.
fn quoted_id(id: &str) -> String {
    let plain = id.starts_with(|letter: char| letter.is_ascii_lowercase()) && !matches!(id, "any" | "none");
    if plain { quoted(id) } else { enclosed(id) }
}

/// A text as it can stand in a query.
pub(super) fn quoted(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/' | '#' | '%' | '·');
    let bare = !text.is_empty() && text.chars().all(plain) && !text.starts_with('-') && !is_joiner(text);
    if bare { text.to_owned() } else { enclosed(text) }
}

fn enclosed(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        if letter == '\\' || is_quote(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::condition::{Column, Comparison};
    use super::super::parse::parse;
    use super::*;
    use crate::domain::money::Money;
    use crate::domain::target::State;

    #[test]
    fn the_canonical_form_is_english_and_half_width() {
        for (text, canonical) in [
            ("环节：初审 金额＞1,284.50 或 是:轮到我", "stage:初审 amount>1284.5 or is:mine"),
            ("营养 （公路 或 养护）", "营养 (公路 or 养护)"),
            ("-（a b） 等待≥2周", "not (a b) age>=14d"),
            ("有:未对应", "has:uncovered or has:orphan"),
            ("单位:“教育 局”", "unit:\"教育 局\""),
            ("上年:无 等级:无", "not has:prior grade:none"),
            ("检查 \"or\"", "检查 \"or\""),
        ] {
            assert_eq!(parse(text).unwrap().unwrap().to_string(), canonical);
        }
    }

    fn compare() -> impl Strategy<Value = Comparison> {
        use Comparison::{AtLeast, AtMost, Equal, Less, More};
        prop::sample::select(vec![Equal, More, AtLeast, Less, AtMost])
    }

    fn name() -> impl Strategy<Value = String> {
        let odd =
            prop::sample::select(vec!["and", "非", "OR", "-a", "3", "a\\", "“", "any", "无", "a:b", "１", "（一）"]);
        let random =
            any::<String>().prop_map(|text| text.trim().to_owned()).prop_filter("blank", |text| !text.is_empty());
        prop_oneof![odd.prop_map(str::to_owned), random]
    }

    fn condition() -> impl Strategy<Value = Condition> {
        let named = prop_oneof![
            name().prop_map(Condition::Words),
            name().prop_map(|name| Condition::Stage(name, Column::default())),
            name().prop_map(|name| Condition::Check(name, Column::default())),
            name().prop_map(Condition::Unit),
            name().prop_map(Condition::Desk),
            name().prop_map(Condition::Project),
            name().prop_map(Condition::Category),
        ];
        let grades: Vec<_> = Grade::ALL.into_iter().map(Some).chain([None]).collect();
        let chosen = prop_oneof![
            prop::sample::select(State::ALL.to_vec()).prop_map(Condition::State),
            prop::sample::select(grades).prop_map(Condition::Grade),
        ];
        let numbers = prop_oneof![
            (compare(), any::<i64>()).prop_map(|(compare, fen)| Condition::Amount(compare, Money(fen))),
            (compare(), 0..i64::MAX).prop_map(|(compare, days)| Condition::Age(compare, days)),
            (compare(), any::<u32>()).prop_map(|(compare, round)| Condition::Round(compare, round)),
            (compare(), 1900..3000).prop_map(|(compare, year)| Condition::Year(compare, year)),
            (compare(), any::<i64>()).prop_map(|(compare, points)| Condition::PriorScore(compare, points)),
            (compare(), any::<u32>()).prop_map(|(compare, count)| Condition::Findings(compare, count)),
        ];
        let plain = [
            Condition::Mine,
            Condition::Overdue,
            Condition::KeyProject,
            Condition::Uncovered,
            Condition::Orphan,
            Condition::Prior,
        ];
        prop_oneof![named, chosen, numbers, prop::sample::select(plain.to_vec())]
    }

    fn query() -> impl Strategy<Value = Query> {
        condition().prop_map(Query::from).prop_recursive(5, 40, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(Query::all),
                prop::collection::vec(inner.clone(), 1..4).prop_map(Query::any),
                inner.prop_map(Query::none_of),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_the_same(query in query()) {
            let text = query.to_string();
            prop_assert_eq!(parse(&text), Ok(Some(query)), "{}", text);
        }
    }
}
