//! Documents cited in texts: `财预〔2015〕88号` in a finding, a criterion, an opinion, another document.
//!
//! Owns how a document number is recognised and compared. Which documents there are is the register's.

use crate::domain::text::half_width;

/// A document number for comparison: brackets of all kinds are one, spaces are none.
pub fn number_key(number: &str) -> String {
    let folded = half_width(number);
    folded
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '[' | '(' | '【' | '﹝' | '〈' => '〔',
            ']' | ')' | '】' | '﹞' | '〉' => '〕',
            other => other,
        })
        .collect()
}

/// The document numbers in a text, in their order and without doubles, as [`number_key`] writes them. A number is the issuer's
/// short name, a year in brackets, and a number with 号: `国办发明电〔2019〕16号`.
pub fn cited(text: &str) -> Vec<String> {
    let letters: Vec<char> = number_key(text).chars().collect();
    let mut found: Vec<String> = Vec::new();
    for (open, _) in letters.iter().enumerate().filter(|(_, letter)| **letter == '〔') {
        if let Some(number) = around(&letters, open)
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

/// The longest name of an issuer in a number.
const LONGEST: usize = 12;

fn around(letters: &[char], open: usize) -> Option<String> {
    let digits = |from: usize| letters[from..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    let year = digits(open + 1);
    let close = open + 1 + year;
    if year != 4 || letters.get(close) != Some(&'〕') {
        return None;
    }
    let number = digits(close + 1);
    let end = close + 1 + number;
    if number == 0 || letters.get(end) != Some(&'号') {
        return None;
    }
    let name = letters[..open].iter().rev().take(LONGEST).take_while(|letter| is_of_name(**letter)).count();
    (name > 0).then(|| letters[open - name..=end].iter().collect())
}

/// Chinese characters; the words that stand before a number in running text are cut off by their marks.
fn is_of_name(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

/// Whether a cited number means a document's number: the same, or the same with words before it that no mark divides (`按照财预〔2015〕88号`).
pub fn means(cited: &str, number: &str) -> bool {
    let key = number_key(number);
    !key.is_empty() && (cited == key || cited.ends_with(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_running_text() {
        let text =
            "依据《项目支出绩效评价管理办法》（财预〔2020〕10号）第十二条，师财绩[2020] 3 号，见财预〔2020〕10号。";
        assert_eq!(cited(text), ["财预〔2020〕10号", "师财绩〔2020〕3号", "见财预〔2020〕10号"]);
        assert!(means("见财预〔2020〕10号", "财预〔2020〕10号"));
        assert!(!means("财预〔2020〕10号", "财预〔2020〕1号"));
        assert!(!means("财预〔2020〕10号", ""));
        assert_eq!(cited("〔2020〕10号 财预2020 10号 财预〔20〕1号 财预〔2020〕号"), Vec::<String>::new());
    }
}
