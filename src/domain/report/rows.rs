//! The rows behind a figure: which they are, and what is read of them.

use crate::domain::ids::{AssessmentId, RecordId, TargetId};
use crate::domain::money::Money;
use crate::domain::register::judge::{Step, Timing};
use crate::domain::register::view::RegisterPage;
use crate::domain::register::{AllocationKind, Content, Level, Record, Register};

/// Where a figure's rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Targets that a query finds.
    Targets(String),
    /// Records of a register, of a year or of all.
    Records(Register, Option<i32>, Which),
    /// All units.
    Units,
    /// Townships and sub-districts.
    Townships,
    /// Units that have not published what they must of a year.
    Missing(i32, Content),
    /// Self-evaluations of a year.
    OwnEvaluations(i32),
    /// Re-evaluations of a year.
    Reevaluations(i32),
    /// Evaluations of major policies and key projects of a year.
    KeyEvaluations(i32),
    /// Pre-assessments of a year.
    Assessed(i32),
    /// What is still to come of a year's targets and must come.
    Preparation(i32),
    /// Targets of a year that were handed in, then what is still to come.
    Owed(i32),
    /// Units that handed in their whole-department target of a year.
    Wholes(i32),
    /// What was monitored of a category's targets of a year.
    Monitored(i32, &'static str),
    /// What was not, of a category's approved targets of a year.
    Unmonitored(i32, &'static str),
    /// Filling warnings of a year's targets; those that were corrected, or all.
    FillingWarnings(i32, bool),
    /// Approved targets of a year that their units evaluated.
    Evaluated(i32),
    /// Those that they did not.
    Unevaluated(i32),
}

/// Which records of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Documents of the county's own.
    Own,
    /// Allocations of a kind.
    Of(AllocationKind),
    /// Disclosures of a kind.
    Published(Content),
    /// Disclosures of a kind, within the window.
    Inside(Content),
    /// Poverty-alleviation projects whose target was filled in.
    Filled,
    /// Those whose target was reviewed.
    Reviewed,
    /// Those whose target was not.
    Unreviewed,
    /// Those filled in in step with the allocation.
    InStep,
    /// Those that were self-evaluated.
    Evaluated,
    /// Those whose self-evaluation was reviewed.
    EvaluationReviewed,
    /// Those whose self-evaluation was not.
    EvaluationUnreviewed,
}

impl Which {
    /// Whether a record of a page is one of them.
    pub fn holds(self, record: &Record, page: &RegisterPage) -> bool {
        match (self, record) {
            (Self::All, _) => true,
            (Self::Own, Record::Document(one)) => one.level == Level::County,
            (Self::Of(kind), Record::Allocation(one)) => one.kind == kind,
            (Self::Published(content), Record::Disclosure(one)) => one.content == content,
            (Self::Inside(content), Record::Disclosure(one)) => {
                one.content == content && page.timing(record) == Some(Timing::Inside)
            }
            (Self::Filled, Record::Poverty(one)) => one.filled.is_some(),
            (Self::Reviewed, Record::Poverty(one)) => one.reviewed.is_some(),
            (Self::Unreviewed, Record::Poverty(one)) => one.reviewed.is_none(),
            (Self::InStep, Record::Poverty(one)) => matches!(Step::of(one), Step::InStep(_)),
            (Self::Evaluated, Record::Poverty(one)) => one.evaluated.is_some(),
            (Self::EvaluationReviewed, Record::Poverty(one)) => one.evaluation_reviewed.is_some(),
            (Self::EvaluationUnreviewed, Record::Poverty(one)) => one.evaluation_reviewed.is_none(),
            _ => false,
        }
    }
}

impl Rows {
    /// The command that lists them; `id` is the figure's, `year` the report's.
    pub fn command(&self, id: &str, year: i32) -> String {
        match self {
            Self::Targets(query) => format!("huishen list '{query}'"),
            Self::Records(register, Some(year), Which::All) => {
                format!("huishen register {} list --year {year}", register.id())
            }
            Self::Records(register, None, Which::All) => format!("huishen register {} list", register.id()),
            _ => format!("huishen report --year {year} --rows {id}"),
        }
    }
}

/// A row behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// The unit, or nothing.
    pub unit: String,
    /// What it is.
    pub title: String,
    /// Its money.
    pub amount: Option<Money>,
    /// What else is to be said.
    pub remark: String,
    /// What opens it.
    pub opens: Opens,
}

/// What opens a row behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// A target's case file.
    Target(TargetId),
    /// A record of a register.
    Record(RecordId),
    /// A pre-assessment.
    Assessment(AssessmentId),
    /// Nothing more is known of it.
    Nothing,
}
