//! Lays the language files out as one sorted table, so that the program finds a text without building anything at its start; and
//! links the binary to fixed addresses.

// A build fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
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
    let target = Path::new(&env::var("OUT_DIR").unwrap()).join("texts.rs");
    fs::write(target, table(&texts)).unwrap();
    link();
}

/// The table as Rust: all keys and texts in one string (key, then its text in each language, by key), and where each begins.
fn table(texts: &BTreeMap<String, BTreeMap<String, String>>) -> String {
    let mut whole = String::new();
    let mut starts = Vec::new();
    for key in texts[LANGUAGES[0]].keys() {
        starts.push(whole.len());
        whole.push_str(key);
        for language in LANGUAGES {
            let text = texts[language].get(key).unwrap_or_else(|| panic!("{key} has no text in {language}"));
            starts.push(whole.len());
            whole.push_str(text);
        }
    }
    starts.push(whole.len());
    let mut out = format!("static WHOLE: &str = {whole:?};\nstatic STARTS: [u32; {}] = [", starts.len());
    starts.iter().for_each(|start| write!(out, "{start},").unwrap());
    out + "];\n"
}

/// A program at a fixed address needs no relocations, which would touch and copy some seventy pages before `main` begins.
fn link() {
    if env::var("CARGO_CFG_TARGET_OS").unwrap() == "linux" && env::var("PROFILE").unwrap() == "release" {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
