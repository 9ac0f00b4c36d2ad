//! What a query says: conditions joined by and, or, not.
//!
//! Owns the shapes. Knows neither how they are written (`parse`, `print`) nor how they are found (the store).

use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::target::State;

/// A parsed query. [`Query::all`] and [`Query::any`] build it in the one shape that `parse` gives.
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

impl Query {
    /// All parts hold: flat, and a single part stands for itself.
    pub fn all(parts: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::And(flat) }
    }

    /// At least one part holds: flat, and a single part stands for itself.
    pub fn any(parts: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::Or(flat) }
    }

    /// The part does not hold.
    pub fn none_of(part: Self) -> Self {
        Self::Not(Box::new(part))
    }
}

impl From<Condition> for Query {
    fn from(condition: Condition) -> Self {
        Self::Is(condition)
    }
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// A bare word: project, unit or code contains the text, or pinyin initials match.
    Words(String),
    /// Pending at the stage: as written after `parse`, its id after [`Query::resolve_stages`].
    Stage(String, Column),
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
    /// A finding of a check is open, by its id; [`Query::resolve_checks`] tells unknown ones.
    Check(String, Column),
    /// It is the viewer's turn.
    Mine,
    /// It is past its last day.
    Overdue,
    /// It is a key project.
    KeyProject,
    /// Some item of the objective has no indicator.
    Uncovered,
    /// Some indicator answers to no item.
    Orphan,
    /// An evaluation of an earlier year is known.
    Prior,
}

/// Where a name stands in the text, in characters from 0, for a later step that may not know the name.
/// Any two are equal: the place is no part of what a query says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Column(pub usize);

impl PartialEq for Column {
    fn eq(&self, _: &Self) -> bool {
        true
    }
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
