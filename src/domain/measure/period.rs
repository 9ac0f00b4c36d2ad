//! Reads dates and periods with a year: `2023.07-2024.01`, `2021年12月完成`, `2026年3月31日前`, `2024-01-01至2026-12-31`.
//!
//! Owns the calendar of a value. A date without its year is no period: nobody can place it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A span of days that a value names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day; `None` when only the end is named (`2026年3月31日前`).
    pub first: Option<Date>,
    /// The last day.
    pub last: Date,
}

/// One date as written: year, perhaps month, perhaps day.
#[derive(Debug, Clone, Copy)]
struct Written {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Written {
    fn first(self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }

    fn last(self) -> Option<Date> {
        let month = self.month.unwrap_or(12);
        match self.day {
            Some(day) => Date::new(self.year, month, day).ok(),
            None => Date::new(self.year, month, 1).ok().map(Date::last_of_month),
        }
    }
}

/// The period of a folded text that starts with a date; `None` for any other text.
pub fn read(text: &str) -> Option<Period> {
    let (from, rest) = one(text)?;
    let rest = rest.trim_start();
    let sure = text.contains('年') || from.day.is_some();
    if rest.is_empty() {
        return if sure || text.len() == 7 { span(from, from) } else { None };
    }
    if let Some((to, after)) = joined(rest, from) {
        return (after.chars().count() <= 4).then(|| span(from, to)).flatten();
    }
    match rest {
        _ if rest.starts_with(['前', '底']) || rest.starts_with("之前") || rest.starts_with("以前") => {
            Some(Period { first: None, last: from.last()? })
        }
        _ if sure && rest.chars().count() <= 6 && !rest.contains(|c: char| c.is_ascii_digit()) => span(from, from),
        _ => None,
    }
}

fn span(from: Written, to: Written) -> Option<Period> {
    let (first, last) = (from.first()?, to.last()?);
    (first <= last).then_some(Period { first: Some(first), last })
}

/// The second date after a joining word; a bare month (`2023年7-12月`) takes the first one's year.
fn joined(rest: &str, from: Written) -> Option<(Written, &str)> {
    let joins = ["--", "——", "-", "—", "–", "~", "至", "到"];
    let after = joins.iter().find_map(|join| rest.strip_prefix(join))?.trim_start();
    if let Some(found) = one(after) {
        return Some(found);
    }
    let (month, after) = digits(after, 2)?;
    let after = after.strip_prefix('月')?;
    from.month.and(month_of(month)).map(|month| (Written { year: from.year, month: Some(month), day: None }, after))
}

/// One date at the start of the text. A year alone needs its 年, so that `2024` stays a number.
fn one(text: &str) -> Option<(Written, &str)> {
    let (year, rest) = digits(text, 4)?;
    let year = i16::try_from(year).ok().filter(|year| (1990..=2099).contains(year))?;
    let (chinese, rest) = match rest.strip_prefix('年') {
        Some(rest) => (true, rest.strip_prefix('度').unwrap_or(rest)),
        None => (false, rest.strip_prefix(['.', '-', '/'])?),
    };
    let bare = Written { year, month: None, day: None };
    let Some((month, after)) = digits(rest, 2) else {
        return chinese.then_some((bare, rest));
    };
    let month = month_of(month)?;
    if chinese {
        let after_month = after.strip_prefix('月').unwrap_or(after);
        return Some(with_day(Written { month: Some(month), ..bare }, after_month, '日'));
    }
    let dated = Written { month: Some(month), ..bare };
    match after.strip_prefix(['.', '-', '/']) {
        Some(more) if more.starts_with(|c: char| c.is_ascii_digit()) => {
            let (found, rest) = with_day(dated, more, ' ');
            if found.day.is_some() { Some((found, rest)) } else { Some((dated, after)) }
        }
        _ => Some((dated, after)),
    }
}

fn with_day(dated: Written, text: &str, mark: char) -> (Written, &str) {
    match digits(text, 2) {
        Some((day, rest)) if (1..=31).contains(&day) && (mark == ' ' || rest.starts_with([mark, '号'])) => {
            let rest = rest.strip_prefix([mark, '号']).unwrap_or(rest);
            (Written { day: i8::try_from(day).ok(), ..dated }, rest)
        }
        _ => (dated, text),
    }
}

fn month_of(number: u32) -> Option<i8> {
    i8::try_from(number).ok().filter(|month| (1..=12).contains(month))
}

/// Up to `most` digits at the start; `None` when there is none or when more follow.
fn digits(text: &str, most: usize) -> Option<(u32, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 || count > most {
        return None;
    }
    let (number, rest) = text.split_at(count);
    Some((number.parse().ok()?, rest))
}

impl Period {
    /// The days of a whole year; `None` for a year out of the calendar.
    pub fn of_year(year: i16) -> Option<Self> {
        Some(Self { first: Some(Date::new(year, 1, 1).ok()?), last: Date::new(year, 12, 31).ok()? })
    }

    /// Whether the period ends after another one does.
    pub fn ends_after(&self, other: &Self) -> bool {
        self.last > other.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_with_a_year() {
        let cases = [
            ("2023.07-2024.01", "2023-07-01", "2024-01-31"),
            ("2021年12月完成", "2021-12-01", "2021-12-31"),
            ("2024年", "2024-01-01", "2024-12-31"),
            ("2024-01-01至2026-12-31", "2024-01-01", "2026-12-31"),
            ("2015年至2019年", "2015-01-01", "2019-12-31"),
            ("2023年7-12月", "2023-07-01", "2023-12-31"),
            ("2024年2月", "2024-02-01", "2024-02-29"),
        ];
        for (text, first, last) in cases {
            let period = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(period.first.unwrap().to_string(), first, "{text}");
            assert_eq!(period.last.to_string(), last, "{text}");
        }
        let deadline = read("2026年3月31日前").unwrap();
        assert_eq!((deadline.first, deadline.last), (None, date(2026, 3, 31)));
    }

    #[test]
    fn no_period() {
        for text in [
            "2024",
            "2000.5",
            "2000.5万元",
            "12月底前",
            "2370人",
            "2024.13",
            "1.2万名",
            "88/100",
            "2021年12月完成30个村的建设任务",
            "",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
        assert!(Period::of_year(2024).unwrap().ends_after(&Period::of_year(2023).unwrap()));
    }
}
