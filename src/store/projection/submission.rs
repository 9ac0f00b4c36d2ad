//! Submissions: contents, items, indicators, links.

use rusqlite::{Connection, params};

use super::Done;
use super::lasting::{INDICATOR, ITEM, SUBMISSION};
use super::sums::Sums;
use super::value::{bound, maybe, number, said, text};
use crate::domain::check::subject::block;
use crate::domain::ids::TargetId;
use crate::domain::measure::Sign;
use crate::domain::target::{Link, Submission};
use crate::domain::time::Instant;
use crate::store::rows;

/// A round of a target.
type Round = (TargetId, u32);

pub(super) fn receive<T: AsRef<str>>(
    conn: &Connection,
    of: Round,
    (submission, links): (&Submission<T>, &[Link]),
    at: Instant,
    sums: &mut Sums,
) -> Done {
    let (id, round) = (of.0.0, of.1);
    let (amount, hash) = (submission.amount.map(|amount| amount.0), submission.hash());
    let (target, of_round) = (number(id), number(round));
    let (objective, source, until) = (text(&submission.objective), text(&submission.source), maybe(submission.until));
    let row = [target, of_round, maybe(amount), objective, source, text(&hash), number(at.0), until];
    sums.add(conn, &SUBMISSION, &row)?;
    let items = submission.items();
    for (place, item) in (0_i64..).zip(&items) {
        sums.add(conn, &ITEM, &[target, of_round, number(place), text(item)])?;
    }
    for (place, one) in (0_i64..).zip(&submission.indicators) {
        let [l1, l2, l3] = [&one.l1, &one.l2, &one.l3].map(|text| said(text.as_ref()));
        let [value, unit, weight] = [&one.value, &one.unit, &one.weight].map(|text| said(text.as_ref()));
        let sign = said(one.sign.map(Sign::term));
        let row = [target, of_round, number(place), l1, l2, l3, sign, value, unit, weight, text(&one.raw)];
        sums.add(conn, &INDICATOR, &row)?;
    }
    for link in links {
        put(conn, of, link, sums)?;
    }
    sums.count(conn, of.0, -1)?;
    let block = block(&submission.indicators);
    match sums.expected() {
        Some(expected) => expected.receive(of.0, amount, block.as_deref())?,
        None => {
            let now = "update target set amount = ?2, block = ?3 where id = ?1";
            conn.prepare_cached(now)?.execute(params![id, amount, block])?;
        }
    }
    sums.count(conn, of.0, 1)?;
    sums.cover_now(conn, of.0, (submission, items.len(), links))
}

pub(super) fn set_link(conn: &Connection, of: Round, link: &Link, sums: &mut Sums) -> Done {
    sums.cover(of.0, of.1);
    put(conn, of, link, sums)
}

pub(super) fn remove_link(conn: &Connection, of: Round, (objective, indicator): (u32, u32), sums: &mut Sums) -> Done {
    sums.cover(of.0, of.1);
    if let Some(expected) = sums.expected() {
        return expected.unlink(of, (objective, indicator));
    }
    let sql = "delete from link where target_id = ?1 and round = ?2 and objective = ?3 and indicator = ?4";
    conn.prepare_cached(sql)?.execute(params![of.0.0, of.1, objective, indicator])?;
    Ok(())
}

fn put(conn: &Connection, of: Round, link: &Link, sums: &mut Sums) -> Done {
    let sql = "insert into link (target_id, round, objective, indicator, origin, confidence, made_by, grounds)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        on conflict (target_id, round, objective, indicator)
        do update set origin = excluded.origin, confidence = excluded.confidence, made_by = excluded.made_by, grounds = excluded.grounds";
    let grounds = rows::grounds_text(&link.grounds)?;
    let [target, round, objective, indicator] =
        [of.0.0, of.1.into(), link.objective.into(), link.indicator.into()].map(number);
    let (origin, confidence) = (text(link.origin.id()), number(link.confidence));
    let row = [target, round, objective, indicator, origin, confidence, text(&link.by), text(&grounds)];
    match sums.expected() {
        Some(expected) => expected.link(of, link, &row),
        None => conn.prepare_cached(sql)?.execute(bound(&row)).map(drop),
    }
}
