//! What a supervising department (主管部门) sums up of its subordinate units before it hands in.

use super::{Preparation, UnitLine};
use crate::domain::ids::UnitId;

/// A department and the units that it supervises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// The department.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its subordinate units, by number.
    pub units: Vec<UnitId>,
}

/// A department's units together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Budget year.
    pub year: i32,
    /// The department.
    pub department: String,
    /// The department itself, if in sight, then its units.
    pub lines: Vec<UnitLine>,
    /// All lines together.
    pub total: Option<UnitLine>,
    /// Subordinate units that the viewer may not see, and that are not in the sum.
    pub unseen: usize,
}

impl Preparation {
    /// The summary of a department; `None` when it supervises no unit.
    pub fn summary(&self, department: UnitId) -> Option<Summary> {
        let of = self.departments.iter().find(|one| one.unit == department)?;
        let line = |id: &UnitId| self.units.iter().find(|line| line.unit.id == *id).cloned();
        let subordinate: Vec<UnitLine> = of.units.iter().filter_map(line).collect();
        let unseen = of.units.len() - subordinate.len();
        let lines: Vec<UnitLine> = line(&department).into_iter().chain(subordinate).collect();
        let total = lines.split_first().map(|(first, others)| {
            let mut sum = first.clone();
            others.iter().for_each(|line| sum.add(line));
            sum
        });
        Some(Summary { year: self.year, department: of.name.clone(), lines, total, unseen })
    }
}
