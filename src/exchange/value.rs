//! A name and its value in one text: 新建水窖≥50口.
//!
//! Owns where the one ends and the other begins; what the value means is the domain's.

/// Signs that part a name from its value.
const SIGNS: [char; 12] = ['≥', '≤', '=', '＝', '>', '<', '＞', '＜', '≧', '≦', '﹥', '﹤'];
/// Words that do.
const WORDS: [&str; 9] = ["大于等于", "小于等于", "不低于", "不少于", "不高于", "不超过", "大于", "小于", "等于"];

/// A name and its value in one text: parted by a sign, by a colon, by brackets around the value, or where the value's number begins.
pub fn parted(text: &str) -> Option<(&str, &str)> {
    let at = |place: usize| text.split_at_checked(place).filter(|(named, _)| !named.trim().is_empty());
    let inner = text.strip_suffix([')', '）']);
    let braced = inner.and_then(|inner| inner.split_at_checked(opening(inner)?));
    let braced = braced.map(|(named, value)| (named, value.trim_start_matches(['(', '（'])));
    let valued = |value: &str| value.starts_with(SIGNS) || value.starts_with(|c: char| c.is_ascii_digit());
    if let Some(found) = braced.filter(|(_, value)| valued(value)) {
        return Some(found);
    }
    if let Some(found) = text.find(SIGNS).and_then(at) {
        return Some((found.0.trim_end_matches([':', '：']), found.1));
    }
    if let Some((named, value)) = text.split_once([':', '：']).filter(|(_, value)| !value.trim().is_empty()) {
        return Some((named, value));
    }
    if let Some(found) = WORDS.iter().filter_map(|word| text.find(word)).min().and_then(at) {
        return Some(found);
    }
    if braced.is_some() {
        return braced;
    }
    text.find(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)).and_then(at)
}

/// Where the brackets open that end a text.
pub fn opening(inner: &str) -> Option<usize> {
    let mut depth = 1_u32;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Whether a value begins with a sign, or with a word for one.
pub fn is_signed(value: &str) -> bool {
    let value = value.trim_start();
    value.starts_with(SIGNS) || WORDS.iter().any(|word| value.starts_with(word))
}

/// The name of a text that may have its value behind it.
pub fn named(text: &str) -> &str {
    parted(text).map_or(text, |(named, _)| named.trim_end_matches([':', '：']))
}

/// The value behind a name; `""` where there is none.
pub fn valued(text: &str) -> &str {
    parted(text).map_or("", |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_in_one_text() {
        for (text, expected) in [
            ("新建水窖≥50口", ("新建水窖", "≥50口")),
            ("2025年9月底前完工率=100%", ("2025年9月底前完工率", "=100%")),
            ("完工时间:8月底前", ("完工时间", "8月底前")),
            ("群众满意度（≥90%）", ("群众满意度", "≥90%")),
            ("培训人数不少于200人", ("培训人数", "不少于200人")),
            ("群众出行", ("群众出行", "")),
        ] {
            assert_eq!((named(text), valued(text)), expected, "{text}");
        }
        assert!(is_signed(" ≥50口") && is_signed("不低于3") && !is_signed("50口"));
    }
}
