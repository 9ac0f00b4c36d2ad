//! What is wrong with a query, in words that say what would be right.
//!
//! Owns the messages' contents; the wording stands in `data/lang/query.toml`.

use rust_i18n::t;

use super::fields::{Field, choices, is_chinese};

/// What is wrong with a query, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// Column of the fault in characters, from 0.
    pub column: usize,
    /// In the user's language.
    pub message: String,
}

/// A fault; texts are as the person wrote them.
pub(super) enum Fault<'a> {
    UnclosedQuote,
    UnclosedBracket,
    StrayBracket,
    StraySign(&'a str),
    StrayComma,
    /// A sign after a value, as in `a:b>c`.
    SignAfterValue(&'a str),
    /// A condition is missing before or after `and`, `or`, `not`, `-`, or within brackets.
    NoCondition,
    TooDeep(usize),
    TooMany(usize),
    UnknownField {
        name: &'a str,
        near: Option<&'a str>,
    },
    NoValue(&'a str),
    /// A field that takes `:` only.
    NotOrdered(&'a str),
    /// A word that can only be equal, as in `check>vague-value`.
    OnlyEqual(&'a str),
    NoChoice {
        name: &'a str,
        value: &'a str,
        field: Field,
    },
    NotAmount(&'a str),
    NotDays(&'a str),
    NotCount(&'a str),
    NotYear(&'a str),
    NotPoints(&'a str),
    /// No field of the journal's.
    NoField {
        name: &'a str,
        known: &'a str,
    },
    NotDay(&'a str),
    NotTarget(&'a str),
    NoBrackets,
    UnknownStage {
        name: &'a str,
        known: &'a str,
    },
    UnknownCheck {
        name: &'a str,
        near: Option<&'a str>,
    },
}

impl Fault<'_> {
    pub(super) fn at(&self, column: usize) -> ParseError {
        ParseError { column, message: self.message() }
    }

    fn message(&self) -> String {
        match self {
            Self::UnclosedQuote => t!("query.unclosed-quote"),
            Self::UnclosedBracket => t!("query.unclosed-bracket"),
            Self::StrayBracket => t!("query.stray-bracket"),
            Self::StraySign(sign) => t!("query.stray-sign", sign = sign),
            Self::StrayComma => t!("query.stray-comma"),
            Self::SignAfterValue(value) => t!("query.sign-after-value", value = value),
            Self::NoCondition => t!("query.no-condition"),
            Self::TooDeep(limit) => t!("query.too-deep", limit = limit),
            Self::TooMany(limit) => t!("query.too-many", limit = limit),
            Self::UnknownField { name, near } => return unknown_field(name, *near),
            Self::NoValue(name) => return no_value(name),
            Self::NotOrdered(name) => t!("query.not-ordered", name = name),
            Self::OnlyEqual(value) => t!("query.only-equal", value = value),
            Self::NoChoice { name, value, field } => {
                t!("query.no-choice", name = name, value = value, known = listed(*field, name))
            }
            Self::NotAmount(value) => t!("query.not-amount", value = value),
            Self::NotDays(value) => t!("query.not-days", value = value),
            Self::NotCount(value) => t!("query.not-count", value = value),
            Self::NotYear(value) => t!("query.not-year", value = value),
            Self::NotPoints(value) => t!("query.not-points", value = value),
            Self::NoField { name, known } => t!("query.unknown-field", name = name, known = known),
            Self::NotDay(value) => t!("query.not-day", value = value),
            Self::NotTarget(value) => t!("query.not-target", value = value),
            Self::NoBrackets => t!("query.no-brackets"),
            Self::UnknownStage { name, known } => t!("query.unknown-stage", name = name, known = known),
            Self::UnknownCheck { name, near: Some(near) } => t!("query.unknown-check-near", name = name, near = near),
            Self::UnknownCheck { name, near: None } => t!("query.unknown-check", name = name),
        }
        .into_owned()
    }
}

fn unknown_field(name: &str, near: Option<&str>) -> String {
    if let Some(near) = near {
        return t!("query.unknown-field-near", name = name, near = near).into_owned();
    }
    let chinese = is_chinese(name);
    let known: Vec<_> = Field::ALL.into_iter().map(|field| field.name(chinese)).collect();
    t!("query.unknown-field", name = name, known = known.join(" ")).into_owned()
}

fn no_value(name: &str) -> String {
    let known = Field::of_name(name).map(|field| listed(field, name)).unwrap_or_default();
    if known.is_empty() {
        return t!("query.no-value", name = name).into_owned();
    }
    t!("query.no-value-of", name = name, known = known).into_owned()
}

/// The words that a field takes, in the language in which its name was written.
fn listed(field: Field, name: &str) -> String {
    let chinese = is_chinese(name);
    choices(field).iter().map(|choice| choice.name(chinese)).collect::<Vec<_>>().join(" ")
}
