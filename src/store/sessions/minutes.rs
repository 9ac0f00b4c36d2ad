//! What the minutes of a session are made of, as a person may read it.

use std::collections::BTreeSet;

use crate::domain::access;
use crate::domain::check::sentence;
use crate::domain::check::{Finding, Report};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Entry, Unreadable};
use crate::domain::handin::Severity;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::people::User;
use crate::domain::session::Session;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::minutes::{Minutes, Move, Said};
use crate::domain::session::view::ItemView;
use crate::domain::time::Instant;
use crate::domain::view::ReviewRow;
use crate::store::Store;
use crate::store::facts::unreadable;
use crate::store::journal::{self, COLUMNS, RawRow};
use crate::store::rows;

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
        let entry = |row: &RawRow| row.entry().map_err(Unreadable);
        let acts = rows.iter().map(entry).collect::<Answer<Vec<_>>>()?.into_iter();
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

    /// What was said of an item: up to the session's decision on it, or to its close; what became of the target since is not part of it.
    fn said(&self, viewer: &User, session: SessionId, item: &ItemView) -> Answer<Said> {
        let ballots = self.ballots_held(session, item.target)?;
        let Some(case) = self.case_file(viewer, item.target)? else {
            return Ok(Said { objective: String::new(), opinions: Vec::new(), findings: Vec::new(), ballots });
        };
        let deciding = self.procedure.deciding().map(|stage| stage.id.clone());
        let before = |stage: &str| deciding.as_deref() != Some(stage) && self.procedure.stage(stage).is_some();
        let round = item.round();
        let known = |seq: Seq| item.considered.as_ref().is_none_or(|considered| seq <= considered.seq);
        let findings = match &item.considered {
            Some(considered) => self.open_then(viewer, item.target, considered.seq)?,
            None => case.open_findings().map(sentence::message).collect(),
        };
        let submission = rows::submission(&self.conn, item.target, round).map_err(unreadable)?;
        let objective = submission.map_or_else(String::new, |submission| submission.objective);
        let opinions = case.reviews.into_iter();
        let of_round = |one: &ReviewRow| !one.undone && one.round == round && before(&one.stage) && known(one.seq);
        let opinions = opinions.filter(of_round).collect();
        Ok(Said { objective, opinions, findings, ballots })
    }

    /// The findings of a target that were open after a row of the journal, in words, as far as the viewer may know what was let stand.
    fn open_then(&self, viewer: &User, target: TargetId, seq: Seq) -> Answer<Vec<String>> {
        let sql = format!(
            "select {COLUMNS} from journal where target_id = ?1 and seq <= ?2
             and kind in ('findings-recorded', 'finding-waived', 'waiver-withdrawn') order by seq"
        );
        let rows = self.many(&sql, rusqlite::params![target.0, seq.0], RawRow::read)?;
        let sight = access::sight(viewer);
        let (mut report, mut waived) = (Report::default(), BTreeSet::new());
        for row in rows {
            match row.entry().map_err(Unreadable)?.event {
                Event::FindingsRecorded { findings, .. } => report.findings = findings,
                Event::FindingWaived { key, .. } if access::reads_waivers(&sight) => _ = waived.insert(key),
                Event::WaiverWithdrawn { key, .. } => _ = waived.remove(&key),
                _ => {}
            }
        }
        report.put_in_order();
        let open = |finding: &&Finding| finding.severity != Severity::Hint && !waived.contains(&finding.key);
        Ok(report.findings.iter().filter(open).map(sentence::message).collect())
    }
}
