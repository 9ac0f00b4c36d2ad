//! A single line that is being typed: the part of it around the cursor, and the terminal's own cursor, at which input
//! methods open their windows.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::brush::{Brush, columns, cursor_after};
use super::look::Look;
use crate::app::line::Line;

/// Draws a line into an area of one row, scrolled so that the cursor is in sight; `focused` shows the cursor.
pub fn draw(line: &Line, look: &Look, frame: &mut Frame<'_>, area: Rect, focused: bool) -> Position {
    // One column is kept for the cursor behind the last character.
    let room = usize::from(area.width.saturating_sub(1));
    let hidden = hidden_before(line.before(), room, look);
    let (before, all) = (&line.before()[hidden..], &line.text()[hidden..]);
    let style = if focused { look.theme.field } else { look.theme.text };
    let columns = usize::from(area.width);
    Brush::on(frame.buffer_mut(), look, area, 0).cell(all, columns, style);
    let at = Position::new(cursor_after(before, area.x, look).min(area.right().saturating_sub(1)), area.y);
    if focused {
        frame.set_cursor_position(at);
    }
    at
}

/// Bytes at the beginning that do not fit before the cursor.
fn hidden_before(before: &str, room: usize, look: &Look) -> usize {
    let (mut used, mut from) = (0, before.len());
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        used += columns(grapheme, look);
        if used > room {
            break;
        }
        from = at;
    }
    from
}
