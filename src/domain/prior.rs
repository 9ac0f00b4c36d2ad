//! Which earlier indicator is the same thing as one of this year's, and how this year's target stands to what was reached.
//!
//! Goes by names, levels and directions, never by position, and stays quiet where it cannot be sure: a wrong
//! neighbour in the table would mislead a reviewer more than a gap. Knows nothing of screens and of findings.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::evaluation::{Evaluation, EvaluationIndicator};
use super::measure::{Measure, Sign};
use super::target::Indicator;
use super::text::name_key;

/// Likeness (of 100) that names under the same level 2 must reach; chosen by hand-labelled forms so that no pair is wrong.
const ENOUGH: u32 = 50;
/// Likeness that is needed on top when level 2 differs.
const OTHER_LEVEL: u32 = 10;
/// Likeness that is needed on top when the units of measure differ.
const OTHER_UNIT: u32 = 10;
/// Likeness of a name that contains the other one whole.
const CONTAINED: u32 = 70;
/// Likeness of equal names.
const EQUAL: u32 = 200;

/// The earlier indicator that is the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// Its place in the earlier evaluation, from 0.
    pub place: usize,
    /// Why.
    pub why: Likeness,
}

/// Why two indicators are the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Their names are equal, spaces and punctuation aside.
    SameName,
    /// One name contains the other.
    Contained,
    /// The names share most of their words, under the same level 1.
    CommonWords,
}

impl Likeness {
    /// The stable id, which is also the key of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::Contained => "contained",
            Self::CommonWords => "common-words",
        }
    }
}

/// A possible pair.
struct Pair {
    indicator: usize,
    place: usize,
    points: u32,
    why: Likeness,
}

/// For each of this year's indicators its twin in an earlier evaluation. The likest pairs come first, and every earlier
/// indicator serves once.
pub fn twins(indicators: &[Indicator], earlier: &[EvaluationIndicator]) -> Vec<Option<Twin>> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (indicator, one) in indicators.iter().enumerate() {
        pairs.extend(earlier.iter().enumerate().filter_map(|(place, other)| {
            let (points, why) = likeness(one, other)?;
            Some(Pair { indicator, place, points, why })
        }));
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.points), pair.indicator, pair.place));
    let mut twins = vec![None; indicators.len()];
    let mut taken = vec![false; earlier.len()];
    for pair in pairs {
        if twins[pair.indicator].is_none() && !taken[pair.place] {
            twins[pair.indicator] = Some(Twin { place: pair.place, why: pair.why });
            taken[pair.place] = true;
        }
    }
    twins
}

/// How alike two indicators are, if that is enough.
fn likeness(one: &Indicator, other: &EvaluationIndicator) -> Option<(u32, Likeness)> {
    let (a, b) = (words(one.name()), words(other.l3.as_deref().unwrap_or_default()));
    if a.is_empty() || b.is_empty() || opposed(one.sign, other.sign) {
        return None;
    }
    let same_second = level(one.l2.as_deref()) == level(other.l2.as_deref());
    let same_unit = unit(one.unit.as_deref()) == unit(other.unit.as_deref());
    let bonus = u32::from(same_second) * 5 + u32::from(same_unit) * 5;
    if a == b {
        return Some((EQUAL + bonus, Likeness::SameName));
    }
    if level(one.l1.as_deref()) != level(other.l1.as_deref()) {
        return None;
    }
    let contains = |long: &[char], short: &[char]| long.windows(short.len()).any(|part| part == short);
    let contained = contains(&a, &b) || contains(&b, &a);
    let shared = shared(&a, &b);
    let points = if contained { shared.max(CONTAINED) } else { shared };
    let needed = ENOUGH + u32::from(!same_second) * OTHER_LEVEL + u32::from(!same_unit) * OTHER_UNIT;
    let why = if contained { Likeness::Contained } else { Likeness::CommonWords };
    (points >= needed).then_some((points + bonus, why))
}

/// The letters of a name that count: no punctuation, and no figures, because those change from year to year.
fn words(name: &str) -> Vec<char> {
    name_key(name).chars().filter(|letter| !letter.is_numeric()).collect()
}

