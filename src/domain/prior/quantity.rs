//! A number with what it counts: units of measure of one kind become one unit, so that 1.2 万人 and 12,000 人次, 2.5 公里 and
//! 2,500 米, 250 万元 and 2,500,000 元 compare.
//!
//! Owns the table of units. Knows nothing of names and years.

use rust_decimal::Decimal;

use crate::domain::measure::Measure;

/// A unit with its factor to the kind's own unit, as a fraction.
type Factor = (&'static str, i64, i64);

/// Units of one kind.
const UNITS: [(&str, &[Factor]); 9] = [
    ("%", &[("%", 1, 1), ("‰", 1, 10), ("百分比", 1, 1), ("百分点", 1, 1), ("个百分点", 1, 1)]),
    ("元", &[("元", 1, 1), ("千元", 1000, 1), ("人民币", 1, 1)]),
    (
        "米",
        &[
            ("米", 1, 1),
            ("m", 1, 1),
            ("延米", 1, 1),
            ("公里", 1000, 1),
            ("千米", 1000, 1),
            ("km", 1000, 1),
            ("厘米", 1, 100),
            ("cm", 1, 100),
            ("毫米", 1, 1000),
            ("mm", 1, 1000),
        ],
    ),
    (
        "平方米",
        &[
            ("平方米", 1, 1),
            ("平米", 1, 1),
            ("㎡", 1, 1),
            ("m2", 1, 1),
            ("m²", 1, 1),
            ("亩", 2000, 3),
            ("公顷", 10_000, 1),
            ("平方公里", 1_000_000, 1),
            ("平方千米", 1_000_000, 1),
        ],
    ),
    ("立方米", &[("立方米", 1, 1), ("㎥", 1, 1), ("m3", 1, 1), ("m³", 1, 1), ("方", 1, 1), ("立方", 1, 1)]),
    (
        "公斤",
        &[("公斤", 1, 1), ("千克", 1, 1), ("kg", 1, 1), ("吨", 1000, 1), ("t", 1000, 1), ("斤", 1, 2), ("克", 1, 1000)],
    ),
    ("天", &[("天", 1, 1), ("日", 1, 1), ("小时", 1, 24), ("周", 7, 1)]),
    ("月", &[("月", 1, 1), ("个月", 1, 1), ("年", 12, 1)]),
    ("人", &[("人", 1, 1), ("人次", 1, 1), ("名", 1, 1), ("位", 1, 1), ("人口", 1, 1), ("人数", 1, 1)]),
];
/// Kinds that are measured, not counted: 个 never stands for them.
const MEASURED: [&str; 8] = ["%", "元", "米", "平方米", "立方米", "公斤", "天", "月"];

/// A number of things of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// How many, in the kind's own unit.
    pub number: Decimal,
    /// The kind: its own unit, or the unit as written when it belongs to no known kind. Blank when none is stated.
    pub kind: String,
}

impl Quantity {
    /// The quantity of a measure; `None` when it is no number.
    pub fn of(measure: &Measure) -> Option<Self> {
        let (number, unit) = measure.base()?;
        let (factor, over, kind) = kind(unit);
        let number = number.checked_mul(Decimal::from(factor))?.checked_div(Decimal::from(over))?;
        Some(Self { number, kind })
    }

    /// Whether it is counted, not measured: 件 and 人, but not 元, 米 or %.
    pub fn is_counted(&self) -> bool {
        is_counted(&self.kind)
    }

    /// Whether two quantities count the same kind of thing, so that their numbers compare.
    pub fn compares(&self, other: &Self) -> bool {
        alike(&self.kind, &other.kind)
    }
}

/// The kind of a unit of measure, without magnitude words: 万元 is of 元.
pub(super) fn kind_of(unit: &str) -> String {
    let measure = Measure::of_parts("", "1", unit);
    let unit = measure.base().map(|(_, unit)| unit).unwrap_or_default();
    kind(unit).2
}

fn is_counted(kind: &str) -> bool {
    !MEASURED.contains(&kind) && !kind.contains('/')
}

/// Whether two kinds are the same; a kind that is not stated, and 个 for things and people, go with any that is counted.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let loose = |kind: &str| kind == "个";
    one == other
        || one.is_empty()
        || other.is_empty()
        || (loose(one) && is_counted(other))
        || (loose(other) && is_counted(one))
}

/// The factor, as a fraction, to the kind's own unit, and the kind. Of a ratio (元/亩) the upper part is folded; the lower one names the kind.
fn kind(unit: &str) -> (i64, i64, String) {
    let plain: String = unit.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let (upper, lower) = match plain.split_once('/') {
        Some((upper, lower)) => (upper, Some(lower)),
        None => (plain.as_str(), None),
    };
    let known = UNITS.iter().find_map(|(kind, units)| {
        let (_, factor, over) = units.iter().find(|(name, ..)| *name == upper)?;
        Some((*factor, *over, (*kind).to_owned()))
    });
    let (factor, over, upper) = known.unwrap_or_else(|| (1, 1, upper.to_owned()));
    let lower = lower.map(|lower| lower.split(['/', '·', '.', '*']).map(lower_kind).collect::<Vec<_>>().join("·"));
    (factor, over, lower.map_or_else(|| upper.clone(), |lower| format!("{upper}/{lower}")))
}

/// What a ratio is by: people are people by any of their words; 每年 is left as it is written.
fn lower_kind(unit: &str) -> &str {
    match unit {
        "人次" | "名" | "位" | "生" => "人",
        "平米" | "㎡" | "m2" | "m²" => "平方米",
        "千米" | "km" => "公里",
        "日" => "天",
        "个月" => "月",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Quantity {
        Quantity::of(&Measure::read(text)).unwrap()
    }

    #[test]
    fn units_of_one_kind_compare() {
        for (one, other) in [
            ("1.2万人", "12000人次"),
            ("2.5公里", "2500米"),
            ("80M", "80米"),
            ("250万元", "2500000元"),
            ("3亩", "2000平方米"),
            ("1.5吨", "1500公斤"),
            ("9‰", "0.9%"),
            ("2年", "24个月"),
            ("0.05万元/人", "500元/名"),
        ] {
            assert_eq!(of(one), of(other), "{one} {other}");
        }
    }

    #[test]
    fn kinds_that_do_not_compare() {
        for (one, other) in [("5户", "5人"), ("5%", "5个"), ("5元/人", "5元/亩"), ("5元", "5元/人"), ("5米", "5平方米")]
        {
            assert!(!of(one).compares(&of(other)), "{one} {other}");
        }
        for (one, other) in [("5个", "5人"), ("5", "5%"), ("5个", "5所")] {
            assert!(of(one).compares(&of(other)), "{one} {other}");
        }
    }
}
