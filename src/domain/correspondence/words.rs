//! Cuts Chinese names into words, with the segmentation library's dictionary.
//!
//! Owns that dictionary: it takes some 30 MB and a tenth of a second to load, so it is loaded when the first submission
//! comes in and never for opening a case or starting the program. Knows nothing of what words mean.

use std::sync::OnceLock;

use jieba_rs::Jieba;

static DICTIONARY: OnceLock<Jieba> = OnceLock::new();

/// Whether the dictionary was loaded in this process.
pub fn is_loaded() -> bool {
    DICTIONARY.get().is_some()
}

/// The words of a text in their order, as short as the dictionary knows them; together they are the whole text.
pub fn cut(text: &str) -> Vec<&str> {
    let dictionary = DICTIONARY.get_or_init(Jieba::new);
    dictionary.cut(text, true).into_iter().flat_map(|token| halves(dictionary, token.word)).collect()
}

/// A word of four characters as its two halves when both are words themselves: 工程验收 is 工程 and 验收.
fn halves<'a>(dictionary: &Jieba, word: &'a str) -> Vec<&'a str> {
    let middle = word.char_indices().nth(2).map(|(place, _)| place);
    match middle.and_then(|middle| word.split_at_checked(middle)) {
        Some((first, second))
            if second.chars().count() == 2 && dictionary.has_word(first) && dictionary.has_word(second) =>
        {
            vec![first, second]
        }
        _ => vec![word],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_short_and_nothing_is_lost() {
        assert_eq!(cut("工程验收合格率"), ["工程", "验收", "合格率"]);
        assert_eq!(cut("学生营养膳食"), ["学生", "营养", "膳食"]);
        assert!(cut("").is_empty());
        for text in ["a1工程,。", "半专业扑火队", "\u{1f600}x"] {
            assert_eq!(cut(text).concat(), text);
        }
        assert!(is_loaded());
    }
}
