//! Letting a finding stand (不予预警) with a reason, and taking that back. It binds the finding's key, so it holds in later rounds
//! while the text is unchanged.

use super::{Case, said};
use crate::domain::access::{WAIVES, may_as};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;

pub(super) fn waive(case: &Case<impl Facts>, id: TargetId, key: &str, reason: &str) -> Result<Vec<Event>, Refusal> {
    let (_, unit) = case.target(id, None)?;
    may_as(&case.actor.user, &WAIVES, &unit)?;
    said(reason, "field.reason")?;
    let recorded = case.facts.recorded(id)?.unwrap_or_default();
    let finding = recorded.report.findings.iter().find(|finding| finding.key == key);
    let check = finding.ok_or_else(|| Refusal::NoSuchFinding(key.to_owned()))?.id.clone();
    let reason = reason.trim().to_owned();
    let known = case.facts.waivers(id)?.into_iter().find(|waiver| waiver.key == key);
    if known.is_some_and(|known| known.reason == reason && known.by == case.actor.user.name) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::FindingWaived { target: id, check, key: key.to_owned(), reason }])
}

pub(super) fn unwaive(case: &Case<impl Facts>, id: TargetId, key: &str) -> Result<Vec<Event>, Refusal> {
    let (_, unit) = case.target(id, None)?;
    may_as(&case.actor.user, &WAIVES, &unit)?;
    if !case.facts.waivers(id)?.iter().any(|waiver| waiver.key == key) {
        return Err(Refusal::NotWaived);
    }
    Ok(vec![Event::WaiverWithdrawn { target: id, key: key.to_owned() }])
}
