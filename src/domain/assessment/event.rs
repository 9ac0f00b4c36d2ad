//! What happens to pre-assessments, as the journal keeps it. Owns the shapes, which are kept for ever.

use serde::{Deserialize, Serialize};

use super::record::{Review, SelfAssessment, Standing};
use crate::domain::ids::{Seq, UnitId};
use crate::domain::target::ProjectName;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum AssessmentEvent {
    /// A pre-assessment was begun; its first form follows.
    AssessmentRegistered {
        /// The budget year.
        year: i32,
        /// The unit.
        unit: UnitId,
        /// The project.
        project: ProjectName,
        /// The category, if stated.
        category: Option<String>,
        /// Where it stands: draft, round 0.
        to: Standing,
    },
    /// The unit's own assessment came in; it is the round `to.round`.
    AssessmentFilled {
        /// What the unit says.
        form: SelfAssessment,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// It was handed in.
    AssessmentSubmitted {
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// A desk reviewed it, or the budget desk concluded.
    AssessmentReviewed {
        /// What was said.
        review: Review,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// The unit withdrew it.
    AssessmentWithdrawn {
        /// Why.
        reason: String,
        /// Where it stood.
        from: Standing,
        /// Where it stands.
        to: Standing,
    },
    /// The last act was undone.
    AssessmentUndone {
        /// The act's row in the journal.
        undone: Seq,
        /// Where it stood.
        from: Standing,
        /// Where it stands again.
        to: Standing,
    },
}

impl AssessmentEvent {
    /// The kind's stable id.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::AssessmentRegistered { .. } => "assessment-registered",
            Self::AssessmentFilled { .. } => "assessment-filled",
            Self::AssessmentSubmitted { .. } => "assessment-submitted",
            Self::AssessmentReviewed { .. } => "assessment-reviewed",
            Self::AssessmentWithdrawn { .. } => "assessment-withdrawn",
            Self::AssessmentUndone { .. } => "assessment-undone",
        }
    }

    /// The step that it makes the pre-assessment take: from where (nowhere for a new one) to where.
    pub const fn step(&self) -> (Option<&Standing>, &Standing) {
        match self {
            Self::AssessmentRegistered { to, .. } => (None, to),
            Self::AssessmentFilled { from, to, .. }
            | Self::AssessmentSubmitted { from, to }
            | Self::AssessmentReviewed { from, to, .. }
            | Self::AssessmentWithdrawn { from, to, .. }
            | Self::AssessmentUndone { from, to, .. } => (Some(from), to),
        }
    }
}
