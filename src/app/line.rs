//! A single line of text that is being typed: its text and its cursor, which stands between graphemes.
//!
//! Owns editing only; what the text means, and how it is drawn, is told elsewhere.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Key, KeyCode};

/// Graphemes that a line holds at most: a whole document that is pasted is no line, and the rest of it is left out.
const LONGEST: usize = 1000;

/// A single line of text with a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Byte offset of the cursor, always between graphemes.
    cursor: usize,
    /// Graphemes that it takes; what it was given with more stays whole.
    most: usize,
    /// Whether all of it is selected: what is typed takes its place, a move of the cursor keeps it.
    selected: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self::limited(LONGEST)
    }
}

impl Line {
    /// A line with a text, the cursor behind it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, ..Self::default() }
    }

    /// An empty line that takes at most so many graphemes.
    pub const fn limited(most: usize) -> Self {
        Self { text: String::new(), cursor: 0, most, selected: false }
    }

    /// Selects all of it, the cursor behind it.
    pub fn select(&mut self) {
        self.cursor = self.text.len();
        self.selected = !self.text.is_empty();
    }

    /// Selects nothing.
    pub const fn deselect(&mut self) {
        self.selected = false;
    }

    /// Whether all of it is selected.
    pub const fn is_selected(&self) -> bool {
        self.selected
    }

    /// How many graphemes of a text it has no room for.
    pub fn lacks_room_for(&self, text: &str) -> usize {
        Self::flat(text).graphemes(true).count().saturating_sub(self.room())
    }

    fn room(&self) -> usize {
        let used = if self.selected { 0 } else { self.text.graphemes(true).count() };
        self.most.saturating_sub(used)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts a text in the place of the old one, the cursor behind it.
    pub fn set(&mut self, text: impl Into<String>) {
        let text = text.into();
        *self = Self { cursor: text.len(), text, ..Self::limited(self.most) };
    }

    /// The text before the cursor, which tells the column where the cursor stands.
    pub fn before(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Whether nothing is typed.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// A text as a line holds it: line ends are spaces, other control characters are gone.
    pub fn flat(text: &str) -> String {
        let spaced = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        spaced.filter(|c| !c.is_control()).collect()
    }

    /// Inserts text at the cursor, as [`Line::flat`] has it and as far as there is room, in the place of what is selected.
    pub fn insert(&mut self, text: &str) {
        let flat = Self::flat(text);
        let end = flat.grapheme_indices(true).nth(self.room()).map_or(flat.len(), |(at, _)| at);
        if end == 0 {
            return;
        }
        if std::mem::take(&mut self.selected) {
            self.cut(0, self.text.len());
        }
        self.text.insert_str(self.cursor, &flat[..end]);
        self.cursor += end;
        self.rest();
    }

    /// A combining character joins what stands before it, or what follows joins the last one: the cursor goes behind the whole.
    fn rest(&mut self) {
        let at_end = self.cursor >= self.text.len();
        if !at_end && !self.text.grapheme_indices(true).any(|(at, _)| at == self.cursor) {
            self.cursor = self.next();
        }
    }

    /// Whether a key that is no text edits a line, so that it is not looked up as a command while one is typed.
    pub const fn edits(key: Key) -> bool {
        match key.code {
            KeyCode::Left | KeyCode::Right | KeyCode::Home | KeyCode::End | KeyCode::Backspace | KeyCode::Delete => {
                true
            }
            KeyCode::Char(c) => key.mods.ctrl && matches!(c, 'a' | 'e' | 'h' | 'k' | 'u' | 'w'),
            _ => false,
        }
    }

    /// Takes a key; returns whether the text changed.
    pub fn key(&mut self, key: Key) -> bool {
        let (before, cursor) = (self.text.len(), self.cursor);
        if let Some(typed) = key.text() {
            self.insert(typed.encode_utf8(&mut [0; 4]));
            return true;
        }
        let whole = self.selected;
        match (key.code, key.mods.ctrl, key.text()) {
            (KeyCode::Backspace | KeyCode::Delete, ..) | (KeyCode::Char('h'), true, _) if whole => {
                self.cut(0, self.text.len());
            }
            (KeyCode::Left, ..) if is_by_word(key) => self.cursor = self.word_before(),
            (KeyCode::Right, ..) if is_by_word(key) => self.cursor = self.word_after(),
            (KeyCode::Char('b'), false, _) => self.cursor = self.word_before(),
            (KeyCode::Char('f'), false, _) => self.cursor = self.word_after(),
            (KeyCode::Left, ..) => self.cursor = self.previous(),
            (KeyCode::Right, ..) => self.cursor = self.next(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, _) => self.cursor = 0,
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, _) => self.cursor = self.text.len(),
            (KeyCode::Backspace, ..) | (KeyCode::Char('h'), true, _) => self.cut(self.previous(), self.cursor),
            (KeyCode::Delete, ..) => self.cut(self.cursor, self.next()),
            (KeyCode::Char('u'), true, _) => self.cut(0, self.cursor),
            (KeyCode::Char('k'), true, _) => self.cut(self.cursor, self.text.len()),
            (KeyCode::Char('w'), true, _) => self.cut(self.word_before(), self.cursor),
            _ => {}
        }
        self.selected &= !Self::edits(key) && cursor == self.cursor;
        self.rest();
        before != self.text.len()
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.drain(from..to);
        self.cursor = from;
    }

    fn previous(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        let mut starts = self.text.grapheme_indices(true).map(|(at, _)| at);
        starts.find(|at| *at > self.cursor).unwrap_or(self.text.len())
    }

    fn word_before(&self) -> usize {
        let words = self.before().trim_end();
        words.split_word_bound_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.cursor..];
        let mut words = rest.split_word_bound_indices().skip_while(|(_, word)| word.trim().is_empty());
        words.next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }
}

