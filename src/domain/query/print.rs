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
