//! What is still to come from a unit, and why.

use jiff::civil::Date;
use rust_i18n::t;

use crate::domain::money::Money;
use crate::domain::people::Unit;
use crate::domain::report::Opens;

/// Why something is still to come, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// Returned or being negotiated: the unit has to amend it and hand it in again.
    Amend,
    /// The unit's whole-department target is not there.
    Whole,
    /// The project's pre-assessment supports it, and there is no target.
    Assessed,
    /// The target was written and is not handed in.
    Draft,
    /// The project was in last year's budget and has no target this year: the unit says whether it goes on.
    Continuing,
}

impl Want {
    /// All, in their order.
    pub const ALL: [Self; 5] = [Self::Amend, Self::Whole, Self::Assessed, Self::Draft, Self::Continuing];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amend => "amend",
            Self::Whole => "whole",
            Self::Assessed => "assessed",
            Self::Draft => "draft",
            Self::Continuing => "continuing",
        }
    }

    /// Its word in the user's language.
    pub fn word(self) -> String {
        t!(format!("preparation.want.{}", self.id())).into_owned()
    }

    /// Its place among all.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// Whether it must be handed in and was not.
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Whole | Self::Assessed | Self::Draft)
    }
}

/// Something that is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Why.
    pub want: Want,
    /// From whom.
    pub unit: Unit,
    /// The project; blank for a whole-department target that was not written.
    pub project: String,
    /// Its money, where it is known.
    pub amount: Option<Money>,
    /// The last day.
    pub due: Option<Date>,
    /// What opens it.
    pub opens: Opens,
}

impl Gap {
    /// What is to come, in words: the project, else the kind of target.
    pub fn title(&self) -> String {
        if self.project.is_empty() { t!("preparation.whole-target").into_owned() } else { self.project.clone() }
    }

    /// Days after the last day; 0 until then. Of what is only asked about nothing is late.
    pub fn late(&self, today: Date) -> i32 {
        let due = self.due.filter(|_| self.want != Want::Continuing);
        due.map_or(0, |due| (today - due).get_days().max(0))
    }
}
