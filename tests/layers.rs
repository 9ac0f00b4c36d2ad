//! The arrows between the rooms point one way. Reads the `use` lines and paths of every source file; an arrow that points up fails.

// A test fails by panicking.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "it/sources.rs"]
mod sources;

use sources::rust_files;

/// Each room with the rooms that it may know. `app::key` is pure data, the one thing that `term` takes from `app`.
const ARROWS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("app", &["domain"]),
    ("ui", &["app", "domain"]),
    ("store", &["domain"]),
    ("exchange", &["domain"]),
    ("term", &["app::key"]),
    ("run", &["app", "domain", "exchange", "store", "term", "ui"]),
    ("cli", &["app", "domain", "exchange", "lang", "run", "store", "term", "ui"]),
];

/// Crates that only one room may use.
const OWNED: [(&str, &str); 10] = [
    ("crossterm", "term"),
    ("rusqlite", "store"),
    ("calamine", "exchange"),
    ("cfb", "exchange"),
    ("quick_xml", "exchange"),
    ("zip", "exchange"),
    ("rust_xlsxwriter", "exchange"),
    ("docx_rs", "exchange"),
    ("clap", "cli"),
    ("similar", "domain"),
];

/// Every source file but tests with its room (`domain`, `run`, …), its name and its lines without tests and comments.
fn files() -> Vec<(String, String, Vec<String>)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = rust_files(&top);
    paths.retain(|path| !path.ends_with("tests.rs"));
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&top).unwrap().to_string_lossy().into_owned();
        let room = name.split(['/', '.']).next().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().take_while(|line| *line != "#[cfg(test)]");
        let lines = lines.filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect();
        (room, name, lines)
    };
    paths.iter().map(read).collect()
}

/// The rooms that a line names by `crate::room` or `super::…` out of the room.
fn named(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for part in line.split("crate::").skip(1) {
        let path: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect();
        if part.starts_with('{') {
            let inner = part.trim_start_matches('{').split(',');
            rooms.extend(inner.map(|one| one.trim().trim_end_matches(['}', ';']).to_owned()));
        } else {
            rooms.push(path);
        }
    }
    rooms
}

#[test]
fn arrows_point_one_way() {
    let arrows: BTreeMap<_, _> = ARROWS.into_iter().collect();
    let mut wrong = Vec::new();
    for (room, name, lines) in files() {
        let Some(allowed) = arrows.get(room.as_str()) else { continue };
        for line in lines {
            for target in named(&line) {
                let own = target == room || target.starts_with(&format!("{room}::"));
                let down = allowed.iter().any(|down| target == *down || target.starts_with(&format!("{down}::")));
                if !own && !down {
                    wrong.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up:\n{}", wrong.join("\n"));
}

#[test]
fn each_outside_library_has_one_room() {
    let mut wrong = Vec::new();
    for (room, name, lines) in files() {
        for (library, owner) in OWNED {
            let uses = |line: &&String| {
                line.contains(&format!("use {library}::")) || line.contains(&format!("{library}::")) && room != owner
            };
            if room != owner && lines.iter().any(|line| uses(&line)) {
                wrong.push(format!("{name} uses {library}, which is {owner}'s"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_known_here() {
    let known: Vec<_> = ARROWS.iter().map(|(room, _)| *room).collect();
    let stranger = files()
        .into_iter()
        .find(|(room, _, _)| !known.contains(&room.as_str()) && !["lib", "main", "lang"].contains(&room.as_str()));
    assert_eq!(stranger.map(|(_, name, _)| name), None, "a room without its arrows");
}

#[test]
fn files_stay_small() {
    let long = files()
        .into_iter()
        .filter(|(_, _, lines)| lines.len() > 500)
        .map(|(_, name, lines)| format!("{name}: {}", lines.len()));
    let long: Vec<_> = long.collect();
    assert!(long.is_empty(), "over 500 lines without tests:\n{}", long.join("\n"));
}

#[test]
fn a_pure_room_has_no_clock_and_no_files() {
    let forbidden =
        ["std::fs", "std::net", "std::process", "SystemTime", "Timestamp::now", "ZonedDateTime::now", "std::env"];
    let mut wrong = Vec::new();
    for (room, name, lines) in files() {
        if room != "domain" && room != "app" && room != "ui" {
            continue;
        }
        for line in lines {
            if let Some(word) = forbidden.iter().find(|word| line.contains(**word)) {
                wrong.push(format!("{name}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules that a name in `data/used.ld` begins with: `_ZN7huishen5store4read…` is in `store/read`. Types and functions are left out.
fn module(name: &str) -> Option<PathBuf> {
    let mut rest = name.split_once("_ZN7huishen")?.1;
    let mut path = PathBuf::from("src");
    for _ in 0..2 {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (length, after) = rest.split_at(digits);
        let word = after.get(..length.parse().ok()?)?;
        rest = &after[word.len()..];
        // A type or a block may follow a room at once.
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            break;
        }
        path.push(word);
    }
    Some(path)
}

#[test]
fn the_list_for_the_linker_names_what_there_is() {
    let list = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/used.ld")).unwrap();
    let modules: Vec<PathBuf> = list.lines().filter_map(module).collect();
    let exists = |path: &&PathBuf| {
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        top.is_dir() || top.with_extension("rs").is_file()
    };
    let known = modules.iter().filter(exists).count();
    assert!(modules.len() > 300, "{} functions of this program", modules.len());
    assert!(known * 10 > modules.len() * 9, "{known} of {}: `cargo bench --bench used` makes it again", modules.len());
}
