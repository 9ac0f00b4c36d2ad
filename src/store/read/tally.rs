//! Counts and money of the tabs, from the kept counts: the cost does not depend on the number of targets.

use rusqlite::Row;

use crate::domain::access;
use crate::domain::facts::Answer;
use crate::domain::ids::UnitId;
use crate::domain::money::Money;
use crate::domain::people::{Unit, User};
use crate::domain::target::State;
use crate::domain::view::{Tab, Tallies, Tally};
use crate::store::Store;

/// A kept count.
struct Kept {
    unit: UnitId,
    state: String,
    stage: String,
    tally: Tally,
}

impl Store {
    /// Counts and money of tabs in a year, of what a viewer sees.
    pub fn tallies(&self, viewer: &User, year: i32, tabs: &[Tab]) -> Answer<Tallies> {
        let sql = "select unit_id, state, stage, count, amount from tally where year = ?1";
        let sight = access::sight(viewer);
        let kept = self.many(sql, [year], kept)?.into_iter().filter(|kept| sight.shows(kept.unit)).collect::<Vec<_>>();
        let duties = self.duties(viewer);
        let units = if duties.is_empty() { Vec::new() } else { self.units()? };
        let unit = |id: UnitId| units.iter().find(|unit: &&Unit| unit.id == id);
        let mine = |kept: &Kept| {
            let place =
                |state: State, stage: Option<&str>| state.id() == kept.state && stage.unwrap_or_default() == kept.stage;
            let covers = |scope: &crate::domain::people::Scope| unit(kept.unit).is_some_and(|unit| scope.covers(unit));
            duties.iter().any(|duty| place(duty.state, duty.stage.as_deref()) && covers(&duty.scope))
        };
        let counts = |tab: &Tab, kept: &Kept| match tab {
            Tab::All => true,
            Tab::Stage(stage) => kept.stage == *stage,
            Tab::States(states) => kept.stage.is_empty() && states.iter().any(|state| state.id() == kept.state),
            Tab::Mine => mine(kept),
        };
        let sum = |tab: &Tab| kept.iter().filter(|kept| counts(tab, kept)).fold(Tally::default(), added);
        Ok(Tallies(tabs.iter().map(|tab| (tab.clone(), sum(tab))).collect()))
    }
}

fn added(sum: Tally, kept: &Kept) -> Tally {
    Tally { count: sum.count + kept.tally.count, amount: sum.amount + kept.tally.amount }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let count: i64 = row.get(3)?;
    let tally = Tally { count: count.unsigned_abs(), amount: Money(row.get(4)?) };
    Ok(Kept { unit: UnitId(row.get(0)?), state: row.get(1)?, stage: row.get(2)?, tally })
}
