//! `number-in-name`: a quantity stands inside the indicator's name, where it belongs into the value. Years, ages, grades and other bounds are none.

use super::words;
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("number-in-name", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in &subject.indicators {
        if let Some((number, classifier)) = counted(&one.name).first() {
            notes.at(one.at(), one.of.name()).slot("quantity", format!("{number}{classifier}"));
        }
    }
}

/// The quantities in a name: each number with the word that counts its things.
pub(super) fn counted(name: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        if let Some(classifier) = classifier(before, number, after) {
            found.push((number, classifier));
        }
        rest = after;
    }
    found
}

fn classifier<'a>(before: &str, number: &str, after: &'a str) -> Option<&'a str> {
    let ordinal = before.ends_with('第');
    let joined = before.ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '~' | '+' | '.' | '/'));
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if ordinal || joined || (year && !after.starts_with(['人', '户', '亩', '米'])) {
        return None;
    }
    let word = words::classifiers().iter().find(|word| after.starts_with(word.as_str()))?;
    let (word, rest) = after.split_at(word.len());
    let bounds = words::scopes().iter().any(|scope| rest.starts_with(scope.as_str()));
    (!bounds).then_some(word)
}
