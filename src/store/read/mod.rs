//! What screens and command line read, in domain types. Each read takes the viewer: what a person may not see is never counted,
//! sorted by, or found (`domain::access`).
//!
//! `queue` windows and lists · `arms` the indexed pieces a tab is made of · `compile` filters to SQL · `tally` counts · `case` one target.

mod arms;
mod case;
mod compile;
mod queue;
mod tally;

use rusqlite::{OptionalExtension, Row, params};

use super::facts::unreadable;
use super::journal::{COLUMNS, RawRow};
use super::{Store, rows};
use crate::domain::access::{self, Sight};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, County, Entry, Unreadable};
use crate::domain::ids::{Seq, TargetId, UnitId};
use crate::domain::people::{Unit, User};

/// Rows of the journal at most when nobody says.
const MANY: u32 = 1_000_000_000;

impl Store {
    /// The county of the file, once founded.
    pub fn county(&self) -> Answer<Option<County>> {
        let sql = "select name, year, sample from county";
        let found = self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_row([], rows::county).optional());
        found.map_err(unreadable)
    }

    /// The people of the file, in the order in which they were added.
    pub fn users(&self) -> Answer<Vec<User>> {
        let names = self.many("select name from \"user\" order by rowid", [], |row| row.get::<_, String>(0))?;
        names.iter().filter_map(|name| self.user(name).transpose()).collect()
    }

    /// A unit by number.
    pub fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        let found = self.many("select id, code, name, level, desk from unit where id = ?1", [id.0], rows::unit)?;
        Ok(found.into_iter().next())
    }

    /// All units, by number.
    pub(super) fn units(&self) -> Answer<Vec<Unit>> {
        self.many("select id, code, name, level, desk from unit order by id", [], rows::unit)
    }

    /// The target that a person names by `#number` or project code; of several years the one under review, else the newest.
    pub fn find_ref(&self, viewer: &User, text: &str) -> Answer<Option<TargetId>> {
        let text = text.trim();
        let number = text.strip_prefix(['#', '#']).and_then(|number| number.parse::<i64>().ok());
        let sql = "select t.id, t.unit_id from target t left join county c on c.year = t.year
            where t.id = ?1 or t.code = ?2 order by c.id is null, t.year desc, t.id limit 1";
        let read = |row: &Row<'_>| Ok((TargetId(row.get(0)?), UnitId(row.get(1)?)));
        let found = self.many(sql, params![number, text], read)?;
        let sight = access::sight(viewer);
        Ok(found.into_iter().find(|(_, unit)| sight.shows(*unit)).map(|(target, _)| target))
    }

    /// Rows of the journal that a viewer may read, oldest first: of one target or of all, after a row, at most the newest so many.
    pub fn entries(
        &self,
        viewer: &User,
        target: Option<TargetId>,
        after: Option<Seq>,
        limit: Option<u32>,
    ) -> Answer<Vec<Entry>> {
        let which = if target.is_some() { "target_id = ?1" } else { "?1 is null" };
        let sql = format!("select {COLUMNS} from journal where {which} and seq > ?2 order by seq desc limit ?3");
        let given = params![target.map(|target| target.0), after.map_or(0, |after| after.0), limit.unwrap_or(MANY)];
        let raw = self.many(&sql, given, RawRow::read)?;
        let sight = access::sight(viewer);
        let mut entries = Vec::with_capacity(raw.len());
        for row in raw.into_iter().rev() {
            let seq = row.seq;
            let entry = row.entry().map_err(|words| Unreadable(format!("journal {seq}: {words}")))?;
            if self.shows(&sight, &entry)? {
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// Whether a viewer may read a row: who does not see all sees what concerns the own units, without opinions not yet fed back.
    fn shows(&self, sight: &Sight, entry: &Entry) -> Answer<bool> {
        if *sight == Sight::All {
            return Ok(true);
        }
        let Some(id) = entry.event.target() else { return Ok(false) };
        let Some(target) = rows::target(&self.conn, id).map_err(unreadable)? else { return Ok(false) };
        let readable = match &entry.event {
            Event::ReviewGiven { review, .. } => {
                let role = self.procedure.stage(&review.stage).map(|stage| stage.role);
                access::reads_opinion(sight, role, review.round, &target.standing)
            }
            _ => true,
        };
        Ok(readable && sight.shows(target.unit))
    }

    /// All rows of a statement.
    pub(super) fn many<T>(
        &self,
        sql: &str,
        given: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answer<Vec<T>> {
        let mut sql = self.conn.prepare_cached(sql).map_err(unreadable)?;
        let found = sql.query_map(given, read).and_then(Iterator::collect);
        found.map_err(unreadable)
    }
}
