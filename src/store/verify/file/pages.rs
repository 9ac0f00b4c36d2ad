//! Which pages have been met, and whether those are all there are.

use crate::store::page::{Pages, SIZE, u16_at, u32_at};

/// SQLite locks the first byte of this page in a large file and writes nothing there.
const LOCKED: u32 = 0x4000_0000 / 4096 + 1;
/// Where the header of the file tells what.
const PAGE_SIZE: usize = 16;
const RESERVED: usize = 20;
const FIRST_FREE: usize = 32;
const FREE: usize = 36;
const AUTO_VACUUM: usize = 52;
const ENCODING: usize = 56;

/// The pages that have been met: none may be met twice.
#[derive(Debug, Default)]
pub(in crate::store::verify) struct Met {
    words: Vec<u64>,
}

impl Met {
    /// Meets a page; `None` if that is the second time, or if there is no such page.
    pub(super) fn meet(&mut self, number: u32, of: &Pages<'_>) -> Option<()> {
        let (word, bit) = place(number);
        if number == 0 || number > of.count() {
            return None;
        }
        if word >= self.words.len() {
            self.words.resize(place(of.count()).0 + 1, 0);
        }
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new.then_some(())
    }

    /// Every page of the file once: whether all of them have been met.
    pub(super) fn is_all_of(&self, pages: &Pages<'_>) -> bool {
        (1..=pages.count()).all(|number| number == LOCKED || self.has(number))
    }

    /// Meets the pages that hold nothing: those of the list. Only a file as SQLite makes it without being told otherwise is known here.
    pub(super) fn free(&mut self, pages: &mut Pages<'_>) -> Option<()> {
        let mut page = Vec::with_capacity(SIZE);
        pages.take(1, &mut page)?;
        let usual = u16_at(&page, PAGE_SIZE)? == 4096
            && page[RESERVED] == 0
            && u32_at(&page, AUTO_VACUUM)? == 0
            && u32_at(&page, ENCODING)? == 1;
        let (mut next, mut left) = (u32_at(&page, FIRST_FREE)?, u32_at(&page, FREE)?);
        while next != 0 {
            self.meet(next, pages)?;
            pages.take(next, &mut page)?;
            let leaves = u32_at(&page, 4)?;
            for leaf in 0..usize::try_from(leaves).ok()? {
                self.meet(u32_at(&page, 8 + 4 * leaf)?, pages)?;
            }
            left = left.checked_sub(leaves.checked_add(1)?)?;
            next = u32_at(&page, 0)?;
        }
        (usual && left == 0).then_some(())
    }

    fn has(&self, number: u32) -> bool {
        let (word, bit) = place(number);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Adds what somebody else has met; `None` if both have met a page.
    pub(super) fn join(&mut self, other: &Self) -> Option<()> {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        self.words.iter_mut().zip(&other.words).try_for_each(|(word, other)| {
            let apart = *word & other == 0;
            *word |= other;
            apart.then_some(())
        })
    }
}

const fn place(number: u32) -> (usize, u64) {
    (number as usize / 64, 1 << (number % 64))
}
