//! What is typed into a form and not sent yet, as it is kept: JSON with the fields' texts by their ids, and where the
//! target stood, so that an old draft can be told from a fresh one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::target::Standing;

/// What is typed into a form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    /// The round that it was written for.
    pub round: u32,
    /// The stage, or the state outside the stages, that it was written at.
    pub at: String,
    /// Rows of the grid.
    pub rows: usize,
    /// The minutes as they stood when the writing began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noted: Option<String>,
    /// The fields' texts by their ids.
    pub texts: BTreeMap<String, String>,
}

impl Body {
    /// Writes it down.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a draft; none when it is broken.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The id of where a target stands.
    pub fn place(standing: &Standing) -> String {
        standing.stage.clone().unwrap_or_else(|| standing.state.id().to_owned())
    }
}
