//! Text as people write it, made comparable: width, spaces and punctuation aside.
//!
//! Owns folding only; what a text means is read elsewhere.

/// Folds full-width forms (U+FF01–FF5E) and the ideographic space to their half-width twins.
pub fn half_width(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().map(fold));
    out
}

/// Folds one full-width character; others stay.
pub fn fold(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// Whether a character shows nothing, or changes the direction of writing or the line: control characters, joiners, marks without width.
pub const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A name for comparison: half-width, lower case, without spaces, brackets and punctuation.
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    letters(name, |letter| key.push(letter));
    key
}

/// The letters and digits of a text: half-width, in lower case.
pub fn letters(text: &str, mut take: impl FnMut(char)) {
    for letter in text.chars().map(fold) {
        match letter {
            // Nearly all of them; tables of Unicode need not be asked.
            '\u{4e00}'..='\u{9fff}' => take(letter),
            letter if letter.is_ascii_alphanumeric() => take(letter.to_ascii_lowercase()),
            letter if !letter.is_ascii() && letter.is_alphanumeric() => letter.to_lowercase().for_each(&mut take),
            _ => {}
        }
    }
}

/// A text as it is printed in a letter: punctuation beside Chinese characters is full-width, as official documents have it (GB/T 15834).
/// Between digits and letters it stays as it is.
pub fn printed(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let chinese = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| is_chinese(*letter));
    let mut open = Vec::new();
    let wide = |letter: char| char::from_u32(letter as u32 + 0xfee0).unwrap_or(letter);
    let mut out = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        let beside = chinese(at.checked_sub(1)) || chinese(Some(at + 1));
        out.push(match letter {
            ',' | ';' | ':' | '?' | '!' if beside => wide(letter),
            '(' => {
                open.push(beside);
                if beside { wide(letter) } else { letter }
            }
            ')' if open.pop().unwrap_or(beside) => wide(letter),
            other => other,
        });
    }
    out
}

/// Whether a character is Chinese writing or its punctuation.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{3001}'..='\u{3015}' | '“' | '”' | '\u{ff01}'..='\u{ff5e}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_name_for_comparison_is_its_letters_and_digits(name in "(\\PC|[一-龥Ａ-ｚa-zA-Z0-9()（）ßİǅ]){0,20}") {
            let plain: String =
                half_width(&name).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            prop_assert_eq!(name_key(&name), plain);
        }
    }

    #[test]
    fn names_compare_without_their_clothes() {
        assert_eq!(name_key(" 农村公路养护(2021年)"), name_key("农村公路养护（2021年）"));
        assert_eq!(name_key("ＰＰＰ项目"), "ppp项目");
        assert_ne!(name_key("一期"), name_key("二期"));
    }

    #[test]
    fn a_letter_is_printed_with_chinese_punctuation() {
        assert_eq!(
            printed("补充目标,或删除该指标(依据:财预〔2015〕88号)。"),
            "补充目标，或删除该指标（依据：财预〔2015〕88号）。"
        );
        assert_eq!(printed("目标 ≥80%,比 12,000 人次低(10:30)"), "目标 ≥80%，比 12,000 人次低（10:30）");
        assert_eq!(printed("see form 3, line (2)"), "see form 3, line (2)");
    }
}
