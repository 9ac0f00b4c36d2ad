//! County, units, people.

use rusqlite::{Connection, params};

use super::Done;
use crate::domain::people::{Scope, Unit, User};
use crate::domain::text::name_key;
use crate::store::rows::level_id;

pub(super) fn found(conn: &Connection, county: &str, year: i32, sample: bool) -> Done {
    let sql = "insert into county (id, name, year, sample) values (1, ?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute(params![county, year, sample])?;
    Ok(())
}

pub(super) fn unit(conn: &Connection, unit: &Unit) -> Done {
    let sql = "insert into unit (id, code, name, name_key, level, desk) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let row = params![unit.id.0, unit.code, unit.name, name_key(&unit.name), level_id(unit.level), unit.desk];
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

pub(super) fn user(conn: &Connection, user: &User) -> Done {
    conn.prepare_cached("insert into \"user\" (name, login) values (?1, ?2)")?
        .execute(params![user.name, user.login])?;
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
