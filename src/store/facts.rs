//! Answers `decide` from the tables, inside the writing transaction. Every question is served by an index.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::execute::Unwritable;
use super::{findings, rows};
use crate::domain::check::{Recorded, Waiver};
use crate::domain::evaluation::{Evaluation, Prior, PriorMatch, PriorReason};
use crate::domain::facts::{Act, Answer, County, Facts, Named, Opinion, Unreadable};
use crate::domain::ids::{EvaluationId, Seq, TargetId, UnitId};
use crate::domain::library::Standard;
use crate::domain::model::PRIOR_YEARS;
use crate::domain::people::{Admission, Unit, User};
use crate::domain::procedure::Procedure;
use crate::domain::revision::Point;
use crate::domain::target::{Link, ProjectName, Standing, Submission, Target, UnitName};
use crate::domain::text::name_key;
use crate::domain::time::Instant;

/// The facts of a file.
pub(super) struct SqlFacts<'a> {
    conn: &'a Connection,
    procedure: &'a Procedure,
    /// The targets that were asked about.
    asked: RefCell<BTreeSet<TargetId>>,
    /// Answers that a decision asks for more than once.
    target: Once<TargetId, Option<Target>>,
    submission: Once<(TargetId, u32), Option<Arc<Submission>>>,
    items: Once<(TargetId, u32), Arc<[String]>>,
    links: Once<(TargetId, u32), Vec<Link>>,
}

/// The last answer to a question.
type Once<K, V> = RefCell<Option<(K, V)>>;

/// The answer that was given before, or the one read now.
fn once<K: PartialEq, V: Clone>(known: &Once<K, V>, key: K, read: impl FnOnce() -> rusqlite::Result<V>) -> Answer<V> {
    if let Some((_, answer)) = known.borrow().as_ref().filter(|(of, _)| *of == key) {
        return Ok(answer.clone());
    }
    let answer = read().map_err(unreadable)?;
    *known.borrow_mut() = Some((key, answer.clone()));
    Ok(answer)
}

impl<'a> SqlFacts<'a> {
    pub(super) fn new(conn: &'a Connection, procedure: &'a Procedure) -> Self {
        Self {
            conn,
            procedure,
            asked: RefCell::default(),
            target: RefCell::default(),
            submission: RefCell::default(),
            items: RefCell::default(),
            links: RefCell::default(),
        }
    }

    /// The targets that were asked about.
    pub(super) fn asked(self) -> BTreeSet<TargetId> {
        self.asked.into_inner()
    }

    /// Notes that a target was asked about; gives its number.
    pub(super) fn of(&self, target: TargetId) -> i64 {
        self.asked.borrow_mut().insert(target);
        target.0
    }

    pub(super) const fn conn(&self) -> &Connection {
        self.conn
    }

    pub(super) fn deciding_stage(&self) -> &str {
        self.procedure.deciding().map_or("", |stage| stage.id.as_str())
    }

    pub(super) fn one<T>(
        &self,
        sql: &str,
        given: impl Params,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answer<Option<T>> {
        let row = self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_row(given, read).optional());
        row.map_err(unreadable)
    }

    pub(super) fn many<T>(
        &self,
        sql: &str,
        given: impl Params,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answer<Vec<T>> {
        let mut sql = self.conn.prepare_cached(sql).map_err(unreadable)?;
        let found = sql.query_map(given, read).and_then(Iterator::collect);
        found.map_err(unreadable)
    }

    pub(super) fn next(&self, table: &str) -> Answer<i64> {
        let last = self.one(&format!("select max(id) from {table}"), [], |row| row.get::<_, Option<i64>>(0))?;
        Ok(last.flatten().unwrap_or(0) + 1)
    }

    fn act(&self, sql: &str, target: TargetId) -> Answer<Option<Act>> {
        let row = self.one(sql, [self.of(target)], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get::<_, Option<String>>(4)?,
                row.get::<_, String>(5)?,
            ))
        })?;
        let Some((seq, by, at, kind, from, to)) = row else { return Ok(None) };
        let standing =
            |text: &str| serde_json::from_str::<Standing>(text).map_err(|error| Unreadable(error.to_string()));
        let from = from.as_deref().map(standing).transpose()?;
        Ok(Some(Act { seq: Seq(seq), by, at: Instant(at), kind, from, to: standing(&to)? }))
    }
}

/// What SQLite said, as the file's answer.
pub(super) fn unreadable(error: rusqlite::Error) -> Unreadable {
    Unwritable::from(error).into()
}

