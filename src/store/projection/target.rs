//! Targets: registering, and the steps from standing to standing.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};

use super::sums::Sums;
use super::value::{self, bound, number, text};
use super::{Done, Stamp};
use crate::domain::event::Event;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::people::Unit;
use crate::domain::target::{ProjectName, Standing};
use crate::domain::text::name_key;
use crate::store::search::{self, Spelled};

pub(super) fn register(conn: &Connection, event: &Event, sums: &mut Sums) -> Done {
    let Event::TargetRegistered { target, year, unit, project, category, procedure, prior, to } = event else {
        return Ok(());
    };
    let unit_of = sums.unit(conn, *unit)?;
    let (named, desk) = &*unit_of;
    let key = name_key(&project.name);
    let fixed = &[
        number(target.0),
        number(*year),
        number(unit.0),
        text(desk),
        value::said(project.code.as_ref()),
        text(&project.name),
        text(&key),
        value::said(category.as_ref()),
        text(procedure),
    ];
    match sums.expected() {
        Some(expected) => expected.register(*target, (*year, *unit), fixed, to)?,
        None => insert(conn, fixed, to)?,
    }
    for one in prior {
        super::prior::belongs(conn, *target, one.evaluation, one.reason, sums)?;
    }
    if !prior.is_empty() {
        sums.score(*target);
    }
    find_by_name(conn, *target, named, project, sums)
}

/// A unit that is known otherwise, and what its targets hold of it: the desk whose queue they stand in, the name under which they are found.
pub(super) fn unit_changed(conn: &Connection, from: &Unit, to: &Unit, sums: &mut Sums) -> Done {
    super::setup::unit_changed(conn, to)?;
    sums.forget(to.id);
    if sums.proves() {
        return Ok(());
    }
    if from.desk != to.desk {
        let sql = "update target set desk = ?2 where unit_id = ?1";
        conn.prepare_cached(sql)?.execute(params![to.id.0, to.desk])?;
    }
    if from.name == to.name { Ok(()) } else { find_anew(conn, from, to, sums) }
}

/// Takes a unit's targets out of the search under one name, and puts them in under another.
fn find_anew(conn: &Connection, from: &Unit, to: &Unit, sums: &mut Sums) -> Done {
    let sql = "select id, project, code from target where unit_id = ?1 order by id";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let targets: Vec<(i64, String, Option<String>)> =
        conn.prepare_cached(sql)?.query_map([to.id.0], read)?.collect::<Result<_, _>>()?;
    let (old, new) = (sums.spelled(&from.name), sums.spelled(&to.name));
    let out = "insert into target_search (target_search, rowid, names, initials) values ('delete', ?1, ?2, ?3)";
    for (target, project, code) in targets {
        let project = sums.spelled(&project);
        for (sql, unit) in [(out, &old), (FOUND, &new)] {
            let [names, initials] = search::words(&project, unit, code.as_deref()).map(|column| search::text(&column));
            conn.prepare_cached(sql)?.execute(params![target, names, initials])?;
        }
    }
    Ok(())
}

/// Puts a target into the search.
const FOUND: &str = "insert into target_search (rowid, names, initials) values (?1, ?2, ?3)";

fn insert(conn: &Connection, fixed: &[ValueRef<'_>], to: &Standing) -> Done {
    let sql = "insert into target (id, year, unit_id, desk, code, project, project_key, category, procedure, version, state, stage,
        round, returns, answered, resume, grade, due, since, key_project, uncovered, orphans, findings, alarms)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0, 0, 0, 0)";
    let due = to.due.map(|due| due.to_string());
    let row: Vec<ValueRef<'_>> = fixed.iter().copied().chain(stands_so(to, due.as_deref())).collect();
    conn.prepare_cached(sql)?.execute(bound(&row)).map(drop)
}

/// The columns of a target that its standing gives, in the table's order; `due` is its day as written.
pub(super) fn stands_so<'s>(at: &'s Standing, due: Option<&'s str>) -> [ValueRef<'s>; 10] {
    [
        text(at.state.id()),
        text(at.stage.as_deref().unwrap_or_default()),
        number(at.round),
        number(at.returns),
        value::maybe(at.answered),
        value::said(at.resume.as_ref()),
        value::said(at.grade.map(Grade::term)),
        value::said(due),
        number(at.since.0),
        number(at.key_project),
    ]
}

/// Round, amount (分), last day for the unit, state, stage.
pub(super) type Stands = (u32, Option<i64>, Option<String>, String, String);

/// How a target stands.
pub(super) fn stands(conn: &Connection, target: TargetId) -> rusqlite::Result<Stands> {
    let sql = "select round, amount, due, state, stage from target where id = ?1";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    conn.prepare_cached(sql)?.query_row([target.0], read)
}

/// Puts the names under which a target is found into the search.
fn find_by_name(conn: &Connection, target: TargetId, unit: &Spelled, project: &ProjectName, sums: &mut Sums) -> Done {
    let words = search::words(&sums.spelled(&project.name), unit, project.code.as_deref());
    if let Some(expected) = sums.expected() {
        return expected.named(conn, target, &words);
    }
    let [names, initials] = words.map(|column| search::text(&column));
    conn.prepare_cached(FOUND)?.execute(params![target.0, names, initials]).map(drop)
}

/// Moves a target from where it stood (nowhere, if it is new) to where it stands, and its place in the counts with it.
pub(super) fn step(
    conn: &Connection,
    target: TargetId,
    (from, to): (Option<&Standing>, &Standing),
    stamp: Stamp<'_>,
    sums: &mut Sums,
) -> Done {
    let moves = from.is_none_or(|from| (&from.state, &from.stage) != (&to.state, &to.stage));
    if let Some(from) = from {
        if moves {
            sums.count(conn, target, -1)?;
        }
        match sums.expected() {
            Some(expected) => expected.step(target, to)?,
            None => stand(conn, target, from, to)?,
        }
    }
    if moves {
        sums.count(conn, target, 1)?;
    }
    sums.step(conn, target, (from, to), stamp)
}

/// Writes where a target stands now. Columns that the indexes of places hold are written only where they change: SQLite writes an index
/// anew whenever one of its columns is set, to whatever.
fn stand(conn: &Connection, target: TargetId, from: &Standing, to: &Standing) -> Done {
    let moves = (&from.state, &from.stage, from.since) != (&to.state, &to.stage, to.since);
    let queued = match (moves, from.state == to.state) {
        (false, _) => "",
        (true, true) => ", stage = ?9, since = ?10",
        (true, false) => ", stage = ?9, since = ?10, state = ?11",
    };
    let due = to.due.map(|due| due.to_string());
    let (stage, grade) = (to.stage.as_deref().unwrap_or_default(), to.grade.map(Grade::term));
    let row = params![
        target.0,
        to.round,
        to.returns,
        to.answered,
        to.resume,
        grade,
        due,
        to.key_project,
        stage,
        to.since.0,
        to.state.id()
    ];
    let sql = format!(
        "update target set version = version + 1, round = ?2, returns = ?3, answered = ?4, resume = ?5, grade = ?6, due = ?7,
        key_project = ?8{queued} where id = ?1"
    );
    let mut sql = conn.prepare_cached(&sql)?;
    let asked = sql.parameter_count();
    sql.execute(row.get(..asked).unwrap_or(row)).map(drop)
}
