//! The order in which desks and units are listed, everywhere: a desk stands where the first of its units stands, units by their number,
//! units without a desk last.

use std::collections::BTreeMap;

use super::ids::UnitId;
use super::people::Unit;

/// Where desks stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskOrder(BTreeMap<String, UnitId>);

/// Where a unit stands: comparable, within one order.
pub type Place = (bool, UnitId, UnitId);

impl DeskOrder {
    /// The order of the desks of some units; of all of the county's, wherever they are at hand.
    pub fn of<'a>(units: impl IntoIterator<Item = &'a Unit>) -> Self {
        let mut first: BTreeMap<String, UnitId> = BTreeMap::new();
        for unit in units {
            match first.get_mut(&unit.desk) {
                Some(id) => *id = (*id).min(unit.id),
                None => drop(first.insert(unit.desk.clone(), unit.id)),
            }
        }
        Self(first)
    }

    /// Where the desk of a unit stands; a desk that is not known stands where the unit does.
    pub fn desk(&self, desk: &str, unit: UnitId) -> (bool, UnitId) {
        (desk.is_empty(), self.0.get(desk).copied().unwrap_or(unit))
    }

    /// Where a unit of a desk stands.
    pub fn place(&self, desk: &str, unit: UnitId) -> Place {
        let (none, first) = self.desk(desk, unit);
        (none, first, unit)
    }

    /// Where a unit stands.
    pub fn of_unit(&self, unit: &Unit) -> Place {
        self.place(&unit.desk, unit.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::UnitLevel;

    fn unit(id: i64, desk: &str) -> Unit {
        Unit { id: UnitId(id), code: None, name: format!("单位{id}"), level: UnitLevel::First, desk: desk.to_owned() }
    }

    #[test]
    fn desks_stand_by_their_first_unit_and_units_without_one_last() {
        let units = [unit(4, "农业股"), unit(1, "教科文股"), unit(2, ""), unit(3, "农业股"), unit(9, "教科文股")];
        let order = DeskOrder::of(&units);
        let mut listed: Vec<&Unit> = units.iter().collect();
        listed.sort_by_key(|unit| order.of_unit(unit));
        let ids: Vec<i64> = listed.iter().map(|unit| unit.id.0).collect();
        assert_eq!(ids, [1, 9, 3, 4, 2]);
        assert_eq!(order.place("经建股", UnitId(2)), (false, UnitId(2), UnitId(2)));
    }
}
