//! Every text stands in both languages, every key that the code names exists, and placeholders agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use huishen::app::action::ACTIONS;
use huishen::app::keymap::Keymap;
use huishen::lang::next_key;
use toml::Value;

use crate::sources::rust_files;

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn collect(prefix: &str, value: &Value, into: &mut BTreeMap<String, BTreeMap<String, String>>) {
    let Value::Table(table) = value else { return };
    for (key, value) in table {
        match value {
            Value::String(text) => {
                into.entry(prefix.to_owned()).or_default().insert(key.clone(), text.clone());
            }
            other => {
                let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                collect(&path, other, into);
            }
        }
    }
}

/// All keys of the language files with their texts by language.
fn texts() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(top().join("data/lang")).unwrap() {
        let path = entry.unwrap().path();
        let value: Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut found = BTreeMap::new();
        collect("", &value, &mut found);
        for (key, texts) in found {
            assert!(all.insert(key.clone(), texts).is_none(), "{key} stands in two files, one is {}", path.display());
        }
    }
    all
}

fn placeholders(text: &str) -> BTreeSet<String> {
    text.split("%{").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_text_stands_in_both_languages_with_the_same_placeholders() {
    for (key, texts) in texts() {
        let languages: Vec<_> = texts.keys().map(String::as_str).collect();
        assert_eq!(languages, ["en", "zh"], "{key}");
        assert_eq!(placeholders(&texts["zh"]), placeholders(&texts["en"]), "{key}");
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let paths = rust_files(&top().join("src"));
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_key_that_the_code_names_exists() {
    let texts = texts();
    let mut missing = Vec::new();
    for (path, source) in sources() {
        let calls = source.match_indices("t!(").filter(|(at, _)| !source[..*at].ends_with(char::is_alphanumeric));
        for (at, _) in calls {
            let part = &source[at + 3..];
            let Some(key) = part.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            if !texts.contains_key(key.0) {
                missing.push(format!("{}: {}", path.display(), key.0));
            }
        }
    }
    assert!(missing.is_empty(), "keys without texts:\n{}", missing.join("\n"));
}

/// The string literals of a source, with what stands between braces cut out: `"state.{}"` gives `["state.", ""]`.
fn patterns(source: &str) -> Vec<Vec<String>> {
    let literals = source.split('"').skip(1).step_by(2);
    let cut = |literal: &str| {
        let mut pieces = vec![String::new()];
        let mut depth = 0;
        for letter in literal.chars() {
            match letter {
                '{' if depth == 0 => {
                    depth += 1;
                    pieces.push(String::new());
                }
                '}' if depth > 0 => depth -= 1,
                _ if depth > 0 => {}
                _ => pieces.last_mut().unwrap().push(letter),
            }
        }
        pieces
    };
    literals.map(cut).filter(|pieces| pieces.len() > 1 && pieces[0].contains('.')).collect()
}

fn fits(key: &str, pieces: &[String]) -> bool {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return false };
    let Some(rest) = key.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else {
        return false;
    };
    let mut rest = rest;
    pieces[1..pieces.len() - 1].iter().all(|piece| match rest.split_once(piece.as_str()) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

#[test]
fn no_text_is_unused() {
    let sources: Vec<_> = sources().into_iter().map(|(_, source)| source).collect();
    let patterns: Vec<_> = sources.iter().flat_map(|source| patterns(source)).collect();
    let used = |key: &str| {
        let quoted = format!("\"{key}\"");
        sources.iter().any(|source| source.contains(&quoted)) || patterns.iter().any(|pieces| fits(key, pieces))
    };
    let unused: Vec<_> = texts().into_keys().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "texts that nothing shows:\n{}", unused.join("\n"));
}

#[test]
fn keys_in_texts_are_the_usual_ones_of_their_actions() {
    let keymap = Keymap::default();
    let mut named = 0;
    for (key, texts) in texts() {
        for text in texts.values() {
            let mut rest = text.as_str();
            while let Some((_, usual, action, after)) = next_key(rest) {
                let info = ACTIONS.iter().find(|info| info.name == action);
                let info = info.unwrap_or_else(|| panic!("{key} names the unknown action {action}"));
                assert_eq!(keymap.label(info.action).as_deref(), Some(usual), "{key}");
                (rest, named) = (after, named + 1);
            }
        }
    }
    assert!(named > 30, "{named}");
}
