//! The room: opening and closing, who comes and goes, what is under discussion, what the recorder notes.

use super::Room;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::wish::Step;
use crate::domain::session::{ItemState, Seat, SessionState};

pub(super) fn open(room: &Room<impl Facts>, present: &[String]) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Preparing)?;
    room.leads()?;
    let session = &room.session;
    let unknown = present.iter().find(|name| session.member(name).is_none());
    if let Some(name) = unknown {
        return Err(SessionRefusal::NotMember(name.clone()).into());
    }
    if session.items.is_empty() {
        return Err(SessionRefusal::NoItems.into());
    }
    // Whoever opens is there.
    let here = |name: &str| present.iter().any(|other| other == name) || name == room.me();
    let mut opened = session.clone();
    for member in &mut opened.members {
        member.present = here(&member.user);
    }
    let quorum = opened.quorum_now();
    if !quorum.met() {
        return Err(SessionRefusal::NoQuorum(quorum).into());
    }
    let present = opened.members.iter().filter(|member| member.present).map(|member| member.user.clone()).collect();
    let first = session.items.iter().find(|item| !item.consent).or_else(|| session.items.first());
    let mut events = vec![room.event(SessionEvent::Opened { present, quorum })];
    events.extend(first.map(|item| room.event(SessionEvent::Called { target: item.target })));
    Ok(events)
}

pub(super) fn attend(room: &Room<impl Facts>, user: &str, present: bool) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Open)?;
    if user != room.me() {
        room.leads()?;
    }
    let member = room.session.member(user).ok_or_else(|| SessionRefusal::NotMember(user.to_owned()))?;
    if member.present == present {
        return Ok(Vec::new());
    }
    let mut after = room.session.clone();
    for member in after.members.iter_mut().filter(|member| member.user == user) {
        member.present = present;
    }
    let quorum = after.quorum_now();
    Ok(vec![room.event(SessionEvent::Attended { user: user.to_owned(), present, quorum })])
}

pub(super) fn go(room: &Room<impl Facts>, step: Step) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Open)?;
    room.leads()?;
    let session = &room.session;
    let target = match step {
        Step::Next => next(room)?,
        Step::Previous => session.previous_item().map(|item| item.target),
        Step::To(target) => Some(room.on_agenda(target)?.target),
    };
    let target = target.ok_or(SessionRefusal::NoFurther)?;
    if session.current == Some(target) {
        return Ok(Vec::new());
    }
    Ok(vec![room.event(SessionEvent::Called { target })])
}

/// The next item that waits for a decision: after the current one, else from the top. An item whose target left the joint stage is passed over.
fn next(room: &Room<impl Facts>) -> Result<Option<TargetId>, Refusal> {
    let session = &room.session;
    let place = session.items.iter().position(|item| Some(item.target) == session.current).map_or(0, |place| place + 1);
    let (before, after) = session.items.split_at(place.min(session.items.len()));
    for item in after.iter().chain(before) {
        let waits = item.state != ItemState::Decided && !item.consent && Some(item.target) != session.current;
        if waits && item.state != ItemState::Deferred && room.at_joint(&room.target(item.target)?) {
            return Ok(Some(item.target));
        }
    }
    Ok(None)
}

pub(super) fn note(
    room: &Room<impl Facts>,
    target: Option<TargetId>,
    text: &str,
    seen: Option<&str>,
) -> Result<Vec<Event>, Refusal> {
    room.not_closed()?;
    let seat = room.session.member(room.me()).map(|member| member.seat);
    if seat != Some(Seat::Recorder) && room.leads().is_err() {
        return Err(SessionRefusal::NotRecorder(room.me().to_owned()).into());
    }
    let place = match target {
        Some(target) => format!("#{}", room.on_agenda(target)?.target),
        None => String::new(),
    };
    let text = text.trim();
    let stood = room.session.notes.iter().find(|(other, _)| *other == place).map_or("", |(_, text)| text.as_str());
    if stood == text {
        return Ok(Vec::new());
    }
    if seen.is_some_and(|seen| seen.trim() != stood) {
        return Err(SessionRefusal::NoteMoved(stood.to_owned()).into());
    }
    Ok(vec![room.event(SessionEvent::Noted { place, text: text.to_owned() })])
}

pub(super) fn close(room: &Room<impl Facts>) -> Result<Vec<Event>, Refusal> {
    room.in_state(SessionState::Open)?;
    room.leads()?;
    let (mut count, mut first) = (0, None);
    for item in &room.session.items {
        if matches!(item.state, ItemState::Decided | ItemState::Deferred) {
            continue;
        }
        let target = room.target(item.target)?;
        if room.at_joint(&target) {
            count += 1;
            first.get_or_insert(target.project.name);
        }
    }
    match first {
        Some(project) => Err(SessionRefusal::Undecided(count, project).into()),
        None => Ok(vec![room.event(SessionEvent::Closed {})]),
    }
}
