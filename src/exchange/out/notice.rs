//! Feedback notices (反馈意见) to units, as Word documents in the manner of official letters (GB/T 9704—2012): title, addressee, numbered
//! points, signature, date.
//!
//! Owns what a letter says and in which order. What a unit may be told was decided before: only that is in the letter.

mod feedback;
mod point;

use std::fs::File;
use std::io;

use jiff::civil::Date;
use rust_i18n::t;

pub use feedback::{TOLD, letters};
pub use point::Point;

use super::paper::Pages;
use super::provenance::Provenance;
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::time::on_paper;

/// What is fed back to a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The unit.
    pub unit: String,
    /// Budget year.
    pub year: i32,
    /// The desk that the unit answers to; may be empty.
    pub desk: String,
    /// The targets concerned.
    pub matters: Vec<Matter>,
}

/// What is fed back on a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The project.
    pub project: String,
    /// The project's code, if any.
    pub code: Option<String>,
    /// The year's amount, if stated.
    pub amount: Option<Money>,
    /// The grade that was fed back.
    pub grade: Option<Grade>,
    /// What became of the target, in words.
    pub outcome: String,
    /// The last day to amend.
    pub due: Option<Date>,
    /// What is to be amended.
    pub points: Vec<Point>,
}

/// Writes letters into one document, each on pages of its own, dated `day`.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &mut File, letters: &[Letter], day: Date, provenance: &Provenance) -> io::Result<()> {
    let mut pages = Pages::new();
    for (place, letter) in letters.iter().enumerate() {
        letter_on(&mut pages, letter, place > 0, day, provenance);
    }
    pages.write(file, &provenance.line())
}

fn letter_on(pages: &mut Pages, letter: &Letter, new_page: bool, day: Date, provenance: &Provenance) {
    pages.title(&t!("out.notice.title", year = letter.year), new_page);
    pages.number(&t!("out.notice.number", year = day.year()));
    pages.addressee(&t!("out.notice.to", unit = letter.unit));
    let amount: Money = letter.matters.iter().filter_map(|matter| matter.amount).sum();
    let (count, year) = (letter.matters.len(), letter.year);
    pages.text(&t!("out.notice.opening", year = year, count = count, amount = amount.wan()));
    for (place, matter) in letter.matters.iter().enumerate() {
        matter_on(pages, matter, &numeral(place + 1));
    }
    let desk =
        if letter.desk.is_empty() { String::new() } else { t!("out.notice.desk", desk = letter.desk).into_owned() };
    match by(letter) {
        Some(due) => pages.text(&t!("out.notice.closing", due = due, desk = desk)),
        None => pages.text(&t!("out.notice.closing-open", desk = desk)),
    }
    pages.signature(&t!("out.notice.bureau", county = provenance.county), &on_paper(day));
}

/// Until when the unit has to answer, in words; `None` when there is nothing to amend.
fn by(letter: &Letter) -> Option<String> {
    let mut days: Vec<Date> = letter.matters.iter().filter_map(|matter| matter.due).collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => None,
        [day] => Some(t!("out.notice.by-day", day = on_paper(*day)).into_owned()),
        _ => Some(t!("out.notice.by-each").into_owned()),
    }
}

fn matter_on(pages: &mut Pages, matter: &Matter, number: &str) {
    let amount =
        matter.amount.map_or_else(String::new, |amount| t!("out.notice.amount", amount = amount.wan()).into_owned());
    pages.heading(&t!("out.notice.matter", number = number, project = matter.project, amount = amount));
    let grade = matter.grade.map_or_else(String::new, |grade| t!("out.notice.grade", grade = grade).into_owned());
    pages.text(&t!("out.notice.outcome", grade = grade, outcome = matter.outcome));
    for (place, point) in matter.points.iter().enumerate() {
        pages.text(&t!("out.notice.problem", number = place + 1, problem = point.problem));
        let lines = [("place", &point.place), ("basis", &point.basis), ("change", &point.change)];
        for (id, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
            pages.text(&t!(format!("out.notice.{id}"), text = text));
        }
    }
    if let Some(due) = matter.due {
        pages.text(&t!("out.notice.due", due = on_paper(due)));
    }
}

/// Chinese numerals of headings: 一, 十, 二十三; digits beyond 99.
pub(super) fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_numbered_in_chinese() {
        let numbers = [1, 9, 10, 11, 20, 34, 99, 100].map(numeral);
        assert_eq!(numbers, ["一", "九", "十", "十一", "二十", "三十四", "九十九", "100"]);
    }
}
