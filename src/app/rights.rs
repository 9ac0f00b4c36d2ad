//! Whether a person can do an act of the procedure on a target as it stands: what keys, hints, palette and help show.
//!
//! Only the outlook, from what is on the screen: `decide` has the last word.

use super::action::Action;
use super::common::Common;
use super::reason::Reason;
use crate::domain::access::{HANDS_IN, SETS_KEY_PROJECTS, SETTLES, acts_as, not_allowed, roles_at, writes};
use crate::domain::people::{Role, Unit, User};
use crate::domain::refusal::Refusal;
use crate::domain::rights::{AMENDED, SUBMITTED};
use crate::domain::target::{Standing, State};

/// Whether an act can be done on a target.
///
/// # Errors
/// Why not.
pub fn may(action: Action, standing: &Standing, unit: &Unit, common: &Common) -> Result<(), Reason> {
    attempt(action, standing, unit, common).map_err(|bar| bar.reason(standing, unit, &common.user))
}

/// The same without the reason, which takes longer to tell than to find: the hints ask it of every row in sight for every frame.
pub fn is_possible(action: Action, standing: &Standing, unit: &Unit, common: &Common) -> bool {
    attempt(action, standing, unit, common).is_ok()
}

/// What stands in the way of an act.
enum Bar<'a> {
    /// The person only observes.
    Observes,
    /// It needs one of these roles for the unit.
    Roles(&'a [Role]),
    /// The target's state does not allow the act of this name.
    State(&'static str),
    /// Nothing was amended since the bureau answered.
    NotAmended,
    /// Another reason: the key of its words.
    Words(&'static str),
}

impl Bar<'_> {
    fn reason(&self, standing: &Standing, unit: &Unit, user: &User) -> Reason {
        Reason::Refused(match *self {
            Self::Observes => Refusal::ObserverWrites(user.name.clone()),
            Self::Roles(roles) => not_allowed(user, roles, unit),
            Self::State(act) => Refusal::WrongState { act, standing: Box::new(standing.clone()) },
            Self::NotAmended => Refusal::NotAmended,
            Self::Words(key) => return Reason::Words(key),
        })
    }
}

fn attempt<'a>(action: Action, standing: &Standing, unit: &Unit, common: &'a Common) -> Result<(), Bar<'a>> {
    if is_act(action) && !writes(&common.user) {
        return Err(Bar::Observes);
    }
    let needs = |roles| if acts_as(&common.user, roles, unit) { Ok(()) } else { Err(Bar::Roles(roles)) };
    match action {
        Action::Review => needs(reviewers(standing, common).ok_or(Bar::State("act.review"))?),
        Action::Pass | Action::Return => match stage_of(standing, common) {
            None => Err(Bar::State("act.review")),
            Some(stage) if stage.decides => Err(Bar::Words("reason.joint-decides")),
            Some(stage) => {
                needs(roles_at(stage))?;
                if standing.key_project { Err(Bar::Words("reason.key-project-scored")) } else { Ok(()) }
            }
        },
        Action::Submit if SUBMITTED.contains(&standing.state) => {
            needs(&HANDS_IN)?;
            let unanswered = standing.answered.is_some_and(|answered| standing.round <= answered);
            if standing.state != State::Draft && unanswered { Err(Bar::NotAmended) } else { Ok(()) }
        }
        Action::Submit => Err(Bar::State("act.submit")),
        Action::Amend if !AMENDED.contains(&standing.state) => Err(Bar::State("act.amend")),
        Action::Withdraw if standing.state.is_final() => Err(Bar::State("act.withdraw")),
        Action::Amend | Action::Withdraw => needs(&HANDS_IN),
        Action::KeyProject if standing.state.is_final() => Err(Bar::State("act.key-project")),
        Action::KeyProject => needs(&SETS_KEY_PROJECTS),
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

/// Who gives an opinion on a target as it stands, if it waits for one.
fn reviewers<'a>(standing: &Standing, common: &'a Common) -> Option<&'a [Role]> {
    match (standing.state, stage_of(standing, common)) {
        (State::Pending, Some(stage)) => Some(roles_at(stage)),
        (State::Negotiating, _) => Some(&SETTLES),
        (State::Ruling, _) => Some(&[Role::Chair]),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
