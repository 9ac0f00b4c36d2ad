//! The table as rows of text, for `huishen keys` and the README.

use rust_i18n::t;

use super::{ACTIONS, Contexts};
use crate::app::keymap::Keymap;

/// So many places at most are named as those where a key is not known.
const FEW: usize = 4;

/// One line of the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The heading.
    pub group: String,
    /// The name in the configuration.
    pub name: &'static str,
    /// The keys, the one that is shown first.
    pub keys: Vec<String>,
    /// Where it is known, in the user's language: where it is not, if that is shorter.
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
    KeyRow {
        group: info.group.title(),
        name: info.name,
        keys: keymap.keys(info.action).iter().map(ToString::to_string).collect(),
        places: places(info.contexts),
        title: info.title(),
        help: info.help(),
    }
}

fn places(contexts: Contexts) -> Vec<String> {
    let (known, unknown): (Vec<_>, Vec<_>) = Contexts::EACH.iter().partition(|(context, _)| contexts.meets(*context));
    let words = |(_, id): &(Contexts, &str)| t!(format!("context.{id}")).into_owned();
    if unknown.len() > FEW {
        return known.into_iter().map(words).collect();
    }
    let but: Vec<String> = unknown.into_iter().map(words).collect();
    let but = but.join(&t!("context.and"));
    vec![if but.is_empty() { t!("context.everywhere") } else { t!("context.all-but", places = but) }.into_owned()]
}
