//! Joint sessions in the model: the sessions themselves, ballots sealed and revealed, dissents.

use std::collections::BTreeMap;

use crate::domain::facts::Entry;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::session::ballot::{Ballot, Seal};
use crate::domain::session::event::SessionEvent;
use crate::domain::session::{ItemState, Session, SessionState};
use crate::domain::time::Instant;

/// One ballot of one item.
type Held = (SessionId, TargetId, u32);

/// A dissent on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dissent {
    /// The item.
    pub target: TargetId,
    /// Who.
    pub member: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// All sessions of a file.
#[derive(Debug, Clone, Default)]
pub struct Sessions {
    /// The sessions.
    pub all: BTreeMap<SessionId, Session>,
    /// Dissents by session, oldest first.
    pub dissents: BTreeMap<SessionId, Vec<Dissent>>,
    seals: BTreeMap<Held, BTreeMap<String, Seal>>,
    sealed: BTreeMap<Held, BTreeMap<String, Ballot>>,
    revealed: BTreeMap<Held, Vec<Ballot>>,
}

impl Sessions {
    pub(super) fn apply(&mut self, entry: &Entry, id: SessionId, act: &SessionEvent) {
        match act {
            SessionEvent::Created { .. } => {
                self.all.extend(Session::created(id, act).map(|session| (id, session)));
            }
            SessionEvent::Sealed { target, ballot, member, commitment, sealed } => {
                let held = (id, *target, *ballot);
                let seal = Seal { member: member.clone(), commitment: commitment.clone() };
                self.seals.entry(held).or_default().insert(member.clone(), seal);
                let contents = sealed.iter().map(|ballot| (member.clone(), (**ballot).clone()));
                self.sealed.entry(held).or_default().extend(contents);
            }
            SessionEvent::Revealed { target, ballot, ballots, .. } => {
                let held = (id, *target, *ballot);
                self.sealed.remove(&held);
                self.revealed.insert(held, ballots.clone());
            }
            SessionEvent::Dissented { target, member, reason } => {
                let dissent = Dissent { target: *target, member: member.clone(), reason: reason.clone(), at: entry.at };
                self.dissents.entry(id).or_default().push(dissent);
            }
            _ => {}
        }
        if let Some(session) = self.all.get_mut(&id) {
            session.apply(entry.seq, entry.at, act);
        }
    }

    pub(super) fn holding(&self, target: TargetId) -> Option<SessionId> {
        let waits = |session: &&Session| {
            let item = session.item(target);
            session.state != SessionState::Closed && item.is_some_and(|item| item.state != ItemState::Decided)
        };
        self.all.values().find(waits).map(|session| session.id)
    }

    pub(super) fn of_act(&self, act: Seq) -> Option<SessionId> {
        let decided = |session: &&Session| {
            session.items.iter().any(|item| item.decided.is_some_and(|decided| decided.0 == act.0 + 1))
        };
        self.all.values().find(decided).map(|session| session.id)
    }

    pub(super) fn seals(&self, held: Held) -> Vec<Seal> {
        self.seals.get(&held).into_iter().flat_map(BTreeMap::values).cloned().collect()
    }

    pub(super) fn sealed(&self, held: Held) -> Vec<Ballot> {
        self.sealed.get(&held).into_iter().flat_map(BTreeMap::values).cloned().collect()
    }

    pub(super) fn ballots(&self, held: Held) -> Vec<Ballot> {
        self.revealed.get(&held).cloned().unwrap_or_default()
    }

    pub(super) fn next(&self) -> SessionId {
        SessionId(self.all.keys().next_back().map_or(1, |id| id.0 + 1))
    }
}
