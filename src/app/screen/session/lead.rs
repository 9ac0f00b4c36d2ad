//! Acts of the meeting: opening, calling items, revealing, putting off, deciding, taking back, closing.
//!
//! Whatever is grave says first what it will do. An act on the item under discussion names the item that its maker saw.

use rust_i18n::t;

use super::room::Room;
use crate::app::action::Action;
use crate::app::common::{self, Common};
use crate::app::popup::{About, Confirm, Popup, Purpose, Said};
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::refusal::state_word;
use crate::domain::session::view::ItemView;
use crate::domain::session::wish::{SessionWish, Step};
use crate::domain::session::{ItemState, SessionState};

/// Names that a question lists.
const NAMED: usize = 8;

impl Room {
    /// Begins an act of the meeting; returns false for any other action.
    pub(super) fn lead(&mut self, action: Action, common: &mut Common) -> bool {
        match action {
            Action::Begin => self.ask_begin(common),
            Action::CallNext => self.call(Step::Next, common),
            Action::CallPrevious => self.call(Step::Previous, common),
            Action::Call => {
                if let Some(target) = self.target() {
                    self.call(Step::To(target), common);
                }
            }
            Action::Reveal => self.ask_reveal(common),
            Action::Reballot => self.prompt(About::Reballot, "room.ask.reballot", common),
            Action::Defer => self.prompt(About::Defer, "room.ask.defer", common),
            Action::Undo => self.ask_undo(common),
            Action::PassConsent => self.ask_pass(common),
            Action::Adjourn => self.ask_adjourn(common),
            Action::Notices => self.ask_notices(common),
            Action::NoteAll => self.ask_note(common),
            Action::Filter => self.ask_filter(common),
            _ => return false,
        }
        true
    }

    /// Takes what a popup of the meeting was told.
    pub(super) fn told_lead(&mut self, about: About, said: Said, common: &mut Common) {
        let done = |key: &str| t!(key).into_owned();
        match (about, said) {
            (About::Begin, Said::Yes) => {
                self.follows = true;
                let present = self.present.iter().cloned().collect();
                self.wish(SessionWish::Open { present }, done("room.done.begun"), true, common);
            }
            (About::Reveal, Said::Yes) => self.wish_on(SessionWish::Reveal, done("room.done.revealed"), true, common),
            (About::Reballot, Said::Text(reason)) => {
                self.wish_on(SessionWish::Reballot { reason }, done("room.done.reballoted"), true, common);
            }
            (About::Defer, Said::Text(reason)) => {
                self.wish_on(SessionWish::Defer { reason }, done("room.done.deferred"), true, common);
            }
            (About::Undo, Said::Yes) => self.wish(SessionWish::UndoDecision, done("room.done.undone"), true, common),
            (About::Pass, Said::Yes) => {
                let seen = std::mem::take(&mut self.listed);
                let words = t!("room.done.passed", count = seen.len()).into_owned();
                self.wish(SessionWish::PassConsent { seen }, words, true, common);
            }
            (About::Note, Said::Text(text)) => {
                let wish = SessionWish::Note { target: None, text, seen: self.noted.clone() };
                self.wish(wish, done("room.done.noted"), true, common);
            }
            (About::Filter, Said::Text(filter)) => self.filtered(&filter),
            (About::Notices, Said::Text(folder)) => self.notify(&folder, common),
            (About::Adjourn, Said::Yes) => self.wish(SessionWish::Close, done("room.done.adjourned"), true, common),
            _ => {}
        }
    }

    /// Whoever calls an item goes there.
    fn call(&mut self, step: Step, common: &mut Common) {
        self.follows = true;
        self.wish(SessionWish::Go(step), String::new(), false, common);
    }

    fn prompt(&mut self, about: About, title: &str, common: &mut Common) {
        let Some(item) = self.current() else { return };
        let title = t!(title, project = item.project).into_owned();
        self.about = (Some(item.target), None);
        self.ask_line(about, title, String::new(), common);
    }

    /// What stands in the minutes of the whole session is written on.
    fn ask_note(&mut self, common: &mut Common) {
        let Some(session) = self.view.as_deref().map(|view| &view.session) else { return };
        let known = session.notes.iter().find(|(place, _)| place.is_empty()).map(|(_, text)| text.clone());
        let title = t!("room.ask.note", session = session.name).into_owned();
        let known = known.unwrap_or_default();
        self.noted = Some(known.clone());
        self.ask_line(About::Note, title, known, common);
    }

