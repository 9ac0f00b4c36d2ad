//! County, units, people.

use rusqlite::{Connection, params};

use super::Done;
use crate::domain::key::PublicKey;
use crate::domain::library::Standard;
use crate::domain::measure::Sign;
use crate::domain::people::{Scope, Unit, User};
use crate::domain::text::name_key;

pub(super) fn found(conn: &Connection, county: &str, year: i32, sample: bool) -> Done {
    let sql = "insert into county (id, name, year, sample) values (1, ?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute(params![county, year, sample])?;
    Ok(())
}

pub(super) fn year_begun(conn: &Connection, year: i32) -> Done {
    conn.prepare_cached("update county set year = ?1")?.execute([year]).map(drop)
}

pub(super) fn unit(conn: &Connection, unit: &Unit) -> Done {
    let sql = "insert into unit (id, code, name, name_key, level, desk) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let row = params![unit.id.0, unit.code, unit.name, name_key(&unit.name), unit.level.id(), unit.desk];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// What is known of a unit, otherwise than before.
pub(super) fn unit_changed(conn: &Connection, unit: &Unit) -> Done {
    let sql = "update unit set code = ?2, name = ?3, name_key = ?4, level = ?5, desk = ?6 where id = ?1";
    let row = params![unit.id.0, unit.code, unit.name, name_key(&unit.name), unit.level.id(), unit.desk];
    conn.prepare_cached(sql)?.execute(row).map(drop)
}

pub(super) fn user(conn: &Connection, user: &User) -> Done {
    conn.prepare_cached("insert into \"user\" (name, login) values (?1, ?2)")?
        .execute(params![user.name, user.login])?;
    roles(conn, user)
}

/// A person with other roles or another login than before.
pub(super) fn user_changed(conn: &Connection, user: &User) -> Done {
    conn.prepare_cached("update \"user\" set login = ?2 where name = ?1")?.execute(params![user.name, user.login])?;
    conn.prepare_cached("delete from role where user_name = ?1")?.execute([&user.name])?;
    roles(conn, user)
}

fn roles(conn: &Connection, user: &User) -> Done {
    let sql = "insert into role (user_name, place, role, scope, bound) values (?1, ?2, ?3, ?4, ?5)";
    for (place, grant) in user.grants.iter().enumerate() {
        let (scope, bound) = match &grant.scope {
            Scope::County => ("county", None),
            Scope::Unit(unit) => ("unit", Some(unit.to_string())),
            Scope::Desk(desk) => ("desk", Some(desk.clone())),
        };
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        conn.prepare_cached(sql)?.execute(params![user.name, place, grant.role.id(), scope, bound])?;
    }
    Ok(())
}

pub(super) fn key(conn: &Connection, user: &str, key: &PublicKey) -> Done {
    let sql = "insert into user_key (fingerprint, user_name, algorithm, blob, comment) values (?1, ?2, ?3, ?4, ?5)";
    conn.prepare_cached(sql)?.execute(params![key.fingerprint(), user, key.algorithm, key.blob, key.comment])?;
    Ok(())
}

pub(super) fn remove_key(conn: &Connection, fingerprint: &str) -> Done {
    conn.prepare_cached("delete from user_key where fingerprint = ?1")?.execute([fingerprint])?;
    Ok(())
}

pub(super) fn disabled(conn: &Connection, user: &str, reason: Option<&str>) -> Done {
    conn.prepare_cached("update \"user\" set disabled = ?2 where name = ?1")?.execute(params![user, reason])?;
    Ok(())
}

/// The county's own standards, in place of those it had.
pub(super) fn library(conn: &Connection, standards: &[Standard]) -> Done {
    conn.execute("delete from standard_name", [])?;
    conn.execute("delete from standard", [])?;
    let sql = "insert into standard (place, field, l1, l2, name, sign, unit, usual, aliases)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let name = "insert or ignore into standard_name (key, place) values (?1, ?2)";
    for (place, one) in (0_i64..).zip(standards) {
        let aliases = serde_json::Value::from(one.aliases.clone()).to_string();
        let sign = one.sign.map(Sign::term);
        let row = params![place, one.field, one.l1, one.l2, one.name, sign, one.unit, one.usual, aliases];
        conn.prepare_cached(sql)?.execute(row)?;
        for key in one.names().map(name_key) {
            conn.prepare_cached(name)?.execute(params![key, place])?;
        }
    }
    Ok(())
}
