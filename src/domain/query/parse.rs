//! Reads a query.

use super::{Condition, Query};

/// What is wrong with a query, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Column of the fault in characters, from 0.
    pub column: usize,
    /// In the user's language.
    pub message: String,
}

/// Reads a query; a blank text is none.
pub fn parse(text: &str) -> Result<Option<Query>, ParseError> {
    let words = text.trim();
    Ok((!words.is_empty()).then(|| Query::Is(Condition::Words(words.to_owned()))))
}
