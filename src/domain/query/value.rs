//! Reads the value of a field: amounts, days, counts, years, points, and words.
//!
//! Owns units and their spellings. Whatever is not understood comes back as the fault.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::condition::{Column, Comparison, Condition, Query};
use super::fault::Fault;
use super::fields::{Field, choices, chosen, key};
use crate::domain::money::Money;

/// One value after a field's sign.
pub(super) struct Value {
    pub(super) text: String,
    pub(super) quoted: bool,
    pub(super) column: usize,
}

/// What a field compared with a value says; `name` is the field as written.
pub(super) fn read<'a>(field: Field, name: &'a str, compare: Comparison, value: &'a Value) -> Result<Query, Fault<'a>> {
    if compare != Comparison::Equal && !field.is_ordered() {
        return Err(Fault::NotOrdered(name));
    }
    let text = value.text.as_str();
    let own = || text.trim().to_owned();
    let condition = match field {
        Field::Stage => Condition::Stage(own(), Column(value.column)),
        Field::Desk => Condition::Desk(own()),
        Field::Unit => Condition::Unit(own()),
        Field::Project => Condition::Project(own()),
        Field::Category => Condition::Category(own()),
        Field::State | Field::Grade | Field::Is | Field::Has => {
            return chosen(field, text).map(|choice| choice.means).ok_or(Fault::NoChoice { name, value: text, field });
        }
        Field::Amount => Condition::Amount(compare, amount(text).ok_or(Fault::NotAmount(text))?),
        Field::Age => Condition::Age(compare, days(text).ok_or(Fault::NotDays(text))?),
        Field::Round => Condition::Round(compare, count(text, &["轮"]).ok_or(Fault::NotCount(text))?),
        Field::Year => Condition::Year(compare, year(text).ok_or(Fault::NotYear(text))?),
        Field::Prior => return prior(compare, value),
        Field::Check => return check(compare, value),
    };
    Ok(condition.into())
}

fn check(compare: Comparison, value: &Value) -> Result<Query, Fault<'_>> {
    let text = value.text.as_str();
    let unquoted = (!value.quoted).then_some(text);
    if let Some(count) = unquoted.and_then(|text| count(text, &["条", "个"])) {
        return Ok(Condition::Findings(compare, count).into());
    }
    if compare != Comparison::Equal {
        return Err(Fault::NotCount(text));
    }
    if let Some(means) = unquoted.and_then(|text| exactly(Field::Check, text)) {
        return Ok(means);
    }
    Ok(Condition::Check(text.trim().to_owned(), Column(value.column)).into())
}

fn prior(compare: Comparison, value: &Value) -> Result<Query, Fault<'_>> {
    let text = value.text.as_str();
    match exactly(Field::Prior, text) {
        Some(_) if compare != Comparison::Equal => Err(Fault::OnlyEqual(text)),
        Some(means) => Ok(means),
        None => Ok(Condition::PriorScore(compare, points(text).ok_or(Fault::NotPoints(text))?).into()),
    }
}

/// The choice called just so; parts do not count where numbers and ids may stand as well.
fn exactly(field: Field, word: &str) -> Option<Query> {
    let key = key(word);
    let mut choices = choices(field).into_iter();
    choices.find(|choice| choice.name(true) == key || choice.name(false) == key).map(|choice| choice.means)
}

/// Splits a number from its unit, half-width, lower case, without spaces and thousands separators.
fn number(text: &str) -> Option<(Decimal, String)> {
    let key: String = key(text).chars().filter(|letter| !letter.is_whitespace() && *letter != ',').collect();
    let end = key.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '-');
    let (digits, unit) = key.split_at(end.unwrap_or(key.len()));
    let number = digits.parse().ok()?;
    Some((number, unit.to_owned()))
}

/// An amount: 万元 unless 元 or 亿 is written.
fn amount(text: &str) -> Option<Money> {
    let (number, unit) = number(text)?;
    match unit.as_str() {
        "" | "万" | "万元" => Money::from_wan(number),
        "亿" | "亿元" => Money::from_wan(number.checked_mul(Decimal::from(10_000))?),
        "元" => Money::from_yuan(number),
        _ => None,
    }
}

/// Days: plain, or weeks of seven.
fn days(text: &str) -> Option<i64> {
    let (number, unit) = number(text)?;
    let length = match unit.as_str() {
        "" | "d" | "day" | "days" | "天" | "日" => 1,
        "w" | "week" | "weeks" | "周" | "星期" => 7,
        _ => return None,
    };
    let days = whole(number)?.checked_mul(length)?;
    (days >= 0).then_some(days)
}

fn count(text: &str, units: &[&str]) -> Option<u32> {
    let (number, unit) = number(text)?;
    let known = unit.is_empty() || units.contains(&unit.as_str());
    u32::try_from(whole(number)?).ok().filter(|_| known)
}

/// A year of four digits.
fn year(text: &str) -> Option<i32> {
    let year = count(text, &["年", "年度"])?;
    i32::try_from(year).ok().filter(|year| (1900..=2999).contains(year))
}

/// Points × 100; scores carry two decimals at most.
fn points(text: &str) -> Option<i64> {
    let (number, unit) = number(text)?;
    if !matches!(unit.as_str(), "" | "分") {
        return None;
    }
    whole(number.checked_mul(Decimal::ONE_HUNDRED)?)
}

fn whole(number: Decimal) -> Option<i64> {
    if number.fract().is_zero() { number.to_i64() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_in_wan_unless_a_unit_is_written() {
        for (text, fen) in [
            ("500", 500_000_000),
            ("500万", 500_000_000),
            ("５００万元", 500_000_000),
            ("1.2亿", 12_000_000_000),
            ("3000元", 300_000),
            ("1,284.50", 1_284_500_000),
            ("-1", -1_000_000),
        ] {
            assert_eq!(amount(text), Some(Money(fen)), "{text}");
        }
        for text in ["", "万", "abc", "5吨", "1.2.3", "99999999999999999999999亿", "--5"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn days_counts_years_points() {
        assert_eq!(
            (days("3d"), days("3天"), days("2w"), days("2周"), days("4")),
            (Some(3), Some(3), Some(14), Some(14), Some(4))
        );
        assert_eq!((days("1.5d"), days("-1"), days("3月"), days("9223372036854775807w")), (None, None, None, None));
        assert_eq!((count("2轮", &["轮"]), count("2轮", &[]), count("-1", &[])), (Some(2), None, None));
        assert_eq!((year("2020年"), year("20"), year("20201")), (Some(2020), None, None));
        assert_eq!((points("78.5"), points("96分"), points("1.234")), (Some(7850), Some(9600), None));
    }
}
