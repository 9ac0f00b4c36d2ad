//! What is counted up on a target's row and in the tally: worked out once after several events, because only the last word counts.
//!
//! Owns the arithmetic of coverage, findings, earlier scores and tallies. Whoever applies events settles the sums before anybody reads them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, OptionalExtension, Row, params};

use super::expected::Expected;
use super::lasting::{self, Added, Lasting, STEP};
use super::target::Stands;
use super::told::Told;
use super::value::{number, text};
use super::{Done, Stamp, prior};
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::pinyin::Reader;
use crate::domain::target::{Link, Standing, Submission, coverage};
use crate::store::digest::{Key, Sum};
use crate::store::rows;
use crate::store::search::Spelled;

/// A place of the tally: year, unit, state, stage.
type Place = (i64, i64, String, String);

/// By how much a place of the tally differs.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Difference {
    count: i64,
    /// 分.
    amount: i64,
    /// Targets with open findings.
    warned: i64,
}

/// Sums that are not settled yet.
#[derive(Default)]
pub(in crate::store) struct Sums<'a> {
    /// The places whose counts differ.
    places: BTreeMap<Place, Difference>,
    /// Targets whose links changed, with the round.
    covers: BTreeMap<TargetId, u32>,
    /// How many items and indicators of a target's round will have no counterpart, where somebody who knows has said so.
    foretold: Option<(TargetId, u32, (u32, u32))>,
    /// Targets whose findings or waivers changed.
    findings: BTreeSet<TargetId>,
    /// Targets whose earlier evaluations changed.
    scores: BTreeSet<TargetId>,
    /// Names of units as they are searched, and the desks that they are bound to.
    units: HashMap<UnitId, Rc<(Spelled, String)>>,
    /// How characters are read.
    reader: Reader,
    /// The standings that were written last.
    told: Told,
    /// Where a file is proved: what its tables ought to hold.
    proof: Option<Box<Proof<'a>>>,
}

/// A replay that proves a file.
struct Proof<'a> {
    /// The file. What its lasting tables hold is read there and added up apart, so that it is known in the end whether it was right.
    live: &'a Connection,
    added: Added,
    expected: Expected,
}

impl<'a> Sums<'a> {
    /// Sums of a replay that proves a file: rows of lasting tables are not written but added up.
    pub(in crate::store) fn proving(live: &'a Connection, key: &Key) -> Self {
        let proof = Proof { live, added: Added::under(key.clone()), expected: Expected::under(key.clone()) };
        Self { proof: Some(Box::new(proof)), ..Self::default() }
    }

