//! Counts and money of the tabs, from the kept counts: the cost does not depend on the number of targets.

use std::collections::BTreeSet;

use rusqlite::{Row, params};

use crate::domain::access::{self, Duty, Sight};
use crate::domain::facts::Answer;
use crate::domain::ids::UnitId;
use crate::domain::money::Money;
use crate::domain::people::{Scope, Unit, User};
use crate::domain::view::{Tab, Tallies, Tally};
use crate::store::Store;

/// What stands at a place: its state, its stage (empty unless pending), count and money.
type Place = (String, String, Tally);

impl Store {
    /// Counts and money of tabs in a year, of what a viewer sees.
    pub fn tallies(&self, viewer: &User, year: i32, tabs: &[Tab]) -> Answer<Tallies> {
        let sight = access::sight(viewer);
        let places = self.places(year, &sight)?;
        let sum =
            |holds: &dyn Fn(&Place) -> bool| places.iter().filter(|place| holds(place)).fold(Tally::default(), added);
        let one = |tab: &Tab| -> Answer<Tally> {
            Ok(match tab {
                Tab::All => sum(&|_| true),
                Tab::Stage(stage) => sum(&|place| place.1 == *stage),
                Tab::States(states) => {
                    sum(&|place| place.1.is_empty() && states.iter().any(|state| state.id() == place.0))
                }
                Tab::Mine => self.mine(viewer, year, &sight, &places)?,
            })
        };
        tabs.iter().map(|tab| Ok((tab.clone(), one(tab)?))).collect::<Answer<_>>().map(Tallies)
    }

    /// Count and money of one tab.
    pub(super) fn tally(&self, viewer: &User, year: i32, tab: &Tab) -> Answer<Tally> {
        let Tallies(found) = self.tallies(viewer, year, std::slice::from_ref(tab))?;
        Ok(found.into_iter().next().map(|(_, tally)| tally).unwrap_or_default())
    }

    fn places(&self, year: i32, sight: &Sight) -> Answer<Vec<Place>> {
        let own = match sight {
            Sight::All => String::new(),
            Sight::Units(units) => {
                let numbers: Vec<String> = units.iter().map(ToString::to_string).collect();
                format!(" and unit_id in ({})", numbers.join(","))
            }
        };
        let sql = format!(
            "select state, stage, sum(count), sum(amount) from tally where year = ?1{own} group by state, stage"
        );
        self.many(&sql, [year], |row| Ok((row.get(0)?, row.get(1)?, tally_at(row, 2)?)))
    }

    /// What waits for a viewer: all of a place that is the whole county's duty, else the units that the duties there reach.
    fn mine(&self, viewer: &User, year: i32, sight: &Sight, places: &[Place]) -> Answer<Tally> {
        let duties = self.duties(viewer);
        let mut sum = Tally::default();
        let mut units = None;
        for place in places {
            let (state, stage, _) = place;
            let here = |duty: &&Duty| duty.state.id() == state && duty.stage.as_deref().unwrap_or_default() == stage;
            let scopes: Vec<&Scope> = duties.iter().filter(here).map(|duty| &duty.scope).collect();
            if scopes.contains(&&Scope::County) {
                sum = added(sum, place);
            } else if !scopes.is_empty() {
                if units.is_none() {
                    units = Some(self.units()?);
                }
                let covered = |unit: &&Unit| sight.shows(unit.id) && scopes.iter().any(|scope| scope.covers(unit));
                let reached: BTreeSet<_> = units.iter().flatten().filter(covered).map(|unit| unit.id).collect();
                let sql = "select unit_id, count, amount from tally where year = ?1 and state = ?2 and stage = ?3";
                let read = |row: &Row<'_>| Ok((UnitId(row.get(0)?), tally_at(row, 1)?));
                let kept = self.many(sql, params![year, state, stage], read)?;
                let own = kept.into_iter().filter(|(unit, _)| reached.contains(unit));
                sum = own.fold(sum, |sum, (_, tally)| plus(sum, tally));
            }
        }
        Ok(sum)
    }
}

fn plus(sum: Tally, tally: Tally) -> Tally {
    Tally { count: sum.count + tally.count, amount: sum.amount + tally.amount }
}

fn added(sum: Tally, (_, _, tally): &Place) -> Tally {
    plus(sum, *tally)
}

fn tally_at(row: &Row<'_>, first: usize) -> rusqlite::Result<Tally> {
    let count: i64 = row.get(first)?;
    Ok(Tally { count: count.unsigned_abs(), amount: Money(row.get(first + 1)?) })
}
