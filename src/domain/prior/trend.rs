//! What an indicator reached over the years.

use rust_decimal::Decimal;

use super::change::reached;
use super::twins::Twin;
use crate::domain::evaluation::Evaluation;

/// What one indicator reached in an earlier year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The year.
    pub year: i32,
    /// The actual value as a number, if it is one and the indicator was there.
    pub value: Option<Decimal>,
}

/// What each of `count` indicators reached in the `span` years before `year`, oldest first, by earlier evaluations with their
/// twins. Of several evaluations of one year the first that knows the indicator counts.
pub fn trends(priors: &[(&Evaluation, &[Option<Twin>])], count: usize, year: i32, span: i32) -> Vec<Vec<Reached>> {
    let years: Vec<i32> = (1..=span).rev().map(|back| year - back).collect();
    let value = |place: usize, year: i32| {
        let of_year = priors.iter().filter(|(prior, _)| prior.year == Some(year));
        let mut values = of_year.filter_map(|(prior, twins)| {
            let twin = twins.get(place).copied().flatten()?;
            reached(prior.indicators.get(twin.place)?).map(|quantity| quantity.number)
        });
        values.next()
    };
    let trend = |place| years.iter().map(|&year| Reached { year, value: value(place, year) }).collect();
    (0..count).map(trend).collect()
}
