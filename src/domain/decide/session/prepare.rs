//! Preparing a session: members, agenda, recusals, consent list.

use super::Room;
use crate::domain::access::{ORGANISES, may_write, seats};
use crate::domain::decide::{Case, named, said};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::people::{Role, Scope, User};
use crate::domain::refusal::Refusal;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::wish::NewSession;
use crate::domain::session::{ItemState, Seat, SessionState};
use crate::domain::target::coverage;

pub(super) fn make(case: &Case<impl Facts>, new: &NewSession) -> Result<Vec<Event>, Refusal> {
    case.facts.county()?.ok_or(Refusal::NotFounded)?;
    let user = &case.actor.user;
    may_write(user)?;
    if !ORGANISES.iter().any(|role| user.has(*role)) {
        return Err(SessionRefusal::NotOrganiser(user.name.clone()).into());
    }
    named(&new.name, "field.session")?;
    let quorum = new.quorum.unwrap_or(case.facts.procedure().session.quorum);
    let created =
        SessionEvent::Created { name: new.name.trim().to_owned(), day: new.day, quorum, minutes: new.minutes };
    Ok(vec![Event::Session { session: case.facts.next_session()?, act: created }])
}

pub(super) fn seat(room: &Room<impl Facts>, users: &[String], seat: Seat) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    room.organises()?;
    let mut events = Vec::new();
    for name in users {
        let user = known(room, name)?;
        if room.session.member(&user.name).is_some_and(|member| member.seat == seat) {
            continue;
        }
        let roles = seats(seat);
        if !roles.iter().any(|role| user.has(*role)) {
            let first = roles.first().copied().unwrap_or(Role::Panel);
            return Err(SessionRefusal::NoRole(user.name, seat, first).into());
        }
        events.extend(handed_over(room, &user.name, seat)?);
        events.push(room.event(SessionEvent::Seated { user: user.name.clone(), seat }));
        let targets: Vec<_> = room.session.items.iter().map(|item| item.target).collect();
        events.extend(derived(room, &user, &targets)?);
    }
    Ok(events)
}

/// A new chair sends the former one to the panel. Once the session is open only who leads it hands the chair over.
fn handed_over(room: &Room<impl Facts>, user: &str, seat: Seat) -> Result<Option<Event>, Refusal> {
    let former = room.session.members.iter().find(|member| member.seat == Seat::Chair && member.user != user);
    let Some(former) = former.filter(|_| seat == Seat::Chair) else { return Ok(None) };
    if room.session.state == SessionState::Open && room.leads().is_err() {
        return Err(SessionRefusal::SeatTaken(former.user.clone()).into());
    }
    Ok(Some(room.event(SessionEvent::Seated { user: former.user.clone(), seat: Seat::Panel })))
}

fn known(room: &Room<impl Facts>, name: &str) -> Result<User, Refusal> {
    room.case.facts.user(name.trim())?.ok_or_else(|| Refusal::UnknownUser(name.to_owned()))
}

/// Who belongs to the unit concerned stands aside from its items.
fn derived(room: &Room<impl Facts>, user: &User, targets: &[TargetId]) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    for &target in targets {
        let unit = room.target(target)?.unit;
        let of_unit = user.grants.iter().any(|grant| grant.scope == Scope::Unit(unit));
        if of_unit && !room.session.is_recused(&user.name, target) {
            let user = user.name.clone();
            events.push(room.event(SessionEvent::Recused { user, target, reason: String::new(), derived: true }));
        }
    }
    Ok(events)
}

pub(super) fn unseat(room: &Room<impl Facts>, user: &str) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Preparing)?;
    room.organises()?;
    let member = room.session.member(user).ok_or_else(|| SessionRefusal::NotMember(user.to_owned()))?;
    Ok(vec![room.event(SessionEvent::Unseated { user: member.user.clone() })])
}

pub(super) fn add(room: &Room<impl Facts>, targets: &[TargetId]) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    room.organises()?;
    let mut fresh: Vec<TargetId> = Vec::new();
    for &id in targets {
        if fresh.contains(&id) || room.session.item(id).is_some() {
            continue;
        }
        let target = room.target(id)?;
        if !room.at_joint(&target) {
            return Err(SessionRefusal::NotAtJoint(target.project.name).into());
        }
        if let Some(other) = room.case.facts.session_holding(id)? {
            let name = room.case.facts.session(other)?.map_or_else(String::new, |session| session.name);
            return Err(SessionRefusal::Elsewhere(target.project.name, name).into());
        }
        fresh.push(id);
    }
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    let mut events = vec![room.event(SessionEvent::ItemsAdded { targets: fresh.clone() })];
    for member in &room.session.members {
        let user = known(room, &member.user)?;
        events.extend(derived(room, &user, &fresh)?);
    }
    Ok(events)
}

