//! Queues: windows of a tab in its order, and lists that stream.
//!
//! A window is found by the key of a row known to the asker, never by counting rows off, so it costs the same at any depth.

use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use super::arms::{Arm, Clause, Part, Whereabouts, arms};
use super::compile::Terms;
use super::scope::{Key, Plan, Scope};
use super::veil;
use crate::domain::access::{self, Duty, Sight};
use crate::domain::check;
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::query::{Condition, Query};
use crate::domain::target::State;
use crate::domain::view::{QueueAsk, QueuePage, QueueRow, Sort, Tab, Tally, Window};
use crate::store::facts::unreadable;
use crate::store::{Store, rows, search};

/// Rows that a list fetches at a time.
const SLICE: u32 = 512;
/// Up to how many targets are looked up one by one to put them in order; walking along an index finds a page of more of them sooner.
const FEW: i64 = 2_000;
/// Keys that are asked of a statement at least.
const LEAST: u32 = 8;

impl Store {
    /// A part of a queue.
    pub fn queue(&self, viewer: &User, ask: &QueueAsk) -> Answer<QueuePage> {
        let scope = self.scope(viewer, Some(ask.year), &ask.tab, ask.filter.as_ref(), ask.sort)?;
        if scope.arms.is_empty() {
            return Ok(QueuePage::default());
        }
        let (keys, offset) = self.window(&scope, viewer, ask)?;
        Ok(QueuePage { rows: self.rows(&scope.sight, &keys)?, offset })
    }

    /// Count and money of a queue under its filter.
    pub fn filtered(&self, viewer: &User, ask: &QueueAsk) -> Answer<Tally> {
        let scope = self.scope(viewer, Some(ask.year), &ask.tab, ask.filter.as_ref(), ask.sort)?;
        self.sum(&scope)
    }

    /// Rows of all targets that a query finds, one by one in order; of the year under review unless the query names a year.
    /// What `each` refuses ends the list and is given back.
    pub fn list<E>(
        &self,
        viewer: &User,
        filter: Option<&Query>,
        sort: Sort,
        limit: Option<u64>,
        each: &mut dyn FnMut(QueueRow) -> Result<(), E>,
    ) -> Answer<Result<(), E>> {
        let year = self.county()?.map(|county| county.year);
        let scope = self.scope(viewer, year, &Tab::All, filter, sort)?;
        self.each(&scope, limit, each)
    }

    /// Rows of all targets that a tab of the queue shows under a filter, as [`Store::list`] gives them.
    pub fn list_tab<E>(
        &self,
        viewer: &User,
        (year, tab): (i32, &Tab),
        filter: Option<&Query>,
        sort: Sort,
        each: &mut dyn FnMut(QueueRow) -> Result<(), E>,
    ) -> Answer<Result<(), E>> {
        let scope = self.scope(viewer, Some(year), tab, filter, sort)?;
        self.each(&scope, None, each)
    }

    fn each<E>(
        &self,
        scope: &Scope,
        limit: Option<u64>,
        each: &mut dyn FnMut(QueueRow) -> Result<(), E>,
    ) -> Answer<Result<(), E>> {
        let mut left = limit.unwrap_or(u64::MAX);
        let mut after: Option<Key> = None;
        while left > 0 && !scope.arms.is_empty() {
            let slice = SLICE.min(u32::try_from(left).unwrap_or(SLICE));
            let beyond = after.map(|key| scope.beyond(key, false));
            let keys = self.keys(scope, beyond.as_ref(), false, slice)?;
            for row in self.rows(&scope.sight, &keys)? {
                if let Err(refused) = each(row) {
                    return Ok(Err(refused));
                }
            }
            left -= keys.len() as u64;
            after = keys.last().copied();
            if (keys.len() as u64) < u64::from(slice) {
                break;
            }
        }
        Ok(Ok(()))
    }

    /// A target's row; `None` when it is not there for this viewer.
    pub fn queue_row(&self, viewer: &User, id: TargetId) -> Answer<Option<QueueRow>> {
        let sight = access::sight(viewer);
        let unit = self.many("select unit_id from target where id = ?1", [id.0], |row| row.get(0).map(UnitId))?;
        if !unit.first().is_some_and(|unit| sight.shows(*unit)) {
            return Ok(None);
        }
        Ok(self.rows(&sight, &[(0, id.0)])?.into_iter().next())
    }

