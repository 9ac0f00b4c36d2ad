//! How the figures of the report went over the years, for who would rather look than read.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;

use super::figure::{Figure, Value};

/// Years that are looked back at.
const BACK: usize = 4;

/// The figures of several years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trend {
    /// The years, oldest first; the last one is the board's.
    pub years: Vec<i32>,
    of: BTreeMap<&'static str, Vec<Option<i64>>>,
}

impl Trend {
    /// The years before `year`, of those that are known, that a trend looks back at: oldest first.
    pub fn before(year: i32, known: &[i32]) -> Vec<i32> {
        let mut years: Vec<i32> = known.iter().copied().filter(|one| *one < year).collect();
        years.sort_unstable();
        years.dedup();
        years.split_off(years.len().saturating_sub(BACK))
    }

    /// The figures of years, each with all of its figures, oldest first.
    pub fn of(years: &[(i32, Vec<Figure>)]) -> Self {
        let mut of: BTreeMap<&'static str, Vec<Option<i64>>> = BTreeMap::new();
        for (place, (_, figures)) in years.iter().enumerate() {
            for figure in figures {
                let line = of.entry(figure.id).or_insert_with(|| vec![None; years.len()]);
                if let Some(height) = line.get_mut(place) {
                    *height = number(figure.value);
                }
            }
        }
        Self { years: years.iter().map(|(year, _)| *year).collect(), of }
    }

    /// A figure through the years; nothing where fewer than two of them tell it, because that is no line.
    pub fn line(&self, id: &str) -> Option<&[Option<i64>]> {
        let line = self.of.get(id)?;
        (line.iter().flatten().count() > 1).then_some(line.as_slice())
    }
}

/// A value as a height; shares in hundredths of a per cent.
fn number(value: Value) -> Option<i64> {
    match value {
        Value::Count(count) => Some(i64::from(count)),
        Value::Money(amount) => Some(amount.0),
        Value::Share(part, whole) => (part * rust_decimal::Decimal::from(10_000)).checked_div(whole)?.to_i64(),
        Value::Unknown(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::Rows;

    fn figure(id: &'static str, value: Value) -> Figure {
        Figure { id, value, rows: Rows::Units }
    }

    #[test]
    fn a_line_needs_two_years_that_tell_the_figure() {
        let unknown = Value::Unknown("report.reason.no-monitoring");
        let years = [
            (2019, vec![figure("a", Value::Count(3)), figure("b", unknown)]),
            (2020, vec![figure("a", unknown), figure("b", Value::Count(2))]),
            (2021, vec![figure("a", Value::Share(1.into(), 4.into()))]),
        ];
        let trend = Trend::of(&years);
        assert_eq!(trend.line("a"), Some(&[Some(3), None, Some(2_500)][..]));
        assert_eq!((trend.line("b"), trend.line("c")), (None, None));
    }

    #[test]
    fn only_the_last_years_before_are_looked_back_at() {
        assert_eq!(Trend::before(2021, &[2022, 2021, 2020, 2019, 2018, 2017, 2016]), [2017, 2018, 2019, 2020]);
        assert_eq!(Trend::before(2016, &[2021, 2016]), Vec::<i32>::new());
    }
}
