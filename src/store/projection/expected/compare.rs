//! Whether the file's rows are those that are expected.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::{Expected, Found, Held, Past, Place};
use crate::store::digest::Sum;
use crate::store::projection::prior::hundredths;

/// The columns in groups: what never changes, the standing, the contents, what is counted up, the newest earlier score.
const TARGET: &str = "select id, year, unit_id, desk, code, project, project_key, category, procedure,
    version, state, stage, round, returns, answered, resume, grade, due, since, key_project,
    amount, block, uncovered, orphans, findings, alarms, prior_score, prior_text from target";
const EVALUATION: &str =
    "select id, unit_id, unit_code, unit_name, code, project, project_key, year, kind, budget, executed, score,
    details, recorded_by, recorded_at, judged, judgement, judged_by, judged_at, replaced from evaluation";
const FINDING: &str =
    "select target_id, key, twin, check_id, severity, at, number, others, \"trigger\", slots, waived from finding";
const LINK: &str = "select target_id, round, objective, indicator, origin, confidence, made_by, grounds from link";
const UNCHECKED: &str = "select target_id, check_id, reason from unchecked";
const CHECKED: &str = "select target_id, round, rules from checked";
const TALLY: &str = "select year, unit_id, state, stage, count, amount, warned from tally";
const PRIOR: &str = "select target_id, evaluation_id, reason, likeness from prior";

impl Expected {
    /// How many rows were read if the file has these and no others; `None` if it has not.
    pub(in crate::store) fn agrees(&self, live: &Connection) -> rusqlite::Result<Option<u64>> {
        let mut read = 0;
        if !self.targets(live, &mut read)? || !self.evaluations(live, &mut read)? {
            return Ok(None);
        }
        let held = || self.targets.iter();
        let links = held().flat_map(|(_, held)| held.links.iter().map(|one| one.row));
        let unchecked = held().flat_map(|(_, held)| held.unchecked.iter().copied());
        let priors = held().flat_map(|(_, held)| held.priors.iter().map(|one| one.row));
        let checked = held().filter_map(|(target, held)| {
            held.checked
                .map(|(round, rules)| self.key.hash([*target, round.into(), rules.into()].map(ValueRef::Integer)))
        });
        let found =
            held().flat_map(|(_, held)| held.findings.iter().map(|one| (one.row, i64::from(held.is_waived(one)))));
        let found = found.map(|(row, waived)| self.marked(row, ValueRef::Integer(waived)));
        let whole = |row: &Row<'_>, columns: usize| self.key.columns(row, 0..columns);
        let marked = |row: &Row<'_>, columns: usize| {
            Ok(self.marked(self.key.columns(row, 0..columns - 1)?, row.get_ref(columns - 1)?))
        };
        let agrees = same(live, TALLY, self.tallies().into_iter(), &whole, &mut read)?
            && same(live, LINK, links, &whole, &mut read)?
            && same(live, UNCHECKED, unchecked, &whole, &mut read)?
            && same(live, PRIOR, priors, &whole, &mut read)?
            && same(live, CHECKED, checked, &whole, &mut read)?
            && same(live, FINDING, found, &marked, &mut read)?;
        Ok(agrees.then_some(read))
    }

    /// The rows of the tally: of each place how many targets, with how much money, and how many of them with open findings.
    fn tallies(&self) -> Vec<u64> {
        let mut places: BTreeMap<&Place, [i64; 3]> = BTreeMap::new();
        for held in self.targets.values() {
            let place = places.entry(&held.place).or_default();
            let adds = [1, held.amount.unwrap_or_default(), i64::from(held.open() > 0)];
            place.iter_mut().zip(adds).for_each(|(sum, add)| *sum += add);
        }
        let row = |((year, unit, state, stage), [count, amount, warned]): (&Place, [i64; 3])| {
            let [year, unit, count, amount, warned] = [*year, *unit, count, amount, warned].map(ValueRef::Integer);
            let [state, stage] = [state.as_bytes(), stage.as_bytes()].map(ValueRef::Text);
            self.key.hash([year, unit, state, stage, count, amount, warned])
        };
        places.into_iter().map(row).collect()
    }

    /// A row and a mark that came to it later.
    fn marked(&self, row: u64, mark: ValueRef<'_>) -> u64 {
        self.key.hash([ValueRef::Integer(row.cast_signed()), mark])
    }

    fn targets(&self, live: &Connection, read: &mut u64) -> rusqlite::Result<bool> {
        each(live, TARGET, read, self.targets.len(), &mut |row| {
            let id = row.get(0)?;
            let Some(held) = self.targets.get(&id) else { return Ok(false) };
            Ok(self.key.columns(row, 0..9)? == held.fixed
                && self.key.columns(row, 9..20)? == held.standing
                && self.key.columns(row, 20..22)? == held.contents
                && held.counted(row)?
                && self.scored(id, row)?)
        })
    }

    /// Whether a target's row tells its newest earlier score.
    fn scored(&self, id: i64, row: &Row<'_>) -> rusqlite::Result<bool> {
        let score = self.newest(id);
        let number = score.and_then(hundredths).map_or(ValueRef::Null, ValueRef::Integer);
        let text = score.map_or(ValueRef::Null, |score| ValueRef::Text(score.as_bytes()));
        Ok(row.get_ref(26)? == number && row.get_ref(27)? == text)
    }

    fn evaluations(&self, live: &Connection, read: &mut u64) -> rusqlite::Result<bool> {
        each(live, EVALUATION, read, self.evaluations.len(), &mut |row| {
            let Some(past) = self.evaluations.get(&row.get(0)?) else { return Ok(false) };
            let Past { row: written, judged, replaced, .. } = past;
            Ok(self.key.columns(row, 0..15)? == *written
                && self.key.columns(row, 15..19)? == *judged
                && row.get_ref(19)? == ValueRef::Integer(i64::from(*replaced)))
        })
    }
}

