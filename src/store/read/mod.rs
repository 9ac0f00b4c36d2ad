//! What screens and command line read, in domain types. Each read takes the viewer: what a person may not see is never counted,
//! sorted by, or found (`domain::access`).
//!
//! `queue` windows and lists · `place` where a row stands among them · `scope` their statements · `arms` the indexed pieces a tab is made of · `compile` filters to SQL · `tally` counts · `case` one target · `report` what the report and the board count · `preparation` what is still to come ·
//! `veil` what is taken off for who does not see the whole county.

mod arms;
mod case;
mod compile;
mod figures;
mod place;
mod preparation;
mod queue;
mod report;
mod scope;
mod tally;
mod veil;

#[cfg(test)]
mod tests;

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::facts::unreadable;
use super::journal::{self, COLUMNS, RawRow};
use super::open::identity;
use super::{Head, Store, rows};
use crate::domain::access::{self, Sight};
use crate::domain::desk_order::DeskOrder;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, County, Entry, Unreadable};
use crate::domain::ids::{Seq, TargetId, UnitId};
use crate::domain::library::Standard;
use crate::domain::people::{Unit, User};
use crate::domain::session::event::SessionEvent;
use crate::domain::target::Standing;
use crate::domain::text::name_key;
use crate::domain::time::Instant;
use rust_i18n::t;

/// The file as it stands while this lives.
pub struct Held<'a> {
    /// Nothing when somebody holds it already.
    _held: Option<Transaction<'a>>,
}

