//! From a key to an action: the table's defaults, changed by the configuration.
//!
//! Owns the look-up in both directions, so that hints and help show the user's own keys. Knows no screen.

use std::collections::{BTreeMap, HashMap};

use rust_i18n::t;

use super::action::{ACTIONS, Action, Contexts};
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

/// Which keys do what.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// The keys of each action, in the order of the table; the first is shown.
    keys: Vec<Vec<Key>>,
    bound: HashMap<Key, Vec<Bound>>,
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

impl Keymap {
    /// The defaults with some actions' keys replaced: names of actions with names of keys.
    ///
    /// # Errors
    /// In words, when a name is unknown, a key cannot be read, or a key would mean two things in one place.
    pub fn configured(changes: &BTreeMap<String, Vec<String>>) -> Result<Self, String> {
        let mut keys = Self::default().keys;
        for (name, wanted) in changes {
            let action = Action::from_name(name).ok_or_else(|| t!("keys.unknown-action", name = name).into_owned())?;
            let read = wanted.iter().map(|key| key.parse::<Key>().map_err(|error| error.to_string()));
            keys[action as usize] = read.collect::<Result<_, _>>()?;
        }
        let map = Self::from_keys(keys);
        map.clash().map_or(Ok(map), Err)
    }

    fn from_keys(keys: Vec<Vec<Key>>) -> Self {
        let mut bound: HashMap<Key, Vec<Bound>> = HashMap::new();
        for (info, keys) in ACTIONS.iter().zip(&keys) {
            for (nth, key) in keys.iter().enumerate() {
                bound.entry(*key).or_default().push(Bound { action: info.action, nth });
            }
        }
        Self { keys, bound }
    }

    fn clash(&self) -> Option<String> {
        for (key, bounds) in &self.bound {
            for (place, one) in bounds.iter().enumerate() {
                let (one, rest) = (one.action.info(), &bounds[place + 1..]);
                if let Some(other) = rest.iter().find(|other| other.action.info().contexts.meets(one.contexts)) {
                    let other = other.action.info().name;
                    return Some(t!("keys.twice", key = key.to_string(), one = one.name, other = other).into_owned());
                }
            }
        }
        None
    }

    /// What a key does in a place.
    pub fn find(&self, key: Key, context: Contexts) -> Option<Bound> {
        let bounds = self.bound.get(&key)?;
        bounds.iter().copied().find(|bound| bound.action.info().contexts.meets(context))
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