pub(super) fn remove(room: &Room<impl Facts>, target: TargetId) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Preparing)?;
    room.organises()?;
    room.on_agenda(target)?;
    Ok(vec![room.event(SessionEvent::ItemRemoved { target })])
}

pub(super) fn order(room: &Room<impl Facts>, order: &[TargetId]) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    if room.leads().is_err() {
        room.organises()?;
    }
    let mut whole: Vec<TargetId> = Vec::new();
    for &target in order {
        room.on_agenda(target)?;
        if !whole.contains(&target) {
            whole.push(target);
        }
    }
    let stood: Vec<_> = room.session.items.iter().map(|item| item.target).collect();
    whole.extend(stood.iter().copied().filter(|target| !order.contains(target)));
    if whole == stood {
        return Ok(Vec::new());
    }
    Ok(vec![room.event(SessionEvent::Ordered { order: whole })])
}

pub(super) fn recuse(
    room: &Room<impl Facts>,
    user: &str,
    target: TargetId,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    let own = user == room.me();
    if !own {
        room.organises()?;
    }
    said(reason, "field.reason")?;
    let member = room.session.member(user).ok_or_else(|| SessionRefusal::NotMember(user.to_owned()))?;
    let item = room.on_agenda(target)?;
    if matches!(item.state, ItemState::Revealed | ItemState::Decided) {
        return Err(SessionRefusal::WrongItem(item.state).into());
    }
    let (user, reason) = (member.user.clone(), reason.trim().to_owned());
    Ok(vec![room.event(SessionEvent::Recused { user, target, reason, derived: false })])
}

pub(super) fn lift(room: &Room<impl Facts>, user: &str, target: TargetId) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    room.organises()?;
    let item = room.on_agenda(target)?;
    if matches!(item.state, ItemState::Revealed | ItemState::Decided) {
        return Err(SessionRefusal::WrongItem(item.state).into());
    }
    let recusal = room.session.recusals.iter().find(|one| one.user == user && one.target == target);
    match recusal {
        None => Err(SessionRefusal::NotRecused(user.to_owned()).into()),
        Some(recusal) if recusal.derived => Err(SessionRefusal::DerivedRecusal(user.to_owned()).into()),
        Some(_) => Ok(vec![room.event(SessionEvent::RecusalLifted { user: user.to_owned(), target })]),
    }
}

pub(super) fn list_consent(room: &Room<impl Facts>, targets: &[TargetId]) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    if room.leads().is_err() {
        room.organises()?;
    }
    let mut listed = Vec::new();
    for &target in targets {
        let item = room.on_agenda(target)?;
        if item.state != ItemState::Open {
            return Err(SessionRefusal::WrongItem(item.state).into());
        }
        if consented(room, target)?.is_none() {
            return Err(SessionRefusal::NoConsent(room.project(target)?).into());
        }
        if !item.consent && !listed.contains(&target) {
            listed.push(target);
        }
    }
    let event = |targets| room.event(SessionEvent::ConsentListed { targets });
    Ok(if listed.is_empty() { Vec::new() } else { vec![event(listed)] })
}

/// The grade that an item passes with on the consent list: 优 or 良 when all stages before gave it in this round and nothing is open.
pub(super) fn consented(room: &Room<impl Facts>, id: TargetId) -> Result<Option<Grade>, Refusal> {
    let target = room.target(id)?;
    let (facts, round) = (room.case.facts, target.standing.round);
    let given = facts.stage_grades(id, round)?;
    let Some(&first) = given.first() else { return Ok(None) };
    let agree = given.iter().all(|grade| *grade == first) && matches!(first, Grade::Excellent | Grade::Good);
    if !agree || !room.at_joint(&target) || facts.open_findings(id)? > 0 {
        return Ok(None);
    }
    let submission = facts.submission(id, round)?.unwrap_or_default();
    let covered = coverage(&submission, submission.items().len(), &facts.links(id, round)?) == (0, 0);
    Ok(covered.then_some(first))
}

pub(super) fn pull_consent(room: &Room<impl Facts>, target: TargetId) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    if room.session.member(room.me()).is_none() {
        return Err(SessionRefusal::NotMember(room.me().to_owned()).into());
    }
    let item = room.on_agenda(target)?;
    match item.state {
        ItemState::Open if item.consent => Ok(vec![room.event(SessionEvent::ConsentPulled { target })]),
        ItemState::Open => Ok(Vec::new()),
        state => Err(SessionRefusal::WrongItem(state).into()),
    }
}
