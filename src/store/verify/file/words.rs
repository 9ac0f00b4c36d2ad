//! The words of the search as they lie in its table of data, added up: of each word and row, where the word stands in the row.
//!
//! The format is that of SQLite's fts5 (described at the head of its fts5_index.c). How words are found there (the index of its pages, and of long lists of
//! rows) is looked at by `ways`. Names that were changed leave marks in newer pieces: that what older ones say of a word and a row holds no more. Which rows those
//! are is known when all pages have been read; where there are any the pages are read once more, and of each word of such a row the newest piece counts.

use std::collections::{HashMap, HashSet};

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
    pieces: Vec<Piece>,
    told: Told<'k>,
}

/// What all pieces say.
pub(super) struct Told<'k> {
    key: &'k Key,
    /// Of each word and row, where the word stands in the row.
    pub(super) sum: Sum,
    /// What leads to the words.
    pub(super) ways: Ways,
    /// The rows that have marks.
    pub(super) marked: Marked,
    /// All of them, where they are known already.
    known: &'k Marked,
    /// Of each word and marked row, by the hash of these, what the newest piece says, and how many pieces are newer.
    newest: HashMap<u64, (usize, Option<u64>)>,
}

/// Rows whose words were changed: newer pieces say of some of them that what older ones have holds no more.
pub(super) type Marked = HashSet<i64>;

impl Told<'_> {
    /// Adds the row that a piece has read.
    fn row(&mut self, of: &Piece) {
        let hash = self.key.word(&of.word, of.row, &of.places);
        if self.known.contains(&of.row) { self.newer(of, Some(hash)) } else { self.sum.add(hash) }
    }

    /// Keeps the mark that a piece has met.
    fn mark(&mut self, of: &Piece) {
        self.marked.insert(of.row);
        if self.known.contains(&of.row) && of.left == 0 {
            self.newer(of, None);
        }
    }

    /// Of a marked row the newest piece counts.
    fn newer(&mut self, of: &Piece, says: Option<u64>) {
        let newest = self.newest.entry(self.key.word(&of.word, of.row, &[])).or_insert((of.age, says));
        if of.age < newest.0 {
            *newest = (of.age, says);
        }
    }
}

/// A piece: pages one after the other, with words in their order.
#[derive(Debug, Default)]
struct Piece {
    id: i64,
    /// How many pieces are newer.
    age: usize,
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
    /// `known` are the rows with marks; none until they are known.
    pub(super) fn of(key: &'k Key, known: &'k Marked) -> Self {
        let (sum, ways, marked, newest) = (Sum::default(), Ways::default(), Marked::default(), HashMap::new());
        Self { pieces: Vec::new(), told: Told { key, sum, ways, marked, known, newest } }
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
                self.told.ways.long_list(id, block);
                Some(())
            }
            _ => {
                let piece = self.pieces.iter_mut().find(|piece| piece.id == id >> 37)?;
                if piece.is_over() {
                    return Some(());
                }
                if piece.next != id & 0x7fff_ffff {
                    return None;
                }
                piece.next += 1;
                piece.page(block, &mut self.told)
            }
        }
    }

    /// What they say, if all have ended.
    pub(super) fn end(mut self) -> Option<Told<'k>> {
        let ended = |piece: &Piece| piece.next == piece.last + 1 && piece.left == 0 && piece.met || piece.is_over();
        self.told.newest.values().filter_map(|(_, says)| *says).for_each(|hash| self.told.sum.add(hash));
        self.pieces.iter().all(ended).then_some(self.told)
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
    let (mut pieces, mut merging) = (Vec::new(), 0);
    for _ in 0..levels {
        // Pieces are merged into one of the next level.
        let into = merging;
        let count;
        (merging, count) = (number()?, number()?);
        if merging > count || into > 0 && count == 0 {
            return None;
        }
        left = left.checked_sub(count)?;
        // The levels come from the newest to the oldest, the pieces of each the other way round.
        let newer = pieces.len();
        for _ in 0..count {
            let (id, next, last) = (number()?, number()?, number()?);
            pieces.push(Piece { id, next, last, ..Piece::default() });
        }
        let of_level = pieces.len() - newer;
        (0..).zip(&mut pieces[newer..]).for_each(|(place, piece)| piece.age = newer + of_level - 1 - place);
    }
    (left == 0 && merging == 0 && at == block.len()).then_some(pieces)
}

impl Piece {
    /// Whether all of it is in the piece already that it is being merged into: its pages lie there until that is done, and say nothing.
    const fn is_over(&self) -> bool {
        self.next == 0 && self.last == 0
    }

    /// Reads a page: what is left of the last word, then words with their rows.
    fn page(&mut self, page: &[u8], told: &mut Told<'_>) -> Option<()> {
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
                    told.row(self);
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
                at = self.row(page, at, whole, told)?;
                if whole {
                    continues = Some(self.row);
                }
            }
        }
        let first = begins.as_deref().map(|word| (word, 1 + common(&before, word)));
        told.ways.page(Page { piece: self.id, number, word: first, row: continues });
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
    fn row(&mut self, page: &[u8], at: usize, whole: bool, told: &mut Told<'_>) -> Option<usize> {
        let (number, long) = varint(page.get(at..)?)?;
        let (size, longer) = varint(page.get(at + long..)?)?;
        let number = number.cast_signed();
        let row = if whole || !self.met { number } else { self.row.checked_add(number)? };
        let follows = !self.met || row > self.row;
        (self.row, self.met, self.left) = (row, true, usize::try_from(size / 2).ok()?);
        self.places.clear();
        // An odd size says that what older pieces have of it holds no more; places that follow hold instead.
        let marks = size % 2 == 1;
        if marks {
            told.mark(self);
        }
        (follows && (marks || self.left > 0) && !self.word.is_empty()).then_some(at + long + longer)
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

#[cfg(test)]
mod tests;
