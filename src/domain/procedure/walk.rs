//! How anything walks a procedure: handed in, on to the next stage, back to its unit, withdrawn. The same for targets and pre-assessments; where
//! the last stage leads is each procedure's own.

use jiff::civil::Date;

use super::course::{Course, Stage};
use crate::domain::calendar::add_working_days;
use crate::domain::target::Standing;
use crate::domain::time::Now;

/// Working days that a unit has after a return by an earlier stage than the deciding one.
pub const DAYS_AFTER_RETURN: u32 = 5;

/// The states that every procedure has; the others are its own.
pub trait Place: Copy {
    /// At a stage.
    const PENDING: Self;
    /// Back at the unit.
    const RETURNED: Self;
    /// Withdrawn by the unit.
    const WITHDRAWN: Self;
}

/// The standing after a move; `since` is now.
pub fn moved<S: Place>(from: &Standing<S>, now: Now, change: impl FnOnce(&mut Standing<S>)) -> Standing<S> {
    let mut to = Standing { since: now.at, ..from.clone() };
    change(&mut to);
    to
}

/// Whether the unit still has to answer a return: nothing newer was handed in since.
pub fn is_unanswered<S>(standing: &Standing<S>) -> bool {
    standing.answered.is_some_and(|answered| standing.round <= answered)
}

/// Handed in: at the stage where it goes on, else at the first.
pub fn handed_in<S: Place>(course: &Course, from: &Standing<S>, now: Now) -> Standing<S> {
    let first = || course.first().map(|stage| stage.id.clone());
    let stage = from.resume.clone().or_else(first);
    moved(from, now, |to| {
        to.state = S::PENDING;
        to.stage = stage;
        to.resume = None;
        to.due = None;
    })
}

/// On to the stage after one; `None` after the last.
pub fn passed<S: Place>(course: &Course, from: &Standing<S>, stage: &Stage, now: Now) -> Option<Standing<S>> {
    let next = course.after(&stage.id)?.id.clone();
    Some(moved(from, now, |to| to.stage = Some(next)))
}

/// Back to the unit, to be amended until a day: the one given, else so many working days from now.
pub fn returned<S: Place>(
    from: &Standing<S>,
    stage: &Stage,
    (days, due): (u32, Option<Date>),
    now: Now,
) -> Standing<S> {
    moved(from, now, |to| {
        to.state = S::RETURNED;
        to.stage = None;
        to.answered = Some(from.round);
        to.returns += 1;
        to.resume = Some(stage.resume.clone());
        to.due = Some(due.unwrap_or_else(|| add_working_days(now.today, days)));
    })
}

/// Withdrawn by the unit.
pub fn withdrawn<S: Place>(from: &Standing<S>, now: Now) -> Standing<S> {
    moved(from, now, |to| {
        to.state = S::WITHDRAWN;
        to.stage = None;
        to.due = None;
    })
}
