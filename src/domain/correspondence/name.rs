//! An indicator's name as the words that it consists of, each with how much it says, and what of it an item repeats.
//!
//! Owns comparing two texts by their letters, so that a word is found wherever the dictionary would cut the item.

use super::lexicon::Lexicon;
use super::words;
use crate::domain::measure::squeeze;

/// Of a word's points, what a part of at least two of its characters is worth, and what a single character is.
const PART: u32 = 60;
const LETTER: u32 = 25;
/// Of a word's points, what a word that stands for it is worth.
const SYNONYM: u32 = 80;
/// Of a word's points, what it is worth as the abbreviation of a longer one (违建 of 违法建筑).
const ABBREVIATION: u32 = 100;
/// Of its points, what the last word of a name that says something counts: 票价 in 农村客运票价.
const HEAD: u32 = 140;
/// Stands where a text is interrupted; differs so that two interruptions are never alike.
const BREAK_IN_NAME: char = '\u{0}';
const BREAK_IN_ITEM: char = '\u{1}';
/// Characters of a text that are compared; nobody names an indicator longer.
const LONGEST: usize = 400;
/// Endings that say that something is counted; what stands before them is the word.
const COUNTING: [char; 8] = ['率', '数', '性', '度', '额', '量', '费', '者'];

/// A word of a name.
#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    /// The word without a counting end.
    stem: String,
    /// How much it says, in points of 100.
    points: u32,
}

/// A name that is compared with items.
#[derive(Debug)]
pub struct Name {
    letters: Vec<char>,
    words: Vec<Word>,
}

/// What an item repeats of a name.
#[derive(Debug, Default)]
pub struct Shared {
    /// Points found of each word of the name.
    pub points: Vec<u32>,
    /// The shared stretches that say something, as written in the name.
    pub words: Vec<String>,
    /// Words of the item that stand for words of the name.
    pub synonyms: Vec<(String, String)>,
}

impl Name {
    /// Cuts a name into its words.
    pub fn of(text: &str) -> Self {
        let letters = letters(text, BREAK_IN_NAME);
        let mut parts = Vec::new();
        let mut from = 0;
        for piece in letters.split(|c| *c == BREAK_IN_NAME) {
            let piece_text: String = piece.iter().collect();
            for cut in words::cut(&piece_text) {
                let length = cut.chars().count();
                parts.push(word(cut, from, length));
                from += length;
            }
            from += 1;
        }
        if let Some(head) = parts.iter_mut().rev().find(|word: &&mut Word| word.points > 0) {
            head.points = head.points * HEAD / 100;
        }
        Self { letters, words: parts }
    }

    /// How much the whole name says, in points; a name like 验收合格率 says little.
    pub fn points(&self) -> u32 {
        self.words.iter().map(|word| word.points).sum()
    }

    /// What an item repeats of the name.
    pub fn shared(&self, item: &Item) -> Shared {
        let mut covered = vec![false; self.letters.len()];
        let mut shared = Shared::default();
        for (start, end) in self.runs(item) {
            covered[start..end].fill(true);
            let says = self.words.iter().any(|word| word.points > 0 && word.start < end && word.end > start);
            if says {
                shared.words.push(self.letters[start..end].iter().collect());
            }
        }
        for word in &self.words {
            let found = covered[word.start..word.end].iter().filter(|covered| **covered).count();
            let worth = worth(word, found).max(if item.spells_out(&word.stem) { ABBREVIATION } else { 0 });
            let other = (worth < SYNONYM && word.points > 0).then(|| item.standing_for(&word.stem)).flatten();
            let worth = if other.is_some() { SYNONYM } else { worth };
            shared.points.push(word.points * worth / 100);
            shared.synonyms.extend(other.map(|other| (other.to_owned(), word.stem.clone())));
        }
        shared
    }

    /// The longest stretches of at least two characters that the item has too, from left to right.
    fn runs(&self, item: &Item) -> Vec<(usize, usize)> {
        let longest = longest(&self.letters, &item.letters);
        let (mut runs, mut at) = (Vec::new(), 0);
        while at < longest.len() {
            let (here, next) = (longest[at], longest.get(at + 1).copied().unwrap_or(0));
            if here < 2 || next > here {
                at += 1;
                continue;
            }
            runs.push((at, at + here));
            at += here;
        }
        runs
    }
}

