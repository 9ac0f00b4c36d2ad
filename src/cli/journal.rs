//! `journal [REF]`: the rows of the journal, newest last, as text or JSON lines.

use std::io::Write;

use clap::{ArgMatches, Command};
use rust_i18n::t;
use serde_json::json;

use super::act;
use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::command::Origin;
use crate::domain::event::{Event, Review};
use crate::domain::facts::Entry as Row;
use crate::domain::people::{Grant, Scope, User};
use crate::domain::procedure::Procedure;
use crate::domain::query::Trace;
use crate::domain::refusal::{event_word, role_word, verdict_word};
use crate::exchange::out::place;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "journal", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("journal", "target").value_name("REF"))
        .arg(arg("journal", "filter").long("filter").value_name("FILTER").allow_hyphen_values(true))
        .arg(arg("journal", "limit").long("limit").value_name("N").value_parser(number::of::<u32>(0..)))
        .arg(switch("journal", "json"))
        .arg(switch("journal", "audit").conflicts_with_all(["target", "filter", "limit", "json"]))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    if matches.get_flag("audit") {
        return audit(context, &store);
    }
    let actor = context.actor(&store, Origin::CommandLine)?;
    let reference = text(matches, "target");
    let target = if reference.is_empty() { None } else { Some(act::find(&store, &actor, reference)?) };
    let filter = text(matches, "filter");
    let trace = Trace::parse(filter).map_err(|error| Failure::Usage(super::list::pointed(filter, &error)))?;
    let limit = matches.get_one::<u32>("limit").copied();
    let rows = store.entries_that(&actor.user, (target, None), limit, &|row| trace.fits(row))?;
    for row in rows {
        if matches.get_flag("json") {
            say_json(context, &row)?;
        } else {
            context.say(&line(&row, store.procedure()))?;
        }
    }
    Ok(())
}

/// Every row with its hash, for whoever checks it without this program (docs/audit.md).
fn audit(context: &mut Context, store: &Store) -> Result<(), Failure> {
    let viewer = context.user(store)?;
    let out = &mut std::io::BufWriter::new(&mut context.out);
    let audited = store.audit(&viewer, &mut |line| Ok::<_, Failure>(writeln!(out, "{line}")?))?;
    out.flush()?;
    let Some(seq) = audited.sealed_from else { return Ok(()) };
    Err(Failure::Refused(t!("cli.journal.sealed", seq = seq).into_owned()))
}

/// A row as one line of JSON.
pub(super) fn say_json(context: &mut Context, row: &Row) -> Result<(), Failure> {
    let value = json!({
        "seq": row.seq, "at": row.at.iso(), "actor": row.by, "on_behalf": row.on_behalf, "origin": row.origin, "event": row.event.to_value()?,
    });
    serde_json::to_writer(&mut context.out, &value)?;
    writeln!(context.out)?;
    Ok(context.out.flush()?)
}

/// A row as one line of text.
pub(super) fn line(row: &Row, procedure: &Procedure) -> String {
    let target = row.event.target().map_or_else(String::new, |target| format!("  #{target}"));
    let behalf = row.on_behalf.as_ref().map_or_else(String::new, |name| format!("({name})"));
    let words = event_word(row.event.kind());
    let detail = detail(&row.event, procedure);
    format!("{}  {}  {}{behalf}{target}  {words}{detail}", row.seq, row.at.local_minute(), row.by)
}

/// What somebody said of a target, and where that led.
fn given(review: &Review, place: &str) -> String {
    let grade = review.grade.map_or("", crate::domain::grade::Grade::term);
    format!("  {grade} {} → {place}  {}", verdict_word(review.verdict), review.opinion)
}

