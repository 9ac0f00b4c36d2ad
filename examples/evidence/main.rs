//! Measures what the program finds in forms against what people found in them: `cargo run --release --example evidence -- DIR`.
//!
//! DIR holds workbooks with their expected contents (`NAME.expect.json`) and labels (`links.json`, `checks.json`, `prior.json`;
//! `tests/forms/README.md` tells their formats). Prints one JSON object; a measure without its labels is left out of it.
//! `--only import|links|checks|prior` prints one measure.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::{Map, Value};

mod checks;
mod folder;
mod import;
mod library;
mod links;
mod prior;
mod score;

use folder::Folder;

/// A measure of a folder; nothing when the folder has no labels for it.
type Measure = fn(&Folder) -> anyhow::Result<Option<Value>>;

const MEASURES: [(&str, Measure); 4] =
    [("import", import::measure), ("links", links::measure), ("checks", checks::measure), ("prior", prior::measure)];

fn main() -> anyhow::Result<()> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let (path, only) = arguments(std::env::args().skip(1))?;
    writeln!(std::io::stdout(), "{:#}", measured(&path, only.as_deref())?)?;
    Ok(())
}

/// The measures of a folder, or the one that is wanted.
pub fn measured(path: &Path, only: Option<&str>) -> anyhow::Result<Value> {
    let folder = Folder::open(path)?;
    let mut out = Map::new();
    for (name, measure) in MEASURES {
        if only.is_none_or(|only| only == name) {
            out.extend(measure(&folder)?.map(|value| (name.to_owned(), value)));
        }
    }
    Ok(Value::Object(out))
}

fn arguments(mut words: impl Iterator<Item = String>) -> anyhow::Result<(PathBuf, Option<String>)> {
    let (mut path, mut only) = (None, None);
    while let Some(word) = words.next() {
        if word == "--only" {
            let name = words.next().context("--only needs the name of a measure")?;
            if MEASURES.iter().all(|(known, _)| *known != name) {
                bail!("no measure {name}: import, links, checks, prior");
            }
            only = Some(name);
        } else {
            path = Some(PathBuf::from(word));
        }
    }
    Ok((path.context("usage: evidence DIR [--only import|links|checks|prior]")?, only))
}
