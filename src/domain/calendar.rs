//! Working days (工作日): weekends, public holidays and the weekends that are worked instead, as the State Council's notices say.
//!
//! Owns counting. The days are data (`data/calendar/holidays.toml`, each year with its source); a year that it does not have counts
//! by weekends alone, and says so.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

const HOLIDAYS: &str = include_str!("../../data/calendar/holidays.toml");

static BUNDLED: OnceLock<Calendar> = OnceLock::new();

/// The days off and the worked weekends of some years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    years: BTreeSet<i16>,
    rest: BTreeSet<Date>,
    work: BTreeSet<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    year: Vec<YearFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearFile {
    year: i16,
    #[serde(rename = "source")]
    _source: Vec<String>,
    rest: Vec<String>,
    work: Vec<String>,
}

impl Calendar {
    /// The calendar of the bundled data.
    pub fn bundled() -> &'static Self {
        BUNDLED.get_or_init(|| Self::read(HOLIDAYS).unwrap_or_default())
    }

    /// Reads a calendar's file.
    ///
    /// # Errors
    /// What cannot be understood, in words for whoever keeps the file.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut calendar = Self::default();
        for year in file.year {
            calendar.years.insert(year.year);
            for span in &year.rest {
                calendar.rest.extend(days(year.year, span)?);
            }
            for span in &year.work {
                calendar.work.extend(days(year.year, span)?);
            }
        }
        Ok(calendar)
    }

    /// Whether the holidays of a year are known; else only weekends count.
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// Whether a day is worked.
    pub fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.work.contains(&day) || (!weekend && !self.rest.contains(&day))
    }

    /// The day `count` working days after `from`.
    pub fn add(&self, from: Date, count: u32) -> Date {
        let (mut day, mut left) = (from, count);
        while left > 0 {
            let Ok(next) = day.tomorrow() else { return day };
            day = next;
            left -= u32::from(self.is_working(day));
        }
        day
    }

    /// Working days after `from` up to and with `to`; negative when `to` is the earlier one. Spans beyond a century count as one.
    pub fn between(&self, from: Date, to: Date) -> i32 {
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let mut count = 0;
        let mut day = first;
        for _ in 0..36_600 {
            if day >= last {
                break;
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            count += i32::from(self.is_working(day));
        }
        sign * count
    }
}

/// Of some days the years of which no public holidays are known: their working days are counted by weekends alone.
pub fn unknown_years(days: impl IntoIterator<Item = Date>) -> Vec<i16> {
    let years: BTreeSet<i16> = days.into_iter().map(Date::year).collect();
    years.into_iter().filter(|year| !Calendar::bundled().knows(*year)).collect()
}

/// The day `count` working days after `from`, by the bundled calendar.
pub fn add_working_days(from: Date, count: u32) -> Date {
    Calendar::bundled().add(from, count)
}

/// Working days after `from` up to and with `to`, by the bundled calendar; negative when `to` is the earlier one.
pub fn working_days_between(from: Date, to: Date) -> i32 {
    Calendar::bundled().between(from, to)
}

/// `01-24..02-02`, `05-01`, `2018-12-30..2018-12-31`: the days of a span, both ends within.
fn days(year: i16, span: &str) -> Result<Vec<Date>, String> {
    let (first, last) = span.split_once("..").unwrap_or((span, span));
    let (first, last) = (day(year, first)?, day(year, last)?);
    if first > last {
        return Err(format!("{span}?"));
    }
    Ok(first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).collect())
}

fn day(year: i16, text: &str) -> Result<Date, String> {
    let full = if text.len() == 5 { format!("{year:04}-{text}") } else { text.to_owned() };
    full.parse().map_err(|_| format!("{text}?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_bundled_years_are_whole() {
        let calendar = Calendar::read(HOLIDAYS).unwrap();
        assert!((2019..=2026).all(|year| calendar.knows(year)));
        assert!(!calendar.knows(2027), "no notice of it was found");
        assert!(calendar.rest.is_disjoint(&calendar.work));
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert!(calendar.work.iter().all(weekend), "only weekends are worked instead");
        // Eleven public holidays a year until 2024, thirteen since 2025; with weekends around them more.
        for year in 2019..=2026 {
            let off = calendar.rest.iter().filter(|day| day.year() == year && !weekend(day)).count();
            let worked = calendar.work.iter().filter(|day| day.year() == year).count();
            assert!((9..=22).contains(&off) && (4..=9).contains(&worked), "{year}: {off} off, {worked} worked");
        }
    }

    #[test]
    fn holidays_and_worked_weekends_count() {
        assert_eq!(add_working_days(date(2021, 1, 8), 1), date(2021, 1, 11), "a Friday");
        assert_eq!(add_working_days(date(2021, 2, 10), 1), date(2021, 2, 18), "the Spring Festival");
        assert_eq!(add_working_days(date(2021, 2, 19), 1), date(2021, 2, 20), "a Saturday that is worked");
        assert_eq!(add_working_days(date(2020, 1, 23), 1), date(2020, 2, 3), "the holiday that was prolonged");
        assert_eq!(add_working_days(date(2021, 1, 11), 0), date(2021, 1, 11));
        assert_eq!(working_days_between(date(2020, 9, 25), date(2020, 10, 9)), 5, "27, 28, 29, 30, 9");
        assert_eq!(working_days_between(date(2020, 10, 9), date(2020, 9, 25)), -5);
    }

    #[test]
    fn years_without_a_notice_are_named_once() {
        assert_eq!(
            unknown_years([date(2026, 12, 31), date(2027, 1, 4), date(2027, 3, 1), date(2018, 1, 2)]),
            [2018, 2027]
        );
        assert!(unknown_years([date(2021, 1, 1), date(2026, 6, 1)]).is_empty());
    }

    #[test]
    fn a_slip_in_the_file_is_told() {
        let year = |rest: &str| format!("[[year]]\nyear = 2021\nsource = []\nrest = [\"{rest}\"]\nwork = []\n");
        assert!(Calendar::read(&year("02-30")).unwrap_err().contains("02-30"));
        assert!(Calendar::read(&year("03-02..03-01")).is_err());
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(days in 0_i32..4000, count in 0_u32..60) {
            let from = date(2018, 6, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let to = add_working_days(from, count);
            prop_assert_eq!(working_days_between(from, to), i32::try_from(count).unwrap());
        }
    }
}
