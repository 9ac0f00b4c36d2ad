//! Target preparation (编报准备): who must hand in what for a year, what is still to come, and what a supervising department sums up of its
//! subordinate units before it hands in.
//!
//! Every unit owes a whole-department target, every project a target (谁申请资金，谁编制目标; county report, three (1)). What is to come is
//! computed of what the file holds, never stored. `rule` reads the data · `gap` what is to come, and why · `line` how far a unit is ·
//! `summary` a department's units together. Knows nothing of files and screens.

mod gap;
mod line;
mod rule;
mod summary;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use gap::{Gap, Want};
pub use line::{UnitLine, Whole};
pub use rule::Need;
pub use summary::{Department, Summary};

use super::desk_order::DeskOrder;
use super::ids::UnitId;
use super::money::Money;
use super::report::Sum;

/// Which part of a year's preparation is meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// Only the units of this desk.
    pub desk: Option<String>,
    /// Only this unit.
    pub unit: Option<UnitId>,
    /// Only the units that this department supervises, and itself.
    pub department: Option<UnitId>,
}

/// How far a year's targets are prepared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preparation {
    /// Budget year.
    pub year: i32,
    /// The last day to hand in, if the plan says one.
    pub due: Option<Date>,
    /// The units in sight, by desk and number.
    pub units: Vec<UnitLine>,
    /// What is to come, by desk and unit, the most pressing first.
    pub gaps: Vec<Gap>,
    /// Departments that supervise units, by number.
    pub departments: Vec<Department>,
}

impl Preparation {
    /// Puts what was read in order: each unit's gaps are counted on its line.
    pub fn new(
        (year, due): (i32, Option<Date>),
        order: &DeskOrder,
        units: Vec<UnitLine>,
        gaps: Vec<Gap>,
        departments: Vec<Department>,
    ) -> Self {
        let (mut units, mut gaps) = (units, gaps);
        units.sort_by_cached_key(|line| order.of_unit(&line.unit));
        gaps.sort_by_cached_key(|gap| (order.of_unit(&gap.unit), gap.want));
        let mut lines: BTreeMap<UnitId, &mut UnitLine> = units.iter_mut().map(|line| (line.unit.id, line)).collect();
        for gap in &gaps {
            if let Some(line) = lines.get_mut(&gap.unit.id) {
                line.add_gap(gap);
            }
        }
        Self { year, due, units, gaps, departments }
    }

    /// The part that is meant.
    #[must_use]
    pub fn within(mut self, scope: &Scope) -> Self {
        let department = scope.department.and_then(|id| self.departments.iter().find(|one| one.unit == id));
        let of_department = |unit: UnitId| match (scope.department, department) {
            (None, _) => true,
            (Some(id), None) => unit == id,
            (Some(id), Some(department)) => unit == id || department.units.contains(&unit),
        };
        let meant = |unit: &super::people::Unit| {
            scope.desk.as_ref().is_none_or(|desk| *desk == unit.desk)
                && scope.unit.is_none_or(|id| id == unit.id)
                && of_department(unit.id)
        };
        let units = std::mem::take(&mut self.units).into_iter().filter(|line| meant(&line.unit)).collect();
        let gaps = std::mem::take(&mut self.gaps).into_iter().filter(|gap| meant(&gap.unit)).collect();
        Self { units, gaps, ..self }
    }

    /// How much is missing: what must be handed in and was not. What is to be amended, and what is only to be asked about, is not missing.
    pub fn missing(&self) -> Sum {
        self.gaps.iter().filter(|gap| gap.want.is_missing()).fold(Sum::default(), |sum, gap| more(sum, gap.amount))
    }

    /// How much there is of one kind.
    pub fn of(&self, want: Want) -> Sum {
        self.gaps.iter().filter(|gap| gap.want == want).fold(Sum::default(), |sum, gap| more(sum, gap.amount))
    }

    /// The units with something to come, each with all of it, in order: what a reminder goes out about.
    pub fn reminded(&self) -> Vec<(&UnitLine, Vec<&Gap>)> {
        let mut of: BTreeMap<UnitId, Vec<&Gap>> = BTreeMap::new();
        self.gaps.iter().for_each(|gap| of.entry(gap.unit.id).or_default().push(gap));
        self.units.iter().filter_map(|line| Some((line, of.remove(&line.unit.id)?))).collect()
    }

    /// The desks in their order, each with the sum of its units.
    pub fn desks(&self) -> Vec<(String, UnitLine)> {
        let mut out: Vec<(String, UnitLine)> = Vec::new();
        for line in &self.units {
            match out.last_mut().filter(|(desk, _)| *desk == line.unit.desk) {
                Some((_, sum)) => sum.add(line),
                None => out.push((line.unit.desk.clone(), line.clone())),
            }
        }
        out
    }

    /// All units together; nothing when there is none.
    pub fn total(&self) -> Option<UnitLine> {
        let (first, others) = self.units.split_first()?;
        let mut sum = first.clone();
        others.iter().for_each(|line| sum.add(line));
        Some(sum)
    }
}

/// One more, with its money where it is known.
fn more(sum: Sum, amount: Option<Money>) -> Sum {
    Sum { count: sum.count + 1, amount: sum.amount + amount.unwrap_or_default() }
}

/// Two sums together.
fn both(one: Sum, other: Sum) -> Sum {
    Sum { count: one.count + other.count, amount: one.amount + other.amount }
}

#[cfg(test)]
mod tests;
