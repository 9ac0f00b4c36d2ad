//! The query language of filters, gates, exports and the command line (design §8).
//!
//! Owns the syntax and its errors, which point at the column. The store compiles a query to SQL.

mod parse;

pub use parse::{ParseError, parse};

use super::grade::Grade;
use super::money::Money;
use super::target::State;

/// A parsed query.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// All of them hold.
    And(Vec<Query>),
    /// At least one holds.
    Or(Vec<Query>),
    /// It does not hold.
    Not(Box<Query>),
    /// One condition.
    Is(Condition),
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Bare words: project, unit or code contains the text, or pinyin initials match.
    Words(String),
    /// Pending at the stage, by id or (part of the) name.
    Stage(String),
    /// The unit's code, or part of its name or initials.
    Unit(String),
    /// The unit's desk, by (part of the) name.
    Desk(String),
    /// The project's code or part of its name or initials.
    Project(String),
    /// The category contains the text.
    Category(String),
    /// In the state.
    State(State),
    /// The grade given last; `None`: no grade yet.
    Grade(Option<Grade>),
    /// The year's amount (分) compared.
    Amount(Comparison, Money),
    /// Days since it waits, compared.
    Age(Comparison, i64),
    /// The round compared.
    Round(Comparison, u32),
    /// The budget year compared.
    Year(Comparison, i32),
    /// The newest earlier evaluation's score (points × 100) compared.
    PriorScore(Comparison, i64),
    /// The number of findings compared.
    Findings(Comparison, u32),
    /// A finding of a check is open, by its id.
    Check(String),
    /// It is the viewer's turn.
    Mine,
    /// It is past its last day.
    Overdue,
    /// Some item of the objective has no indicator.
    Uncovered,
    /// Some indicator answers to no item.
    Orphan,
    /// An evaluation of an earlier year is known.
    Prior,
}

/// How numbers are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=` or `:`
    Equal,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `<`
    Less,
    /// `<=`
    AtMost,
}

impl Comparison {
    /// The sign, as written in a query and in SQL.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
        }
    }
}
