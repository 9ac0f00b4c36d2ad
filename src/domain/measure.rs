//! A measured value as people write it: sign, value, unit, with the raw text kept.
//!
//! Owns reading `≥95%`, `＝１００％`, `95%以上`, `不低于90%`, `±3%以内`, `2023.07-2024.01`, `12,000人次` and 定性 text, from one cell
//! or from three. What is *written* (design §9: sign and unit taken off only where they stand as such) is kept apart from
//! what it *means* (95%以上 means ≥ 95 %), so that nothing is invented in a file and nothing is lost for a comparison.
//! Knows nothing of columns or files.

mod fold;
mod number;
mod period;

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use fold::{fold, squeeze};
pub use number::decimal;
pub use period::Period;

/// 指标性质: how the actual value is compared with the target value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sign {
    /// Exactly.
    #[serde(rename = "=")]
    Equal,
    /// At least.
    #[serde(rename = "≥")]
    AtLeast,
    /// At most.
    #[serde(rename = "≤")]
    AtMost,
    /// More than.
    #[serde(rename = ">")]
    MoreThan,
    /// Less than.
    #[serde(rename = "<")]
    LessThan,
    /// Within a tolerance on both sides.
    #[serde(rename = "±")]
    Within,
    /// 定性: in words.
    #[serde(rename = "定性")]
    Qualitative,
}

impl Sign {
    /// All signs.
    pub const ALL: [Self; 7] =
        [Self::Equal, Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan, Self::Within, Self::Qualitative];

    /// The canonical sign, the same in every language, in files and in the database.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::Within => "±",
            Self::Qualitative => "定性",
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.term())
    }
}

/// The text is no sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSign(pub String);

impl FromStr for Sign {
    type Err = UnknownSign;

    /// Reads the canonical signs; what people write instead of them is read by [`Sign::of_cell`].
    fn from_str(text: &str) -> Result<Self, UnknownSign> {
        let found = Self::ALL.into_iter().find(|sign| sign.term() == text);
        found.ok_or_else(|| UnknownSign(text.to_owned()))
    }
}