fn detail(event: &Event, procedure: &Procedure) -> String {
    let place = |standing| place(procedure, standing);
    match event {
        Event::ReviewGiven { review, to, .. } => given(review, &place(to)),
        Event::TargetSubmitted { to, .. } | Event::TargetWithdrawn { to, .. } | Event::ActUndone { to, .. } => {
            format!("  → {}", place(to))
        }
        Event::KeyProjectSet { reason, .. } => format!("  {reason}"),
        Event::TargetRegistered { project, .. } => format!("  {}", project.name),
        Event::EvaluationRecorded { evaluation, .. } => format!("  {}", evaluation.project.name),
        Event::YearBegun { .. }
        | Event::UnitAdded { .. }
        | Event::UnitChanged { .. }
        | Event::UserAdded { .. }
        | Event::UserChanged { .. }
        | Event::UserKeySet { .. }
        | Event::UserKeyRemoved { .. }
        | Event::UserDisabled { .. }
        | Event::UserEnabled { .. } => setup(event),
        Event::ClockSetBack { clock } => format!("  {}", clock.local_minute()),
        Event::LibrarySet { standards } => counted(standards.len()),
        Event::CountyFounded { county, year, .. } => format!("  {county} {year}"),
        Event::SubmissionReceived { to, .. } => format!("  {}", t!("cli.show.round", round = to.round)),
        Event::LinkSet { link, .. } => format!("  {} – {}", link.objective + 1, link.indicator + 1),
        Event::Session { act, .. } => format!("  {}", crate::domain::session::words::detail(act)),
        Event::Assessment { act, .. } => format!("  {}", crate::domain::assessment::words::detail(act)),
        Event::Execution { act } => format!("  {}", crate::domain::execution::words::detail(act)),
        Event::PriorSet { .. }
        | Event::PriorRemoved { .. }
        | Event::PriorMatchSet { .. }
        | Event::PriorMatchRemoved { .. } => of_prior(event),
        Event::FindingsRecorded { round, findings, unchecked, .. } => {
            let (found, lacking) = (findings.len(), unchecked.len());
            format!("  {}", t!("cli.check.counted", round = round, found = found, lacking = lacking))
        }
        Event::FindingsChanged { change, .. } => format!("  +{} −{}", change.found.len(), change.gone.len()),
        Event::FindingWaived { check, reason, .. } => {
            format!("  {}  {reason}", crate::domain::check::sentence::name(check))
        }
        Event::WaiverWithdrawn { key, .. } => format!("  {key}"),
        Event::PointAnswered { review, answered, .. } => {
            let said = t!(if *answered { "point.answered" } else { "point.unanswered" });
            format!("  {review} {said}")
        }
        Event::RegisterRecorded { .. } | Event::RegisterCorrected { .. } | Event::RegisterRemoved { .. } => {
            of_register(event)
        }
        Event::LinkRemoved { objective, indicator, .. } => format!("  {} – {}", objective + 1, indicator + 1),
    }
}

/// What somebody said of earlier evaluations and their indicators.
fn of_prior(event: &Event) -> String {
    match event {
        Event::PriorSet { evaluation, reason, .. } => format!("  #{evaluation} {}", reason.id()),
        Event::PriorRemoved { evaluation, .. } => format!("  #{evaluation}"),
        Event::PriorMatchSet { matched, .. } => {
            let earlier = matched.earlier.map_or_else(|| "-".to_owned(), |place| (place + 1).to_string());
            format!("  {} – #{} {earlier}", matched.indicator + 1, matched.evaluation)
        }
        Event::PriorMatchRemoved { indicator, evaluation, .. } => format!("  {} – #{evaluation}", indicator + 1),
        _ => String::new(),
    }
}

/// What happened to a record of a register.
fn of_register(event: &Event) -> String {
    match event {
        Event::RegisterRecorded { record, contents, .. } => {
            format!("  {} {record}  {}", contents.register().name(), contents.title())
        }
        Event::RegisterCorrected { record, contents, reason, .. } => {
            format!("  {} {record}  {}  {reason}", contents.register().name(), contents.title())
        }
        Event::RegisterRemoved { record, register, reason } => format!("  {} {record}  {reason}", register.name()),
        _ => String::new(),
    }
}

/// How many indicators a library has.
fn counted(count: usize) -> String {
    format!("  {}", t!("library.count", count = count))
}

/// A role with the unit's number or the desk that it is bound to.
fn granted(grant: &Grant) -> String {
    let word = role_word(grant.role);
    match &grant.scope {
        Scope::County => word,
        Scope::Desk(desk) => format!("{word}({desk})"),
        Scope::Unit(unit) => format!("{word}({})", t!("unit.numbered", number = unit)),
    }
}

/// What happened to the county, to a unit, or to a person's way in.
fn setup(event: &Event) -> String {
    match event {
        Event::YearBegun { from, to } => format!("  {from} → {to}"),
        Event::UnitAdded { unit } => format!("  {}", unit.name),
        Event::UnitChanged { from, to } => format!("  {}  {}", from.name, to.differs(from)),
        Event::UserAdded { user } => format!("  {}", user.name),
        Event::UserChanged { from, to } => {
            let roles = |user: &User| user.grants.iter().map(granted).collect::<Vec<_>>().join("、");
            format!("  {}  {} → {}", to.name, roles(from), roles(to))
        }
        Event::UserKeySet { user, key } => format!("  {user}  {} {}", key.fingerprint(), key.comment),
        Event::UserKeyRemoved { user, fingerprint } => format!("  {user}  {fingerprint}"),
        Event::UserDisabled { user, reason } => format!("  {user}  {reason}"),
        Event::UserEnabled { user } => format!("  {user}"),
        _ => String::new(),
    }
}
