//! The keys by which people come in, and who is disabled.

use super::{Case, said, setup};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::key::PublicKey;
use crate::domain::refusal::{AccessRefusal, Refusal};

/// A key is one person's: by it the service account knows who comes in.
pub(super) fn add_key(case: &Case<impl Facts>, user: &str, key: &PublicKey) -> Result<Vec<Event>, Refusal> {
    known(case, user)?;
    match case.facts.key_owner(&key.fingerprint())? {
        Some(owner) if owner == user => Ok(Vec::new()),
        Some(owner) => Err(AccessRefusal::KeyTaken(owner).into()),
        None => Ok(vec![Event::UserKeySet { user: user.to_owned(), key: key.clone() }]),
    }
}

pub(super) fn remove_key(case: &Case<impl Facts>, user: &str, fingerprint: &str) -> Result<Vec<Event>, Refusal> {
    known(case, user)?;
    if case.facts.key_owner(fingerprint)?.is_none_or(|owner| owner != user) {
        return Err(AccessRefusal::NoSuchKey(fingerprint.to_owned()).into());
    }
    Ok(vec![Event::UserKeyRemoved { user: user.to_owned(), fingerprint: fingerprint.to_owned() }])
}

/// Nobody disables oneself: somebody else must be left to let people in again.
pub(super) fn disable(case: &Case<impl Facts>, user: &str, reason: &str) -> Result<Vec<Event>, Refusal> {
    known(case, user)?;
    said(reason, "field.reason")?;
    if user == case.actor.user.name {
        return Err(AccessRefusal::OwnAccess.into());
    }
    if is_disabled(case, user)? {
        return Ok(Vec::new());
    }
    Ok(vec![Event::UserDisabled { user: user.to_owned(), reason: reason.trim().to_owned() }])
}

pub(super) fn enable(case: &Case<impl Facts>, user: &str) -> Result<Vec<Event>, Refusal> {
    known(case, user)?;
    Ok(if is_disabled(case, user)? { vec![Event::UserEnabled { user: user.to_owned() }] } else { Vec::new() })
}

fn is_disabled(case: &Case<impl Facts>, user: &str) -> Result<bool, Refusal> {
    Ok(case.facts.admission(user)?.is_some_and(|admission| admission.disabled))
}

fn known(case: &Case<impl Facts>, user: &str) -> Result<(), Refusal> {
    setup::admin(case)?;
    case.facts.user(user)?.map(drop).ok_or_else(|| Refusal::UnknownUser(user.to_owned()))
}
