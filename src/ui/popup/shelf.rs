//! The indicator library.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use super::ground;
use super::list::in_middle;
use crate::app::popup::Shelf;
use crate::domain::library::Standard;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;

/// Columns of the popup, and of a name, its level 2, its usual value and its field in it.
const WIDTH: u16 = 110;
const COLUMNS: [usize; 4] = [32, 18, 14, 24];

/// Draws the library.
pub fn draw(shelf: &Shelf, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    // The popup keeps its size while the list is narrowed, so that it does not jump under the eyes.
    let lines = usize::from(area.height.saturating_sub(6));
    let inner = ground(&t!("library.title"), lines, WIDTH, look, frame, area);
    let at = field::draw(&shelf.line, look, frame, Rect { height: 1, ..inner }, true);
    let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    let page = usize::from(list.height);
    let first = in_middle(shelf.cursor, shelf.shown().len(), page);
    for (line, standard) in shelf.shown().iter().skip(first).take(page).enumerate() {
        let mut brush = Brush::on(frame.buffer_mut(), look, list, u16::try_from(line).ok()?);
        row(standard, first + line == shelf.cursor, look, &mut brush);
    }
    if shelf.shown().is_empty() {
        Brush::on(frame.buffer_mut(), look, list, 0).put(&t!("library.nothing"), look.theme.dim);
    }
    Some(at)
}

fn row(standard: &Standard, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let (text, dim) =
        if selected { (look.theme.selected, look.theme.selected) } else { (look.theme.text, look.theme.dim) };
    let usual = standard.usual_text();
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, text);
    let cells = [(standard.name.as_str(), text), (&standard.l2, dim), (&usual, text), (&standard.field, dim)];
    for ((words, style), columns) in cells.into_iter().zip(COLUMNS) {
        let columns = columns.min(brush.room());
        brush.cell(words, columns, style);
        if brush.room() > 0 {
            brush.cell("", 1, style);
        }
    }
    let room = brush.room();
    brush.cell(&standard.aliases.join("、"), room, dim);
}
