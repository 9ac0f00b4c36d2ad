//! Trees of pages: everything that SQLite's own check asks of them, and their rows in order.
//!
//! The format is SQLite's (sqlite.org/fileformat2.html, section 1.6).

use super::pages::Met;
use crate::store::page::{Cell, Head, Pages, SIZE, u16_at, u32_at};

/// A tree of more levels than this is none.
const DEPTH: usize = 20;

/// Takes a row: its number (0 in an index) and its record. `None` ends the walk.
pub(super) type Take<'t> = &'t mut dyn FnMut(i64, &[u8]) -> Option<()>;

/// Walks through trees.
pub(super) struct Walk<'c> {
    pages: Pages<'c>,
    met: Met,
    /// Room for pages that are not looked at any more.
    room: Vec<Vec<u8>>,
    /// A record that lies on several pages.
    long: Vec<u8>,
    /// The number that the next row must be above.
    floor: Option<i64>,
}

impl<'c> Walk<'c> {
    pub(super) fn through(pages: Pages<'c>) -> Self {
        Self { pages, met: Met::default(), room: Vec::new(), long: Vec::new(), floor: None }
    }

    /// The pages, and those that have been met.
    pub(super) fn end(self) -> (Pages<'c>, Met) {
        (self.pages, self.met)
    }

    /// Hands on each row of a tree from the first to the last. `None`: the tree is not as it should be, or `take` wanted no more.
    pub(super) fn tree(&mut self, root: u32, take: Take<'_>) -> Option<()> {
        self.floor = None;
        self.below(root, 0, None, take).map(drop)
    }

    /// Everything below a page; how many levels that are.
    fn below(&mut self, number: u32, depth: usize, of_table: Option<bool>, take: Take<'_>) -> Option<usize> {
        self.met.meet(number, &self.pages)?;
        let mut page = self.room.pop().unwrap_or_default();
        self.pages.take(number, &mut page)?;
        let head = Head::of(&page, number)?;
        if depth > DEPTH || of_table.is_some_and(|table| table != head.table) {
            return None;
        }
        let mut covered = Covered::default();
        let mut levels = None;
        for place in 0..head.cells {
            let cell = head.cell(&page, place)?;
            covered.cover(cell.from, cell.long)?;
            if let Some(child) = cell.child {
                same(&mut levels, self.below(child, depth + 1, Some(head.table), take)?)?;
            }
            self.row(&page, &head, &cell, take)?;
        }
        if let Some(child) = head.last {
            same(&mut levels, self.below(child, depth + 1, Some(head.table), take)?)?;
        }
        covered.all(&page, &head)?;
        self.room.push(page);
        Some(levels.unwrap_or_default() + 1)
    }

    fn row(&mut self, page: &[u8], head: &Head, cell: &Cell, take: Take<'_>) -> Option<()> {
        if head.table {
            // A number between two pages may be that of the row before it.
            let inner = cell.child.is_some();
            if self.floor.is_some_and(|floor| cell.number < floor || cell.number == floor && !inner) {
                return None;
            }
            self.floor = Some(cell.number);
            if inner {
                return Some(());
            }
        }
        let local = page.get(cell.record.clone())?;
        if cell.size == local.len() {
            return take(cell.number, local);
        }
        let mut long = std::mem::take(&mut self.long);
        long.clear();
        long.extend_from_slice(local);
        self.rest(u32_at(page, cell.record.end)?, cell.size, &mut long)?;
        take(cell.number, &long)?;
        self.long = long;
        Some(())
    }

    /// What of a record lies on pages of its own.
    fn rest(&mut self, mut next: u32, size: usize, long: &mut Vec<u8>) -> Option<()> {
        let mut page = self.room.pop().unwrap_or_default();
        while long.len() < size {
            self.met.meet(next, &self.pages)?;
            self.pages.take(next, &mut page)?;
            let part = (size - long.len()).min(SIZE - 4);
            long.extend_from_slice(&page[4..4 + part]);
            next = u32_at(&page, 0)?;
        }
        self.room.push(page);
        (next == 0).then_some(())
    }
}

/// Every branch of a tree has as many levels.
fn same(levels: &mut Option<usize>, found: usize) -> Option<()> {
    (*levels.get_or_insert(found) == found).then_some(())
}

/// The bytes of a page that cells and free blocks lie on.
struct Covered {
    bits: [u64; SIZE / 64],
    count: usize,
}

impl Default for Covered {
    fn default() -> Self {
        Self { bits: [0; SIZE / 64], count: 0 }
    }
}

impl Covered {
    /// Covers some bytes; `None` if some of them are already, or are none of the page.
    fn cover(&mut self, from: usize, long: usize) -> Option<()> {
        let end = from + long;
        if end > SIZE {
            return None;
        }
        let mut at = from;
        while at < end {
            let (word, bit) = (at / 64, at % 64);
            let part = (end - at).min(64 - bit);
            let mask = (u64::MAX >> (64 - part)) << bit;
            if self.bits[word] & mask != 0 {
                return None;
            }
            self.bits[word] |= mask;
            at += part;
        }
        self.count += long;
        Some(())
    }

    /// Whether cells, free blocks and the bytes that are said to be lost are all there is of the page below its places.
    fn all(mut self, page: &[u8], head: &Head) -> Option<()> {
        let mut block = u16_at(page, head.at + 1)?;
        while block != 0 {
            let (next, long) = (u16_at(page, block)?, u16_at(page, block + 2)?);
            if block < head.content || next != 0 && next <= block + long + 3 {
                return None;
            }
            self.cover(block, long)?;
            block = next;
        }
        (self.count + usize::from(page[head.at + 7]) == SIZE - head.content).then_some(())
    }
}
