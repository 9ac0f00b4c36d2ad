//! The execution of targets: openings, the desk's word on evaluations, forms of monitoring with what was decided, filling warnings.

use rusqlite::{Connection, params};

use super::Done;
use super::lasting::PROGRESS;
use super::sums::Sums;
use super::value::{bound, number, said, text};
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::progress::{Cause, Light, Monitoring, light};
use crate::domain::execution::rule;
use crate::domain::facts::Entry;
use crate::domain::ids::TargetId;
use crate::store::rows;

pub(super) fn apply(conn: &Connection, entry: &Entry, act: &ExecutionEvent, sums: &mut Sums) -> Done {
    match act {
        ExecutionEvent::EvaluationsOpened { year, approved, due } => {
            let sql = "insert into evaluation_opening (year, approved, due, made_by, at) values (?1, ?2, ?3, ?4, ?5)";
            let row = params![year, approved.to_string(), due.to_string(), entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
        ExecutionEvent::EvaluationJudged { evaluation, accepted, opinion, .. } => {
            let sql = "update evaluation set judged = ?2, judgement = ?3, judged_by = ?4, judged_at = ?5 where id = ?1";
            let judged = if *accepted { "accepted" } else { "returned" };
            let row = [number(evaluation.0), text(judged), text(opinion), text(&entry.by), number(entry.at.0)];
            match sums.expected() {
                Some(expected) => expected.judged(*evaluation, &row[1..]),
                None => conn.prepare_cached(sql)?.execute(bound(&row)).map(drop),
            }
        }
        ExecutionEvent::MonitoringFilled { target, monitoring, light, late } => {
            fill(conn, entry, *target, monitoring, (*light, *late), sums)
        }
        ExecutionEvent::MonitoringDisposed { target, period, disposal, opinion, due } => {
            let sql = "update monitoring set disposal = ?3, opinion = ?4, due = ?5, disposed_by = ?6, disposed_at = ?7,
                rectified = null, rectified_by = null, rectified_at = null
                where target_id = ?1 and period = ?2 and replaced = 0";
            let due = due.map(|due| due.to_string());
            let row = params![target.0, period, disposal.id(), opinion, due, entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
        ExecutionEvent::MonitoringRectified { target, period, text } => {
            let sql = "update monitoring set rectified = ?3, rectified_by = ?4, rectified_at = ?5
                where target_id = ?1 and period = ?2 and replaced = 0";
            let row = params![target.0, period, text, entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
        ExecutionEvent::WarningRaised { target, period, warning, places } => {
            let sql =
                "insert into filling_warning (seq, target_id, period, kind, places, raised_by, raised_at, corrected_by,
                corrected_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, null, null)";
            let places: Vec<String> = places.iter().map(u32::to_string).collect();
            let row = params![entry.seq.0, target.0, period, warning.id(), places.join(","), entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
        ExecutionEvent::WarningCorrected { target, period, warning } => {
            let sql = "update filling_warning set corrected_by = ?4, corrected_at = ?5
                where target_id = ?1 and period = ?2 and kind = ?3 and corrected_at is null";
            let row = params![target.0, period, warning.id(), entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row).map(drop)
        }
    }
}

fn fill(
    conn: &Connection,
    entry: &Entry,
    target: TargetId,
    monitoring: &Monitoring,
    (whole, late): (Light, u32),
    sums: &mut Sums,
) -> Done {
    let sql = "update monitoring set replaced = 1 where target_id = ?1 and period = ?2 and replaced = 0";
    conn.prepare_cached(sql)?.execute(params![target.0, monitoring.period])?;
    let sql = "insert into monitoring (seq, target_id, period, budget, executed, expected, light, late, filled_by, at, replaced)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)";
    conn.prepare_cached(sql)?.execute(params![
        entry.seq.0,
        target.0,
        monitoring.period,
        monitoring.budget.map(|amount| amount.0),
        monitoring.executed.map(|amount| amount.0),
        monitoring.expected.map(|amount| amount.0),
        whole.id(),
        late,
        entry.by,
        entry.at.0,
    ])?;
    let month = rule::period(&monitoring.period).map_or(12, |period| period.month);
    let (round, ..) = sums.stands(conn, target)?;
    let indicators = rows::indicators(sums.contents(conn), target, round)?;
    for (place, one) in (0_i64..).zip(&monitoring.indicators) {
        let indicator = usize::try_from(place).ok().and_then(|place| indicators.get(place));
        let lit = indicator.and_then(|indicator| light(indicator, one, month)).map(|lit| lit.light.id());
        let cause = one.cause.map(Cause::id);
        let (likelihood, cause, lit) = (text(one.likelihood.id()), said(cause), said(lit));
        let [value, expected, reason] = [&one.value, &one.expected, &one.reason].map(text);
        let row = [number(entry.seq.0), number(place), value, expected, likelihood, cause, reason, lit];
        sums.add(conn, &PROGRESS, &row)?;
    }
    Ok(())
}
