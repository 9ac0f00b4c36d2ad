//! Reads a query by descent: or, and, not, one condition.
//!
//! Owns precedence (not binds tighter than and, and tighter than or) and the limits that keep a query small.

use super::condition::{Condition, Query};
use super::fault::{Fault, ParseError};
use super::fields::{Field, key};
use super::lexer::{Kind, Sign, Token, tokens};
use super::nearest::nearest;
use super::value::{self, Value};

/// How deep brackets and negations may stand in one another.
const DEPTH: usize = 40;
/// How many conditions a query may have.
const CONDITIONS: usize = 200;

/// Reads a query; a blank text is none.
pub fn parse(text: &str) -> Result<Option<Query>, ParseError> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let end = text.chars().count();
    let mut parser = Parser { text: text.chars().collect(), tokens, at: 0, depth: 0, conditions: 0, end };
    let query = parser.any()?;
    match parser.peek() {
        None => Ok(Some(query)),
        Some(_) => Err(parser.fault(&Fault::StrayBracket)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Joiner {
    And,
    Or,
    Not,
}

struct Parser {
    text: Vec<char>,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    conditions: usize,
    end: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn peek_kind(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    /// A fault at the next piece, or at the end.
    fn fault(&self, fault: &Fault) -> ParseError {
        fault.at(self.peek().map_or(self.end, |token| token.column))
    }

    /// The word `and`, `or` or `not` that comes next; before a sign it is a field's name instead.
    fn joiner(&self) -> Option<Joiner> {
        let Some(Kind::Word(word)) = self.peek_kind(0) else { return None };
        if matches!(self.peek_kind(1), Some(Kind::Sign(_))) {
            return None;
        }
        joiner(word)
    }

    fn any(&mut self) -> Result<Query, ParseError> {
        let mut parts = vec![self.all()?];
        while self.joiner() == Some(Joiner::Or) {
            self.at += 1;
            parts.push(self.all()?);
        }
        Ok(Query::any(parts))
    }

    fn all(&mut self) -> Result<Query, ParseError> {
        let mut parts = vec![self.one()?];
        loop {
            match (self.joiner(), self.peek_kind(0)) {
                (Some(Joiner::Or), _) | (_, None | Some(Kind::Close)) => return Ok(Query::all(parts)),
                (Some(Joiner::And), _) => self.at += 1,
                _ => {}
            }
            parts.push(self.one()?);
        }
    }

    fn one(&mut self) -> Result<Query, ParseError> {
        if self.depth >= DEPTH {
            return Err(self.fault(&Fault::TooDeep(DEPTH)));
        }
        self.depth += 1;
        let query = match (self.joiner(), self.peek_kind(0)) {
            (Some(Joiner::Not), _) | (_, Some(Kind::Dash)) => {
                self.at += 1;
                Query::none_of(self.one()?)
            }
            (Some(_), _) | (_, None) => return Err(self.fault(&Fault::NoCondition)),
            (None, Some(Kind::Open)) => self.bracketed()?,
            (None, Some(Kind::Close)) if self.at == 0 => return Err(self.fault(&Fault::StrayBracket)),
            (None, Some(Kind::Close)) => return Err(self.fault(&Fault::NoCondition)),
            (None, Some(Kind::Comma)) => return Err(self.fault(&Fault::StrayComma)),
            (None, Some(Kind::Sign(_))) => return Err(self.stray_sign()),
            (None, Some(Kind::Word(_) | Kind::Quoted(_))) => self.condition()?,
        };
        self.depth -= 1;
        Ok(query)
    }

    fn stray_sign(&self) -> ParseError {
        let Some(token) = self.peek() else { return self.fault(&Fault::NoCondition) };
        Fault::StraySign(&self.written(token)).at(token.column)
    }

    /// A piece as the person wrote it.
    fn written(&self, token: &Token) -> String {
        self.text[token.column..token.end].iter().collect()
    }

    fn bracketed(&mut self) -> Result<Query, ParseError> {
        let open = self.at;
        self.at += 1;
        let query = self.any()?;
        if self.peek_kind(0) != Some(&Kind::Close) {
            return Err(Fault::UnclosedBracket.at(self.tokens[open].column));
        }
        self.at += 1;
        Ok(query)
    }

    fn condition(&mut self) -> Result<Query, ParseError> {
        let first = self.tokens[self.at].clone();
        let Some(&Kind::Sign(sign)) = self.peek_kind(1) else {
            let words = self.values(None)?;
            let words = words.into_iter().map(|value| Condition::Words(value.text.trim().to_owned()).into());
            return Ok(Query::any(words.collect()));
        };
        let name = self.written(&first);
        let Some(field) = Field::of_name(&name) else {
            let near = nearest(&name, Field::ALL.into_iter().flat_map(Field::all_names));
            return Err(Fault::UnknownField { name: &name, near }.at(first.column));
        };
        self.at += 2;
        let values = self.values(Some(&name))?;
        if let Some(Kind::Sign(_)) = self.peek_kind(0) {
            let last = values.last().map(|value| value.text.as_str()).unwrap_or_default();
            return Err(self.fault(&Fault::SignAfterValue(last)));
        }
        self.compared(field, &name, sign, values)
    }

    fn compared(&self, field: Field, name: &str, sign: Sign, values: Vec<Value>) -> Result<Query, ParseError> {
        let values = if field == Field::Amount { join_thousands(values) } else { values };
        let read = |value: &Value| {
            value::read(field, name, Sign { negated: false, ..sign }, value).map_err(|fault| match fault {
                Fault::NotOrdered(_) => fault.at(self.sign_column()),
                other => other.at(value.column),
            })
        };
        let query = Query::any(values.iter().map(read).collect::<Result<_, _>>()?);
        Ok(if sign.negated { Query::none_of(query) } else { query })
    }

    /// The column of the sign of the condition just taken.
    fn sign_column(&self) -> usize {
        let taken = self.tokens[..self.at].iter().rev();
        let sign = taken.filter(|token| matches!(token.kind, Kind::Sign(_))).map(|token| token.column).next();
        sign.unwrap_or_default()
    }

    /// One value or several with commas; `name` is the field that needs them, none for bare words.
    fn values(&mut self, name: Option<&str>) -> Result<Vec<Value>, ParseError> {
        let mut values = Vec::new();
        loop {
            values.push(self.value(name)?);
            self.conditions += 1;
            if self.conditions > CONDITIONS {
                return Err(self.fault(&Fault::TooMany(CONDITIONS)));
            }
            if self.peek_kind(0) != Some(&Kind::Comma) {
                return Ok(values);
            }
            self.at += 1;
        }
    }

    fn value(&mut self, name: Option<&str>) -> Result<Value, ParseError> {
        let before = self.at.checked_sub(1).map_or(0, |at| self.tokens[at].end);
        let missing = || match name {
            Some(name) => Fault::NoValue(name).at(before),
            None => Fault::StrayComma.at(before.saturating_sub(1)),
        };
        let apart = self.peek().is_some_and(|token| token.column > before);
        let next_field = matches!(self.peek_kind(1), Some(Kind::Sign(_)));
        let (text, quoted) = match self.peek_kind(0) {
            Some(Kind::Word(word)) if name.is_some() && apart && (next_field || joiner(word).is_some()) => {
                return Err(missing());
            }
            Some(Kind::Word(word)) => (word.clone(), false),
            Some(Kind::Quoted(words)) => (words.clone(), true),
            _ => return Err(missing()),
        };
        let column = self.tokens[self.at].column;
        if text.trim().is_empty() {
            return Err(Fault::NoValue(name.unwrap_or("\"\"")).at(column));
        }
        self.at += 1;
        Ok(Value { text, quoted, column })
    }
}

fn joiner(word: &str) -> Option<Joiner> {
    match key(word).as_str() {
        "and" | "且" => Some(Joiner::And),
        "or" | "或" => Some(Joiner::Or),
        "not" | "非" => Some(Joiner::Not),
        _ => None,
    }
}

/// Whether a word would be read as `and`, `or` or `not`.
pub(super) fn is_joiner(word: &str) -> bool {
    joiner(word).is_some()
}

/// `1,284.50` is one amount, not two.
fn join_thousands(values: Vec<Value>) -> Vec<Value> {
    let grouped = |(place, value): (usize, &Value)| {
        let digits = key(&value.text).chars().take_while(char::is_ascii_digit).count();
        let begins = value.text.chars().count();
        let last = place + 1 == values.len();
        let right = if place == 0 { (1..=3).contains(&digits) } else { digits == 3 };
        right && !value.quoted && (last || digits == begins)
    };
    if values.len() < 2 || !values.iter().enumerate().all(grouped) {
        return values;
    }
    let column = values[0].column;
    let text = values.into_iter().map(|value| value.text).collect();
    vec![Value { text, quoted: false, column }]
}
