//! The indicators of an amendment as a grid: one row each, the same columns in all rows.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::field::Field;
use crate::app::form::COLUMNS;
use crate::app::form::sheet::Entry;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;

/// Columns left of the grid, for the cursor and the row's number.
const MARGIN: u16 = 5;

/// The widths of the columns in an area; the name takes what is left.
fn widths(width: u16) -> [u16; 7] {
    let fixed = if width < 100 { [6, 8, 0, 4, 11, 8, 5] } else { [8, 14, 0, 6, 18, 12, 7] };
    let taken: u16 = fixed.iter().sum::<u16>() + 6 + MARGIN + 1;
    let mut widths = fixed;
    widths[2] = width.saturating_sub(taken).max(8);
    widths
}

/// Draws the keys of the grid and its headings.
pub fn headings(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(2).put(&t!("form.field.indicators"), look.theme.text).skip(2).put(&t!("form.grid-hint"), look.theme.dim);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    brush.skip(usize::from(MARGIN));
    for (column, width) in COLUMNS.iter().zip(widths(area.width)) {
        brush.cell(&t!(format!("form.column.{column}")), usize::from(width), look.theme.heading).skip(1);
    }
}

/// Draws a row, and returns where the cursor stands in it.
pub fn row(
    entries: &[Entry],
    focused: Option<usize>,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    let number = entries.first().and_then(|entry| entry.cell).map_or(0, |(row, _)| row + 1);
    let marker = if focused.is_some() { look.glyphs.cursor } else { "" };
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.cell(marker, 2, look.theme.key).cell(&number.to_string(), usize::from(MARGIN) - 2, look.theme.dim);
    let (mut x, mut at) = (area.x + MARGIN, None);
    for (place, (entry, width)) in entries.iter().zip(widths(area.width)).enumerate() {
        let here = Rect { x, width: width.min(area.right().saturating_sub(x)), height: 1, ..area };
        let position = cell(&entry.field, focused == Some(place), look, frame, here);
        at = at.or(position.filter(|_| focused == Some(place)));
        x = x.saturating_add(width + 1);
    }
    at
}

fn cell(shown: &Field, focused: bool, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let style = if focused { look.theme.selected } else { look.theme.text };
    match shown {
        Field::Line(input) => Some(field::draw(input.line(), look, frame, area, focused)),
        Field::Choice(choice) => {
            let words = choice.answers().get(choice.at()).map_or("", |answer| answer.words.as_str());
            let short = words.strip_suffix("指标").unwrap_or(words);
            Brush::on(frame.buffer_mut(), look, area, 0).cell(short, usize::from(area.width), style);
            Some(area.as_position())
        }
        Field::Text(_) | Field::Grade(_) | Field::Points(_) | Field::Button => None,
    }
}
