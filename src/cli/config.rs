//! The config file: a few choices that a person makes once. Unknown keys are errors, so that a slip of the pen does not stay silent.
//!
//! Owns the choices and their names, which the command line shares; `read` reads the file's text.

mod read;

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rust_i18n::t;

use super::failure::Failure;
use crate::app::keymap::Keymap;
use crate::exchange::out::io_words;
use crate::lang::Language;

/// What may stand in the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The language.
    pub lang: Option<Language>,
    /// The database file.
    pub db: Option<PathBuf>,
    /// How wide the terminal draws ambiguous characters.
    pub width: Width,
    /// The signs of which screens are made.
    pub glyphs: GlyphSet,
    /// Let the terminal move lines that only moved; `false` for one that does it wrong. The environment decides if `None`.
    pub scroll_regions: Option<bool>,
    /// Take the mouse (which ends the terminal's own selecting and copying).
    pub mouse: bool,
    /// What the keys do, where it is not what they usually do.
    pub keymap: Option<Keymap>,
}

/// How wide the terminal draws ambiguous characters such as `│ … “ ≥ ①`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As the terminal answers when it is asked.
    #[default]
    Auto,
    /// One column; the terminal is not asked.
    Narrow,
    /// Two columns; the terminal is not asked.
    Wide,
}

/// The signs of which screens are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphSet {
    /// ASCII where the environment promises no UTF-8 or little of it.
    #[default]
    Auto,
    /// Lines and signs of Unicode, unless they take two columns.
    Unicode,
    /// ASCII.
    Ascii,
}

/// The names of the languages.
pub const LANGUAGES: [(&str, Language); 2] = [("zh", Language::Chinese), ("en", Language::English)];
/// The names of the widths.
pub const WIDTHS: [(&str, Width); 3] = [("auto", Width::Auto), ("narrow", Width::Narrow), ("wide", Width::Wide)];
/// The names of the sets of signs.
pub const GLYPH_SETS: [(&str, GlyphSet); 3] =
    [("auto", GlyphSet::Auto), ("unicode", GlyphSet::Unicode), ("ascii", GlyphSet::Ascii)];

/// What a name stands for.
pub fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, choice)| *choice)
}

/// Bytes of it that are read: what is longer is no config file.
const LARGEST: u64 = 1 << 20;

impl Config {
    /// Reads the file named, or the one in the user's config folder if there is one.
    pub fn load(named: Option<&Path>) -> Result<Self, Failure> {
        let path = match named {
            Some(path) => path.to_owned(),
            None => match default_path().filter(|path| path.exists()) {
                Some(path) => path,
                None => return Ok(Self::default()),
            },
        };
        let shown = path.display();
        let unreadable = |error: std::io::Error| {
            Failure::Usage(t!("cli.config.unreadable", path = shown, error = io_words(&error)).into_owned())
        };
        let file = File::open(&path).map_err(unreadable)?;
        let found = file.metadata().map_err(unreadable)?;
        // It says which file is opened and what keys do: nobody else's choice. A pipe of one's own shell is no file.
        if found.is_file() && found.mode() & 0o022 != 0 {
            return Err(Failure::Usage(t!("cli.config.loose", path = shown).into_owned()));
        }
        let text = std::io::read_to_string(file.take(LARGEST)).map_err(unreadable)?;
        read::config(&text)
            .map_err(|error| Failure::Usage(t!("cli.config.invalid", path = shown, error = error).into_owned()))
    }
}

/// Where the config file is looked for.
pub fn default_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "huishen").map(|dirs| dirs.config_dir().join("config.toml"))
}

/// Where the database is when nobody names one: `huishen.db`, or `demo.db`, in the user's data folder.
pub fn default_database(name: &str) -> PathBuf {
    directories::ProjectDirs::from("", "", "huishen")
        .map_or_else(|| PathBuf::from(name), |dirs| dirs.data_dir().join(name))
}