impl Facts for SqlFacts<'_> {
    fn county(&self) -> Answer<Option<County>> {
        self.one("select name, year, sample from county", [], rows::county)
    }

    fn procedure(&self) -> &Procedure {
        self.procedure
    }

    fn user(&self, name: &str) -> Answer<Option<User>> {
        rows::user(self.conn, name).map_err(unreadable)
    }

    fn admission(&self, name: &str) -> Answer<Option<Admission>> {
        rows::admission(self.conn, name).map_err(unreadable)
    }

    fn key_owner(&self, fingerprint: &str) -> Answer<Option<String>> {
        self.one("select user_name from user_key where fingerprint = ?1", [fingerprint], |row| row.get(0))
    }

    fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        self.one("select id, code, name, level, desk from unit where id = ?1", [id.0], rows::unit)
    }

    fn standards(&self) -> Answer<Vec<Standard>> {
        rows::standards(self.conn).map_err(unreadable)
    }

    fn standard(&self, name: &str) -> Answer<Option<Standard>> {
        let sql = "select s.field, s.l1, s.l2, s.name, s.sign, s.unit, s.usual, s.aliases from standard_name n
            join standard s on s.place = n.place where n.key = ?1 order by n.place limit 1";
        self.one(sql, [name_key(name)], rows::standard)
    }

    fn unit_named(&self, name: &UnitName) -> Answer<Option<Unit>> {
        if let Some(code) = &name.code {
            let by_code = "select id, code, name, level, desk from unit where code = ?1 order by id limit 1";
            if let Some(unit) = self.one(by_code, [code], rows::unit)? {
                return Ok(Some(unit));
            }
        }
        let by_name = "select id, code, name, level, desk from unit where name_key = ?1 order by id limit 1";
        self.one(by_name, [name_key(&name.name)], rows::unit)
    }

    fn target(&self, id: TargetId) -> Answer<Option<Target>> {
        self.of(id);
        once(&self.target, id, || rows::target(self.conn, id))
    }

    fn target_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<TargetId>> {
        let id = |row: &Row<'_>| row.get(0).map(TargetId);
        if let Some(code) = &project.code {
            let by_code = "select id from target where code = ?1 and year = ?2 order by id limit 1";
            if let Some(found) = self.one(by_code, params![code, year], id)? {
                return Ok(Some(found));
            }
        }
        let by_name = "select id from target where unit_id = ?1 and project_key = ?2 and year = ?3 order by id limit 1";
        self.one(by_name, params![unit.0, name_key(&project.name), year], id)
    }

    fn submission(&self, target: TargetId, round: u32) -> Answer<Option<Arc<Submission>>> {
        self.of(target);
        once(&self.submission, (target, round), || Ok(rows::submission(self.conn, target, round)?.map(Arc::new)))
    }

    fn items(&self, target: TargetId, round: u32) -> Answer<Arc<[String]>> {
        let submission = self.submission(target, round)?;
        let split = || submission.map_or_else(Arc::default, |submission| submission.items().into());
        once(&self.items, (target, round), || Ok(split()))
    }

    fn links(&self, target: TargetId, round: u32) -> Answer<Vec<Link>> {
        self.of(target);
        once(&self.links, (target, round), || rows::links(self.conn, target, round))
    }

    fn reviewed(&self, target: TargetId, round: u32) -> Answer<bool> {
        let sql = "select 1 from review where target_id = ?1 and round = ?2 and undone = 0 limit 1";
        Ok(self.one(sql, params![self.of(target), round], |_| Ok(()))?.is_some())
    }

    fn last_act(&self, target: TargetId) -> Answer<Option<Act>> {
        let sql = "select seq, actor, at, kind, from_standing, to_standing from step
            where target_id = ?1 and undone = 0 and kind <> 'act-undone' order by seq desc limit 1";
        self.act(sql, target)
    }

    fn last_step(&self, target: TargetId) -> Answer<Option<Act>> {
        let sql = "select seq, actor, at, kind, from_standing, to_standing from step
            where target_id = ?1 order by seq desc limit 1";
        self.act(sql, target)
    }

    fn evaluation_of(&self, unit: UnitId, evaluation: &Evaluation) -> Answer<Option<(EvaluationId, Evaluation)>> {
        let year = evaluation.year.unwrap_or_default();
        let (kind, project) = (evaluation.kind.id(), &evaluation.project);
        let id = |row: &Row<'_>| row.get(0).map(EvaluationId);
        let sql = "select id from evaluation where unit_id = ?1 and year = ?2 and kind = ?3 and replaced = 0
            and (code = ?4 or project_key = ?5) order by id limit 1";
        let given = params![unit.0, year, kind, project.code, name_key(&project.name)];
        let Some(found) = self.one(sql, given, id)? else { return Ok(None) };
        let known = rows::evaluation(self.conn, found).map_err(unreadable)?;
        Ok(known.map(|known| (found, known)))
    }

    fn priors_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<Prior>> {
        let sql = "with found (id, by_code) as (
                select id, 1 from evaluation where code = ?4 and year between ?1 - ?2 and ?1 - 1 and replaced = 0
                union
                select id, coalesce(code = ?4, 0) from evaluation
                where unit_id = ?3 and project_key = ?5 and year between ?1 - ?2 and ?1 - 1 and replaced = 0
            )
            select e.id, found.by_code from found join evaluation e on e.id = found.id order by e.year desc, e.id";
        let given = params![year, PRIOR_YEARS, unit.0, project.code, name_key(&project.name)];
        self.many(sql, given, |row| Ok(Prior { evaluation: EvaluationId(row.get(0)?), reason: reason(row.get(1)?) }))
    }

    fn targets_after(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Vec<(TargetId, PriorReason)>> {
        let sql = "select id, 1 as by_code from target where code = ?4 and year between ?1 + 1 and ?1 + ?2
            union
            select id, coalesce(code = ?4, 0) as by_code from target
            where unit_id = ?3 and project_key = ?5 and year between ?1 + 1 and ?1 + ?2 order by id";
        let given = params![year, PRIOR_YEARS, unit.0, project.code, name_key(&project.name)];
        self.many(sql, given, |row| Ok((TargetId(row.get(0)?), reason(row.get(1)?))))
    }

    fn evaluation(&self, id: EvaluationId) -> Answer<Option<Evaluation>> {
        rows::evaluation(self.conn, id).map_err(unreadable)
    }

    fn evaluations_near(&self, unit: UnitId, (from, to): (i32, i32)) -> Answer<Vec<Named<EvaluationId>>> {
        let sql = "select id, year, code, project from evaluation
            where unit_id = ?1 and year between ?2 and ?3 and replaced = 0 order by year desc, id";
        self.many(sql, params![unit.0, from, to], |row| named(row, EvaluationId))
    }

    fn targets_near(&self, unit: UnitId, (from, to): (i32, i32)) -> Answer<Vec<Named<TargetId>>> {
        let sql =
            "select id, year, code, project from target where unit_id = ?1 and year between ?2 and ?3 order by id";
        self.many(sql, params![unit.0, from, to], |row| named(row, TargetId))
    }

    fn priors(&self, target: TargetId) -> Answer<Vec<Prior>> {
        let sql = "select evaluation_id, reason, likeness from prior where target_id = ?1 order by evaluation_id";
        let read =
            |row: &Row<'_>| Ok(Prior { evaluation: EvaluationId(row.get(0)?), reason: rows::prior_reason(row, 1)? });
        self.many(sql, [self.of(target)], read)
    }

    fn targets_with(&self, evaluation: EvaluationId) -> Answer<Vec<(TargetId, i32, PriorReason)>> {
        let sql = "select p.target_id, t.year, p.reason, p.likeness from prior p join target t on t.id = p.target_id
            where p.evaluation_id = ?1 order by p.target_id";
        let read = |row: &Row<'_>| Ok((TargetId(row.get(0)?), row.get(1)?, rows::prior_reason(row, 2)?));
        self.many(sql, [evaluation.0], read)
    }

    fn prior_matches(&self, target: TargetId, round: u32) -> Answer<Vec<PriorMatch>> {
        self.of(target);
        rows::prior_matches(self.conn, target, round).map_err(unreadable)
    }

    fn recorded(&self, target: TargetId) -> Answer<Option<Recorded>> {
        self.of(target);
        findings::recorded(self.conn, target).map_err(unreadable)
    }

    fn waivers(&self, target: TargetId) -> Answer<Vec<Waiver>> {
        self.of(target);
        findings::waivers(self.conn, target).map_err(unreadable)
    }

    fn with_block(&self, year: i32, unit: UnitId, block: &str) -> Answer<Vec<(TargetId, String)>> {
        let sql = "select id, project from target where unit_id = ?1 and year = ?2 and block = ?3 order by id";
        self.many(sql, params![unit.0, year, block], |row| Ok((TargetId(row.get(0)?), row.get(1)?)))
    }

    fn opinion(&self, target: TargetId, review: Seq) -> Answer<Option<Opinion>> {
        let sql = "select round, stage, opinion = '' from review where seq = ?1 and target_id = ?2 and undone = 0";
        let read = |row: &Row<'_>| Ok(Opinion { round: row.get(0)?, stage: row.get(1)?, is_blank: row.get(2)? });
        self.one(sql, [review.0, self.of(target)], read)
    }

    fn points(&self, target: TargetId) -> Answer<Vec<Point>> {
        self.of(target);
        rows::points(self.conn, target).map_err(unreadable)
    }

    fn next_unit(&self) -> Answer<UnitId> {
        self.next("unit").map(UnitId)
    }

    fn next_target(&self) -> Answer<TargetId> {
        self.next("target").map(TargetId)
    }

    fn next_evaluation(&self) -> Answer<EvaluationId> {
        self.next("evaluation").map(EvaluationId)
    }
}

fn named<T>(row: &Row<'_>, id: fn(i64) -> T) -> rusqlite::Result<Named<T>> {
    let project = ProjectName { code: row.get(2)?, name: row.get(3)? };
    Ok(Named { id: id(row.get(0)?), year: row.get(1)?, project })
}

fn reason(by_code: bool) -> PriorReason {
    if by_code { PriorReason::Code } else { PriorReason::Name }
}
