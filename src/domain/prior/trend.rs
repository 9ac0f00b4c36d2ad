//! What an indicator reached over the years.

use rust_decimal::Decimal;

use super::change::reached;
use super::twins::twins;
use crate::domain::evaluation::Evaluation;
use crate::domain::target::Indicator;

/// What one indicator reached in an earlier year.
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
            reached(prior.indicators.get(twin.place)?).map(|quantity| quantity.number)
        });
        values.next()
    };
    let trend = |place| years.iter().map(|&year| Reached { year, value: value(place, year) }).collect();
    (0..indicators.len()).map(trend).collect()
}
