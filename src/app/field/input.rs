//! A field of one line: words, an amount of money, or a day. Adds to [`Line`] a greatest length, undo, and what it means.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::{Took, is_redo, is_undo};
use crate::app::key::{Key, KeyCode};
use crate::app::line::Line;
use crate::domain::money::Money;
use crate::domain::text::half_width;

/// What a line means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// An amount in 万元.
    Money,
    /// A day, `2026-12-01`.
    Day,
}

/// A field of one line.
#[derive(Debug)]
pub struct Input {
    /// What it means.
    pub kind: Kind,
    line: Line,
    undo: Vec<Line>,
    redo: Vec<Line>,
    typing: bool,
}

/// Whether a character stands in no way of writing a day: it is meant for another field.
fn is_no_part_of_a_day(letter: char) -> bool {
    !letter.is_ascii() && !"年月日号".contains(letter)
}

impl Input {
    /// An empty field for at most so many characters.
    pub fn new(kind: Kind, most: usize) -> Self {
        Self { kind, line: Line::limited(most), undo: Vec::new(), redo: Vec::new(), typing: false }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// The line with its cursor, for drawing.
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// Puts a text in, as if it had always been there.
    pub fn set(&mut self, text: &str) {
        self.line.set(Line::flat(text));
        (self.undo, self.redo, self.typing) = (Vec::new(), Vec::new(), false);
    }

    /// The focus comes: what stands there is selected.
    pub(super) fn enter(&mut self) {
        self.line.select();
    }

    /// The focus goes: nothing stays selected.
    pub(super) fn leave(&mut self) {
        self.line.deselect();
    }

    /// How many characters of a text it has no room for.
    pub(super) fn lacks_room_for(&self, text: &str) -> usize {
        self.line.lacks_room_for(text.trim_end_matches(['\n', '\r']))
    }

    /// Takes pasted text; line ends become spaces.
    pub fn paste(&mut self, text: &str) -> bool {
        let before = self.line.clone();
        self.line.insert(text.trim_end_matches(['\n', '\r']));
        self.changed(before, false)
    }

    pub(super) fn key(&mut self, key: Key) -> Took {
        if is_undo(key) {
            return self.step(true);
        }
        if is_redo(key) {
            return self.step(false);
        }
        if self.kind == Kind::Day && key.folded().text().is_some_and(is_no_part_of_a_day) {
            return Took::Nothing;
        }
        let before = self.line.clone();
        self.line.key(key);
        if self.line.text() != before.text() {
            let typed = key.text();
            let changed = self.changed(before, typed.is_some());
            // A mark ends a clause: what follows it is undone by itself.
            self.typing = typed.is_some_and(char::is_alphanumeric);
            return if changed { Took::Changed } else { Took::Nothing };
        }
        let horizontal = matches!(key.code, KeyCode::Left | KeyCode::Right | KeyCode::Home | KeyCode::End);
        if !horizontal && self.line == before {
            return Took::Nothing;
        }
        self.typing = false;
        Took::Moved
    }

    /// Keeps the state before a change for undo; what is typed in one go is one step.
    fn changed(&mut self, before: Line, typed: bool) -> bool {
        if self.line == before {
            return false;
        }
        if !(typed && self.typing) {
            self.undo.push(before);
        }
        self.redo.clear();
        self.typing = typed;
        true
    }

    fn step(&mut self, back: bool) -> Took {
        let (from, to) = if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some(line) = from.pop() else { return Took::Moved };
        to.push(std::mem::replace(&mut self.line, line));
        self.typing = false;
        Took::Changed
    }

    /// Writes an amount or a day as it is understood; words are trimmed.
    pub fn tidy(&mut self) {
        self.typing = false;
        self.line.deselect();
        let tidy = match self.kind {
            Kind::Words => Some(self.text().trim().to_owned()),
            Kind::Money => self.money().ok().flatten().map(Money::wan),
            Kind::Day => self.day().ok().flatten().map(|day| day.to_string()),
        };
        if let Some(tidy) = tidy.filter(|tidy| tidy != self.text()) {
            self.undo.push(self.line.clone());
            self.line.set(tidy);
        }
    }

    /// The amount in the field, read as 万元; none when it is empty.
    ///
    /// # Errors
    /// In words, when it is no amount.
    pub fn money(&self) -> Result<Option<Money>, String> {
        let text = half_width(self.text()).replace([',', ' '], "");
        let number = text.trim_end_matches('元').trim_end_matches('万');
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || t!("field.not-money", text = self.text().trim()).into_owned();
        let amount: Decimal = number.parse().map_err(|_| wrong())?;
        let money = if text.ends_with('元') && !text.ends_with("万元") {
            Money::from_yuan(amount)
        } else {
            Money::from_wan(amount)
        };
        money.filter(|money| money.0 >= 0).map(Some).ok_or_else(wrong)
    }

    /// The day in the field; none when it is empty.
    ///
    /// # Errors
    /// In words, when it is no day.
    pub fn day(&self) -> Result<Option<Date>, String> {
        let text = half_width(self.text()).replace(['年', '月', '.', '/'], "-").replace(['日', ' '], "");
        if text.is_empty() {
            return Ok(None);
        }
        let parts: Vec<&str> = text.split('-').collect();
        let day = match parts[..] {
            [year, month, day] => year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok()),
            _ => None,
        };
        let day = day.and_then(|((year, month), day)| Date::new(year, month, day).ok());
        day.map(Some).ok_or_else(|| t!("field.not-a-day", text = self.text().trim()).into_owned())
    }

    /// What is wrong with it.
    pub fn problem(&self) -> Option<String> {
        match self.kind {
            Kind::Words => None,
            Kind::Money => self.money().err(),
            Kind::Day => self.day().err(),
        }
    }
}