/// What people write in front of a number, longest first within a sign's family, and the sign meant.
const PREFIXES: [(&str, Sign); 45] = [
    ("大于或等于", Sign::AtLeast),
    ("大于等于", Sign::AtLeast),
    ("小于或等于", Sign::AtMost),
    ("小于等于", Sign::AtMost),
    ("不得低于", Sign::AtLeast),
    ("不得高于", Sign::AtMost),
    ("不得超过", Sign::AtMost),
    ("不低于", Sign::AtLeast),
    ("不少于", Sign::AtLeast),
    ("不小于", Sign::AtLeast),
    ("不超过", Sign::AtMost),
    ("不高于", Sign::AtMost),
    ("不大于", Sign::AtMost),
    ("不多于", Sign::AtMost),
    ("大于", Sign::MoreThan),
    ("高于", Sign::MoreThan),
    ("多于", Sign::MoreThan),
    ("超过", Sign::MoreThan),
    ("小于", Sign::LessThan),
    ("低于", Sign::LessThan),
    ("少于", Sign::LessThan),
    ("等于", Sign::Equal),
    ("至少", Sign::AtLeast),
    ("最少", Sign::AtLeast),
    ("至多", Sign::AtMost),
    ("最多", Sign::AtMost),
    (">/=", Sign::AtLeast),
    ("</=", Sign::AtMost),
    ("≥=", Sign::AtLeast),
    ("≤=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("=>", Sign::AtLeast),
    ("<=", Sign::AtMost),
    ("=<", Sign::AtMost),
    ("==", Sign::Equal),
    ("+/-", Sign::Within),
    ("+-", Sign::Within),
    ("±", Sign::Within),
    ("≥", Sign::AtLeast),
    ("≤", Sign::AtMost),
    (">", Sign::MoreThan),
    ("<", Sign::LessThan),
    ("=", Sign::Equal),
    ("〉", Sign::MoreThan),
    ("〈", Sign::LessThan),
];

/// Words behind a number that say how it is compared. 以上 and 以下 include the number (立法技术规范).
const SUFFIXES: [(&str, Option<Sign>); 11] = [
    ("及以上", Some(Sign::AtLeast)),
    ("或以上", Some(Sign::AtLeast)),
    ("以上", Some(Sign::AtLeast)),
    ("及以下", Some(Sign::AtMost)),
    ("或以下", Some(Sign::AtMost)),
    ("以下", Some(Sign::AtMost)),
    ("以内", Some(Sign::AtMost)),
    ("之内", Some(Sign::AtMost)),
    ("内", Some(Sign::AtMost)),
    ("左右", None),
    ("不等", None),
];

/// Cells that stand for "nothing".
const NOTHING: [&str; 8] = ["", "-", "--", "—", "——", "/", "\\", "……"];

/// Whether a cell says nothing: blank, a dash or a slash.
pub fn says_nothing(cell: &str) -> bool {
    // Most cells say something with their first character.
    if cell.chars().next().is_some_and(char::is_alphanumeric) {
        return false;
    }
    NOTHING.contains(&squeeze(cell).as_str())
}

impl Sign {
    /// Reads a sign's own cell (指标性质, 计算符号) as people fill it: `＝`, `>=`, `大于等于`, `≥(正向)`, `定性指标`.
    /// `None` for a blank cell and for words that are no comparison (正向, 定量).
    pub fn of_cell(cell: &str) -> Option<Self> {
        let folded = squeeze(cell);
        let text = folded.split_once('(').map_or(folded.as_str(), |(before, _)| before);
        if text.starts_with("定性") {
            return Some(Self::Qualitative);
        }
        let (_, sign) = PREFIXES.into_iter().find(|(word, _)| text == *word)?;
        Some(sign)
    }
}

/// What a value says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Value {
    /// Nothing is stated.
    #[default]
    Blank,
    /// A number, in the measure's unit.
    Number(Decimal),
    /// From a number to a number, in the measure's unit.
    Range(Decimal, Decimal),
    /// A date or a period with its year.
    Period(Period),
    /// Words.
    Text(String),
}

impl Value {
    /// The number, if it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Sign, value and unit as they go into files and JSON (design §9).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The sign that stands in the form.
    pub sign: Option<Sign>,
    /// The value in half-width characters, sign and unit taken off where they stand as such; `""` when blank.
    pub value: String,
    /// The unit of measure that stands in the form.
    pub unit: Option<String>,
}

/// A measured value: what it means, and what was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// How an actual value is compared with it; read out of words too (`95%以上`).
    pub sign: Option<Sign>,
    /// What it says.
    pub value: Value,
    /// Unit of measure; read out of words too.
    pub unit: Option<String>,
    /// The value's text as it came, untouched.
    pub raw: String,
    written: Written,
}

impl Measure {
    /// Reads sign, value and unit out of one text. Never fails: what is no number and no date is words.
    pub fn read(raw: &str) -> Self {
        let text = fold(raw);
        let mut measure = Self { raw: raw.to_owned(), ..Self::meaning(&text) };
        if measure.written.value.is_empty() {
            measure.written.value = text.replace('\n', "");
        }
        measure
    }

    /// Reads the three cells of a form that keeps them apart. A cell may still hold more than its own part
    /// (`≥95%` under 指标值): what the other cells leave open is then taken from it.
    pub fn of_parts(sign: &str, value: &str, unit: &str) -> Self {
        let own_unit = own_unit(unit);
        let own_sign = Sign::of_cell(sign);
        let mut measure = Self::read(value);
        let fits = match (&own_unit, &measure.written.unit) {
            (Some(own), Some(inner)) => own == inner,
            _ => true,
        };
        let clashes = own_sign.is_some() && measure.written.sign.is_some() && own_sign != measure.written.sign;
        if !fits || clashes || (own_sign == Some(Sign::Qualitative) && measure.value.number().is_none()) {
            measure.written = Written { value: fold(value).replace('\n', ""), ..Written::default() };
        }
        measure.sign = own_sign.or(measure.sign);
        measure.written.sign = own_sign.or(measure.written.sign);
        if own_unit.is_some() {
            measure.unit.clone_from(&own_unit);
            measure.written.unit = own_unit;
        }
        measure
    }

