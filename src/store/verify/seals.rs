//! Whether every ballot is the one that was sealed: its commitment, computed again from what the reveal published, or from what still lies sealed,
//! against the commitment that the journal holds since it was sealed.

use rusqlite::{Connection, OptionalExtension, params};
use rust_i18n::t;

use super::{Fault, FaultKind, Report};
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::session::event::SessionEvent;
use crate::store::sessions::{BALLOT, ballot_at};

/// Checks the ballots that are not revealed yet against the seals that the replay knows: a changed one would only show at the reveal.
pub(super) fn kept(live: &Connection, replay: &Connection, report: &mut Report) {
    if let Err(error) = each_kept(live, replay, report) {
        let what = t!("verify.what-unreadable");
        report.add(Fault::new(FaultKind::Damaged, "sealed_ballot", &what, None, Some(error.to_string())));
    }
}

fn each_kept(live: &Connection, replay: &Connection, report: &mut Report) -> rusqlite::Result<()> {
    let mut sql = live.prepare(&format!("select session_id, target_id, ballot, {BALLOT} from sealed_ballot"))?;
    let mut rows = sql.query([])?;
    while let Some(row) = rows.next()? {
        let (session, target, number) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let one = ballot_at(row, 3)?;
        let computed = one.commitment(SessionId(session), TargetId(target), number);
        let sql =
            "select commitment from seal where session_id = ?1 and target_id = ?2 and ballot = ?3 and member = ?4";
        let sealed: Option<String> = replay
            .prepare_cached(sql)?
            .query_row(params![session, target, number, one.member], |row| row.get(0))
            .optional()?;
        if sealed.as_deref() != Some(computed.as_str()) {
            let place = format!("sealed_ballot #{session}/{target}/{number}");
            report.add(Fault::new(FaultKind::Seal, &place, &t!("verify.what-sealed"), sealed, Some(computed)));
        }
    }
    Ok(())
}

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
