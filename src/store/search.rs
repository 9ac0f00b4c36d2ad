//! Finding targets by pieces of their names: what goes into the full-text index, and how it is asked.
//!
//! Every character is a token, so that a phrase finds any piece of a name; pinyin initials lie in a column of their own.

use crate::domain::pinyin::Reader;
use crate::domain::text::letters;

/// Between two names of a column: it keeps a phrase from reaching over the end of a name. No name holds it, for it is no letter.
pub(super) const FENCE: char = '\u{10ffff}';
/// The same as a word of the index.
pub(super) const FENCE_WORD: &str = "xfencex";

/// A name as it goes into the index, word by word: its letters, and the initials of each of its readings with fences between.
#[derive(Debug)]
pub(super) struct Spelled {
    letters: Vec<char>,
    readings: Vec<char>,
}

impl Spelled {
    /// Spells a name.
    pub(super) fn of(name: &str, reader: &mut Reader) -> Self {
        let all = reader.initials(name);
        let mut readings = Vec::with_capacity(all.iter().map(|reading| reading.len() + 1).sum());
        all.iter().for_each(|reading| append(&mut readings, |into| put(into, reading)));
        let mut spelled = Vec::with_capacity(name.len() / 2);
        put(&mut spelled, name);
        Self { letters: spelled, readings }
    }
}

/// The words under which a target is indexed: names (project, unit, code), and the pinyin initials of project and unit.
pub(super) fn words(project: &Spelled, unit: &Spelled, code: Option<&str>) -> [Vec<char>; 2] {
    let mut names = Vec::with_capacity(64);
    names.extend_from_slice(&project.letters);
    names.push(FENCE);
    names.extend_from_slice(&unit.letters);
    names.push(FENCE);
    put(&mut names, code.unwrap_or_default());
    let mut initials = Vec::with_capacity(64);
    [project, unit].into_iter().for_each(|of| append(&mut initials, |into| into.extend_from_slice(&of.readings)));
    [names, initials]
}

/// Adds what somebody puts, with a fence before it where something stands on both sides.
fn append(words: &mut Vec<char>, put: impl FnOnce(&mut Vec<char>)) {
    let before = words.len();
    if before > 0 {
        words.push(FENCE);
    }
    let from = words.len();
    put(words);
    if words.len() == from {
        words.truncate(before);
    }
}

fn put(words: &mut Vec<char>, text: &str) {
    letters(text, |letter| words.push(letter));
}

/// Words as the text of a column.
pub(super) fn text(words: &[char]) -> String {
    let mut text = String::with_capacity(words.len() * 4);
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        match *word {
            FENCE => text.push_str(FENCE_WORD),
            letter => text.push(letter),
        }
    }
    text
}

/// The full-text question for a piece of a name; `None` when the text holds nothing to look for.
pub(super) fn question(text: &str) -> Option<String> {
    let phrase = spaced(text);
    if phrase.is_empty() {
        return None;
    }
    let by_initials = text.chars().all(|letter| letter.is_ascii_alphanumeric());
    let names = format!("names : \"{phrase}\"");
    Some(if by_initials { format!("{names} OR initials : \"{phrase}\"") } else { names })
}

fn spaced(name: &str) -> String {
    let mut words = Vec::new();
    put(&mut words, name);
    text(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_reaches_over_the_end_of_a_name() {
        let mut reader = Reader::default();
        let mut spelled = |name: &str| Spelled::of(name, &mut reader);
        let (road, unit, none) = (spelled("重修路"), spelled("交通局（本级）"), spelled("。"));
        let indexed = |project, unit, code| words(project, unit, code).map(|column| text(&column));
        let [names, initials] = indexed(&road, &unit, Some("07A"));
        assert_eq!(names, "重 修 路 xfencex 交 通 局 本 级 xfencex 0 7 a");
        assert_eq!(initials, "z x l xfencex c x l xfencex j t j b j");
        assert_eq!(indexed(&none, &unit, None), ["xfencex 交 通 局 本 级 xfencex", "j t j b j"]);
        assert_eq!(indexed(&road, &none, None)[1], "z x l xfencex c x l");
        assert_eq!(indexed(&none, &none, None)[1], "");
    }

    #[test]
    fn a_question_cannot_break_out_of_its_quotes() {
        assert_eq!(question("营养\" OR x").as_deref(), Some("names : \"营 养 o r x\""));
        assert_eq!(question("yyss").as_deref(), Some("names : \"y y s s\" OR initials : \"y y s s\""));
        assert_eq!(question("。"), None);
    }
}
