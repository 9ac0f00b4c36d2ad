//! The config file: a few choices that a person makes once. Unknown keys are errors, so that a slip of the pen does not stay silent.

use std::path::{Path, PathBuf};

use rust_i18n::t;
use serde::Deserialize;

use super::failure::Failure;
use crate::exchange::out::io_words;

/// What may stand in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// `zh` or `en`.
    pub lang: Option<String>,
    /// The database file.
    pub db: Option<PathBuf>,
    /// How wide the terminal draws ambiguous characters: `auto`, `narrow`, `wide`.
    pub width: Option<String>,
    /// Draw with ASCII signs only.
    pub ascii: Option<bool>,
    /// Let the terminal move lines that only moved; `false` for one that does it wrong.
    pub scroll_regions: Option<bool>,
    /// Take the mouse (which ends the terminal's own selecting and copying).
    pub mouse: Option<bool>,
}

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
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Failure::Usage(t!("cli.config.unreadable", path = shown, error = io_words(&error)).into_owned())
        })?;
        toml::from_str(&text)
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
