//! Evaluations of earlier years and the targets that they belong to.

use rusqlite::{Connection, OptionalExtension, params};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Done;
use crate::domain::evaluation::{Evaluation, PriorReason};
use crate::domain::event::Event;
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::domain::measure::Sign;
use crate::domain::text::name_key;

pub(super) fn record(conn: &Connection, event: &Event) -> Done {
    let Event::EvaluationRecorded { id, unit, evaluation, replaces, of } = event else { return Ok(()) };
    if let Some(old) = replaces {
        replace(conn, *old)?;
    }
    insert(conn, *id, *unit, evaluation)?;
    for (target, reason) in of {
        belongs(conn, *target, *id, *reason)?;
        refresh(conn, *target)?;
    }
    Ok(())
}

fn replace(conn: &Connection, old: EvaluationId) -> Done {
    conn.prepare_cached("update evaluation set replaced = 1 where id = ?1")?.execute([old.0])?;
    let mut sql = conn.prepare_cached("delete from prior where evaluation_id = ?1 returning target_id")?;
    let freed = sql.query_map([old.0], |row| row.get(0).map(TargetId))?.collect::<rusqlite::Result<Vec<_>>>()?;
    freed.into_iter().try_for_each(|target| refresh(conn, target))
}

fn insert(conn: &Connection, id: EvaluationId, unit: UnitId, evaluation: &Evaluation) -> Done {
    let sql = "insert into evaluation (id, unit_id, unit_code, unit_name, code, project, project_key, year, kind, budget, executed,
        score, replaced) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0)";
    let (project, named) = (&evaluation.project, &evaluation.unit);
    conn.prepare_cached(sql)?.execute(params![
        id.0,
        unit.0,
        named.code,
        named.name,
        project.code,
        project.name,
        name_key(&project.name),
        evaluation.year,
        evaluation.kind.id(),
        evaluation.budget.map(|amount| amount.0),
        evaluation.executed.map(|amount| amount.0),
        evaluation.score,
    ])?;
    let sql = "insert into evaluation_indicator (evaluation_id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    for (place, one) in (0_i64..).zip(&evaluation.indicators) {
        let sign = one.sign.map(Sign::term);
        let row = params![
            id.0, place, one.l1, one.l2, one.l3, sign, one.target, one.unit, one.actual, one.weight, one.score,
            one.reason
        ];
        conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

/// Says that an evaluation is a target's.
pub(super) fn belongs(conn: &Connection, target: TargetId, evaluation: EvaluationId, reason: PriorReason) -> Done {
    let sql = "insert into prior (target_id, evaluation_id, reason) values (?1, ?2, ?3)";
    let reason = match reason {
        PriorReason::Code => "code",
        PriorReason::Name => "name",
    };
    conn.prepare_cached(sql)?.execute(params![target.0, evaluation.0, reason])?;
    Ok(())
}

/// Puts the newest earlier score on the target's row: the bureau's own evaluation before an agency's before the unit's, of the same year.
pub(super) fn refresh(conn: &Connection, target: TargetId) -> Done {
    let sql = "select e.score from prior p join evaluation e on e.id = p.evaluation_id where p.target_id = ?1
        order by e.year desc, case e.kind when 'fiscal' then 0 when 'agency' then 1 else 2 end, e.id limit 1";
    let score =
        conn.prepare_cached(sql)?.query_row([target.0], |row| row.get::<_, Option<String>>(0)).optional()?.flatten();
    let hundredths = score.as_deref().and_then(hundredths);
    let sql = "update target set prior_text = ?2, prior_score = ?3 where id = ?1";
    conn.prepare_cached(sql)?.execute(params![target.0, score, hundredths])?;
    Ok(())
}

fn hundredths(score: &str) -> Option<i64> {
    score.trim().trim_end_matches('分').parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?.round().to_i64()
}
