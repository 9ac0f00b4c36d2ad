//! Why a wish in the execution of targets is not granted, each reason with the rule that it rests on.

use jiff::civil::Date;
use rust_i18n::t;

use super::appraisal::{Fault, Spot};
use crate::domain::refusal::state_word;
use crate::domain::target::State;
use crate::domain::time::Instant;

/// Why a wish is not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExecutionRefusal {
    /// The target was never approved: the project and where it stands.
    NotApproved(String, State),
    /// A year's evaluations are not open: final accounts were not approved.
    NotOpen(i32),
    /// They are open already.
    OpenAlready(i32),
    /// The year is not over.
    YearNotOver(i32),
    /// The last day lies before final accounts were approved.
    DueBefore(Date),
    /// The evaluation was reviewed; it is corrected only after it was returned. Who, when.
    Reviewed(String, Instant),
    /// Another evaluation of the same project and kind was recorded meanwhile, by whom and when.
    AnotherEvaluation(String, Instant),
    /// Only the bureau records evaluations that are not a unit's own.
    NotOwn,
    /// The unit has not evaluated itself yet.
    NoSelfEvaluation,
    /// Not the target's periods: what was named, and those that it has.
    UnknownPeriod(String, Vec<String>),
    /// The period is not over: its name and last day.
    FuturePeriod(String, Date),
    /// Nothing was filled in for the period: its name.
    NotFilled(String),
    /// It was decided already; a new form comes first.
    DisposedAlready,
    /// The approved target has no such indicator: the name stated.
    NoSuchIndicator(String),
    /// The report's address is none: the text stated.
    NoAddress(String),
    /// Nothing was decided that asks for putting right.
    NothingToRectify,
    /// Something is wrong with what is reported: where, what, and the indicator's name.
    Wrong(Spot, Fault, String),
}

impl ExecutionRefusal {
    /// The reason in the user's language: what, why, what to do.
    pub fn words(&self) -> String {
        match self {
            Self::NotApproved(project, state) => {
                t!("execution.refusal.not-approved", project = project, state = state_word(*state))
            }
            Self::NotOpen(year) => t!("execution.refusal.not-open", year = year),
            Self::OpenAlready(year) => t!("execution.refusal.open-already", year = year),
            Self::YearNotOver(year) => t!("execution.refusal.year-not-over", year = year),
            Self::DueBefore(day) => t!("execution.refusal.due-before", day = day),
            Self::Reviewed(who, at) => t!("execution.refusal.reviewed", who = who, at = at.local_minute()),
            Self::AnotherEvaluation(who, at) => t!("execution.refusal.another", who = who, at = at.local_minute()),
            Self::NotOwn => t!("execution.refusal.not-own"),
            Self::NoSelfEvaluation => t!("execution.refusal.no-self"),
            Self::UnknownPeriod(named, known) => {
                t!("execution.refusal.unknown-period", named = named, known = known.join("、"))
            }
            Self::FuturePeriod(name, day) => t!("execution.refusal.future-period", name = name, day = day),
            Self::NotFilled(name) => t!("execution.refusal.not-filled", name = name),
            Self::DisposedAlready => t!("execution.refusal.disposed"),
            Self::NoSuchIndicator(name) => t!("execution.refusal.no-such-indicator", name = name),
            Self::NoAddress(text) => t!("execution.refusal.no-address", text = text),
            Self::NothingToRectify => t!("execution.refusal.nothing-to-rectify"),
            Self::Wrong(spot, fault, name) => return wrong(*spot, fault, name),
        }
        .into_owned()
    }
}

/// Where something is wrong, and what, with the rule.
fn wrong(spot: Spot, fault: &Fault, name: &str) -> String {
    t!("execution.wrong", place = place(spot, name), fault = fault_words(fault)).into_owned()
}

fn place(spot: Spot, name: &str) -> String {
    match spot {
        Spot::Budget => t!("execution.place.budget"),
        Spot::Executed => t!("execution.place.executed"),
        Spot::Actual(at) => t!("execution.place.actual", number = at + 1, name = name),
        Spot::Score(at) => t!("execution.place.score", number = at + 1, name = name),
        Spot::Reason(at) => t!("execution.place.reason", number = at + 1, name = name),
    }
    .into_owned()
}

/// What is wrong with a field, in the user's language.
pub fn fault_words(fault: &Fault) -> String {
    match fault {
        Fault::Blank => t!("execution.fault.blank"),
        Fault::OverBudget(executed, budget) => {
            t!("execution.fault.over-budget", executed = executed.wan(), budget = budget.wan())
        }
        Fault::Negative => t!("execution.fault.negative"),
        Fault::TextForNumber(target) => t!("execution.fault.text-for-number", target = target),
        Fault::OtherUnit(stated, unit) => t!("execution.fault.other-unit", stated = stated, unit = unit),
        Fault::OutsidePoints(most) => t!("execution.fault.outside-points", most = most.normalize()),
        Fault::NoScore => t!("execution.fault.no-score"),
        Fault::NoReason(least, most) if least == most => {
            t!("execution.fault.no-reason", points = most.normalize())
        }
        Fault::NoReason(least, most) => {
            t!("execution.fault.no-reason-band", least = least.normalize(), most = most.normalize())
        }
        Fault::Count(count) => t!("execution.fault.count", count = count),
    }
    .into_owned()
}
