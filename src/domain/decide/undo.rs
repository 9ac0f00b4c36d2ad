//! Undoing the last act on a target: by whoever made it, while nobody has built on it.

use super::Case;
use crate::domain::access::may_write;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;

/// The acts that can be undone; a submission stays, because it was received.
const UNDOABLE: [&str; 4] = ["target-submitted", "target-withdrawn", "review-given", "key-project-set"];

pub(super) fn undo(case: &Case<impl Facts>, id: TargetId, seen: Option<u32>) -> Result<Vec<Event>, Refusal> {
    let (target, _) = case.target(id, seen)?;
    may_write(&case.actor.user)?;
    let act = case.facts.last_act(id)?.ok_or(Refusal::NothingToUndo)?;
    if act.by != case.actor.user.name {
        return Err(Refusal::NotYours { who: act.by, what: act.kind });
    }
    let session = case.facts.session_of_act(act.seq)?.map(|session| case.facts.session(session)).transpose()?.flatten();
    if let Some(session) = session {
        return Err(SessionRefusal::InSession(session.name).into());
    }
    let to = act.from.filter(|_| UNDOABLE.contains(&act.kind.as_str()));
    let to = to.ok_or(Refusal::NotUndoable(act.kind))?;
    Ok(vec![Event::ActUndone { target: id, act: act.seq, from: target.standing, to }])
}
