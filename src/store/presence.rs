//! Who is in which session now, by program: not journaled, rings no bell, and gone when its program is.
//!
//! A program is known by its process and the process's start, so that a number used again is not taken for it. What has no `/proc`
//! tells of nobody.

use std::fs;
use std::time::Duration;

use rusqlite::params;

use super::Store;
use super::execute::Unwritable;
use crate::domain::access::{self, Sight};
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::people::User;
use crate::domain::session::view::{Here, Presence};

/// Presence waits for nobody: the next change tells it.
const PATIENCE: Duration = Duration::from_millis(500);

impl Store {
    /// Says that this program is in a session, or in none any more. Rows of programs that ended go with it.
    pub fn here(&mut self, user: &str, presence: Option<Presence>) -> Answer<()> {
        let pid = std::process::id();
        let Some(started) = started(pid) else { return Ok(()) };
        // Not brought to the disk apart: a power cut ends all who are here.
        self.commit(PATIENCE, |conn| {
            let change = || -> rusqlite::Result<()> {
                let mut known = conn.prepare_cached("select pid, started from presence")?;
                let rows = known.query_map([], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?)))?;
                for (pid, since) in rows.collect::<rusqlite::Result<Vec<_>>>()? {
                    if self::started(pid) != Some(since) {
                        let sql = "delete from presence where pid = ?1 and started = ?2";
                        conn.prepare_cached(sql)?.execute(params![pid, since])?;
                    }
                }
                let Some(Presence { session, at }) = presence else {
                    let sql = "delete from presence where pid = ?1 and started = ?2";
                    return conn.prepare_cached(sql)?.execute(params![pid, started]).map(drop);
                };
                let sql =
                    "insert into presence (pid, started, user_name, session_id, target_id) values (?1, ?2, ?3, ?4, ?5)
                    on conflict (pid, started) do update set user_name = excluded.user_name,
                    session_id = excluded.session_id, target_id = excluded.target_id";
                let row = params![pid, started, user, session.0, at.map(|target| target.0)];
                conn.prepare_cached(sql)?.execute(row).map(drop)
            };
            change().map_err(|error| Unreadable::from(Unwritable::from(error)))
        })
    }

    /// Who is in a session now, as far as the viewer may see the session.
    pub fn present(&self, viewer: &User, session: SessionId) -> Answer<Vec<Here>> {
        let member = "select 1 from session_member where session_id = ?1 and user_name = ?2";
        let seen = access::sight(viewer) == Sight::All
            || !self.many(member, params![session.0, viewer.name], |_| Ok(()))?.is_empty();
        if !seen {
            return Ok(Vec::new());
        }
        let sql =
            "select pid, started, user_name, target_id from presence where session_id = ?1 order by user_name, pid";
        let rows = self.many(sql, [session.0], |row| {
            let here = Here { user: row.get(2)?, at: row.get::<_, Option<i64>>(3)?.map(TargetId) };
            Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?, here))
        })?;
        let lives = |(pid, since, here)| (started(pid) == Some(since)).then_some(here);
        Ok(rows.into_iter().filter_map(lives).collect())
    }
}

/// When a process started, in clock ticks since the machine did; nothing when there is no such process.
fn started(pid: u32) -> Option<i64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program stands in brackets and may contain anything; what follows it is numbers.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace();
    let state = fields.next()?;
    if state == "Z" {
        return None;
    }
    fields.nth(18)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_its_start_while_it_lives() {
        let mut child = std::process::Command::new("sleep").arg("60").spawn().unwrap();
        let (own, other) = (started(std::process::id()).unwrap(), started(child.id()).unwrap());
        assert!(other >= own, "{other} after {own}");
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(started(child.id()), None);
    }
}
