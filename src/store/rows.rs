//! Rows of the tables as domain types; shared by `facts` and `read`.

use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Row, params};

use crate::domain::correspondence::Ground;
use crate::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind, PriorMatch, PriorReason};
use crate::domain::facts::County;
use crate::domain::grade::Grade;
use crate::domain::handin::Severity;
use crate::domain::ids::{EvaluationId, Seq, TargetId, UnitId};
use crate::domain::library::Standard;
use crate::domain::measure::Sign;
use crate::domain::money::Money;
use crate::domain::people::{Admission, Grant, Role, Scope, Unit, UnitLevel, User};
use crate::domain::revision::Point;
use crate::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Standing, State, Submission, Target, UnitName};
use crate::domain::time::Instant;

type Sql<T> = rusqlite::Result<T>;

/// A value that the program cannot understand, at its column.
pub(super) fn strange(column: usize, text: &str) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, format!("“{text}”").into())
}

pub(super) fn county(row: &Row<'_>) -> Sql<County> {
    Ok(County { name: row.get(0)?, year: row.get(1)?, sample: row.get(2)? })
}

/// id, code, name, level, desk, from a column on.
pub(super) fn unit_at(row: &Row<'_>, first: usize) -> Sql<Unit> {
    let level: String = row.get(first + 3)?;
    let level = UnitLevel::of_id(&level).ok_or_else(|| strange(first + 3, &level))?;
    let id = UnitId(row.get(first)?);
    Ok(Unit { id, code: row.get(first + 1)?, name: row.get(first + 2)?, level, desk: row.get(first + 4)? })
}

/// id, code, name, level, desk.
pub(super) fn unit(row: &Row<'_>) -> Sql<Unit> {
    unit_at(row, 0)
}

/// field, l1, l2, name, sign, unit, usual, aliases.
pub(super) fn standard(row: &Row<'_>) -> Sql<Standard> {
    let aliases: String = row.get(7)?;
    Ok(Standard {
        field: row.get(0)?,
        l1: row.get(1)?,
        l2: row.get(2)?,
        name: row.get(3)?,
        sign: sign_of(4, row.get(4)?)?,
        unit: row.get(5)?,
        usual: row.get(6)?,
        aliases: serde_json::from_str(&aliases).map_err(|_| strange(7, &aliases))?,
    })
}

/// The county's own standard indicators, in their order.
pub(super) fn standards(conn: &Connection) -> Sql<Vec<Standard>> {
    let sql = "select field, l1, l2, name, sign, unit, usual, aliases from standard order by place";
    conn.prepare_cached(sql)?.query_map([], standard)?.collect()
}