    pub(super) fn duties(&self, viewer: &User) -> Vec<Duty> {
        access::duties(viewer, &self.procedure)
    }

    pub(super) fn scope(
        &self,
        viewer: &User,
        year: Option<i32>,
        tab: &Tab,
        filter: Option<&Query>,
        sort: Sort,
    ) -> Answer<Scope> {
        let (duties, sight) = (self.duties(viewer), access::sight(viewer));
        let of = |year| arms(year, tab, &duties, &sight);
        let arms: Vec<Arm> = self.years(year, filter)?.into_iter().flat_map(of).collect();
        let plan = match filter.filter(|filter| looks_for_words(filter)) {
            Some(filter) if self.finds_few(filter)? => Plan::Few,
            Some(_) => Plan::Many,
            None => Plan::Arms,
        };
        let split = plan.goes_by_arms(&arms, sort);
        let merges = |part| split && arms.iter().any(|arm| arm.merged(sort).is_some_and(part));
        let units = if filter.is_some() || merges(|part| part != Part::Places) { self.units()? } else { Vec::new() };
        let mut pieces = Vec::new();
        for arm in arms {
            let places = if arm.merged(sort) == Some(Part::Places) { self.places_of(arm.year())? } else { Vec::new() };
            pieces.extend(if split { arm.pieces(sort, &units, &places) } else { vec![arm] });
        }
        let arms = pieces;
        let compiled = |filter: &Query| -> Answer<Clause> {
            let filter =
                filter.resolve_stages(&self.procedure).and_then(|filter| filter.resolve_checks(&check::names()));
            let filter = filter.map_err(|error| Unreadable(error.message))?;
            let procedure = &self.procedure;
            let terms = Terms { now: self.now(), units: &units, duties: &duties, sight: &sight, procedure };
            Ok(terms.compile(&filter))
        };
        let filter = filter.map(compiled).transpose()?;
        let arms = if filter.as_ref().is_some_and(Clause::never_holds) { Vec::new() } else { arms };
        Ok(Scope { arms, filter, plan, sort, sight })
    }

    /// Where targets of a year stand, or stood.
    fn places_of(&self, year: i32) -> Answer<Vec<(State, String)>> {
        let sql = "select distinct state, stage from tally where year = ?1";
        self.many(sql, [year], |row| Ok((rows::state_at(row, 0)?, row.get(1)?)))
    }

    /// Whether the words of a query are those of a few targets at most.
    fn finds_few(&self, query: &Query) -> Answer<bool> {
        Ok(match query {
            Query::And(parts) => {
                parts.iter().map(|part| self.finds_few(part)).collect::<Answer<Vec<_>>>()?.contains(&true)
            }
            Query::Or(parts) => {
                !parts.iter().map(|part| self.finds_few(part)).collect::<Answer<Vec<_>>>()?.contains(&false)
            }
            Query::Is(Condition::Words(text) | Condition::Project(text)) => {
                let Some(question) = search::question(text) else { return Ok(true) };
                let sql = "select count(*) from (select 1 from target_search where target_search match ?1 limit ?2)";
                let read = |row: &Row<'_>| row.get::<_, i64>(0);
                self.many(sql, params![question, FEW], read)?.iter().all(|found| *found < FEW)
            }
            Query::Not(_) | Query::Is(_) => false,
        })
    }

    /// The years of a question: all that the file knows if its filter names years itself, each for itself because the indexes
    /// begin with the year.
    fn years(&self, year: Option<i32>, filter: Option<&Query>) -> Answer<Vec<i32>> {
        match year.filter(|_| !filter.is_some_and(names_year)) {
            Some(year) => Ok(vec![year]),
            None => self.many("select distinct year from tally order by year", [], |row| row.get(0)),
        }
    }