    /// What the tables ought to hold, by their names, when all is settled.
    pub(in crate::store) fn proof(self) -> BTreeMap<&'static str, Sum> {
        let sums = self.proof.map(|proof| proof.added.sums().chain(proof.expected.sums()).collect());
        sums.unwrap_or_default()
    }

    /// What the tables around targets ought to hold, where that is kept in memory instead of being written.
    pub(super) fn expected(&mut self) -> Option<&mut Expected> {
        self.proof.as_mut().map(|proof| &mut proof.expected)
    }

    /// A unit's name and desk. Where a file is proved, the ones that it has in the end, which its targets then have, too: the unit itself is
    /// compared by its own table.
    pub(super) fn unit(&mut self, conn: &Connection, unit: UnitId) -> rusqlite::Result<Rc<(Spelled, String)>> {
        let conn = self.proof.as_ref().map_or(conn, |proof| proof.live);
        match self.units.entry(unit) {
            Entry::Occupied(known) => Ok(known.get().clone()),
            Entry::Vacant(free) => {
                let sql = "select name, desk from unit where id = ?1";
                let read = |row: &Row<'_>| Ok((Spelled::of(row.get_ref(0)?.as_str()?, &mut self.reader), row.get(1)?));
                Ok(free.insert(Rc::new(conn.prepare_cached(sql)?.query_row([unit.0], read)?)).clone())
            }
        }
    }

    /// Whether rows around targets are added up instead of being written.
    pub(super) const fn proves(&self) -> bool {
        self.proof.is_some()
    }

    /// A unit's name or desk is no longer what it was.
    pub(super) fn forget(&mut self, unit: UnitId) {
        if !self.proves() {
            self.units.remove(&unit);
        }
    }

    /// A project's name as it is searched.
    pub(super) fn spelled(&mut self, name: &str) -> Spelled {
        Spelled::of(name, &mut self.reader)
    }

    /// Adds a step between two standings.
    pub(super) fn step(
        &mut self,
        conn: &Connection,
        target: TargetId,
        (from, to): (Option<&Standing>, &Standing),
        stamp: Stamp<'_>,
    ) -> Done {
        let mut told = std::mem::take(&mut self.told);
        let (from, to) = told.step(from, to)?;
        let (from, to) = (from.map_or(ValueRef::Null, ValueRef::Text), ValueRef::Text(to));
        let [target, seq, at] = [target.0, stamp.seq.0, stamp.at.0].map(number);
        self.add(conn, &STEP, &[target, seq, at, text(stamp.by), text(stamp.kind), from, to, number(0)])?;
        self.told = told;
        Ok(())
    }

    /// How a target stands.
    pub(super) fn stands(&self, conn: &Connection, target: TargetId) -> rusqlite::Result<Stands> {
        match &self.proof {
            Some(proof) => proof.expected.stands(target).ok_or(Error::QueryReturnedNoRows),
            None => super::target::stands(conn, target),
        }
    }

    /// The newest earlier score of a target as written.
    pub(super) fn newest(&self, conn: &Connection, target: TargetId) -> rusqlite::Result<Option<String>> {
        match &self.proof {
            Some(proof) => Ok(proof.expected.newest(target.0).map(str::to_owned)),
            None => prior::newest(conn, target),
        }
    }

    /// Adds a row to a lasting table.
    pub(super) fn add(&mut self, conn: &Connection, table: &Lasting, row: &[ValueRef<'_>]) -> Done {
        match &mut self.proof {
            Some(proof) => {
                proof.added.add(table, row);
                Ok(())
            }
            None => lasting::write(conn, table, row),
        }
    }

    /// Sets the mark of a lasting table's row.
    pub(super) fn mark(&mut self, conn: &Connection, table: &Lasting, sql: &str, row: [i64; 2]) -> Done {
        match &mut self.proof {
            Some(proof) => {
                proof.added.mark(table, row);
                Ok(())
            }
            None => conn.prepare_cached(sql)?.execute(row).map(drop),
        }
    }

    /// Where the rows of lasting tables are read.
    pub(super) fn contents<'c>(&'c self, conn: &'c Connection) -> &'c Connection {
        self.proof.as_ref().map_or(conn, |proof| proof.live)
    }

    /// Adds a target, as it stands, to the counts of its place, or takes it off.
    pub(super) fn count(&mut self, conn: &Connection, target: TargetId, sign: i64) -> Done {
        // What is expected counts its own when it is compared.
        if self.proof.is_some() {
            return Ok(());
        }
        if let Some((place, one)) = placed(conn, target)? {
            let sum = self.places.entry(place).or_default();
            sum.count += sign * one.count;
            sum.amount += sign * one.amount;
            sum.warned += sign * one.warned;
        }
        Ok(())
    }

    /// Counts a target's findings anew by a change of its row, and in its place whether it has open ones.
    fn warn(&mut self, conn: &Connection, target: TargetId, change: impl FnOnce() -> Done) -> Done {
        let before = placed(conn, target)?;
        change()?;
        let (Some((place, before)), Some((_, after))) = (before, placed(conn, target)?) else { return Ok(()) };
        if before.warned != after.warned {
            self.places.entry(place).or_default().warned += after.warned - before.warned;
        }
        Ok(())
    }

    /// The links of a target's round changed.
    pub(super) fn cover(&mut self, target: TargetId, round: u32) {
        self.covers.insert(target, round);
    }

    /// Writes how many items of a new round have no indicator, and how many indicators no item; links of the round before count no more.
    pub(super) fn cover_now<T: AsRef<str>>(
        &mut self,
        conn: &Connection,
        target: TargetId,
        of: (&Submission<T>, usize, &[Link]),
    ) -> Done {
        self.covers.remove(&target);
        let (submission, items, links) = of;
        self.put_coverage(conn, target, coverage(submission, items, links))
    }

    fn put_coverage(&mut self, conn: &Connection, target: TargetId, coverage: (u32, u32)) -> Done {
        match self.expected() {
            Some(expected) => expected.cover(target, coverage),
            None => put_coverage(conn, target, coverage),
        }
    }

    /// Tells what the coverage of a target's round will be once its links have changed, so that it need not be read again.
    pub(in crate::store) fn foretell(&mut self, target: TargetId, round: u32, coverage: (u32, u32)) {
        self.foretold = Some((target, round, coverage));
    }

    /// A target's findings, or what is let stand of them, changed.
    pub(super) fn found(&mut self, target: TargetId) {
        // What is expected counts its own when it is compared.
        if self.proof.is_none() {
            self.findings.insert(target);
        }
    }

    /// A target's earlier evaluations changed.
    pub(super) fn score(&mut self, target: TargetId) {
        if self.proof.is_none() {
            self.scores.insert(target);
        }
    }

    /// How many sums wait.
    pub(in crate::store) fn waiting(&self) -> usize {
        self.places.len() + self.covers.len() + self.findings.len() + self.scores.len()
    }

    /// Works the sums out.
    pub(in crate::store) fn settle(&mut self, conn: &Connection) -> Done {
        let covers = std::mem::take(&mut self.covers);
        let (mut findings, scores) = (std::mem::take(&mut self.findings), std::mem::take(&mut self.scores));
        let foretold = self.foretold.take();
        for (target, round) in covers {
            let known = foretold.filter(|known| (known.0, known.1) == (target, round)).map(|known| known.2);
            let coverage = known.map_or_else(|| self.coverage_of(conn, target, round), |known| Ok(Some(known)))?;
            match coverage {
                // Both at once: the row is written once.
                Some(coverage) if self.proof.is_none() && findings.remove(&target) => {
                    self.warn(conn, target, || cover_and_count(conn, target, coverage))?;
                }
                Some(coverage) => self.put_coverage(conn, target, coverage)?,
                None => {}
            }
        }
        findings.into_iter().try_for_each(|target| self.warn(conn, target, || count_findings(conn, target)))?;
        scores.into_iter().try_for_each(|target| prior::refresh(conn, target))?;
        let places = std::mem::take(&mut self.places).into_iter();
        places.filter(|(_, sum)| *sum != Difference::default()).try_for_each(|(place, sum)| tally(conn, &place, sum))
    }

    /// How many items of a round have no indicator, and how many indicators no item.
    fn coverage_of(&self, conn: &Connection, target: TargetId, round: u32) -> rusqlite::Result<Option<(u32, u32)>> {
        let Some(submission) = rows::submission(self.contents(conn), target, round)? else { return Ok(None) };
        let links = match &self.proof {
            Some(proof) => proof.expected.links(target, round),
            None => rows::links(conn, target, round)?,
        };
        Ok(Some(coverage(&submission, submission.items().len(), &links)))
    }
}

