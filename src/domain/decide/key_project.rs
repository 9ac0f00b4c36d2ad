//! Saying which targets are key projects (重点项目): those of wide concern, of weight for the county's development, of
//! the people's livelihood or of technical difficulty (财预〔2015〕88号), which are scored by points.

use super::{Case, said};
use crate::domain::access::{SETS_KEY_PROJECTS, may_as};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;

pub(super) fn set(
    case: &Case<impl Facts>,
    (id, seen): (TargetId, Option<u32>),
    key_project: bool,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, seen)?;
    may_as(&case.actor.user, &SETS_KEY_PROJECTS, &unit)?;
    let from = target.standing;
    if from.state.is_final() {
        return Err(Refusal::WrongState { act: "act.key-project", standing: Box::new(from) });
    }
    if from.key_project == key_project {
        return Err(Refusal::KeyProjectAlready(key_project));
    }
    said(reason, "field.basis")?;
    // It waits no shorter for having become a key project, so that `since` stays.
    let mut to = from.clone();
    to.key_project = key_project;
    Ok(vec![Event::KeyProjectSet { target: id, reason: reason.trim().to_owned(), from, to }])
}
