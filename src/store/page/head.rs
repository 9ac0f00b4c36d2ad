//! What a page of a tree says of itself and where its cells lie.

use super::record::varint;
use super::{SIZE, u16_at, u32_at};

/// What a page says of itself.
pub(in crate::store) struct Head {
    /// Where it begins: the first page begins with the header of the file.
    pub(in crate::store) at: usize,
    pub(in crate::store) table: bool,
    pub(in crate::store) cells: usize,
    /// Where the numbers of the cells' places begin.
    places: usize,
    /// Where cells begin.
    pub(in crate::store) content: usize,
    pub(in crate::store) inner: bool,
    /// The page below after the last cell.
    pub(in crate::store) last: Option<u32>,
}

/// A row, or a way to a page below; or both, in an index.
pub(in crate::store) struct Cell {
    pub(in crate::store) from: usize,
    pub(in crate::store) long: usize,
    pub(in crate::store) child: Option<u32>,
    pub(in crate::store) number: i64,
    /// Where its record lies on this page, and how long all of it is.
    pub(in crate::store) record: std::ops::Range<usize>,
    pub(in crate::store) size: usize,
}

impl Head {
    pub(in crate::store) fn of(page: &[u8], number: u32) -> Option<Self> {
        let at = if number == 1 { 100 } else { 0 };
        let (table, inner) = match page[at] {
            2 => (false, true),
            5 => (true, true),
            10 => (false, false),
            13 => (true, false),
            _ => return None,
        };
        let cells = u16_at(page, at + 3)?;
        let content = match u16_at(page, at + 5)? {
            0 => 0x1_0000,
            content => content,
        };
        let places = at + if inner { 12 } else { 8 };
        let last = if inner { Some(u32_at(page, at + 8)?) } else { None };
        let fits = places + 2 * cells <= content && content <= SIZE && (cells > 0 || !inner);
        fits.then_some(Self { at, table, cells, places, content, inner, last })
    }

    pub(in crate::store) fn cell(&self, page: &[u8], place: usize) -> Option<Cell> {
        let from = u16_at(page, self.places + 2 * place)?;
        if from < self.content {
            return None;
        }
        let (mut at, mut child, mut number, mut size) = (from, None, 0, 0);
        if self.inner {
            child = Some(u32_at(page, at)?);
            at += 4;
        }
        if !(self.table && self.inner) {
            let (said, long) = varint(page.get(at..)?)?;
            size = usize::try_from(said).ok()?;
            at += long;
        }
        if self.table {
            let (said, long) = varint(page.get(at..)?)?;
            number = said.cast_signed();
            at += long;
        }
        let local = self.local(size);
        let end = at + local + if local < size { 4 } else { 0 };
        // A cell has at least four bytes, so that a free block fits in its place.
        let long = (end - from).max(4);
        Some(Cell { from, long, child, number, record: at..at + local, size })
    }

    /// How much of a record lies on the page itself.
    const fn local(&self, size: usize) -> usize {
        let most = if self.table { SIZE - 35 } else { (SIZE - 12) * 64 / 255 - 23 };
        if size <= most {
            return size;
        }
        let least = (SIZE - 12) * 32 / 255 - 23;
        let part = least + (size - least) % (SIZE - 4);
        if part <= most { part } else { least }
    }
}
