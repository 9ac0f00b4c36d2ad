//! Drawing over the frame that is shown: lines that are shown already are not laid out again.
//!
//! A line is known by a hash of everything that it shows, and of how. Whoever draws a line so names all of it; what is shown then is never old.

use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::Range;

use foldhash::quality::{FixedState, FoldHasher};
use ratatui::Frame;

use super::look::Look;

/// What a line is known by: a hash of everything that it shows, and of how.
pub type LineId = u64;

/// What several lines have in common.
#[derive(Clone)]
pub struct Known(FoldHasher<'static>);

impl Known {
    /// Lines of so many columns that look so, in the language that is spoken now.
    fn of(look: &Look, columns: u16) -> Self {
        // Whoever draws signs names them.
        let Look { policy, theme, kept, glyphs: _ } = look;
        let mut known = FixedState::default().build_hasher();
        (policy, theme, kept, columns, &*rust_i18n::locale()).hash(&mut known);
        Self(known)
    }

    /// The same lines with this in common, too.
    pub fn and(&self, common: impl Hash) -> Self {
        let mut known = self.0.clone();
        common.hash(&mut known);
        Self(known)
    }

    /// The line that shows this besides.
    pub fn id(&self, shows: impl Hash) -> LineId {
        self.and(shows).0.finish()
    }
}

/// A frame and what its lines are known by.
pub struct Over<'a, 'b> {
    /// The frame.
    pub frame: &'a mut Frame<'b>,
    /// What all its lines have in common.
    pub known: Known,
    shown: &'a [Option<LineId>],
    lines: Vec<Option<LineId>>,
    /// Whether the first line shows more than the screen draws there ([`Look::kept`]).
    marked: bool,
}

impl<'a, 'b> Over<'a, 'b> {
    /// Nothing is drawn yet; `shown` are the lines that are shown.
    pub fn new(frame: &'a mut Frame<'b>, shown: &'a [Option<LineId>], look: &Look) -> Self {
        let (area, known) = (frame.area(), Known::of(look, frame.area().width));
        Self { frame, known, shown, lines: vec![None; usize::from(area.height)], marked: look.kept > 0 }
    }

    /// Draws what is all of a line, unless it is shown already, there or elsewhere.
    pub fn line(&mut self, y: u16, id: LineId, draw: impl FnOnce(&mut Frame<'b>)) {
        if y == 0 && self.marked {
            return draw(self.frame);
        }
        if let Some(line) = self.lines.get_mut(usize::from(y)) {
            *line = Some(id);
        }
        if !self.shown.contains(&Some(id)) {
            draw(self.frame);
        }
    }

    /// Something else was drawn over all of some lines.
    pub fn cover(&mut self, lines: Range<u16>) {
        for y in lines {
            if let Some(line) = self.lines.get_mut(usize::from(y)) {
                *line = None;
            }
        }
    }

    /// What the lines are known by.
    pub fn into_lines(self) -> Vec<Option<LineId>> {
        self.lines
    }
}
