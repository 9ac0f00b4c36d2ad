//! What is shown of pre-assessments.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::record::{Assessment, HandedAssessment, Review, SelfAssessment, Standing};
use crate::domain::ids::{AssessmentId, Seq, TargetId};
use crate::domain::money::Money;
use crate::domain::people::Unit;
use crate::domain::target::UnitName;
use crate::domain::time::Instant;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentRow {
    /// Its number.
    pub id: AssessmentId,
    /// The unit.
    pub unit: Unit,
    /// The project's code, if it has one.
    pub code: Option<String>,
    /// The project.
    pub project: String,
    /// The money asked for.
    pub amount: Option<Money>,
    /// Where it stands.
    pub standing: Standing,
    /// The unit's own total.
    pub own: Option<Decimal>,
    /// The desks' newest total, if the viewer may read it.
    pub total: Option<Decimal>,
    /// Whether it waits for the viewer.
    pub is_mine: bool,
}

/// A review with who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenReview {
    /// Its row in the journal.
    pub seq: Seq,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
    /// What was said.
    pub review: Review,
}

/// An act of its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The event's kind.
    pub kind: String,
    /// Where it went.
    pub to: Standing,
    /// Whether it was undone.
    pub undone: bool,
}

/// A pre-assessment with all that the viewer may read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentFile {
    /// It.
    pub assessment: Assessment,
    /// The unit.
    pub unit: Unit,
    /// What the unit said, by round from 1.
    pub rounds: Vec<SelfAssessment>,
    /// What the desks said and was not undone, oldest first.
    pub reviews: Vec<GivenReview>,
    /// What happened.
    pub history: Vec<Past>,
    /// The target of the project in its year, if it is in the file.
    pub target: Option<TargetId>,
}

impl AssessmentFile {
    /// The newest round.
    pub fn newest(&self) -> Option<&SelfAssessment> {
        self.rounds.last()
    }

    /// The same pre-assessment handed in again with another form.
    pub fn handed_again(&self, form: SelfAssessment) -> HandedAssessment {
        HandedAssessment {
            unit: UnitName { code: self.unit.code.clone(), name: self.unit.name.clone() },
            project: self.assessment.project.clone(),
            year: Some(self.assessment.year),
            category: self.assessment.category.clone(),
            form,
        }
    }

    /// The newest review with scores.
    pub fn scored(&self) -> Option<&GivenReview> {
        self.reviews.iter().rev().find(|given| given.review.total.is_some())
    }

    /// The conclusion that stands, with its review.
    pub fn concluded(&self) -> Option<&GivenReview> {
        let concluded = self.assessment.standing.state.is_concluded();
        self.reviews.iter().rev().find(|given| concluded && given.review.conclusion.is_some())
    }
}

/// A project that must have a pre-assessment and has none that supports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unassessed {
    /// Its target.
    pub target: TargetId,
    /// The unit.
    pub unit: String,
    /// The desk.
    pub desk: String,
    /// The project.
    pub project: String,
    /// Its money.
    pub amount: Option<Money>,
    /// How its pre-assessment stands, if there is one.
    pub standing: Option<Standing>,
    /// The last day to put right.
    pub due: Option<Date>,
}