    /// The keys of a window, and the place of its first row where the asker does not know it.
    fn window(&self, scope: &Scope, viewer: &User, ask: &QueueAsk) -> Answer<(Vec<Key>, Option<u64>)> {
        let limit = ask.limit;
        let first = || Ok((self.keys(scope, None, false, limit)?, Some(0)));
        let after = |key, limit| self.keys(scope, Some(&scope.beyond(key, false)), false, limit);
        let before = |key, limit| self.keys(scope, Some(&scope.beyond(key, true)), true, limit).map(reversed);
        match &ask.window {
            Window::First => first(),
            Window::Last => {
                let keys = reversed(self.keys(scope, None, true, limit)?);
                let all = match &ask.filter {
                    None => self.tally(viewer, ask.year, &ask.tab)?.count,
                    Some(_) => self.count(scope, None)?,
                };
                let offset = all.saturating_sub(keys.len() as u64);
                Ok((keys, Some(offset)))
            }
            Window::After(target) => {
                let key = self.key(scope, *target, false)?;
                Ok((key.map_or_else(|| Ok(Vec::new()), |key| after(key, limit))?, None))
            }
            Window::Before(target) => {
                let key = self.key(scope, *target, false)?;
                Ok((key.map_or_else(|| Ok(Vec::new()), |key| before(key, limit))?, None))
            }
            Window::Around(target) => {
                let _held = self.hold()?;
                let Some(key) = self.key(scope, *target, true)? else { return first() };
                let mut keys = before(key, limit / 2)?;
                let whole = keys.first().filter(|_| keys.len() == (limit / 2) as usize).copied();
                let offset = whole.map_or(Ok(0), |first| self.place(scope, first, viewer, ask))?;
                keys.push(key);
                keys.extend(after(key, limit - limit / 2)?);
                Ok((keys, Some(offset)))
            }
        }
    }

    /// The key of a target; `inside` asks whether it is in the queue at all.
    fn key(&self, scope: &Scope, target: TargetId, inside: bool) -> Answer<Option<Key>> {
        let column = scope.sort.key().0;
        let select = format!("select {column}, t.id from target t where t.id = ?");
        if !inside {
            return Ok(self.many(&select, [target.0], key)?.first().copied());
        }
        let mut conditions = scope.conditions(None);
        if scope.plan.goes_by_arms(&scope.arms, scope.sort) {
            // Of many pieces only one can hold it.
            let place = self.whereabouts(target)?;
            let own = scope.arms.iter().position(|arm| place.as_ref().is_some_and(|place| arm.holds(place)));
            conditions = own.map(|own| conditions.swap_remove(own)).into_iter().collect();
        }
        for Clause { sql, mut values } in conditions {
            values.insert(0, Value::from(target.0));
            if let Some(found) = self.many(&format!("{select} and {sql}"), params_from_iter(values), key)?.first() {
                return Ok(Some(*found));
            }
        }
        Ok(None)
    }

    /// What decides in which pieces a target lies.
    fn whereabouts(&self, target: TargetId) -> Answer<Option<Whereabouts>> {
        let sql = "select year, state, stage, unit_id, desk from target where id = ?1";
        let read = |row: &Row<'_>| {
            let (year, state, stage) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Whereabouts { year, state, stage, unit: UnitId(row.get(3)?), desk: row.get(4)? })
        };
        Ok(self.many(sql, [target.0], read)?.into_iter().next())
    }

    fn sum(&self, scope: &Scope) -> Answer<Tally> {
        let mut tally = Tally::default();
        for Clause { sql, values } in scope.conditions(None) {
            let sql = format!("select count(*), coalesce(sum(t.amount), 0) from target t where {sql}");
            let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?));
            for (count, amount) in self.many(&sql, params_from_iter(values), read)? {
                tally.count += count.unsigned_abs();
                tally.amount = tally.amount + Money(amount);
            }
        }
        Ok(tally)
    }

    /// How many rows there are, or lie beyond a key: without the money, so that the indexes alone answer.
    pub(super) fn count(&self, scope: &Scope, beyond: Option<&Clause>) -> Answer<u64> {
        let mut count = 0;
        for Clause { sql, values } in scope.conditions(beyond) {
            let sql = format!("select count(*) from target t where {sql}");
            let found = self.many(&sql, params_from_iter(values), |row| row.get::<_, i64>(0))?;
            count += found.into_iter().map(i64::unsigned_abs).sum::<u64>();
        }
        Ok(count)
    }

    /// The first keys in order: of every arm, merged.
    pub(super) fn keys(&self, scope: &Scope, extra: Option<&Clause>, backwards: bool, limit: u32) -> Answer<Vec<Key>> {
        let statements = scope.ordered(extra, backwards);
        let asked = |statement: &Clause, count: u32| {
            let values = statement.values.iter().cloned().chain([Value::from(count)]);
            self.many(&statement.sql, params_from_iter(values), key)
        };
        let [statement] = statements.as_slice() else {
            return merged(&statements, &asked, scope.rises(backwards), limit);
        };
        asked(statement, limit)
    }

    fn rows(&self, sight: &Sight, keys: &[Key]) -> Answer<Vec<QueueRow>> {
        let sql = format!(
            "select t.id, t.version, t.year, t.code, t.project, t.category, t.amount, t.uncovered, t.orphans, {},
                t.prior_text, u.id, u.code, u.name, u.level, u.desk, {} from target t join unit u on u.id = t.unit_id where t.id = ?1",
            veil::findings_column(sight),
            rows::STANDING
        );
        let mut sql = self.conn.prepare_cached(&sql).map_err(unreadable)?;
        let mut read = |key: &Key| {
            let mut found = sql.query_row([key.1], row).map_err(unreadable)?;
            let current = found.standing.clone();
            veil::hide(sight, &mut found.standing, &current);
            Ok(found)
        };
        keys.iter().map(&mut read).collect()
    }
}

