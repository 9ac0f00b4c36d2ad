//! Evaluations of earlier years.

use rusqlite::Connection;

use super::lasting::RESULT;
use super::sums::Sums;
use super::value::{bound, maybe, number, said, text};
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
    let key = name_key(&project.name);
    let row = [
        number(id.0),
        number(unit.0),
        said(named.code.as_ref()),
        text(&named.name),
        said(project.code.as_ref()),
        text(&project.name),
        text(&key),
        maybe(evaluation.year),
        text(evaluation.kind.id()),
        maybe(evaluation.budget.map(|amount| amount.0)),
        maybe(evaluation.executed.map(|amount| amount.0)),
        said(evaluation.score.as_ref()),
        text(details),
        text(&entry.by),
        number(entry.at.0),
    ];
    match sums.expected() {
        Some(expected) => expected.evaluation(id, evaluation, &row)?,
        None => conn.prepare_cached(sql)?.execute(bound(&row)).map(drop)?,
    }
    for (place, one) in (0_i64..).zip(&evaluation.indicators) {
        let sign = one.sign.map(Sign::term);
        let [l1, l2, l3] = [&one.l1, &one.l2, &one.l3].map(|text| said(text.as_ref()));
        let [target, unit, actual] = [&one.target, &one.unit, &one.actual].map(|text| said(text.as_ref()));
        let [weight, score, reason] = [&one.weight, &one.score, &one.reason].map(|text| said(text.as_ref()));
        let (id, place, sign) = (number(id.0), number(place), said(sign));
        sums.add(conn, &RESULT, &[id, place, l1, l2, l3, sign, target, unit, actual, weight, score, reason])?;
    }
    Ok(())
}
