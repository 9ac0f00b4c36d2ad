//! Joint sessions: the session as it stands after an event, seals, revealed ballots, decisions, dissents.

use rusqlite::{Connection, params};

use super::Done;
use super::sums::Sums;
use crate::domain::facts::Entry;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::session::ballot::Ballot;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::{ItemState, Session};
use crate::store::sessions::{Held, commas, letters, load, save, save_lists};

pub(super) fn apply(conn: &Connection, entry: &Entry, id: SessionId, act: &SessionEvent, sums: &Sums) -> Done {
    match act {
        SessionEvent::Sealed { target, ballot, member, commitment, sealed } => {
            return seal(conn, entry, Held(id, *target, *ballot), (member, commitment), sealed.as_deref());
        }
        SessionEvent::Dissented { target, member, reason } => {
            let sql =
                "insert into dissent (seq, session_id, target_id, member, reason, at) values (?1, ?2, ?3, ?4, ?5, ?6)";
            let row = params![entry.seq.0, id.0, target.0, member, reason, entry.at.0];
            return conn.prepare_cached(sql)?.execute(row).map(drop);
        }
        SessionEvent::Revealed { target, ballot, ballots, .. } => reveal(conn, Held(id, *target, *ballot), ballots)?,
        SessionEvent::Decided { .. } => decide(conn, entry, id, act, sums)?,
        SessionEvent::DecisionUndone { target, .. } => undo(conn, id, *target)?,
        _ => {}
    }
    let before = load(conn, id)?;
    let after = match before.clone() {
        Some(mut session) => {
            session.apply(entry.seq, entry.at, act);
            Some(session)
        }
        None => Session::created(id, act),
    };
    let Some(after) = after else { return Ok(()) };
    if let SessionEvent::Closed { .. } = act {
        let undecided = after.items.iter().filter(|item| item.state != ItemState::Decided);
        undecided.map(|item| item.target).try_for_each(|target| consider(conn, entry, (id, target), sums))?;
    }
    save(conn, before.as_ref(), &after)?;
    save_lists(conn, before.as_ref(), &after)
}

fn seal(
    conn: &Connection,
    entry: &Entry,
    held: Held,
    (member, commitment): (&str, &str),
    sealed: Option<&Ballot>,
) -> Done {
    let sql = "insert into seal (session_id, target_id, ballot, member, commitment, at) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (session_id, target_id, ballot, member) do update set commitment = excluded.commitment, at = excluded.at";
    let Held(session, target, ballot) = held;
    conn.prepare_cached(sql)?.execute(params![session.0, target.0, ballot, member, commitment, entry.at.0])?;
    // A replay knows no contents: they never were in the journal.
    let Some(one) = sealed else { return Ok(()) };
    let sql = "insert or replace into sealed_ballot (session_id, target_id, ballot, member, entered_by, grade, criteria, opinion, salt, points)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    conn.prepare_cached(sql)?.execute(params![
        session.0,
        target.0,
        ballot,
        one.member,
        one.entered_by,
        one.grade.term(),
        letters(&one.criteria),
        one.opinion,
        one.salt,
        commas(&one.points)
    ])?;
    Ok(())
}

fn reveal(conn: &Connection, Held(session, target, ballot): Held, ballots: &[Ballot]) -> Done {
    let sql =
        "insert into ballot (session_id, target_id, ballot, place, member, entered_by, grade, criteria, opinion, salt, points)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    for (place, one) in (0_i64..).zip(ballots) {
        conn.prepare_cached(sql)?.execute(params![
            session.0,
            target.0,
            ballot,
            place,
            one.member,
            one.entered_by,
            one.grade.term(),
            letters(&one.criteria),
            one.opinion,
            one.salt,
            commas(&one.points)
        ])?;
    }
    let sql = "delete from sealed_ballot where session_id = ?1 and target_id = ?2 and ballot = ?3";
    conn.prepare_cached(sql)?.execute(params![session.0, target.0, ballot])?;
    Ok(())
}

fn decide(conn: &Connection, entry: &Entry, id: SessionId, act: &SessionEvent, sums: &Sums) -> Done {
    let SessionEvent::Decided { target, grade, opinion, due, consent, quorum } = act else { return Ok(()) };
    let sql = "insert into decision (seq, session_id, target_id, grade, opinion, due, consent, at, entitled, present, needed, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)";
    conn.prepare_cached(sql)?.execute(params![
        entry.seq.0,
        id.0,
        target.0,
        grade.term(),
        opinion,
        due.map(|due| due.to_string()),
        consent,
        entry.at.0,
        quorum.entitled,
        quorum.present,
        quorum.needed
    ])?;
    consider(conn, entry, (id, *target), sums)
}

/// Keeps how a target stands. The earlier score is read from where it follows from: in a replay the target's row may not have it yet.
fn consider(conn: &Connection, entry: &Entry, (session, target): (SessionId, TargetId), sums: &Sums) -> Done {
    let (round, amount, due, state, stage) = sums.stands(conn, target)?;
    let score = sums.newest(conn, target)?;
    let sql = "insert into considered (session_id, target_id, seq, round, amount, prior_text, due, state, stage)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let row = params![session.0, target.0, entry.seq.0, round, amount, score, due, state, stage];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn undo(conn: &Connection, id: SessionId, target: TargetId) -> Done {
    let sql = "update decision set undone = 1 where session_id = ?1 and target_id = ?2";
    conn.prepare_cached(sql)?.execute(params![id.0, target.0])?;
    let sql = "delete from considered where session_id = ?1 and target_id = ?2";
    conn.prepare_cached(sql)?.execute(params![id.0, target.0])?;
    Ok(())
}
