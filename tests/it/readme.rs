//! What the README says of the program is what the program says of itself.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use huishen::app::action::key_rows;
use huishen::app::keymap::Keymap;
use huishen::lang::{Language, choose};

fn table() -> String {
    choose(Language::Chinese);
    let mut out = String::from("| 分组 | 按键 | 场景 | 操作 |\n|---|---|---|---|\n");
    for row in key_rows(&Keymap::default()) {
        let keys: Vec<_> = row.keys.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(out, "| {} | {} | {} | {} |", row.group, keys.join(" "), row.places.join("、"), row.title);
    }
    out
}

/// `HUISHEN_WRITE=1 cargo test --test it readme` writes the table anew.
#[test]
fn the_key_table_is_made_from_the_table_of_actions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (found, after) = rest.split_once("<!-- /keys -->").unwrap();
    if std::env::var_os("HUISHEN_WRITE").is_some() {
        fs::write(&path, format!("{before}<!-- keys -->\n{}<!-- /keys -->{after}", table())).unwrap();
        return;
    }
    assert_eq!(found, table(), "the key table of the README is stale");
}

#[test]
fn the_pictures_show_the_screens_as_they_are() {
    for (columns, rows) in crate::screenshots::SIZES {
        for (name, keys) in crate::screenshots::SCENES {
            let (buffer, _) = crate::screenshots::scene(keys, columns, rows).unwrap();
            let file = format!("screenshots/{name}-{columns}x{rows}.txt");
            let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).unwrap();
            let now = format!("{}\n", huishen::ui::dump::lines(&buffer).join("\n"));
            assert_eq!(kept, now, "{file} is stale: run cargo run --example screenshots");
        }
    }
}

/// Every file under a folder.
fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_promise_of_security_names_a_test_that_is_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    ["src", "tests/it"].iter().for_each(|folder| files(&top.join(folder), &mut sources));
    let rust = |path: &&std::path::PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    let texts: String = sources.iter().filter(rust).map(|path| fs::read_to_string(path).unwrap()).collect();
    let promises = fs::read_to_string(top.join("SECURITY.md")).unwrap();
    let rows: Vec<_> = promises.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| 承诺")).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        let names: Vec<_> = row.rsplit('|').nth(1).unwrap().split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            let mut parts: Vec<_> = name.trim_start_matches("--lib ").split("::").collect();
            let last = parts.pop().unwrap();
            let module = parts.pop().unwrap_or(last);
            let known = sources.iter().any(|path| path.file_stem().is_some_and(|stem| stem == module));
            assert!(known || texts.contains(&format!("mod {module}")), "{name}: no module");
            assert!(
                last == module
                    || last.is_empty()
                    || texts.contains(&format!("fn {last}"))
                    || texts.contains(&format!("mod {last}")),
                "{name}: no test"
            );
        }
    }
}
