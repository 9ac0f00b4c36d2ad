//! How words are found in the search: what leads to its pages, and into lists of rows that lie on many of them.
//!
//! SQLite's own check reads all words a second time for that. Here it is worked out from the pages, when their words are read, what leads to them, as fts5
//! writes it (at the head of its fts5_index.c, and where it writes a page). What is not exactly so is left to that check.

use crate::store::page::put_varint;

/// So many pages without a word make a list of rows long.
const LONG: usize = 4;
/// What leads into a long list lies on one page if it is shorter than this, in bytes.
const ONE_PAGE: usize = 4000;

/// What leads to the words, page by page.
#[derive(Debug, Default)]
pub(super) struct Ways {
    all: Vec<Way>,
    /// How many of them have been found.
    found: usize,
    /// Whether something is not as it is worked out here.
    otherwise: bool,
}

/// The way to a page on which a word begins.
#[derive(Debug)]
struct Way {
    piece: i64,
    page: i64,
    /// The first word of the page, and by how much of it it is told from the word before.
    word: Vec<u8>,
    least: usize,
    /// Pages after it on which no word begins.
    empty: usize,
    /// What leads into the rows of its last word on the pages after it, and the last row told there.
    rows: Vec<u8>,
    last: i64,
    led_into: bool,
}

/// A page of words: the piece, its number, the first word that begins there with what tells it from the word before, and the first row of a word that began
/// before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) piece: i64,
    pub(super) number: i64,
    pub(super) word: Option<(&'p [u8], usize)>,
    pub(super) row: Option<i64>,
}

impl Ways {
    /// Takes the next page of words.
    pub(super) fn page(&mut self, page: Page<'_>) {
        if let Some(way) = self.all.last_mut().filter(|way| way.piece == page.piece) {
            way.goes_on(page);
        }
        if let Some((word, least)) = page.word {
            let (piece, page, word) = (page.piece, page.number, word.to_vec());
            let (empty, rows, last, led_into) = (0, Vec::new(), 0, false);
            self.all.push(Way { piece, page, word, least, empty, rows, last, led_into });
        }
    }

    /// Takes a page that leads into a long list of rows.
    pub(super) fn long_list(&mut self, id: i64, block: &[u8]) {
        let (piece, height, page) = (id >> 37, id >> 31 & 0x1f, id & 0x7fff_ffff);
        let way = self.all.binary_search_by_key(&(piece, page), |way| (way.piece, way.page)).ok();
        match way.and_then(|way| self.all.get_mut(way)) {
            Some(way) if height == 0 && way.is_long() && way.rows == block && !way.led_into => way.led_into = true,
            _ => self.otherwise = true,
        }
    }

    /// Takes the next row of the index of pages: the piece, how the page's first word begins, twice the page's number and one more where its last
    /// word has a long list of rows.
    pub(super) fn index(&mut self, piece: i64, begins: &[u8], number: i64) {
        let told = |way: &Way| {
            let begins =
                way.word.starts_with(begins) && (begins.len() >= way.least || begins.is_empty() && way.page == 1);
            begins && (way.piece, way.page) == (piece, number >> 1) && way.is_long() == (number & 1 == 1)
        };
        self.otherwise |= !self.all.get(self.found).is_some_and(told);
        self.found += 1;
    }

    /// Whether every word is found, surely.
    pub(super) fn are_right(&self) -> bool {
        let led_into = self.all.iter().all(|way| way.led_into == way.is_long());
        !self.otherwise && led_into && self.found == self.all.len()
    }
}

impl Way {
    /// Another page, up to its first word.
    fn goes_on(&mut self, page: Page<'_>) {
        let none = page.word.is_none();
        match page.row {
            Some(row) if self.rows.is_empty() => {
                [0, page.number, row].into_iter().for_each(|number| put_varint(&mut self.rows, number.cast_unsigned()));
            }
            Some(row) => put_varint(&mut self.rows, row.wrapping_sub(self.last).cast_unsigned()),
            None if none && !self.rows.is_empty() => self.rows.push(0),
            None => {}
        }
        self.last = page.row.unwrap_or(self.last);
        self.empty += usize::from(none);
    }

    /// Whether something leads into the rows of its last word.
    fn is_long(&self) -> bool {
        self.empty >= LONG && !self.rows.is_empty() && self.rows.len() < ONE_PAGE
    }
}
