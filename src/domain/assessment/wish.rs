//! What somebody wants of pre-assessments. Whether it is granted is `decide`'s. `seen` is the version that its maker saw; `None` takes the newest.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::record::{HandedAssessment, Verdict};
use crate::domain::ids::AssessmentId;
use crate::domain::target::{ProjectName, UnitName};

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssessmentWish {
    /// Takes a unit's own assessment: a new one, a new round of a known one, or nothing when it is unchanged.
    Fill(Box<HandedAssessment>),
    /// Hands it in.
    Submit {
        /// Which.
        assessment: AssessmentId,
        /// The version seen.
        seen: Option<u32>,
    },
    /// Reviews it at its stage.
    Review(Box<ReviewWish>),
    /// Takes a score sheet: the review of the stage at which the project's pre-assessment is.
    TakeScores(Box<ScoreSheet>),
    /// Withdraws it.
    Withdraw {
        /// Which.
        assessment: AssessmentId,
        /// The version seen.
        seen: Option<u32>,
        /// Why.
        reason: String,
    },
    /// Undoes the last act, while nobody has built on it.
    Undo {
        /// Which.
        assessment: AssessmentId,
        /// The version seen.
        seen: Option<u32>,
    },
}

/// A review that somebody wants to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewWish {
    /// Which pre-assessment.
    pub assessment: AssessmentId,
    /// The version seen.
    pub seen: Option<u32>,
    /// The stage that the reviewer acts for.
    pub stage: String,
    /// Points of the items in the procedure's order. A return may give none; a conclusion without any takes those of the stage before.
    pub scores: Vec<Decimal>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The conclusion's id; `None` takes the thresholds'.
    pub conclusion: Option<String>,
    /// The opinion.
    pub opinion: String,
    /// Why the conclusion is not the thresholds'; the opinion serves when this is blank.
    pub reason: String,
    /// The last day to put right; by default so many working days from now.
    pub due: Option<Date>,
}

/// A desk's score sheet as a form states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreSheet {
    /// The unit.
    pub unit: UnitName,
    /// The project.
    pub project: ProjectName,
    /// The budget year; `None` when the form does not say.
    pub year: Option<i32>,
    /// Points of the items in the procedure's order.
    pub scores: Vec<Decimal>,
    /// The conclusion's id, if the form states one.
    pub conclusion: Option<String>,
    /// The opinion.
    pub opinion: String,
}
