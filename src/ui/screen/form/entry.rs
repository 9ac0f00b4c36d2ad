//! One field with its label, its note, and what is wrong with it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::field::{ChoiceField, Field, GradeField, PointsField, TextBox};
use crate::app::form::layout::INDENT;
use crate::app::form::sheet::Entry;
use crate::domain::grade::Grade;
use crate::ui::brush::{Brush, cursor_after};
use crate::ui::lines::scrolled;
use crate::ui::look::Look;
use crate::ui::width::spread;
use crate::ui::{brush, field};

/// Lines that a text box has at least, and at most.
const BOX: (usize, usize) = (3, 8);

/// Columns of a field for points.
const POINTS: u16 = 6;

/// The lines that a field takes; `width` is that of its text box.
pub fn height(entry: &Entry, width: usize) -> usize {
    let error = usize::from(entry.error.is_some());
    match &entry.field {
        Field::Text(text) => 1 + text.rows(width).len().clamp(BOX.0, BOX.1) + error,
        Field::Grade(_) => 1 + usize::from(!entry.note.is_empty()) + error,
        _ => 1 + error,
    }
}

/// The columns that the labels beside fields take: as many as the longest needs, at most half the form.
pub fn label_width(entries: &[Entry], width: usize, look: &Look) -> usize {
    let beside = |entry: &&Entry| entry.cell.is_none() && !matches!(entry.field, Field::Text(_) | Field::Button);
    let widest = entries.iter().filter(beside).map(|entry| brush::columns(&entry.label, look)).max();
    (widest.unwrap_or(0) + 2).min(width / 2)
}

/// Draws a field, and returns where its cursor stands.
pub fn draw(entry: &Entry, focused: bool, labels: usize, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    if let Some(error) = &entry.error {
        let row = area.height.saturating_sub(1);
        Brush::on(frame.buffer_mut(), look, area, row).skip(usize::from(INDENT) + 2).put(error, look.theme.error);
    }
    let label = if focused { look.theme.key } else { look.theme.text };
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.cell(if focused { look.glyphs.cursor } else { "" }, usize::from(INDENT), look.theme.key);
    match &entry.field {
        Field::Text(text) => {
            brush.put(&entry.label, label).skip(2).put(&t!("form.text-hint"), look.theme.dim);
            let lines = area.height - 1 - u16::from(entry.error.is_some());
            let inner = Rect { x: area.x + INDENT, y: area.y + 1, width: area.width - 2 * INDENT, height: lines };
            text_box(text, focused, look, frame, inner)
        }
        Field::Button => {
            let style = if focused { look.theme.selected } else { look.theme.key };
            let at = Position::new(brush.x(), area.y);
            brush.put(&t!("form.button", words = entry.label), style);
            at
        }
        other => {
            brush.cell(&entry.label, labels, label);
            let place = Rect { x: brush.x(), width: area.right().saturating_sub(brush.x() + 1), height: 1, ..area };
            if matches!(other, Field::Grade(_)) {
                let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
                brush.skip(usize::from(INDENT) + labels + 1).put(&entry.note, look.theme.dim);
            }
            one_line(other, entry, focused, look, frame, place)
        }
    }
}

fn one_line(shown: &Field, entry: &Entry, focused: bool, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    match shown {
        Field::Line(input) => {
            let note = brush::columns(&entry.note, look);
            let room = usize::from(area.width).saturating_sub(note + 2).max(12).min(usize::from(area.width));
            let place = Rect { width: u16::try_from(room).unwrap_or(area.width), ..area };
            if !focused && input.text().is_empty() {
                Brush::on(frame.buffer_mut(), look, place, 0).put("-", look.theme.dim);
            }
            let at = if focused || !input.text().is_empty() {
                field::draw(input.line(), look, frame, place, focused)
            } else {
                place.as_position()
            };
            let rest = Rect { x: place.right(), width: area.width - place.width, ..area };
            Brush::on(frame.buffer_mut(), look, rest, 0).skip(2).put(&entry.note, look.theme.dim);
            at
        }
        Field::Grade(grade) => grades(grade, focused, look, &mut Brush::on(frame.buffer_mut(), look, area, 0)),
        Field::Points(points) => score(points, focused, look, frame, area),
        Field::Choice(choice) => choices(choice, focused, look, &mut Brush::on(frame.buffer_mut(), look, area, 0)),
        Field::Text(_) | Field::Button => area.as_position(),
    }
}

