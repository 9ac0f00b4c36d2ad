//! Sessions as a person reads them. Before the reveal nobody learns more of a ballot than that it is in, but its owner.

use std::collections::BTreeSet;

use rusqlite::params;

use super::parts::Parts;
use super::{BALLOT, ballot, load};
use crate::domain::access::{self, Sight};
use crate::domain::facts::Answer;
use crate::domain::grade::Grade;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::people::User;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::view::{ItemView, Meeting, SessionRow, SessionView};
use crate::domain::session::{Item, ItemState, Session, SessionState};
use crate::domain::target::State;
use crate::store::Store;
use crate::store::facts::unreadable;
use crate::store::rows::strange;

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

    /// The open session in which a viewer holds a seat: the newest of those in which the viewer is present, else the newest.
    pub fn meeting_of(&self, viewer: &User) -> Answer<Option<Meeting>> {
        let sql = "select s.id, s.name, m.present from session s join session_member m on m.session_id = s.id
            where s.state = 'open' and m.user_name = ?1 order by m.present desc, s.id desc limit 1";
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Meeting { id: SessionId(row.get(0)?), name: row.get(1)?, present: row.get(2)? })
        };
        Ok(self.many(sql, params![viewer.name], read)?.into_iter().next())
    }

    /// A session with its items; `None` when it is not there for this viewer.
    pub fn session_view(&self, viewer: &User, id: SessionId) -> Answer<Option<SessionView>> {
        let _held = self.hold()?;
        let Some(session) = self.session_for(viewer, id)? else { return Ok(None) };
        let mut parts = self.session_parts(viewer, id, None)?;
        let items = session.items.iter().filter_map(|item| self.item_view(&session, item, &mut parts)).collect();
        Ok(Some(assembled(session, items)))
    }

    /// A session that was read before, of which some items changed since, and what is no item.
    pub(in crate::store) fn session_again(
        &self,
        viewer: &User,
        before: &SessionView,
        changed: &BTreeSet<TargetId>,
    ) -> Answer<Option<SessionView>> {
        let Some(session) = self.session_for(viewer, before.session.id)? else { return Ok(None) };
        let mut items = before.items.clone();
        for item in items.iter_mut().filter(|item| changed.contains(&item.target)) {
            let mut parts = self.session_parts(viewer, session.id, Some(item.target))?;
            let known = session.item(item.target);
            if let Some(fresh) = known.and_then(|known| self.item_view(&session, known, &mut parts)) {
                *item = fresh;
            }
        }
        Ok(Some(assembled(session, items)))
    }

    fn session_for(&self, viewer: &User, id: SessionId) -> Answer<Option<Session>> {
        let session = load(&self.conn, id).map_err(unreadable)?;
        let all = access::sight(viewer) == Sight::All;
        Ok(session.filter(|session| all || session.member(&viewer.name).is_some()))
    }

    /// An item of what was read of all.
    fn item_view(&self, session: &Session, item: &Item, parts: &mut Parts) -> Option<ItemView> {
        let mut view = parts.targets.remove(&item.target)?;
        view.state = item.state;
        let deciding = self.procedure.deciding().map(|stage| stage.id.as_str());
        let waits = view.stands() == (State::Pending, deciding);
        view.gone = item.state != ItemState::Decided && !waits;
        view.stage_grades = parts.grades.remove(&item.target).unwrap_or_default();
        view.consentable &= waits && item.state == ItemState::Open && agreed(&view.stage_grades);
        let due: Vec<&str> =
            session.entitled(item.target).filter(|member| member.present).map(|member| member.user.as_str()).collect();
        // Who stands aside or left does not count, although the ballot lies there.
        let mut voters = parts.seals.remove(&item.target).unwrap_or_default();
        voters.retain(|member| due.contains(&member.as_str()));
        (view.ballots_in, view.ballots_due) = (count(voters.len()), count(due.len()));
        view.former = parts.former(item);
        view.ballots = parts.ballots.remove(&(item.target, item.ballot));
        if view.ballots.is_none() {
            view.own = parts.own.remove(&item.target);
            view.voters = if self.procedure.session.names_voters { voters } else { Vec::new() };
        }
        view.decision = item.decided.and_then(|seq| parts.decisions.remove(&seq));
        view.dissents = parts.dissents.remove(&item.target).unwrap_or_default();
        Some(view)
    }

    /// Whether a ballot's grades are on the table.
    pub(in crate::store) fn is_revealed(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<bool> {
        let sql = "select 1 from ballot where session_id = ?1 and target_id = ?2 and ballot = ?3 limit 1";
        Ok(!self.many(sql, params![session.0, target.0, ballot], |_| Ok(()))?.is_empty())
    }

    /// The revealed ballots of every ballot held on an item, oldest first: a reballot keeps what was graded before.
    pub fn ballots_held(&self, session: SessionId, target: TargetId) -> Answer<Vec<(u32, Vec<Ballot>)>> {
        let sql = format!(
            "select {BALLOT}, ballot from ballot where session_id = ?1 and target_id = ?2 order by ballot, place"
        );
        let rows = self.many(&sql, params![session.0, target.0], |row| Ok((row.get::<_, u32>(7)?, ballot(row)?)))?;
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

fn assembled(session: Session, items: Vec<ItemView>) -> SessionView {
    let quorum = session.current.map_or_else(|| session.quorum_now(), |target| session.quorum_of(target));
    SessionView { session, quorum, items }
}

/// Whether all stages before gave 优, or all gave 良.
fn agreed(grades: &[Grade]) -> bool {
    let first = grades.first().filter(|first| matches!(first, Grade::Excellent | Grade::Good));
    first.is_some_and(|first| grades.iter().all(|grade| grade == first))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
