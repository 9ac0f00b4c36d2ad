//! What the checks found, what they could not check, and what somebody let stand.

use std::borrow::Cow;

use rusqlite::{Connection, Error, params};
use serde::Serialize;

use super::Done;
use super::sums::Sums;
use super::value::{self, bound, maybe, text};
use crate::domain::check::change::twins;
use crate::domain::check::{Change, Finding, Place, Report, Unchecked};
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::handin::Severity;
use crate::domain::ids::TargetId;
use crate::store::findings;
use crate::store::rows::severity_id;

pub(super) fn record(conn: &Connection, event: &Event, sums: &mut Sums) -> Done {
    let Event::FindingsRecorded { target, round, rules, findings, unchecked } = event else { return Ok(()) };
    if let Some(expected) = sums.expected() {
        expected.checked(*target, *round, *rules)?;
        twins(findings)
            .into_iter()
            .try_for_each(|((_, twin), finding)| insert(conn, *target, (twin, finding), sums))?;
        return unchecked.iter().try_for_each(|one| cannot_check(conn, *target, one, sums));
    }
    let before = findings::recorded(conn, *target)?;
    let sql = "insert into checked (target_id, round, rules) values (?1, ?2, ?3)
        on conflict (target_id) do update set round = excluded.round, rules = excluded.rules";
    if before.as_ref().is_none_or(|before| (before.round, before.rules) != (*round, *rules)) {
        conn.prepare_cached(sql)?.execute(params![target.0, round, rules])?;
    }
    let Some(before) = before else {
        let mut all = twins(findings).into_iter();
        all.try_for_each(|((_, twin), finding)| insert(conn, *target, (twin, finding), sums))?;
        unchecked.iter().try_for_each(|one| cannot_check(conn, *target, one, sums))?;
        sums.found(*target);
        return Ok(());
    };
    // What stays is not written again.
    let now = Report { findings: findings.clone(), unchecked: unchecked.clone() };
    change(conn, *target, &Change::between(&before.report, &now), sums)
}

/// Writes how what the checks say of a target differs from what they said.
pub(super) fn change(conn: &Connection, target: TargetId, change: &Change, sums: &mut Sums) -> Done {
    for gone in &change.gone {
        if let Some(expected) = sums.expected() {
            expected.gone(target, (&gone.key, gone.twin))?;
            continue;
        }
        let sql = "delete from finding where target_id = ?1 and key = ?2 and twin = ?3";
        conn.prepare_cached(sql)?.execute(params![target.0, gone.key, gone.twin])?;
    }
    change.found.iter().try_for_each(|found| insert(conn, target, (found.twin, &found.finding), sums))?;
    for one in &change.checked {
        if let Some(expected) = sums.expected() {
            expected.unchecked(target, (&one.id, one.reason.id()), false)?;
            continue;
        }
        let sql = "delete from unchecked where target_id = ?1 and check_id = ?2 and reason = ?3";
        conn.prepare_cached(sql)?.execute(params![target.0, one.id, one.reason.id()])?;
    }
    change.unchecked.iter().try_for_each(|one| cannot_check(conn, target, one, sums))?;
    sums.found(target);
    Ok(())
}

fn cannot_check(conn: &Connection, target: TargetId, one: &Unchecked, sums: &mut Sums) -> Done {
    if let Some(expected) = sums.expected() {
        return expected.unchecked(target, (&one.id, one.reason.id()), true);
    }
    let sql = "insert or ignore into unchecked (target_id, check_id, reason) values (?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute(params![target.0, one.id, one.reason.id()])?;
    Ok(())
}

fn insert(conn: &Connection, target: TargetId, (twin, finding): (u32, &Finding), sums: &mut Sums) -> Done {
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
    let others = if finding.others.is_empty() { Cow::Borrowed("[]") } else { json(&finding.others)?.into() };
    let slots = if finding.slots.is_empty() { Cow::Borrowed("{}") } else { json(&finding.slots)?.into() };
    let row = [
        value::number(target.0),
        text(&finding.key),
        value::number(twin),
        text(&finding.id),
        text(severity_id(finding.severity)),
        text(at),
        maybe(number),
        text(&others),
        text(&finding.trigger),
        text(&slots),
    ];
    let counts = finding.severity != Severity::Hint;
    match sums.expected() {
        Some(expected) => expected.finding(target, (&finding.key, twin), counts, &row),
        None => conn.prepare_cached(sql)?.execute(bound(&row)).map(drop),
    }
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
    if let Some(expected) = sums.expected() {
        return expected.waive(*target, key, waived);
    }
    let sql = "update finding set waived = ?3 where target_id = ?1 and key = ?2";
    conn.prepare_cached(sql)?.execute(params![target.0, key, waived])?;
    sums.found(*target);
    Ok(())
}
