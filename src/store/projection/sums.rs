//! What is counted up on a target's row and in the tally: worked out once after several events, because only the last word counts.
//!
//! Owns the arithmetic of coverage, findings, earlier scores and tallies. Whoever applies events settles the sums before anybody reads them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::lasting::{self, Added, Lasting};
use super::{Done, prior};
use crate::domain::ids::TargetId;
use crate::domain::target::{Link, Submission, coverage};
use crate::store::rows;

/// A place of the tally: year, unit, state, stage.
type Place = (i64, i64, String, String);

/// Sums that are not settled yet.
#[derive(Default)]
pub(in crate::store) struct Sums<'a> {
    /// By how much count and money (分) of a place differ.
    places: BTreeMap<Place, (i64, i64)>,
    /// Targets whose links changed, with the round.
    covers: BTreeMap<TargetId, u32>,
    /// How many items and indicators of a target's round will have no counterpart, where somebody who knows has said so.
    foretold: Option<(TargetId, u32, (u32, u32))>,
    /// Targets whose findings or waivers changed.
    findings: BTreeSet<TargetId>,
    /// Targets whose earlier evaluations changed.
    scores: BTreeSet<TargetId>,
    /// Where a file is proved: what its lasting tables ought to hold.
    proof: Option<Proof<'a>>,
}

/// A replay that proves a file.
struct Proof<'a> {
    /// The file. What its lasting tables hold is read there and added up apart, so that it is known in the end whether it was right.
    live: &'a Connection,
    added: Added,
}

impl<'a> Sums<'a> {
    /// Sums of a replay that proves a file: rows of lasting tables are not written but added up.
    pub(in crate::store) fn proving(live: &'a Connection) -> Self {
        Self { proof: Some(Proof { live, added: Added::default() }), ..Self::default() }
    }

    /// What was added up, when all is settled.
    pub(in crate::store) fn added(self) -> Added {
        self.proof.map(|proof| proof.added).unwrap_or_default()
    }

    /// Adds a row to a lasting table.
    pub(super) fn add(&mut self, conn: &Connection, table: &Lasting, row: &[&dyn ToSql]) -> Done {
        match &mut self.proof {
            Some(proof) => proof.added.add(table, row),
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
        let sql = "select year, unit_id, state, stage, coalesce(amount, 0) from target where id = ?1";
        let read = |row: &Row<'_>| {
            let place: Place = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((place, row.get::<_, i64>(4)?))
        };
        if let Some((place, amount)) = conn.prepare_cached(sql)?.query_row([target.0], read).optional()? {
            let sum = self.places.entry(place).or_default();
            *sum = (sum.0 + sign, sum.1 + sign * amount);
        }
        Ok(())
    }

    /// The links of a target's round changed.
    pub(super) fn cover(&mut self, target: TargetId, round: u32) {
        self.covers.insert(target, round);
    }

    /// Writes how many items of a new round have no indicator, and how many indicators no item; links of the round before count no more.
    pub(super) fn cover_now(&mut self, conn: &Connection, target: TargetId, of: (&Submission, usize, &[Link])) -> Done {
        self.covers.remove(&target);
        cover(conn, target, of)
    }

    /// Tells what the coverage of a target's round will be once its links have changed, so that it need not be read again.
    pub(in crate::store) fn foretell(&mut self, target: TargetId, round: u32, coverage: (u32, u32)) {
        self.foretold = Some((target, round, coverage));
    }

    /// A target's findings, or what is let stand of them, changed.
    pub(super) fn found(&mut self, target: TargetId) {
        self.findings.insert(target);
    }

    /// A target's earlier evaluations changed.
    pub(super) fn score(&mut self, target: TargetId) {
        self.scores.insert(target);
    }

    /// How many sums wait.
    pub(in crate::store) fn waiting(&self) -> usize {
        self.places.len() + self.covers.len() + self.findings.len() + self.scores.len()
    }

    /// Works the sums out.
    pub(in crate::store) fn settle(&mut self, conn: &Connection) -> Done {
        let (places, covers) = (std::mem::take(&mut self.places), std::mem::take(&mut self.covers));
        let (mut findings, scores) = (std::mem::take(&mut self.findings), std::mem::take(&mut self.scores));
        let foretold = self.foretold.take();
        for (target, round) in covers {
            let known = foretold.filter(|known| (known.0, known.1) == (target, round)).map(|known| known.2);
            let coverage = known.map_or_else(|| self.coverage_of(conn, target, round), |known| Ok(Some(known)))?;
            match coverage {
                // Both at once: the row is written once.
                Some(coverage) if findings.remove(&target) => cover_and_count(conn, target, coverage)?,
                Some(coverage) => put_coverage(conn, target, coverage)?,
                None => {}
            }
        }
        findings.into_iter().try_for_each(|target| count_findings(conn, target))?;
        scores.into_iter().try_for_each(|target| prior::refresh(conn, target))?;
        places.into_iter().filter(|(_, sum)| *sum != (0, 0)).try_for_each(|(place, sum)| tally(conn, &place, sum))
    }

    /// How many items of a round have no indicator, and how many indicators no item.
    fn coverage_of(&self, conn: &Connection, target: TargetId, round: u32) -> rusqlite::Result<Option<(u32, u32)>> {
        let Some(submission) = rows::submission(self.contents(conn), target, round)? else { return Ok(None) };
        let links = rows::links(conn, target, round)?;
        Ok(Some(coverage(&submission, submission.items().len(), &links)))
    }
}

fn cover(conn: &Connection, target: TargetId, (submission, items, links): (&Submission, usize, &[Link])) -> Done {
    put_coverage(conn, target, coverage(submission, items, links))
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

/// A count of nothing is no row, so that replaying gives the same table.
fn tally(conn: &Connection, (year, unit, state, stage): &Place, (count, amount): (i64, i64)) -> Done {
    let sql = "insert into tally (year, unit_id, state, stage, count, amount) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (year, state, stage, unit_id) do update set count = count + excluded.count, amount = amount + excluded.amount
        returning count";
    let row = params![year, unit, state, stage, count, amount];
    let left: i64 = conn.prepare_cached(sql)?.query_row(row, |row| row.get(0))?;
    if left == 0 {
        let sql = "delete from tally where year = ?1 and state = ?2 and stage = ?3 and unit_id = ?4";
        conn.prepare_cached(sql)?.execute(params![year, state, stage, unit])?;
    }
    Ok(())
}
