//! Rows of findings and waivers as domain types; shared by `facts` and `read`.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::de::DeserializeOwned;

use super::rows::{severity_of, strange};
use crate::domain::check::{Finding, Lack, Place, Recorded, Report, Unchecked, Waiver};
use crate::domain::ids::TargetId;
use crate::domain::time::Instant;

type Sql<T> = rusqlite::Result<T>;

/// What the checks said of a target last.
pub(super) fn recorded(conn: &Connection, target: TargetId) -> Sql<Option<Recorded>> {
    let sql = "select round, rules from checked where target_id = ?1";
    let head = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let Some((round, rules)) = conn.prepare_cached(sql)?.query_row([target.0], head).optional()? else {
        return Ok(None);
    };
    let sql = "select check_id, severity, at, number, others, \"trigger\", slots, key from finding
        where target_id = ?1 order by key, twin";
    let findings = conn.prepare_cached(sql)?.query_map([target.0], finding)?.collect::<Sql<_>>()?;
    let sql = "select check_id, reason from unchecked where target_id = ?1";
    let unchecked = conn.prepare_cached(sql)?.query_map([target.0], unchecked)?.collect::<Sql<_>>()?;
    let mut report = Report { findings, unchecked };
    report.put_in_order();
    Ok(Some(Recorded { round, rules, report }))
}

fn finding(row: &Row<'_>) -> Sql<Finding> {
    let at: String = row.get(2)?;
    let number: Option<u32> = row.get(3)?;
    let place = match (at.as_str(), number) {
        ("form", None) => Place::Form,
        ("amount", None) => Place::Amount,
        ("item", Some(number)) => Place::Item(number),
        ("indicator", Some(number)) => Place::Indicator(number),
        _ => return Err(strange(2, &at)),
    };
    Ok(Finding {
        id: row.get(0)?,
        severity: severity_of(1, &row.get::<_, String>(1)?)?,
        place,
        others: json(4, &row.get::<_, String>(4)?)?,
        trigger: row.get(5)?,
        slots: json(6, &row.get::<_, String>(6)?)?,
        key: row.get(7)?,
    })
}

fn json<T: DeserializeOwned>(column: usize, text: &str) -> Sql<T> {
    serde_json::from_str(text).map_err(|_| strange(column, text))
}

fn unchecked(row: &Row<'_>) -> Sql<Unchecked> {
    let reason: String = row.get(1)?;
    Ok(Unchecked { id: row.get(0)?, reason: Lack::of_id(&reason).ok_or_else(|| strange(1, &reason))? })
}

/// A target's waivers, by key.
pub(super) fn waivers(conn: &Connection, target: TargetId) -> Sql<Vec<Waiver>> {
    let sql = "select key, check_id, reason, made_by, at from waiver where target_id = ?1 order by key";
    let read = |row: &Row<'_>| {
        let at = Instant(row.get(4)?);
        Ok(Waiver { key: row.get(0)?, check: row.get(1)?, reason: row.get(2)?, by: row.get(3)?, at })
    };
    conn.prepare_cached(sql)?.query_map([target.0], read)?.collect()
}