    /// The measure of an indicator as it is stored: the sign's canonical term, the value's text, the unit.
    pub fn of_stored(sign: Option<Sign>, value: Option<&str>, unit: Option<&str>) -> Self {
        Self::of_parts(sign.map_or("", Sign::term), value.unwrap_or_default(), unit.unwrap_or_default())
    }

    /// Sign, value and unit as they stand in the form.
    pub fn written(&self) -> &Written {
        &self.written
    }

    /// The number and the unit with magnitude words multiplied out: 1.2 万名 is 12,000 名. `None` when it is no number.
    pub fn base(&self) -> Option<(Decimal, &str)> {
        let (factor, unit) = number::magnitude(self.unit.as_deref().unwrap_or_default());
        Some((self.value.number()?.checked_mul(factor)?, unit))
    }

    /// What a folded text means, with `written` filled only where sign and unit could be taken off.
    fn meaning(text: &str) -> Self {
        let squeezed = squeeze(text);
        if says_nothing(&squeezed) {
            return Self::default();
        }
        if let Some(period) = period::read(&squeezed) {
            return Self { value: Value::Period(period), ..Self::default() };
        }
        let (sign, rest) = prefix(&squeezed);
        Self::plain(sign, rest)
            .or_else(|| Self::dated(sign, rest))
            .or_else(|| Self::range(sign, rest))
            .or_else(|| Self::in_words(sign, rest))
            .unwrap_or_else(|| Self { value: Value::Text(text.to_owned()), ..Self::default() })
    }

    /// A number with nothing but a unit behind it.
    fn plain(sign: Option<Sign>, rest: &str) -> Option<Self> {
        let (digits, unit) = number::head(rest)?;
        let unit = number::out_of_brackets(unit);
        if !unit.is_empty() && !number::is_unit(unit) {
            return None;
        }
        let number = Decimal::from_str(&digits).ok()?;
        let unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
        let written = Written { sign, value: digits, unit: unit.clone() };
        Some(Self { sign, value: Value::Number(number), unit, raw: String::new(), written })
    }

    /// `≤2025年11月`: a period behind a sign.
    fn dated(sign: Option<Sign>, rest: &str) -> Option<Self> {
        let period = period::read(rest).filter(|_| sign.is_some())?;
        let written = Written { sign, value: rest.to_owned(), unit: None };
        Some(Self { sign, value: Value::Period(period), written, ..Self::default() })
    }

    /// `90%-95%`, `3~5天`, `3至5个`: both ends in one unit.
    fn range(sign: Option<Sign>, rest: &str) -> Option<Self> {
        let (low, after) = number::head(rest)?;
        let joins = ["-", "~", "—", "–", "至", "到"];
        let places = joins.iter().filter_map(|join| Some((after.find(join)?, join.len())));
        let (place, length) = places.min()?;
        let (low_unit, high) = (after.get(..place)?, after.get(place + length..)?);
        let (high, unit) = number::head(high)?;
        let both = low_unit.is_empty() || low_unit == unit;
        if !both || high.starts_with('-') || !(unit.is_empty() || number::is_unit(unit)) {
            return None;
        }
        let (low, high) = (Decimal::from_str(&low).ok()?, Decimal::from_str(&high).ok()?);
        let unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
        (low <= high).then(|| Self { sign, value: Value::Range(low, high), unit, ..Self::default() })
    }

