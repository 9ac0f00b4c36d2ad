//! The fields of a form in their order, which of them has the focus, and how keys move it.
//!
//! Knows nothing of what the fields mean: a form finds them by their ids. Fields of a grid have a row and a column.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::app::field::{Field, GradeField, Input, Kind, TextBox, Took};
use crate::app::key::{Key, KeyCode};
use crate::domain::grade::Grade;

/// A field with its label.
#[derive(Debug)]
pub struct Entry {
    /// How the form finds it, and drafts keep it.
    pub id: String,
    /// Its label in the user's language; the words on a button.
    pub label: String,
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub error: Option<String>,
    /// A word more, beside it.
    pub note: String,
    /// Whether it is left out for now.
    pub hidden: bool,
    /// Row and column in a grid.
    pub cell: Option<(usize, usize)>,
}

impl Entry {
    /// A field with a label.
    pub fn new(id: impl Into<String>, label: impl Into<String>, field: Field) -> Self {
        let (id, label) = (id.into(), label.into());
        Self { id, label, field, error: None, note: String::new(), hidden: false, cell: None }
    }

    /// A grade.
    pub fn grade(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(id, label, Field::Grade(GradeField::default()))
    }

    /// A line of at most so many characters.
    pub fn line(id: impl Into<String>, label: impl Into<String>, kind: Kind, most: usize) -> Self {
        Self::new(id, label, Field::Line(Input::new(kind, most)))
    }

    /// Several lines.
    pub fn text(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(id, label, Field::Text(Box::new(TextBox::new(LONGEST))))
    }
}

/// Characters that a text of several lines may have.
const LONGEST: usize = 10_000;

/// Fields in their order.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The fields.
    pub entries: Vec<Entry>,
    /// The place of the one that has the focus.
    pub focus: usize,
}

impl Sheet {
    /// Fields with the focus on the first one.
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { entries, focus: 0 }
    }

    /// The field that has the focus.
    pub fn focused(&self) -> Option<&Entry> {
        self.entries.get(self.focus)
    }

    /// A field by its id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// A field by its id, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// What is in a field; nothing when there is none.
    pub fn text(&self, id: &str) -> String {
        self.get(id).map(|entry| entry.field.text()).unwrap_or_default()
    }

    /// The grade in a field.
    pub fn grade(&self, id: &str) -> Option<Grade> {
        match self.get(id)?.field {
            Field::Grade(ref field) => field.grade(),
            _ => None,
        }
    }

    /// The points in a field.
    pub fn points(&self, id: &str) -> Option<Decimal> {
        match &self.get(id)?.field {
            Field::Points(field) => field.points(),
            _ => None,
        }
    }

    /// Says what is wrong with a field, and goes there.
    pub fn blame(&mut self, id: &str, words: String) {
        if let Some(place) = self.entries.iter().position(|entry| entry.id == id) {
            self.entries[place].error = Some(words);
            self.entries[place].hidden = false;
            self.focus_on(place);
        }
    }

    /// Goes to the next or previous field, round the ends.
    pub fn step(&mut self, on: bool) {
        let count = self.entries.len();
        let places = (1..=count).map(|by| (self.focus + if on { by } else { count - by }) % count.max(1));
        if let Some(place) =
            places.into_iter().find(|place| self.entries.get(*place).is_some_and(|entry| !entry.hidden))
        {
            self.focus_on(place);
        }
    }

    /// Goes to a field.
    pub fn focus_on(&mut self, place: usize) {
        if place == self.focus || place >= self.entries.len() {
            return;
        }
        self.leave();
        self.focus = place;
        self.enter();
    }

    /// The focus is on the field now.
    pub fn enter(&mut self) {
        if let Some(entry) = self.entries.get_mut(self.focus) {
            entry.field.enter();
        }
    }

    /// The focus goes from the field: it is written as it is understood, and says what is wrong.
    pub fn leave(&mut self) {
        if let Some(entry) = self.entries.get_mut(self.focus) {
            entry.field.leave();
            let open_slot_only = matches!(entry.field, Field::Text(_));
            entry.error = if open_slot_only { None } else { entry.field.problem() };
        }
    }

    /// Gives a key to the field that has the focus; vertical arrows that it has no use for move the focus.
    pub fn key(&mut self, key: Key, width: usize) -> Took {
        let Some(entry) = self.entries.get_mut(self.focus) else { return Took::Nothing };
        let took = entry.field.key(key, width);
        if took == Took::Changed {
            entry.error = None;
        }
        if took != Took::Nothing {
            return took;
        }
        match key.code {
            KeyCode::Up => self.vertical(false),
            KeyCode::Down => self.vertical(true),
            _ => return Took::Nothing,
        }
        Took::Moved
    }

    /// In a grid to the same column of the next row, else to the next field.
    fn vertical(&mut self, on: bool) {
        let Some((row, column)) = self.focused().and_then(|entry| entry.cell) else { return self.step(on) };
        let to = if on { Some(row + 1) } else { row.checked_sub(1) };
        let below = to.and_then(|row| self.entries.iter().position(|entry| entry.cell == Some((row, column))));
        match below {
            Some(place) => self.focus_on(place),
            None => self.leave_grid(on),
        }
    }

    fn leave_grid(&mut self, on: bool) {
        let outside = |place: &usize| self.entries[*place].cell.is_none() && !self.entries[*place].hidden;
        let place =
            if on { (self.focus..self.entries.len()).find(outside) } else { (0..self.focus).rev().find(outside) };
        if let Some(place) = place {
            self.focus_on(place);
        }
    }

    /// What is in the fields, by their ids; empty ones and buttons left out.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let texts = self.entries.iter().map(|entry| (entry.id.clone(), entry.field.text()));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Puts texts into the fields that they belong to; fields without one become empty.
    pub fn set_texts(&mut self, texts: &BTreeMap<String, String>) {
        for entry in &mut self.entries {
            let text = texts.get(&entry.id).map_or("", String::as_str);
            if entry.field.text() != text {
                entry.field.set(text);
            }
        }
    }

    /// The first field with something wrong in it.
    pub fn first_problem(&self) -> Option<(String, String)> {
        let shown = self.entries.iter().filter(|entry| !entry.hidden);
        shown.into_iter().find_map(|entry| Some((entry.id.clone(), entry.field.problem()?)))
    }
}
