//! Answers `decide` about registers from the tables.

use rusqlite::{OptionalExtension, Row, params};

use super::{rows, table};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::{RecordId, UnitId};
use crate::domain::register::facts::{Kept, RegisterFacts};
use crate::domain::register::{Content, Record, Register, Window};
use crate::domain::time::Instant;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::journal::{COLUMNS, RawRow};

impl RegisterFacts for SqlFacts<'_> {
    fn record(&self, id: RecordId) -> Answer<Option<Kept>> {
        let sql = "select register, unit_id, version, removed, made_by, at from record where id = ?1";
        let read = |row: &Row<'_>| {
            let unit = row.get::<_, Option<i64>>(1)?.map(UnitId);
            let (version, removed) = (row.get::<_, u32>(2)?, row.get::<_, bool>(3)?);
            Ok((row.get::<_, String>(0)?, unit, version, removed, row.get::<_, String>(4)?, Instant(row.get(5)?)))
        };
        let Some((register, unit, version, removed, by, at)) = self.one(sql, [id.0], read)? else { return Ok(None) };
        let register = Register::of_id(&register).ok_or(Unreadable(register))?;
        let record = if removed { self.removed_record(id)? } else { self.present_record(register, id)? };
        Ok(record.map(|record| Kept { record, unit, version, removed, by, at }))
    }

    fn record_keyed(&self, register: Register, key: &str) -> Answer<Option<RecordId>> {
        let sql = "select id from record where register = ?1 and key = ?2";
        self.one(sql, params![register.id(), key], |row| row.get(0).map(RecordId))
    }

    fn window(&self, year: i32, content: Content) -> Answer<Option<Window>> {
        let columns = rows::columns(Register::Window);
        let sql = format!("select {columns} from disclosure_window x where x.year = ?1 and x.content = ?2");
        let found = self.one(&sql, params![year, content.id()], |row| rows::record(Register::Window, row, 0))?;
        Ok(found.and_then(|record| if let Record::Window(window) = record { Some(window) } else { None }))
    }

    fn next_record(&self) -> Answer<RecordId> {
        self.next("record").map(RecordId)
    }
}

impl SqlFacts<'_> {
    fn present_record(&self, register: Register, id: RecordId) -> Answer<Option<Record>> {
        let (columns, table) = (rows::columns(register), table(register));
        let sql = format!(
            "select {columns} from {table} x join record r on r.id = x.id left join unit u on u.id = r.unit_id where x.id = ?1"
        );
        let found = self
            .conn()
            .prepare_cached(&sql)
            .and_then(|mut sql| sql.query_row([id.0], |row| rows::record(register, row, 0)).optional());
        found.map_err(unreadable)
    }

    /// What a removed record said last: the journal has it.
    fn removed_record(&self, id: RecordId) -> Answer<Option<Record>> {
        let sql = format!(
            "select {COLUMNS} from journal where seq in (select seq from record_act where record_id = ?1)
             and kind <> 'register-removed' order by seq desc limit 1"
        );
        let raw = self.one(&sql, [id.0], RawRow::read)?;
        let entry = raw.as_ref().map(RawRow::entry).transpose().map_err(Unreadable)?;
        Ok(entry.and_then(|entry| match entry.event {
            Event::RegisterRecorded { contents, .. } | Event::RegisterCorrected { contents, .. } => Some(contents),
            _ => None,
        }))
    }
}
