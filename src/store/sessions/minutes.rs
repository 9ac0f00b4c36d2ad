//! What the minutes of a session are made of, as a person may read it.

use crate::domain::check::sentence;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Entry, Unreadable};
use crate::domain::ids::SessionId;
use crate::domain::people::User;
use crate::domain::session::Session;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::minutes::{Minutes, Move, Said};
use crate::domain::session::view::ItemView;
use crate::domain::time::Instant;
use crate::store::Store;
use crate::store::facts::unreadable;
use crate::store::journal::{self, COLUMNS, RawRow};

impl Store {
    /// The minutes of a session; `None` when it is not there for this viewer.
    pub fn minutes(&self, viewer: &User, id: SessionId) -> Answer<Option<Minutes>> {
        let Some(view) = self.session_view(viewer, id)? else { return Ok(None) };
        let items = view.items.iter().map(|item| self.said(viewer, id, item)).collect::<Answer<Vec<_>>>()?;
        let (mut opening, mut moves) = (None, Vec::new());
        for (at, act) in self.attendance(&view.session)? {
            match act {
                SessionEvent::Opened { present, quorum } => opening = Some((present, quorum)),
                SessionEvent::Attended { user, present, quorum } => moves.push(Move { at, user, present, quorum }),
                _ => {}
            }
        }
        Ok(Some(Minutes { view, items, opening, moves }))
    }

    /// The rows of the journal that tell who was in the room. They lie between opening and close, and the journal's times never go back.
    fn attendance(&self, session: &Session) -> Answer<Vec<(Instant, SessionEvent)>> {
        let Some(opened) = session.opened else { return Ok(Vec::new()) };
        let closed = session.closed.map_or(i64::MAX, |at| at.0);
        let sql = format!(
            "select {COLUMNS} from journal where seq >= ?1 and at <= ?2 and kind in ('session-opened', 'session-attended') order by seq"
        );
        let from = self.first_row_at(opened)?;
        let rows = self.many(&sql, rusqlite::params![from, closed], RawRow::read)?;
        let entry = |row: RawRow| row.entry().map_err(Unreadable);
        let acts = rows.into_iter().map(entry).collect::<Answer<Vec<_>>>()?.into_iter();
        let own = |entry: Entry| match entry.event {
            Event::Session { session: id, act } if id == session.id => Some((entry.at, act)),
            _ => None,
        };
        Ok(acts.filter_map(own).collect())
    }

    /// The first row of the journal that is not older, found by halving.
    fn first_row_at(&self, at: Instant) -> Answer<i64> {
        let newest = journal::head(&self.conn).map_err(unreadable)?.seq;
        let (mut low, mut high) = (1, newest + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let sql = "select at from journal where seq = ?1";
            let stood = self.many(sql, [middle], |row| row.get::<_, i64>(0))?;
            if stood.first().is_none_or(|stood| *stood >= at.0) { high = middle } else { low = middle + 1 }
        }
        Ok(low)
    }

    fn said(&self, viewer: &User, session: SessionId, item: &ItemView) -> Answer<Said> {
        let ballots = self.ballots_held(session, item.target)?;
        let Some(case) = self.case_file(viewer, item.target)? else {
            return Ok(Said { objective: String::new(), opinions: Vec::new(), findings: Vec::new(), ballots });
        };
        let deciding = self.procedure.deciding().map(|stage| stage.id.clone());
        let before = |stage: &str| deciding.as_deref() != Some(stage) && self.procedure.stage(stage).is_some();
        let round = item.standing.round;
        let findings = case.open_findings().map(sentence::message).collect();
        let opinions = case.reviews.into_iter();
        let opinions = opinions.filter(|one| !one.undone && one.round == round && before(&one.stage)).collect();
        Ok(Said { objective: case.submission.objective, opinions, findings, ballots })
    }
}
