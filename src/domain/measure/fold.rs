//! Folds what input methods and word processors make of signs and digits into one half-width form.
//!
//! Owns characters only: it knows no number, no unit and no rule of the field.

/// The half-width form of a text: full-width ASCII, signs and spaces become plain ones; Chinese words stay as they are.
/// Leading and trailing blanks go.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.trim().chars().filter_map(folded));
    let blank = out.starts_with(char::is_whitespace) || out.ends_with(char::is_whitespace);
    if blank { out.trim().to_owned() } else { out }
}

/// The half-width form of a character; nothing for one that shows nothing.
fn folded(c: char) -> Option<char> {
    Some(match c {
        ' '..='~' => c,
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\t' => ' ',
        '\u{200b}'..='\u{200d}' | '\u{feff}' | '\r' => return None,
        '≧' | '⩾' | '≽' => '≥',
        '≦' | '⩽' | '≼' => '≤',
        '﹪' | '٪' => '%',
        '﹢' => '+',
        '﹣' | '−' | '‐' | '‑' => '-',
        '〜' | '∼' | '～' => '~',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '︰' | '﹕' => ':',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    })
}

/// The folded text without any blanks or line breaks, for comparing labels and headers.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().filter_map(folded).filter(|c| !c.is_whitespace()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_becomes_half_width_and_words_stay() {
        assert_eq!(fold(" ＝１００％ "), "=100%");
        assert_eq!(fold("≧９５．５％"), "≥95.5%");
        assert_eq!(fold("≦3（含）"), "≤3(含)");
        assert_eq!(fold("有效、及时。"), "有效、及时。");
        assert_eq!(fold("－３～＋５"), "-3~+5");
        assert_eq!(fold("\u{feff}名\u{200b}称\u{a0}"), "名称");
    }

    #[test]
    fn squeezing_drops_breaks() {
        assert_eq!(squeeze("一 级\n指　标"), "一级指标");
    }
}
