//! Targets and their links.

use rusqlite::types::ValueRef;

use super::{Expected, Held, Linked, Place};
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::target::{Link, Standing};
use crate::store::projection::value::{maybe, said};

impl Expected {
    /// A new target: what never changes of it, as it would be written, and where it begins.
    pub(in crate::store::projection) fn register(
        &mut self,
        target: TargetId,
        (year, unit): (i32, UnitId),
        fixed: &[ValueRef<'_>],
        to: &Standing,
    ) -> rusqlite::Result<()> {
        let held = Held {
            fixed: self.key.hash(fixed.iter().copied()),
            standing: self.standing(1, to),
            contents: self.contents(None, None),
            place: (i64::from(year), unit.0, to.state.id(), self.stage(to.stage.as_deref())),
            version: 1,
            round: to.round,
            due: to.due,
            amount: None,
            coverage: (0, 0),
            checked: None,
            findings: Vec::new(),
            waivers: Vec::new(),
            unchecked: Vec::new(),
            links: Vec::new(),
            priors: Vec::new(),
        };
        // As a second row with its number would be refused.
        self.targets.put(target.0, held).ok_or(rusqlite::Error::StatementChangedRows(0))
    }

    /// A step to another standing.
    pub(in crate::store::projection) fn step(&mut self, target: TargetId, to: &Standing) -> rusqlite::Result<()> {
        let version = self.held(target)?.version + 1;
        let (standing, stage) = (self.standing(version, to), self.stage(to.stage.as_deref()));
        let held = self.held(target)?;
        let (year, unit, ..): Place = held.place;
        held.place = (year, unit, to.state.id(), stage);
        (held.version, held.standing, held.round, held.due) = (version, standing, to.round, to.due);
        Ok(())
    }

    /// What a new submission brings to the target's row.
    pub(in crate::store::projection) fn receive(
        &mut self,
        target: TargetId,
        amount: Option<i64>,
        block: Option<&str>,
    ) -> rusqlite::Result<()> {
        let contents = self.contents(amount, block);
        let held = self.held(target)?;
        (held.amount, held.contents) = (amount, contents);
        Ok(())
    }

    fn contents(&self, amount: Option<i64>, block: Option<&str>) -> u64 {
        self.key.hash([maybe(amount), said(block)])
    }

    /// Sets a link, in place of the one that stood there.
    pub(in crate::store::projection) fn link(
        &mut self,
        (target, round): (TargetId, u32),
        link: &Link,
        row: &[ValueRef<'_>],
    ) -> rusqlite::Result<()> {
        let row = self.key.hash(row.iter().copied());
        let linked = Linked { round, objective: link.objective, indicator: link.indicator, origin: link.origin, row };
        self.unlink((target, round), (link.objective, link.indicator))?;
        self.held(target)?.links.push(linked);
        Ok(())
    }

    /// Takes a link away.
    pub(in crate::store::projection) fn unlink(
        &mut self,
        (target, round): (TargetId, u32),
        (objective, indicator): (u32, u32),
    ) -> rusqlite::Result<()> {
        let there = |one: &Linked| (one.round, one.objective, one.indicator) == (round, objective, indicator);
        self.held(target)?.links.retain(|one| !there(one));
        Ok(())
    }
}
