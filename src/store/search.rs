//! Finding targets by pieces of their names: what goes into the full-text index, and how it is asked.
//!
//! Every character is a token, so that a phrase finds any piece of a name; pinyin initials lie in a column of their own.

use crate::domain::pinyin::initials;
use crate::domain::text::letters;

/// A token that no name holds: it keeps a phrase from reaching over the end of a name.
const FENCE: &str = " xfencex ";

/// A name as it goes into the index: its letters, and the initials of each of its readings.
#[derive(Debug)]
pub(super) struct Spelled {
    letters: String,
    readings: Vec<String>,
}

impl Spelled {
    /// Spells a name.
    pub(super) fn of(name: &str) -> Self {
        Self { letters: spaced(name), readings: initials(name).iter().map(|reading| spaced(reading)).collect() }
    }
}

/// The texts under which a target is indexed: names (project, unit, code), and the pinyin initials of project and unit.
pub(super) fn index_text(project: &str, unit: &Spelled, code: Option<&str>) -> (String, String) {
    let project = Spelled::of(project);
    let names = [&project.letters, &unit.letters, &spaced(code.unwrap_or_default())].map(String::as_str).join(FENCE);
    let readings: Vec<_> = project.readings.iter().chain(&unit.readings).map(String::as_str).collect();
    (names, readings.join(FENCE))
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

fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    letters(text, |letter| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push(letter);
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_cannot_break_out_of_its_quotes() {
        assert_eq!(question("营养\" OR x").as_deref(), Some("names : \"营 养 o r x\""));
        assert_eq!(question("yyss").as_deref(), Some("names : \"y y s s\" OR initials : \"y y s s\""));
        assert_eq!(question("。"), None);
    }
}
