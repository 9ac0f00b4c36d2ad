//! What `decide` asks about joint sessions.

use rusqlite::params;

use super::{BALLOT, ballot, load};
use crate::domain::facts::Answer;
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::session::Session;
use crate::domain::session::ballot::{Ballot, Seal};
use crate::domain::session::facts::SessionFacts;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::rows::strange;

impl SessionFacts for SqlFacts<'_> {
    fn stage_grades(&self, target: TargetId, round: u32) -> Answer<Vec<Grade>> {
        let deciding = self.deciding_stage();
        let sql = "select grade from review where target_id = ?1 and round = ?2 and undone = 0 and stage <> ?3
            and grade is not null order by seq";
        self.many(sql, params![self.of(target), round, deciding], |row| {
            let grade: String = row.get(0)?;
            grade.parse::<Grade>().map_err(|_| strange(0, &grade))
        })
    }

    fn open_findings(&self, target: TargetId) -> Answer<u32> {
        let found = self.one("select findings from target where id = ?1", [self.of(target)], |row| row.get(0))?;
        Ok(found.unwrap_or(0))
    }

    fn session(&self, id: SessionId) -> Answer<Option<Session>> {
        load(self.conn(), id).map_err(unreadable)
    }

    fn session_holding(&self, target: TargetId) -> Answer<Option<SessionId>> {
        let sql = "select s.id from agenda_item i join session s on s.id = i.session_id
            where i.target_id = ?1 and i.state <> 'decided' and s.state <> 'closed' order by s.id limit 1";
        self.one(sql, [self.of(target)], |row| row.get(0).map(SessionId))
    }

    fn session_of_act(&self, act: Seq) -> Answer<Option<SessionId>> {
        let sql = "select session_id from agenda_item where decided = ?1 + 1";
        self.one(sql, [act.0], |row| row.get(0).map(SessionId))
    }

    fn seals(&self, session: SessionId, target: TargetId, ballot: u32) -> Answer<Vec<Seal>> {
        let sql = "select member, commitment from seal where session_id = ?1 and target_id = ?2 and ballot = ?3 order by member";
        self.many(sql, params![session.0, self.of(target), ballot], |row| {
            Ok(Seal { member: row.get(0)?, commitment: row.get(1)? })
        })
    }

    fn sealed(&self, session: SessionId, target: TargetId, round: u32) -> Answer<Vec<Ballot>> {
        let sql = format!(
            "select {BALLOT} from sealed_ballot where session_id = ?1 and target_id = ?2 and ballot = ?3 order by member"
        );
        self.many(&sql, params![session.0, self.of(target), round], ballot)
    }

    fn ballots(&self, session: SessionId, target: TargetId, round: u32) -> Answer<Vec<Ballot>> {
        let sql = format!(
            "select {BALLOT} from ballot where session_id = ?1 and target_id = ?2 and ballot = ?3 order by place"
        );
        self.many(&sql, params![session.0, self.of(target), round], ballot)
    }

    fn next_session(&self) -> Answer<SessionId> {
        self.next("session").map(SessionId)
    }
}
