//! Records into rows.

use jiff::civil::Date;
use rusqlite::{Connection, params};

use crate::domain::ids::{RecordId, UnitId};
use crate::domain::register::address::WebAddress;
use crate::domain::register::{
    Allocation, Disclosure, Document, Inspection, Member, PovertyProject, Publicity, Record, Subordinate, Training,
    Window,
};

type Done = rusqlite::Result<()>;

/// What stands between several words of one column.
pub(super) const SEPARATOR: &str = "\n";

/// Lays a record into its register's table.
pub(in crate::store) fn insert(conn: &Connection, id: RecordId, unit: Option<UnitId>, record: &Record) -> Done {
    match record {
        Record::Document(one) => document(conn, id.0, one),
        Record::Group(one) => member(conn, id.0, one),
        Record::Window(one) => window(conn, id.0, one),
        Record::Disclosure(one) => disclosure(conn, id.0, unit, one),
        Record::Allocation(one) => allocation(conn, id.0, one),
        Record::Poverty(one) => poverty(conn, id.0, unit, one),
        Record::Inspection(one) => inspection(conn, id.0, one),
        Record::Training(one) => training(conn, id.0, one),
        Record::Publicity(one) => publicity(conn, id.0, one),
        Record::Subordinate(one) => subordinate(conn, id.0, unit, one),
    }
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn address(address: Option<&WebAddress>) -> Option<&str> {
    address.map(WebAddress::text)
}

fn document(conn: &Connection, id: i64, one: &Document) -> Done {
    let sql = "insert into document (id, number, title, issuers, issued, kind, level, scope, replaces, address, text)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    conn.prepare_cached(sql)?.execute(params![
        id,
        one.number,
        one.title,
        one.issuers.join(SEPARATOR),
        day(one.issued),
        one.kind.id(),
        one.level.id(),
        one.scope,
        one.replaces.join(SEPARATOR),
        address(one.address.as_ref()),
        one.text,
    ])?;
    Ok(())
}

fn member(conn: &Connection, id: i64, one: &Member) -> Done {
    let sql = "insert into group_member (id, post, duty, organisation, work, grounds) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let row = params![id, one.post, one.duty.id(), one.organisation, one.work, one.grounds];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn window(conn: &Connection, id: i64, one: &Window) -> Done {
    let sql = "insert into disclosure_window (id, year, content, first_day, last_day, place, address)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (from, to) = (one.from.to_string(), one.to.to_string());
    let row = params![id, one.year, one.content.id(), from, to, one.place, address(one.address.as_ref())];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn disclosure(conn: &Connection, id: i64, unit: Option<UnitId>, one: &Disclosure) -> Done {
    let sql = "insert into disclosure (id, year, content, unit_id, published, address, checked_by, checked)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    conn.prepare_cached(sql)?.execute(params![
        id,
        one.year,
        one.content.id(),
        unit.map(|unit| unit.0),
        one.published.to_string(),
        one.address.text(),
        one.checked_by,
        day(one.checked),
    ])?;
    Ok(())
}

fn allocation(conn: &Connection, id: i64, one: &Allocation) -> Done {
    let sql =
        "insert into allocation (id, year, kind, number, title, issued, amount) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = params![id, one.year, one.kind.id(), one.number, one.title, one.issued.to_string(), one.amount.0];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn poverty(conn: &Connection, id: i64, unit: Option<UnitId>, one: &PovertyProject) -> Done {
    let sql = "insert into poverty_project (id, year, unit_id, project, code, desk, amount, number, allocated, filled, reviewed,
        evaluated, evaluation_reviewed) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    conn.prepare_cached(sql)?.execute(params![
        id,
        one.year,
        unit.map(|unit| unit.0),
        one.project,
        one.code,
        one.desk,
        one.amount.0,
        one.number,
        day(one.allocated),
        day(one.filled),
        day(one.reviewed),
        day(one.evaluated),
        day(one.evaluation_reviewed),
    ])?;
    Ok(())
}

fn inspection(conn: &Connection, id: i64, one: &Inspection) -> Done {
    let sql = "insert into inspection (id, year, title, first_day, last_day, scope, checked, problems, rectified, text)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    conn.prepare_cached(sql)?.execute(params![
        id,
        one.year,
        one.title,
        one.from.to_string(),
        day(one.to),
        one.scope,
        one.checked,
        one.problems,
        one.rectified,
        one.text,
    ])?;
    Ok(())
}

fn training(conn: &Connection, id: i64, one: &Training) -> Done {
    let sql = "insert into training (id, held, subject, lecturer, audience, people, text)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = params![id, one.held.to_string(), one.subject, one.lecturer, one.audience, one.people, one.text];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn publicity(conn: &Connection, id: i64, one: &Publicity) -> Done {
    let sql = "insert into publicity (id, sent, title, outlet, author, address) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let row = params![id, one.sent.to_string(), one.title, one.outlet, one.author, address(one.address.as_ref())];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// The department is named as the file named it when it was recorded; units never change their names.
fn subordinate(conn: &Connection, id: i64, unit: Option<UnitId>, one: &Subordinate) -> Done {
    let sql = "insert into subordinate (id, unit_id, department_id, text) values (?1, ?2,
        (select id from unit where code = ?3 union all select id from unit where name = ?4 limit 1), ?5)";
    let row = params![id, unit.map(|unit| unit.0), one.department.code, one.department.name, one.text];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}
