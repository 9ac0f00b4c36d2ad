//! Joint sessions in the file: a session as it stands, read from its tables and written back where it changed.
//!
//! `facts` answers `decide` · `read` answers screens and command line · here is what both and the projection share. Sealed ballots are
//! read for their owner and for the reveal only (`facts::sealed`, `parts`).

mod facts;
mod minutes;
mod parts;
mod read;

use rusqlite::{Connection, OptionalExtension, Row, params};
use rust_decimal::Decimal;

use super::rows::strange;
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::session::ballot::Ballot;
use crate::domain::session::{Item, ItemState, Member, Recusal, Seat, Session, SessionState, Share};
use crate::domain::time::Instant;

type Sql<T> = rusqlite::Result<T>;

/// A session as it stands.
pub(super) fn load(conn: &Connection, id: SessionId) -> Sql<Option<Session>> {
    let sql = "select name, day, quorum_part, quorum_whole, minutes, state, current, opened, closed from session where id = ?1";
    let head = conn.prepare_cached(sql)?.query_row([id.0], |row| head(row, id)).optional()?;
    let Some(mut session) = head else { return Ok(None) };
    session.members = many(
        conn,
        "select user_name, seat, present from session_member where session_id = ?1 order by place",
        id,
        |row| {
            let seat: String = row.get(1)?;
            let seat = Seat::of_id(&seat).ok_or_else(|| strange(1, &seat))?;
            Ok(Member { user: row.get(0)?, seat, present: row.get(2)? })
        },
    )?;
    session.items = many(
        conn,
        "select target_id, state, consent, ballot, called, spent, decided, reason from agenda_item where session_id = ?1 order by place",
        id,
        item,
    )?;
    session.recusals = many(
        conn,
        "select user_name, target_id, reason, derived from recusal where session_id = ?1 order by place",
        id,
        |row| {
            let target = TargetId(row.get(1)?);
            Ok(Recusal { user: row.get(0)?, target, reason: row.get(2)?, derived: row.get(3)? })
        },
    )?;
    session.notes =
        many(conn, "select about, text from session_note where session_id = ?1 order by about", id, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(Some(session))
}

fn many<T>(conn: &Connection, sql: &str, id: SessionId, read: impl FnMut(&Row<'_>) -> Sql<T>) -> Sql<Vec<T>> {
    conn.prepare_cached(sql)?.query_map([id.0], read)?.collect()
}

fn head(row: &Row<'_>, id: SessionId) -> Sql<Session> {
    let (day, state): (Option<String>, String) = (row.get(1)?, row.get(5)?);
    let day = day.map(|day| day.parse().map_err(|_| strange(1, &day))).transpose()?;
    Ok(Session {
        id,
        name: row.get(0)?,
        day,
        quorum: Share(row.get(2)?, row.get(3)?),
        minutes: row.get(4)?,
        state: SessionState::of_id(&state).ok_or_else(|| strange(5, &state))?,
        members: Vec::new(),
        items: Vec::new(),
        recusals: Vec::new(),
        current: row.get::<_, Option<i64>>(6)?.map(TargetId),
        opened: row.get::<_, Option<i64>>(7)?.map(Instant),
        closed: row.get::<_, Option<i64>>(8)?.map(Instant),
        notes: Vec::new(),
    })
}

fn item(row: &Row<'_>) -> Sql<Item> {
    let state: String = row.get(1)?;
    Ok(Item {
        target: TargetId(row.get(0)?),
        state: ItemState::of_id(&state).ok_or_else(|| strange(1, &state))?,
        consent: row.get(2)?,
        ballot: row.get(3)?,
        called: row.get::<_, Option<i64>>(4)?.map(Instant),
        spent: row.get(5)?,
        decided: row.get::<_, Option<i64>>(6)?.map(Seq),
        reason: row.get(7)?,
    })
}

/// Writes a session back: the rows that differ from how it stood.
pub(super) fn save(conn: &Connection, before: Option<&Session>, after: &Session) -> Sql<()> {
    let id = after.id.0;
    let sql = "insert into session (id, name, day, quorum_part, quorum_whole, minutes, state, current, opened, closed)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        on conflict (id) do update set state = excluded.state, current = excluded.current, opened = excluded.opened, closed = excluded.closed";
    conn.prepare_cached(sql)?.execute(params![
        id,
        after.name,
        after.day.map(|day| day.to_string()),
        after.quorum.0,
        after.quorum.1,
        after.minutes,
        after.state.id(),
        after.current.map(|target| target.0),
        after.opened.map(|at| at.0),
        after.closed.map(|at| at.0),
    ])?;
    let before = |list: fn(&Session) -> usize| before.map_or(0, list);
    shorten(conn, "session_member", id, before(|session| session.members.len()), after.members.len())?;
    shorten(conn, "agenda_item", id, before(|session| session.items.len()), after.items.len())?;
    shorten(conn, "recusal", id, before(|session| session.recusals.len()), after.recusals.len())?;
    Ok(())
}

/// Writes the lists of a session back: the rows that differ.
pub(super) fn save_lists(conn: &Connection, before: Option<&Session>, after: &Session) -> Sql<()> {
    let id = after.id.0;
    let sql = "insert or replace into session_member (session_id, place, user_name, seat, present) values (?1, ?2, ?3, ?4, ?5)";
    for (place, one) in changed(before.map(|session| &session.members), &after.members) {
        conn.prepare_cached(sql)?.execute(params![id, place, one.user, one.seat.id(), one.present])?;
    }
    let sql = "insert or replace into agenda_item (session_id, place, target_id, state, consent, ballot, called, spent, decided, reason)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    for (place, one) in changed(before.map(|session| &session.items), &after.items) {
        let (called, decided) = (one.called.map(|at| at.0), one.decided.map(|seq| seq.0));
        conn.prepare_cached(sql)?.execute(params![
            id,
            place,
            one.target.0,
            one.state.id(),
            one.consent,
            one.ballot,
            called,
            one.spent,
            decided,
            one.reason
        ])?;
    }
    let sql = "insert or replace into recusal (session_id, place, user_name, target_id, reason, derived) values (?1, ?2, ?3, ?4, ?5, ?6)";
    for (place, one) in changed(before.map(|session| &session.recusals), &after.recusals) {
        conn.prepare_cached(sql)?.execute(params![id, place, one.user, one.target.0, one.reason, one.derived])?;
    }
    if before.map(|session| &session.notes) != Some(&after.notes) {
        conn.prepare_cached("delete from session_note where session_id = ?1")?.execute([id])?;
        for (about, text) in &after.notes {
            let sql = "insert into session_note (session_id, about, text) values (?1, ?2, ?3)";
            conn.prepare_cached(sql)?.execute(params![id, about, text])?;
        }
    }
    Ok(())
}

fn shorten(conn: &Connection, table: &str, id: i64, before: usize, after: usize) -> Sql<()> {
    if after < before {
        let sql = format!("delete from {table} where session_id = ?1 and place >= ?2");
        conn.prepare_cached(&sql)?.execute(params![id, i64::try_from(after).unwrap_or(i64::MAX)])?;
    }
    Ok(())
}

/// The places whose contents changed.
fn changed<'a, T: PartialEq>(before: Option<&'a Vec<T>>, after: &'a [T]) -> impl Iterator<Item = (i64, &'a T)> {
    let stood = move |place: usize| before.and_then(|before| before.get(place));
    (0_i64..).zip(after).enumerate().filter(move |(at, (_, one))| stood(*at) != Some(one)).map(|(_, pair)| pair)
}

