//! The keys that add, take out and move rows of the unit's grid.

use super::{Form, amend};
use crate::app::common::Common;
use crate::app::key::{Key, KeyCode};

impl Form {
    /// Keys that change the rows of the grid.
    pub(super) fn row_key(&mut self, key: Key, common: &mut Common) -> bool {
        let change = match (key.code, key.mods.alt) {
            (KeyCode::Insert | KeyCode::F(7), _) => amend::Change::Insert,
            (KeyCode::F(8), _) => amend::Change::Remove,
            (KeyCode::Up, true) => amend::Change::Up,
            (KeyCode::Down, true) => amend::Change::Down,
            _ => return false,
        };
        let Some(state) = self.file.as_ref().map(|file| file.target.standing.state) else { return true };
        if amend::change(&mut self.sheet, change, state) {
            self.changed(common);
        }
        true
    }
}
