//! Lays the language files out as one sorted table, so that the program finds a text without building anything at its start; and
//! links the binary to fixed addresses.

// A build fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

const FOLDER: &str = "data/lang";
/// The languages in the order in which they stand in the table.
const LANGUAGES: [&str; 2] = ["zh", "en"];

fn main() {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    let top = env::var("CARGO_MANIFEST_DIR").unwrap();
    let texts = rust_i18n_support::load_locales(&format!("{top}/{FOLDER}"), |_| false);
    let (whole, starts) = table(&texts);
    let folder = env::var("OUT_DIR").unwrap();
    fs::write(Path::new(&folder).join("texts"), whole).unwrap();
    fs::write(Path::new(&folder).join("starts"), starts).unwrap();
    link();
}

/// All keys and texts in one string (key, then its text in each language, by key), and where each begins and the last one ends, as
/// numbers of four bytes, the lowest first.
fn table(texts: &BTreeMap<String, BTreeMap<String, String>>) -> (String, Vec<u8>) {
    let mut whole = String::new();
    let mut starts = Vec::new();
    let mut add = |text: &str| {
        starts.extend(u32::try_from(whole.len()).unwrap().to_le_bytes());
        whole.push_str(text);
    };
    for key in texts[LANGUAGES[0]].keys() {
        add(key);
        for language in LANGUAGES {
            add(texts[language].get(key).unwrap_or_else(|| panic!("{key} has no text in {language}")));
        }
    }
    add("");
    (whole, starts)
}

/// A program at a fixed address needs no relocations, which would touch and copy some seventy pages before `main` begins.
fn link() {
    if env::var("CARGO_CFG_TARGET_OS").unwrap() == "linux" && env::var("PROFILE").unwrap() == "release" {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
