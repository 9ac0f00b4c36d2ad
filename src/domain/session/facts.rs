//! What `decide` may ask about joint sessions. Whoever knows of none answers so.

use super::Session;
use super::ballot::{Ballot, Seal};
use crate::domain::facts::Answer;
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};

/// The questions about joint sessions.
pub trait SessionFacts {
    /// The grades that the stages gave in a round and that stand, in the order given.
    fn stage_grades(&self, _target: TargetId, _round: u32) -> Answer<Vec<Grade>> {
        Ok(Vec::new())
    }
    /// How many findings on a target's newest round are open.
    fn open_findings(&self, _target: TargetId) -> Answer<u32> {
        Ok(0)
    }
    /// A joint session.
    fn session(&self, _id: SessionId) -> Answer<Option<Session>> {
        Ok(None)
    }
    /// The session, not closed yet, on whose agenda a target waits for its decision.
    fn session_holding(&self, _target: TargetId) -> Answer<Option<SessionId>> {
        Ok(None)
    }
    /// The session whose decision an act on a target was.
    fn session_of_act(&self, _act: Seq) -> Answer<Option<SessionId>> {
        Ok(None)
    }
    /// Who has sealed a ballot, in the order of the names.
    fn seals(&self, _session: SessionId, _target: TargetId, _ballot: u32) -> Answer<Vec<Seal>> {
        Ok(Vec::new())
    }
    /// The sealed ballots themselves; only the reveal asks.
    fn sealed(&self, _session: SessionId, _target: TargetId, _ballot: u32) -> Answer<Vec<Ballot>> {
        Ok(Vec::new())
    }
    /// The revealed ballots, in the order of the seats.
    fn ballots(&self, _session: SessionId, _target: TargetId, _ballot: u32) -> Answer<Vec<Ballot>> {
        Ok(Vec::new())
    }
    /// The next free number of a session.
    fn next_session(&self) -> Answer<SessionId> {
        Ok(SessionId(1))
    }
}
