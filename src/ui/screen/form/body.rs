//! The fields under each other, scrolled so that the one with the focus is in sight.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{entry, grid, reached};
use crate::app::form::sheet::Entry;
use crate::app::form::{Form, layout};
use crate::ui::lines::stacked;
use crate::ui::look::Look;

/// Something that takes lines of the form.
enum Part {
    /// A field, by its place.
    Field(usize),
    /// The headings of the grid.
    Headings,
    /// A row of the grid: the places of its fields.
    Row(Range<usize>),
}

/// Draws the fields, and returns where the cursor stands.
pub fn draw(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let entries = &form.sheet.entries;
    let width = area.width;
    let parts = parts(entries);
    let heights: Vec<usize> = parts.iter().map(|part| height(part, entries, width)).collect();
    let focused = parts.iter().position(|part| holds(part, form.sheet.focus)).unwrap_or(0);
    // The headings of the grid stay in sight with its first row.
    let leads = focused > 0 && matches!(parts[focused - 1], Part::Headings);
    let labels = entry::label_width(entries, usize::from(width), look);
    let mut cursor = None;
    for (part, place) in stacked(&heights, focused, leads, area) {
        let at = parts[part].draw(form, labels, look, frame, place);
        cursor = cursor.or(at.filter(|_| part == focused));
    }
    cursor
}

fn parts(entries: &[Entry]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut last_row = None;
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.hidden) {
        match (entry.cell, parts.last_mut()) {
            (Some((row, _)), Some(Part::Row(range))) if last_row == Some(row) => range.end = place + 1,
            (Some((row, _)), _) => {
                if row == 0 {
                    parts.push(Part::Headings);
                }
                parts.push(Part::Row(place..place + 1));
                last_row = Some(row);
            }
            (None, _) => parts.push(Part::Field(place)),
        }
    }
    parts
}

fn height(part: &Part, entries: &[Entry], width: u16) -> usize {
    match part {
        Part::Field(place) => entry::height(&entries[*place], usize::from(width.saturating_sub(2 * layout::INDENT))),
        Part::Headings => 2,
        Part::Row(_) => 1,
    }
}

fn holds(part: &Part, focus: usize) -> bool {
    match part {
        Part::Field(place) => *place == focus,
        Part::Headings => false,
        Part::Row(range) => range.contains(&focus),
    }
}

impl Part {
    fn draw(&self, form: &Form, labels: usize, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
        let (entries, focus) = (&form.sheet.entries, form.sheet.focus);
        match self {
            Self::Field(place) => Some(entry::draw(&entries[*place], *place == focus, labels, look, frame, area)),
            Self::Headings => {
                match form.kind.filter(|kind| kind.is_execution()) {
                    Some(kind) => reached::headings(kind, look, frame, area),
                    None => grid::headings(look, frame, area),
                }
                None
            }
            Self::Row(range) => {
                let focused = focus.checked_sub(range.start).filter(|place| *place < range.len());
                let row = &entries[range.clone()];
                match (form.kind.filter(|kind| kind.is_execution()), form.file.as_deref()) {
                    (Some(kind), Some(file)) => reached::row((kind, file), row, focused, look, frame, area),
                    _ => grid::row(row, focused, look, frame, area),
                }
            }
        }
    }
}
