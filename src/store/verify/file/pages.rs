//! Pages by their number, and which of them have been met.

use rusqlite::{Connection, Statement};

/// Bytes of a page, all of them in use: what SQLite makes without being told otherwise.
pub(super) const SIZE: usize = 4096;
/// SQLite locks the first byte of this page in a large file and writes nothing there.
const LOCKED: u32 = 0x4000_0000 / 4096 + 1;
/// Where the header of the file tells what.
const PAGE_SIZE: usize = 16;
const RESERVED: usize = 20;
const FIRST_FREE: usize = 32;
const FREE: usize = 36;
const AUTO_VACUUM: usize = 52;
const ENCODING: usize = 56;

/// The pages of a file as a connection sees them, with those of the log.
pub(super) struct Pages<'c> {
    read: Statement<'c>,
    count: u32,
}

impl<'c> Pages<'c> {
    /// `None` where this SQLite does not hand its pages out.
    pub(super) fn of(conn: &'c Connection) -> Option<Self> {
        let count = conn.query_row("pragma page_count", [], |row| row.get(0)).ok()?;
        Some(Self { read: conn.prepare("select data from sqlite_dbpage where pgno = ?1").ok()?, count })
    }

    /// Reads a page, into the room of another one.
    pub(super) fn take(&mut self, number: u32, page: &mut Vec<u8>) -> Option<()> {
        let mut rows = self.read.query([number]).ok()?;
        let data = rows.next().ok()??.get_ref(0).ok()?.as_blob().ok()?;
        page.clear();
        page.extend_from_slice(data);
        (page.len() == SIZE).then_some(())
    }

    /// Every page of the file once: whether all of them have been met.
    pub(super) fn all_met(&self, met: &Met) -> bool {
        (1..=self.count).all(|number| number == LOCKED || met.has(number))
    }

    /// The pages that hold nothing: those of the list are met. Only a file as SQLite makes it without being told otherwise is known here.
    pub(super) fn free(&mut self, met: &mut Met) -> Option<()> {
        let mut page = Vec::with_capacity(SIZE);
        self.take(1, &mut page)?;
        let usual = u16_at(&page, PAGE_SIZE)? == 4096
            && page[RESERVED] == 0
            && u32_at(&page, AUTO_VACUUM)? == 0
            && u32_at(&page, ENCODING)? == 1;
        let (mut next, mut left) = (u32_at(&page, FIRST_FREE)?, u32_at(&page, FREE)?);
        while next != 0 {
            met.meet(next, self)?;
            self.take(next, &mut page)?;
            let leaves = u32_at(&page, 4)?;
            for leaf in 0..usize::try_from(leaves).ok()? {
                met.meet(u32_at(&page, 8 + 4 * leaf)?, self)?;
            }
            left = left.checked_sub(leaves.checked_add(1)?)?;
            next = u32_at(&page, 0)?;
        }
        (usual && left == 0).then_some(())
    }
}

/// The pages that have been met: none may be met twice.
#[derive(Debug, Default)]
pub(in crate::store::verify) struct Met {
    words: Vec<u64>,
}

impl Met {
    /// Meets a page; `None` if that is the second time, or if there is no such page.
    pub(super) fn meet(&mut self, number: u32, of: &Pages<'_>) -> Option<()> {
        let (word, bit) = place(number);
        if number == 0 || number > of.count {
            return None;
        }
        if word >= self.words.len() {
            self.words.resize(place(of.count).0 + 1, 0);
        }
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new.then_some(())
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

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 2).map(|two| usize::from(two[0]) << 8 | usize::from(two[1]))
}

/// Four bytes as a number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}
