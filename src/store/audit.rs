//! The journal for whoever checks it without this program: one JSON object a line with everything that its hash is made of.
//!
//! Owns the lines and up to which row they go. docs/audit.md says how a line is checked, with a script for it.

use serde_json::json;

use super::facts::unreadable;
use super::journal::{COLUMNS, RawRow};
use super::verify::Head;
use super::{Store, heads};
use crate::domain::access;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionState;
use crate::domain::session::event::SessionEvent;

/// What was given out for the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// The last row given; `None` when there is none.
    pub head: Option<Head>,
    /// The row from which on nothing is given until the ballots of its item are revealed, or its session closed.
    pub sealed_from: Option<i64>,
}

/// A row as a line: the fields of its hash in their order, then the hash. The payload is the text that was hashed, not the object in it.
pub(super) fn line(row: &RawRow) -> String {
    json!({
        "seq": row.seq, "at": row.at, "actor": row.actor, "on_behalf": row.on_behalf, "origin": row.origin, "kind": row.kind,
        "version": row.version, "target": row.target, "payload": row.payload, "previous": row.previous, "hash": row.hash,
    })
    .to_string()
}

impl Store {
    /// Gives the journal out row by row, as it stands in the file. A row that would tell whose a sealed ballot is ends it.
    ///
    /// # Errors
    /// The viewer may not audit, the file cannot be read, or `take` failed.
    pub fn audit<E: From<Refusal> + From<Unreadable>>(
        &self,
        viewer: &User,
        take: &mut dyn FnMut(&str) -> Result<(), E>,
    ) -> Result<Audited, E> {
        let county = self.county()?.ok_or(Refusal::NotFounded)?;
        access::may_audit(viewer, &county.name)?;
        let _held = self.hold()?;
        let mut sql = self.conn.prepare(&format!("select {COLUMNS} from journal order by seq")).map_err(unreadable)?;
        let mut rows = sql.query([]).map_err(unreadable)?;
        let mut audited = Audited { head: None, sealed_from: None };
        while let Some(row) = rows.next().map_err(unreadable)? {
            let row = RawRow::read(row).map_err(unreadable)?;
            if self.is_sealed(&row)? {
                audited.sealed_from = Some(row.seq);
                break;
            }
            take(&line(&row))?;
            audited.head = Some(Head { seq: row.seq, hash: row.hash, at: crate::domain::time::Instant(row.at) });
        }
        if let Some(head) = &audited.head {
            self.give_head(head, &viewer.name, heads::GivenIn::Audit);
        }
        Ok(audited)
    }

    /// Whether a row tells of a ballot that may still be revealed.
    fn is_sealed(&self, row: &RawRow) -> Answer<bool> {
        if row.kind != "session-sealed" {
            return Ok(false);
        }
        let Ok(Event::Session { session, act: SessionEvent::Sealed { target, ballot, .. } }) =
            Event::from_json(&row.payload)
        else {
            return Ok(true);
        };
        let state = self.many("select state from session where id = ?1", [session.0], |row| row.get::<_, String>(0))?;
        let closed = state.iter().any(|state| *state == SessionState::Closed.id());
        Ok(!closed && !self.is_revealed(session, target, ballot)?)
    }
}
