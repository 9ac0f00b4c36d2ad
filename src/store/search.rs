//! Finding targets by pieces of their names: what goes into the full-text index, and how it is asked.
//!
//! Every character is a token, so that a phrase finds any piece of a name; pinyin initials lie in a column of their own.

use crate::domain::pinyin::initials;
use crate::domain::text::letters;

/// A token that no name holds: it keeps a phrase from reaching over the end of a name.
const FENCE: &str = " xfencex ";

/// The texts under which a target is indexed: names (project, unit, code), and the pinyin initials of project and unit.
pub(super) fn index_text(project: &str, unit: &str, code: Option<&str>) -> (String, String) {
    let names = [project, unit, code.unwrap_or_default()].map(spaced).join(FENCE);
    let readings = [project, unit].into_iter().flat_map(initials).map(|reading| spaced(&reading));
    (names, readings.collect::<Vec<_>>().join(FENCE))
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
