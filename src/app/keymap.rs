//! From a key to an action: the table's defaults, changed by the configuration.
//!
//! Owns the look-up in both directions, so that hints and help show the user's own keys. Knows no screen.

use rust_i18n::t;

use super::action::{ACTIONS, Action, Contexts, Info};
use super::key::Key;

/// An action found for a key, and which of its keys it was (from 0): the number of actions that take one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The action.
    pub action: Action,
    /// The place of the key among the action's keys.
    pub nth: usize,
}

impl From<Action> for Bound {
    fn from(action: Action) -> Self {
        Self { action, nth: 0 }
    }
}

/// What is wrong with configured keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misbound {
    /// The action's name at which the fault is written.
    pub action: String,
    /// What is wrong, in the user's language.
    pub words: String,
}

/// Which keys do what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    /// The keys of each action, in the order of the table; the first is shown.
    keys: Vec<Vec<Key>>,
    /// What each key does in which place, by key and then in the order of the table.
    bound: Vec<(Key, Bound)>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::from_keys(ACTIONS.iter().map(|info| parsed(info.keys)).collect())
    }
}

/// The table's keys are tested to be readable; one that is not would only be missing.
fn parsed(names: &[&str]) -> Vec<Key> {
    names.iter().filter_map(|name| name.parse().ok()).collect()
}

/// Reads the keys that a person wants for an action; or says in words why they will not do.
fn chosen(action: Action, wanted: &[String]) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    for name in wanted {
        // Full-width keys are looked up folded.
        let key = name.parse::<Key>().map_err(|unknown| unknown.to_string())?.folded();
        if !key.is_sent() {
            return Err(t!("keys.never-sent", key = key).into_owned());
        }
        if keys.contains(&key) {
            return Err(t!("keys.repeated", key = key, name = action.info().name).into_owned());
        }
        keys.push(key);
    }
    let (name, count) = (action.info().name, action.numbers().unwrap_or(1));
    if keys.is_empty() || keys.len() % count != 0 {
        return Err(t!("keys.too-few", name = name, count = count).into_owned());
    }
    Ok(keys)
}

impl Keymap {
    /// The defaults with some actions' keys replaced: names of actions with names of keys, as they stand in the config file.
    ///
    /// # Errors
    /// When a name is unknown, a key cannot be read or is never sent, or a key would mean two things in one place.
    pub fn configured(changes: &[(String, Vec<String>)]) -> Result<Self, Misbound> {
        let mut keys = Self::default().keys;
        for (name, wanted) in changes {
            let misbound = |words| Misbound { action: name.clone(), words };
            let action =
                Action::from_name(name).ok_or_else(|| misbound(t!("keys.unknown-action", name = name).into_owned()))?;
            keys[action as usize] = chosen(action, wanted).map_err(misbound)?;
        }
        let map = Self::from_keys(keys);
        map.clash(changes).map_or(Ok(map), Err)
    }

    fn from_keys(keys: Vec<Vec<Key>>) -> Self {
        let of = |(info, keys): (&Info, &Vec<Key>)| {
            let action = info.action;
            keys.iter().enumerate().map(|(nth, key)| (*key, Bound { action, nth })).collect::<Vec<_>>()
        };
        let mut bound: Vec<_> = ACTIONS.iter().zip(&keys).flat_map(of).collect();
        bound.sort_by_key(|(key, _)| *key);
        Self { keys, bound }
    }

    /// The first key, in the order of the table, that would mean two things in one place.
    fn clash(&self, changes: &[(String, Vec<String>)]) -> Option<Misbound> {
        let clashes = ACTIONS.iter().zip(&self.keys).flat_map(|(one, keys)| {
            keys.iter().filter_map(move |key| {
                let others = self.bounds(*key).map(|bound| bound.action.info());
                let mut later = others.filter(|other| other.action > one.action);
                later.find(|other| other.contexts.meets(one.contexts)).map(|other| (key, one, other))
            })
        });
        let (key, one, other) = clashes.into_iter().next()?;
        let mut last = changes.iter().rev().map(|(name, _)| name);
        let action = last.find(|name| [one.name, other.name].contains(&name.as_str()))?.clone();
        let words = t!("keys.twice", key = key, one = one.name, other = other.name).into_owned();
        Some(Misbound { action, words })
    }

    /// What a key does in a place.
    pub fn find(&self, key: Key, context: Contexts) -> Option<Bound> {
        self.bounds(key).find(|bound| bound.action.info().contexts.meets(context))
    }

    /// What a key does anywhere.
    fn bounds(&self, key: Key) -> impl Iterator<Item = Bound> {
        let first = self.bound.partition_point(|(other, _)| *other < key);
        self.bound[first..].iter().take_while(move |(other, _)| *other == key).map(|(_, bound)| *bound)
    }

    /// The keys of an action.
    pub fn keys(&self, action: Action) -> &[Key] {
        self.keys.get(action as usize).map_or(&[], Vec::as_slice)
    }

    /// The key of an action that hints show; of one that takes a number, the first and the last.
    pub fn label(&self, action: Action) -> Option<String> {
        let keys = self.keys(action);
        let first = keys.first()?;
        match action.numbers().and_then(|count| keys.get(count - 1)) {
            Some(last) => Some(format!("{first}-{last}")),
            None => Some(first.to_string()),
        }
    }
}