    fn ask_begin(&self, common: &mut Common) {
        let Some(session) = self.view.as_deref().map(|view| &view.session) else { return };
        let here = |name: &str| self.present.contains(name) || name == common.user.name;
        let (there, absent): (Vec<_>, Vec<_>) =
            session.members.iter().map(|member| member.user.clone()).partition(|name| here(name));
        let quorum = self.quorum_marked(session, &common.user.name);
        let mut lines = vec![
            t!("room.ask.begin-quorum", entitled = quorum.entitled, present = quorum.present, needed = quorum.needed)
                .into_owned(),
            t!("room.ask.begin-present", names = there.join("、")).into_owned(),
        ];
        if !absent.is_empty() {
            lines.push(t!("room.ask.begin-absent", names = absent.join("、")).into_owned());
        }
        let title = t!("room.ask.begin", session = session.name, count = session.items.len()).into_owned();
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Begin), title, lines)));
    }

    /// With every ballot in, the grades are put on the table at once; else it is asked.
    fn ask_reveal(&mut self, common: &mut Common) {
        let Some(item) = self.current().cloned() else { return };
        self.about = (Some(item.target), None);
        if item.ballots_in >= item.ballots_due {
            let done = t!("room.done.revealed").into_owned();
            return self.wish_on(SessionWish::Reveal, done, false, common);
        }
        self.revealing = Some(item.target);
        let title = reveal_question(&item);
        let lines = vec![item.project.clone(), t!("room.ask.reveal-line").into_owned()];
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Reveal), title, lines)));
    }

    /// Ballots that come in while it is asked stand in the question.
    pub(super) fn reword_reveal(&self, common: &mut Common) {
        let asked = |item: &&ItemView| item.state == ItemState::Open && self.revealing == Some(item.target);
        if let Some(item) = self.current().filter(asked) {
            common.step(common::Step::Reword(Purpose::Session(About::Reveal), reveal_question(item)));
        }
    }

    fn ask_undo(&self, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        let Some(last) = view.session.decided_last().and_then(|last| super::follow::item_of(view, last.target)) else {
            return;
        };
        let title = t!("room.ask.undo", project = last.project).into_owned();
        let lines = last
            .decision
            .iter()
            .map(|decision| t!("room.ask.undo-line", grade = decision.grade, opinion = decision.opinion).into_owned());
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Undo), title, lines.collect())));
    }

    /// What the consent list will do, by grade: count, money, and where it leads.
    fn ask_pass(&mut self, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        let listed = |item: &&ItemView| item.consent(&view.session) && item.state == ItemState::Open;
        let items: Vec<_> = view.items.iter().filter(listed).collect();
        let title = t!("room.ask.pass", count = items.len(), amount = sum(&items).wan()).into_owned();
        let mut lines = Vec::new();
        for grade in Grade::ALL {
            let of: Vec<_> = items.iter().copied().filter(|item| item.stage_grades.first() == Some(&grade)).collect();
            if let Some(route) = common.procedure.route(grade).filter(|_| !of.is_empty()) {
                let (count, amount, to) = (of.len(), sum(&of).wan(), state_word(route.to));
                lines.push(t!("room.by-grade", grade = grade, count = count, amount = amount, to = to).into_owned());
            }
        }
        lines.extend(names(&items));
        let listed = items.iter().map(|item| item.target).collect();
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Pass), title, lines)));
        self.listed = listed;
    }

    fn ask_adjourn(&self, common: &mut Common) {
        let Some(view) = self.view.as_deref().filter(|view| view.session.state == SessionState::Open) else { return };
        let of = |state: ItemState| view.items.iter().filter(|item| item.state == state).collect::<Vec<_>>();
        let (decided, deferred) = (of(ItemState::Decided), of(ItemState::Deferred));
        let title = t!("room.ask.adjourn", session = view.session.name).into_owned();
        let mut lines =
            vec![t!("room.ask.adjourn-decided", count = decided.len(), amount = sum(&decided).wan()).into_owned()];
        if !deferred.is_empty() {
            lines.push(
                t!("room.ask.adjourn-deferred", count = deferred.len(), amount = sum(&deferred).wan()).into_owned(),
            );
            lines.extend(names(&deferred));
        }
        let gone: Vec<_> = view.items.iter().filter(|item| item.gone && item.state != ItemState::Deferred).collect();
        if !gone.is_empty() {
            lines.push(t!("room.ask.adjourn-gone", count = gone.len(), amount = sum(&gone).wan()).into_owned());
        }
        lines.push(t!("room.ask.adjourn-final").into_owned());
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Adjourn), title, lines)));
    }
}

/// The money of some items.
pub(super) fn sum(items: &[&ItemView]) -> Money {
    items.iter().filter_map(|item| item.amount).sum()
}

/// The names of the first items, so that a mistake is seen before it is made.
pub(super) fn names(items: &[&ItemView]) -> Vec<String> {
    let mut names: Vec<_> = items.iter().take(NAMED).map(|item| item.project.clone()).collect();
    if items.len() > NAMED {
        names.push(t!("room.and-more", count = items.len() - NAMED).into_owned());
    }
    names
}

fn reveal_question(item: &ItemView) -> String {
    let (given, due) = (item.ballots_in, item.ballots_due);
    let key = if given < due { "room.ask.reveal" } else { "room.ask.reveal-all" };
    t!(key, given = given, due = due).into_owned()
}
