//! Whether a person can do an act of the procedure on a target as it stands: what keys, hints, palette and help show.
//!
//! Only the outlook, from what is on the screen: `decide` has the last word.

use super::action::Action;
use super::common::Common;
use super::reason::Reason;
use crate::domain::access::{HANDS_IN, SETS_KEY_PROJECTS, SETTLES, may_as, may_write, roles_at};
use crate::domain::people::{Role, Unit};
use crate::domain::refusal::Refusal;
use crate::domain::rights::{AMENDED, SUBMITTED};
use crate::domain::target::{Standing, State};

/// Whether an act can be done on a target.
///
/// # Errors
/// Why not.
pub fn may(action: Action, standing: &Standing, unit: &Unit, common: &Common) -> Result<(), Reason> {
    let wrong = |act| Err(Reason::Refused(Refusal::WrongState { act, standing: Box::new(standing.clone()) }));
    let user = &common.user;
    if is_act(action) {
        may_write(user)?;
    }
    match action {
        Action::Review => may_review(standing, unit, common),
        Action::Pass | Action::Return => match stage_of(standing, common) {
            None => wrong("act.review"),
            Some(stage) if stage.decides => Err(Reason::Words("reason.joint-decides")),
            Some(stage) => {
                may_as(user, &roles_at(stage), unit)?;
                if standing.key_project { Err(Reason::Words("reason.key-project-scored")) } else { Ok(()) }
            }
        },
        Action::Submit if SUBMITTED.contains(&standing.state) => may_submit(standing, unit, common),
        Action::Submit => wrong("act.submit"),
        Action::Amend if !AMENDED.contains(&standing.state) => wrong("act.amend"),
        Action::Withdraw if standing.state.is_final() => wrong("act.withdraw"),
        Action::Amend | Action::Withdraw => Ok(may_as(user, &HANDS_IN, unit)?),
        Action::KeyProject if standing.state.is_final() => wrong("act.key-project"),
        Action::KeyProject => Ok(may_as(user, &SETS_KEY_PROJECTS, unit)?),
        _ => Ok(()),
    }
}

/// Whether an action changes the target.
const fn is_act(action: Action) -> bool {
    use Action::{Amend, KeyProject, Pass, Return, Review, Submit, Undo, Withdraw};
    matches!(action, Amend | KeyProject | Pass | Return | Review | Submit | Undo | Withdraw)
}

fn stage_of<'a>(standing: &Standing, common: &'a Common) -> Option<&'a crate::domain::procedure::Stage> {
    let stage = standing.stage.as_deref().filter(|_| standing.state == State::Pending)?;
    common.procedure.stage(stage)
}

fn may_review(standing: &Standing, unit: &Unit, common: &Common) -> Result<(), Reason> {
    let roles = match (standing.state, stage_of(standing, common)) {
        (State::Pending, Some(stage)) => roles_at(stage),
        (State::Negotiating, _) => SETTLES.to_vec(),
        (State::Ruling, _) => vec![Role::Chair],
        _ => {
            let standing = Box::new(standing.clone());
            return Err(Reason::Refused(Refusal::WrongState { act: "act.review", standing }));
        }
    };
    Ok(may_as(&common.user, &roles, unit)?)
}

fn may_submit(standing: &Standing, unit: &Unit, common: &Common) -> Result<(), Reason> {
    may_as(&common.user, &HANDS_IN, unit)?;
    let unanswered = standing.answered.is_some_and(|answered| standing.round <= answered);
    if standing.state != State::Draft && unanswered {
        return Err(Reason::Refused(Refusal::NotAmended));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
