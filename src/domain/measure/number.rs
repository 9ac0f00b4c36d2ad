//! Reads the number at the head of a text, and tells whether what follows can be a unit of measure.
//!
//! Owns digits, thousands separators and magnitude words (万, 亿). Knows nothing of comparison signs or dates.

use std::str::FromStr;

use rust_decimal::Decimal;

/// The longest unit of measure that is believed, in characters: `元/平方米·年` has eight.
const LONGEST_UNIT: usize = 9;

/// Words that never stand in a unit: text that holds one of them is prose.
const PROSE: [&str; 22] = [
    "前", "后", "内", "底", "完成", "达", "以", "左右", "不", "的", "提高", "增", "减", "降", "份", "含", "并", "及",
    "约", "发放", "之", "全",
];

/// Units that count copies, though 份 else belongs to a month.
const COPIES: [&str; 4] = ["份", "万份", "千份", "份/年"];

/// The number at the start of a folded text, as written without its separators, and the rest.
/// `None` when the text does not start with a digit (after one sign).
pub fn head(text: &str) -> Option<(String, &str)> {
    let bytes = text.as_bytes();
    let mut end = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let mut out = if bytes.first() == Some(&b'-') { String::from("-") } else { String::new() };
    let first = end;
    let mut point = false;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'0'..=b'9' => out.push(char::from(byte)),
            b'.' if !point && end > first && digit(bytes, end + 1) => {
                point = true;
                out.push('.');
            }
            b',' if !point && groups(bytes, end) => {}
            _ => break,
        }
        end += 1;
    }
    (end > first).then(|| (out, text.get(end..).unwrap_or_default()))
}

fn digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Whether the comma at `at` separates thousands: exactly three digits follow it.
fn groups(bytes: &[u8], at: usize) -> bool {
    at > 0 && digit(bytes, at - 1) && (1..=3).all(|step| digit(bytes, at + step)) && !digit(bytes, at + 4)
}

/// A whole text as a decimal; thousands separators allowed. `None` when anything else stands in it.
pub fn decimal(text: &str) -> Option<Decimal> {
    let (digits, rest) = head(text)?;
    if rest.trim().is_empty() { Decimal::from_str(&digits).ok() } else { None }
}

/// Whether a text can be a unit of measure: short, without digits, punctuation or prose.
pub fn is_unit(text: &str) -> bool {
    let allowed = |c: char| c.is_alphabetic() || "%‰/·()℃°²³㎡㎥* .".contains(c);
    // 28.40/株: what is counted was left out before the stroke.
    let first = text.strip_prefix('/').unwrap_or(text).chars().next();
    let starts_well = first.is_some_and(|c| c.is_alphabetic() || "%‰℃°㎡㎥".contains(c));
    starts_well
        && text.chars().count() <= LONGEST_UNIT
        && text.chars().all(allowed)
        && (COPIES.contains(&text) || !PROSE.iter().any(|word| text.contains(word)))
        && !matches!(text, "月" | "月份")
}

/// A unit that stands in brackets of its own behind a number: `95(%)`. Other texts stay as they are.
pub fn out_of_brackets(unit: &str) -> &str {
    let inner = unit.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.filter(|inner| is_unit(inner)).unwrap_or(unit)
}

/// Splits the magnitude word off a unit: `万名` is 10,000 名. The factor is 1 for other units.
pub fn magnitude(unit: &str) -> (Decimal, &str) {
    let words = [("亿", 100_000_000_i64), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000)];
    let found = words.into_iter().find_map(|(word, factor)| Some((Decimal::from(factor), unit.strip_prefix(word)?)));
    found.unwrap_or((Decimal::ONE, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_texts() {
        let read = |text| head(text).map(|(digits, rest)| format!("{digits}|{rest}"));
        assert_eq!(read("12,000人次").as_deref(), Some("12000|人次"));
        assert_eq!(read("1.2万名").as_deref(), Some("1.2|万名"));
        assert_eq!(read("3,5").as_deref(), Some("3|,5"), "not a thousands separator");
        assert_eq!(read("1234,567").as_deref(), Some("1234567|"));
        assert_eq!(read("-3.").as_deref(), Some("-3|."));
        assert_eq!(read("人"), None);
        assert_eq!(read("-"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_unit_in_brackets() {
        assert_eq!(out_of_brackets("(万平方米)"), "万平方米");
        assert_eq!(out_of_brackets("(%)"), "%");
        for text in ["%", "", "(套", "(其中学生200人)", "台(套)"] {
            assert_eq!(out_of_brackets(text), text);
        }
    }

    #[test]
    fn units_and_prose() {
        for unit in
            ["%", "‰", "份", "万份", "人次", "元/平方米", "万元", "km", "M", "元/人·年", "人/年", "㎡", "个(座)", "/株"]
        {
            assert!(is_unit(unit), "{unit}");
        }
        for prose in ["", "年底前", "月", "%以内", "/100", "个,其中", "年内完成", "%的村", "个项目建设任务和其他工作"]
        {
            assert!(!is_unit(prose), "{prose}");
        }
    }

    #[test]
    fn magnitudes() {
        assert_eq!(magnitude("万名"), (Decimal::from(10_000), "名"));
        assert_eq!(magnitude("名"), (Decimal::ONE, "名"));
        assert_eq!(magnitude("千万元"), (Decimal::from(10_000_000), "元"));
    }
}
