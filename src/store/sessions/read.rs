//! Sessions as a person reads them. Before the reveal nobody learns more of a ballot than that it is in, but its owner.

use rusqlite::{Row, params};

use super::facts::own;
use super::{BALLOT, ballot, load};
use crate::domain::access::{self, Sight};
use crate::domain::facts::Answer;
use crate::domain::grade::Grade;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::session::facts::SessionFacts;
use crate::domain::session::view::{DecisionView, DissentView, ItemView, SessionRow, SessionView};
use crate::domain::session::{Item, ItemState, Quorum, Session, SessionState};
use crate::domain::target::State;
use crate::domain::time::Instant;
use crate::store::Store;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::rows::{grade_of, standing_at, strange, unit_at};

impl Store {
    /// All sessions that a viewer may see, newest first.
    pub fn session_list(&self, viewer: &User) -> Answer<Vec<SessionRow>> {
        let sql = "select s.id, s.name, s.day, s.state, count(i.place), coalesce(sum(i.state = 'decided'), 0)
            from session s left join agenda_item i on i.session_id = s.id
            where ?1 or exists (select 1 from session_member m where m.session_id = s.id and m.user_name = ?2)
            group by s.id order by s.id desc";
        let all = access::sight(viewer) == Sight::All;
        self.many(sql, params![all, viewer.name], |row| {
            let (day, state): (Option<String>, String) = (row.get(2)?, row.get(3)?);
            Ok(SessionRow {
                id: SessionId(row.get(0)?),
                name: row.get(1)?,
                day: day.map(|day| day.parse().map_err(|_| strange(2, &day))).transpose()?,
                state: SessionState::of_id(&state).ok_or_else(|| strange(3, &state))?,
                items: (row.get(4)?, row.get(5)?),
            })
        })
    }

    /// A session with its items; `None` when it is not there for this viewer.
    pub fn session_view(&self, viewer: &User, id: SessionId) -> Answer<Option<SessionView>> {
        let _held = self.hold()?;
        let Some(session) = load(&self.conn, id).map_err(unreadable)? else { return Ok(None) };
        if access::sight(viewer) != Sight::All && session.member(&viewer.name).is_none() {
            return Ok(None);
        }
        let items = session.items.iter().map(|item| self.item_view(viewer, &session, item));
        let items = items.collect::<Answer<Vec<_>>>()?;
        let quorum = session.current.map_or_else(|| session.quorum_now(), |target| session.quorum_of(target));
        Ok(Some(SessionView { session, quorum, items }))
    }

    fn item_view(&self, viewer: &User, session: &Session, item: &Item) -> Answer<ItemView> {
        let mut view = self.item_target(item)?;
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let deciding = self.procedure.deciding().map(|stage| stage.id.as_str());
        let waits = view.standing.state == State::Pending && view.standing.stage.as_deref() == deciding;
        view.gone = item.state != ItemState::Decided && !waits;
        view.stage_grades = facts.stage_grades(item.target, view.standing.round)?;
        view.consentable &= waits && item.state == ItemState::Open && agreed(&view.stage_grades);
        let held = (session.id, item.target, item.ballot);
        let seals = facts.seals(held.0, held.1, held.2)?;
        let due: Vec<&str> =
            session.entitled(item.target).filter(|member| member.present).map(|member| member.user.as_str()).collect();
        // Who stands aside or left does not count, although the ballot lies there.
        let voters = seals.into_iter().map(|seal| seal.member).filter(|member| due.contains(&member.as_str()));
        let voters: Vec<String> = voters.collect();
        (view.ballots_in, view.ballots_due) = (count(voters.len()), count(due.len()));
        let ballots = facts.ballots(held.0, held.1, held.2)?;
        if ballots.is_empty() {
            view.own = own(&self.conn, held, &viewer.name).map_err(unreadable)?;
            view.voters = if self.procedure.session.names_voters { voters } else { Vec::new() };
        } else {
            view.ballots = Some(ballots);
        }
        view.decision = self.decision(session.id, item)?;
        view.dissents = self.dissents(session.id, item.target)?;
        Ok(view)
    }

