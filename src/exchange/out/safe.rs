//! Texts that go into other programs: nothing in them is carried out, reordered or hidden there, whatever a unit wrote.
//!
//! Owns what is taken off or marked. Texts without such characters stay as they are.

use std::collections::BTreeSet;

use rust_i18n::t;

/// Characters of a cell at most (the limit of xlsx).
const CELL: usize = 32_767;
/// UTF-16 units of a sheet's name at most (the limit of xlsx).
const SHEET: usize = 31;
/// Bytes of a file's name at most, its ending aside: file systems allow 255.
const FILE: usize = 180;
/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A text without control characters and without marks that reorder or hide what stands beside them.
/// Line breaks stay, a tab becomes a space.
pub fn text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(visible).collect()
}

fn visible(letter: char) -> Option<char> {
    match letter {
        '\n' => Some('\n'),
        '\r' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    }
}

/// A text for a workbook's cell: as [`text`], no longer than a cell may be; what is cut is said.
pub fn cell(given: &str) -> String {
    let whole = text(given);
    if whole.encode_utf16().count() <= CELL {
        return whole;
    }
    let cut = t!("out.cut").into_owned();
    let mut room = CELL - cut.encode_utf16().count();
    let fits = |letter: &char| match room.checked_sub(letter.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let mut kept: String = whole.chars().take_while(fits).collect();
    kept.push_str(&cut);
    kept
}

/// A text for a field of a CSV file: a spreadsheet takes what begins with `= + - @` for a formula, so an apostrophe
/// stands before it.
pub fn field(given: &str) -> String {
    let text = text(given);
    let first = text.trim_start().chars().next().map(crate::domain::text::fold);
    if matches!(first, Some('=' | '+' | '-' | '@')) && text.trim() != "-" { format!("'{text}") } else { text }
}

/// A text for a cell of a Markdown table.
pub fn markdown(given: &str) -> String {
    let mut out = String::new();
    for letter in text(given).chars() {
        match letter {
            '\n' => out.push_str("<br>"),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}

/// A file's name made of a unit's or project's: it names one file in one folder on every system, never a path.
pub fn file_name(given: &str) -> String {
    let kept = |letter: char| !matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\n');
    let name: String = text(given).chars().map(|letter| if kept(letter) { letter } else { '_' }).collect();
    let name = name.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let mut end = name.len().min(FILE);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let name = name.get(..end).unwrap_or_default().trim_end_matches(['.', ' ']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |kind: &str| stem.strip_prefix(kind).is_some_and(|rest| rest.len() == 1 && rest != "0");
    if name.is_empty() {
        t!("out.nameless").into_owned()
    } else if DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// Names of a workbook's sheets: without forbidden characters, short enough, each once.
#[derive(Debug, Default)]
pub struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// The sheet's name made of a text.
    pub fn name(&mut self, given: &str) -> String {
        let kept = |letter: &char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n');
        let plain: String = text(given).chars().filter(kept).collect();
        let plain = plain.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Sheet" } else { plain };
        for number in 1_u32.. {
            let ending = if number == 1 { String::new() } else { format!("({number})") };
            let name = format!("{}{ending}", shortened(plain, SHEET - ending.len()));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        plain.to_owned()
    }
}

/// The beginning of a text, at most so many UTF-16 units, without an apostrophe or a space at its end.
fn shortened(text: &str, room: usize) -> &str {
    let mut left = room;
    let mut end = 0;
    for letter in text.chars() {
        let Some(rest) = left.checked_sub(letter.len_utf16()) else { break };
        left = rest;
        end += letter.len_utf8();
    }
    text.get(..end).unwrap_or(text).trim_end_matches(['\'', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_that_reorder_or_hide_are_gone() {
        assert_eq!(text("甲\u{202e}乙\u{7}\u{200b}丙\u{1b}[31m\r\n丁\t戊\u{feff}"), "甲乙丙[31m\n丁 戊");
    }

    #[test]
    fn formulas_are_texts_in_a_csv() {
        for (given, safe) in [
            ("=1+1", "'=1+1"),
            ("  @x", "'  @x"),
            ("＝HYPERLINK(\"a\")", "'＝HYPERLINK(\"a\")"),
            ("-3", "'-3"),
            ("-", "-"),
            ("\u{200e}=1", "'=1"),
            ("\t=1", "' =1"),
            ("养护里程=12", "养护里程=12"),
        ] {
            assert_eq!(field(given), safe, "{given:?}");
        }
    }

    #[test]
    fn names_of_files_never_lead_elsewhere() {
        for (given, name) in [
            ("../../etc/passwd", "_.._etc_passwd"),
            ("县教育体育局", "县教育体育局"),
            ("C:\\x", "C__x"),
            ("con", "_con"),
            ("COM1.txt", "_COM1.txt"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
        ] {
            assert_eq!(file_name(given), name, "{given:?}");
        }
        for nothing in ["..", " . ", "\u{200b}"] {
            assert!(["未命名", "unnamed"].contains(&file_name(nothing).as_str()), "{nothing:?}");
        }
    }

    #[test]
    fn names_of_sheets_are_each_once() {
        let mut names = SheetNames::default();
        assert_eq!(names.name("a/b[1]"), "ab1");
        assert_eq!(names.name("AB1"), "AB1(2)");
        assert_eq!(names.name("''"), "Sheet");
        let long = "义务教育阶段家庭经济困难学生生活补助资金及营养改善计划配套资金";
        let (first, second) = (names.name(long), names.name(long));
        assert_eq!(first.chars().count(), 31);
        assert!(second.ends_with("(2)") && second.chars().count() == 31);
    }

    #[test]
    fn a_cell_too_long_says_so() {
        let long = cell(&"长".repeat(40_000));
        assert!(long.encode_utf16().count() <= CELL && long.ends_with(t!("out.cut").as_ref()));
    }

    proptest! {
        #[test]
        fn any_name_is_one_file_and_one_sheet(given in "\\PC{0,300}|[./\\\\:con1 ]{0,12}") {
            let name = file_name(&given);
            prop_assert!(!name.is_empty() && name.len() <= FILE + 1 && name != ".." && name != ".");
            prop_assert!(!name.contains(['/', '\\', ':', '\0', '\n']));
            let sheet = SheetNames::default().name(&given);
            prop_assert!(!sheet.is_empty() && sheet.encode_utf16().count() <= SHEET);
            prop_assert!(rust_xlsxwriter::Worksheet::new().set_name(&sheet).is_ok());
        }

        #[test]
        fn plain_texts_stay_as_they_are(given in "[一-龥a-z0-9，。；\n]{0,40}") {
            prop_assert_eq!(text(&given), given);
        }
    }
}
