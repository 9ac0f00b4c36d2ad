//! How the program looks on this terminal: the layout of text, the signs and the styles, chosen together.

use super::glyph::Glyphs;
use super::theme::Theme;
use super::width::{Ambiguous, Policy};

/// What every screen draws with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How text is laid out.
    pub policy: Policy,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// The styles.
    pub theme: Theme,
    /// Columns at the end of the screen's first line that are not its own: there stands what holds of every screen.
    pub kept: u16,
}

impl Look {
    /// Chooses the look for a layout of text, with or without colours.
    pub fn new(policy: Policy, mono: bool) -> Self {
        Self { policy, glyphs: Glyphs::of(policy), theme: Theme::of(mono), kept: 0 }
    }

    /// Returns the same look for another width of ambiguous characters, as when the terminal has answered.
    #[must_use]
    pub fn with_ambiguous(self, ambiguous: Ambiguous) -> Self {
        let policy = Policy { ambiguous, ..self.policy };
        Self { policy, glyphs: Glyphs::of(policy), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::glyph::{ASCII, UNICODE};

    #[test]
    fn a_late_answer_changes_the_signs_and_nothing_else() {
        let narrow = Look::new(Policy::NARROW, true);
        assert_eq!(narrow.glyphs, &UNICODE);
        let wide = narrow.with_ambiguous(Ambiguous::Wide);
        assert_eq!((wide.glyphs, wide.theme), (&ASCII, narrow.theme));
        assert_eq!(wide.with_ambiguous(Ambiguous::Narrow), narrow);
        assert_eq!(Look::new(Policy::ASCII, false).with_ambiguous(Ambiguous::Narrow).glyphs, &ASCII);
    }
}
