//! The words of the search as they lie in its table of data, added up: of each word and row, where the word stands in the row.
//!
//! The format is that of SQLite's fts5 (described at the head of its fts5_index.c). How words are found there (the index of its pages, and of long lists of
//! rows) is looked at by `ways`.

use super::ways::{Page, Ways};
use crate::store::digest::{Key, Sum};
use crate::store::page::{u16_at, varint};

/// Where the search says of which pieces it is made.
const STRUCTURE: i64 = 10;
/// Where it counts its rows and words.
const COUNTS: i64 = 1;
/// A structure of another version begins so, after four bytes.
const OTHER_VERSION: [u8; 4] = [0xff, 0, 0, 1];

/// Where the next word of a page begins that has no more.
const NEVER: usize = usize::MAX;

/// Adds up the words of a search whose rows of data come in their order.
pub(super) struct Words<'k> {
    key: &'k Key,
    sum: Sum,
    pieces: Vec<Piece>,
    ways: Ways,
}

/// A piece: pages one after the other, with words in their order.
#[derive(Debug, Default)]
struct Piece {
    id: i64,
    next: i64,
    last: i64,
    word: Vec<u8>,
    row: i64,
    /// Whether a row of the word was met.
    met: bool,
    /// Where the word stands in the row, as far as it was read, and how many bytes of that are to come.
    places: Vec<u8>,
    left: usize,
}

impl<'k> Words<'k> {
    pub(super) fn of(key: &'k Key) -> Self {
        Self { key, sum: Sum::default(), pieces: Vec::new(), ways: Ways::default() }
    }

    /// Takes the next row of data. `None`: it is not as it should be.
    pub(super) fn take(&mut self, id: i64, block: &[u8]) -> Option<()> {
        match id {
            COUNTS => Some(()),
            STRUCTURE => {
                self.pieces = pieces(block)?;
                Some(())
            }
            _ if id >> 31 & 0x3f != 0 => {
                self.ways.long_list(id, block);
                Some(())
            }
            _ => {
                let piece = self.pieces.iter_mut().find(|piece| piece.id == id >> 37)?;
                if piece.next != id & 0x7fff_ffff {
                    return None;
                }
                piece.next += 1;
                piece.page(block, (self.key, &mut self.sum), &mut self.ways)
            }
        }
    }

    /// The sum, if all pieces have ended; and what leads to the words.
    pub(super) fn end(self) -> Option<(Sum, Ways)> {
        let ended = |piece: &Piece| piece.next == piece.last + 1 && piece.left == 0 && piece.met;
        self.pieces.iter().all(ended).then_some((self.sum, self.ways))
    }
}

fn pieces(block: &[u8]) -> Option<Vec<Piece>> {
    if block.get(4..8) == Some(&OTHER_VERSION[..]) {
        return None;
    }
    let mut at = 4;
    let mut number = || {
        let (number, long) = varint(block.get(at..)?)?;
        at += long;
        i64::try_from(number).ok()
    };
    let (levels, mut left, _written) = (number()?, number()?, number()?);
    let mut pieces = Vec::new();
    for _ in 0..levels {
        let (_merged, count) = (number()?, number()?);
        left -= count;
        for _ in 0..count {
            let (id, next, last) = (number()?, number()?, number()?);
            if next > 0 {
                pieces.push(Piece { id, next, last, ..Piece::default() });
            }
        }
    }
    (left == 0 && at == block.len()).then_some(pieces)
}

impl Piece {
    /// Reads a page: what is left of the last word, then words with their rows.
    fn page(&mut self, page: &[u8], (key, sum): (&Key, &mut Sum), ways: &mut Ways) -> Option<()> {
        let (before, number) = (self.word.clone(), self.next - 1);
        let (mut begins, mut continues) = (None, None);
        let end = u16_at(page, 2)?;
        let (mut at, mut starts) = (4, Starts { page: page.get(..)?, at: end, word: 0 });
        let (mut word, mut first_word, mut first_row) = (starts.next()?, true, None);
        while at < end {
            if self.left > 0 {
                let part = self.left.min(word.min(end).checked_sub(at)?);
                self.places.extend_from_slice(page.get(at..at + part).filter(|part| !part.is_empty())?);
                (at, self.left) = (at + part, self.left - part);
                if self.left == 0 {
                    sum.add(key.word(&self.word, self.row, &self.places));
                }
            } else if word == at {
                at = self.word(page, at, first_word)?;
                if first_word {
                    begins = Some(self.word.clone());
                }
                (word, first_word) = (starts.next()?, false);
            } else {
                let whole = first_word && first_row.is_none();
                if whole {
                    first_row = Some(at);
                }
                at = self.row(page, at, whole)?;
                if whole {
                    continues = Some(self.row);
                }
            }
        }
        let first = begins.as_deref().map(|word| (word, 1 + common(&before, word)));
        ways.page(Page { piece: self.id, number, word: first, row: continues });
        // The page says where its first row begins, if that is one of a word before.
        (at == end && word == NEVER && u16_at(page, 0)? == first_row.unwrap_or(0)).then_some(())
    }

    /// A word: the first of a page is written whole, another one from where it differs from the one before.
    fn word(&mut self, page: &[u8], mut at: usize, whole: bool) -> Option<usize> {
        let mut number = || {
            let (number, long) = varint(page.get(at..)?)?;
            at += long;
            usize::try_from(number).ok()
        };
        let same = if whole { 0 } else { number()? };
        let long = number()?;
        let rest = page.get(at..at.checked_add(long)?)?;
        let former = std::mem::take(&mut self.word);
        self.word.extend_from_slice(former.get(..same)?);
        self.word.extend_from_slice(rest);
        let follows = former.is_empty() || self.met && former < self.word;
        self.met = false;
        follows.then_some(at + long)
    }

    /// A row of the word, up to where the word stands in it: the first of the word or of a page is written whole.
    fn row(&mut self, page: &[u8], at: usize, whole: bool) -> Option<usize> {
        let (number, long) = varint(page.get(at..)?)?;
        let (size, longer) = varint(page.get(at + long..)?)?;
        let number = number.cast_signed();
        let row = if whole || !self.met { number } else { self.row.checked_add(number)? };
        let follows = !self.met || row > self.row;
        // An odd size is that of a row that was taken out.
        (self.row, self.met, self.left) = (row, true, usize::try_from(size / 2).ok()?);
        self.places.clear();
        (follows && size % 2 == 0 && self.left > 0 && !self.word.is_empty()).then_some(at + long + longer)
    }
}

/// With how many bytes two words begin alike.
fn common(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// Where the words of a page begin: told after them, each by how far it is from the one before.
struct Starts<'p> {
    page: &'p [u8],
    at: usize,
    word: usize,
}

impl Starts<'_> {
    fn next(&mut self) -> Option<usize> {
        if self.at == self.page.len() {
            return Some(NEVER);
        }
        let (far, long) = varint(self.page.get(self.at..)?)?;
        self.at += long;
        self.word = self.word.checked_add(usize::try_from(far).ok()?)?;
        Some(self.word)
    }
}
