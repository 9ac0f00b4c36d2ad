//! What an event is about: its kind, the target or record concerned, the step that a target takes by it.

use super::Event;
use crate::domain::ids::{RecordId, TargetId};
use crate::domain::target::Standing;

impl Event {
    /// The kind's stable id.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CountyFounded { .. } => "county-founded",
            Self::YearBegun { .. } => "year-begun",
            Self::UnitAdded { .. } => "unit-added",
            Self::UnitChanged { .. } => "unit-changed",
            Self::UserAdded { .. } => "user-added",
            Self::UserChanged { .. } => "user-changed",
            Self::UserKeySet { .. } => "user-key-set",
            Self::UserKeyRemoved { .. } => "user-key-removed",
            Self::UserDisabled { .. } => "user-disabled",
            Self::UserEnabled { .. } => "user-enabled",
            Self::ClockSetBack { .. } => "clock-set-back",
            Self::LibrarySet { .. } => "library-set",
            Self::TargetRegistered { .. } => "target-registered",
            Self::SubmissionReceived { .. } => "submission-received",
            Self::TargetSubmitted { .. } => "target-submitted",
            Self::TargetWithdrawn { .. } => "target-withdrawn",
            Self::KeyProjectSet { .. } => "key-project-set",
            Self::ReviewGiven { .. } => "review-given",
            Self::ActUndone { .. } => "act-undone",
            Self::LinkSet { .. } => "link-set",
            Self::LinkRemoved { .. } => "link-removed",
            Self::EvaluationRecorded { .. } => "evaluation-recorded",
            Self::Assessment { act, .. } => act.kind(),
            Self::Execution { act } => act.kind(),
            Self::Session { act, .. } => act.kind(),
            Self::PriorSet { .. } => "prior-set",
            Self::PriorRemoved { .. } => "prior-removed",
            Self::PriorMatchSet { .. } => "prior-match-set",
            Self::PriorMatchRemoved { .. } => "prior-match-removed",
            Self::FindingsRecorded { .. } => "findings-recorded",
            Self::FindingsChanged { .. } => "findings-changed",
            Self::FindingWaived { .. } => "finding-waived",
            Self::WaiverWithdrawn { .. } => "waiver-withdrawn",
            Self::PointAnswered { .. } => "point-answered",
            Self::RegisterRecorded { .. } => "register-recorded",
            Self::RegisterCorrected { .. } => "register-corrected",
            Self::RegisterRemoved { .. } => "register-removed",
        }
    }

    /// The target concerned, if it is one.
    pub const fn target(&self) -> Option<TargetId> {
        match self {
            Self::TargetRegistered { target, .. }
            | Self::SubmissionReceived { target, .. }
            | Self::TargetSubmitted { target, .. }
            | Self::TargetWithdrawn { target, .. }
            | Self::KeyProjectSet { target, .. }
            | Self::ReviewGiven { target, .. }
            | Self::ActUndone { target, .. }
            | Self::LinkSet { target, .. }
            | Self::LinkRemoved { target, .. }
            | Self::PriorSet { target, .. }
            | Self::PriorRemoved { target, .. }
            | Self::PriorMatchSet { target, .. }
            | Self::PriorMatchRemoved { target, .. }
            | Self::FindingsRecorded { target, .. }
            | Self::FindingsChanged { target, .. }
            | Self::FindingWaived { target, .. }
            | Self::WaiverWithdrawn { target, .. }
            | Self::PointAnswered { target, .. } => Some(*target),
            Self::Execution { act } => act.target(),
            Self::Session { act, .. } => act.target(),
            Self::CountyFounded { .. }
            | Self::YearBegun { .. }
            | Self::UnitAdded { .. }
            | Self::UnitChanged { .. }
            | Self::UserAdded { .. }
            | Self::UserChanged { .. }
            | Self::UserKeySet { .. }
            | Self::UserKeyRemoved { .. }
            | Self::UserDisabled { .. }
            | Self::UserEnabled { .. }
            | Self::ClockSetBack { .. }
            | Self::LibrarySet { .. }
            | Self::RegisterRecorded { .. }
            | Self::RegisterCorrected { .. }
            | Self::RegisterRemoved { .. }
            | Self::Assessment { .. }
            | Self::EvaluationRecorded { .. } => None,
        }
    }

    /// The record of a register concerned, if it is one.
    pub const fn record(&self) -> Option<RecordId> {
        match self {
            Self::RegisterRecorded { record, .. }
            | Self::RegisterCorrected { record, .. }
            | Self::RegisterRemoved { record, .. } => Some(*record),
            _ => None,
        }
    }

    /// The step that the event makes a target take: from where (nowhere for a new one) to where. Such an event raises the target's version.
    pub const fn step(&self) -> Option<(Option<&Standing>, &Standing)> {
        match self {
            Self::TargetRegistered { to, .. } => Some((None, to)),
            Self::SubmissionReceived { from, to, .. }
            | Self::TargetSubmitted { from, to, .. }
            | Self::TargetWithdrawn { from, to, .. }
            | Self::KeyProjectSet { from, to, .. }
            | Self::ReviewGiven { from, to, .. }
            | Self::ActUndone { from, to, .. } => Some((Some(from), to)),
            _ => None,
        }
    }
}