/// The columns of a ballot, in the order of [`ballot`].
pub(super) const BALLOT: &str = "member, entered_by, grade, criteria, opinion, salt, points";

fn ballot(row: &Row<'_>) -> Sql<Ballot> {
    ballot_at(row, 0)
}

/// A ballot whose columns begin at one.
pub(super) fn ballot_at(row: &Row<'_>, first: usize) -> Sql<Ballot> {
    let (grade, criteria): (String, String) = (row.get(first + 2)?, row.get(first + 3)?);
    let read = |text: &str| text.parse::<Grade>().map_err(|_| strange(first + 2, text));
    Ok(Ballot {
        member: row.get(first)?,
        entered_by: row.get(first + 1)?,
        grade: read(&grade)?,
        criteria: criteria.chars().map(|letter| read(letter.encode_utf8(&mut [0; 4]))).collect::<Sql<_>>()?,
        opinion: row.get(first + 4)?,
        salt: row.get(first + 5)?,
        points: numbers(&row.get::<_, String>(first + 6)?).ok_or_else(|| strange(first + 6, ""))?,
    })
}

/// The grades of criteria without separators.
pub(super) fn letters(criteria: &[Grade]) -> String {
    criteria.iter().map(|grade| grade.term()).collect()
}

/// The points of criteria with commas between them.
pub(super) fn commas(points: &[Decimal]) -> String {
    points.iter().map(Decimal::to_string).collect::<Vec<_>>().join(",")
}

fn numbers(text: &str) -> Option<Vec<Decimal>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

/// A ballot of an item, sealed or revealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held(pub(super) SessionId, pub(super) TargetId, pub(super) u32);