/// The first keys of several statements. Each is asked for its share, and for all only if the others did not have enough before its last one.
fn merged(
    statements: &[Clause],
    asked: &dyn Fn(&Clause, u32) -> Answer<Vec<Key>>,
    rises: bool,
    limit: u32,
) -> Answer<Vec<Key>> {
    let share = (2 * limit / u32::try_from(statements.len()).unwrap_or(1).max(1)).max(LEAST).min(limit);
    let mut found = statements.iter().map(|one| asked(one, share)).collect::<Answer<Vec<_>>>()?;
    let in_order = |found: &[Vec<Key>]| {
        let mut keys = found.concat();
        keys.sort_unstable();
        if !rises {
            keys.reverse();
        }
        keys.truncate(limit as usize);
        keys
    };
    let keys = in_order(&found);
    let last = keys.last().copied().filter(|_| keys.len() == limit as usize);
    let beyond = |key: Key| last.is_some_and(|last| if rises { key >= last } else { key <= last });
    let mut complete = true;
    for (statement, own) in statements.iter().zip(&mut found) {
        if own.len() == share as usize && share < limit && !own.last().copied().is_some_and(beyond) {
            *own = asked(statement, limit)?;
            complete = false;
        }
    }
    Ok(if complete { keys } else { in_order(&found) })
}

fn key(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok((row.get(0)?, row.get(1)?))
}

fn reversed(mut keys: Vec<Key>) -> Vec<Key> {
    keys.reverse();
    keys
}

/// Whether a query looks for a piece of a name anywhere.
fn looks_for_words(query: &Query) -> bool {
    match query {
        Query::And(parts) | Query::Or(parts) => parts.iter().any(looks_for_words),
        Query::Not(part) => looks_for_words(part),
        Query::Is(condition) => matches!(condition, Condition::Words(_) | Condition::Project(_)),
    }
}

/// Whether a query says of itself which years it means.
fn names_year(query: &Query) -> bool {
    match query {
        Query::And(parts) | Query::Or(parts) => parts.iter().any(names_year),
        Query::Not(part) => names_year(part),
        Query::Is(condition) => matches!(condition, Condition::Year(..)),
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<QueueRow> {
    Ok(QueueRow {
        id: TargetId(row.get(0)?),
        version: row.get(1)?,
        year: row.get(2)?,
        code: row.get(3)?,
        project: row.get(4)?,
        category: row.get(5)?,
        amount: row.get::<_, Option<i64>>(6)?.map(Money),
        uncovered: row.get(7)?,
        orphans: row.get(8)?,
        findings: row.get(9)?,
        prior_score: row.get(10)?,
        unit: rows::unit_at(row, 11)?,
        standing: rows::standing_at(row, 16)?,
    })
}