/// The place of a target, and what it adds there.
fn placed(conn: &Connection, target: TargetId) -> rusqlite::Result<Option<(Place, Difference)>> {
    let sql = "select year, unit_id, state, stage, coalesce(amount, 0), findings > 0 from target where id = ?1";
    let read = |row: &Row<'_>| {
        let place: Place = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((place, Difference { count: 1, amount: row.get(4)?, warned: row.get(5)? }))
    };
    conn.prepare_cached(sql)?.query_row([target.0], read).optional()
}

fn put_coverage(conn: &Connection, target: TargetId, (uncovered, orphans): (u32, u32)) -> Done {
    let sql = "update target set uncovered = ?2, orphans = ?3 where id = ?1";
    conn.prepare_cached(sql)?.execute(params![target.0, uncovered, orphans])?;
    Ok(())
}

fn cover_and_count(conn: &Connection, target: TargetId, (uncovered, orphans): (u32, u32)) -> Done {
    let sql = "update target set (uncovered, orphans, findings, alarms) = (select ?2, ?3, coalesce(sum(waived = 0), 0), count(*)
        from finding where target_id = ?1 and severity <> 'hint') where id = ?1";
    conn.prepare_cached(sql)?.execute(params![target.0, uncovered, orphans])?;
    Ok(())
}

/// Counts errors and warnings: the open ones, and all.
fn count_findings(conn: &Connection, target: TargetId) -> Done {
    let sql = "update target set (findings, alarms) = (select coalesce(sum(waived = 0), 0), count(*) from finding
        where target_id = ?1 and severity <> 'hint') where id = ?1";
    conn.prepare_cached(sql)?.execute([target.0])?;
    Ok(())
}

/// A count of nothing is no row, so that replaying gives the same table. Three plain statements: an upsert that returns something makes SQLite
/// keep a journal of the statement, which costs more than all of them.
fn tally(conn: &Connection, (year, unit, state, stage): &Place, sum: Difference) -> Done {
    let add = "update tally set count = count + ?5, amount = amount + ?6, warned = warned + ?7
        where year = ?1 and unit_id = ?2 and state = ?3 and stage = ?4";
    let row = params![year, unit, state, stage, sum.count, sum.amount, sum.warned];
    if conn.prepare_cached(add)?.execute(row)? == 0 {
        let sql = "insert into tally (year, unit_id, state, stage, count, amount, warned) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        conn.prepare_cached(sql)?.execute(row)?;
    } else if sum.count < 0 {
        let sql = "delete from tally where year = ?1 and unit_id = ?2 and state = ?3 and stage = ?4 and count = 0";
        conn.prepare_cached(sql)?.execute(params![year, unit, state, stage])?;
    }
    Ok(())
}
