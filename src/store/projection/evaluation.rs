//! Evaluations of earlier years.

use rusqlite::{Connection, params};

use super::lasting::RESULT;
use super::sums::Sums;
use super::{Done, prior};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::ids::{EvaluationId, UnitId};
use crate::domain::measure::Sign;
use crate::domain::text::name_key;

pub(super) fn record(conn: &Connection, entry: &Entry, sums: &mut Sums) -> Done {
    let Event::EvaluationRecorded { id, unit, evaluation, replaces, of, details } = &entry.event else { return Ok(()) };
    if let Some(old) = replaces {
        prior::replaced(conn, *old, sums)?;
    }
    let details = details.as_deref().map_or_else(|| Ok(String::new()), serde_json::to_string);
    let details = details.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    insert(conn, (*id, *unit), (evaluation, &details), entry, sums)?;
    for (target, reason) in of {
        prior::belongs(conn, *target, *id, *reason, sums)?;
        sums.score(*target);
    }
    Ok(())
}

fn insert(
    conn: &Connection,
    (id, unit): (EvaluationId, UnitId),
    (evaluation, details): (&Evaluation, &str),
    entry: &Entry,
    sums: &mut Sums,
) -> Done {
    let sql = "insert into evaluation (id, unit_id, unit_code, unit_name, code, project, project_key, year, kind, budget, executed,
        score, details, recorded_by, recorded_at, replaced)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0)";
    let (project, named) = (&evaluation.project, &evaluation.unit);
    let row = params![
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
        details,
        entry.by,
        entry.at.0,
    ];
    match sums.expected() {
        Some(expected) => expected.evaluation(id, evaluation, row)?,
        None => conn.prepare_cached(sql)?.execute(row).map(drop)?,
    }
    for (place, one) in (0_i64..).zip(&evaluation.indicators) {
        let sign = one.sign.map(Sign::term);
        let row = params![
            id.0, place, one.l1, one.l2, one.l3, sign, one.target, one.unit, one.actual, one.weight, one.score,
            one.reason
        ];
        sums.add(conn, &RESULT, row)?;
    }
    Ok(())
}
