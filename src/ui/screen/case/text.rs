//! The text of what is selected: below a table, behind a rule that says what is out of sight, or in its place in a list of texts. A text
//! that is longer than its window is turned by the keys of half a page.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::screen::case::Case;
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::{Lines, scrolled};
use crate::ui::look::Look;
use crate::ui::width::write;

/// The rows of a table: the first in sight, how many there are, how many are in sight.
pub type Window = (usize, usize, usize);

/// The part below a table: the rule, and the area of the text.
pub struct Below {
    /// The line between table and text.
    pub rule: Rect,
    /// Where the text stands.
    pub area: Rect,
}

impl Below {
    /// Columns of the text.
    pub fn width(&self) -> usize {
        usize::from(self.inner().width)
    }

    fn inner(&self) -> Rect {
        Rect { x: self.area.x + 2, width: self.area.width.saturating_sub(3), ..self.area }
    }

    /// Draws the rule and a text, turned as the case file says, and returns the last line that may stand at the top.
    pub fn draw(&self, lines: &Lines<'_>, case: &Case, table: Window, look: &Look, frame: &mut Frame<'_>) -> usize {
        let inner = self.inner();
        let end = lines.len().saturating_sub(usize::from(inner.height));
        self.rule(table, end, look, frame);
        lines.draw(case.turned.min(end), true, frame, inner);
        end
    }

    /// The rule, with how many rows of the table lie above and below, and the key that turns the text if it goes on.
    fn rule(&self, table: Window, end: usize, look: &Look, frame: &mut Frame<'_>) {
        let sign = look.glyphs.rule.repeat(usize::from(self.rule.width));
        let at = (self.rule.x, self.rule.y);
        write(frame.buffer_mut(), at, &sign, usize::from(self.rule.width), look.theme.border);
        let more = if end > 0 { t!("case.more-text").into_owned() } else { String::new() };
        signs(&(more + &more_rows(table, look)), look, frame, self.rule);
    }
}

/// How many rows of a table lie above and below those in sight, if any do.
pub fn more_rows((from, total, height): Window, look: &Look) -> String {
    let below = total.saturating_sub(from + height);
    if from + below == 0 {
        return String::new();
    }
    let (up, down) = (look.glyphs.up, look.glyphs.down);
    t!("case.more-rows", up = up, above = from, down = down, below = below).into_owned()
}

/// Puts signs at the end of a line.
pub fn signs(words: &str, look: &Look, frame: &mut Frame<'_>, line: Rect) {
    if !words.is_empty() {
        let line = Rect { width: line.width.saturating_sub(2), ..line };
        Brush::on(frame.buffer_mut(), look, line, 0).right(words, look.theme.dim);
    }
}

/// Draws a list of texts of which one is `selected`, in sight from its beginning or turned as the case file says.
pub fn listed(
    lines: &Lines<'_>,
    selected: &Range<usize>,
    case: &Case,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Drawn {
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let height = usize::from(inner.height);
    let end = selected.len().saturating_sub(height);
    let turned = case.turned.min(end);
    let from = scrolled(selected.clone(), lines.len(), height) + turned;
    lines.draw(from, turned < end, frame, inner);
    let row = u16::try_from(selected.start.saturating_sub(from)).unwrap_or_default();
    Brush::on(frame.buffer_mut(), look, Rect { width: 1, ..area }, row).put(look.glyphs.cursor, look.theme.text);
    Drawn::text(Some(Position::new(area.x, area.y + row)), end)
}
