//! An indicator with everything that the checks ask of it, read once: levels, name, value, unit of measure, money.
//!
//! Owns what a cell means to the checks; `words` has the vocabulary.

use rust_decimal::Decimal;

use super::finding::Place;
use super::words;
use crate::domain::measure::{Measure, Sign, Value, decimal, says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::target::Indicator;
use crate::domain::text::name_key;

/// Level 1 (一级指标).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// 产出指标.
    Output,
    /// 成本指标.
    Cost,
    /// 效益指标.
    Benefit,
    /// 满意度指标.
    Satisfaction,
    /// None of these, or none stated.
    Other,
}

/// Level 2 (二级指标).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Second {
    /// 数量指标.
    Quantity,
    /// 质量指标.
    Quality,
    /// 时效指标.
    Timeliness,
    /// 成本指标, 经济成本指标.
    Cost,
    /// 社会成本指标, 生态环境成本指标: what others bear, seldom in money.
    OutsideCost,
    /// 经济, 社会, 生态效益指标, 可持续影响指标.
    Benefit,
    /// 服务对象满意度指标.
    Satisfaction,
    /// None of these, or none stated.
    Other,
}

/// An indicator as the checks see it.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The indicator as handed in.
    pub of: &'a Indicator,
    /// Its place, from 0.
    pub place: usize,
    /// Level 1.
    pub first: First,
    /// Level 2.
    pub second: Second,
    /// The name in half-width characters without blanks.
    pub name: String,
    /// The name without punctuation, for comparing.
    pub key: String,
    /// The value's text in half-width characters without blanks, sign and unit taken off where they stand apart.
    pub value: String,
    /// Sign, value and unit as they are meant.
    pub measure: Measure,
}

impl<'a> Reading<'a> {
    /// Reads an indicator at its place.
    pub fn new(place: usize, of: &'a Indicator) -> Self {
        Self {
            of,
            place,
            first: first(of.l1.as_deref().unwrap_or_default()),
            second: second(of.l2.as_deref().unwrap_or_default()),
            name: squeeze(of.name()),
            key: name_key(of.name()),
            value: squeeze(of.value.as_deref().unwrap_or_default()),
            measure: Measure::of_stored(of.sign, of.value.as_deref(), of.unit.as_deref()),
        }
    }

    /// Its place in a finding.
    pub fn at(&self) -> Place {
        Place::Indicator(u32::try_from(self.place).unwrap_or(u32::MAX))
    }

    /// The name without brackets and signs at its end: 合格率(%) is 合格率.
    pub fn bare_name(&self) -> &str {
        let name = self.name.trim_end_matches(['%', '、', '。']);
        let bracket = name.strip_suffix([')', '）']).and_then(|name| name.rfind(['(', '（']));
        bracket.and_then(|start| name.get(..start)).filter(|name| !name.is_empty()).unwrap_or(name)
    }

    /// Whether the form leaves the name empty.
    pub fn nameless(&self) -> bool {
        says_nothing(&self.name)
    }

    /// Whether the form has a field for the value and leaves it empty.
    pub fn valueless(&self) -> bool {
        self.of.value.is_some() && says_nothing(&self.value)
    }

    /// The unit of measure in half-width characters without blanks; empty when there is none.
    pub fn unit(&self) -> String {
        squeeze(self.measure.unit.as_deref().unwrap_or_default())
    }

    /// Whether it is a cost indicator at either level, of either generation.
    pub fn is_cost(&self) -> bool {
        costs(self.first, self.second)
    }

    /// Whether its levels make it a satisfaction indicator.
    pub fn is_satisfaction(&self) -> bool {
        self.first == First::Satisfaction || self.second == Second::Satisfaction
    }

    /// Whether its value is a percentage or permillage, in whatever cell the sign stands.
    pub fn is_percentage(&self) -> bool {
        let unit = self.unit();
        matches!(unit.as_str(), "%" | "‰" | "百分比" | "百分之" | "百分点")
            || (unit.is_empty() && self.value.contains(['%', '‰']))
    }

    /// Whether a number, a date or any figure stands in the value.
    pub fn has_figure(&self) -> bool {
        self.value.contains(|c: char| c.is_ascii_digit())
    }

    /// The number, magnitude words multiplied out.
    pub fn number(&self) -> Option<Decimal> {
        self.measure.base().map(|(number, _)| number)
    }

    /// Whether the sign asks for at least the value.
    pub fn asks_for_more(&self) -> bool {
        matches!(self.measure.sign, Some(Sign::AtLeast | Sign::MoreThan))
    }

    /// Whether the value is in words.
    pub fn in_words(&self) -> bool {
        matches!(self.measure.value, Value::Text(_))
    }

    /// Whether its unit of measure is plain money (元, 万元), not money by something (元/人).
    pub fn is_money(&self) -> bool {
        words::yuan(&self.unit()).is_some()
    }

    /// Whether its unit of measure has to do with money: 元, 万元, 元/人, 元/亩·年.
    pub fn in_money(&self) -> bool {
        self.unit().contains('元')
    }

    /// The amount, when it is plain money.
    pub fn money(&self) -> Option<Money> {
        let factor = words::yuan(&self.unit())?;
        Money::from_yuan(self.measure.value.number()?.checked_mul(factor)?)
    }

    /// Whether name or unit say that it is a price for one of something: 单价, 人均, 补助标准, 元/人.
    pub fn is_unit_price(&self) -> bool {
        self.unit().contains('/') || self.unit().contains('每') || words::has(words::Group::UnitPrice, &self.name)
    }

    /// Whether the name says that it is the whole cost: 总成本, 总投资, 预算控制数.
    pub fn is_total(&self) -> bool {
        words::has(words::Group::Total, &self.name)
    }

    /// The weight (points), if one is given.
    pub fn weight(&self) -> Option<Decimal> {
        decimal(squeeze(self.of.weight.as_deref()?).trim_end_matches(['分', '%']))
    }

    /// The words by which an indicator is known: levels, name, sign, value, unit.
    pub fn words(&self) -> String {
        let of = self.of;
        let sign = of.sign.map_or("", Sign::term);
        [&of.l1, &of.l2, &of.l3, &of.value, &of.unit].map(|part| part.as_deref().unwrap_or_default()).join("|") + sign
    }
}

/// Whether levels as written make a cost indicator.
pub fn is_cost(level1: &str, level2: &str) -> bool {
    costs(first(level1), second(level2))
}

const fn costs(first: First, second: Second) -> bool {
    matches!(first, First::Cost) || matches!(second, Second::Cost | Second::OutsideCost)
}

fn first(level: &str) -> First {
    let has = |word: &str| level.contains(word);
    match level {
        _ if has("满意") => First::Satisfaction,
        _ if has("成本") => First::Cost,
        _ if has("产出") => First::Output,
        _ if has("效益") || has("效果") => First::Benefit,
        _ => First::Other,
    }
}

fn second(level: &str) -> Second {
    let has = |word: &str| level.contains(word);
    match level {
        _ if has("满意") => Second::Satisfaction,
        _ if has("成本") && (has("社会") || has("生态") || has("环境")) => Second::OutsideCost,
        _ if has("成本") => Second::Cost,
        _ if has("数量") => Second::Quantity,
        _ if has("质量") => Second::Quality,
        _ if has("时效") => Second::Timeliness,
        _ if has("效益") || has("可持续") => Second::Benefit,
        _ => Second::Other,
    }
}
