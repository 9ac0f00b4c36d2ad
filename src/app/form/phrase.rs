//! The list of the phrase book's sentences (`domain::phrase`), found by words or by pinyin initials.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

use crate::app::key::{Key, KeyCode};
use crate::app::line::Line;
use crate::domain::phrase::{Phrase, book};

/// The list of sentences, narrowed by what is typed.
#[derive(Debug)]
pub struct Picker {
    /// What is typed.
    pub line: Line,
    /// The place of the cursor among what is shown.
    pub cursor: usize,
    shown: Vec<usize>,
}

/// What a key did to the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// It stays.
    Nothing,
    /// It goes, with this sentence or without one.
    Done(Option<String>),
}

impl Default for Picker {
    fn default() -> Self {
        Self { line: Line::default(), cursor: 0, shown: (0..book().len()).collect() }
    }
}

impl Picker {
    /// The sentences that match.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &'static Phrase> + '_ {
        self.shown.iter().map(|place| &book()[*place])
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Picked {
        let last = self.shown.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Picked::Done(None),
            KeyCode::Enter => {
                let chosen = self.shown.get(self.cursor).map(|place| book()[*place].text.clone());
                return Picked::Done(chosen);
            }
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(last),
            KeyCode::PageUp => self.cursor = self.cursor.saturating_sub(8),
            KeyCode::PageDown => self.cursor = (self.cursor + 8).min(last),
            _ if self.line.key(key) => self.narrow(),
            _ => {}
        }
        Picked::Nothing
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        let words: Vec<_> = self.line.text().split_whitespace().map(matcher).collect();
        let matches = |phrase: &Phrase| {
            words.iter().all(|word| word.is_match(phrase.text.as_str()) || word.is_match(phrase.kind.as_str()))
        };
        let matching = book().iter().enumerate().filter(|(_, phrase)| matches(phrase));
        self.shown = matching.map(|(place, _)| place).collect();
        self.cursor = 0;
    }
}

/// Finds a word as written, or by the pinyin or the initials of its characters.
fn matcher(word: &str) -> IbMatcher<'_> {
    let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    IbMatcher::builder(word).pinyin(PinyinMatchConfig::notations(notations)).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<&'static str> {
        let mut picker = Picker::default();
        picker.paste(typed);
        picker.shown().map(|phrase| phrase.text.as_str()).collect()
    }

    #[test]
    fn the_book_has_the_typical_opinions_and_closed_slots() {
        for opinion in
            ["目标笼统", "预算与任务量脱节", "指标未量化", "易达成", "不可考核", "效益缺佐证", "满意度样本不足"]
        {
            assert!(!found(opinion).is_empty(), "{opinion}");
        }
        for phrase in book() {
            assert_eq!(phrase.text.matches('〔').count(), phrase.text.matches('〕').count(), "{}", phrase.text);
        }
    }

    #[test]
    fn sentences_are_found_by_words_and_by_initials() {
        assert!(found("wlh").contains(&found("未量化")[0]));
        assert_eq!(found("成本 空洞").len(), 1);
        assert!(found("zzzzz").is_empty());
    }

    #[test]
    fn enter_takes_and_escape_leaves() {
        let mut picker = Picker::default();
        picker.key(Key::from(KeyCode::Down));
        assert_eq!(picker.key(Key::from(KeyCode::Enter)), Picked::Done(Some(book()[1].text.clone())));
        assert_eq!(picker.key(Key::from(KeyCode::Esc)), Picked::Done(None));
        picker.paste("zzzz");
        assert_eq!(picker.key(Key::from(KeyCode::Enter)), Picked::Done(None));
    }
}
