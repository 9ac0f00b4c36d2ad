//! Records of the registers: one row in `record`, one in the register's own table while it is there.

use rusqlite::{Connection, params};

use super::Done;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::ids::{RecordId, UnitId};
use crate::domain::register::{Record, Register};
use crate::store::registers::{insert, table};

pub(super) fn apply(conn: &Connection, entry: &Entry) -> Done {
    match &entry.event {
        Event::RegisterRecorded { record, unit, contents } => {
            let sql = "insert into record (id, register, key, year, unit_id, version, removed, made_by, at, reason)
                values (?1, ?2, ?3, ?4, ?5, 1, 0, ?6, ?7, '')";
            let register = contents.register().id();
            let unit_id = unit.map(|unit| unit.0);
            let row = params![record.0, register, contents.key(), contents.year(), unit_id, entry.by, entry.at.0];
            conn.prepare_cached(sql)?.execute(row)?;
            insert(conn, *record, *unit, contents)?;
            told(conn, entry, *record)
        }
        Event::RegisterCorrected { record, unit, contents, reason } => {
            correct(conn, entry, (*record, *unit), contents, reason)?;
            told(conn, entry, *record)
        }
        Event::RegisterRemoved { record, register, reason } => {
            let sql =
                "update record set key = null, version = version + 1, removed = 1, made_by = ?2, at = ?3, reason = ?4
                where id = ?1";
            conn.prepare_cached(sql)?.execute(params![record.0, entry.by, entry.at.0, reason])?;
            delete(conn, *register, *record)?;
            told(conn, entry, *record)
        }
        _ => Ok(()),
    }
}

fn correct(
    conn: &Connection,
    entry: &Entry,
    (record, unit): (RecordId, Option<UnitId>),
    contents: &Record,
    reason: &str,
) -> Done {
    let sql =
        "update record set key = ?2, year = ?3, unit_id = ?4, version = version + 1, made_by = ?5, at = ?6, reason = ?7
        where id = ?1";
    let unit_id = unit.map(|unit| unit.0);
    let row = params![record.0, contents.key(), contents.year(), unit_id, entry.by, entry.at.0, reason];
    conn.prepare_cached(sql)?.execute(row)?;
    delete(conn, contents.register(), record)?;
    insert(conn, record, unit, contents)
}

fn delete(conn: &Connection, register: Register, record: RecordId) -> Done {
    conn.prepare_cached(&format!("delete from {} where id = ?1", table(register)))?.execute([record.0])?;
    Ok(())
}

fn told(conn: &Connection, entry: &Entry, record: RecordId) -> Done {
    let sql = "insert into record_act (seq, record_id) values (?1, ?2)";
    conn.prepare_cached(sql)?.execute(params![entry.seq.0, record.0])?;
    Ok(())
}
