//! The agenda in groups: by desk, and within a desk by unit, where its order keeps them together.

use super::view::ItemView;
use crate::domain::money::Money;

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A desk, its items and their money.
    Desk(String, usize, Money),
    /// A unit of several items.
    Unit(String),
    /// The item of a place, from 0.
    Item(usize),
}

/// The lines of an agenda: with headings if every desk's items stand together, within a desk for a unit whose items do.
pub fn lines(items: &[ItemView], units: bool) -> Vec<Line> {
    let whole: Vec<usize> = (0..items.len()).collect();
    let desks = runs(&whole, |place| items[place].unit.desk.as_str());
    if items.len() < 2 || is_scattered(desks.iter().map(|(desk, _)| *desk)) {
        return whole.into_iter().map(Line::Item).collect();
    }
    let mut lines = Vec::new();
    for (desk, places) in desks {
        let amount = places.iter().filter_map(|place| items[*place].amount).sum();
        lines.push(Line::Desk(desk.to_owned(), places.len(), amount));
        let runs = runs(&places, |place| items[place].unit.name.as_str());
        let headed = units && !is_scattered(runs.iter().map(|(unit, _)| *unit));
        for (unit, places) in runs {
            if headed && places.len() > 1 {
                lines.push(Line::Unit(unit.to_owned()));
            }
            lines.extend(places.into_iter().map(Line::Item));
        }
    }
    lines
}

/// Places that follow each other with the same name.
fn runs<'a>(places: &[usize], name: impl Fn(usize) -> &'a str) -> Vec<(&'a str, Vec<usize>)> {
    let mut runs: Vec<(&str, Vec<usize>)> = Vec::new();
    for place in places.iter().copied() {
        match runs.last_mut().filter(|(last, _)| *last == name(place)) {
            Some((_, run)) => run.push(place),
            None => runs.push((name(place), vec![place])),
        }
    }
    runs
}

fn is_scattered<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().any(|name| !seen.insert(name))
}

/// Numbers in a few words: those that follow one another as `1-3`.
pub fn spans(numbers: impl IntoIterator<Item = usize>) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => spans.push((number, number)),
        }
    }
    let word = |(first, last): (usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}、{last}"),
        _ => format!("{first}-{last}"),
    };
    spans.into_iter().map(word).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_one_another_are_one_span() {
        assert_eq!(spans([]), "");
        assert_eq!(spans([4]), "4");
        assert_eq!(spans([1, 2, 4, 5, 6, 9]), "1、2、4-6、9");
    }

    #[test]
    fn names_that_stand_together_are_runs() {
        let names = ["甲", "甲", "乙", "甲"];
        let runs = runs(&[0, 1, 2, 3], |place| names[place]);
        assert_eq!(runs, [("甲", vec![0, 1]), ("乙", vec![2]), ("甲", vec![3])]);
        assert!(is_scattered(runs.iter().map(|(name, _)| *name)));
        assert!(!is_scattered(["甲", "乙"].into_iter()));
    }
}
