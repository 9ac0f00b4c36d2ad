//! Whether a wish is granted: `decide(actor, command, now, facts)` gives the events that follow, or the refusal.
//!
//! Pure. One family of commands a file: `setup` (county, units, people), `people` (their keys, who is disabled), `handin`, `review` (the procedure's acts, with `marks` for grades and points),
//! `key_project`, `library`, `links`, `undo`, `evaluation`, `waivers`, `session`, `assessment`, `execution` (with `appraisal` and `monitoring`),
//! `prior` (which evaluations and earlier indicators are a target's), `points` (which earlier opinions are answered),
//! `register` (entries of the year's registers).
//! What follows from any of them by itself is in `findings`.

mod appraisal;
mod assessment;
mod evaluation;
mod execution;
mod findings;
mod handin;
mod key_project;
mod library;
mod links;
mod marks;
mod monitoring;
mod people;
mod points;
mod prior;
mod register;
mod review;
mod session;
mod setup;
mod undo;
mod waivers;

use std::borrow::Cow;

use super::access;
use super::command::{Actor, Command};
use super::event::Event;
use super::facts::Facts;
use super::ids::TargetId;
use super::people::Unit;
use super::procedure::walk;
use super::refusal::{AccessRefusal, Refusal};
use super::target::{Standing, Target};
use super::text::is_unseen;
use super::time::Now;

pub use findings::{is_new_project, relink};

/// Grants or refuses a wish. No events means: granted, and nothing to change (an unchanged file handed in again).
pub fn decide(actor: &Actor, command: &Command, now: Now, facts: &impl Facts) -> Result<Vec<Event>, Refusal> {
    let actor = admitted(actor, facts)?;
    let case = Case { actor: &actor, now, facts };
    let mut events = granted(&case, command)?;
    events.extend(findings::following(&case, &events)?);
    Ok(events)
}

/// Who acts, with the roles that the file says: a program may have been open since before they changed.
fn admitted<'a>(actor: &'a Actor, facts: &impl Facts) -> Result<Cow<'a, Actor>, Refusal> {
    let Some(admission) = facts.admission(&actor.user.name)? else { return Ok(Cow::Borrowed(actor)) };
    if admission.disabled {
        return Err(AccessRefusal::Disabled(actor.user.name.clone()).into());
    }
    if admission.grants == actor.user.grants {
        return Ok(Cow::Borrowed(actor));
    }
    let mut actor = actor.clone();
    actor.user.grants = admission.grants;
    Ok(Cow::Owned(actor))
}

