//! The place where a person was: kept when the program ends, taken up at the next start.
//!
//! Owns the shape and its JSON; where it is kept is `run`'s. An older or broken place is no place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The place where a person was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The tab's id.
    pub tab: String,
    /// The filters' texts by the tab's id.
    pub filters: BTreeMap<String, String>,
    /// The order's id.
    pub sort: String,
    /// The number of the selected target.
    pub target: Option<i64>,
}

impl Place {
    /// Writes the place down.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a place; what cannot be read is the beginning.
    pub fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}
