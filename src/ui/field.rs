//! A single line that is being typed: the part of it around the cursor, or all of it broken into rows, and the terminal's own cursor, at
//! which input methods open their windows.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::brush::{Brush, columns, cursor_after};
use super::look::Look;
use crate::app::field::rows;
use crate::app::line::Line;

/// Draws a line into an area of one row: `focused` shows the cursor, scrolled so that it is in sight; else the line is read from its beginning.
pub fn draw(line: &Line, look: &Look, frame: &mut Frame<'_>, area: Rect, focused: bool) -> Position {
    // One column is kept for the cursor behind the last character.
    let room = usize::from(area.width.saturating_sub(1));
    let hidden = if focused { hidden_before(line.before(), room, look) } else { 0 };
    let (before, all) = (&line.before()[hidden..], &line.text()[hidden..]);
    let style = if focused { look.theme.field } else { look.theme.text };
    let columns = usize::from(area.width);
    Brush::on(frame.buffer_mut(), look, area, 0).cell(all, columns, style);
    if focused && line.is_selected() {
        select(all, look, frame, area, 0);
    }
    let at = Position::new(cursor_after(before, area.x, look).min(area.right().saturating_sub(1)), area.y);
    if focused {
        frame.set_cursor_position(at);
    }
    at
}

/// Marks a text in its row as what typing will replace.
fn select(text: &str, look: &Look, frame: &mut Frame<'_>, area: Rect, y: u16) {
    let width = u16::try_from(columns(text, look)).unwrap_or(area.width).min(area.width);
    frame.buffer_mut().set_style(Rect { y: area.y + y, width, height: 1, ..area }, look.theme.found);
}

/// The rows that a line takes in a number of columns, at most `most`.
pub fn height(line: &Line, columns: u16, most: u16) -> u16 {
    u16::try_from(rows(&[line.text()], columns.into()).len()).unwrap_or(most).min(most)
}

/// Draws a line that has the focus, broken into the rows of an area, scrolled so that the cursor is in sight.
pub fn draw_broken(line: &Line, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let rows = rows(&[line.text()], area.width.into());
    let cursor = line.before().len();
    let row_of_cursor = rows.iter().position(|row| row.holds(0, cursor)).unwrap_or(0);
    let first = (row_of_cursor + 1).saturating_sub(area.height.into());
    let mut at = area.as_position();
    for (y, (place, row)) in (0..area.height).zip(rows.iter().enumerate().skip(first)) {
        let text = &line.text()[row.from..row.to];
        Brush::on(frame.buffer_mut(), look, area, y).cell(text, area.width.into(), look.theme.field);
        if line.is_selected() {
            select(text, look, frame, area, y);
        }
        if place == row_of_cursor {
            let x = cursor_after(&line.text()[row.from..cursor], area.x, look);
            at = Position::new(x.min(area.right().saturating_sub(1)), area.y + y);
        }
    }
    frame.set_cursor_position(at);
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

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::ui::dump::lines;
    use crate::ui::width::Policy;

    fn drawn(text: &str, focused: bool) -> String {
        let mut terminal = Terminal::new(TestBackend::new(9, 1)).unwrap();
        let line = Line::new(text.to_owned());
        terminal
            .draw(|frame| {
                draw(&line, &Look::new(Policy::NARROW, true), frame, frame.area(), focused);
            })
            .unwrap();
        lines(terminal.backend().buffer()).concat()
    }

    #[test]
    fn a_line_is_read_from_its_beginning_and_typed_at_its_end() {
        assert_eq!(drawn("大约都发了", false), "大约都发…");
        assert_eq!(drawn("大约都发了", true), "约都发了");
        assert_eq!(drawn("都发了", false), "都发了");
    }
}
