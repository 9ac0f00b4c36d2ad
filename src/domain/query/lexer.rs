//! Cuts a query into words, quoted text, signs and brackets, each with its column.
//!
//! Owns spelling: full-width and half-width signs are the same, `-` before a condition is a negation. Knows no field.

use super::condition::Comparison;
use super::fault::{Fault, ParseError};
use crate::domain::text;

/// A piece of a query; columns count characters from 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) column: usize,
    /// The column after its last character.
    pub(super) end: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Open,
    Close,
    /// `-` right before a condition.
    Dash,
    Sign(Sign),
    Comma,
    Word(String),
    Quoted(String),
}

/// A comparison as written; `!=` and `≠` negate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sign {
    pub(super) comparison: Comparison,
    pub(super) negated: bool,
}

/// Quotation marks: any of them opens, any of them closes, because input methods mix them up.
pub(super) const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '＂')
}

/// Cuts a text.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, ParseError> {
    let letters: Vec<char> = text.chars().collect();
    let mut scanner = Scanner { letters, at: 0, tokens: Vec::new() };
    while scanner.step()? {}
    Ok(scanner.tokens)
}

struct Scanner {
    letters: Vec<char>,
    at: usize,
    tokens: Vec<Token>,
}

impl Scanner {
    /// The folded character so many places on.
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied().map(text::fold)
    }

    /// Takes the next piece; false at the end.
    fn step(&mut self) -> Result<bool, ParseError> {
        while self.peek(0).is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        let Some(letter) = self.peek(0) else { return Ok(false) };
        let column = self.at;
        let kind = match letter {
            '(' => self.single(Kind::Open),
            ')' => self.single(Kind::Close),
            ',' | '、' => self.single(Kind::Comma),
            '-' if self.negates() => self.single(Kind::Dash),
            quote if is_quote(quote) => self.quoted(column)?,
            _ => self.sign().map_or_else(|| self.word(), Kind::Sign),
        };
        self.tokens.push(Token { kind, column, end: self.at });
        Ok(true)
    }

    fn single(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    /// Whether a `-` here negates: not within a value, where it is a sign of the number or part of a name.
    fn negates(&self) -> bool {
        !matches!(self.tokens.last().map(|token| &token.kind), Some(Kind::Sign(_) | Kind::Comma))
    }

    fn quoted(&mut self, column: usize) -> Result<Kind, ParseError> {
        self.at += 1;
        let mut words = String::new();
        loop {
            let Some(&letter) = self.letters.get(self.at) else { return Err(Fault::UnclosedQuote.at(column)) };
            self.at += 1;
            match (letter, self.letters.get(self.at)) {
                ('\\', Some(&escaped)) if escaped == '\\' || is_quote(escaped) => {
                    words.push(escaped);
                    self.at += 1;
                }
                _ if is_quote(letter) => return Ok(Kind::Quoted(words)),
                _ => words.push(letter),
            }
        }
    }

    fn sign(&mut self) -> Option<Sign> {
        let (sign, length) = self.sign_here()?;
        self.at += length;
        // `amount:>500` says `amount>500`.
        if sign.comparison == Comparison::Equal
            && !sign.negated
            && let Some((stronger, more)) = self.sign_here()
        {
            self.at += more;
            return Some(stronger);
        }
        Some(sign)
    }

    fn sign_here(&self) -> Option<(Sign, usize)> {
        let equal_follows = self.peek(1) == Some('=');
        let (comparison, length) = match self.peek(0)? {
            '!' if equal_follows => return Some((Sign { comparison: Comparison::Equal, negated: true }, 2)),
            '≠' => return Some((Sign { comparison: Comparison::Equal, negated: true }, 1)),
            ':' | '=' => (Comparison::Equal, 1),
            '>' if equal_follows => (Comparison::AtLeast, 2),
            '<' if equal_follows => (Comparison::AtMost, 2),
            '>' => (Comparison::More, 1),
            '<' => (Comparison::Less, 1),
            '≥' => (Comparison::AtLeast, 1),
            '≤' => (Comparison::AtMost, 1),
            _ => return None,
        };
        Some((Sign { comparison, negated: false }, length))
    }

    fn word(&mut self) -> Kind {
        let start = self.at;
        self.at += 1;
        while self.peek(0).is_some_and(|letter| !ends_word(letter)) && self.sign_here().is_none() {
            self.at += 1;
        }
        Kind::Word(self.letters[start..self.at].iter().collect())
    }
}

fn ends_word(letter: char) -> bool {
    letter.is_whitespace() || is_quote(letter) || matches!(letter, '(' | ')' | ',' | '、')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(usize, usize)> {
        tokens(text).unwrap().iter().map(|token| (token.column, token.end)).collect()
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(pieces("单位：教育 -（a）"), [(0, 2), (2, 3), (3, 5), (6, 7), (7, 8), (8, 9), (9, 10)]);
        assert_eq!(pieces("a>=1 b≠2"), [(0, 1), (1, 3), (3, 4), (5, 6), (6, 7), (7, 8)]);
    }

    #[test]
    fn a_dash_negates_only_before_a_condition() {
        let kinds = |text: &str| tokens(text).unwrap().into_iter().map(|token| token.kind).collect::<Vec<_>>();
        assert_eq!(kinds("-a"), [Kind::Dash, Kind::Word("a".into())]);
        assert_eq!(kinds("a-b"), [Kind::Word("a-b".into())]);
        assert_eq!(kinds("a:-5")[2], Kind::Word("-5".into()));
    }

    #[test]
    fn quotes_may_be_mixed_and_escaped() {
        let first = |text: &str| tokens(text).unwrap().remove(0).kind;
        assert_eq!(first("“a b”"), Kind::Quoted("a b".into()));
        assert_eq!(first("”a b\""), Kind::Quoted("a b".into()));
        assert_eq!(first(r#""a\"b\\""#), Kind::Quoted(r#"a"b\"#.into()));
        assert_eq!(tokens("x “a b").unwrap_err().column, 2);
    }
}
