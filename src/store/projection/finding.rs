//! What the checks found, what they could not check, and what somebody let stand.

use rusqlite::{Connection, Error, params};
use serde::Serialize;

use super::Done;
use super::sums::Sums;
use crate::domain::check::{Finding, Place};
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::store::findings;
use crate::store::rows::severity_id;

pub(super) fn record(conn: &Connection, event: &Event, sums: &mut Sums) -> Done {
    let Event::FindingsRecorded { target, round, rules, findings, unchecked } = event else { return Ok(()) };
    let before = findings::recorded(conn, *target)?;
    let sql = "insert into checked (target_id, round, rules) values (?1, ?2, ?3)
        on conflict (target_id) do update set round = excluded.round, rules = excluded.rules";
    if before.as_ref().is_none_or(|before| (before.round, before.rules) != (*round, *rules)) {
        conn.prepare_cached(sql)?.execute(params![target.0, round, rules])?;
    }
    let before = before.map(|before| before.report).unwrap_or_default();
    // An act changes one or two findings of many: what stays is not written again.
    for (place, finding) in (0_i64..).zip(findings).filter(|(place, one)| at(&before.findings, *place) != Some(one)) {
        insert(conn, target.0, place, finding)?;
    }
    let sql = "insert into unchecked (target_id, place, check_id, reason) values (?1, ?2, ?3, ?4)
        on conflict (target_id, place) do update set check_id = excluded.check_id, reason = excluded.reason";
    for (place, one) in (0_i64..).zip(unchecked).filter(|(place, one)| at(&before.unchecked, *place) != Some(one)) {
        conn.prepare_cached(sql)?.execute(params![target.0, place, one.id, one.reason.id()])?;
    }
    for (table, now, before) in
        [("finding", findings.len(), before.findings.len()), ("unchecked", unchecked.len(), before.unchecked.len())]
    {
        if now < before {
            let sql = format!("delete from {table} where target_id = ?1 and place >= ?2");
            conn.prepare_cached(&sql)?.execute(params![target.0, i64::try_from(now).unwrap_or(i64::MAX)])?;
        }
    }
    sums.found(*target);
    Ok(())
}

fn at<T>(list: &[T], place: i64) -> Option<&T> {
    list.get(usize::try_from(place).ok()?)
}

fn insert(conn: &Connection, target: i64, place: i64, finding: &Finding) -> Done {
    let sql = "insert into finding (target_id, place, check_id, severity, at, number, others, \"trigger\", slots, key, waived)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            exists (select 1 from waiver w where w.target_id = ?1 and w.key = ?10))
        on conflict (target_id, place) do update set check_id = excluded.check_id, severity = excluded.severity, at = excluded.at,
        number = excluded.number, others = excluded.others, \"trigger\" = excluded.\"trigger\", slots = excluded.slots,
        key = excluded.key, waived = excluded.waived";
    let (at, number) = match finding.place {
        Place::Form => ("form", None),
        Place::Amount => ("amount", None),
        Place::Item(number) => ("item", Some(number)),
        Place::Indicator(number) => ("indicator", Some(number)),
    };
    conn.prepare_cached(sql)?.execute(params![
        target,
        place,
        finding.id,
        severity_id(finding.severity),
        at,
        number,
        json(&finding.others)?,
        finding.trigger,
        json(&finding.slots)?,
        finding.key,
    ])?;
    Ok(())
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| Error::ToSqlConversionFailure(Box::new(error)))
}

/// Lets a finding stand, or takes that back.
pub(super) fn waive(conn: &Connection, entry: &Entry, sums: &mut Sums) -> Done {
    let (target, key, waived) = match &entry.event {
        Event::FindingWaived { target, check, key, reason } => {
            let sql =
                "insert into waiver (target_id, key, check_id, reason, made_by, at) values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (target_id, key) do update set check_id = excluded.check_id, reason = excluded.reason,
                made_by = excluded.made_by, at = excluded.at";
            conn.prepare_cached(sql)?.execute(params![target.0, key, check, reason, entry.by, entry.at.0])?;
            (target, key, true)
        }
        Event::WaiverWithdrawn { target, key } => {
            let sql = "delete from waiver where target_id = ?1 and key = ?2";
            conn.prepare_cached(sql)?.execute(params![target.0, key])?;
            (target, key, false)
        }
        _ => return Ok(()),
    };
    let sql = "update finding set waived = ?3 where target_id = ?1 and key = ?2";
    conn.prepare_cached(sql)?.execute(params![target.0, key, waived])?;
    sums.found(*target);
    Ok(())
}
