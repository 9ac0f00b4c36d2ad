//! Queues: windows of a tab in its order, and lists that stream.
//!
//! A window is found by the key of a row known to the asker, never by counting rows off, so it costs the same at any depth.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::arms::{Clause, arms};
use super::compile::Terms;
use super::veil;
use crate::domain::access::{self, Duty, Sight};
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::query::{Condition, Query};
use crate::domain::view::{QueueAsk, QueuePage, QueueRow, Sort, Tab, Tally, Window};
use crate::store::facts::unreadable;
use crate::store::{Store, rows};

/// Rows that a list fetches at a time.
const SLICE: u32 = 512;

/// A tab under a filter, ready to be asked.
pub(super) struct Scope {
    arms: Vec<Clause>,
    sort: Sort,
    sight: Sight,
}

impl Sort {
    /// The column that sorts, and whether the largest comes first.
    const fn key(self) -> (&'static str, bool) {
        match self {
            Self::Waiting => ("t.since", false),
            Self::Amount => ("ifnull(t.amount, -1)", true),
            Self::Unit => ("t.unit_id", false),
            Self::Number => ("t.id", false),
        }
    }
}

/// The key of a row: what sorts it, and its number.
type Key = (i64, i64);

impl Scope {
    fn ordered(&self, extra: Option<&Clause>, backwards: bool, limit: u32) -> Clause {
        let (key, largest_first) = self.sort.key();
        let way = if largest_first == backwards { "asc" } else { "desc" };
        let mut all = Clause::new("", Vec::new());
        let pieces: Vec<String> = self
            .arms
            .iter()
            .map(|arm| {
                let arm = extra.map_or_else(|| arm.clone(), |extra| arm.clone().and(extra.clone()));
                all.values.extend(arm.values);
                format!("select {key} as k, t.id as id from target t where {}", arm.sql)
            })
            .collect();
        all.sql = format!("{} order by k {way}, id {way} limit {limit}", pieces.join(" union all "));
        all
    }

    /// What lies beyond a key, forwards or backwards.
    fn beyond(&self, key: Key, backwards: bool) -> Clause {
        let (column, largest_first) = self.sort.key();
        let sign = if largest_first == backwards { ">" } else { "<" };
        Clause::new(&format!("({column}, t.id) {sign} (?, ?)"), vec![Value::from(key.0), Value::from(key.1)])
    }
}

