//! What `decide` may ask about pre-assessments. Whoever knows of none answers so.

use super::record::{Assessment, Review, SelfAssessment, State};
use crate::domain::facts::{Act, Answer};
use crate::domain::ids::{AssessmentId, UnitId};
use crate::domain::target::ProjectName;

/// An act that moved a pre-assessment.
pub type AssessmentAct = Act<State>;

/// The questions about pre-assessments.
pub trait AssessmentFacts {
    /// A pre-assessment.
    fn assessment(&self, _id: AssessmentId) -> Answer<Option<Assessment>> {
        Ok(None)
    }
    /// The pre-assessment of a project for a year: by project code, else by the unit and the name.
    fn assessment_of(&self, _year: i32, _unit: UnitId, _project: &ProjectName) -> Answer<Option<AssessmentId>> {
        Ok(None)
    }
    /// What the unit said of itself in a round.
    fn self_assessment(&self, _id: AssessmentId, _round: u32) -> Answer<Option<SelfAssessment>> {
        Ok(None)
    }
    /// The reviews of a round that were not undone, oldest first.
    fn assessment_reviews(&self, _id: AssessmentId, _round: u32) -> Answer<Vec<Review>> {
        Ok(Vec::new())
    }
    /// The last act that is neither undone nor itself an undoing.
    fn last_assessment_act(&self, _id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        Ok(None)
    }
    /// The last act of all, for telling who was faster.
    fn last_assessment_step(&self, _id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        Ok(None)
    }
    /// The next free number.
    fn next_assessment(&self) -> Answer<AssessmentId> {
        Ok(AssessmentId(1))
    }
}
