//! Lays the language files out as one table, so that the program finds a text without building anything at its start; and
//! links the binary to fixed addresses, with what runs in a day side by side.

// A build fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

include!("src/lang/key_hash.rs");

const FOLDER: &str = "data/lang";
/// The languages in the order in which they stand in the table.
const LANGUAGES: [&str; 2] = ["zh", "en"];

fn main() {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/lang/key_hash.rs");
    let top = env::var("CARGO_MANIFEST_DIR").unwrap();
    let texts = rust_i18n_support::load_locales(&format!("{top}/{FOLDER}"), |_| false);
    let (whole, starts) = table(&texts);
    let folder = env::var("OUT_DIR").unwrap();
    fs::write(Path::new(&folder).join("texts"), whole).unwrap();
    fs::write(Path::new(&folder).join("starts"), starts).unwrap();
    fs::write(Path::new(&folder).join("slots"), slots(texts[LANGUAGES[0]].keys())).unwrap();
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

/// A table in which a key is found by its hash: the number of the key that stands in a slot as two bytes, counted from 1, 0 for none; a key
/// whose slot is taken stands in the next free one. More than half of the slots stay free.
fn slots<'a>(keys: impl ExactSizeIterator<Item = &'a String>) -> Vec<u8> {
    let count = (keys.len() * 2).next_power_of_two();
    let mut slots = vec![0_u16; count];
    for (place, key) in keys.enumerate() {
        let mut slot = key_hash(key) as usize % count;
        while slots[slot] != 0 {
            slot = (slot + 1) % count;
        }
        slots[slot] = u16::try_from(place + 1).unwrap();
    }
    slots.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// Where the functions stand that a start and the keys of a day run.
const USED: &str = "data/used.ld";

/// A program at a fixed address needs no relocations, which would touch and copy some seventy pages before `main` begins. What runs
/// in a day lies side by side: the kernel maps 64 KB around every function that is called, which was two thirds of all code.
fn link() {
    println!("cargo:rerun-if-changed={USED}");
    if env::var("CARGO_CFG_TARGET_OS").unwrap() != "linux" || env::var("PROFILE").unwrap() != "release" {
        return;
    }
    println!("cargo:rustc-link-arg-bins=-no-pie");
    // The linkers that come with Rust and with binutils know such a list; whoever has chosen another one goes without.
    if !env::var("CARGO_ENCODED_RUSTFLAGS").unwrap().contains("link") {
        println!("cargo:rustc-link-arg-bins=-Wl,-T,{}/{USED}", env::var("CARGO_MANIFEST_DIR").unwrap());
    }
}
