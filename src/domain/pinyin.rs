//! Pinyin initials of Chinese names, so that `cq` finds 重庆.
//!
//! Owns the reading of characters. Knows nothing of what the names belong to.

use std::sync::LazyLock;

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

/// At most so many readings of one name.
const VARIANTS: usize = 8;

static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::AsciiFirstLetter));

/// The initials of a text in each of its likely readings: Chinese characters by their first letters, Latin letters and digits
/// in lower case, everything else dropped. At most eight; none for a text without any of them.
pub fn initials(text: &str) -> Vec<String> {
    let mut variants = vec![String::new()];
    for letter in super::text::half_width(text).chars() {
        let readings = readings(letter);
        let Some((first, others)) = readings.split_first() else { continue };
        let before = variants.clone();
        variants.iter_mut().for_each(|variant| variant.push(*first));
        for other in others {
            let room = VARIANTS.saturating_sub(variants.len());
            variants.extend(before.iter().take(room).map(|variant| format!("{variant}{other}")));
        }
    }
    variants.retain(|variant| !variant.is_empty());
    variants
}

/// The first letters under which a character may be typed, the likeliest first.
fn readings(letter: char) -> Vec<char> {
    if letter.is_ascii_alphanumeric() {
        return vec![letter.to_ascii_lowercase()];
    }
    let mut found = Vec::new();
    READINGS.get_pinyins_and_for_each(letter, |pinyin| {
        let first = pinyin.notation(PinyinNotation::AsciiFirstLetter).and_then(|initials| initials.chars().next());
        if let Some(first) = first.filter(|first| !found.contains(first)) {
            found.push(first);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_what_people_type() {
        assert!(initials("重庆").contains(&"cq".to_owned()));
        assert!(initials("营养膳食").contains(&"yyss".to_owned()));
        assert_eq!(initials("ＰＰＰ 2021"), ["ppp2021"]);
        assert!(initials("（、。）").is_empty());
        assert!(initials(&"重".repeat(30)).len() <= VARIANTS);
    }
}
