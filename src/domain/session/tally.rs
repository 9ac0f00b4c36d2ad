//! Counting revealed ballots: how the grades are spread, who differs from the majority, and how a member's grades lie against the panel's.

use std::collections::BTreeMap;

use super::ballot::Ballot;
use crate::domain::grade::Grade;

/// How many gave each grade, in the order 优 良 中 差.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spread(pub [u32; 4]);

impl Spread {
    /// Counts grades.
    pub fn of(grades: impl IntoIterator<Item = Grade>) -> Self {
        let mut spread = Self::default();
        for grade in grades {
            if let Some(place) = Grade::ALL.into_iter().position(|other| other == grade) {
                spread.0[place] += 1;
            }
        }
        spread
    }

    /// How many gave a grade.
    pub fn count(&self, grade: Grade) -> u32 {
        Grade::ALL.into_iter().zip(self.0).find(|(other, _)| *other == grade).map_or(0, |(_, count)| count)
    }

    /// All of them.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The grade that more than half gave, if there is one.
    pub fn majority(&self) -> Option<Grade> {
        Grade::ALL.into_iter().zip(self.0).find(|(_, count)| count * 2 > self.total()).map(|(grade, _)| grade)
    }

    /// The grade in the middle: at least half gave it or a better one. With an even number the worse of the two in the middle.
    pub fn median(&self) -> Option<Grade> {
        let mut seen = 0;
        let middle = self.total() / 2 + 1;
        Grade::ALL.into_iter().zip(self.0).find_map(|(grade, count)| {
            seen += count;
            (self.total() > 0 && seen >= middle).then_some(grade)
        })
    }
}

/// The count of an item's revealed ballots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// The overall grades.
    pub overall: Spread,
    /// The grades of each criterion, as far as ballots carry them.
    pub criteria: Vec<Spread>,
}

impl Tally {
    /// Counts ballots; `criteria` is the procedure's number of criteria.
    pub fn of(ballots: &[Ballot], criteria: usize) -> Self {
        let column = |place: usize| Spread::of(ballots.iter().filter_map(|ballot| ballot.criteria.get(place).copied()));
        Self {
            overall: Spread::of(ballots.iter().map(|ballot| ballot.grade)),
            criteria: (0..criteria).map(column).collect(),
        }
    }

    /// What the panel as a whole suggests: the majority's grade, else the middle one.
    pub fn suggestion(&self) -> Option<Grade> {
        self.overall.majority().or_else(|| self.overall.median())
    }
}

/// How a member's grades lie against the panel's, over the items that both graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calibration {
    /// Items graded.
    pub items: u32,
    /// Items on which the member gave a worse grade than the panel's suggestion.
    pub stricter: u32,
    /// Items on which the member gave a better one.
    pub milder: u32,
}

impl Calibration {
    /// Takes an item into account: the member's grade and the panel's suggestion.
    pub fn add(&mut self, own: Grade, panel: Grade) {
        self.items += 1;
        match own.cmp(&panel) {
            std::cmp::Ordering::Greater => self.stricter += 1,
            std::cmp::Ordering::Less => self.milder += 1,
            std::cmp::Ordering::Equal => {}
        }
    }
}

/// How every member's grades lie against the panel's, over the items whose ballots are on the table, by the members' names.
pub fn calibrations<'a>(revealed: impl Iterator<Item = &'a [Ballot]>) -> BTreeMap<String, Calibration> {
    let mut all: BTreeMap<String, Calibration> = BTreeMap::new();
    for ballots in revealed {
        let Some(panel) = Tally::of(ballots, 0).suggestion() else { continue };
        for ballot in ballots {
            all.entry(ballot.member.clone()).or_default().add(ballot.grade, panel);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Grade::{Excellent as A, Fair as C, Good as B, Poor as D};
    use super::*;

    #[test]
    fn majority_and_middle() {
        let spread = Spread::of([A, B, B]);
        assert_eq!((spread.majority(), spread.median(), spread.total()), (Some(B), Some(B), 3));
        let split = Spread::of([A, A, C, D]);
        assert_eq!(split.majority(), None, "two of four are no majority");
        assert_eq!(split.median(), Some(C), "the worse of the two in the middle");
        assert_eq!(Spread::default().majority(), None);
        assert_eq!(Spread::default().median(), None);
        assert_eq!(spread.count(A), 1);
    }

    #[test]
    fn calibration_counts_both_sides() {
        let mut one = Calibration::default();
        one.add(B, A);
        one.add(A, B);
        one.add(C, C);
        assert_eq!(one, Calibration { items: 3, stricter: 1, milder: 1 });
    }
}
