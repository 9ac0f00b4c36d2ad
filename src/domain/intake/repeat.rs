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
            let (kind, unit, project, year, hash) = match command {
                Command::HandIn(one) => ("target", &one.unit, &one.project, one.year, one.submission.hash()),
                Command::RecordEvaluation(one) => (one.kind.id(), &one.unit, &one.project, one.year, one.hash()),
                _ => continue,
            };
            let place = places.get(at).cloned().unwrap_or_default();
            let key = [kind, &name_key(&unit.name), &name_key(&project.name), &format!("{year:?}")].join("|");
            let other = self.seen.insert(key, (file.to_owned(), place.clone(), hash.clone()));
            let Some((other, there, former)) = other.filter(|(other, ..)| other != file) else { continue };
            if former == hash {
                continue;
            }
            let year = year.map_or_else(|| "—".to_owned(), |year| year.to_string());
            let (unit, project) = (&unit.name, &project.name);
            let other = name_of(&other);
            let message = t!("intake.twice", project = project, unit = unit, year = year, file = other, place = there);
            let message = message.into_owned();
            told.push(Problem { severity: Severity::Warning, file: file.to_owned(), r#where: place, message });
        }
        told
    }
}
