//! How sure it is that every terminal draws a symbol as wide as it is counted here.
//!
//! Terminals disagree about ambiguous characters, emoji, combining marks, whatever is newer than their tables, and,
//! with fonts made for Chinese, even about accented letters. Sure are only ASCII and the wide scripts; after
//! everything else the backend moves the cursor, so that a disagreement never reaches the next cell.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What is to be written for a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol<'a> {
    /// The text; never a control character.
    pub(super) text: &'a str,
    /// How many columns it is counted as, 1 or 2.
    pub(super) width: u16,
    /// Whether every terminal agrees.
    pub(super) certain: bool,
}

impl<'a> Symbol<'a> {
    const BLANK: Self = Symbol { text: " ", width: 1, certain: true };

    /// Reads the text of a cell. What would write nothing, or control the terminal, becomes a blank.
    pub(super) fn of(text: &'a str) -> Self {
        match text.as_bytes() {
            [b' '..=b'~'] => return Self { text, ..Self::BLANK },
            // U+5000 to U+9FFF, most of Chinese writing: nothing needs to be looked up.
            [0xe5..=0xe9, _, _] => return Self { text, width: 2, certain: true },
            _ => {}
        }
        if text.chars().any(char::is_control) {
            return Self::BLANK;
        }
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Self::of_char(c, text),
            _ => match u16::try_from(text.width()) {
                Ok(width @ 1..) => Self { text, width, certain: false },
                _ => Self::BLANK,
            },
        }
    }

    fn of_char(c: char, text: &'a str) -> Self {
        match c.width() {
            Some(2) => Self { text, width: 2, certain: is_wide_script(c) },
            Some(1) => Self { text, width: 1, certain: false },
            // Half-width sound marks: counted as 0 by the tables, drawn as 1 by terminals.
            _ if matches!(c, '\u{ff9e}' | '\u{ff9f}') => Self { text, width: 1, certain: false },
            _ => Self::BLANK,
        }
    }
}

/// Scripts and punctuation that are East Asian Wide or Fullwidth and that no terminal draws as pictures.
const fn is_wide_script(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{3247}'
        | '\u{3250}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_follows_the_kind_of_character() {
        for (text, width, certain) in [
            ("a", 1, true),
            (" ", 1, true),
            ("中", 2, true),
            ("，", 2, true),
            ("￥", 2, true),
            ("𠮷", 2, true),
            ("▸", 1, false),
            ("│", 1, false),
            ("“", 1, false),
            ("≥", 1, false),
            ("①", 1, false),
            ("é", 1, false),
            ("✔", 1, false),
            ("⌚", 2, false),
            ("😀", 2, false),
            ("👨‍👩‍👧", 2, false),
            ("e\u{301}", 1, false),
            ("\u{e000}", 1, false),
            ("ﾞ", 1, false),
        ] {
            assert_eq!(Symbol::of(text), Symbol { text, width, certain }, "{text}");
        }
    }

    #[test]
    fn nothing_that_controls_the_terminal_is_written() {
        for text in ["\x1b[2J", "\n", "\u{9b}", "a\u{7}", "", "\u{200b}", "\u{301}", "\u{7f}"] {
            assert_eq!(Symbol::of(text), Symbol::BLANK, "{text:?}");
        }
    }
}
