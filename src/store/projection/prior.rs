//! Which evaluations are a target's, the newest earlier score on its row, and the people's matches of indicators.

use rusqlite::{Connection, OptionalExtension, params};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Done;
use super::sums::Sums;
use crate::domain::evaluation::PriorReason;
use crate::domain::event::Event;
use crate::domain::ids::{EvaluationId, TargetId};

/// Says that an evaluation is a target's, or that it is not.
pub(super) fn belongs(
    conn: &Connection,
    target: TargetId,
    evaluation: EvaluationId,
    reason: PriorReason,
    sums: &mut Sums,
) -> Done {
    if let Some(expected) = sums.expected() {
        return expected.prior(target, evaluation, reason);
    }
    let sql = "insert into prior (target_id, evaluation_id, reason, likeness) values (?1, ?2, ?3, ?4)
        on conflict (target_id, evaluation_id) do update set reason = excluded.reason, likeness = excluded.likeness";
    conn.prepare_cached(sql)?.execute(params![target.0, evaluation.0, reason.id(), reason.likeness()])?;
    Ok(())
}

pub(super) fn remove(conn: &Connection, target: TargetId, evaluation: EvaluationId, sums: &mut Sums) -> Done {
    if let Some(expected) = sums.expected() {
        return expected.no_prior(target, evaluation);
    }
    let sql = "delete from prior where target_id = ?1 and evaluation_id = ?2";
    conn.prepare_cached(sql)?.execute([target.0, evaluation.0])?;
    Ok(())
}

/// Marks an evaluation as replaced, and takes it away from every target.
pub(super) fn replaced(conn: &Connection, old: EvaluationId, sums: &mut Sums) -> Done {
    if let Some(expected) = sums.expected() {
        return expected.replaced(old);
    }
    conn.prepare_cached("update evaluation set replaced = 1 where id = ?1")?.execute([old.0])?;
    let mut sql = conn.prepare_cached("delete from prior where evaluation_id = ?1 returning target_id")?;
    let mut freed = sql.query([old.0])?;
    while let Some(row) = freed.next()? {
        sums.score(TargetId(row.get(0)?));
    }
    Ok(())
}

/// The newest earlier score as written: the bureau's own evaluation before an agency's before the unit's, of the same year.
pub(super) fn newest(conn: &Connection, target: TargetId) -> rusqlite::Result<Option<String>> {
    let sql = "select e.score from prior p join evaluation e on e.id = p.evaluation_id
        where p.target_id = ?1 and p.reason <> 'rejected'
        order by e.year desc, case e.kind when 'fiscal' then 0 when 'agency' then 1 else 2 end, e.id limit 1";
    Ok(conn.prepare_cached(sql)?.query_row([target.0], |row| row.get(0)).optional()?.flatten())
}

/// Puts the newest earlier score on the target's row.
pub(super) fn refresh(conn: &Connection, target: TargetId) -> Done {
    let score = newest(conn, target)?;
    let hundredths = score.as_deref().and_then(hundredths);
    let sql = "update target set prior_text = ?2, prior_score = ?3 where id = ?1";
    conn.prepare_cached(sql)?.execute(params![target.0, score, hundredths])?;
    Ok(())
}

pub(super) fn hundredths(score: &str) -> Option<i64> {
    score.trim().trim_end_matches('分').parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?.round().to_i64()
}

/// What somebody said of an indicator and an earlier one, or took back.
pub(super) fn matched(conn: &Connection, event: &Event) -> Done {
    match event {
        Event::PriorMatchSet { target, round, matched: one } => {
            let sql = "insert into prior_match (target_id, round, indicator, evaluation_id, earlier, made_by)
                values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (target_id, round, indicator, evaluation_id)
                do update set earlier = excluded.earlier, made_by = excluded.made_by";
            let row = params![target.0, round, one.indicator, one.evaluation.0, one.earlier, one.by];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
        Event::PriorMatchRemoved { target, round, indicator, evaluation } => {
            let sql = "delete from prior_match
                where target_id = ?1 and round = ?2 and indicator = ?3 and evaluation_id = ?4";
            conn.prepare_cached(sql)?.execute(params![target.0, round, indicator, evaluation.0]).map(drop)
        }
        _ => Ok(()),
    }
}
