//! What somebody wants in the execution of targets. Whether it is granted is `decide`'s.

use jiff::civil::Date;

use super::appraisal::{Achieved, Funds};
use super::progress::Monitoring;
use super::record::{Details, Disposal};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::handin::HandedMonitoring;
use crate::domain::ids::{EvaluationId, TargetId};

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExecutionWish {
    /// Opens a year's evaluations, because final accounts were approved.
    Open {
        /// The year evaluated.
        year: i32,
        /// The day on which final accounts were approved.
        approved: Date,
        /// The last day to report; by default the rule's working days later.
        due: Option<Date>,
    },
    /// Evaluates an approved target: a unit's own evaluation, or the bureau's.
    Evaluate(Evaluate),
    /// Records an evaluation of a major policy or key project by its conclusion: with or without indicators.
    Engage {
        /// The evaluation; its kind is not the unit's own.
        evaluation: Box<Evaluation>,
        /// Who was engaged for what.
        details: Details,
    },
    /// Reviews an evaluation, or returns it.
    Judge {
        /// The evaluation.
        evaluation: EvaluationId,
        /// Reviewed, or returned.
        accepted: bool,
        /// The opinion; required for a return.
        opinion: String,
    },
    /// Fills in a form of monitoring.
    Monitor {
        /// The target.
        target: TargetId,
        /// The form.
        monitoring: Monitoring,
    },
    /// Takes a form of monitoring that a unit handed in.
    Take(Box<HandedMonitoring>),
    /// Decides how a target goes on after monitoring.
    Dispose {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What.
        disposal: Disposal,
        /// Why, and what is to be put right; required unless it goes on as it is.
        opinion: String,
        /// The last day to put it right.
        due: Option<Date>,
    },
    /// Tells what was put right.
    Rectify {
        /// The target.
        target: TargetId,
        /// The period's id.
        period: String,
        /// What was done.
        text: String,
    },
    /// Warns of all forms of a year's period that are missing after the last day.
    Warn {
        /// The targets' year.
        year: i32,
        /// The period's id.
        period: String,
    },
}

/// An evaluation of an approved target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluate {
    /// The target.
    pub target: TargetId,
    /// Who evaluates.
    pub kind: EvaluationKind,
    /// The year's money.
    pub funds: Funds,
    /// What was reached of each indicator of the approved target, in its order.
    pub achieved: Vec<Achieved>,
    /// What belongs to it beyond the figures.
    pub details: Details,
    /// The evaluation that stood when its maker began; another one by now is said, not overwritten.
    pub seen: Seen,
}

/// Which evaluation somebody who evaluates knows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Whichever: the new one takes its place.
    Any,
    /// None.
    Nothing,
    /// This one.
    This(EvaluationId),
}
