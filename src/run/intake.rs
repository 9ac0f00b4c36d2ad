//! Files of the person's machine for the import: paths that can be typed on, the files of a folder, and what taking one would do.

use std::path::{Path, PathBuf};

use rust_i18n::t;

use crate::domain::command::{Actor, Origin};
use crate::domain::intake::{Fate, Intake};
use crate::domain::people::User;
use crate::exchange::out::io_words;
use crate::exchange::{self, Kind};
use crate::store::Store;

/// Kinds of files that a folder is searched for; others can still be named one by one.
const KINDS: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "docx"];
/// Kinds in which forms come too, though they cannot be read: named, so that none is passed over without a word.
const TOLD: [&str; 8] = ["doc", "wps", "et", "ett", "rtf", "zip", "rar", "7z"];
/// The most paths that are offered, and files of a folder that are taken.
const MOST_OFFERED: usize = 200;
const MOST_FILES: usize = 2_000;

/// Paths that begin with what is typed; folders end with a slash.
pub fn paths(typed: &str) -> Vec<String> {
    let (folder, begun) = typed.rsplit_once('/').map_or(("", typed), |(folder, begun)| (folder, begun));
    let looked = if typed.starts_with('/') && folder.is_empty() { PathBuf::from("/") } else { whole(folder) };
    let before = if typed.contains('/') { format!("{folder}/") } else { String::new() };
    let mut out: Vec<String> = entries(&looked)
        .into_iter()
        .filter(|(name, _)| name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.')))
        .filter(|(name, is_folder)| *is_folder || is_of(name, &KINDS))
        .map(|(name, is_folder)| format!("{before}{name}{}", if is_folder { "/" } else { "" }))
        .collect();
    out.sort();
    out.truncate(MOST_OFFERED);
    out
}

/// The file of a path, or the forms of a folder with what may hold some.
///
/// # Errors
/// There is nothing at the path, or the folder holds no form; in words.
pub fn files(path: &str) -> Result<Vec<String>, String> {
    let found = whole(path);
    if found.is_file() {
        return Ok(vec![found.display().to_string()]);
    }
    if !found.is_dir() {
        return Err(t!("import.no-path", path = path).into_owned());
    }
    let forms = entries(&found)
        .into_iter()
        .filter(|(name, folder)| !folder && !name.starts_with('.') && is_of(name, &[&KINDS[..], &TOLD].concat()));
    let mut out: Vec<String> = forms.map(|(name, _)| found.join(name).display().to_string()).collect();
    out.sort();
    out.truncate(MOST_FILES);
    if out.is_empty() { Err(t!("import.no-forms", path = path).into_owned()) } else { Ok(out) }
}

/// Reads a file and decides upon it, without writing. `goes_on` is told how many of how many projects are decided upon, and says
/// whether to go on.
pub fn foresee(store: &Store, viewer: &User, path: &str, goes_on: &mut dyn FnMut(usize, usize) -> bool) -> Intake {
    let bytes = match exchange::bytes_of(Path::new(path)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let words = t!("import.unreadable", path = path, error = io_words(&error));
            return Intake::unreadable(path, words.into_owned());
        }
    };
    match exchange::read(path, &bytes, Kind::Auto) {
        Err(error) => Intake::unreadable(path, error.to_string()),
        Ok(mut read) => {
            if let Err(refusal) = store.look_over(viewer, path, &mut read) {
                return Intake::unreadable(path, refusal.words());
            }
            Intake::of(path, read, |commands| {
                let actor = Actor::new(viewer.clone(), Origin::Import);
                let mut goes_on = |done| goes_on(done, commands.len());
                Ok(store.foresee(&actor, commands, &mut goes_on)?.iter().map(Fate::of).collect())
            })
        }
    }
}

fn entries(folder: &Path) -> Vec<(String, bool)> {
    let read = std::fs::read_dir(folder).into_iter().flatten().flatten();
    read.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path().is_dir()))).collect()
}

fn is_of(name: &str, kinds: &[&str]) -> bool {
    let kind = Path::new(name).extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    kinds.iter().any(|known| known.eq_ignore_ascii_case(kind)) && !name.starts_with("~$")
}

/// A path with the home folder for `~`.
pub(super) fn whole(path: &str) -> PathBuf {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    match path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/')).zip(home()) {
        Some((rest, home)) => home.join(rest.trim_start_matches('/')),
        None if path.is_empty() => PathBuf::from("."),
        None => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_offered_and_folders_searched() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().to_str().unwrap();
        for name in ["甲.xlsx", "乙.CSV", "说明.txt", "扫描.pdf", "~$甲.xlsx", ".藏.xlsx", "丁.wps"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("丙")).unwrap();
        assert_eq!(paths(&format!("{top}/")), ["丙/", "乙.CSV", "甲.xlsx"].map(|name| format!("{top}/{name}")));
        assert_eq!(paths(&format!("{top}/甲")), [format!("{top}/甲.xlsx")]);
        let named = ["丁.wps", "乙.CSV", "甲.xlsx"].map(|name| format!("{top}/{name}"));
        assert_eq!(files(top).unwrap(), named, "what cannot be read is not passed over without a word");
        assert_eq!(files(&format!("{top}/说明.txt")).unwrap().len(), 1, "a file that is named is taken at its word");
        assert!(files(&format!("{top}/丙")).is_err() && files(&format!("{top}/没有")).is_err());
    }
}
