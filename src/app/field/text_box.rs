//! A field of several lines. The editing itself is `tui_textarea`'s; added here are steps by whole graphemes, rows as
//! wide as the field, undo by what was typed in one go, a greatest length, and slots of phrases.
//!
//! A slot is a part in 〔 〕 that a phrase leaves open: inserting a phrase puts the cursor on the first one, and what is
//! typed next takes its place.

use rust_i18n::t;
use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::rows::{Row, columns, rows};
use super::{Took, is_redo, is_undo};
use crate::app::key::{Key, KeyCode};

/// Edits kept for undo.
const UNDO: usize = 10_000;

/// What the last edit was: edits of one kind in a row are undone together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Typing,
    Deleting,
    Other,
}

/// A field of several lines.
#[derive(Debug)]
pub struct TextBox {
    area: TextArea<'static>,
    most: usize,
    /// How many edits of the library each step of undo takes back, and of redo.
    undo: Vec<usize>,
    redo: Vec<usize>,
    last: Last,
    /// The column that moving up and down keeps to.
    goal: Option<usize>,
    /// Whether the cursor stands before a slot that typing replaces.
    slot: bool,
}

impl TextBox {
    /// An empty field for at most so many characters.
    pub fn new(most: usize) -> Self {
        let area = fresh(Vec::new());
        Self { area, most, undo: Vec::new(), redo: Vec::new(), last: Last::Other, goal: None, slot: false }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing but space is in it.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// The rows in a number of columns.
    pub fn rows(&self, width: usize) -> Vec<Row> {
        rows(self.lines(), width)
    }

    /// The cursor: its line, and the byte in it.
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, byte_of(&self.lines()[cursor.0], cursor.1))
    }

    /// Puts a text in, as if it had always been there.
    pub fn set(&mut self, text: &str) {
        let most = self.most;
        *self = Self::new(most);
        self.area = fresh(clean(text).split('\n').map(str::to_owned).collect());
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Ends what is typed in one go.
    pub const fn pause(&mut self) {
        self.last = Last::Other;
        self.goal = None;
    }

    /// How many characters of a text it has no room for.
    pub(super) fn lacks_room_for(&self, text: &str) -> usize {
        let slot = self.slot_here().filter(|_| self.slot).unwrap_or(0);
        clean(text).graphemes(true).count().saturating_sub(self.room(slot))
    }

    fn room(&self, slot: usize) -> usize {
        let used = self.lines().iter().map(|line| line.graphemes(true).count() + 1).sum::<usize>() - 1;
        (self.most + slot).saturating_sub(used)
    }

    /// Takes pasted text as one step of undo.
    pub fn paste(&mut self, text: &str) -> bool {
        self.last = Last::Other;
        let changed = self.insert(&clean(text));
        self.last = Last::Other;
        changed
    }

    /// Puts a text on lines of its own before all that is there, as one step of undo; the cursor stays at the end.
    pub fn before(&mut self, text: &str) {
        self.slot = false;
        self.go(0, 0);
        let end = if self.is_blank() { "" } else { "\n" };
        self.paste(&format!("{text}{end}"));
        let (line, byte) = self.end();
        self.go(line, byte);
    }

    /// Inserts a phrase on a line of its own if there is text already, and goes to its first slot.
    pub fn phrase(&mut self, text: &str) {
        let (line, byte) = self.cursor();
        let apart = !self.lines()[line][..byte].trim().is_empty();
        let start = self.characters_before();
        let before = self.lines().len();
        self.last = Last::Other;
        self.insert(&format!("{}{}", if apart { "\n" } else { "" }, clean(text)));
        self.last = Last::Other;
        if text.contains('〔') && (self.characters_before() > start || self.lines().len() > before) {
            let (line, from) = if apart { (line + 1, 0) } else { (line, byte) };
            self.go(line, from);
            self.next_slot();
        }
    }

    /// Adds a sentence at the end, on its own line, and goes to its first slot. Several sentences are numbered: the second one makes
    /// the lines that stand already items 1, 2, …, unless they are.
    pub fn item(&mut self, text: &str) {
        self.slot = false;
        if !self.is_blank() {
            let next = self.numbered();
            let last = self.lines().len() - 1;
            self.go(last, self.lines()[last].len());
            return self.phrase(&format!("{next}.{text}"));
        }
        self.phrase(text);
    }

    /// Numbers the lines, unless some are numbered; returns the number of the next one.
    fn numbered(&mut self) -> usize {
        let number = |line: &String| {
            let (head, rest) = line.trim_start().split_once(['.', '．', '、'])?;
            let is_decimal = rest.starts_with(|c: char| c.is_ascii_digit());
            head.parse::<usize>().ok().filter(|_| !is_decimal)
        };
        if let Some(most) = self.lines().iter().filter_map(number).max() {
            return most.saturating_add(1);
        }
        let filled: Vec<usize> =
            (0..self.lines().len()).filter(|line| !self.lines()[*line].trim().is_empty()).collect();
        for (place, line) in filled.iter().enumerate() {
            self.go(*line, 0);
            self.last = Last::Other;
            self.insert(&format!("{}.", place + 1));
        }
        filled.len() + 1
    }

    fn characters_before(&self) -> usize {
        let (line, byte) = self.cursor();
        self.lines()[..line].iter().map(String::len).sum::<usize>() + byte
    }

    /// Goes to the next slot, round the end; returns whether there is one.
    pub fn next_slot(&mut self) -> bool {
        let (line, byte) = self.cursor();
        let here = byte + if self.slot { '〔'.len_utf8() } else { 0 };
        let lines = self.lines();
        let count = lines.len();
        let found = (0..=count).find_map(|step| {
            let place = (line + step) % count;
            let from = if step == 0 { here.min(lines[place].len()) } else { 0 };
            lines[place][from..].find('〔').map(|at| (place, from + at))
        });
        if let Some((line, byte)) = found {
            self.go(line, byte);
            self.pause();
            self.slot = self.slot_here().is_some();
        }
        found.is_some()
    }

    /// How many characters the slot at the cursor has.
    fn slot_here(&self) -> Option<usize> {
        let (line, byte) = self.cursor();
        let rest = &self.lines()[line][byte..];
        let end = rest.starts_with('〔').then(|| rest.find('〕'))??;
        Some(rest[..end].chars().count() + 1)
    }

    /// The bytes of the current line that the slot at the cursor takes, for marking it.
    pub fn slot(&self) -> Option<(usize, usize, usize)> {
        let (line, byte) = self.cursor();
        let count = self.slot_here().filter(|_| self.slot)?;
        let length = self.lines()[line][byte..].chars().take(count).map(char::len_utf8).sum::<usize>();
        Some((line, byte, byte + length))
    }

    /// What is wrong with it: a slot that is still open.
    pub fn problem(&self) -> Option<String> {
        let open = self.lines().iter().find_map(|line| {
            let from = line.find('〔')?;
            let to = from + line[from..].find('〕')?;
            Some(line[from..to].to_owned() + "〕")
        });
        open.map(|slot| t!("field.open-slot", slot = slot).into_owned())
    }

    pub(super) fn key(&mut self, key: Key, width: usize) -> Took {
        if is_undo(key) {
            return self.step(true);
        }
        if is_redo(key) {
            return self.step(false);
        }
        if let Some(typed) = key.text() {
            return self.typed(typed);
        }
        if let Some((line, byte)) = self.target(key, width) {
            let vertical = matches!(key.code, KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown);
            self.goal = self.goal.filter(|_| vertical).or_else(|| vertical.then(|| self.column(width)));
            self.go(line, byte);
            (self.last, self.slot) = (Last::Other, false);
            return Took::Moved;
        }
        if key.code == KeyCode::Char('n') && key.mods.alt {
            return if self.next_slot() { Took::Moved } else { Took::Nothing };
        }
        match self.deletion(key) {
            Some(true) => Took::Changed,
            Some(false) => Took::Moved,
            None => Took::Nothing,
        }
    }

    fn typed(&mut self, typed: char) -> Took {
        if self.last != Last::Typing {
            self.last = Last::Other;
        }
        let changed = self.insert(typed.encode_utf8(&mut [0; 4]));
        // A mark ends a clause: what follows it is undone by itself.
        self.last = if typed.is_alphanumeric() { Last::Typing } else { Last::Other };
        if changed { Took::Changed } else { Took::Nothing }
    }

    /// Breaks the line at the cursor.
    pub fn newline(&mut self) {
        self.last = Last::Other;
        self.insert("\n");
        self.last = Last::Other;
    }

    /// Inserts text in the place of the slot at the cursor, as far as there is room.
    fn insert(&mut self, text: &str) -> bool {
        let slot = self.slot_here().filter(|_| self.slot);
        let room = self.room(slot.unwrap_or(0));
        let end = text.grapheme_indices(true).nth(room).map_or(text.len(), |(at, _)| at);
        if end == 0 {
            return false;
        }
        let cleared = usize::from(slot.is_some_and(|count| self.area.delete_str(count)));
        let inserted = usize::from(self.area.insert_str(&text[..end]));
        self.slot = false;
        self.edited(Last::Typing, cleared + inserted);
        self.rest_between_graphemes();
        true
    }

    /// A combining character joins what stands before or behind: the cursor goes behind the whole.
    fn rest_between_graphemes(&mut self) {
        let (line, byte) = self.cursor();
        let text = &self.lines()[line];
        let between = |at: usize| at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at);
        if let Some(next) = (byte..=text.len()).find(|at| between(*at)).filter(|next| *next != byte) {
            self.go(line, next);
        }
    }

    fn edited(&mut self, kind: Last, edits: usize) {
        if edits == 0 {
            return;
        }
        match self.undo.last_mut() {
            Some(unit) if self.last == kind && kind != Last::Other => *unit += edits,
            _ => self.undo.push(edits),
        }
        self.redo.clear();
        (self.last, self.goal) = (kind, None);
    }

    fn step(&mut self, back: bool) -> Took {
        let unit = if back { self.undo.pop() } else { self.redo.pop() };
        let Some(unit) = unit else { return Took::Moved };
        for _ in 0..unit {
            _ = if back { self.area.undo() } else { self.area.redo() };
        }
        let other = if back { &mut self.redo } else { &mut self.undo };
        other.push(unit);
        self.rest_between_graphemes();
        (self.last, self.goal, self.slot) = (Last::Other, None, false);
        Took::Changed
    }

    /// Where a key moves the cursor to: line and byte.
    fn target(&self, key: Key, width: usize) -> Option<(usize, usize)> {
        let (line, byte) = self.cursor();
        let text = &self.lines()[line];
        let by_word = key.mods.ctrl || key.mods.alt;
        Some(match (key.code, key.mods.ctrl, key.mods.alt) {
            (KeyCode::Home, true, _) => (0, 0),
            (KeyCode::End, true, _) => self.end(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, _) => (line, 0),
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, _) => (line, text.len()),
            (KeyCode::Left, ..) if by_word => self.word_back(line, byte),
            (KeyCode::Right, ..) if by_word => self.word_on(line, byte),
            (KeyCode::Char('b'), _, true) => self.word_back(line, byte),
            (KeyCode::Char('f'), _, true) => self.word_on(line, byte),
            (KeyCode::Left, ..) => self.back(line, byte),
            (KeyCode::Right, ..) => self.on(line, byte),
            (KeyCode::Up, ..) => self.vertical(width, -1)?,
            (KeyCode::Down, ..) => self.vertical(width, 1)?,
            (KeyCode::PageUp, ..) => self.vertical(width, -10).unwrap_or((0, 0)),
            (KeyCode::PageDown, ..) => self.vertical(width, 10).unwrap_or_else(|| self.end()),
            _ => return None,
        })
    }

    fn end(&self) -> (usize, usize) {
        let last = self.lines().len() - 1;
        (last, self.lines()[last].len())
    }

    fn back(&self, line: usize, byte: usize) -> (usize, usize) {
        match self.lines()[line][..byte].grapheme_indices(true).next_back() {
            Some((at, _)) => (line, at),
            None if line > 0 => (line - 1, self.lines()[line - 1].len()),
            None => (line, 0),
        }
    }

    fn on(&self, line: usize, byte: usize) -> (usize, usize) {
        match self.lines()[line][byte..].graphemes(true).next() {
            Some(grapheme) => (line, byte + grapheme.len()),
            None if line + 1 < self.lines().len() => (line + 1, 0),
            None => (line, byte),
        }
    }

    fn word_back(&self, line: usize, byte: usize) -> (usize, usize) {
        let words = self.lines()[line][..byte].trim_end();
        match words.split_word_bound_indices().next_back() {
            Some((at, _)) => (line, at),
            None => self.back(line, 0),
        }
    }

    fn word_on(&self, line: usize, byte: usize) -> (usize, usize) {
        let rest = &self.lines()[line][byte..];
        let mut words = rest.split_word_bound_indices().skip_while(|(_, word)| word.trim().is_empty());
        match words.next() {
            Some((at, word)) => (line, byte + at + word.len()),
            None if rest.is_empty() => self.on(line, byte),
            None => (line, byte + rest.len()),
        }
    }

    /// The place some rows up or down, in the same column if it can be; none when there is no row that way.
    fn vertical(&self, width: usize, by: isize) -> Option<(usize, usize)> {
        let (line, byte) = self.cursor();
        let rows = self.rows(width);
        let here = rows.iter().position(|row| row.holds(line, byte))?;
        let to = here.saturating_add_signed(by).min(rows.len() - 1);
        if to == here {
            return None;
        }
        let goal = self.goal.unwrap_or_else(|| self.column(width));
        let row = rows[to];
        let text = &self.lines()[row.line][row.from..row.to];
        let mut used = 0;
        let at = text.grapheme_indices(true).find(|(_, grapheme)| {
            used += columns(grapheme);
            used > goal
        });
        let end = if row.last { text.len() } else { text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at) };
        Some((row.line, row.from + at.map_or(end, |(at, _)| at)))
    }

    /// The column of the cursor in its row.
    fn column(&self, width: usize) -> usize {
        let (line, byte) = self.cursor();
        let row = self.rows(width).into_iter().find(|row| row.holds(line, byte));
        row.map_or(0, |row| self.lines()[line][row.from..byte].graphemes(true).map(columns).sum())
    }

    fn go(&mut self, line: usize, byte: usize) {
        let column = self.lines()[line][..byte].chars().count();
        let short = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(short(line), short(column)));
    }

    /// Whether a key deletes, and if so, whether there was anything to delete.
    fn deletion(&mut self, key: Key) -> Option<bool> {
        let (line, byte) = self.cursor();
        let (from, to) = match (key.code, key.mods.ctrl) {
            (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => (self.back(line, byte), (line, byte)),
            (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => ((line, byte), self.on(line, byte)),
            (KeyCode::Char('w'), true) => (self.word_back(line, byte), (line, byte)),
            (KeyCode::Char('u'), true) => ((line, 0), (line, byte)),
            (KeyCode::Char('k'), true) => ((line, byte), (line, self.lines()[line].len())),
            _ => return None,
        };
        let single = matches!(key.code, KeyCode::Backspace | KeyCode::Delete);
        if self.last != Last::Deleting || !single {
            self.last = Last::Other;
        }
        self.slot = false;
        Some(self.cut(from, to))
    }

    fn cut(&mut self, from: (usize, usize), to: (usize, usize)) -> bool {
        let count = if from.0 == to.0 { self.lines()[from.0][from.1..to.1].chars().count() } else { 1 };
        if count == 0 {
            return false;
        }
        self.go(from.0, from.1);
        let edits = usize::from(self.area.delete_str(count));
        self.edited(Last::Deleting, edits);
        self.rest_between_graphemes();
        edits > 0
    }
}

fn fresh(lines: Vec<String>) -> TextArea<'static> {
    let mut area = TextArea::new(lines);
    area.set_max_histories(UNDO);
    area
}

/// Text without control characters but line ends; tabs are spaces.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}