    /// `95%以上`, `控制在3%以内`, `±3%以内`: the words stay in the written value, their meaning is read.
    fn in_words(sign: Option<Sign>, rest: &str) -> Option<Self> {
        let controlled = ["控制在", "达到", "达"].iter().find_map(|word| rest.strip_prefix(word));
        let (inner, rest) = controlled.map_or((None, rest), prefix);
        let (body, after) = SUFFIXES
            .into_iter()
            .find_map(|(word, sign)| Some((rest.strip_suffix(word)?, sign)))
            .unwrap_or((rest, None));
        if controlled.is_none() && body == rest {
            return None;
        }
        let found = Self::plain(None, body)?;
        Some(Self { sign: sign.or(inner).or(after), value: found.value, unit: found.unit, ..Self::default() })
    }
}

/// What a cell of units of measure says: `%(百分比)` only explains its unit.
fn own_unit(cell: &str) -> Option<String> {
    let unit = fold(cell).replace('\n', "");
    let explained = ["%", "‰"].into_iter().find(|unit_alone| {
        unit.strip_prefix(unit_alone).is_some_and(|rest| rest.starts_with('(') && rest.ends_with(')'))
    });
    let unit = explained.map_or(unit, str::to_owned);
    Some(unit).filter(|unit| !says_nothing(unit) && unit != "无")
}

