//! What is shown when the screen is too small for anything else: how large it must be, and how large it is.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use super::look::Look;
use super::width::{spread, width};

/// The fewest columns and rows.
pub const LEAST: (u16, u16) = (60, 16);

/// Whether an area is too small.
pub const fn is(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

/// Draws one line in the middle.
pub fn draw(look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let words = t!("screen.too-small", width = LEAST.0, height = LEAST.1, columns = area.width, rows = area.height);
    let used = u16::try_from(width(&words, look.policy)).unwrap_or(u16::MAX);
    let x = area.x + area.width.saturating_sub(used) / 2;
    let y = area.y + area.height / 2;
    if area.height > 0 {
        let room = usize::from(area.width);
        frame.buffer_mut().set_stringn(x, y, spread(&words, look.policy), room, look.theme.text);
    }
}
