//! Targets: registering, the steps from standing to standing, and the counts that follow.

use rusqlite::{Connection, OptionalExtension, params};

use super::Done;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::target::Standing;
use crate::domain::text::name_key;
use crate::store::search;

pub(super) fn register(conn: &Connection, event: &Event) -> Done {
    let Event::TargetRegistered { target, year, unit, project, category, procedure, prior, to } = event else {
        return Ok(());
    };
    let sql = "insert into target (id, year, unit_id, desk, code, project, project_key, category, procedure, version, state, stage,
        round, returns, since, key_project, uncovered, orphans, findings, alarms)
        select ?1, ?2, u.id, u.desk, ?4, ?5, ?6, ?7, ?8, 0, ?9, '', ?10, ?11, ?12, ?13, 0, 0, 0, 0 from unit u where u.id = ?3";
    let (key, state) = (name_key(&project.name), to.state.id());
    let row = params![
        target.0,
        year,
        unit.0,
        project.code,
        project.name,
        key,
        category,
        procedure,
        state,
        to.round,
        to.returns,
        to.since.0,
        to.key_project,
    ];
    conn.prepare_cached(sql)?.execute(row)?;
    for one in prior {
        super::prior::belongs(conn, *target, one.evaluation, one.reason)?;
    }
    super::prior::refresh(conn, *target)?;
    find_by_name(conn, *target)
}

/// Puts the names under which a target is found into the search.
fn find_by_name(conn: &Connection, target: TargetId) -> Done {
    let sql = "select t.project, u.name, t.code from target t join unit u on u.id = t.unit_id where t.id = ?1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
    };
    let (project, unit, code) = conn.prepare_cached(sql)?.query_row([target.0], read)?;
    let (names, initials) = search::index_text(&project, &unit, code.as_deref());
    let sql = "insert into target_search (rowid, names, initials) values (?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute(params![target.0, names, initials])?;
    Ok(())
}

/// Moves a target to where the event says, and its place in the counts with it.
pub(super) fn step(conn: &Connection, entry: &Entry) -> Done {
    let (Some(target), Some((from, to))) = (entry.event.target(), entry.event.step()) else { return Ok(()) };
    let is_new = matches!(entry.event, Event::TargetRegistered { .. });
    let place = |standing: &Standing| (standing.state, standing.stage.clone());
    let moves = from.is_none_or(|from| place(from) != place(to));
    if moves && !is_new {
        count(conn, target, -1)?;
    }
    stand(conn, target, to)?;
    if moves {
        count(conn, target, 1)?;
    }
    let text = |standing: &Standing| {
        serde_json::to_string(standing).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    };
    let sql = "insert into step (seq, target_id, at, actor, kind, from_standing, to_standing, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
    let (seq, at, kind) = (entry.seq.0, entry.at.0, entry.event.kind());
    let row = params![seq, target.0, at, entry.by, kind, from.map(text).transpose()?, text(to)?];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn stand(conn: &Connection, target: TargetId, to: &Standing) -> Done {
    let sql = "update target set version = version + 1, round = ?2, returns = ?3, answered = ?4, resume = ?5, grade = ?6, due = ?7,
        key_project = ?8 where id = ?1";
    let due = to.due.map(|due| due.to_string());
    let row =
        params![target.0, to.round, to.returns, to.answered, to.resume, to.grade.map(Grade::term), due, to.key_project];
    conn.prepare_cached(sql)?.execute(row)?;
    // Apart, because every queue's index holds these: a step that stays in its place writes none of them.
    let sql = "update target set state = ?2, stage = ?3, since = ?4 where id = ?1 and (state <> ?2 or stage <> ?3 or since <> ?4)";
    let stage = to.stage.as_deref().unwrap_or_default();
    conn.prepare_cached(sql)?.execute(params![target.0, to.state.id(), stage, to.since.0])?;
    Ok(())
}

/// Adds a target to the counts of its place, or takes it off. A count of nothing is no row, so that replaying gives the same table.
pub(super) fn count(conn: &Connection, target: TargetId, sign: i64) -> Done {
    let sql = "insert into tally (year, unit_id, state, stage, count, amount)
        select year, unit_id, state, stage, ?2, ?2 * coalesce(amount, 0) from target where id = ?1
        on conflict (year, state, stage, unit_id) do update set count = count + excluded.count, amount = amount + excluded.amount
        returning year, state, stage, unit_id, count";
    let read = |row: &rusqlite::Row<'_>| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, i64>(3)?,
            row.get::<_, i64>(4)?,
        ))
    };
    let touched = conn.prepare_cached(sql)?.query_row(params![target.0, sign], read).optional()?;
    if let Some((year, state, stage, unit, 0)) = touched {
        let sql = "delete from tally where year = ?1 and state = ?2 and stage = ?3 and unit_id = ?4";
        conn.prepare_cached(sql)?.execute(params![year, state, stage, unit])?;
    }
    Ok(())
}