impl Store {
    /// The county of the file, once founded.
    pub fn county(&self) -> Answer<Option<County>> {
        let sql = "select name, year, sample from county";
        let found = self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_row([], rows::county).optional());
        found.map_err(unreadable)
    }

    /// The journal's last row; `None` for an empty one.
    pub fn head(&self) -> Answer<Option<Head>> {
        let head = journal::head(&self.conn).map_err(unreadable)?;
        Ok((head.seq > 0).then_some(Head { seq: head.seq, hash: head.hash, at: Instant(head.at) }))
    }

    /// The people of the file, in the order in which they were added.
    pub fn users(&self) -> Answer<Vec<User>> {
        let names = self.many("select name from \"user\" order by rowid", [], |row| row.get::<_, String>(0))?;
        names.iter().filter_map(|name| self.user(name).transpose()).collect()
    }

    /// The county's own standard indicators, in their order.
    pub fn standards(&self) -> Answer<Vec<Standard>> {
        rows::standards(&self.conn).map_err(unreadable)
    }

    /// A unit by number.
    pub fn unit(&self, id: UnitId) -> Answer<Option<Unit>> {
        let found = self.many("select id, code, name, level, desk from unit where id = ?1", [id.0], rows::unit)?;
        Ok(found.into_iter().next())
    }

    /// The unit that a person names by code or name, spaces and punctuation aside; `None` when there is none for this viewer.
    pub fn find_unit(&self, viewer: &User, text: &str) -> Answer<Option<Unit>> {
        let (sight, key) = (access::sight(viewer), name_key(text));
        let named = |unit: &Unit| unit.code.as_deref() == Some(text.trim()) || name_key(&unit.name) == key;
        Ok(self.units()?.into_iter().find(|unit| sight.shows(unit.id) && named(unit)))
    }

    /// The units that a person may see, by number.
    pub fn units_for(&self, viewer: &User) -> Answer<Vec<Unit>> {
        let sight = access::sight(viewer);
        Ok(self.units()?.into_iter().filter(|unit| sight.shows(unit.id)).collect())
    }

    /// All units, by number.
    pub(super) fn units(&self) -> Answer<Vec<Unit>> {
        self.many("select id, code, name, level, desk from unit order by id", [], rows::unit)
    }

    /// All units, and where they and their desks stand in lists.
    pub(in crate::store) fn units_in_order(&self) -> Answer<(Vec<Unit>, DeskOrder)> {
        let units = self.units()?;
        let order = DeskOrder::of(&units);
        Ok((units, order))
    }

    /// The target that a person names by `#number` or project code; of several years the one under review, else the newest.
    pub fn find_ref(&self, viewer: &User, text: &str) -> Answer<Option<TargetId>> {
        let text = text.trim();
        let number = text.strip_prefix(['#', '#']).and_then(|number| number.parse::<i64>().ok());
        let sql = "select t.id, t.unit_id from target t left join county c on c.year = t.year
            where t.id = ?1 or t.code = ?2 order by c.id is null, t.year desc, t.id";
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
        self.entries_that(viewer, (target, after), limit, &|_| true)
    }

    /// The same of those rows that fit, as the viewer may read them: nobody finds out by asking what is kept from them.
    pub fn entries_that(
        &self,
        viewer: &User,
        (target, after): (Option<TargetId>, Option<Seq>),
        limit: Option<u32>,
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Answer<Vec<Entry>> {
        let which = if target.is_some() { "target_id = ?1" } else { "?1 is null" };
        let sql = format!("select {COLUMNS} from journal where {which} and seq > ?2 order by seq desc");
        let mut sql = self.conn.prepare_cached(&sql).map_err(unreadable)?;
        let given = params![target.map(|target| target.0), after.map_or(0, |after| after.0)];
        let mut raw = sql.query(given).map_err(unreadable)?;
        let (limit, sight) = (limit.map_or(usize::MAX, |limit| limit as usize), access::sight(viewer));
        let mut entries = Vec::new();
        while entries.len() < limit {
            let Some(row) = raw.next().map_err(unreadable)? else { break };
            let row = RawRow::read(row).map_err(unreadable)?;
            let seq = row.seq;
            let entry = row.entry().map_err(|words| Unreadable(format!("journal {seq}: {words}")))?;
            self.go_on()?;
            entries.extend(self.shown(viewer, &sight, entry)?.filter(|entry| fits(entry)));
        }
        entries.reverse();
        Ok(entries)
    }

    /// A row as a viewer may read it, if at all: before the reveal nobody learns whose a ballot is but its owner and who entered it;
    /// sessions are the bureau's own; who does not see all sees what concerns the own units, without opinions that were
    /// not fed back, the undoing of such, and the grades that they gave.
    fn shown(&self, viewer: &User, sight: &Sight, mut entry: Entry) -> Answer<Option<Entry>> {
        if let Event::Session { session, act } = &mut entry.event {
            if *sight != Sight::All {
                return Ok(None);
            }
            if let SessionEvent::Sealed { target, ballot, member, commitment, .. } = act
                && *member != viewer.name
                && entry.by != viewer.name
                && !self.is_revealed(*session, *target, *ballot)?
            {
                (entry.by, entry.on_behalf) = (t!("session.somebody").into_owned(), None);
                member.clear();
                commitment.clear();
            }
            return Ok(Some(entry));
        }
        if *sight == Sight::All {
            return Ok(Some(entry));
        }
        let Some(id) = entry.event.target() else { return Ok(None) };
        let Some(target) = rows::target(&self.conn, id).map_err(unreadable)? else { return Ok(None) };
        let act = match &entry.event {
            Event::ReviewGiven { .. } => Some(entry.seq),
            Event::ActUndone { act, .. } => Some(*act),
            _ => None,
        };
        if veil::tells_waiver(&entry.event) && !access::reads_waivers(sight) {
            return Ok(None);
        }
        let said = match &entry.event {
            Event::PointAnswered { round, .. } => access::reads_point(viewer, (&entry.by, *round), &target.standing),
            _ => true,
        };
        if !sight.shows(target.unit) || !said || !self.reads_act(sight, act, &target.standing)? {
            return Ok(None);
        }
        for standing in veil::standings(&mut entry.event) {
            veil::hide(sight, standing, &target.standing);
        }
        Ok(Some(entry))
    }

    /// Whether an act carries no opinion, or one that may be read.
    fn reads_act(&self, sight: &Sight, act: Option<Seq>, current: &Standing) -> Answer<bool> {
        let Some(act) = act else { return Ok(true) };
        let sql = "select stage, round, undone from review where seq = ?1";
        let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?));
        let found = self.many(sql, [act.0], read)?;
        let reads = |(stage, round, undone): &(String, u32, bool)| {
            veil::reads_review(sight, &self.procedure, (stage, *round, *undone), current)
        };
        Ok(found.iter().all(reads))
    }

    /// Holds the file still for several questions, so that their answers agree; the statements take no lock of their own meanwhile.
    ///
    /// # Errors
    /// When it cannot be read, or another file was put in its place: what is shown of it would be over.
    pub fn hold(&self) -> Answer<Held<'_>> {
        if !self.frozen && !identity(&self.path).is_ok_and(|now| now == self.identity) {
            return Err(Unreadable(t!("store.replaced-reading").into_owned()));
        }
        let free = self.conn.is_autocommit();
        let held = free.then(|| self.conn.unchecked_transaction()).transpose().map_err(unreadable)?;
        Ok(Held { _held: held })
    }

    /// All rows of a statement.
    pub(super) fn many<T>(
        &self,
        sql: &str,
        given: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answer<Vec<T>> {
        self.go_on()?;
        let mut sql = self.conn.prepare_cached(sql).map_err(unreadable)?;
        let found = sql.query_map(given, read).and_then(Iterator::collect);
        found.map_err(unreadable)
    }
}