pub(super) fn user(conn: &Connection, name: &str) -> Sql<Option<User>> {
    let login = conn
        .prepare_cached("select login from \"user\" where name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    let Some(login) = login else { return Ok(None) };
    let mut sql = conn.prepare_cached("select role, scope, bound from role where user_name = ?1 order by place")?;
    let grants = sql.query_map([name], grant)?.collect::<Sql<Vec<_>>>()?;
    Ok(Some(User { name: name.to_owned(), login, grants }))
}

pub(super) fn admission(conn: &Connection, name: &str) -> Sql<Option<Admission>> {
    let sql = "select r.role, r.scope, r.bound, u.disabled is not null from \"user\" u
        join role r on r.user_name = u.name where u.name = ?1 order by r.place";
    let mut sql = conn.prepare_cached(sql)?;
    let mut rows = sql.query([name])?;
    let mut found: Option<Admission> = None;
    while let Some(row) = rows.next()? {
        let admission = found.get_or_insert_default();
        admission.disabled = row.get(3)?;
        admission.grants.push(grant(row)?);
    }
    Ok(found)
}

fn grant(row: &Row<'_>) -> Sql<Grant> {
    let (role, scope, bound): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let bound = bound.unwrap_or_default();
    let scope = match scope.as_str() {
        "county" => Scope::County,
        "unit" => Scope::Unit(UnitId(bound.parse().map_err(|_| strange(2, &bound))?)),
        "desk" => Scope::Desk(bound),
        other => return Err(strange(1, other)),
    };
    Ok(Grant { role: Role::of_id(&role).ok_or_else(|| strange(0, &role))?, scope })
}

/// The columns of a standing, in the order of `standing_at`.
pub(super) const STANDING: &str = "t.state, t.stage, t.round, t.returns, t.answered, t.resume, t.grade, t.due, t.since,
    t.key_project";

/// A state.
pub(super) fn state_at(row: &Row<'_>, column: usize) -> Sql<State> {
    let state: String = row.get(column)?;
    State::of_id(&state).ok_or_else(|| strange(column, &state))
}

/// A standing from a column on.
pub(super) fn standing_at(row: &Row<'_>, first: usize) -> Sql<Standing> {
    let at_stage: String = row.get(first + 1)?;
    let grade: Option<String> = row.get(first + 6)?;
    let due: Option<String> = row.get(first + 7)?;
    Ok(Standing {
        state: state_at(row, first)?,
        stage: (!at_stage.is_empty()).then_some(at_stage),
        round: row.get(first + 2)?,
        returns: row.get(first + 3)?,
        answered: row.get(first + 4)?,
        resume: row.get(first + 5)?,
        grade: grade_of(first + 6, grade)?,
        due: due.map(|due| due.parse().map_err(|_| strange(first + 7, &due))).transpose()?,
        since: Instant(row.get(first + 8)?),
        key_project: row.get(first + 9)?,
    })
}

/// A grade as stored.
pub(super) fn grade_of(column: usize, text: Option<String>) -> Sql<Option<Grade>> {
    text.map(|text| text.parse().map_err(|_| strange(column, &text))).transpose()
}

fn sign_of(column: usize, text: Option<String>) -> Sql<Option<Sign>> {
    text.map(|text| text.parse().map_err(|_| strange(column, &text))).transpose()
}

pub(super) fn target(conn: &Connection, id: TargetId) -> Sql<Option<Target>> {
    let sql = format!(
        "select t.year, t.unit_id, t.code, t.project, t.category, t.procedure, t.version, {STANDING} from target t where t.id = ?1"
    );
    let read = |row: &Row<'_>| {
        Ok(Target {
            id,
            year: row.get(0)?,
            unit: UnitId(row.get(1)?),
            project: ProjectName { code: row.get(2)?, name: row.get(3)? },
            category: row.get(4)?,
            procedure: row.get(5)?,
            version: row.get(6)?,
            standing: standing_at(row, 7)?,
        })
    };
    conn.prepare_cached(&sql)?.query_row([id.0], read).optional()
}

pub(super) fn submission(conn: &Connection, target: TargetId, round: u32) -> Sql<Option<Submission>> {
    let sql = "select amount, objective, source, until from submission where target_id = ?1 and round = ?2";
    let head = |row: &Row<'_>| Ok((row.get::<_, Option<i64>>(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let found = conn.prepare_cached(sql)?.query_row(params![target.0, round], head).optional()?;
    let Some((amount, objective, source, until)) = found else { return Ok(None) };
    let indicators = indicators(conn, target, round)?;
    Ok(Some(Submission { amount: amount.map(Money), objective, indicators, source, until }))
}

/// The indicators of a submission, in their order.
pub(super) fn indicators(conn: &Connection, target: TargetId, round: u32) -> Sql<Vec<Indicator>> {
    let sql = "select l1, l2, l3, sign, value, unit, weight, raw from indicator where target_id = ?1 and round = ?2 order by place";
    conn.prepare_cached(sql)?.query_map(params![target.0, round], indicator)?.collect()
}

fn indicator(row: &Row<'_>) -> Sql<Indicator> {
    Ok(Indicator {
        l1: row.get(0)?,
        l2: row.get(1)?,
        l3: row.get(2)?,
        sign: sign_of(3, row.get(3)?)?,
        value: row.get(4)?,
        unit: row.get(5)?,
        weight: row.get(6)?,
        raw: row.get(7)?,
    })
}

pub(super) fn links(conn: &Connection, target: TargetId, round: u32) -> Sql<Vec<Link>> {
    let sql = "select objective, indicator, origin, confidence, made_by, grounds from link
        where target_id = ?1 and round = ?2 order by objective, indicator";
    let read = |row: &Row<'_>| {
        let origin: String = row.get(2)?;
        Ok(Link {
            objective: row.get(0)?,
            indicator: row.get(1)?,
            origin: LinkOrigin::of_id(&origin).ok_or_else(|| strange(2, &origin))?,
            confidence: row.get(3)?,
            by: row.get(4)?,
            grounds: grounds(5, &row.get::<_, String>(5)?)?,
        })
    };
    conn.prepare_cached(sql)?.query_map(params![target.0, round], read)?.collect()
}

