//! One of several things.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{WIDTH, ground};
use crate::app::popup::{Choice, Item};
use crate::ui::brush::{Brush, columns};
use crate::ui::look::Look;

/// Columns of the cursor, and between a title and its detail.
const GAPS: usize = 4;

/// Draws a list to choose from.
pub fn draw(choice: &Choice, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let widest = |text: fn(&Item) -> &str| choice.items.iter().map(|item| columns(text(item), look)).max().unwrap_or(0);
    let (title, detail) = (widest(|item| &item.title), widest(|item| &item.detail));
    // Beside cursor and frame; as wide as its words, where the screen is.
    let wanted = u16::try_from(title + detail + GAPS + 4).unwrap_or(u16::MAX);
    let inner = ground(&choice.title, choice.items.len(), WIDTH.max(wanted), look, frame, area);
    let page = usize::from(inner.height);
    let first = in_middle(choice.cursor, choice.items.len(), page);
    let room = usize::from(inner.width).saturating_sub(GAPS);
    let titles = title.min(room.saturating_sub(detail).max(room / 2));
    for (place, item) in choice.items.iter().enumerate().skip(first).take(page) {
        let row = u16::try_from(place - first).unwrap_or(u16::MAX);
        entry(item, place == choice.cursor, titles, look, &mut Brush::on(frame.buffer_mut(), look, inner, row));
    }
    let row = u16::try_from(choice.cursor - first).unwrap_or(0);
    Position::new(inner.x, inner.y + row)
}

fn entry(item: &Item, selected: bool, titles: usize, look: &Look, brush: &mut Brush<'_>) {
    let (text, dim) =
        if selected { (look.theme.selected, look.theme.selected) } else { (look.theme.text, look.theme.dim) };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, text);
    let room = brush.room();
    brush.cell(&item.title, titles, text).cell("", 2, text).cell(&item.detail, room, dim);
}

/// The first row in sight such that the cursor stands near the middle.
pub(super) fn in_middle(cursor: usize, count: usize, page: usize) -> usize {
    cursor.saturating_sub(page / 2).min(count.saturating_sub(page))
}
