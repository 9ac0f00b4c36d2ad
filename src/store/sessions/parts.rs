//! What the items of a session are made of: one question a kind for the whole agenda, or for one item of it.

use std::collections::BTreeMap;

use rusqlite::{Params, Row, params};

use super::{BALLOT, ballot_at};
use crate::domain::facts::Answer;
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::view::{Considered, DecisionView, DissentView, FormerBallot, ItemView};
use crate::domain::session::{Item, ItemState, Quorum};
use crate::domain::target::State;
use crate::domain::time::Instant;
use crate::store::Store;
use crate::store::rows::{STANDING, grade_of, standing_at, strange, unit_at};

/// What the items of a session are made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The targets, of whose items nothing is known yet.
    pub(super) targets: BTreeMap<TargetId, ItemView>,
    /// Grades of the stages before, in their order.
    pub(super) grades: BTreeMap<TargetId, Vec<Grade>>,
    /// Who has sealed, in the order of the names.
    pub(super) seals: BTreeMap<TargetId, Vec<String>>,
    /// The viewer's own sealed ballots; nobody else's is ever read here.
    pub(super) own: BTreeMap<TargetId, Ballot>,
    /// Revealed ballots by item and number.
    pub(super) ballots: BTreeMap<(TargetId, u32), Vec<Ballot>>,
    /// Why items were balloted again, by item and the number of the ballot that followed.
    reasons: BTreeMap<(TargetId, u32), String>,
    /// Decisions by their row in the journal.
    pub(super) decisions: BTreeMap<Seq, DecisionView>,
    /// Dissents, oldest first.
    pub(super) dissents: BTreeMap<TargetId, Vec<DissentView>>,
}

impl Parts {
    /// The ballots held on an item before the present one.
    pub(super) fn former(&mut self, item: &Item) -> Vec<FormerBallot> {
        let one = |number: u32| {
            let ballots = self.ballots.remove(&(item.target, number))?;
            let reason = self.reasons.remove(&(item.target, number + 1)).unwrap_or_default();
            Some(FormerBallot { number, reason, ballots })
        };
        (1..item.ballot).filter_map(one).collect()
    }
}

impl Store {
    /// The parts of all items of a session, or of one of them.
    pub(super) fn session_parts(&self, viewer: &User, id: SessionId, only: Option<TargetId>) -> Answer<Parts> {
        let which = params![id.0, only.map(|target| target.0)];
        let deciding = self.procedure.deciding().map_or("", |stage| stage.id.as_str());
        let graded = params![id.0, only.map(|target| target.0), deciding];
        let mine = params![id.0, only.map(|target| target.0), viewer.name];
        let ballots = format!("select {} from agenda_item i {BALLOTS}", prefixed("b"));
        let own = format!("select {} from agenda_item i {OWN}", prefixed("b"));
        let ballots = self.gather(&ballots, which, |row| Ok(((item(row)?, row.get(8)?), ballot_at(row, 1)?)))?;
        let reballoted = ballots.keys().any(|(_, number)| *number > 1) || self.is_reballoted(id)?;
        Ok(Parts {
            targets: self
                .gather(&format!("{TARGETS} {STANDING} {OF_ITEMS}"), which, target)?
                .into_iter()
                .filter_map(last)
                .collect(),
            grades: self.gather(GRADES, graded, |row| Ok((item(row)?, grade(row)?)))?,
            seals: self.gather(SEALS, which, |row| Ok((item(row)?, row.get(1)?)))?,
            own: self
                .gather(&own, mine, |row| Ok((item(row)?, ballot_at(row, 1)?)))?
                .into_iter()
                .filter_map(last)
                .collect(),
            ballots,
            reasons: if reballoted { self.reasons(id, only)? } else { BTreeMap::new() },
            decisions: self.gather(DECISIONS, which, decision)?.into_iter().filter_map(last).collect(),
            dissents: self.gather(DISSENTS, which, |row| Ok((item(row)?, dissent(row)?)))?,
        })
    }

    fn is_reballoted(&self, id: SessionId) -> Answer<bool> {
        let sql = "select 1 from agenda_item where session_id = ?1 and ballot > 1 limit 1";
        Ok(!self.many(sql, [id.0], |_| Ok(()))?.is_empty())
    }

    fn reasons(&self, id: SessionId, only: Option<TargetId>) -> Answer<BTreeMap<(TargetId, u32), String>> {
        let found = self.gather(REASONS, params![id.0, only.map(|target| target.0)], |row| {
            Ok(((item(row)?, row.get::<_, u32>(1)?), row.get::<_, String>(2)?))
        })?;
        Ok(found.into_iter().filter_map(last).collect())
    }

    /// The rows of a statement by a key, in their order.
    fn gather<K: Ord, T>(
        &self,
        sql: &str,
        given: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<(K, T)>,
    ) -> Answer<BTreeMap<K, Vec<T>>> {
        let mut all: BTreeMap<K, Vec<T>> = BTreeMap::new();
        for (key, one) in self.many(sql, given, read)? {
            all.entry(key).or_default().push(one);
        }
        Ok(all)
    }
}

fn last<K, T>((key, mut all): (K, Vec<T>)) -> Option<(K, T)> {
    all.pop().map(|one| (key, one))
}

