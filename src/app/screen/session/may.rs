//! What may be done in a room now, and if not, why: the outlook from what is on the screen, by the rules of `access`.

use super::room::{Pane, Room};
use super::tab::Tab;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::reason::Reason;
use crate::domain::access::{leads, may_write, organises};
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal as No;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{ItemState, Member, Seat, Session, SessionState};

/// Whether an action can be done now.
pub(super) fn may(room: &Room, action: Action, common: &Common) -> Result<(), Reason> {
    if action.only_looks() {
        return Ok(());
    }
    let view = room.view.as_deref().ok_or(Reason::NothingSelected)?;
    let here = Here { room, view, session: &view.session, common };
    match action {
        Action::Look if room.pane == Pane::Main => return Err(Reason::Words("room.reason.shown")),
        Action::Look => return Ok(()),
        Action::Follow => return here.follow(),
        Action::Notices => return room.may_notify(),
        Action::Filter => return Ok(()),
        _ => {}
    }
    may_write(&common.user)?;
    if room.wish.is_some() {
        return Err(Reason::Words("room.reason.busy"));
    }
    here.act(action)
}

struct Here<'a> {
    room: &'a Room,
    view: &'a SessionView,
    session: &'a Session,
    common: &'a Common,
}

type May = Result<(), Reason>;

fn no(refusal: No) -> Reason {
    Reason::Refused(Refusal::Session(refusal))
}

