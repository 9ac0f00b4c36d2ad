//! The words of a head or a label without what people put around them.

use crate::domain::measure::squeeze;

/// Whether words head values of earlier years, beside which this year's stand.
pub fn is_past(words: &str) -> bool {
    ["上年", "上一年", "前年", "去年", "历史", "近两年", "近三年"].iter().any(|past| words.contains(past))
}

/// Whether words below a head of values are those of earlier years: 上年实际值, 2021年实际实现值.
pub fn is_earlier(words: &str) -> bool {
    let words = squeeze(words);
    let dated = words.starts_with("20") && words.chars().nth(4) == Some('年');
    is_past(&words) || (dated && words.contains("实际"))
}

/// Whether a table may name its indicators so instead of by their levels.
pub fn names_indicators(text: &str) -> bool {
    // Most texts are told apart by this alone.
    text.contains(['指', '绩'])
        && text.chars().count() < 20
        && matches!(bare(text).as_str(), "指标" | "指标名称" | "绩效指标名称" | "指标内容" | "绩效内容")
}

/// A header's words without blanks, brackets, stars, colons and the year in front.
pub fn bare(text: &str) -> String {
    let squeezed = squeeze(text);
    let mut out = String::with_capacity(squeezed.len());
    let mut depth = 0_u32;
    for c in squeezed.chars() {
        match c {
            '(' | '【' | '[' => depth += 1,
            ')' | '】' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || matches!(c, '*' | '★' | ':' | '"') => {}
            _ => out.push(c),
        }
    }
    let year =
        out.get(..4).filter(|digits| digits.starts_with("20") && digits.bytes().all(|byte| byte.is_ascii_digit()));
    match year.and_then(|_| out.get(4..)?.strip_prefix('年')) {
        Some(rest) => rest.strip_prefix('度').filter(|rest| !rest.is_empty()).unwrap_or(rest).to_owned(),
        None => out,
    }
}
