//! The same project in two files that come together: the later one would replace the earlier, which nobody may have meant.

use std::collections::HashMap;

use rust_i18n::t;

use super::name_of;
use crate::domain::command::Command;
use crate::domain::handin::{Problem, Severity};
use crate::domain::text::name_key;

/// What the files so far hand in.
#[derive(Debug, Clone, Default)]
pub struct Repeats {
    /// Where each project stands, and what is said of it.
    seen: HashMap<String, (String, String, String)>,
}

impl Repeats {
    /// Notes what a file hands in at its places, and tells what an earlier file says otherwise.
    pub fn note(&mut self, file: &str, commands: &[Command], places: &[String]) -> Vec<Problem> {
        let mut told = Vec::new();
        for (at, command) in commands.iter().enumerate() {
            let Some(Stated { key, hash, unit, project, year }) = stated(command) else { continue };
            let place = places.get(at).cloned().unwrap_or_default();
            let other = self.seen.insert(key, (file.to_owned(), place.clone(), hash.clone()));
            let Some((other, there, former)) = other.filter(|(other, ..)| other != file) else { continue };
            if former == hash {
                continue;
            }
            let year = year.map_or_else(|| "—".to_owned(), |year| year.to_string());
            let other = name_of(&other);
            let message = t!("intake.twice", project = project, unit = unit, year = year, file = other, place = there);
            let message = message.into_owned();
            told.push(Problem { severity: Severity::Warning, file: file.to_owned(), r#where: place, message });
        }
        told
    }
}

/// A target or an evaluation that a file hands in.
pub(super) struct Stated<'a> {
    /// By what it is known in another file.
    pub key: String,
    /// Its contents' hash.
    pub hash: String,
    unit: &'a str,
    project: &'a str,
    year: Option<i32>,
}

/// What a command hands in; `None` for records of registers and other forms.
pub(super) fn stated(command: &Command) -> Option<Stated<'_>> {
    let (kind, unit, project, year, hash) = match command {
        Command::HandIn(one) => ("target", &one.unit, &one.project, one.year, one.submission.hash()),
        Command::RecordEvaluation(one) => (one.kind.id(), &one.unit, &one.project, one.year, one.hash()),
        _ => return None,
    };
    let key = [kind, &name_key(&unit.name), &name_key(&project.name), &format!("{year:?}")].join("|");
    Some(Stated { key, hash, unit: &unit.name, project: &project.name, year })
}
