//! Opening the forms of a session: a ballot, the decision, a dissent, the minutes of an item.

use rust_i18n::t;

use super::follow::item_of;
use super::room::Room;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::form::Form;
use crate::app::form::kind::Kind;
use crate::app::form::sitting::Sitting;
use crate::app::popup::{About, Choice, Item, Popup, Purpose, Said};
use crate::app::screen::Screen;
use crate::domain::ids::TargetId;
use crate::domain::session::refusal::seat_word;
use crate::domain::session::{Member, Seat};

impl Room {
    /// Opens a form, or asks for whom; returns false for any other action.
    pub(super) fn write(&mut self, action: Action, common: &mut Common) -> bool {
        let current = self.current().map(|item| item.target);
        match (action, current) {
            (Action::Ballot, Some(target)) => self.sit(Kind::Ballot, target, None, common),
            (Action::Decide, Some(target)) => self.sit(Kind::Decide, target, None, common),
            (Action::Dissent, Some(target)) if self.seat(common) == Some(Seat::Panel) => {
                self.sit(Kind::Dissent, target, None, common);
            }
            (Action::Dissent, Some(target)) => self.ask_for(About::Dissenter, target, common),
            (Action::BallotFor, Some(target)) => self.ask_for(About::Voter, target, common),
            (Action::Note, _) => {
                if let Some(target) = self.target() {
                    self.sit(Kind::Note, target, None, common);
                }
            }
            _ => return false,
        }
        true
    }

    /// Takes for whom the recorder writes; returns false for anything else.
    pub(super) fn told_write(&mut self, about: About, said: &Said, common: &mut Common) -> bool {
        let (About::Voter | About::Dissenter, Said::Chosen(place)) = (about, said) else { return false };
        let Some(target) = self.about.0 else { return true };
        let member = self.entitled(target).get(*place).map(|member| member.user.clone());
        let kind = if about == About::Voter { Kind::BallotFor } else { Kind::Dissent };
        if member.is_some() {
            self.sit(kind, target, member, common);
        }
        true
    }

    fn sit(&self, kind: Kind, target: TargetId, member: Option<String>, common: &mut Common) {
        let Some(view) = self.view.clone() else { return };
        let form = Form::sit(target, Sitting::new(kind, view, member), common);
        common.open(Screen::Form(Box::new(form)));
    }

    /// Opens the unsent text for which the room was opened, also where it cannot be sent any more.
    pub(super) fn go_on_writing(&mut self, common: &mut Common) {
        let Some((target, written)) = self.written.take() else { return };
        let there = self.view.as_deref().is_some_and(|view| item_of(view, target).is_some());
        let whose = written.kind == Kind::BallotFor && written.member.is_none();
        if there && !whose {
            return self.sit(written.kind, target, written.member, common);
        }
        let form = Form::unsent(target, written, common);
        common.open(Screen::Form(Box::new(form)));
    }

    /// Who may grade an item now: the panel in the room, without who stands aside.
    fn entitled(&self, target: TargetId) -> Vec<&Member> {
        let Some(view) = self.view.as_deref() else { return Vec::new() };
        view.session.entitled(target).filter(|member| member.present).collect()
    }

    /// Says nothing of who has sealed a ballot already.
    fn ask_for(&mut self, about: About, target: TargetId, common: &mut Common) {
        let item = |member: &&Member| Item { title: member.user.clone(), detail: seat_word(member.seat) };
        let items: Vec<_> = self.entitled(target).iter().map(item).collect();
        if items.is_empty() {
            return common.fail(t!("room.nobody-entitled"));
        }
        let key = if about == About::Voter { "room.ask.voter" } else { "room.ask.dissenter" };
        let project = self.current().map(|item| item.project.clone()).unwrap_or_default();
        self.about = (Some(target), None);
        let title = t!(key, project = project).into_owned();
        common.popup(Popup::Choice(Choice::new(Purpose::Session(about), title, items, 0)));
    }
}
