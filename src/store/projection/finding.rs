//! What the checks found, what they could not check, and what somebody let stand.

use std::collections::BTreeMap;

use rusqlite::{Connection, Error, params};
use serde::Serialize;

use super::Done;
use super::sums::Sums;
use crate::domain::check::{Finding, Place, Unchecked};
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
    let (now, were) = (twins(findings), twins(&before.findings));
    for ((key, twin), finding) in now.iter().filter(|(which, finding)| were.get(*which) != Some(*finding)) {
        insert(conn, target.0, (key, *twin), finding)?;
    }
    for (key, twin) in were.keys().filter(|which| !now.contains_key(*which)) {
        let sql = "delete from finding where target_id = ?1 and key = ?2 and twin = ?3";
        conn.prepare_cached(sql)?.execute(params![target.0, key, twin])?;
    }
    record_unchecked(conn, target.0, unchecked, &before.unchecked)?;
    sums.found(*target);
    Ok(())
}

/// Findings by key, those of one key numbered.
fn twins(findings: &[Finding]) -> BTreeMap<(&str, i64), &Finding> {
    let mut all = BTreeMap::new();
    for finding in findings {
        let key = finding.key.as_str();
        let twin = all.range((key, 0)..=(key, i64::MAX)).last().map_or(0, |((_, twin), _)| twin + 1);
        all.insert((key, twin), finding);
    }
    all
}

fn record_unchecked(conn: &Connection, target: i64, now: &[Unchecked], before: &[Unchecked]) -> Done {
    let sql = "insert or ignore into unchecked (target_id, check_id, reason) values (?1, ?2, ?3)";
    for one in now.iter().filter(|one| !before.contains(one)) {
        conn.prepare_cached(sql)?.execute(params![target, one.id, one.reason.id()])?;
    }
    let sql = "delete from unchecked where target_id = ?1 and check_id = ?2 and reason = ?3";
    for one in before.iter().filter(|one| !now.contains(one)) {
        conn.prepare_cached(sql)?.execute(params![target, one.id, one.reason.id()])?;
    }
    Ok(())
}

fn insert(conn: &Connection, target: i64, (key, twin): (&str, i64), finding: &Finding) -> Done {
    let sql = "insert into finding (target_id, key, twin, check_id, severity, at, number, others, \"trigger\", slots, waived)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            exists (select 1 from waiver w where w.target_id = ?1 and w.key = ?2))
        on conflict (target_id, key, twin) do update set check_id = excluded.check_id, severity = excluded.severity, at = excluded.at,
        number = excluded.number, others = excluded.others, \"trigger\" = excluded.\"trigger\", slots = excluded.slots,
        waived = excluded.waived";
    let (at, number) = match finding.place {
        Place::Form => ("form", None),
        Place::Amount => ("amount", None),
        Place::Item(number) => ("item", Some(number)),
        Place::Indicator(number) => ("indicator", Some(number)),
    };
    conn.prepare_cached(sql)?.execute(params![
        target,
        key,
        twin,
        finding.id,
        severity_id(finding.severity),
        at,
        number,
        json(&finding.others)?,
        finding.trigger,
        json(&finding.slots)?,
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
