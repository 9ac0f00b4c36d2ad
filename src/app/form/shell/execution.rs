//! The forms of a target's execution: how they are opened, and how Enter goes from value to value.

use rust_i18n::t;

use super::Form;
use crate::app::common::Common;
use crate::app::form::kind::Kind;
use crate::domain::ids::TargetId;

impl Form {
    /// Opens a form of a target's execution.
    pub fn execute(target: TargetId, kind: Kind, common: &mut Common) -> Self {
        Self::open(target, Some(kind), common)
    }

    /// Enter in a table of values: the next value that is asked for, or what comes behind the table.
    pub(super) fn onward(&mut self) {
        let entries = &self.sheet.entries;
        let row = self.sheet.focused().and_then(|entry| entry.cell).map(|(row, _)| row);
        let next = match row {
            Some(row) => entries.iter().position(|entry| entry.cell == Some((row + 1, 0))),
            None => None,
        };
        let behind = || {
            let last = entries.iter().rposition(|entry| entry.cell.is_some())?;
            (last + 1..entries.len()).find(|place| !entries[*place].hidden)
        };
        match next.or_else(|| row.and_then(|_| behind())) {
            Some(place) => self.sheet.focus_on(place),
            None if self.sheet.focused().is_some_and(|entry| entry.id == "executed") => self.first_value(),
            None => self.sheet.step(true),
        }
    }

    /// From the money to the first value: the budget and what is expected stand as they are unless somebody goes there.
    fn first_value(&mut self) {
        if let Some(place) = self.sheet.entries.iter().position(|entry| entry.cell == Some((0, 0))) {
            self.sheet.focus_on(place);
        }
    }

    /// What is told once such a form was taken.
    pub(super) fn executed(&self, kind: Kind, common: &mut Common) {
        let project = self.file.as_ref().map(|file| file.target.project.name.clone()).unwrap_or_default();
        // Units hand in; what the bureau evaluates itself is recorded.
        let done = if kind == Kind::ReEvaluate { "execution.done.recorded" } else { "execution.done.form" };
        common.tell(t!(done, form = kind.title(), project = project));
    }
}
