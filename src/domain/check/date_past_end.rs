//! `date-past-end`: a date lies outside the budget year of the project, unless the form, the objective or the project says that it runs over several years.

use jiff::civil::Date;

use super::reading::Reading;
use super::{Check, Lack, Notes, Subject};
use crate::domain::measure::{Value, squeeze};

pub(super) const CHECK: Check = Check::of_target("date-past-end", run);

/// Years that a form may speak of at all; other numbers before 年 are none.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let dated: Vec<(&Reading<'_>, Span)> =
        subject.indicators.iter().filter_map(|one| Some((one, span(one)?))).collect();
    if dated.is_empty() {
        return;
    }
    let Some(year) = subject.year else { return notes.cannot(Lack::Year) };
    let said = squeeze(subject.objective) + &squeeze(subject.project);
    for (one, span) in dated {
        // A service that begins in the year and ends in the next runs over the turn of the year.
        let later = span.last > year && span.first.is_none_or(|first| first > year);
        let past = later && subject.until.is_none_or(|until| span.last > until) && !runs_until(&said, span.last);
        let before = span.last < year;
        if past || before {
            notes.at(one.at(), one.of.measure_text()).slot("year", year.to_string());
        }
    }
}

/// The years that a value names: the first when it is a period, and the last.
struct Span {
    first: Option<i32>,
    last: i32,
}

fn span(one: &Reading<'_>) -> Option<Span> {
    if let Value::Period(period) = &one.measure.value {
        let of = |date: Date| i32::from(date.year());
        let first = period.first.map(of).filter(|first| *first != of(period.last));
        return Some(Span { first, last: of(period.last) });
    }
    let years = years(&one.value);
    let last = *years.iter().max()?;
    Some(Span { first: years.iter().min().copied().filter(|first| *first != last), last })
}

/// The years that stand in a text before 年.
fn years(text: &str) -> Vec<i32> {
    let before = |(at, _): (usize, &str)| {
        let digits: String = text.get(..at)?.chars().rev().take_while(char::is_ascii_digit).collect();
        let year = digits.chars().rev().collect::<String>().parse().ok()?;
        YEARS.contains(&year).then_some(year)
    };
    text.match_indices('年').filter_map(before).collect()
}

/// Whether the objective or the project's name says that the project lasts until that year.
fn runs_until(said: &str, year: i32) -> bool {
    let short = year % 100;
    years(said).into_iter().any(|named| named >= year)
        || [format!("-{year}"), format!("~{year}"), format!("至{year}"), format!("-{short}年")]
            .iter()
            .any(|end| said.contains(end.as_str()))
}
