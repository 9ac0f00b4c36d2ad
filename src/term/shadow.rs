//! What the terminal shows now, cell by cell, as far as the backend must remember it.
//!
//! ratatui says which cells changed; that is not enough where halves of wide characters are overwritten, because
//! terminals differ in what they leave of the other half, and not enough to see that the rest of a line is empty.

use super::pen::Pen;

/// One cell as the terminal shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Whether nothing is to be seen here.
    pub(super) empty: bool,
    /// Whether the symbol here also covers the cell to the right.
    pub(super) wide: bool,
    /// How it was drawn.
    pub(super) pen: Pen,
}

impl Shown {
    const EMPTY: Self = Self { empty: true, wide: false, pen: Pen::PLAIN };
}

/// The cells of the screen.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    columns: u16,
    cells: Vec<Shown>,
}

impl Shadow {
    /// Forgets everything: the screen is empty and has this size.
    pub(super) fn clear(&mut self, columns: u16, rows: u16) {
        self.columns = columns;
        self.cells.clear();
        self.cells.resize(usize::from(columns) * usize::from(rows), Shown::EMPTY);
    }

    /// Returns how many columns there are.
    pub(super) const fn columns(&self) -> u16 {
        self.columns
    }

    fn index(&self, x: u16, y: u16) -> Option<usize> {
        (x < self.columns).then(|| usize::from(y) * usize::from(self.columns) + usize::from(x))
    }

    /// Returns what a cell shows; outside the screen there is nothing.
    pub(super) fn at(&self, x: u16, y: u16) -> Shown {
        self.index(x, y).and_then(|index| self.cells.get(index)).copied().unwrap_or(Shown::EMPTY)
    }

    /// Remembers a symbol of `width` columns.
    pub(super) fn set(&mut self, x: u16, y: u16, width: u16, shown: Shown) {
        // What stood to the left lost its right half.
        if let Some(left) =
            x.checked_sub(1).and_then(|left| self.index(left, y)).and_then(|index| self.cells.get_mut(index))
        {
            left.wide = false;
        }
        let tail = Shown { wide: false, empty: shown.pen.blank_is_empty(), pen: shown.pen };
        for (offset, cell) in (0..width).zip(std::iter::once(shown).chain(std::iter::repeat(tail))) {
            if let Some(place) = self.index(x.saturating_add(offset), y).and_then(|index| self.cells.get_mut(index)) {
                *place = cell;
            }
        }
    }

    /// Remembers that a row is empty from column `x` on.
    pub(super) fn erase_from(&mut self, x: u16, y: u16) {
        for x in x..self.columns {
            self.set(x, y, 1, Shown::EMPTY);
        }
    }
}