impl Held {
    fn is_waived(&self, one: &Found) -> bool {
        self.waivers.contains(&one.key)
    }

    /// How many of its errors and warnings are open.
    fn open(&self) -> i64 {
        self.number(|one| !self.is_waived(one))
    }

    fn number(&self, test: impl Fn(&Found) -> bool) -> i64 {
        let counted = self.findings.iter().filter(|one| one.counts && test(one)).count();
        i64::try_from(counted).unwrap_or(i64::MAX)
    }

    /// Whether a target's row counts its gaps and findings.
    fn counted(&self, row: &Row<'_>) -> rusqlite::Result<bool> {
        let counts = [self.coverage.0.into(), self.coverage.1.into(), self.open(), self.number(|_| true)];
        for (column, count) in (22..).zip(counts) {
            if row.get_ref(column)? != ValueRef::Integer(count) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether every row is as it should be, and there are as many as expected.
fn each(
    live: &Connection,
    sql: &str,
    read: &mut u64,
    expected: usize,
    right: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<bool>,
) -> rusqlite::Result<bool> {
    let mut sql = live.prepare(sql)?;
    let mut rows = sql.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        found += 1;
        if !right(row)? {
            return Ok(false);
        }
    }
    *read += found as u64;
    Ok(found == expected)
}

/// Whether a table holds the rows with these hashes.
fn same(
    live: &Connection,
    sql: &str,
    expected: impl Iterator<Item = u64>,
    hash: &dyn Fn(&Row<'_>, usize) -> rusqlite::Result<u64>,
    read: &mut u64,
) -> rusqlite::Result<bool> {
    let (mut sums, mut sql) = ([Sum::default(); 2], live.prepare(sql)?);
    expected.for_each(|hash| sums[0].add(hash));
    let columns = sql.column_count();
    let mut rows = sql.query([])?;
    while let Some(row) = rows.next()? {
        sums[1].add(hash(row, columns)?);
    }
    *read += sums[1].rows;
    Ok(sums[0] == sums[1])
}
