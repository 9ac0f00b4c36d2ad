//! Wishes in the execution of approved targets, each to its file.

use super::{Case, appraisal, monitoring};
use crate::domain::event::Event;
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::facts::Facts;
use crate::domain::refusal::Refusal;

pub(super) fn decide(case: &Case<impl Facts>, wish: &ExecutionWish) -> Result<Vec<Event>, Refusal> {
    match wish {
        ExecutionWish::Open { year, approved, due } => appraisal::open(case, *year, *approved, *due),
        ExecutionWish::Evaluate(wish) => appraisal::evaluate(case, wish),
        ExecutionWish::Engage { evaluation, details } => appraisal::engage(case, evaluation, details),
        ExecutionWish::Judge { evaluation, accepted, opinion } => {
            appraisal::judge(case, *evaluation, *accepted, opinion)
        }
        ExecutionWish::Monitor { target, monitoring } => monitoring::monitor(case, *target, monitoring),
        ExecutionWish::Take(handed) => monitoring::take(case, handed),
        ExecutionWish::Dispose { target, period, disposal, opinion, due } => {
            monitoring::dispose(case, (*target, period), *disposal, opinion, *due)
        }
        ExecutionWish::Rectify { target, period, text } => monitoring::rectify(case, (*target, period), text),
        ExecutionWish::Warn { year, period } => monitoring::warn(case, *year, period),
    }
}
