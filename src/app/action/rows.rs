//! The table as rows of text, for `huishen keys` and the README.

use rust_i18n::t;

use super::{ACTIONS, Contexts};
use crate::app::keymap::Keymap;

/// One line of the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The heading.
    pub group: String,
    /// The name in the configuration.
    pub name: &'static str,
    /// The keys, the one that is shown first.
    pub keys: Vec<String>,
    /// Where it is known, in the user's language.
    pub places: Vec<String>,
    /// The short title.
    pub title: String,
    /// What it does.
    pub help: String,
}

/// The actions in the order of the help, with the keys that a person has, in the user's language.
pub fn key_rows(keymap: &Keymap) -> Vec<KeyRow> {
    ACTIONS.iter().map(|info| row(info, keymap)).collect()
}

fn row(info: &'static super::Info, keymap: &Keymap) -> KeyRow {
    let places = Contexts::EACH.iter().filter(|(context, _)| info.contexts.meets(*context));
    KeyRow {
        group: info.group.title(),
        name: info.name,
        keys: keymap.keys(info.action).iter().map(ToString::to_string).collect(),
        places: places.map(|(_, id)| t!(format!("context.{id}")).into_owned()).collect(),
        title: info.title(),
        help: info.help(),
    }
}
