//! How far a unit is with its targets.

use rust_i18n::t;

use super::{Gap, Want, both, more};
use crate::domain::people::Unit;
use crate::domain::report::Sum;

/// How a unit's whole-department target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Whole {
    /// None is demanded of the year.
    #[default]
    NotDue,
    /// There is none.
    Missing,
    /// It was written and is not handed in.
    Draft,
    /// It was handed in.
    Handed,
}

impl Whole {
    /// Its word in the user's language.
    pub fn word(self) -> String {
        let id = match self {
            Self::NotDue => "not-due",
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Handed => "handed",
        };
        t!(format!("preparation.whole.{id}")).into_owned()
    }
}

/// How far a unit is, or several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: Unit,
    /// Its whole-department target.
    pub whole: Whole,
    /// Projects written and not handed in.
    pub drafts: Sum,
    /// Projects handed in and not withdrawn, whatever became of them.
    pub handed: Sum,
    /// Of them in the budget.
    pub budgeted: Sum,
    /// What is to come, in the order of [`Want::ALL`].
    pub gaps: [Sum; 5],
    /// Units of this line; more than one in a sum.
    pub units: u32,
    /// Of them with a whole-department target handed in.
    pub wholes: u32,
}

impl UnitLine {
    /// A unit of which nothing is known yet.
    pub fn of(unit: Unit, whole: Whole) -> Self {
        let none = Sum::default();
        let wholes = u32::from(whole == Whole::Handed);
        Self { unit, whole, drafts: none, handed: none, budgeted: none, gaps: [none; 5], units: 1, wholes }
    }

    /// What is to come of one kind.
    pub fn of_want(&self, want: Want) -> Sum {
        self.gaps.get(want.place()).copied().unwrap_or_default()
    }

    /// How the whole-department target stands; of several units how many handed theirs in.
    pub fn whole_words(&self) -> String {
        if self.units > 1 && self.whole != Whole::NotDue {
            format!("{}/{}", self.wholes, self.units)
        } else {
            self.whole.word()
        }
    }

    /// What must be handed in and was not.
    pub fn missing(&self) -> Sum {
        let wanted = Want::ALL.into_iter().filter(|want| want.is_missing());
        wanted.fold(Sum::default(), |sum, want| both(sum, self.of_want(want)))
    }

    pub(super) fn add_gap(&mut self, gap: &Gap) {
        if let Some(sum) = self.gaps.get_mut(gap.want.place()) {
            *sum = more(*sum, gap.amount);
        }
    }

    /// Adds another line's counts, for a desk, a department or the county.
    pub fn add(&mut self, other: &Self) {
        self.drafts = both(self.drafts, other.drafts);
        self.handed = both(self.handed, other.handed);
        self.budgeted = both(self.budgeted, other.budgeted);
        for (own, more) in self.gaps.iter_mut().zip(other.gaps) {
            *own = both(*own, more);
        }
        self.units += other.units;
        self.wholes += other.wholes;
    }
}
