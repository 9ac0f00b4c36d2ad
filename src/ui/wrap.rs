//! Breaking text into lines as Chinese is set: anywhere between characters, but no line starts with a closing mark
//! or ends with an opening one, and numbers stay with their signs and units.

use unicode_segmentation::UnicodeSegmentation;

use super::width::{Policy, clean, columns, push};

/// Units of more than one character; after a number one character always stays, of these all do.
const UNITS: [&str; 22] = [
    "万元",
    "亿元",
    "万人",
    "万人次",
    "人次",
    "万户",
    "万亩",
    "万吨",
    "平方米",
    "平方公里",
    "立方米",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "千克",
    "个月",
    "小时",
    "分钟",
    "工作日",
    "个工作日",
    "个百分点",
];

/// Stands between what a text wants on one line, such as a key and the word of what it does (Unicode's word joiner); it is not drawn.
const JOINER: char = '\u{2060}';

/// What a grapheme is to the breaking of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    /// Nothing may be broken off after it: opening marks, signs before a number.
    Opening,
    /// Nothing may be broken off before it.
    Closing,
    /// Part of a word in letters or digits.
    Word,
    /// A character that stands for itself.
    Single,
}

fn kind(grapheme: &str) -> Kind {
    match grapheme.chars().next() {
        None | Some(' ' | '\u{3000}') => Kind::Space,
        Some(
            '(' | '[' | '{' | '<' | '（' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〔' | '“' | '‘' | '≥'
            | '≤' | '＞' | '＜' | '＝' | '±' | '￥' | '¥' | '$',
        ) => Kind::Opening,
        Some(
            ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '>' | '%' | '，' | '。' | '、' | '；' | '：' | '！'
            | '？' | '）' | '］' | '｝' | '〉' | '》' | '」' | '』' | '】' | '〕' | '”' | '’' | '…' | '—' | '·' | '％'
            | '‰' | '℃' | '～',
        ) => Kind::Closing,
        Some(c) if c.is_ascii() || (c.is_alphanumeric() && columns(grapheme, Policy::NARROW) == 1) => Kind::Word,
        Some(_) => Kind::Single,
    }
}

/// Breaks a text into lines of at most `room` columns, ready to be drawn: clean, with fillers, without spaces at
/// their ends. Line ends in the text are kept; an empty text is one empty line, and no room is no line.
pub fn wrap(text: &str, room: usize, policy: Policy) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for paragraph in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let parts: Vec<_> = paragraph.split(JOINER).map(clean).collect();
        let (mut graphemes, mut joined) = (Vec::new(), Vec::new());
        for part in &parts {
            joined.push(graphemes.len());
            graphemes.extend(part.graphemes(true));
        }
        let mut line = Line { text: String::new(), used: 0, room, policy };
        let mut from = 0;
        for to in 1..=graphemes.len() {
            if to == graphemes.len() || may_break(&graphemes, to) && !joined.contains(&to) {
                line.add(&graphemes[from..to], &mut lines);
                from = to;
            }
        }
        line.end(&mut lines);
    }
    lines
}

/// Tells whether a line may end before the grapheme at `at`, which is not the first.
fn may_break(graphemes: &[&str], at: usize) -> bool {
    let (before, after) = (kind(graphemes[at - 1]), kind(graphemes[at]));
    match (before, after) {
        (_, Kind::Space | Kind::Closing) | (Kind::Opening, _) => false,
        (Kind::Space, _) => true,
        _ if graphemes[at - 1].is_ascii() && graphemes[at].is_ascii() => false,
        (Kind::Word, Kind::Word) => false,
        (_, Kind::Single) => !is_unit(graphemes, at),
        _ => true,
    }
}

/// Tells whether the grapheme at `at` belongs to the number before it as its unit.
fn is_unit(graphemes: &[&str], at: usize) -> bool {
    let digit =
        (at.saturating_sub(4)..at).rev().find(|index| graphemes[*index].bytes().all(|byte| byte.is_ascii_digit()));
    digit.is_some_and(|digit| {
        let unit = graphemes[digit + 1..=at].concat();
        at - digit == 1 || UNITS.iter().any(|known| known.starts_with(&unit))
    })
}

