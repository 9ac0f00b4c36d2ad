//! Bars: how much of a whole is reached.

use ratatui::style::Style;

use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// A part of a whole.
pub(super) struct Bar {
    pub(super) part: i64,
    pub(super) whole: i64,
    /// How the part looks that is reached.
    pub(super) style: Style,
}

impl Bar {
    /// Draws it into so many columns.
    pub(super) fn draw(&self, columns: usize, look: &Look, brush: &mut Brush<'_>) {
        let full = filled(columns, self.part, self.whole);
        brush.cell(&look.glyphs.bar.repeat(full), full, self.style);
        brush.cell(&look.glyphs.bar_rest.repeat(columns - full), columns - full, look.theme.border);
    }
}

/// Columns of a bar that are reached: none only of nothing, all only of the whole.
pub(super) fn filled(bar: usize, part: i64, whole: i64) -> usize {
    if part >= whole {
        return bar;
    }
    let columns = i64::try_from(bar).unwrap_or(0).saturating_mul(part.max(0)) / whole.max(1);
    let columns = usize::try_from(columns).unwrap_or(0).min(bar.saturating_sub(1));
    if part > 0 { columns.max(1).min(bar) } else { columns }
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_bar_is_full_only_of_the_whole_and_empty_only_of_nothing() {
        assert_eq!((filled(10, 10, 10), filled(10, 0, 10), filled(10, 5, 10)), (10, 0, 5));
        assert_eq!(
            (filled(10, 9_999, 10_000), filled(10, 1, 10_000)),
            (9, 1),
            "nearly all is not all, little is not nothing"
        );
        assert_eq!(filled(10, 12, 10), 10);
    }
}
