//! The fields that forms are made of: what is typed into them, and what is wrong with it.
//!
//! A field knows nothing of its neighbours, of its label, or of how it is drawn; a form asks it to take keys, and
//! keeps its text as a draft. `input` is one line, `text_box` several, `rows` breaks them, `choice` is one of few,
//! `points` are those of a criterion.

mod choice;
mod input;
mod points;
mod rows;
mod text_box;

pub use choice::{Answer, ChoiceField, GradeField};
pub use input::{Input, Kind};
pub use points::PointsField;
pub use rows::{Row, rows};
pub use text_box::TextBox;

use super::key::{Key, KeyCode};

/// A field of a form.
#[derive(Debug)]
pub enum Field {
    /// One line: words, money or a day.
    Line(Input),
    /// Several lines.
    Text(Box<TextBox>),
    /// A grade.
    Grade(GradeField),
    /// The points of a criterion.
    Points(Box<PointsField>),
    /// One of a few things.
    Choice(ChoiceField),
    /// Something that Enter does.
    Button,
}

/// What a key did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// Nothing: the form may use the key.
    Nothing,
    /// The cursor moved.
    Moved,
    /// The contents changed.
    Changed,
}

impl Field {
    /// Takes a key; `width` is the number of columns that the field is drawn in.
    pub fn key(&mut self, key: Key, width: usize) -> Took {
        match self {
            Self::Line(input) => input.key(key),
            Self::Text(text) => text.key(key, width),
            Self::Grade(grade) => grade.key(key),
            Self::Points(points) => points.key(key),
            Self::Choice(choice) => choice.key(key),
            Self::Button => Took::Nothing,
        }
    }

    /// Takes pasted text; returns whether it changed anything.
    pub fn paste(&mut self, text: &str) -> bool {
        match self {
            Self::Line(input) => input.paste(text),
            Self::Text(field) => field.paste(text),
            Self::Points(points) => points.paste(text),
            Self::Grade(_) | Self::Choice(_) | Self::Button => false,
        }
    }

    /// What is in it, as the draft keeps it.
    pub fn text(&self) -> String {
        match self {
            Self::Line(input) => input.text().to_owned(),
            Self::Text(text) => text.text(),
            Self::Grade(grade) => grade.grade().map_or_else(String::new, |grade| grade.to_string()),
            Self::Points(points) => points.text().to_owned(),
            Self::Choice(choice) => choice.id().to_owned(),
            Self::Button => String::new(),
        }
    }

    /// Puts a text in the place of what is in it, as when a draft is taken up.
    pub fn set(&mut self, text: &str) {
        match self {
            Self::Line(input) => input.set(text),
            Self::Text(field) => field.set(text),
            Self::Grade(grade) => grade.set(text.parse().ok()),
            Self::Points(points) => points.set(text),
            Self::Choice(choice) => choice.set(text),
            Self::Button => {}
        }
    }

    /// The focus comes: what stands in a line is selected, so that typing takes its place.
    pub fn enter(&mut self) {
        match self {
            Self::Line(input) => input.enter(),
            Self::Points(points) => points.enter(),
            Self::Text(_) | Self::Grade(_) | Self::Choice(_) | Self::Button => {}
        }
    }

    /// How many characters of a text the field has no room for.
    pub fn lacks_room_for(&self, text: &str) -> usize {
        match self {
            Self::Line(input) => input.lacks_room_for(text),
            Self::Text(field) => field.lacks_room_for(text),
            Self::Points(_) | Self::Grade(_) | Self::Choice(_) | Self::Button => 0,
        }
    }

    /// The focus goes: an amount or a day is written as it is understood.
    pub fn leave(&mut self) {
        match self {
            Self::Line(input) => input.tidy(),
            Self::Text(text) => text.pause(),
            Self::Points(points) => points.leave(),
            Self::Grade(_) | Self::Choice(_) | Self::Button => {}
        }
    }

    /// What is wrong with its contents, in the user's language.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Line(input) => input.problem(),
            Self::Text(text) => text.problem(),
            Self::Points(points) => points.problem(),
            Self::Grade(_) | Self::Choice(_) | Self::Button => None,
        }
    }

    /// Whether Enter and the vertical arrows belong to the field itself.
    pub const fn has_lines(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// Undo in a field: Ctrl-Z is for suspending, so Ctrl-_ and Alt-u.
const fn is_undo(key: Key) -> bool {
    matches!(
        (key.code, key.mods.ctrl, key.mods.alt),
        (KeyCode::Char('_' | '/' | '7'), true, _) | (KeyCode::Char('u'), false, true)
    )
}

/// Redo in a field: Alt-r.
const fn is_redo(key: Key) -> bool {
    matches!((key.code, key.mods.ctrl, key.mods.alt), (KeyCode::Char('r'), false, true))
}

#[cfg(test)]
mod tests;