/// Whether a key moves by words: Ctrl or Alt with an arrow.
const fn is_by_word(key: Key) -> bool {
    key.mods.ctrl || key.mods.alt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::Mods;

    fn typed(keys: &[Key]) -> (String, String) {
        let mut line = Line::new("绩效");
        for key in keys {
            line.key(*key);
        }
        (line.text().to_owned(), line.before().to_owned())
    }

    #[test]
    fn the_cursor_moves_by_graphemes() {
        let left = Key::from(KeyCode::Left);
        assert_eq!(typed(&[left]), ("绩效".into(), "绩".into()));
        assert_eq!(typed(&[left, Key::char('目')]), ("绩目效".into(), "绩目".into()));
        assert_eq!(typed(&[Key::from(KeyCode::Home), Key::from(KeyCode::Delete)]), ("效".into(), String::new()));
        assert_eq!(typed(&[Key::from(KeyCode::Backspace)]), ("绩".into(), "绩".into()));
        assert_eq!(typed(&[Key::ctrl('u')]), (String::new(), String::new()));
        assert_eq!(typed(&[left, left, left, Key::ctrl('k')]), (String::new(), String::new()));
    }

    #[test]
    fn combining_characters_stay_whole() {
        let mut line = Line::new("e");
        line.insert("\u{301}");
        assert_eq!(line.before(), "e\u{301}");
        line.key(Key::from(KeyCode::Backspace));
        assert!(line.is_empty());
    }

    #[test]
    fn pasted_lines_become_one_and_words_go_at_once() {
        let mut line = Line::default();
        line.insert("stage:desk\nunit:教育\u{7}");
        assert_eq!(line.text(), "stage:desk unit:教育");
        line.key(Key::ctrl('w'));
        assert!(line.text().len() < "stage:desk unit:教育".len());
        assert!(line.text().starts_with("stage:desk unit:"));
        line.set("stage:desk unit:教育");
        line.key(Key::alt('b'));
        line.key(Key::new(KeyCode::Left, Mods { ctrl: true, ..Mods::NONE }));
        assert!("stage:desk unit:".starts_with(line.before()), "{:?}", line.before());
        line.key(Key::alt('f'));
        assert!(!line.before().ends_with(' '));
        let held = Key::new(KeyCode::Char('x'), Mods { alt: true, ..Mods::NONE });
        assert!(!line.key(held));
    }

    #[test]
    fn what_is_selected_gives_way_to_what_is_typed_and_stays_when_the_cursor_moves() {
        let selected = |keys: &[Key]| {
            let mut line = Line::new("农村公路");
            line.select();
            for key in keys {
                line.key(*key);
            }
            line
        };
        assert_eq!(selected(&[Key::char('水'), Key::char('务')]).text(), "水务");
        assert_eq!(selected(&[Key::from(KeyCode::End), Key::char('水')]).text(), "农村公路水");
        assert_eq!(selected(&[Key::from(KeyCode::Left), Key::char('水')]).text(), "农村公水路");
        assert_eq!(selected(&[Key::from(KeyCode::Backspace)]).text(), "");
        assert_eq!(selected(&[Key::from(KeyCode::Delete)]).text(), "");
        let mut pasted = selected(&[]);
        assert!(pasted.is_selected());
        pasted.insert("县道\n乡道");
        assert_eq!((pasted.text(), pasted.is_selected()), ("县道 乡道", false));
    }

    #[test]
    fn a_full_line_takes_no_more_and_loses_nothing() {
        let mut line = Line::limited(4);
        line.insert("一二三四");
        line.key(Key::from(KeyCode::Home));
        line.key(Key::char('零'));
        assert_eq!((line.text(), line.before()), ("一二三四", ""));
        assert_eq!(line.lacks_room_for("五六"), 2);
        line.set("给的比写的长");
        line.key(Key::from(KeyCode::Backspace));
        assert_eq!(line.text(), "给的比写的", "what was there stays whole");
    }

    #[test]
    fn a_pasted_document_is_cut_to_a_line() {
        let mut line = Line::new("单位:");
        line.insert(&"教育\n".repeat(50_000));
        assert_eq!(line.text().graphemes(true).count(), LONGEST);
        assert_eq!(line.before(), line.text());
        line.key(Key::char('好'));
        assert_eq!(line.text().graphemes(true).count(), LONGEST);
    }
}