/// A level's name without the word 指标, which some forms leave out.
fn level(name: Option<&str>) -> String {
    name_key(name.unwrap_or_default()).replace("指标", "")
}

/// A unit of measure; 人次 and 人 are used for one another.
fn unit(unit: Option<&str>) -> String {
    name_key(unit.unwrap_or_default()).replace("人次", "人")
}

/// Whether more is better for one and worse for the other.
fn opposed(one: Option<Sign>, other: Option<Sign>) -> bool {
    let direction = |sign: Option<Sign>| match sign {
        Some(Sign::AtLeast | Sign::MoreThan) => Some(true),
        Some(Sign::AtMost | Sign::LessThan) => Some(false),
        _ => None,
    };
    matches!((direction(one), direction(other)), (Some(one), Some(other)) if one != other)
}

/// Points of 100: letters and pairs of letters in common, by the shorter name (40 each), and letters by both (20).
fn shared(a: &[char], b: &[char]) -> u32 {
    let couples = |name: &[char]| name.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    let (a2, b2) = (couples(a), couples(b));
    let letters = common(a, b);
    let shorter = a.len().min(b.len());
    let parts = [
        (40 * letters, shorter),
        (40 * common(&a2, &b2), a2.len().min(b2.len()).max(1)),
        (40 * letters, a.len() + b.len()),
    ];
    parts.iter().map(|(points, of)| u32::try_from(points / of).unwrap_or(0)).sum()
}

/// How many things two lists have in common, each counted as often as both have it.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut left: Vec<&T> = b.iter().collect();
    a.iter()
        .filter(|thing| left.iter().position(|other| other == thing).map(|place| left.swap_remove(place)).is_some())
        .count()
}

/// The actual value of an earlier indicator as a number, magnitude words multiplied out.
pub fn actual(indicator: &EvaluationIndicator) -> Option<Decimal> {
    let measure = Measure::of_parts("", indicator.actual.as_deref()?, "");
    measure.base().map(|(number, _)| number)
}

/// How this year's target value stands to an earlier actual: `Greater` asks for more than was reached, `Less` for less,
/// with the sign's direction taken into account (a lower ceiling asks for more). `None` without two numbers.
pub fn ambition(indicator: &Indicator, earlier: &EvaluationIndicator) -> Option<Ordering> {
    let value = indicator.value.as_deref();
    let measure = Measure::of_stored(indicator.sign, value, indicator.unit.as_deref());
    let (target, _) = measure.base()?;
    let order = target.cmp(&actual(earlier)?);
    match measure.sign? {
        Sign::AtMost | Sign::LessThan => Some(order.reverse()),
        Sign::Equal | Sign::AtLeast | Sign::MoreThan => Some(order),
        Sign::Within | Sign::Qualitative => None,
    }
}

/// What one indicator reached in earlier years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The year.
    pub year: i32,
    /// The actual value as a number, if it is one and the indicator was there.
    pub value: Option<Decimal>,
}

/// What each of this year's indicators reached in the `span` years before `year`, oldest first.
/// Of several evaluations of one year the first that knows the indicator counts.
pub fn trends(indicators: &[Indicator], priors: &[&Evaluation], year: i32, span: i32) -> Vec<Vec<Reached>> {
    let years: Vec<i32> = (1..=span).rev().map(|back| year - back).collect();
    let known: Vec<_> = priors.iter().map(|prior| (prior, twins(indicators, &prior.indicators))).collect();
    let value = |place: usize, year: i32| {
        let of_year = known.iter().filter(|(prior, _)| prior.year == Some(year));
        let mut values = of_year.filter_map(|(prior, twins)| {
            let twin = twins.get(place).copied().flatten()?;
            actual(prior.indicators.get(twin.place)?)
        });
        values.next()
    };
    let trend = |place| years.iter().map(|&year| Reached { year, value: value(place, year) }).collect();
    (0..indicators.len()).map(trend).collect()
}

#[cfg(test)]
mod tests;
