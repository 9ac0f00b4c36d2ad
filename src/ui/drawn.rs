//! What drawing tells of itself: only who lays a text out knows how far it can be turned, and what a line is made of.

use ratatui::layout::Position;

use super::over::LineId;

/// What was drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Where the hidden cursor rests when no field shows it.
    pub rest: Option<Position>,
    /// Of a text that is turned: the last line that may stand at the top, so that its end is in sight.
    pub end: Option<usize>,
    /// What the lines of the screen are known by, as far as that is told: two lines with the same id show the same.
    pub lines: Vec<Option<LineId>>,
}

impl From<Option<Position>> for Drawn {
    fn from(rest: Option<Position>) -> Self {
        Self { rest, ..Self::default() }
    }
}

impl Drawn {
    /// A text that can be turned up to a line.
    pub const fn text(rest: Option<Position>, end: usize) -> Self {
        Self { rest, end: Some(end), lines: Vec::new() }
    }
}
