//! Breaks the lines of a text box into rows, for moving up and down and for drawing: the same rows for both.
//!
//! Characters of ambiguous width count as two columns, so that the rows fit on every terminal. Chinese breaks between
//! any two characters, but no row begins with a closing mark or ends with an opening one, and Latin words stay whole.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A row: a part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The line, from 0.
    pub line: usize,
    /// The first byte of the part.
    pub from: usize,
    /// The byte after the part.
    pub to: usize,
    /// Whether the line ends here.
    pub last: bool,
}

impl Row {
    /// Whether the cursor at a byte of the line stands in this row.
    pub const fn holds(&self, line: usize, byte: usize) -> bool {
        self.line == line && self.from <= byte && (byte < self.to || (self.last && byte == self.to))
    }
}

/// The rows of lines in a number of columns, of which the last one is left for the cursor.
pub fn rows<S: AsRef<str>>(lines: &[S], width: usize) -> Vec<Row> {
    let room = width.saturating_sub(1).max(2);
    let mut rows = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let graphemes: Vec<(usize, &str)> = text.as_ref().grapheme_indices(true).collect();
        let byte = |place: usize| graphemes.get(place).map_or(text.as_ref().len(), |(at, _)| *at);
        let mut start = 0;
        loop {
            let end = end_of_row(&graphemes, start, room);
            let last = end >= graphemes.len();
            rows.push(Row { line, from: byte(start), to: byte(end), last });
            if last {
                break;
            }
            start = end;
        }
    }
    rows
}

/// The columns of a grapheme on the terminal that makes it widest. What joins characters is not drawn, so that each takes its own columns.
pub(super) fn columns(grapheme: &str) -> usize {
    let apart: usize = grapheme.chars().filter_map(UnicodeWidthChar::width_cjk).sum();
    grapheme.width_cjk().max(grapheme.width()).max(apart)
}

/// The place after the last grapheme of a row that begins at `start`.
fn end_of_row(graphemes: &[(usize, &str)], start: usize, room: usize) -> usize {
    let (mut end, mut used) = (start, 0);
    while let Some((_, grapheme)) = graphemes.get(end) {
        used += columns(grapheme);
        if used > room && end > start {
            break;
        }
        end += 1;
    }
    if end >= graphemes.len() {
        return end;
    }
    let mut nice = end;
    while nice > start + 1 && !may_break(graphemes[nice - 1].1, graphemes[nice].1) {
        nice -= 1;
    }
    if nice > start + 1 { nice } else { end }
}

fn may_break(before: &str, after: &str) -> bool {
    let word = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    !(is_closing(after) || is_opening(before) || (word(before) && word(after)))
}

fn is_closing(mark: &str) -> bool {
    "，。、；：？！）》」』】〕”’…％,.;:?!)]}%".contains(mark)
}

fn is_opening(mark: &str) -> bool {
    "（《「『【〔“‘([{".contains(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn broken(text: &str, width: usize) -> Vec<&str> {
        rows(&[text], width).iter().map(|row| &text[row.from..row.to]).collect()
    }

    #[test]
    fn rows_break_where_chinese_may_be_broken() {
        assert_eq!(broken("为学生提供营养膳食", 11), ["为学生提供", "营养膳食"]);
        assert_eq!(broken("为学生提供，营养膳食", 11), ["为学生提", "供，营养膳", "食"]);
        assert_eq!(broken("提供膳食（含早餐）", 11), ["提供膳食", "（含早餐）"]);
        assert_eq!(broken("按 target 填写", 9), ["按 ", "target ", "填写"]);
        assert_eq!(broken("", 9), [""]);
    }

    #[test]
    fn quotes_are_given_two_columns() {
        assert_eq!(broken("“十四五”规划", 9), ["“十四", "五”规划"]);
    }

    #[test]
    fn joined_characters_are_given_the_columns_of_each() {
        assert_eq!(
            broken("家庭👨\u{200d}👩\u{200d}👧\u{200d}👦表情", 13),
            ["家庭👨\u{200d}👩\u{200d}👧\u{200d}👦", "表情"]
        );
    }

    proptest! {
        #[test]
        fn rows_are_a_partition_and_fit(text in "[中文，。“”a-z0-9 e\u{301}]{0,60}", width in 3_usize..30) {
            let rows = rows(&[&text], width);
            let mut at = 0;
            for row in &rows {
                prop_assert_eq!(row.from, at);
                prop_assert!(text.is_char_boundary(row.to));
                let used: usize = text[row.from..row.to].graphemes(true).map(columns).sum();
                prop_assert!(used <= (width - 1).max(2), "{:?}", &text[row.from..row.to]);
                at = row.to;
            }
            prop_assert_eq!(at, text.len());
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                prop_assert_eq!(rows.iter().filter(|row| row.holds(0, byte)).count(), 1);
            }
        }
    }
}
