//! What the file says of a year, counted but not yet put into words.

use jiff::civil::Date;

use crate::domain::money::Money;
use crate::domain::register::{Document, Inspection, Member, Publicity, Training, Window};

/// A count with its money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// How many.
    pub count: u32,
    /// How much.
    pub amount: Money,
}

/// How much of what is due is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// What is due.
    pub due: Sum,
    /// Of it with an approved target.
    pub managed: Sum,
    /// Of it with a target whose run was monitored; `None` where the file holds no monitoring of the year at all.
    pub monitored: Option<Sum>,
}

/// The units of the county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Units {
    /// All.
    pub all: u32,
    /// Of them townships and sub-districts.
    pub townships: u32,
}

/// What units published of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disclosed {
    /// The window.
    pub window: Option<Window>,
    /// Units that published.
    pub units: u32,
    /// Of them townships and sub-districts.
    pub townships: u32,
    /// Of them within the window.
    pub inside: u32,
}

/// The poverty-alleviation projects of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PovertyTally {
    /// All.
    pub projects: Sum,
    /// Of them with a target filled in.
    pub filled: Sum,
    /// Of them with a target that was reviewed.
    pub reviewed: Sum,
    /// Of them filled in in step with the allocation.
    pub in_step: u32,
    /// Of them with a self-evaluation.
    pub evaluated: Sum,
    /// Of them with a self-evaluation that was reviewed.
    pub evaluation_reviewed: Sum,
}

/// A fiscal re-evaluation, or an agency's evaluation, of a policy or project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reevaluation {
    /// The policy or project, or the report's title.
    pub title: String,
    /// Whether it is of a major policy or key project (重大政策和重点项目).
    pub key_project: bool,
    /// Who evaluated, where it was not the bureau alone.
    pub agency: Option<String>,
    /// Where the report is read.
    pub address: Option<String>,
}

/// How far a year's targets are prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PreparationTally {
    /// Units that handed in a whole-department target, of those that must; `None` of years of which none is demanded.
    pub whole: Option<(u32, u32)>,
    /// What must be handed in and was not: whole-department targets, drafts, projects that their pre-assessment supports.
    pub missing: Sum,
}

/// What the file says of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearFacts {
    /// The county.
    pub county: String,
    /// The year.
    pub year: i32,
    /// The county's own documents of the year, oldest first.
    pub documents: Vec<Document>,
    /// The leading group.
    pub group: Vec<Member>,
    /// The units.
    pub units: Units,
    /// The county's special projects.
    pub special: Coverage,
    /// Special transfers.
    pub transfer: Coverage,
    /// All targets of the year that were not withdrawn.
    pub registered: Sum,
    /// Targets of the year before that entered the budget.
    pub budgeted_before: Sum,
    /// Of them evaluated by their units.
    pub evaluated_before: Sum,
    /// How far the year's targets are prepared.
    pub preparation: PreparationTally,
    /// All targets of the year that were handed in.
    pub handed: Sum,
    /// Of them in the budget.
    pub budgeted: Sum,
    /// Projects that were pre-assessed; `None` where the file holds no pre-assessment of the year at all.
    pub assessed: Option<Sum>,
    /// Filling warnings of the year's targets: raised, and of them corrected.
    pub filling_warnings: (u32, u32),
    /// Self-evaluations of the year before.
    pub own_evaluations: Sum,
    /// That final accounts of the year before were approved, and until when units report: first and last day.
    pub opening: Option<(Date, Date)>,
    /// Re-evaluations made in the year.
    pub reevaluations: Vec<Reevaluation>,
    /// What was published of the year's targets.
    pub targets: Disclosed,
    /// What was published of the self-evaluations of the year before.
    pub self_evaluations: Disclosed,
    /// Training of the year.
    pub trainings: Vec<Training>,
    /// Publicity of the year.
    pub publicity: Vec<Publicity>,
    /// Poverty-alleviation projects of the year.
    pub poverty: PovertyTally,
    /// Those of the year before.
    pub poverty_before: PovertyTally,
    /// Self-inspections of the year.
    pub inspections: Vec<Inspection>,
}