/// The line that is being filled.
struct Line {
    text: String,
    used: usize,
    room: usize,
    policy: Policy,
}

impl Line {
    /// Adds graphemes that belong together, on the next line when this one has no room.
    fn add(&mut self, together: &[&str], lines: &mut Vec<String>) {
        let spaces = together.iter().rev().take_while(|grapheme| kind(grapheme) == Kind::Space).count();
        let solid = &together[..together.len() - spaces];
        let needed: usize = solid.iter().map(|grapheme| columns(grapheme, self.policy)).sum();
        if self.used + needed > self.room && self.used > 0 {
            self.end(lines);
        }
        for grapheme in together {
            let needed = columns(grapheme, self.policy);
            if self.used + needed > self.room && kind(grapheme) == Kind::Space {
                continue;
            }
            if self.used + needed > self.room && self.used > 0 {
                self.end(lines);
            }
            if needed > self.room {
                // One column cannot show it.
                self.text.push('.');
                self.used += 1;
            } else {
                push(&mut self.text, grapheme, self.policy);
                self.used += needed;
            }
        }
    }

    fn end(&mut self, lines: &mut Vec<String>) {
        let mut line = std::mem::take(&mut self.text);
        line.truncate(line.trim_end_matches([' ', '\u{3000}']).len());
        lines.push(line);
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;
    use proptest::prelude::*;

    fn wrapped(text: &str, room: usize) -> String {
        wrap(text, room, Policy::NARROW).join("|")
    }

    #[test]
    fn lines_end_where_chinese_may_be_broken() {
        for (text, room, expected) in [
            ("为学生提供营养膳食", 10, "为学生提供|营养膳食"),
            ("为学生提供，营养膳食", 10, "为学生提|供，营养膳|食"),
            ("提供膳食（含早餐）服务", 10, "提供膳食|（含早餐）|服务"),
            ("关于《办法》的通知", 7, "关于|《办|法》的|通知"),
            ("他说“好”。然后", 6, "他说|“好”。|然后"),
            ("为12所学校1.2万名学生", 8, "为12所学|校1.2万|名学生"),
            ("补助资金386.00万元以上", 12, "补助资金|386.00万元以|上"),
            ("达标率≥95%以上", 8, "达标率|≥95%以上"),
            ("共 12 个工作日", 8, "共 12 个|工作日"),
            ("用 the quick fox 测试", 9, "用 the|quick fox|测试"),
            ("abcdefghij", 4, "abcd|efgh|ij"),
            ("建议 m \u{2060}确\u{2060}认", 9, "建议|m 确认"),
            ("一\n\n二\r\n三", 8, "一||二|三"),
            ("", 8, ""),
            ("中文", 1, ".|."),
            ("结尾空格   ", 8, "结尾空格"),
        ] {
            assert_eq!(wrapped(text, room), expected, "{text} in {room}");
        }
        assert_eq!(wrap("文", 0, Policy::NARROW), Vec::<String>::new());
    }

    #[test]
    fn fillers_are_counted() {
        assert_eq!(wrap("“十四五”规划", 8, Policy::WIDE), ["“ 十四", "五” 规划"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(
            text in "[中文，。（）“”a-c0-9 万元≥%]{0,40}",
            room in 2_usize..20,
            wide: bool,
        ) {
            let policy = if wide { Policy::WIDE } else { Policy::NARROW };
            let lines = wrap(&text, room, policy);
            for line in &lines {
                prop_assert!(width(line, Policy::NARROW) <= room, "{line:?}");
            }
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }

        #[test]
        fn marks_stand_where_they_may(text in "[中文学]{1,3}([，。）”][中文学]{3,5}|[（“《][中文学]{3,5}){0,8}") {
            let lines = wrap(&text, 8, Policy::NARROW);
            for line in &lines[1..] {
                prop_assert!(!line.starts_with(['，', '。', '）', '”']), "{lines:?}");
            }
            for line in &lines[..lines.len() - 1] {
                prop_assert!(!line.ends_with(['（', '“', '《']), "{lines:?}");
            }
        }
    }
}
