//! What happens in the execution of targets, as the journal keeps it. Owns the shapes, which are kept for ever.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::progress::{Light, Monitoring, WarningKind};
use super::record::Disposal;
use crate::domain::ids::{EvaluationId, TargetId};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum ExecutionEvent {
    /// A year's evaluations were opened.
    EvaluationsOpened {
        /// The year evaluated.
        year: i32,
        /// The day on which final accounts were approved.
        approved: Date,
        /// The last day to report.
        due: Date,
    },
    /// The desk reviewed an evaluation, or returned it.
    EvaluationJudged {
        /// The evaluation.
        evaluation: EvaluationId,
        /// The target that it is the evaluation of, if that is in the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<TargetId>,
        /// Reviewed, or returned.
        accepted: bool,
        /// The opinion.
        opinion: String,
    },
    /// A form of monitoring was filled in; it takes the place of the period's former one.
    MonitoringFilled {
        /// The target.
        target: TargetId,
        /// The form.
        monitoring: Monitoring,
        /// The light of the whole.
        light: Light,
        /// Days after the last day.
        late: u32,
    },
    /// It was decided how a target goes on.
    MonitoringDisposed {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What.
        disposal: Disposal,
        /// Why, and what is to be put right.
        opinion: String,
        /// The last day to put it right.
        due: Option<Date>,
    },
    /// What monitoring found was put right.
    MonitoringRectified {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What was done.
        text: String,
    },
    /// A filling warning was raised.
    WarningRaised {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What is warned of.
        warning: WarningKind,
        /// The indicators concerned, from 0.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<u32>,
    },
    /// What a filling warning was about is put right.
    WarningCorrected {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What was warned of.
        warning: WarningKind,
    },
}

impl ExecutionEvent {
    /// The kind's stable id.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::EvaluationsOpened { .. } => "evaluations-opened",
            Self::EvaluationJudged { .. } => "evaluation-judged",
            Self::MonitoringFilled { .. } => "monitoring-filled",
            Self::MonitoringDisposed { .. } => "monitoring-disposed",
            Self::MonitoringRectified { .. } => "monitoring-rectified",
            Self::WarningRaised { .. } => "warning-raised",
            Self::WarningCorrected { .. } => "warning-corrected",
        }
    }

    /// The target concerned, if it is one.
    pub const fn target(&self) -> Option<TargetId> {
        match self {
            Self::EvaluationsOpened { .. } => None,
            Self::EvaluationJudged { target, .. } => *target,
            Self::MonitoringFilled { target, .. }
            | Self::MonitoringDisposed { target, .. }
            | Self::MonitoringRectified { target, .. }
            | Self::WarningRaised { target, .. }
            | Self::WarningCorrected { target, .. } => Some(*target),
        }
    }
}
