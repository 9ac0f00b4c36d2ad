//! Findings, what could not be checked, and what somebody lets stand.

use rusqlite::types::ValueRef;

use super::{Expected, Found};
use crate::domain::ids::TargetId;
use crate::store::projection::value::{number, text};

impl Expected {
    /// A new check of a round by some rules: what stood before is to be told anew.
    pub(in crate::store::projection) fn checked(
        &mut self,
        target: TargetId,
        round: u32,
        rules: u32,
    ) -> rusqlite::Result<()> {
        let held = self.held(target)?;
        held.checked = Some((round, rules));
        held.findings.clear();
        held.unchecked.clear();
        Ok(())
    }

    /// A finding, in place of the one with its key and twin: the row as it would be written, without the mark that it is let stand.
    pub(in crate::store::projection) fn finding(
        &mut self,
        target: TargetId,
        (key, twin): (&str, u32),
        counts: bool,
        row: &[ValueRef<'_>],
    ) -> rusqlite::Result<()> {
        let row = self.key.hash(row.iter().copied());
        let key = self.of_key(key);
        let held = self.held(target)?;
        held.findings.retain(|one| (one.key, one.twin) != (key, twin));
        held.findings.push(Found { key, twin, counts, row });
        Ok(())
    }

    /// A finding that is none any more.
    pub(in crate::store::projection) fn gone(
        &mut self,
        target: TargetId,
        (key, twin): (&str, u32),
    ) -> rusqlite::Result<()> {
        let key = self.of_key(key);
        self.held(target)?.findings.retain(|one| (one.key, one.twin) != (key, twin));
        Ok(())
    }

    /// Lets findings of a key stand, or no more.
    pub(in crate::store::projection) fn waive(
        &mut self,
        target: TargetId,
        key: &str,
        waived: bool,
    ) -> rusqlite::Result<()> {
        let key = self.of_key(key);
        let held = self.held(target)?;
        held.waivers.retain(|one| *one != key);
        if waived {
            held.waivers.push(key);
        }
        Ok(())
    }

    /// What could not be checked, or can be again.
    pub(in crate::store::projection) fn unchecked(
        &mut self,
        target: TargetId,
        (check, reason): (&str, &str),
        lacks: bool,
    ) -> rusqlite::Result<()> {
        let row = self.key.hash([number(target.0), text(check), text(reason)]);
        let held = self.held(target)?;
        held.unchecked.retain(|one| *one != row);
        if lacks {
            held.unchecked.push(row);
        }
        Ok(())
    }

    fn of_key(&self, key: &str) -> u64 {
        self.key.hash([ValueRef::Text(key.as_bytes())])
    }
}
