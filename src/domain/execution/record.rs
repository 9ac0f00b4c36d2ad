//! What stands of the execution of targets after the events: openings, judgements of evaluations, monitoring with its disposal, warnings.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::progress::{Light, Monitoring, WarningKind};
use crate::domain::ids::{EvaluationId, Seq, TargetId};
use crate::domain::time::Instant;

/// That a year's evaluations may be filled in: final accounts were approved (决算批复).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The year evaluated.
    pub year: i32,
    /// The day on which final accounts were approved.
    pub approved: Date,
    /// The last day to report.
    pub due: Date,
}

/// What belongs to an evaluation beyond the form's figures.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Details {
    /// What became of the objective (年度总体目标实际完成情况).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// Who was engaged for what, of a fiscal re-evaluation or an agency's evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engagement: Option<Engagement>,
}

impl Details {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How a re-evaluation of a major policy or key project was made (重大政策和重点项目).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Engagement {
    /// The agency engaged; blank when the bureau did it itself.
    pub agency: String,
    /// What was evaluated: the scope.
    pub scope: String,
    /// Where the report is published.
    pub link: String,
    /// The conclusion.
    pub conclusion: String,
}

/// The desk's review of an evaluation (对口股室审核).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Reviewed, or returned to be corrected.
    pub accepted: bool,
    /// The opinion; required for a return.
    pub opinion: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// An evaluation as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Its number.
    pub id: EvaluationId,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// What belongs to it beyond the form's figures.
    pub details: Details,
    /// The desk's review, once given.
    pub judgement: Option<Judgement>,
}

/// What was decided after monitoring (处置).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Disposal {
    /// 继续执行.
    Continue,
    /// 调整.
    Adjust,
    /// 取消.
    Cancel,
}

impl Disposal {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Continue, Self::Adjust, Self::Cancel];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Adjust => "adjust",
            Self::Cancel => "cancel",
        }
    }

    /// The disposal with an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|disposal| disposal.id() == id)
    }
}

/// A disposal with who decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposed {
    /// What was decided.
    pub disposal: Disposal,
    /// Why, and what is to be put right.
    pub opinion: String,
    /// The last day to put it right.
    pub due: Option<Date>,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// What was put right (整改).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectified {
    /// What was done.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// A form of monitoring that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Its row in the journal, by which it is known.
    pub seq: Seq,
    /// The target.
    pub target: TargetId,
    /// The form.
    pub monitoring: Monitoring,
    /// Its light.
    pub light: Light,
    /// Days after the last day on which it was filled in; 0 in time.
    pub late: u32,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
    /// What was decided.
    pub disposed: Option<Disposed>,
    /// What was put right.
    pub rectified: Option<Rectified>,
}

/// A filling warning with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Its row in the journal.
    pub seq: Seq,
    /// The target.
    pub target: TargetId,
    /// The period's id.
    pub period: String,
    /// What is warned of.
    pub kind: WarningKind,
    /// The indicators concerned, from 0.
    pub places: Vec<u32>,
    /// Who raised it.
    pub by: String,
    /// When.
    pub raised: Instant,
    /// Who corrected it, and when.
    pub corrected: Option<(String, Instant)>,
}

impl Warning {
    /// Whole days from raising to correcting, or until now.
    pub fn days(&self, now: Instant) -> i64 {
        self.raised.days_until(self.corrected.as_ref().map_or(now, |(_, at)| *at))
    }
}
