//! Applies events to the tables. One family of events a file: `setup`, `target` (steps), `submission` (contents, links), `evaluation`,
//! `prior` (which of them are a target's), `session`, `assessment`, `register`;
//! `sums` what is counted up from them, `lasting` the tables whose rows stay as they were written, `expected` what the others around targets ought to
//! hold where a file is proved, `value` the values of a row, `told` how a step holds standings.
//!
//! Owns what a table row looks like after an event; decides nothing. `verify` runs the same code on an empty file.

mod assessment;
mod evaluation;
mod execution;
mod expected;
mod finding;
mod lasting;
mod prior;
mod register;
mod session;
mod setup;
mod submission;
mod sums;
mod target;
mod told;
mod value;

use rusqlite::{Connection, params};
use rust_decimal::Decimal;

use crate::domain::event::{Event, Received, Review};
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::ids::Seq;
use crate::domain::time::Instant;
use crate::store::digest::Recipe;

pub(super) use sums::Sums;

type Done = rusqlite::Result<()>;

/// How the tables are added up that a replay which proves a file does not write.
pub(super) fn recipes() -> impl Iterator<Item = Recipe> {
    lasting::LASTING.into_iter().map(|table| table.recipe).chain(expected::RECIPES)
}

/// Applies a row of the journal to the tables that follow from it; what it adds up to waits in `sums`.
pub(super) fn apply(conn: &Connection, entry: &Entry, sums: &mut Sums) -> Done {
    match &entry.event {
        Event::CountyFounded { county, year, sample } => setup::found(conn, county, *year, *sample)?,
        Event::YearBegun { to, .. } => setup::year_begun(conn, *to)?,
        Event::UnitAdded { unit } => setup::unit(conn, unit)?,
        Event::UnitChanged { from, to } => target::unit_changed(conn, from, to, sums)?,
        Event::UserAdded { user } => setup::user(conn, user)?,
        Event::UserChanged { to, .. } => setup::user_changed(conn, to)?,
        Event::UserKeySet { user, key } => setup::key(conn, user, key)?,
        Event::UserKeyRemoved { fingerprint, .. } => setup::remove_key(conn, fingerprint)?,
        Event::UserDisabled { user, reason } => setup::disabled(conn, user, Some(reason))?,
        Event::UserEnabled { user } => setup::disabled(conn, user, None)?,
        Event::LibrarySet { standards } => setup::library(conn, standards)?,
        Event::TargetRegistered { .. } => target::register(conn, &entry.event, sums)?,
        Event::SubmissionReceived { target, submission, links, to, .. } => {
            submission::receive(conn, (*target, to.round), (submission, links), entry.at, sums)?;
        }
        Event::ReviewGiven { target, review, .. } => given(conn, entry, target.0, review)?,
        Event::ActUndone { target, act, .. } => undone(conn, target.0, act.0, sums)?,
        Event::LinkSet { target, round, link } => submission::set_link(conn, (*target, *round), link, sums)?,
        Event::LinkRemoved { target, round, objective, indicator } => {
            submission::remove_link(conn, (*target, *round), (*objective, *indicator), sums)?;
        }
        Event::EvaluationRecorded { .. } => evaluation::record(conn, entry, sums)?,
        Event::Assessment { assessment, act } => assessment::apply(conn, entry, *assessment, act)?,
        Event::Execution { act } => execution::apply(conn, entry, act, sums)?,
        Event::Session { session, act } => session::apply(conn, entry, *session, act, sums)?,
        Event::PriorSet { target, evaluation, reason } => {
            prior::belongs(conn, *target, *evaluation, *reason, sums)?;
            sums.score(*target);
        }
        Event::PriorRemoved { target, evaluation } => {
            prior::remove(conn, *target, *evaluation, sums).map(|()| sums.score(*target))?;
        }
        Event::PriorMatchSet { .. } | Event::PriorMatchRemoved { .. } => prior::matched(conn, &entry.event)?,
        Event::FindingsRecorded { .. } => finding::record(conn, &entry.event, sums)?,
        Event::FindingsChanged { target, change } => finding::change(conn, *target, change, sums)?,
        Event::FindingWaived { .. } | Event::WaiverWithdrawn { .. } => finding::waive(conn, entry, sums)?,
        Event::PointAnswered { .. } => point(conn, entry)?,
        Event::RegisterRecorded { .. } | Event::RegisterCorrected { .. } | Event::RegisterRemoved { .. } => {
            register::apply(conn, entry)?;
        }
        Event::TargetSubmitted { .. }
        | Event::TargetWithdrawn { .. }
        | Event::KeyProjectSet { .. }
        | Event::ClockSetBack { .. } => {}
    }
    let (Some(target), Some(way)) = (entry.event.target(), entry.event.step()) else { return Ok(()) };
    target::step(conn, target, way, Stamp::of(entry), sums)
}

/// What a row of the journal says beside its event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp<'a> {
    pub(super) seq: Seq,
    pub(super) at: Instant,
    /// Who acted.
    pub(super) by: &'a str,
    pub(super) kind: &'a str,
}

impl<'a> Stamp<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self { seq: entry.seq, at: entry.at, by: &entry.by, kind: entry.event.kind() }
    }
}

/// As [`apply`] of a submission that came in.
pub(super) fn receive(conn: &Connection, received: &Received<'_>, stamp: Stamp<'_>, sums: &mut Sums) -> Done {
    let Received { target, submission, links, from, to } = received;
    submission::receive(conn, (*target, to.round), (submission, links), stamp.at, sums)?;
    target::step(conn, *target, (Some(from), to), stamp, sums)
}

fn given(conn: &Connection, entry: &Entry, target: i64, review: &Review) -> Done {
    let sql =
        "insert into review (seq, target_id, round, stage, reviewer, on_behalf, at, grade, criteria, points, suggested,
        verdict, opinion, reason, undone) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0)";
    let criteria: String = review.criteria.iter().map(|grade| grade.term()).collect();
    let points: Vec<_> = review.points.iter().map(Decimal::to_string).collect();
    conn.prepare_cached(sql)?.execute(params![
        entry.seq.0,
        target,
        review.round,
        review.stage,
        entry.by,
        entry.on_behalf,
        entry.at.0,
        review.grade.map(Grade::term),
        criteria,
        points.join(","),
        review.suggested.map(Grade::term),
        review.verdict.id(),
        review.opinion,
        review.reason,
    ])?;
    Ok(())
}

fn point(conn: &Connection, entry: &Entry) -> Done {
    let Event::PointAnswered { target, round, review, answered } = &entry.event else { return Ok(()) };
    let sql = "insert into point (target_id, review, round, answered, made_by) values (?1, ?2, ?3, ?4, ?5)
        on conflict (target_id, review)
        do update set round = excluded.round, answered = excluded.answered, made_by = excluded.made_by";
    conn.prepare_cached(sql)?.execute(params![target.0, review.0, round, answered, entry.by])?;
    Ok(())
}

fn undone(conn: &Connection, target: i64, act: i64, sums: &mut Sums) -> Done {
    let sql = "update step set undone = 1 where target_id = ?1 and seq = ?2";
    sums.mark(conn, &lasting::STEP, sql, [target, act])?;
    conn.prepare_cached("update review set undone = 1 where seq = ?1")?.execute([act])?;
    Ok(())
}