impl Store {
    /// A part of a queue.
    pub fn queue(&self, viewer: &User, ask: &QueueAsk) -> Answer<QueuePage> {
        let scope = self.scope(viewer, Some(ask.year), &ask.tab, ask.filter.as_ref(), ask.sort)?;
        if scope.arms.is_empty() {
            return Ok(QueuePage::default());
        }
        let (keys, offset) = self.window(&scope, &ask.window, ask.limit)?;
        let rows = keys.into_iter().map(|key| self.row(&scope.sight, key.1)).collect::<Answer<Vec<_>>>()?;
        Ok(QueuePage { rows, offset })
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
        let mut left = limit.unwrap_or(u64::MAX);
        let mut after: Option<Key> = None;
        while left > 0 && !scope.arms.is_empty() {
            let slice = SLICE.min(u32::try_from(left).unwrap_or(SLICE));
            let beyond = after.map(|key| scope.beyond(key, false));
            let keys = self.keys(&scope.ordered(beyond.as_ref(), false, slice))?;
            for key in &keys {
                if let Err(refused) = each(self.row(&scope.sight, key.1)?) {
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

    pub(super) fn duties(&self, viewer: &User) -> Vec<Duty> {
        access::duties(viewer, &self.procedure)
    }

    fn scope(&self, viewer: &User, year: Option<i32>, tab: &Tab, filter: Option<&Query>, sort: Sort) -> Answer<Scope> {
        let (duties, sight) = (self.duties(viewer), access::sight(viewer));
        let mut arms =
            self.years(year, filter)?.into_iter().flat_map(|year| arms(year, tab, &duties, &sight)).collect::<Vec<_>>();
        if let Some(filter) = filter {
            let filter = filter.resolve_stages(&self.procedure).map_err(|error| Unreadable(error.message))?;
            let units = self.units()?;
            let terms =
                Terms { now: self.now(), units: &units, duties: &duties, sight: &sight, procedure: &self.procedure };
            let clause = terms.compile(&filter);
            arms = arms.into_iter().map(|arm| arm.and(clause.clone())).collect();
        }
        Ok(Scope { arms, sort, sight })
    }

    /// The years of a question: all that the file knows if its filter names years itself, each for itself because the indexes
    /// begin with the year.
    fn years(&self, year: Option<i32>, filter: Option<&Query>) -> Answer<Vec<i32>> {
        match year.filter(|_| !filter.is_some_and(names_year)) {
            Some(year) => Ok(vec![year]),
            None => self.many("select distinct year from tally order by year", [], |row| row.get(0)),
        }
    }

    fn window(&self, scope: &Scope, window: &Window, limit: u32) -> Answer<(Vec<Key>, u64)> {
        let part =
            |beyond: Option<Clause>, backwards, limit| self.keys(&scope.ordered(beyond.as_ref(), backwards, limit));
        let before = |key| part(Some(scope.beyond(key, true)), true, limit).map(reversed);
        match window {
            Window::First => Ok((part(None, false, limit)?, 0)),
            Window::Last => {
                let keys = reversed(part(None, true, limit)?);
                let offset = self.count(scope, None)?.saturating_sub(keys.len() as u64);
                Ok((keys, offset))
            }
            Window::After(target) => {
                let Some(key) = self.key(scope, *target, false)? else { return Ok((Vec::new(), 0)) };
                Ok((part(Some(scope.beyond(key, false)), false, limit)?, 0))
            }
            Window::Before(target) => {
                let Some(key) = self.key(scope, *target, false)? else { return Ok((Vec::new(), 0)) };
                let keys = before(key)?;
                let offset = self.rank(scope, keys.first())?;
                Ok((keys, offset))
            }
            Window::Around(target) => {
                let Some(key) = self.key(scope, *target, true)? else { return Ok((part(None, false, limit)?, 0)) };
                let mut keys = reversed(part(Some(scope.beyond(key, true)), true, limit / 2)?);
                let offset = if keys.len() < (limit / 2) as usize { 0 } else { self.rank(scope, keys.first())? };
                keys.push(key);
                keys.extend(part(Some(scope.beyond(key, false)), false, limit - limit / 2)?);
                Ok((keys, offset))
            }
        }
    }

    /// The key of a target; `inside` asks whether it is in the queue at all.
    fn key(&self, scope: &Scope, target: TargetId, inside: bool) -> Answer<Option<Key>> {
        let only = Clause::new("t.id = ?", vec![Value::from(target.0)]);
        if inside {
            return Ok(self.keys(&scope.ordered(Some(&only), false, 1))?.first().copied());
        }
        let sql = format!("select {} , t.id from target t where t.id = ?1", scope.sort.key().0);
        Ok(self.many(&sql, [target.0], key)?.first().copied())
    }

    /// How many rows come before a key.
    fn rank(&self, scope: &Scope, first: Option<&Key>) -> Answer<u64> {
        let Some(first) = first else { return Ok(0) };
        self.count(scope, Some(&scope.beyond(*first, true)))
    }

    fn sum(&self, scope: &Scope) -> Answer<Tally> {
        let mut tally = Tally::default();
        for arm in &scope.arms {
            let sql = format!("select count(*), coalesce(sum(t.amount), 0) from target t where {}", arm.sql);
            let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?));
            for (count, amount) in self.many(&sql, params_from_iter(arm.values.iter()), read)? {
                tally.count += count.unsigned_abs();
                tally.amount = tally.amount + Money(amount);
            }
        }
        Ok(tally)
    }

    /// How many rows there are, or lie beyond a key: without the money, so that the indexes alone answer.
    fn count(&self, scope: &Scope, beyond: Option<&Clause>) -> Answer<u64> {
        let mut count = 0;
        for arm in &scope.arms {
            let clause = beyond.map_or_else(|| arm.clone(), |beyond| arm.clone().and(beyond.clone()));
            let sql = format!("select count(*) from target t where {}", clause.sql);
            let found = self.many(&sql, params_from_iter(clause.values), |row| row.get::<_, i64>(0))?;
            count += found.into_iter().map(i64::unsigned_abs).sum::<u64>();
        }
        Ok(count)
    }

    fn keys(&self, clause: &Clause) -> Answer<Vec<Key>> {
        self.many(&clause.sql, params_from_iter(clause.values.iter()), key)
    }

    fn row(&self, sight: &Sight, id: i64) -> Answer<QueueRow> {
        let sql = format!(
            "select t.id, t.version, t.year, t.code, t.project, t.category, t.amount, t.uncovered, t.orphans, t.findings,
                t.prior_text, u.id, u.code, u.name, u.level, u.desk, {} from target t join unit u on u.id = t.unit_id where t.id = ?1",
            rows::STANDING
        );
        let found = self.conn.prepare_cached(&sql).and_then(|mut sql| sql.query_row([id], row));
        let mut found = found.map_err(unreadable)?;
        let current = found.standing.clone();
        veil::hide(sight, &mut found.standing, &current);
        Ok(found)
    }
}

fn key(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok((row.get(0)?, row.get(1)?))
}

fn reversed(mut keys: Vec<Key>) -> Vec<Key> {
    keys.reverse();
    keys
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
