//! The points of a criterion of a key project (重点项目): a number from nothing to what the criterion has, and the grade
//! that it makes.

use rust_decimal::Decimal;
use rust_i18n::t;

use super::input::{Input, Kind};
use super::{Took, is_redo, is_undo};
use crate::app::key::{Key, KeyCode};
use crate::app::line::Line;
use crate::domain::grade::Grade;
use crate::domain::text::half_width;

/// Characters that points may take: `13.5`.
const LONGEST: usize = 5;

/// The points of a criterion; there is no default, because points are given and never taken.
#[derive(Debug)]
pub struct PointsField {
    input: Input,
    most: Decimal,
    bands: [Decimal; 3],
}

impl PointsField {
    /// An empty field for at most so many points; `bands` are the least points for 优, 良 and 中.
    pub fn new(most: Decimal, bands: [Decimal; 3]) -> Self {
        Self { input: Input::new(Kind::Words, LONGEST), most, bands }
    }

    /// The points that the criterion has.
    pub const fn most(&self) -> Decimal {
        self.most
    }

    /// The least points for 优, 良 and 中.
    pub const fn bands(&self) -> [Decimal; 3] {
        self.bands
    }

    /// The line with its cursor, for drawing.
    pub const fn line(&self) -> &Line {
        self.input.line()
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.text()
    }

    /// Puts a text in, as if it had always been there.
    pub fn set(&mut self, text: &str) {
        self.input.set(text);
    }

    /// The focus comes: what stands there is selected.
    pub(super) fn enter(&mut self) {
        self.input.enter();
    }

    /// The focus goes: nothing stays selected.
    pub(super) fn leave(&mut self) {
        self.input.leave();
    }

    /// The points given; none while nothing, or nothing right, is typed.
    pub fn points(&self) -> Option<Decimal> {
        let points: Decimal = half_width(self.text().trim()).parse().ok()?;
        let fits = (Decimal::ZERO..=self.most).contains(&points) && points.normalize().scale() <= 1;
        fits.then(|| points.normalize())
    }

    /// The grade that the points make.
    pub fn grade(&self) -> Option<Grade> {
        let points = self.points()?;
        let reached = self.bands.iter().zip(Grade::ALL).find(|&(least, _)| points >= *least);
        Some(reached.map_or(Grade::Poor, |(_, grade)| grade))
    }

    /// What is wrong with what is typed.
    pub fn problem(&self) -> Option<String> {
        let wrong = !self.text().trim().is_empty() && self.points().is_none();
        wrong.then(|| t!("field.not-points", text = self.text().trim(), most = self.most.normalize()).into_owned())
    }

    /// Digits and the point are typed, everything that edits a line edits; other characters are nobody's.
    pub(super) fn key(&mut self, key: Key) -> Took {
        let key = match key.folded().text() {
            Some('0'..='9' | '.') => key.folded(),
            Some('。') => Key::char('.'),
            Some(_) => return Took::Nothing,
            None => key,
        };
        let edits = key.text().is_some() || Line::edits(key) || is_undo(key) || is_redo(key);
        if !edits || matches!(key.code, KeyCode::Up | KeyCode::Down) {
            return Took::Nothing;
        }
        self.input.key(key)
    }

    pub(super) fn paste(&mut self, text: &str) -> bool {
        let number: String = half_width(text).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        !number.is_empty() && self.input.paste(&number)
    }
}
