//! Grades until the reveal: sealing a ballot, putting all on the table, balloting again.

use super::Room;
use crate::domain::decide::marks::judged;
use crate::domain::decide::said;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::refusal::Refusal;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::wish::Vote;
use crate::domain::session::{Item, ItemState, Seat};

pub(super) fn vote(room: &Room<impl Facts>, vote: &Vote) -> Result<Vec<Event>, Refusal> {
    let item = room.current()?;
    if let Some(meant) = vote.target.filter(|meant| *meant != item.target) {
        return Err(SessionRefusal::Moved(room.project(meant)?).into());
    }
    let voter = voter(room, vote)?;
    graded(room, item, &voter)?;
    if item.state != ItemState::Open {
        return Err(SessionRefusal::WrongItem(item.state).into());
    }
    let (criteria, points) = match (vote.criteria.as_slice(), vote.points.as_slice()) {
        ([], []) => (Vec::new(), Vec::new()),
        given => {
            let key_project = room.target(item.target)?.standing.key_project;
            let marks = judged(room.case.facts.procedure(), key_project, given)?;
            (marks.criteria, marks.points)
        }
    };
    let ballot = Ballot {
        entered_by: (voter != room.me()).then(|| room.me().to_owned()),
        member: voter.clone(),
        grade: vote.grade,
        criteria,
        points,
        opinion: vote.opinion.trim().to_owned(),
        salt: vote.salt.clone(),
    };
    let commitment = ballot.commitment(room.session.id, item.target, item.ballot);
    Ok(vec![room.event(SessionEvent::Sealed {
        target: item.target,
        ballot: item.ballot,
        member: voter,
        commitment,
        sealed: Some(Box::new(ballot)),
    })])
}

/// Whose ballot it is: one's own, or that of the member for whom the recorder enters it.
fn voter(room: &Room<impl Facts>, vote: &Vote) -> Result<String, Refusal> {
    let me = room.me();
    let Some(other) = vote.member.as_deref().map(str::trim).filter(|other| *other != me) else {
        return Ok(me.to_owned());
    };
    match room.session.member(me) {
        Some(member) if member.seat == Seat::Recorder => Ok(other.to_owned()),
        _ => Err(SessionRefusal::NotRecorder(me.to_owned()).into()),
    }
}

/// Refuses whoever may not grade an item: no panel member, not in the room, standing aside; or a target that left the stage.
fn graded(room: &Room<impl Facts>, item: &Item, voter: &str) -> Result<(), Refusal> {
    let member = room.session.member(voter).ok_or_else(|| SessionRefusal::NotMember(voter.to_owned()))?;
    if member.seat != Seat::Panel {
        return Err(SessionRefusal::NotPanel(voter.to_owned()).into());
    }
    if room.session.is_recused(voter, item.target) {
        return Err(SessionRefusal::Recused(voter.to_owned()).into());
    }
    if !member.present {
        return Err(SessionRefusal::Absent(voter.to_owned()).into());
    }
    let target = room.target(item.target)?;
    if item.state == ItemState::Open && !room.at_joint(&target) {
        return Err(SessionRefusal::NotAtJoint(target.project.name).into());
    }
    Ok(())
}

pub(super) fn reveal(room: &Room<impl Facts>) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    let item = room.current_in(&[ItemState::Open])?;
    let quorum = room.session.quorum_of(item.target);
    if !quorum.met() {
        return Err(SessionRefusal::NoQuorum(quorum).into());
    }
    let sealed = room.case.facts.sealed(room.session.id, item.target, item.ballot)?;
    // A ballot of somebody who stands aside or left in the meantime does not count.
    let seats = room.session.entitled(item.target).filter(|member| member.present);
    let of = |member: &str| sealed.iter().find(|ballot| ballot.member == member).cloned();
    let ballots: Vec<Ballot> = seats.filter_map(|member| of(&member.user)).collect();
    if ballots.is_empty() {
        return Err(SessionRefusal::NoBallots.into());
    }
    Ok(vec![room.event(SessionEvent::Revealed { target: item.target, ballot: item.ballot, ballots, quorum })])
}

pub(super) fn reballot(room: &Room<impl Facts>, reason: &str) -> Result<Vec<Event>, Refusal> {
    room.leads()?;
    let item = room.current_in(&[ItemState::Revealed])?;
    said(reason, "field.reason")?;
    let (target, ballot) = (item.target, item.ballot + 1);
    Ok(vec![room.event(SessionEvent::Reballoted { target, ballot, reason: reason.trim().to_owned() })])
}