/// The grounds of a link as they are stored: canonical JSON, nothing for none.
pub(super) fn grounds_text(grounds: &[Ground]) -> Sql<String> {
    if grounds.is_empty() {
        return Ok(String::new());
    }
    serde_json::to_string(grounds).map_err(|error| Error::ToSqlConversionFailure(error.into()))
}

fn grounds(column: usize, text: &str) -> Sql<Vec<Ground>> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    serde_json::from_str(text).map_err(|_| strange(column, text))
}

/// Why an evaluation is a target's: its id and likeness, from a column on.
pub(super) fn prior_reason(row: &Row<'_>, first: usize) -> Sql<PriorReason> {
    let id: String = row.get(first)?;
    PriorReason::of_id(&id, row.get(first + 1)?).ok_or_else(|| strange(first, &id))
}

pub(super) fn prior_matches(conn: &Connection, target: TargetId, round: u32) -> Sql<Vec<PriorMatch>> {
    let sql = "select indicator, evaluation_id, earlier, made_by from prior_match
        where target_id = ?1 and round = ?2 order by indicator, evaluation_id";
    let read = |row: &Row<'_>| {
        let evaluation = EvaluationId(row.get(1)?);
        Ok(PriorMatch { indicator: row.get(0)?, evaluation, earlier: row.get(2)?, by: row.get(3)? })
    };
    conn.prepare_cached(sql)?.query_map(params![target.0, round], read)?.collect()
}

pub(super) fn points(conn: &Connection, target: TargetId) -> Sql<Vec<Point>> {
    let sql = "select review, round, answered, made_by from point where target_id = ?1 order by review";
    let read = |row: &Row<'_>| {
        Ok(Point { review: Seq(row.get(0)?), round: row.get(1)?, answered: row.get(2)?, by: row.get(3)? })
    };
    conn.prepare_cached(sql)?.query_map([target.0], read)?.collect()
}

pub(super) fn evaluation(conn: &Connection, id: EvaluationId) -> Sql<Option<Evaluation>> {
    let sql =
        "select unit_code, unit_name, code, project, year, kind, budget, executed, score from evaluation where id = ?1";
    let read = |row: &Row<'_>| {
        let kind: String = row.get(5)?;
        Ok(Evaluation {
            unit: UnitName { code: row.get(0)?, name: row.get(1)? },
            project: ProjectName { code: row.get(2)?, name: row.get(3)? },
            year: row.get(4)?,
            kind: EvaluationKind::of_id(&kind).ok_or_else(|| strange(5, &kind))?,
            budget: row.get::<_, Option<i64>>(6)?.map(Money),
            executed: row.get::<_, Option<i64>>(7)?.map(Money),
            score: row.get(8)?,
            indicators: Vec::new(),
        })
    };
    let Some(mut evaluation) = conn.prepare_cached(sql)?.query_row([id.0], read).optional()? else { return Ok(None) };
    let sql = "select l1, l2, l3, sign, target, unit, actual, weight, score, reason
        from evaluation_indicator where evaluation_id = ?1 order by place";
    evaluation.indicators =
        conn.prepare_cached(sql)?.query_map([id.0], evaluation_indicator)?.collect::<Sql<Vec<_>>>()?;
    Ok(Some(evaluation))
}

fn evaluation_indicator(row: &Row<'_>) -> Sql<EvaluationIndicator> {
    Ok(EvaluationIndicator {
        l1: row.get(0)?,
        l2: row.get(1)?,
        l3: row.get(2)?,
        sign: sign_of(3, row.get(3)?)?,
        target: row.get(4)?,
        unit: row.get(5)?,
        actual: row.get(6)?,
        weight: row.get(7)?,
        score: row.get(8)?,
        reason: row.get(9)?,
    })
}

/// The id of a severity in the tables.
pub(super) const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// A severity as stored.
pub(super) fn severity_of(column: usize, text: &str) -> Sql<Severity> {
    let all = [Severity::Error, Severity::Warning, Severity::Hint];
    all.into_iter().find(|severity| severity_id(*severity) == text).ok_or_else(|| strange(column, text))
}
