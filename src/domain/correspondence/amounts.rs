//! Numbers with units in running text, and whether an indicator's value is one of them.
//!
//! Owns finding them; reading a value on its own is `measure`'s.

use rust_decimal::Decimal;

use super::lexicon::Lexicon;
use crate::domain::measure::{Measure, fold};
use crate::domain::target::Indicator;

/// A number with its unit in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number, magnitude words multiplied out: 1.2 万 is 12,000.
    pub number: Decimal,
    /// The unit; blank when none stands behind the number.
    pub unit: String,
    /// As written.
    pub text: String,
}

impl Amount {
    /// Whether it counts things, rather than being a ratio or money.
    pub fn is_count(&self) -> bool {
        !self.unit.is_empty() && !["%", "‰", "元", "年", "月", "日", "天", "小时"].contains(&self.unit.as_str())
    }
}

/// The numbers of a text with their units, in its order.
pub fn find(text: &str) -> Vec<Amount> {
    let text = fold(text);
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let digits = digits(from);
        let unit = unit(&from[digits..]);
        let whole = &from[..digits + unit.len()];
        found.extend(amount(whole));
        rest = &from[digits..];
    }
    found
}

/// How many bytes of a number stand at the head of a text, decimals and thousands separators included.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1) && end > 0) {
        end += 1;
    }
    end
}

/// The unit at the head of a text, a magnitude word included; the longest that is known, else one character.
fn unit(text: &str) -> &str {
    let magnitude = ["千万", "百万", "万", "亿"].into_iter().find(|word| text.starts_with(word)).map_or(0, str::len);
    let behind = &text[magnitude..];
    let known = ["%", "‰", "元/人", "万元", "亩", "吨"].into_iter().chain(Lexicon::get().units());
    let longest = known.filter(|unit| behind.starts_with(unit)).map(str::len).max();
    let one = behind.chars().next().filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8);
    &text[..magnitude + longest.unwrap_or(one)]
}

fn amount(text: &str) -> Option<Amount> {
    let measure = Measure::read(text);
    let (number, unit) = measure.base()?;
    Some(Amount { number, unit: unit.to_owned(), text: text.to_owned() })
}

/// The amount of a text that an indicator's value names, and how much that says in points of 100: little for what stands
/// everywhere (100 %) and for small counts, nothing for another unit.
pub fn shared<'a>(amounts: &'a [Amount], indicator: &Indicator) -> Option<(&'a Amount, u32)> {
    let measure = Measure::of_stored(indicator.sign, indicator.value.as_deref(), indicator.unit.as_deref());
    let (number, unit) = measure.base()?;
    let lexicon = Lexicon::get();
    let fits =
        |amount: &&Amount| amount.number == number && (unit.is_empty() || lexicon.same_unit(&amount.unit, &fold(unit)));
    let amount = amounts.iter().find(fits)?;
    let small = number <= Decimal::from(3) && number.is_integer();
    let points = match amount.unit.as_str() {
        "%" if number == Decimal::ONE_HUNDRED => 15,
        "%" | "‰" => 45,
        _ if small => 25,
        _ => 60,
    };
    Some((amount, points))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        find(text).into_iter().map(|amount| format!("{} {}", amount.number.normalize(), amount.unit)).collect()
    }

    #[test]
    fn numbers_in_running_text() {
        assert_eq!(texts("为12所学校1.2万名学生供餐"), ["12 所", "12000 名"]);
        assert_eq!(texts("接待12万人次，覆盖率达95%以上"), ["120000 人次", "95 %"]);
        assert_eq!(texts("补助尾款387万元及1,200公里"), ["3870000 元", "1200 公里"]);
        assert_eq!(texts("没有数字"), Vec::<String>::new());
    }

    #[test]
    fn a_value_is_found_in_another_unit_of_the_same_things() {
        let indicator = |value: &str, unit: &str| Indicator {
            value: Some(value.to_owned()),
            unit: Some(unit.to_owned()),
            ..Indicator::default()
        };
        let amounts = find("为1.2万名学生供餐200天，达标率100%");
        for (value, unit, expected) in [
            ("12000", "人", Some(("1.2万名", 60))),
            ("200", "天", Some(("200天", 60))),
            ("100", "%", Some(("100%", 15))),
            ("12000", "元", None),
            ("199", "天", None),
            ("有效", "", None),
        ] {
            let found = shared(&amounts, &indicator(value, unit));
            assert_eq!(found.map(|(amount, points)| (amount.text.as_str(), points)), expected, "{value}{unit}");
        }
    }
}
