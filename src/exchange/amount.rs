//! Amounts of money in cells: numbers with thousands separators, `250万`, and whether a column is in 元 or 万元.
//!
//! Owns the unit's detection (cell before header before title). Knows nothing of targets.

use rust_decimal::Decimal;

use crate::domain::measure::{decimal, says_nothing, squeeze};
use crate::domain::money::Money;

/// The unit of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// 元.
    Yuan,
    /// 万元.
    Wan,
    /// 亿元.
    Yi,
}

impl Scale {
    /// The unit named in a header or a label: `预算数（万元）`, `金额(元)`.
    pub fn of_label(text: &str) -> Option<Self> {
        let text = squeeze(text);
        if text.contains("万元") {
            Some(Self::Wan)
        } else if text.contains("亿元") {
            Some(Self::Yi)
        } else {
            ["(元)", ":元", "元)"].iter().any(|mark| text.contains(mark)).then_some(Self::Yuan)
        }
    }

    /// The unit named in a title row: `金额单位:万元`, `单位：元`. Other texts with 元 name none.
    pub fn of_title(text: &str) -> Option<Self> {
        let text = squeeze(text);
        let (_, after) = text.rsplit_once("单位")?;
        let unit = after.trim_start_matches([':', '为', '(']);
        [
            ("万元", Self::Wan),
            ("人民币万元", Self::Wan),
            ("亿元", Self::Yi),
            ("元", Self::Yuan),
            ("人民币元", Self::Yuan),
        ]
        .into_iter()
        .find_map(|(word, scale)| unit.starts_with(word).then_some(scale))
    }

    fn money(self, amount: Decimal) -> Option<Money> {
        match self {
            Self::Yuan => Money::from_yuan(amount),
            Self::Wan => Money::from_wan(amount),
            Self::Yi => Money::from_wan(amount.checked_mul(Decimal::from(10_000))?),
        }
    }
}

/// What an amount's cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Nothing.
    Blank,
    /// An amount; whether the cell itself names its unit.
    Stated(Money, bool),
    /// Words.
    Unclear,
    /// A number that cannot be an amount: negative, beyond all measure, or with separators in wrong places.
    Wrong,
}

/// No amount of a county is larger: 一万亿元, in 分.
const MOST: Money = Money(100_000_000_000_000);

/// Reads a cell whose unit is `scale` unless the cell names another. Of a sum with its parts (`854万(其中:…)`, `854,其中…`, or parts
/// on further lines) the sum is read, of a sentence the amount with its unit that ends it (`某项目38.75万元(其中:…)`).
pub fn read(cell: &str, scale: Scale) -> Amount {
    if says_nothing(cell) {
        return Amount::Blank;
    }
    let whole = plain(cell, scale);
    let sum = cell.split(['\n', '(', '（']).next().unwrap_or_default();
    let sum = sum.split("其中").next().unwrap_or_default().trim().trim_end_matches(['，', ',', '；', ';', '。']);
    if whole != Amount::Unclear || says_nothing(sum) {
        return whole;
    }
    match plain(sum, scale) {
        Amount::Unclear => ending(sum).map_or(Amount::Unclear, |amount| plain(amount, scale)),
        read => read,
    }
}

/// The number with its unit that ends a sentence.
fn ending(sentence: &str) -> Option<&str> {
    let words = ["万元", "亿元", "元"].iter().find_map(|unit| sentence.strip_suffix(unit))?;
    let digits = words.trim_end_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    sentence.get(digits.len()..).filter(|amount| amount.starts_with(|c: char| c.is_ascii_digit()))
}

fn plain(cell: &str, scale: Scale) -> Amount {
    let text = squeeze(cell);
    let text = text.trim_start_matches(['¥', '￥']);
    let units = [("万元", Scale::Wan), ("亿元", Scale::Yi), ("万", Scale::Wan), ("亿", Scale::Yi), ("元", Scale::Yuan)];
    let found = units.into_iter().find_map(|(word, scale)| Some((text.strip_suffix(word)?, scale)));
    let (digits, used) = found.unwrap_or((text, scale));
    match decimal(digits).and_then(|amount| used.money(amount)) {
        Some(money) if (Money(0)..=MOST).contains(&money) => Amount::Stated(money, found.is_some()),
        Some(_) => Amount::Wrong,
        None if looks_like_a_number(digits) => Amount::Wrong,
        None => Amount::Unclear,
    }
}

/// Digits with nothing but what belongs to numbers: `1,2,3`, `1e30`, `--5`, `1.2.3`.
fn looks_like_a_number(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text.contains(digit) && text.chars().all(|c| digit(c) || ",.+-eE'".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        let wan = |text: &str| read(text, Scale::Wan);
        assert_eq!(wan("882.762053"), Amount::Stated(Money(882_762_053), false));
        assert_eq!(wan("1,284.50"), Amount::Stated(Money(1_284_500_000), false));
        assert_eq!(wan("２５０万"), Amount::Stated(Money(250_000_000), true));
        assert_eq!(wan("1200元"), Amount::Stated(Money(120_000), true));
        assert_eq!(wan("1.2亿元"), Amount::Stated(Money(12_000_000_000), true));
        assert_eq!(read("387664.62", Scale::Yuan), Amount::Stated(Money(38_766_462), false));
        assert_eq!(wan("854万(高标准农田400万元,示范建设454万元)"), Amount::Stated(Money(854_000_000), true));
        assert_eq!(wan("2318.75，其中基本支出1650.25，项目支出668.5"), Amount::Stated(Money(2_318_750_000), false));
        assert_eq!(wan("250\n一、预算资金:250\n二、其他:0"), Amount::Stated(Money(250_000_000), false));
        assert_eq!(
            wan("2022年送茶入户项目38.75万元(发展资金37万元,衔接资金1.75万元)"),
            Amount::Stated(Money(38_750_000), true)
        );
        assert_eq!(wan("参见附件1具体金额"), Amount::Unclear);
        assert_eq!(wan("几十万元"), Amount::Unclear);
        assert_eq!(wan("—"), Amount::Blank);
        assert_eq!(wan("待定"), Amount::Unclear);
        for text in ["99999999999999999999999999999999999", "1e30", "-5", "1,2,3", "1.2.3", "-5万元", "100000001"] {
            assert_eq!(wan(text), Amount::Wrong, "{text}");
        }
        assert_eq!(wan("100000000"), Amount::Stated(Money(100_000_000_000_000), false));
    }

    #[test]
    fn units_of_headers_and_titles() {
        assert_eq!(Scale::of_label("项目资金\n（万元）"), Some(Scale::Wan));
        assert_eq!(Scale::of_label("预算数(元)"), Some(Scale::Yuan));
        assert_eq!(Scale::of_label("预算数"), None);
        assert_eq!(Scale::of_title("填报单位:(盖章)    单位:万元"), Some(Scale::Wan));
        assert_eq!(Scale::of_title("金额单位：元"), Some(Scale::Yuan));
        assert_eq!(Scale::of_title("单位名称:元谋县教育局"), None);
    }
}
