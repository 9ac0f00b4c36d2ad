//! Reads of the registers, each for a viewer.

use rusqlite::{Row, params};

use super::{rows, table};
use crate::domain::access::{self, Sight};
use crate::domain::facts::Answer;
use crate::domain::ids::{RecordId, UnitId};
use crate::domain::people::User;
use crate::domain::register::facts::RegisterFacts;
use crate::domain::register::view::{Missing, RecordFile, RecordRow, RegisterPage};
use crate::domain::register::{Content, Record, Register, Window};
use crate::domain::time::Instant;
use crate::store::facts::SqlFacts;
use crate::store::journal::{COLUMNS, RawRow};
use crate::store::{Store, rows as store_rows};

impl Store {
    /// The records of a register that a viewer may read, of a year or of all, in the register's order.
    pub fn register(&self, viewer: &User, register: Register, year: Option<i32>) -> Answer<RegisterPage> {
        let _held = self.hold()?;
        let (columns, table, order) = (rows::columns(register), table(register), rows::order(register));
        let which = if year.is_some() { "r.year = ?2" } else { "?2 is null" };
        let sql = format!(
            "select r.id, r.version, r.made_by, r.at, r.unit_id, {columns} from record r join {table} x on x.id = r.id
             left join unit u on u.id = r.unit_id where r.register = ?1 and r.key is not null and {which} order by {order}"
        );
        let sight = access::sight(viewer);
        let read = |row: &Row<'_>| {
            let unit = row.get::<_, Option<i64>>(4)?.map(UnitId);
            Ok((unit, row_of(register, row)?))
        };
        let found = self.many(&sql, params![register.id(), year], read)?;
        let seen = found.into_iter().filter(|(unit, _)| access::reads_record(&sight, *unit));
        let rows = seen.map(|(_, row)| row).collect();
        let missing = match year {
            Some(year) if register == Register::Disclosure => Content::ALL
                .iter()
                .map(|content| self.undisclosed(viewer, year, *content))
                .collect::<Answer<Vec<_>>>()?,
            _ => Vec::new(),
        };
        let (windows, counts) = (self.windows()?, self.register_counts(viewer, year)?);
        Ok(RegisterPage { register, year, rows, windows, missing, counts })
    }

    /// All windows of disclosure.
    pub fn windows(&self) -> Answer<Vec<Window>> {
        let columns = rows::columns(Register::Window);
        let sql = format!("select {columns} from disclosure_window x order by x.first_day desc, x.id");
        let found = self.many(&sql, [], |row| rows::record(Register::Window, row, 0))?;
        Ok(found
            .into_iter()
            .filter_map(|one| if let Record::Window(window) = one { Some(window) } else { None })
            .collect())
    }

    /// How many records each register has for a viewer, of a year or of all, in the order of the registers.
    pub fn register_counts(&self, viewer: &User, year: Option<i32>) -> Answer<Vec<(Register, u32)>> {
        let mut counts = Vec::new();
        for register in Register::ALL {
            let which = if year.is_some() { "(year = ?2 or year is null)" } else { "?2 is null" };
            let own = match access::sight(viewer) {
                Sight::All => String::new(),
                Sight::Units(units) => {
                    let units: Vec<_> = units.iter().map(ToString::to_string).collect();
                    format!(" and (unit_id is null or unit_id in ({}))", units.join(","))
                }
            };
            let sql = format!("select count(*) from record where register = ?1 and key is not null and {which}{own}");
            let found = self.many(&sql, params![register.id(), year], |row| row.get(0))?;
            counts.push((register, found.first().copied().unwrap_or(0)));
        }
        Ok(counts)
    }

    /// A record with its history; `None` when it is not there for this viewer. A removed one is there still.
    pub fn record_file(&self, viewer: &User, id: RecordId) -> Answer<Option<RecordFile>> {
        let _held = self.hold()?;
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let sight = access::sight(viewer);
        let kept = facts.record(id)?.filter(|kept| access::reads_record(&sight, kept.unit));
        let Some(kept) = kept else { return Ok(None) };
        let reasons = self.many("select reason from record where id = ?1", [id.0], |row| row.get::<_, String>(0))?;
        let sql = format!(
            "select {COLUMNS} from journal where seq in (select seq from record_act where record_id = ?1) order by seq"
        );
        let raw = self.many(&sql, [id.0], RawRow::read)?;
        let history = raw.iter().map(RawRow::entry).collect::<Result<Vec<_>, _>>();
        let history = history.map_err(crate::domain::facts::Unreadable)?;
        let removed = reasons.into_iter().next().filter(|_| kept.removed);
        let row = RecordRow { id, version: kept.version, record: kept.record, by: kept.by, at: kept.at };
        Ok(Some(RecordFile { row, removed, history }))
    }

    /// The units that have not published what they must of a year, by number, as far as the viewer sees them.
    pub fn undisclosed(&self, viewer: &User, year: i32, content: Content) -> Answer<Missing> {
        let sql = "select u.id, u.code, u.name, u.level, u.desk from unit u where not exists
            (select 1 from disclosure d where d.year = ?1 and d.content = ?2 and d.unit_id = u.id) order by u.id";
        let units = self.many(sql, params![year, content.id()], store_rows::unit)?;
        let sight = access::sight(viewer);
        let units = units.into_iter().filter(|unit| sight.shows(unit.id)).collect();
        let window = self.windows()?.into_iter().find(|window| (window.year, window.content) == (year, content));
        Ok(Missing { year, content, window, units })
    }

    /// The documents whose numbers stand in a text, newest first.
    pub fn cited_documents(&self, viewer: &User, numbers: &[String]) -> Answer<Vec<RecordRow>> {
        let page = self.register(viewer, Register::Document, None)?;
        let is_cited = |row: &RecordRow| match &row.record {
            Record::Document(one) => {
                numbers.iter().any(|cited| crate::domain::register::citation::means(cited, &one.number))
            }
            _ => false,
        };
        Ok(page.rows.into_iter().filter(is_cited).collect())
    }
}

fn row_of(register: Register, row: &Row<'_>) -> rusqlite::Result<RecordRow> {
    Ok(RecordRow {
        id: RecordId(row.get(0)?),
        version: row.get(1)?,
        by: row.get(2)?,
        at: Instant(row.get(3)?),
        record: rows::record(register, row, 5)?,
    })
}
