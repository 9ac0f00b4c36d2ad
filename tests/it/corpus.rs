//! Inputs that are likely to be trouble (`tests/corpus/README.md`): each by itself, then pieces of all of them in any order. Whatever comes is read or
//! refused in words; nothing breaks down, and nothing that a terminal would obey comes back.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use huishen::domain::procedure::Procedure;
use huishen::domain::query;
use huishen::exchange::{self, Kind};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus"))
}

/// The entries of a file, one a line.
fn lines(name: &str) -> Vec<String> {
    let entries: Vec<_> = fs::read_to_string(folder().join(name)).unwrap().lines().map(str::to_owned).collect();
    assert!(entries.len() > 10, "{name}");
    entries
}

/// The entries of a folder, one a file.
fn files(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut entries: Vec<_> = fs::read_dir(folder().join(name)).unwrap().map(|file| file.unwrap().path()).collect();
    entries.sort();
    let read =
        |path: &std::path::PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap());
    let entries: Vec<_> = entries.iter().map(read).collect();
    assert!(entries.len() > 5, "{name}");
    entries
}

/// Pieces of the entries, cut at any letters and joined in any order.
fn pieces(entries: Vec<String>) -> impl Strategy<Value = String> {
    let piece =
        (prop::sample::select(entries), any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>());
    let cut = piece.prop_map(|(entry, from, until, whole)| {
        let letters: Vec<char> = entry.chars().collect();
        let (from, until) = (from.index(letters.len() + 1), until.index(letters.len() + 1));
        if whole { entry } else { letters[from.min(until)..from.max(until)].iter().collect() }
    });
    prop::collection::vec(cut, 1..6).prop_map(|cuts| cuts.concat())
}

fn harmless(words: &str) {
    assert!(!words.is_empty() && !words.chars().any(|c| c.is_control() && c != '\n'), "{words:?}");
}

fn read_query(text: &str) {
    match query::parse(text) {
        Ok(Some(query)) => {
            let written = query.to_string();
            assert_eq!(query::parse(&written).unwrap(), Some(query), "{text:?} is written as {written:?}");
        }
        Ok(None) => {}
        Err(error) => assert!(error.column <= text.chars().count(), "{text:?}"),
    }
}

fn read_procedure(text: &str) {
    if let Err(bad) = Procedure::from_toml(text) {
        assert!(!bad.0.is_empty(), "{text}");
    }
}

/// A text of a language file: its marks are found in their order, and nothing of it is lost.
fn read_text(text: &str) {
    let (mut rest, mut whole) = (text, String::new());
    while let Some((before, usual, action, after)) = huishen::lang::next_key(rest) {
        whole.extend([before, "[[", usual, ":", action, "]]"]);
        assert!(after.len() < rest.len());
        rest = after;
    }
    assert_eq!(whole + rest, text);
}

fn read_form(name: &str, bytes: &[u8]) {
    match exchange::read(name, bytes, Kind::Auto) {
        Ok(handin) => handin.problems.iter().for_each(|problem| harmless(&problem.message)),
        Err(error) => harmless(&error.to_string()),
    }
}

/// A workbook that is whole, with other rows in its sheets.
fn workbook(rows: &str) -> Vec<u8> {
    let whole = fs::read(folder().with_file_name("forms").join("annex1-batang-blanks.xlsx")).unwrap();
    let mut from = ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut part = from.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/") {
            let text = String::from_utf8(bytes).unwrap();
            let (head, rest) = text.split_once("<sheetData>").unwrap();
            let (_, tail) = rest.rsplit_once("</sheetData>").unwrap();
            bytes = format!("{head}<sheetData>{rows}</sheetData>{tail}").into_bytes();
        }
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn each_entry_is_read_or_refused_in_words() {
    rust_i18n::set_locale("zh");
    lines("query.txt").iter().for_each(|line| read_query(line));
    lines("language.txt").iter().for_each(|line| read_text(line));
    for (name, bytes) in files("procedure") {
        let text = String::from_utf8(bytes).unwrap();
        read_procedure(&text);
        assert_eq!(Procedure::from_toml(&text).is_ok(), name == "whole.toml", "{name}");
    }
    files("forms").iter().for_each(|(name, bytes)| read_form(name, bytes));
    let rows = lines("sheet/rows.txt");
    rows.iter().for_each(|row| read_form("a.xlsx", &workbook(row)));
    let form = exchange::read("a.xlsx", &workbook(&rows[..2].concat()), Kind::Auto).unwrap();
    assert!(!form.problems.is_empty() || !form.targets.is_empty(), "the rows are those of the workbook");
}

proptest! {
    #[test]
    fn a_query_of_any_pieces(text in pieces(lines("query.txt"))) {
        read_query(&text);
    }

    #[test]
    fn a_text_of_any_pieces(text in pieces(lines("language.txt"))) {
        read_text(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    #[test]
    fn a_procedure_of_any_pieces(text in pieces(files("procedure").into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect())) {
        read_procedure(&text);
    }

    #[test]
    fn a_form_of_any_pieces(text in pieces(files("forms").into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()), ending in "csv|xls|xlsx|et|docx|txt") {
        read_form(&format!("a.{ending}"), text.as_bytes());
    }

    #[test]
    fn a_sheet_of_any_pieces(rows in pieces(lines("sheet/rows.txt"))) {
        read_form("a.xlsx", &workbook(&rows));
    }
}