impl Here<'_> {
    fn act(&self, action: Action) -> May {
        match action {
            Action::Begin => self.begin(),
            Action::Call | Action::CallNext | Action::CallPrevious => self.call(action),
            Action::Reveal => self.reveal(),
            Action::Decide => self.decide(),
            Action::Reballot => self.led(&[ItemState::Revealed]),
            Action::Defer => self.led(&[ItemState::Open, ItemState::Revealed]),
            Action::Ballot => self.grades(),
            Action::BallotFor => {
                self.recorder()?;
                self.current_in(&[ItemState::Open]).map(drop)
            }
            Action::Dissent => self.dissents(),
            Action::Note => self.notes(),
            Action::NoteAll => self.writes_minutes(),
            Action::Adjourn => self.adjourn(),
            Action::Undo => {
                self.in_state(SessionState::Open)?;
                self.leads()?;
                self.session.decided_last().map(drop).ok_or_else(|| no(No::NothingDecided))
            }
            Action::PassConsent => self.pass(),
            Action::Attend | Action::Seat => self.member(action),
            Action::Member => self.prepares(),
            Action::Recuse => self.recuse(),
            Action::Consent | Action::ConsentAll => self.consent(action),
            Action::Order | Action::MoveUp | Action::MoveDown => {
                self.prepares()?;
                if self.session.items.len() < 2 { Err(no(No::NoItems)) } else { Ok(()) }
            }
            Action::Remove => self.remove(),
            _ => Ok(()),
        }
    }

    fn me(&self) -> String {
        self.common.user.name.clone()
    }

    fn my_seat(&self) -> Result<&Member, Reason> {
        self.session.member(&self.common.user.name).ok_or_else(|| no(No::NotMember(self.me())))
    }

    fn in_state(&self, state: SessionState) -> May {
        if self.session.state == state { Ok(()) } else { Err(no(No::WrongState(self.session.state))) }
    }

    fn not_closed(&self) -> May {
        match self.session.state {
            SessionState::Closed => Err(no(No::WrongState(SessionState::Closed))),
            _ => Ok(()),
        }
    }

    fn leads(&self) -> May {
        if leads(&self.common.user, self.session) { Ok(()) } else { Err(no(No::NotLeading(self.me()))) }
    }

    /// Who leads orders the agenda and the consent list too.
    fn prepares(&self) -> May {
        self.not_closed()?;
        if organises(&self.common.user, self.session) { Ok(()) } else { Err(no(No::NotOrganiser(self.me()))) }
    }

    fn recorder(&self) -> May {
        match self.my_seat()?.seat {
            Seat::Recorder => Ok(()),
            _ => Err(no(No::NotRecorder(self.me()))),
        }
    }

    fn current_in(&self, states: &[ItemState]) -> Result<&ItemView, Reason> {
        self.in_state(SessionState::Open)?;
        let item = self.room.current().ok_or_else(|| no(No::NoCurrent))?;
        match item.state {
            _ if item.gone => Err(no(No::NotAtJoint(item.project.clone()))),
            state if states.contains(&state) => Ok(item),
            state => Err(no(No::WrongItem(state))),
        }
    }

    /// An act of who leads on an item in one of some states.
    fn led(&self, states: &[ItemState]) -> May {
        self.leads()?;
        self.current_in(states).map(drop)
    }

    fn follow(&self) -> May {
        self.in_state(SessionState::Open)?;
        let current = self.room.current().ok_or_else(|| no(No::NoCurrent))?.target;
        if self.room.follows && self.room.target() == Some(current) {
            return Err(Reason::Words("room.reason.following"));
        }
        Ok(())
    }

    fn begin(&self) -> May {
        self.in_state(SessionState::Preparing)?;
        self.leads()?;
        if self.session.items.is_empty() {
            return Err(no(No::NoItems));
        }
        let quorum = self.room.quorum_marked(self.session, &self.common.user.name);
        if quorum.met() { Ok(()) } else { Err(no(No::NoQuorum(quorum))) }
    }

    fn call(&self, action: Action) -> May {
        self.in_state(SessionState::Open)?;
        self.leads()?;
        match action {
            Action::Call if self.room.target() == self.session.current => Err(Reason::Words("room.reason.called")),
            Action::CallPrevious if self.session.previous_item().is_none() => Err(no(No::NoFurther)),
            _ => Ok(()),
        }
    }

    fn reveal(&self) -> May {
        self.leads()?;
        let item = self.current_in(&[ItemState::Open])?;
        if !self.view.quorum.met() {
            return Err(no(No::NoQuorum(self.view.quorum)));
        }
        if item.ballots_in == 0 { Err(no(No::NoBallots)) } else { Ok(()) }
    }

    fn decide(&self) -> May {
        self.leads()?;
        let item = self.current_in(&[ItemState::Open, ItemState::Revealed])?;
        if item.state == ItemState::Open && item.ballots_in > 0 {
            return Err(no(No::Sealed(item.ballots_in)));
        }
        if self.session.is_recused(&self.common.user.name, item.target) {
            return Err(no(No::Recused(self.me())));
        }
        Ok(())
    }

    fn panel(&self, item: &ItemView) -> May {
        let member = self.my_seat()?;
        if member.seat != Seat::Panel {
            return Err(no(No::NotPanel(self.me())));
        }
        if self.session.is_recused(&member.user, item.target) {
            return Err(no(No::Recused(self.me())));
        }
        if member.present { Ok(()) } else { Err(no(No::Absent(self.me()))) }
    }

    fn grades(&self) -> May {
        self.in_state(SessionState::Open)?;
        if self.my_seat()?.seat != Seat::Panel {
            return Err(no(No::NotPanel(self.me())));
        }
        let item = self.current_in(&[ItemState::Open])?;
        self.panel(item)
    }

    fn dissents(&self) -> May {
        self.in_state(SessionState::Open)?;
        let item = self.room.current().ok_or_else(|| no(No::NoCurrent))?;
        if !matches!(item.state, ItemState::Revealed | ItemState::Decided) {
            return Err(no(No::WrongItem(item.state)));
        }
        if self.recorder().is_ok() { Ok(()) } else { self.panel(item) }
    }

    fn writes_minutes(&self) -> May {
        self.not_closed()?;
        if self.recorder().is_ok() { Ok(()) } else { self.leads() }
    }

    fn notes(&self) -> May {
        self.writes_minutes()?;
        self.room.shown().map(drop).ok_or(Reason::NothingSelected)
    }

    fn adjourn(&self) -> May {
        self.in_state(SessionState::Open)?;
        self.leads()?;
        let open = |item: &&ItemView| !item.gone && matches!(item.state, ItemState::Open | ItemState::Revealed);
        let count = self.view.items.iter().filter(open).count();
        match self.view.items.iter().find(open) {
            Some(first) => Err(no(No::Undecided(u32::try_from(count).unwrap_or(u32::MAX), first.project.clone()))),
            None => Ok(()),
        }
    }

    fn pass(&self) -> May {
        self.in_state(SessionState::Open)?;
        self.leads()?;
        if !self.view.quorum.met() {
            return Err(no(No::NoQuorum(self.view.quorum)));
        }
        let mut listed = self.session.items.iter();
        if listed.any(|item| item.consent && item.state == ItemState::Open) {
            Ok(())
        } else {
            Err(no(No::EmptyConsent))
        }
    }

    fn member(&self, action: Action) -> May {
        self.not_closed()?;
        if self.room.tab != Tab::Members || self.room.pane != Pane::Main {
            return Err(Reason::Words("room.reason.members-only"));
        }
        let member = self.session.members.get(self.room.member).ok_or(Reason::NothingSelected)?;
        match action {
            Action::Seat => self.prepares(),
            _ if self.session.state == SessionState::Open && member.user != self.me() => self.leads(),
            _ if self.session.state == SessionState::Preparing => self.prepares(),
            _ => Ok(()),
        }
    }

    fn recuse(&self) -> May {
        self.not_closed()?;
        let item = self.room.shown().ok_or(Reason::NothingSelected)?;
        if matches!(item.state, ItemState::Revealed | ItemState::Decided) {
            return Err(no(No::WrongItem(item.state)));
        }
        if self.prepares().is_err() {
            self.my_seat()?;
        }
        Ok(())
    }

    fn consent(&self, action: Action) -> May {
        self.not_closed()?;
        if action == Action::ConsentAll {
            self.prepares()?;
            let mut items = self.view.items.iter();
            let may = items.any(|item| item.consentable && !item.consent(self.session));
            return if may { Ok(()) } else { Err(Reason::Words("room.reason.no-consentable")) };
        }
        let item = self.room.shown().ok_or(Reason::NothingSelected)?;
        if item.state != ItemState::Open {
            return Err(no(No::WrongItem(item.state)));
        }
        if item.consent(self.session) {
            return self.my_seat().map(drop);
        }
        self.prepares()?;
        if item.consentable { Ok(()) } else { Err(no(No::NoConsent(item.project.clone()))) }
    }

    fn remove(&self) -> May {
        self.in_state(SessionState::Preparing)?;
        self.prepares()?;
        let members = self.room.tab == Tab::Members && self.room.pane == Pane::Main;
        if members && self.session.members.get(self.room.member).is_none() {
            return Err(Reason::NothingSelected);
        }
        if members { Ok(()) } else { self.room.shown().map(drop).ok_or(Reason::NothingSelected) }
    }
}
