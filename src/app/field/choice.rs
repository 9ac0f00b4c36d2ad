//! Fields with few answers: a grade, or one of some words.

use super::Took;
use crate::app::key::{Key, KeyCode};
use crate::domain::grade::Grade;

/// A grade; there is no default, because a grade is given and never taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GradeField {
    grade: Option<Grade>,
}

impl GradeField {
    /// The grade, once given.
    pub const fn grade(&self) -> Option<Grade> {
        self.grade
    }

    /// Gives a grade, or takes it back.
    pub const fn set(&mut self, grade: Option<Grade>) {
        self.grade = grade;
    }

    /// `1`–`4` and 优良中差 give a grade, arrows move it, Backspace takes it back.
    pub(super) fn key(&mut self, key: Key) -> Took {
        let before = self.grade;
        let place = before.and_then(|grade| Grade::ALL.iter().position(|other| *other == grade));
        match key.folded().code {
            KeyCode::Char(c) if !key.mods.ctrl => match c.to_string().parse() {
                Ok(grade) => {
                    self.grade = Some(grade);
                    return Took::Changed;
                }
                Err(_) => return Took::Nothing,
            },
            KeyCode::Left => self.grade = Grade::ALL.get(place.map_or(0, |place| place.saturating_sub(1))).copied(),
            KeyCode::Right => self.grade = Grade::ALL.get(place.map_or(0, |place| (place + 1).min(3))).copied(),
            KeyCode::Backspace | KeyCode::Delete => self.grade = None,
            _ => return Took::Nothing,
        }
        if self.grade == before { Took::Moved } else { Took::Changed }
    }
}

/// One answer of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What drafts keep.
    pub id: String,
    /// What is shown.
    pub words: String,
}

impl Answer {
    /// An answer that is shown as it is kept.
    pub fn same(words: &str) -> Self {
        Self { id: words.to_owned(), words: words.to_owned() }
    }

    /// An answer with its words in the user's language.
    pub fn new(id: &str, words: impl Into<String>) -> Self {
        Self { id: id.to_owned(), words: words.into() }
    }
}

/// One of some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceField {
    answers: Vec<Answer>,
    at: usize,
}

impl ChoiceField {
    /// The answers, the first of which is chosen.
    pub const fn new(answers: Vec<Answer>) -> Self {
        Self { answers, at: 0 }
    }

    /// The answers.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The place of the chosen one.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The id of the chosen one.
    pub fn id(&self) -> &str {
        self.answers.get(self.at).map_or("", |answer| answer.id.as_str())
    }

    /// Chooses by id; an unknown one becomes an answer more, because forms say what they like.
    pub fn set(&mut self, id: &str) {
        let known = self.answers.iter().position(|answer| answer.id == id);
        let none = id.is_empty().then_some(0);
        self.at = known.or(none).unwrap_or_else(|| {
            self.answers.push(Answer::same(id));
            self.answers.len() - 1
        });
    }

    /// Arrows and Space move; a digit or the first letter of its words chooses.
    pub(super) fn key(&mut self, key: Key) -> Took {
        let count = self.answers.len().max(1);
        let to = match key.folded().code {
            KeyCode::Left => (self.at + count - 1) % count,
            KeyCode::Right | KeyCode::Char(' ') => (self.at + 1) % count,
            KeyCode::Char(c) if !key.mods.ctrl && !key.mods.alt => match self.named(c) {
                Some(place) => place,
                None => return Took::Nothing,
            },
            _ => return Took::Nothing,
        };
        let before = std::mem::replace(&mut self.at, to.min(count - 1));
        if before == self.at { Took::Moved } else { Took::Changed }
    }

    /// The answer that a character stands for; repeated, the next that begins with it.
    fn named(&self, c: char) -> Option<usize> {
        let number = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
        if let Some(place) = number.filter(|place| *place < self.answers.len()) {
            return Some(place);
        }
        let begins = |answer: &Answer| {
            answer.words.chars().next().is_some_and(|first| first.to_lowercase().eq(c.to_lowercase()))
        };
        let places = || self.answers.iter().enumerate().filter(|(_, answer)| begins(answer)).map(|(place, _)| place);
        places().find(|place| *place > self.at).or_else(|| places().next())
    }
}