/// The four grades with their keys; the given one stands out.
fn grades(field: &GradeField, focused: bool, look: &Look, brush: &mut Brush<'_>) -> Position {
    let mut at = Position::new(brush.x(), brush.y());
    for (place, grade) in Grade::ALL.into_iter().enumerate() {
        let given = field.grade() == Some(grade);
        let style = match (given, focused) {
            (true, true) => look.theme.selected,
            (true, false) => look.theme.selected_elsewhere,
            (false, _) => look.theme.dim,
        };
        if given {
            at.x = brush.x() + 1;
        }
        let words = if given || focused {
            t!("form.grade-key", key = place + 1, grade = grade)
        } else {
            t!("form.grade", grade = grade)
        };
        brush.cell(&words, 5, style).skip(1);
    }
    at
}

/// Points with those that the criterion has, the grade that they make, and where the grades begin.
fn score(field: &PointsField, focused: bool, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let place = Rect { width: POINTS.min(area.width), ..area };
    if !focused && field.text().is_empty() {
        Brush::on(frame.buffer_mut(), look, place, 0).put("-", look.theme.dim);
    }
    let at = if focused || !field.text().is_empty() {
        field::draw(field.line(), look, frame, place, focused)
    } else {
        place.as_position()
    };
    let rest = Rect { x: place.right(), width: area.width - place.width, ..area };
    let mut brush = Brush::on(frame.buffer_mut(), look, rest, 0);
    brush.cell(&t!("form.of-points", most = field.most().normalize()), 7, look.theme.dim);
    let grade = field.grade().map(|grade| grade.to_string()).unwrap_or_default();
    brush.cell(&grade, 3, look.theme.title);
    for (grade, least) in Grade::ALL.into_iter().zip(field.bands()) {
        brush.cell(&t!("form.band", grade = grade, least = least), 8, look.theme.dim);
    }
    at
}

fn choices(field: &ChoiceField, focused: bool, look: &Look, brush: &mut Brush<'_>) -> Position {
    let mut at = Position::new(brush.x(), brush.y());
    for (place, answer) in field.answers().iter().enumerate() {
        let style = match (place == field.at(), focused) {
            (true, true) => look.theme.selected,
            (true, false) => look.theme.selected_elsewhere,
            (false, _) => look.theme.dim,
        };
        if place == field.at() {
            at.x = brush.x() + 1;
        }
        brush.put(&t!("form.answer", key = place + 1, words = answer.words), style).skip(1);
    }
    at
}

/// Draws the rows of a text box around its cursor, and returns where the cursor stands.
fn text_box(text: &TextBox, focused: bool, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let rows = text.rows(usize::from(area.width));
    let (line, byte) = text.cursor();
    let here = rows.iter().position(|row| row.holds(line, byte)).unwrap_or(0);
    let from = scrolled(here..here + 1, rows.len(), usize::from(area.height));
    let style = if focused { look.theme.field } else { look.theme.text };
    let bar = if focused { look.theme.border_focus } else { look.theme.border };
    let mut at = area.as_position();
    for y in 0..area.height {
        Brush::on(frame.buffer_mut(), look, Rect { x: area.x - 1, width: 1, ..area }, y).put(look.glyphs.column, bar);
        let Some(row) = rows.get(from + usize::from(y)) else { continue };
        let words = &text.lines()[row.line][row.from..row.to];
        Brush::on(frame.buffer_mut(), look, area, y).put(words, style);
        if let Some((_, start, end)) = text.slot().filter(|slot| focused && slot.0 == row.line) {
            mark(&text.lines()[row.line], (start.max(row.from), end.min(row.to)), row.from, look, frame, area, y);
        }
        if row.holds(line, byte) {
            let x = cursor_after(&text.lines()[line][row.from..byte], area.x, look);
            at = Position::new(x.min(area.right().saturating_sub(1)), area.y + y);
        }
    }
    if focused {
        frame.set_cursor_position(at);
    }
    at
}

/// Marks the slot that typing will replace.
fn mark(line: &str, (start, end): (usize, usize), from: usize, look: &Look, frame: &mut Frame<'_>, area: Rect, y: u16) {
    if start < end {
        let x = cursor_after(&line[from..start], area.x, look);
        let words = spread(&line[start..end], look.policy);
        let room = usize::from(area.right().saturating_sub(x));
        frame.buffer_mut().set_stringn(x, area.y + y, words, room, look.theme.found);
    }
}
