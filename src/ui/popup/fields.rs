//! Several lines of text with their labels.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{WIDTH, broken, ground, inside, write};
use crate::app::popup::Fields;
use crate::ui::brush::{Brush, columns};
use crate::ui::field;
use crate::ui::look::Look;

/// Draws the lines, and returns where the cursor stands.
pub fn draw(fields: &Fields, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let fault: Vec<_> = fields.fault.iter().cloned().collect();
    let fault = broken(&fault, inside(WIDTH, area), look);
    let inner = ground(&fields.title, fields.lines.len() + fault.len(), WIDTH, look, frame, area);
    let labels = fields.lines.iter().map(|named| columns(&named.label, look)).max().unwrap_or(0) + 2;
    let notes = fields.lines.iter().map(|named| columns(&named.note, look)).max().unwrap_or(0) + 2;
    let room = usize::from(inner.width).saturating_sub(labels + notes).max(12);
    let mut at = inner.as_position();
    for (place, named) in fields.lines.iter().enumerate() {
        let row = u16::try_from(place).unwrap_or(u16::MAX);
        if row >= inner.height {
            break;
        }
        let focused = place == fields.at;
        let mut brush = Brush::on(frame.buffer_mut(), look, inner, row);
        brush.cell(&named.label, labels, if focused { look.theme.title } else { look.theme.dim });
        let x = brush.x();
        let width = u16::try_from(room).unwrap_or(u16::MAX).min(inner.right().saturating_sub(x));
        let line = Rect { x, y: inner.y + row, width, height: 1 };
        let cursor = field::draw(&named.line, look, frame, line, focused);
        let rest = Rect { x: line.right(), width: inner.right().saturating_sub(line.right()), ..line };
        Brush::on(frame.buffer_mut(), look, rest, 0).skip(2).put(&named.note, look.theme.dim);
        if focused {
            at = cursor;
        }
    }
    let row = u16::try_from(fields.lines.len()).unwrap_or(u16::MAX);
    write(&fault, row, look.theme.error, frame, inner);
    at
}
