//! Whether every revealed ballot is the one that was sealed: its commitment, computed again from what the reveal published, against the
//! commitment that the journal holds since it was sealed.

use rusqlite::{Connection, OptionalExtension, params};
use rust_i18n::t;

use super::{Fault, FaultKind, Report};
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::session::event::SessionEvent;

/// Checks the ballots of a reveal against the seals that the replay knows.
pub(super) fn check(replay: &Connection, entry: &Entry, report: &mut Report) {
    let Event::Session { session, act: SessionEvent::Revealed { target, ballot, ballots, .. } } = &entry.event else {
        return;
    };
    let sql = "select commitment from seal where session_id = ?1 and target_id = ?2 and ballot = ?3 and member = ?4";
    for one in ballots {
        let given = params![session.0, target.0, ballot, one.member];
        let sealed = replay.prepare_cached(sql).and_then(|mut sql| sql.query_row(given, |row| row.get(0)).optional());
        let sealed: Option<String> = sealed.ok().flatten();
        let computed = one.commitment(*session, *target, *ballot);
        if sealed.as_deref() != Some(computed.as_str()) {
            let place = t!("verify.place-journal", seq = entry.seq);
            let what = t!("verify.what-seal", member = one.member);
            report.add(Fault::new(FaultKind::Seal, &place, &what, sealed, Some(computed)));
        }
    }
}
