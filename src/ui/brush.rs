//! Writing on one line of the screen, from left to right, never beyond its end.
//!
//! Every text from data goes through here and so through `width`: cleaned, cut where the room ends, with fillers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::Look;
use super::width::{Side, clean, fit, pad_left, spread, width, write, write_plain};

/// A place on one line of the screen.
pub struct Brush<'a> {
    buffer: &'a mut Buffer,
    look: &'a Look,
    x: u16,
    end: u16,
    y: u16,
}

impl<'a> Brush<'a> {
    /// Begins at the left end of an area's line `row`, counted from 0.
    pub fn on(buffer: &'a mut Buffer, look: &'a Look, area: Rect, row: u16) -> Self {
        let area = area.intersection(buffer.area);
        let y = area.y + row;
        let mut end = if row < area.height { area.right() } else { area.x };
        if y == buffer.area.y {
            end = end.min(buffer.area.right().saturating_sub(look.kept)).max(area.x);
        }
        Self { buffer, look, x: area.x, end, y }
    }

    /// Where the next text goes.
    pub const fn x(&self) -> u16 {
        self.x
    }

    /// The line that is written on.
    pub const fn y(&self) -> u16 {
        self.y
    }

    /// Columns that are left.
    pub fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Leaves columns free.
    pub fn skip(&mut self, columns: usize) -> &mut Self {
        let columns = columns.min(self.room());
        self.x += u16::try_from(columns).unwrap_or(0);
        self
    }

    /// Writes a text as long as it is, cut with an ellipsis at the end of the line.
    pub fn put(&mut self, text: &str, style: Style) -> &mut Self {
        self.at_most(text, self.room(), style)
    }

    /// Writes a text as long as it is, cut with an ellipsis to at most so many columns.
    pub fn at_most(&mut self, text: &str, columns: usize, style: Style) -> &mut Self {
        let columns = width(&clean(text), self.look.policy).min(columns);
        self.cell(text, columns, style)
    }

    /// Writes a text into exactly so many columns.
    pub fn cell(&mut self, text: &str, columns: usize, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        if self.write_plain((text, Side::Left), columns, style) {
            return self.skip(columns);
        }
        self.write(&fit(text, columns, self.look.policy), columns, style)
    }

    /// Writes a number at the right end of exactly so many columns; one without room becomes `#` signs.
    pub fn number(&mut self, text: &str, columns: usize, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        if self.write_plain((text, Side::Right), columns, style) {
            return self.skip(columns);
        }
        self.write(&pad_left(text, columns, self.look.policy), columns, style)
    }

    /// Writes a text at the right end of the line, if it has room there.
    pub fn right(&mut self, text: &str, style: Style) -> &mut Self {
        let columns = width(&clean(text), self.look.policy);
        if let Some(free) = self.room().checked_sub(columns) {
            self.skip(free).cell(text, columns, style);
        }
        self
    }

    fn write_plain(&mut self, text: (&str, Side), columns: usize, style: Style) -> bool {
        write_plain(self.buffer, (self.x, self.y), text, columns, style, self.look.policy)
    }

    fn write(&mut self, text: &str, columns: usize, style: Style) -> &mut Self {
        if columns > 0 {
            write(self.buffer, (self.x, self.y), text, columns, style);
        }
        self.skip(columns)
    }
}

/// Columns that a text from data takes.
pub fn columns(text: &str, look: &Look) -> usize {
    width(&clean(text), look.policy)
}

/// Where the cursor stands behind a typed text, which is drawn from `x` on.
pub fn cursor_after(text: &str, x: u16, look: &Look) -> u16 {
    let typed = spread(text, look.policy);
    x.saturating_add(u16::try_from(width(&typed, super::width::Policy::NARROW)).unwrap_or(u16::MAX))
}
