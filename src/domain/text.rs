//! Text as people write it, made comparable: width, spaces and punctuation aside.
//!
//! Owns folding only; what a text means is read elsewhere.

/// Folds full-width forms (U+FF01–FF5E) and the ideographic space to their half-width twins.
pub fn half_width(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// Folds one full-width character; others stay.
pub fn fold(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// A name for comparison: half-width, lower case, without spaces, brackets and punctuation.
pub fn name_key(name: &str) -> String {
    half_width(name).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_their_clothes() {
        assert_eq!(name_key(" 农村公路养护(2021年)"), name_key("农村公路养护（2021年）"));
        assert_eq!(name_key("ＰＰＰ项目"), "ppp项目");
        assert_ne!(name_key("一期"), name_key("二期"));
    }
}
