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
