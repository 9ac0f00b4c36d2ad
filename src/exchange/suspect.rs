//! Texts that no honest form holds: characters that steer a terminal or turn reading around, and texts longer than a cell can be.
//!
//! Such a text could show something else on screen and paper than it says, so the file is refused with the place. Characters that
//! only show nothing are dropped by [`super::sheet`] before.

use rust_i18n::t;

use super::sheet::Sheet;

/// The most characters that a cell of a spreadsheet holds.
const LONGEST: usize = 32_767;
/// Bytes beyond which a text need not be read on: it is too long already, whatever its characters.
pub const ENOUGH: usize = 4 * (LONGEST + 1);
/// The most faults told of one sheet.
const MOST_TOLD: usize = 10;

/// The faults of a sheet's texts: address and message.
pub fn faults(sheet: &Sheet) -> Vec<(String, String)> {
    if sheet.distinct().all(|text| fault(text).is_none()) {
        return Vec::new();
    }
    let found = sheet.texts().filter_map(|(row, col, text)| Some((row, col, fault(text)?)));
    found.take(MOST_TOLD).map(|(row, col, message)| (sheet.address(row, col), message)).collect()
}

/// A text as it can be shown: what would steer a terminal or turn reading around becomes a mark that says so.
pub fn shown(text: &str) -> String {
    text.chars().map(|c| if is_control(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn fault(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        let count = text.chars().count();
        if count > LONGEST {
            return Some(t!("exchange.text.long", count = count, limit = LONGEST).into_owned());
        }
    }
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return None;
    }
    let (at, c) = text.char_indices().find(|&(_, c)| is_control(c))?;
    // On one line, as everything that is told.
    let last: Vec<char> = text.get(..at)?.chars().rev().take(8).collect();
    let before: String = last.into_iter().rev().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let code = format!("U+{:04X}", u32::from(c));
    let word = if c.is_control() { t!("exchange.text.control") } else { t!("exchange.text.direction") };
    Some(t!("exchange.text.forbidden", kind = word, code = code, before = before).into_owned())
}

/// Control characters but tabs and line breaks, and those that turn the direction of what follows.
fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_texts_have_no_fault() {
        for text in ["受益人数\n其中:学生", "a\tb", "≥95%", "plain", "🙂"] {
            assert_eq!(fault(text), None, "{text:?}");
        }
    }

    #[test]
    fn steering_characters_and_long_texts_are_told() {
        rust_i18n::set_locale("zh");
        assert!(fault("项目\u{1b}[2J名称").is_some_and(|told| told.contains("U+001B") && told.contains("项目")));
        assert!(fault("金额\u{202e}001").is_some_and(|told| told.contains("U+202E")));
        assert!(fault("金额\t\n5\u{202e}").is_some_and(|told| told.contains("金额  5") && !told.contains('\n')));
        assert!(fault("\u{9b}31m").is_some() && fault("\0").is_some());
        assert!(fault(&"目".repeat(40_000)).is_some_and(|told| told.contains("40000")));
        assert_eq!(fault(&"目".repeat(30_000)), None);
        assert_eq!(shown("项目\u{1b}[2J\u{202e}名称\n甲"), "项目\u{fffd}[2J\u{fffd}名称\n甲");
    }
}