fn granted(case: &Case<'_, impl Facts>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Found { .. } | Command::BeginYear { .. } => setup::county(case, command),
        Command::AddUnit { .. } | Command::ChangeUnit { .. } => setup::unit(case, command),
        Command::AddUser { name, login, roles } => setup::add_user(case, name, login.as_deref(), roles),
        Command::ChangeUser { name, login, roles } => setup::change_user(case, name, login.as_deref(), roles),
        Command::AddKey { user, key } => people::add_key(case, user, key),
        Command::RemoveKey { user, fingerprint } => people::remove_key(case, user, fingerprint),
        Command::DisableUser { user, reason } => people::disable(case, user, reason),
        Command::EnableUser { user } => people::enable(case, user),
        Command::SetLibrary { standards } => library::set(case, standards),
        Command::HandIn(handed) => handin::hand_in(case, handed),
        Command::RecordEvaluation(evaluation) => evaluation::record(case, evaluation),
        Command::Submit { target, seen } => review::submit(case, *target, *seen),
        Command::Review(wish) => review::review(case, wish),
        Command::Decide { target, seen, criteria, points, grade, opinion, due } => {
            review::decide(case, (*target, *seen), (criteria, points), *grade, opinion, *due)
        }
        Command::Settle { target, seen, agreed } => review::settle(case, *target, *seen, agreed),
        Command::Rule { target, seen, enters, opinion } => review::rule(case, *target, *seen, *enters, opinion),
        Command::Withdraw { target, seen, reason } => review::withdraw(case, *target, *seen, reason),
        Command::SetKeyProject { target, seen, key_project, reason } => {
            key_project::set(case, (*target, *seen), *key_project, reason)
        }
        Command::Undo { target, seen } => undo::undo(case, *target, *seen),
        Command::Link { target, round, objective, indicator, belongs } => {
            links::link(case, *target, *round, (*objective, *indicator), *belongs)
        }
        Command::Assessment(wish) => assessment::decide(case, wish),
        Command::Execution(wish) => execution::decide(case, wish),
        Command::MakeSession(new) => session::make(case, new),
        Command::Session { session, wish } => session::decide(case, *session, wish),
        Command::Unlink { target, round, objective: item, indicator: of } => {
            links::unlink(case, *target, *round, (*item, *of))
        }
        Command::SetPrior { target, evaluation, belongs } => prior::set(case, *target, *evaluation, *belongs),
        Command::MatchPrior { target, round, indicator, evaluation, said } => {
            prior::matched(case, (*target, *round), *indicator, *evaluation, *said)
        }
        Command::Waive { target, key, reason } => waivers::waive(case, *target, key, reason),
        Command::Unwaive { target, key } => waivers::unwaive(case, *target, key),
        Command::Record { contents, reason } => register::record(case, contents, reason),
        Command::CorrectRecord { record, seen, contents, reason } => {
            register::correct(case, (*record, *seen), contents, reason)
        }
        Command::RemoveRecord { record, seen, reason } => register::remove(case, (*record, *seen), reason),
        Command::Recheck { target } => findings::recheck(case, *target),
        Command::AnswerPoint { target, round, review, answered } => {
            points::answer(case, (*target, *round), *review, *answered)
        }
    }
}

/// For whom somebody acts, where the command itself says so: a recorder who enters for a member or leads for the chair.
pub fn on_behalf(actor: &Actor, command: &Command, facts: &impl Facts) -> Result<Option<String>, Refusal> {
    let Command::Session { session: id, wish } = command else { return Ok(None) };
    let session = facts.session(*id)?;
    Ok(session.and_then(|session| session::on_behalf(&actor.user.name, &session, wish)))
}

/// What every decision has at hand.
struct Case<'a, F> {
    actor: &'a Actor,
    now: Now,
    facts: &'a F,
}

impl<F: Facts> Case<'_, F> {
    /// The target and its unit, in the version that the maker of the wish saw.
    fn target(&self, id: TargetId, seen: Option<u32>) -> Result<(Target, Unit), Refusal> {
        let unknown = || Refusal::UnknownTarget(format!("#{id}"));
        let target = self.facts.target(id)?.ok_or_else(unknown)?;
        let unit = self.facts.unit(target.unit)?.ok_or_else(|| Refusal::UnknownUnit(target.unit.to_string()))?;
        if !access::sight(&self.actor.user).shows(unit.id) {
            return Err(unknown());
        }
        match seen {
            Some(version) if version != target.version => Err(self.stale(&target)?),
            _ => Ok((target, unit)),
        }
    }

    fn stale(&self, target: &Target) -> Result<Refusal, Refusal> {
        let step = self.facts.last_step(target.id)?.ok_or(Refusal::NothingToUndo)?;
        Ok(Refusal::Stale { who: step.by, what: step.kind, at: step.at })
    }

    /// The standing after a move; `since` is now.
    fn moved(&self, from: &Standing, change: impl FnOnce(&mut Standing)) -> Standing {
        walk::moved(from, self.now, change)
    }
}

/// Refuses a name that is blank or not one line of visible characters: two names that look alike must not be two people.
fn named(name: &str, field: &'static str) -> Result<(), Refusal> {
    said(name, field)?;
    if name.trim().chars().any(is_unseen) { Err(Refusal::NotOneLine(field)) } else { Ok(()) }
}

/// Refuses a text that is blank; `field` is the key of its name.
fn said(text: &str, field: &'static str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Blank(field)) } else { Ok(()) }
}