/// The sign in front of a text, and the rest.
fn prefix(text: &str) -> (Option<Sign>, &str) {
    let found = PREFIXES.into_iter().find_map(|(word, sign)| Some((Some(sign), text.strip_prefix(word)?)));
    found.unwrap_or((None, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `meaning | written` in one line.
    fn line(measure: &Measure) -> String {
        let value = match &measure.value {
            Value::Blank => "blank".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Range(low, high) => format!("{low}..{high}"),
            Value::Period(period) => format!("until {}", period.last),
            Value::Text(_) => "words".to_owned(),
        };
        let show = |sign: Option<Sign>| sign.map_or("", Sign::term);
        let written = measure.written();
        format!(
            "{} {value} {} | {} {} {}",
            show(measure.sign),
            measure.unit.as_deref().unwrap_or_default(),
            show(written.sign),
            written.value,
            written.unit.as_deref().unwrap_or_default(),
        )
    }

    #[test]
    fn one_cell() {
        let cases = [
            ("≥95%", "≥ 95 % | ≥ 95 %"),
            ("＝１００％", "= 100 % | = 100 %"),
            (">=20平方米", "≥ 20 平方米 | ≥ 20 平方米"),
            ("≦475元/亩", "≤ 475 元/亩 | ≤ 475 元/亩"),
            ("≥ 90 %", "≥ 90 % | ≥ 90 %"),
            ("大于等于95%", "≥ 95 % | ≥ 95 %"),
            ("不低于90%", "≥ 90 % | ≥ 90 %"),
            ("不超过250万元", "≤ 250 万元 | ≤ 250 万元"),
            ("95%以上", "≥ 95 % |  95%以上 "),
            ("控制在5%以内", "≤ 5 % |  控制在5%以内 "),
            ("±3%以内", "± 3 % |  ±3%以内 "),
            ("±3%", "± 3 % | ± 3 %"),
            ("90%-95%", " 90..95 % |  90%-95% "),
            ("3~5天", " 3..5 天 |  3~5天 "),
            ("2023.07-2024.01", " until 2024-01-31  |  2023.07-2024.01 "),
            ("2021年12月完成", " until 2021-12-31  |  2021年12月完成 "),
            ("2026年3月31日前", " until 2026-03-31  |  2026年3月31日前 "),
            ("12,000人次", " 12000 人次 |  12000 人次"),
            ("1.2万名", " 1.2 万名 |  1.2 万名"),
            ("80M", " 80 M |  80 M"),
            ("0.4‰", " 0.4 ‰ |  0.4 ‰"),
            ("1人/年", " 1 人/年 |  1 人/年"),
            ("20", " 20  |  20 "),
            ("-5%", " -5 % |  -5 %"),
            ("88/100", " words  |  88/100 "),
            ("合理", " words  |  合理 "),
            ("按月安排", " words  |  按月安排 "),
            ("每月补贴不低于50元", " words  |  每月补贴不低于50元 "),
            ("2024年12月底前", " until 2024-12-31  |  2024年12月底前 "),
            ("6月底前完成", " words  |  6月底前完成 "),
            ("100%完成", " words  |  100%完成 "),
            ("", " blank  |   "),
            ("—", " blank  |  — "),
        ];
        for (text, expected) in cases {
            assert_eq!(line(&Measure::read(text)), expected, "{text}");
        }
    }

    #[test]
    fn three_cells() {
        let cases = [
            (("≥", "735", "人次"), "≥ 735 人次 | ≥ 735 人次"),
            (("＝", "100%", "％"), "= 100 % | = 100 %"),
            (("", "≥95%", ""), "≥ 95 % | ≥ 95 %"),
            (("≥", "20平方米", ""), "≥ 20 平方米 | ≥ 20 平方米"),
            (("≥", "50元", "万元"), "≥ 50 万元 | ≥ 50元 万元"),
            ((">=", "98", "%(百分比)"), "≥ 98 % | ≥ 98 %"),
            (("定性", "有效", "-"), "定性 words  | 定性 有效 "),
            (("定性指标", "2024.02-2024.12", ""), "定性 until 2024-12-31  | 定性 2024.02-2024.12 "),
            (("定性", "每生每天补助5元", ""), "定性 words  | 定性 每生每天补助5元 "),
            (("大于等于", "90", "%"), "≥ 90 % | ≥ 90 %"),
            (("正向", "90", "%"), " 90 % |  90 %"),
            (("", "", ""), " blank  |   "),
            (("≥", "12,000", "人"), "≥ 12000 人 | ≥ 12000 人"),
        ];
        for ((sign, value, unit), expected) in cases {
            assert_eq!(line(&Measure::of_parts(sign, value, unit)), expected, "{sign}|{value}|{unit}");
        }
    }

    #[test]
    fn signs_of_cells() {
        for (cell, sign) in [
            ("＝", Sign::Equal),
            (">=", Sign::AtLeast),
            ("≧", Sign::AtLeast),
            ("小于等于", Sign::AtMost),
            ("＜", Sign::LessThan),
            ("大于", Sign::MoreThan),
            ("≥（正向）", Sign::AtLeast),
            (" 定性指标", Sign::Qualitative),
        ] {
            assert_eq!(Sign::of_cell(cell), Some(sign), "{cell}");
        }
        for cell in ["", "正向指标", "定量", "95", "≥95"] {
            assert_eq!(Sign::of_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn magnitudes_are_multiplied_out() {
        let measure = Measure::read("≥1.2万名");
        assert_eq!(measure.base(), Some((Decimal::from(12_000), "名")));
        assert_eq!(Measure::read("250万元").base(), Some((Decimal::from(2_500_000), "元")));
        assert_eq!(Measure::read("合理").base(), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_kept(text in "\\PC{0,24}", sign in "\\PC{0,4}", unit in "\\PC{0,6}") {
            prop_assert_eq!(&Measure::read(&text).raw, &text);
            let parts = Measure::of_parts(&sign, &text, &unit);
            prop_assert_eq!(&parts.raw, &text);
        }

        #[test]
        fn likely_texts_are_read_and_kept(text in "[≥≤><=±不低于控制在]{0,3}[0-9,.]{0,6}[-~至年月%万元人/以上内前]{0,6}[0-9.%]{0,4}") {
            prop_assert_eq!(&Measure::read(&text).raw, &text);
        }

        #[test]
        fn what_is_written_reads_the_same_again(number in 0_i64..1_000_000, unit in "(%|人|元/亩|万元|平方米)") {
            for sign in [Sign::AtLeast, Sign::AtMost, Sign::Equal, Sign::MoreThan, Sign::LessThan] {
                let whole = Measure::read(&format!("{sign}{number}{unit}"));
                let parts = Measure::of_stored(Some(sign), Some(&number.to_string()), Some(&unit));
                prop_assert_eq!(whole.written(), parts.written());
                prop_assert_eq!(whole.value, parts.value);
            }
        }
    }
}
