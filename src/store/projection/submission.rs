//! Submissions: contents, items, indicators, links, and what follows from them on the target's row.

use rusqlite::{Connection, params};

use super::{Done, target};
use crate::domain::check::subject::block;
use crate::domain::ids::TargetId;
use crate::domain::measure::Sign;
use crate::domain::target::{Link, Submission, coverage};
use crate::domain::time::Instant;
use crate::store::rows;

/// A round of a target.
type Round = (TargetId, u32);

pub(super) fn receive(conn: &Connection, of: Round, submission: &Submission, links: &[Link], at: Instant) -> Done {
    let (id, round) = (of.0.0, of.1);
    let sql = "insert into submission (target_id, round, amount, objective, source, hash, received) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let amount = submission.amount.map(|amount| amount.0);
    let row = params![id, round, amount, submission.objective, submission.source, submission.hash(), at.0];
    conn.prepare_cached(sql)?.execute(row)?;
    let items = submission.items();
    for (place, text) in (0_i64..).zip(&items) {
        let sql = "insert into objective_item (target_id, round, place, text) values (?1, ?2, ?3, ?4)";
        conn.prepare_cached(sql)?.execute(params![id, round, place, text])?;
    }
    for (place, one) in (0_i64..).zip(&submission.indicators) {
        let sql = "insert into indicator (target_id, round, place, l1, l2, l3, sign, value, unit, weight, raw)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let sign = one.sign.map(Sign::term);
        let row = params![id, round, place, one.l1, one.l2, one.l3, sign, one.value, one.unit, one.weight, one.raw];
        conn.prepare_cached(sql)?.execute(row)?;
    }
    for link in links {
        put(conn, of, link)?;
    }
    target::count(conn, of.0, -1)?;
    let now = "update target set amount = ?2, block = ?3 where id = ?1";
    conn.prepare_cached(now)?.execute(params![id, amount, block(&submission.indicators)])?;
    target::count(conn, of.0, 1)?;
    cover(conn, of.0, submission, items.len(), links)
}

pub(super) fn set_link(conn: &Connection, of: Round, link: &Link) -> Done {
    put(conn, of, link)?;
    recover(conn, of)
}

pub(super) fn remove_link(conn: &Connection, of: Round, objective: u32, indicator: u32) -> Done {
    let sql = "delete from link where target_id = ?1 and round = ?2 and objective = ?3 and indicator = ?4";
    conn.prepare_cached(sql)?.execute(params![of.0.0, of.1, objective, indicator])?;
    recover(conn, of)
}

fn put(conn: &Connection, of: Round, link: &Link) -> Done {
    let sql = "insert into link (target_id, round, objective, indicator, origin, confidence, made_by, grounds)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        on conflict (target_id, round, objective, indicator)
        do update set origin = excluded.origin, confidence = excluded.confidence, made_by = excluded.made_by, grounds = excluded.grounds";
    let grounds = rows::grounds_text(&link.grounds)?;
    let row =
        params![of.0.0, of.1, link.objective, link.indicator, link.origin.id(), link.confidence, link.by, grounds];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Counts again what is covered, after a link of the newest round changed.
fn recover(conn: &Connection, of: Round) -> Done {
    let Some(submission) = rows::submission(conn, of.0, of.1)? else { return Ok(()) };
    let links = rows::links(conn, of.0, of.1)?;
    let items = submission.items().len();
    cover(conn, of.0, &submission, items, &links)
}

fn cover(conn: &Connection, target: TargetId, submission: &Submission, items: usize, links: &[Link]) -> Done {
    let (uncovered, orphans) = coverage(submission, items, links);
    let sql = "update target set uncovered = ?2, orphans = ?3 where id = ?1";
    conn.prepare_cached(sql)?.execute(params![target.0, uncovered, orphans])?;
    Ok(())
}
