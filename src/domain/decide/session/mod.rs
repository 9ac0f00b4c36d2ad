//! Whether a wish about a joint session is granted. One family a file: `prepare` (before it opens), `room` (who is there, what is
//! discussed), `ballots` (grades until the reveal), `decision` (what the chair decides, and what is taken back).
//!
//! Quorum, recusal, sealed grades and the consent list are this product's own rules.

mod ballots;
mod decision;
mod prepare;
mod room;

use super::Case;
use crate::domain::access::{leads, may_write, organises, sight};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::refusal::Refusal;
use crate::domain::session::event::SessionEvent;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::wish::{NewSession, SessionWish, Vote};
use crate::domain::session::{Item, ItemState, Seat, Session, SessionState};
use crate::domain::target::{State, Target};

pub(super) fn make(case: &Case<impl Facts>, new: &NewSession) -> Result<Vec<Event>, Refusal> {
    prepare::make(case, new)
}

/// Grants or refuses a wish about a session.
pub(super) fn decide(case: &Case<impl Facts>, id: SessionId, wish: &SessionWish) -> Result<Vec<Event>, Refusal> {
    may_write(&case.actor.user)?;
    let unknown = || SessionRefusal::Unknown(id.to_string());
    let session = case.facts.session(id)?.filter(|session| may_see(case, session)).ok_or_else(unknown)?;
    let room = Room { case, session };
    match wish {
        SessionWish::Seat { users, seat } => prepare::seat(&room, users, *seat),
        SessionWish::Unseat { user } => prepare::unseat(&room, user),
        SessionWish::Add { targets } => prepare::add(&room, targets),
        SessionWish::Remove { target } => prepare::remove(&room, *target),
        SessionWish::Order { order } => prepare::order(&room, order),
        SessionWish::Recuse { user, target, reason } => prepare::recuse(&room, user, *target, reason),
        SessionWish::LiftRecusal { user, target } => prepare::lift(&room, user, *target),
        SessionWish::ListConsent { targets } => prepare::list_consent(&room, targets),
        SessionWish::PullConsent { target } => prepare::pull_consent(&room, *target),
        SessionWish::Open { present } => room::open(&room, present),
        SessionWish::Attend { user, present } => room::attend(&room, user, *present),
        SessionWish::Go(step) => room::go(&room, *step),
        SessionWish::Note { target, text, seen } => room::note(&room, *target, text, seen.as_deref()),
        SessionWish::Close => room::close(&room),
        SessionWish::Vote(vote) => ballots::vote(&room, vote),
        SessionWish::Reveal => ballots::reveal(&room),
        SessionWish::Reballot { reason } => ballots::reballot(&room, reason),
        SessionWish::Decide { seen, criteria, points, grade, opinion, due } => {
            decision::decide(&room, *seen, (criteria, points), *grade, (opinion, *due))
        }
        SessionWish::PassConsent { seen } => decision::pass_consent(&room, seen),
        SessionWish::UndoDecision => decision::undo(&room),
        SessionWish::Defer { reason } => decision::defer(&room, reason),
        SessionWish::Dissent { member, reason } => decision::dissent(&room, member.as_deref(), reason),
        SessionWish::On { target, wish } if room.current()?.target == *target => decide(case, id, wish),
        SessionWish::On { target, .. } => Err(SessionRefusal::Overtaken(room.project(*target)?).into()),
    }
}

/// For whom somebody acts: a recorder enters ballots for a member and everything else that leads for the chair.
pub(super) fn on_behalf(actor: &str, session: &Session, wish: &SessionWish) -> Option<String> {
    let recorder = session.member(actor).is_some_and(|member| member.seat == Seat::Recorder);
    match wish {
        SessionWish::Vote(Vote { member, .. }) | SessionWish::Dissent { member, .. } => {
            member.clone().filter(|member| member != actor)
        }
        SessionWish::Open { .. }
        | SessionWish::Go(_)
        | SessionWish::Reveal
        | SessionWish::Reballot { .. }
        | SessionWish::Decide { .. }
        | SessionWish::PassConsent { .. }
        | SessionWish::UndoDecision
        | SessionWish::Defer { .. }
        | SessionWish::Close
            if recorder =>
        {
            session.members.iter().find(|member| member.seat == Seat::Chair).map(|chair| chair.user.clone())
        }
        SessionWish::On { wish, .. } => on_behalf(actor, session, wish),
        _ => None,
    }
}

/// A unit's people see no session but one that they are members of.
fn may_see(case: &Case<impl Facts>, session: &Session) -> bool {
    let user = &case.actor.user;
    sight(user) == crate::domain::access::Sight::All || session.member(&user.name).is_some()
}

/// A session with what every decision about it has at hand.
struct Room<'a, 'b, F> {
    case: &'a Case<'b, F>,
    session: Session,
}

impl<F: Facts> Room<'_, '_, F> {
    fn event(&self, act: SessionEvent) -> Event {
        Event::Session { session: self.session.id, act }
    }

    fn me(&self) -> &str {
        &self.case.actor.user.name
    }

    fn in_state(&self, state: SessionState) -> Result<(), SessionRefusal> {
        if self.session.state == state { Ok(()) } else { Err(SessionRefusal::WrongState(self.session.state)) }
    }

    fn not_closed(&self) -> Result<(), SessionRefusal> {
        match self.session.state {
            SessionState::Closed => Err(SessionRefusal::WrongState(SessionState::Closed)),
            _ => Ok(()),
        }
    }

    fn organises(&self) -> Result<(), SessionRefusal> {
        let user = &self.case.actor.user;
        if organises(user, &self.session) { Ok(()) } else { Err(SessionRefusal::NotOrganiser(user.name.clone())) }
    }

    fn leads(&self) -> Result<(), SessionRefusal> {
        let user = &self.case.actor.user;
        if leads(user, &self.session) { Ok(()) } else { Err(SessionRefusal::NotLeading(user.name.clone())) }
    }

    /// The item under discussion, in an open session.
    fn current(&self) -> Result<&Item, SessionRefusal> {
        self.in_state(SessionState::Open)?;
        self.session.current_item().ok_or(SessionRefusal::NoCurrent)
    }

    /// The item under discussion, when it has come to one of some states.
    fn current_in(&self, states: &[ItemState]) -> Result<&Item, SessionRefusal> {
        let item = self.current()?;
        if states.contains(&item.state) { Ok(item) } else { Err(SessionRefusal::WrongItem(item.state)) }
    }

    fn on_agenda(&self, target: TargetId) -> Result<&Item, Refusal> {
        let item = self.session.item(target);
        match item {
            Some(item) => Ok(item),
            None => Err(SessionRefusal::NotOnAgenda(self.project(target)?).into()),
        }
    }

    fn target(&self, id: TargetId) -> Result<Target, Refusal> {
        self.case.facts.target(id)?.ok_or_else(|| Refusal::UnknownTarget(format!("#{id}")))
    }

    fn project(&self, id: TargetId) -> Result<String, Refusal> {
        Ok(self.target(id)?.project.name)
    }

    /// Whether a target waits for the joint session.
    fn at_joint(&self, target: &Target) -> bool {
        let deciding = self.case.facts.procedure().deciding().map(|stage| stage.id.as_str());
        target.standing.state == State::Pending && target.standing.stage.as_deref() == deciding
    }
}
