//! What the chair decides, what is taken back, put off, or dissented from. The target moves in the same transaction.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Room, prepare};
use crate::domain::decide::{review, said};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::{Item, ItemState, Seat, SessionState};

pub(super) fn decide(
    room: &Room<impl Facts>,
    seen: Option<u32>,
    marks: (&[Grade], &[Decimal]),
    grade: Grade,
    (opinion, due): (&str, Option<Date>),
) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    let item = room.current_in(&[ItemState::Open, ItemState::Revealed])?;
    if room.session.is_recused(room.me(), item.target) {
        return Err(SessionRefusal::Recused(room.me().to_owned()).into());
    }
    let quorum = room.session.quorum_of(item.target);
    if item.state == ItemState::Open {
        // Without a ballot the chair decides on what was said; sealed ballots are opened first.
        let sealed = room.case.facts.seals(room.session.id, item.target, item.ballot)?.len();
        if sealed > 0 {
            return Err(SessionRefusal::Sealed(u32::try_from(sealed).unwrap_or(u32::MAX)).into());
        }
        if !quorum.met() {
            return Err(SessionRefusal::NoQuorum(quorum).into());
        }
    }
    let target = item.target;
    let act = review::decided(room.case, (target, seen), marks, grade, opinion, due)?;
    let opinion = opinion.trim().to_owned();
    let decided = SessionEvent::Decided { target, grade, opinion, due, consent: false, quorum };
    Ok(vec![act, room.event(decided)])
}

pub(super) fn pass_consent(room: &Room<impl Facts>, seen: &[TargetId]) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    room.in_state(SessionState::Open)?;
    let listed = |item: &&Item| item.consent && item.state == ItemState::Open;
    let stands = room.session.items.iter().filter(listed).map(|item| item.target);
    if !seen.is_empty() && !stands.eq(seen.iter().copied()) {
        return Err(SessionRefusal::ConsentMoved.into());
    }
    let quorum = room.session.quorum_now();
    if !quorum.met() {
        return Err(SessionRefusal::NoQuorum(quorum).into());
    }
    let words = &room.case.facts.procedure().session.consent_opinion;
    let mut events = Vec::new();
    for item in room.session.items.iter().filter(listed) {
        let target = item.target;
        // Something may have changed since it was listed.
        let Some(grade) = prepare::consented(room, target)? else {
            return Err(SessionRefusal::NoConsent(room.project(target)?).into());
        };
        let opinion = words.replace("{grade}", grade.term());
        events.push(review::decided(room.case, (target, None), (&[], &[]), grade, &opinion, None)?);
        let decided = SessionEvent::Decided { target, grade, opinion, due: None, consent: true, quorum };
        events.push(room.event(decided));
    }
    if events.is_empty() {
        return Err(SessionRefusal::EmptyConsent.into());
    }
    Ok(events)
}

pub(super) fn undo(room: &Room<impl Facts>) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    room.in_state(SessionState::Open)?;
    let item = room.session.decided_last().ok_or(SessionRefusal::NothingDecided)?;
    let target = room.target(item.target)?;
    let act = room.case.facts.last_act(item.target)?.ok_or(Refusal::NothingToUndo)?;
    // The act on the target stands in the row before the decision's.
    let own = item.decided.is_some_and(|decided| decided.0 == act.seq.0 + 1);
    let Some(from) = act.from.filter(|_| own) else {
        return Err(Refusal::NotYours { who: act.by, what: act.kind });
    };
    let revealed = !room.case.facts.ballots(room.session.id, item.target, item.ballot)?.is_empty();
    let back = if revealed { ItemState::Revealed } else { ItemState::Open };
    Ok(vec![
        Event::ActUndone { target: item.target, act: act.seq, from: target.standing, to: from },
        room.event(SessionEvent::DecisionUndone { target: item.target, back }),
    ])
}

pub(super) fn defer(room: &Room<impl Facts>, reason: &str) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    let item = room.current_in(&[ItemState::Open, ItemState::Revealed])?;
    let reason = reason.trim().to_owned();
    Ok(vec![room.event(SessionEvent::Deferred { target: item.target, reason })])
}

pub(super) fn dissent(room: &Room<impl Facts>, member: Option<&str>, reason: &str) -> Result<Vec<Event>, Refusal> {
    let item = room.current_in(&[ItemState::Revealed, ItemState::Decided])?;
    let me = room.me();
    let seat = room.session.member(me).map(|member| member.seat);
    let who = match member.map(str::trim).filter(|other| *other != me) {
        Some(_) if seat != Some(Seat::Recorder) => return Err(SessionRefusal::NotRecorder(me.to_owned()).into()),
        Some(other) => other,
        None => me,
    };
    let member = room.session.member(who).ok_or_else(|| SessionRefusal::NotMember(who.to_owned()))?;
    if member.seat != Seat::Panel {
        return Err(SessionRefusal::NotPanel(who.to_owned()).into());
    }
    if room.session.is_recused(who, item.target) {
        return Err(SessionRefusal::Recused(who.to_owned()).into());
    }
    if !member.present {
        return Err(SessionRefusal::Absent(who.to_owned()).into());
    }
    said(reason, "field.reason")?;
    let (target, member) = (item.target, who.to_owned());
    Ok(vec![room.event(SessionEvent::Dissented { target, member, reason: reason.trim().to_owned() })])
}
