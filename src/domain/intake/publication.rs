//! What is told of the records of a register's list at their cells: a unit that nobody knows, a day that is still to come, and whether a
//! disclosure lies within the window of its year, with the rule.
//!
//! Every unknown unit is told, so that a list is put right at one go; a day to come is an error, because nothing can have happened then; a
//! disclosure outside its window is taken, because it happened. Pure.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_i18n::t;

use crate::domain::facts::{Answer, Facts};
use crate::domain::handin::{HandIn, HandedRecord, Problem, Severity};
use crate::domain::refusal::Refusal;
use crate::domain::register::field::{Fault, Wrong};
use crate::domain::register::judge::Timing;
use crate::domain::register::{Content, Record, Register, Window};

/// The field of the day on which something was published.
const PUBLISHED: &str = "published";
/// The field of the unit.
const UNIT: &str = "unit";

/// Adds what is to be told of the records that were read, as of `today`.
///
/// # Errors
/// The file cannot be read.
pub fn against(read: &mut HandIn, file: &str, today: Date, facts: &impl Facts) -> Answer<()> {
    let mut windows = Windows::of(read, facts);
    let mut told = Vec::new();
    // What holds of many rows is told once, at the first of them.
    let mut many: BTreeMap<(i32, Content), (&str, usize)> = BTreeMap::new();
    for one in &read.records {
        if let Some(name) = one.record.unit().filter(|name| !name.name.is_empty())
            && facts.unit_named(name)?.is_none()
        {
            let words = Refusal::UnknownUnit(name.name.clone()).words();
            told.push(problem(file, Severity::Error, place(one, UNIT), words));
            continue;
        }
        if let Some((field, day)) = one.record.ahead(today) {
            let fault = Fault { field, wrong: Wrong::Future(day) };
            told.push(problem(file, Severity::Error, place(one, field), fault.words()));
            continue;
        }
        let Record::Disclosure(disclosure) = &one.record else { continue };
        let (year, content, day) = (disclosure.year, disclosure.content, disclosure.published);
        let window = windows.of_content(year, content)?;
        match (Timing::of(disclosure, window), window) {
            (timing @ (Timing::Early(_) | Timing::Late(_)), Some(window)) => {
                let words = t!("intake.out-of-window", day = day, timing = timing.words(), rule = window.rule());
                told.push(problem(file, Severity::Warning, place(one, PUBLISHED), words.into_owned()));
            }
            _ => many.entry((year, content)).or_insert((place(one, PUBLISHED), 0)).1 += 1,
        }
    }
    for ((year, content), (place, count)) in many {
        let words = match windows.of_content(year, content)? {
            Some(window) => t!("intake.in-window", count = count, rule = window.rule()),
            None => t!("intake.no-window", count = count, year = year, content = content.word()),
        };
        told.push(problem(file, Severity::Hint, place, words.into_owned()));
    }
    read.problems.extend(told);
    Ok(())
}

fn problem(file: &str, severity: Severity, place: &str, message: String) -> Problem {
    Problem { severity, file: file.to_owned(), r#where: place.to_owned(), message }
}

/// The cell of a field, else of the record.
fn place<'a>(one: &'a HandedRecord, field: &str) -> &'a str {
    one.cells.get(field).unwrap_or(&one.place)
}

/// The windows of the list itself, then those that the county's file knows, each asked for once.
struct Windows<'a, F> {
    facts: &'a F,
    known: BTreeMap<(i32, Content), Option<Window>>,
}

impl<'a, F: Facts> Windows<'a, F> {
    fn of(read: &HandIn, facts: &'a F) -> Self {
        let own = read.records.iter().filter_map(|one| match &one.record {
            Record::Window(window) => Some(((window.year, window.content), Some(window.clone()))),
            _ => None,
        });
        Self { facts, known: own.collect() }
    }

    fn of_content(&mut self, year: i32, content: Content) -> Answer<Option<&Window>> {
        if !self.known.contains_key(&(year, content)) {
            let window = self.read(year, content)?;
            self.known.insert((year, content), window);
        }
        Ok(self.known.get(&(year, content)).and_then(Option::as_ref))
    }

    fn read(&self, year: i32, content: Content) -> Answer<Option<Window>> {
        let id = self.facts.record_keyed(Register::Window, &Window::key_of(year, content))?;
        let kept = id.map(|id| self.facts.record(id)).transpose()?.flatten();
        Ok(kept.and_then(|kept| match kept.record {
            Record::Window(window) if !kept.removed => Some(window),
            _ => None,
        }))
    }
}