/// What so many found characters of a word are worth, in points of 100.
fn worth(word: &Word, found: usize) -> u32 {
    match found {
        0 => 0,
        _ if found >= word.stem.chars().count() => 100,
        1 => LETTER,
        _ => PART,
    }
}

fn word(text: &str, start: usize, length: usize) -> Word {
    let lexicon = Lexicon::get();
    let stem = text.strip_suffix(COUNTING).filter(|stem| stem.chars().count() > 1).unwrap_or(text).to_owned();
    let points =
        if length < 2 { lexicon.weight(text).min(LETTER) } else { lexicon.weight(text).min(lexicon.weight(&stem)) };
    Word { start, end: start + length, stem, points }
}

/// For each place of a text, how long the stretch from there is that the other text has too.
fn longest(text: &[char], other: &[char]) -> Vec<usize> {
    let mut best = vec![0; text.len()];
    let mut below = vec![0_usize; other.len() + 1];
    for (at, letter) in text.iter().enumerate().rev() {
        let mut row = vec![0_usize; other.len() + 1];
        for (place, found) in other.iter().enumerate().rev() {
            if letter == found {
                row[place] = below[place + 1] + 1;
                best[at] = best[at].max(row[place]);
            }
        }
        below = row;
    }
    best
}

/// The letters of a text; figures and punctuation interrupt it.
fn letters(text: &str, interruption: char) -> Vec<char> {
    let letter = |c: char| if c.is_alphabetic() { c.to_ascii_lowercase() } else { interruption };
    squeeze(text).chars().take(LONGEST).map(letter).collect()
}

/// An item's text, ready to be compared with names.
#[derive(Debug)]
pub struct Item {
    letters: Vec<char>,
    /// The text in half-width characters without blanks.
    pub text: String,
}

impl Item {
    /// Prepares an item.
    pub fn of(text: &str) -> Self {
        Self { letters: letters(text, BREAK_IN_ITEM), text: squeeze(text) }
    }

    /// Whether one of some words stands in it.
    pub fn names(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.text.contains(word.as_str()))
    }

    /// Whether a word of two characters abbreviates four that stand in the item, by its first and third.
    fn spells_out(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let (Some(first), Some(second), None) = (letters.next(), letters.next(), letters.next()) else { return false };
        self.letters.windows(4).any(|four| four[0] == first && four[2] == second && !four.contains(&BREAK_IN_ITEM))
    }

    /// The word of the item that stands for another.
    fn standing_for(&self, word: &str) -> Option<&'static str> {
        let known = Lexicon::get().synonyms(word);
        known.iter().map(String::as_str).find(|other| self.text.contains(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_are_cut() {
        let cases = [
            ("奖补民办幼儿园数量", "对14所普惠性民办幼儿园按在园人数给予奖补", vec!["奖补", "民办幼儿园"]),
            ("学生营养膳食达标率", "为学生提供营养膳食", vec!["学生", "营养膳食"]),
            ("验收合格率", "建设实训基地2个", vec![]),
        ];
        for (name, item, words) in cases {
            assert_eq!(Name::of(name).shared(&Item::of(item)).words, words, "{name}");
        }
    }

    #[test]
    fn a_word_that_stands_for_another_counts_less() {
        let name = Name::of("供餐天数");
        let same = name.shared(&Item::of("每周供餐5天"));
        let other = name.shared(&Item::of("提供营养膳食"));
        assert!(
            same.points.iter().sum::<u32>() > other.points.iter().sum::<u32>() && other.points.iter().sum::<u32>() > 0
        );
        assert_eq!(other.synonyms, [("营养".to_owned(), "供餐".to_owned())]);
    }

    #[test]
    fn common_names_say_little() {
        assert!(Name::of("项目验收合格率").points() < Name::of("风力灭火机购置数量").points());
    }
}
