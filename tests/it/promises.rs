//! Every promise of SECURITY.md names the tests that look at it; they have to be there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sources::rust_files;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of this program's tests.
fn here() -> Vec<String> {
    let listed = Command::new(std::env::current_exe().unwrap()).arg("--list").output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    listed.lines().filter_map(|line| line.strip_suffix(": test").map(str::to_owned)).collect()
}

/// The names of the tests within the rooms, by the files in which they stand.
fn within() -> Vec<String> {
    let folder = top().join("src");
    let paths = rust_files(&folder);
    let names = |path: &PathBuf| {
        let place = path.strip_prefix(&folder).unwrap().with_extension("");
        let parts: Vec<_> = place.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let mut room: Vec<_> = parts.into_iter().filter(|part| part != "mod").collect();
        if !room.iter().any(|part| part == "tests") {
            room.push("tests".to_owned());
        }
        let text = fs::read_to_string(path).unwrap();
        let tests = text
            .split("#[test]")
            .skip(1)
            .filter_map(|rest| rest.split_once("fn ")?.1.split('(').next().map(str::to_owned));
        tests.map(|test| format!("{}::{test}", room.join("::"))).collect::<Vec<_>>()
    };
    paths.iter().flat_map(names).collect()
}

/// Promises with the tests that they name: `a::b` of this program, `--lib a::b` within the rooms.
fn promises() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(top().join("SECURITY.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit_once(" | "));
    let rows = rows.filter(|(_, tests)| tests.contains('`'));
    let tests = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.map(|(promise, cell)| (promise.to_owned(), tests(cell))).collect()
}

#[test]
fn every_promise_names_tests_that_are_there() {
    let (here, within, promises) = (here(), within(), promises());
    assert!(promises.len() >= 17, "{promises:?}");
    for (promise, tests) in promises {
        assert!(!tests.is_empty(), "{promise}");
        for name in tests {
            let (all, name) = name.strip_prefix("--lib ").map_or((&here, name.as_str()), |name| (&within, name));
            assert!(all.iter().any(|test| test.starts_with(name)), "{promise}: there is no test {name}");
        }
    }
}