/// The item and the columns of a ballot, then its number.
fn prefixed(table: &str) -> String {
    let columns: Vec<String> = BALLOT.split(", ").map(|column| format!("{table}.{column}")).collect();
    format!("{table}.target_id, {}, {table}.ballot", columns.join(", "))
}

const TARGETS: &str = "select i.target_id, t.code, t.project, iif(c.seq is null, t.amount, c.amount),
    iif(c.seq is null, t.prior_text, c.prior_text), t.version,
    t.findings + t.uncovered + t.orphans = 0, u.id, u.code, u.name, u.level, u.desk,";
const OF_ITEMS: &str = ", c.seq, c.round, c.due, c.state, c.stage
    from agenda_item i join target t on t.id = i.target_id join unit u on u.id = t.unit_id
    left join considered c on c.session_id = i.session_id and c.target_id = i.target_id
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2)";
const GRADES: &str = "select i.target_id, r.grade from agenda_item i join target t on t.id = i.target_id
    left join considered c on c.session_id = i.session_id and c.target_id = i.target_id
    join review r on r.target_id = t.id and r.round = coalesce(c.round, t.round)
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) and r.undone = 0 and r.stage <> ?3 and r.grade is not null
    order by r.seq";
const SEALS: &str = "select i.target_id, s.member from agenda_item i
    join seal s on s.session_id = i.session_id and s.target_id = i.target_id and s.ballot = i.ballot
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) order by s.member";
const OWN: &str =
    "join sealed_ballot b on b.session_id = i.session_id and b.target_id = i.target_id and b.ballot = i.ballot
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) and b.member = ?3";
const BALLOTS: &str = "join ballot b on b.session_id = i.session_id and b.target_id = i.target_id
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) order by b.ballot, b.place";
const REASONS: &str = "select i.target_id, j.payload ->> 'ballot', j.payload ->> 'reason' from agenda_item i
    join journal j on j.target_id = i.target_id and j.kind = 'session-reballoted' and j.payload ->> 'session' = i.session_id
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) and i.ballot > 1 order by j.seq";
const DECISIONS: &str = "select d.seq, d.grade, d.opinion, d.due, d.consent, d.at, d.entitled, d.present, d.needed
    from agenda_item i join decision d on d.seq = i.decided
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2)";
const DISSENTS: &str = "select i.target_id, d.member, d.reason, d.at from agenda_item i
    join dissent d on d.session_id = i.session_id and d.target_id = i.target_id
    where i.session_id = ?1 and (?2 is null or i.target_id = ?2) order by d.seq";

fn item(row: &Row<'_>) -> rusqlite::Result<TargetId> {
    row.get(0).map(TargetId)
}

fn target(row: &Row<'_>) -> rusqlite::Result<(TargetId, ItemView)> {
    let target = item(row)?;
    let view = ItemView {
        target,
        state: ItemState::Open,
        gone: false,
        code: row.get(1)?,
        project: row.get(2)?,
        amount: row.get::<_, Option<i64>>(3)?.map(Money),
        prior_score: row.get(4)?,
        version: row.get(5)?,
        consentable: row.get(6)?,
        unit: unit_at(row, 7)?,
        standing: standing_at(row, 12)?,
        considered: considered_at(row, 22)?,
        stage_grades: Vec::new(),
        ballots_in: 0,
        ballots_due: 0,
        voters: Vec::new(),
        own: None,
        ballots: None,
        former: Vec::new(),
        decision: None,
        dissents: Vec::new(),
    };
    Ok((target, view))
}

fn considered_at(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Considered>> {
    let Some(seq) = row.get(first)? else { return Ok(None) };
    let (due, state, stage): (Option<String>, String, String) =
        (row.get(first + 2)?, row.get(first + 3)?, row.get(first + 4)?);
    Ok(Some(Considered {
        seq: Seq(seq),
        round: row.get(first + 1)?,
        due: due.map(|due| due.parse().map_err(|_| strange(first + 2, &due))).transpose()?,
        state: State::of_id(&state).ok_or_else(|| strange(first + 3, &state))?,
        stage: (!stage.is_empty()).then_some(stage),
    }))
}

fn grade(row: &Row<'_>) -> rusqlite::Result<Grade> {
    let text: String = row.get(1)?;
    text.parse().map_err(|_| strange(1, &text))
}

fn decision(row: &Row<'_>) -> rusqlite::Result<(Seq, DecisionView)> {
    let due: Option<String> = row.get(3)?;
    let view = DecisionView {
        grade: grade_of(1, row.get(1)?)?.ok_or_else(|| strange(1, ""))?,
        opinion: row.get(2)?,
        due: due.map(|due| due.parse().map_err(|_| strange(3, &due))).transpose()?,
        consent: row.get(4)?,
        at: Instant(row.get(5)?),
        quorum: Quorum { entitled: row.get(6)?, present: row.get(7)?, needed: row.get(8)? },
    };
    Ok((Seq(row.get(0)?), view))
}

fn dissent(row: &Row<'_>) -> rusqlite::Result<DissentView> {
    Ok(DissentView { member: row.get(1)?, reason: row.get(2)?, at: Instant(row.get(3)?) })
}