    fn item_target(&self, item: &Item) -> Answer<ItemView> {
        let sql = format!(
            "select t.code, t.project, t.amount, t.prior_text, t.version, t.findings + t.uncovered + t.orphans = 0, u.id, u.code, u.name, u.level, u.desk, {}
            from target t join unit u on u.id = t.unit_id where t.id = ?1",
            crate::store::rows::STANDING
        );
        let read = |row: &Row<'_>| {
            Ok(ItemView {
                target: item.target,
                state: item.state,
                gone: false,
                code: row.get(0)?,
                project: row.get(1)?,
                amount: row.get::<_, Option<i64>>(2)?.map(Money),
                prior_score: row.get(3)?,
                version: row.get(4)?,
                consentable: row.get(5)?,
                unit: unit_at(row, 6)?,
                standing: standing_at(row, 11)?,
                stage_grades: Vec::new(),
                ballots_in: 0,
                ballots_due: 0,
                voters: Vec::new(),
                own: None,
                ballots: None,
                decision: None,
                dissents: Vec::new(),
            })
        };
        let row = self.conn.prepare_cached(&sql).and_then(|mut sql| sql.query_row([item.target.0], read));
        row.map_err(unreadable)
    }

    fn decision(&self, session: SessionId, item: &Item) -> Answer<Option<DecisionView>> {
        let Some(seq) = item.decided else { return Ok(None) };
        let sql = "select grade, opinion, due, consent, at, entitled, present, needed from decision where seq = ?1 and session_id = ?2";
        let found = self.many(sql, params![seq.0, session.0], |row| {
            let due: Option<String> = row.get(2)?;
            Ok(DecisionView {
                grade: grade_of(0, row.get(0)?)?.ok_or_else(|| strange(0, ""))?,
                opinion: row.get(1)?,
                due: due.map(|due| due.parse().map_err(|_| strange(2, &due))).transpose()?,
                consent: row.get(3)?,
                at: Instant(row.get(4)?),
                quorum: Quorum { entitled: row.get(5)?, present: row.get(6)?, needed: row.get(7)? },
            })
        })?;
        Ok(found.into_iter().next())
    }

    fn dissents(&self, session: SessionId, target: TargetId) -> Answer<Vec<DissentView>> {
        let sql = "select member, reason, at from dissent where session_id = ?1 and target_id = ?2 order by seq";
        self.many(sql, params![session.0, target.0], |row| {
            Ok(DissentView { member: row.get(0)?, reason: row.get(1)?, at: Instant(row.get(2)?) })
        })
    }

    /// Whether a ballot's grades are on the table.
    pub(in crate::store) fn is_revealed(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<bool> {
        let sql = "select 1 from ballot where session_id = ?1 and target_id = ?2 and ballot = ?3 limit 1";
        Ok(!self.many(sql, params![session.0, target.0, ballot], |_| Ok(()))?.is_empty())
    }

    /// The revealed ballots of every ballot held on an item, oldest first: a reballot keeps what was graded before.
    pub fn ballots_held(
        &self,
        session: SessionId,
        target: TargetId,
    ) -> Answer<Vec<(u32, Vec<crate::domain::session::ballot::Ballot>)>> {
        let sql = format!(
            "select {BALLOT}, ballot from ballot where session_id = ?1 and target_id = ?2 order by ballot, place"
        );
        let rows = self.many(&sql, params![session.0, target.0], |row| Ok((row.get::<_, u32>(6)?, ballot(row)?)))?;
        let mut held: Vec<(u32, Vec<_>)> = Vec::new();
        for (number, one) in rows {
            match held.last_mut().filter(|(last, _)| *last == number) {
                Some((_, ballots)) => ballots.push(one),
                None => held.push((number, vec![one])),
            }
        }
        Ok(held)
    }
}

/// Whether all stages before gave 优, or all gave 良.
fn agreed(grades: &[Grade]) -> bool {
    let first = grades.first().filter(|first| matches!(first, Grade::Excellent | Grade::Good));
    first.is_some_and(|first| grades.iter().all(|grade| grade == first))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
