//! Moving targets on from the queue: quick pass and return, handing in, withdrawing, undoing, and acting as another person.
//!
//! Every act is about the targets that were shown when it was asked for, whatever happens to the queue meanwhile. All
//! commands of an act go in one wish, so that a batch equals its single steps or is refused whole.

use std::sync::Arc;

use rust_i18n::t;

use super::{Common, Queue, tally};
use crate::app::action::Action;
use crate::app::effect::{Ask, Effect};
use crate::app::form::Form;
use crate::app::popup::{Choice, Confirm, Item, Popup, Prompt, Purpose, Quick, Said};
use crate::app::screen::Screen;
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::refusal::{Refusal, event_word};
use crate::domain::view::{CaseFile, QueueRow};

/// What is being done from the queue.
#[derive(Debug, Default)]
pub(super) struct Acting {
    /// The targets that were shown when the act was asked for.
    targets: Vec<QueueRow>,
    /// The wish that is under way.
    wish: Option<Wish>,
    /// Whether the last wish was refused: the next try is about what is known by then.
    refused: bool,
    /// What was done last, which is what is undone first.
    done: Option<Done>,
    /// The target whose last act is being looked up, to be undone.
    undoing: Option<(u64, TargetId)>,
    /// The people to choose from, and the question for them.
    people: Vec<User>,
    asked_people: Option<u64>,
}

/// A wish under way.
#[derive(Debug)]
struct Wish {
    ticket: u64,
    /// The words that tell its success.
    done: String,
    /// Whether it can be undone in one go.
    undoable: bool,
    /// Whether the selection stays: the target is about to be looked at again.
    stays: bool,
}

/// What was done last.
#[derive(Debug)]
struct Done {
    /// The words that told it.
    words: String,
    /// The targets, with the versions that it gave them.
    targets: Vec<QueueRow>,
}

impl Queue {
    /// Begins an act; returns false for any other action.
    pub(super) fn act(&mut self, action: Action, common: &mut Common) -> bool {
        match action {
            Action::Pass => self.ask_quick(Verdict::Pass, common),
            Action::Return => self.ask_quick(Verdict::Return, common),
            Action::Submit => self.ask_submit(common),
            Action::Withdraw => self.ask_withdraw(common),
            Action::KeyProject => self.ask_key_project(common),
            Action::Review | Action::Amend => self.open_form(action, common),
            Action::Undo => self.begin_undo(common),
            Action::Unsent => self.unsent.ask(common),
            Action::Person => self.acting.asked_people = Some(common.read(Ask::Users)),
            _ => return false,
        }
        true
    }

    fn open_form(&self, action: Action, common: &mut Common) {
        let Some(target) = self.selected().map(|row| row.id) else { return };
        let form = if action == Action::Amend { Form::amend(target, common) } else { Form::review(target, common) };
        common.open(Screen::Form(Box::new(form)));
    }

    /// Notes what the act is about, and returns the words for it: one name, or count and money.
    fn note_targets(&mut self) -> String {
        self.acting.targets = self.targets().into_iter().cloned().collect();
        match self.acting.targets.as_slice() {
            [row] => row.project.clone(),
            rows => {
                let sum = tally(rows.iter());
                t!("queue.batch", count = sum.count, amount = sum.amount.wan()).into_owned()
            }
        }
    }

    /// The names of the first targets of a batch, so that a mistake is seen before it is made.
    fn names(&self) -> Vec<String> {
        let rows = &self.acting.targets;
        if rows.len() < 2 {
            return Vec::new();
        }
        let name = |row: &QueueRow| {
            let amount = row.amount.map_or_else(|| "-".to_owned(), crate::domain::money::Money::wan);
            t!("queue.batch-line", project = row.project, amount = amount).into_owned()
        };
        let mut lines: Vec<_> = rows.iter().take(5).map(name).collect();
        if rows.len() > 5 {
            lines.push(t!("queue.batch-more", count = rows.len() - 5).into_owned());
        }
        lines
    }

    fn ask_quick(&mut self, verdict: Verdict, common: &mut Common) {
        let what = self.note_targets();
        let key = if verdict == Verdict::Return { "queue.ask.return" } else { "queue.ask.pass" };
        let several = self.acting.targets.len() > 1;
        common.popup(Popup::Quick(Quick::new(verdict, t!(key, what = what).into_owned(), self.names(), several)));
    }

    /// The target that was asked about, if it is a single one.
    pub fn asked_about(&self) -> Option<TargetId> {
        let [row] = self.acting.targets.as_slice() else { return None };
        Some(row.id)
    }

    fn ask_submit(&mut self, common: &mut Common) {
        let what = self.note_targets();
        if self.acting.targets.len() == 1 {
            return self.submit(common);
        }
        let title = t!("queue.ask.submit", what = what).into_owned();
        common.popup(Popup::Confirm(Confirm::new(Purpose::Submit, title, self.names())));
    }

    fn ask_withdraw(&mut self, common: &mut Common) {
        let title = t!("queue.ask.withdraw", what = self.note_targets()).into_owned();
        common.popup(Popup::Prompt(Prompt::new(Purpose::Withdraw, title, self.names())));
    }

    fn ask_key_project(&mut self, common: &mut Common) {
        let Some(row) = self.selected().cloned() else { return };
        let key = if row.standing.key_project { "queue.ask.no-key-project" } else { "queue.ask.key-project" };
        let title = t!(key, what = row.project).into_owned();
        self.acting.targets = vec![row];
        common.popup(Popup::Prompt(Prompt::new(Purpose::KeyProject, title, Vec::new())));
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        if self.outlet.told(purpose, &said, common) {
            return;
        }
        match (purpose, said) {
            (Purpose::Quick, Said::Graded(verdict, grade, opinion)) => self.review(verdict, grade, &opinion, common),
            (Purpose::Submit, Said::Yes) => self.submit(common),
            (Purpose::Withdraw, Said::Text(reason)) => self.withdraw(reason.trim(), common),
            (Purpose::KeyProject, Said::Text(reason)) => self.set_key_project(reason.trim(), common),
            (Purpose::Undo, Said::Yes) => {
                let undo = |row: &QueueRow| Command::Undo { target: row.id, seen: Some(row.version) };
                self.wish(undo, "queue.done.undo", common);
            }
            (Purpose::Unsent, Said::Chosen(place)) => self.unsent.open(place, common),
            (Purpose::Person, Said::Chosen(place)) => {
                if let Some(user) = self.acting.people.get(place) {
                    common.effect(Effect::SwitchUser(user.name.clone()));
                }
            }
            _ => {}
        }
    }

    fn review(&mut self, verdict: Verdict, grade: Grade, opinion: &str, common: &mut Common) {
        let criteria = vec![grade; common.procedure.criteria.len()];
        let review = |row: &QueueRow| {
            Command::Review(Box::new(ReviewWish {
                target: row.id,
                seen: Some(row.version),
                stage: row.standing.stage.clone().unwrap_or_default(),
                criteria: criteria.clone(),
                points: Vec::new(),
                grade,
                verdict,
                opinion: opinion.to_owned(),
                reason: String::new(),
            }))
        };
        let key = if verdict == Verdict::Return { "queue.done.return" } else { "queue.done.pass" };
        self.wish(review, key, common);
    }

    fn submit(&mut self, common: &mut Common) {
        let submit = |row: &QueueRow| Command::Submit { target: row.id, seen: Some(row.version) };
        self.wish(submit, "queue.done.submit", common);
    }

    fn withdraw(&mut self, reason: &str, common: &mut Common) {
        if reason.is_empty() {
            return common.again(t!("queue.needs-reason").into_owned());
        }
        let withdraw =
            |row: &QueueRow| Command::Withdraw { target: row.id, seen: Some(row.version), reason: reason.to_owned() };
        self.wish(withdraw, "queue.done.withdraw", common);
    }

    fn set_key_project(&mut self, reason: &str, common: &mut Common) {
        if reason.is_empty() {
            return common.again(t!("queue.needs-basis").into_owned());
        }
        let was = self.acting.targets.first().is_some_and(|row| row.standing.key_project);
        let set = |row: &QueueRow| Command::SetKeyProject {
            target: row.id,
            seen: Some(row.version),
            key_project: !was,
            reason: reason.to_owned(),
        };
        self.wish(set, if was { "queue.done.no-key-project" } else { "queue.done.key-project" }, common);
    }

    fn wish(&mut self, command: impl Fn(&QueueRow) -> Command, done: &str, common: &mut Common) {
        if std::mem::take(&mut self.acting.refused) {
            self.renew_targets();
        }
        let what = match self.acting.targets.as_slice() {
            [row] => row.project.clone(),
            rows => {
                let sum = tally(rows.iter());
                t!("queue.batch", count = sum.count, amount = sum.amount.wan()).into_owned()
            }
        };
        let commands: Vec<_> = self.acting.targets.iter().map(command).collect();
        if !commands.is_empty() {
            let undoable = !commands.iter().any(|command| matches!(command, Command::Undo { .. }));
            let stays = !undoable || matches!(commands[..], [Command::SetKeyProject { .. }, ..]);
            let (ticket, done) = (common.execute(commands), t!(done, what = what).into_owned());
            self.acting.wish = Some(Wish { ticket, done, undoable, stays });
        }
    }

    /// The wish was granted: the selection goes to the next row, or to what was undone, and everything is read again.
    pub(super) fn take_done(&mut self, ticket: u64, entries: &[Entry], common: &mut Common) {
        let Some(wish) = self.acting.wish.take_if(|wish| wish.ticket == ticket) else { return };
        let mut targets = std::mem::take(&mut self.acting.targets);
        for row in &mut targets {
            let steps =
                entries.iter().filter(|entry| entry.event.target() == Some(row.id) && entry.event.step().is_some());
            row.version += u32::try_from(steps.count()).unwrap_or(0);
        }
        let gone: Vec<_> = targets.iter().map(|row| row.id).collect();
        common.tell(wish.done.clone());
        self.acting.done = wish.undoable.then_some(Done { words: wish.done, targets });
        self.marked.retain(|id, _| !gone.contains(id));
        if wish.stays {
            self.tab_mut().rows.want(gone.first().copied());
        } else {
            self.tab_mut().rows.leave(&gone, Self::sight(common));
        }
        self.shown(common);
    }

    /// A target was acted on in a screen above: the selection leaves it for the next row, because the queue is worked
    /// down, and the target may stay in it for whoever has the next stage too. What was done is undone first.
    pub fn acted(&mut self, target: TargetId, version: u32, words: String, common: &Common) {
        if let Some(row) = self.tab().rows.find(target) {
            let targets = vec![QueueRow { version, ..row.clone() }];
            self.acting.done = Some(Done { words, targets });
        }
        if self.selected().is_some_and(|row| row.id == target) {
            self.tab_mut().rows.leave(&[target], Self::sight(common));
        }
    }

    /// The wish was refused: what was typed comes back with the reason, and the newest versions are read.
    pub(super) fn take_refused(&mut self, ticket: u64, refusal: &Refusal, common: &mut Common) {
        if self.acting.wish.take_if(|wish| wish.ticket == ticket).is_none() {
            return;
        }
        self.acting.refused = true;
        common.again(refusal.words());
        self.shown(common);
    }

    /// The wish could not be carried out; why is told for all.
    pub(super) fn take_failed(&mut self, ticket: u64) {
        self.acting.wish.take_if(|wish| wish.ticket == ticket);
    }

    /// The newest versions of the targets of an act, once somebody has read why it was refused.
    fn renew_targets(&mut self) {
        for row in &mut self.acting.targets {
            let newest = self.tabs[self.active].rows.find(row.id);
            if let Some(newest) = newest {
                row.clone_from(newest);
            }
        }
    }

    pub(super) fn take_case(&mut self, ticket: u64, file: Option<&Arc<CaseFile>>, common: &mut Common) {
        if self.preview.ticket == Some(ticket) {
            self.preview.file = file.cloned();
            common.touch();
        }
        if self.acting.undoing.take_if(|(own, _)| *own == ticket).is_some() {
            match file {
                Some(file) => self.ask_undo(file, common),
                None => common.fail(t!("reason.nothing-selected")),
            }
        }
    }

    /// Begins to undo: what was done last in this sitting, or else the last act on the selected target, which has to be
    /// looked up first. Declining the former leaves the latter to the next try.
    fn begin_undo(&mut self, common: &mut Common) {
        if let Some(done) = self.acting.done.take() {
            self.acting.targets = done.targets;
            let title = t!("queue.ask.undo-last").into_owned();
            let lines = std::iter::once(done.words).chain(self.names()).collect();
            return common.popup(Popup::Confirm(Confirm::new(Purpose::Undo, title, lines)));
        }
        if let Some(target) = self.selected().map(|row| row.id) {
            self.acting.undoing = Some((common.read(Ask::Case(target)), target));
        }
    }

    /// Whether an act is under way.
    pub(super) const fn is_acting(&self) -> bool {
        self.acting.wish.is_some()
    }

    /// Whether something was done in this sitting that can be undone.
    pub(super) const fn can_undo_last(&self) -> bool {
        self.acting.done.is_some()
    }

    /// Another person takes over: nothing of the former's acts goes on.
    pub fn other_person(&mut self, common: &mut Common) {
        self.acting = Acting::default();
        self.unsent = super::unsent::Writings::default();
        self.marked.clear();
        self.field = None;
        self.preview = super::Preview::default();
        self.shown(common);
    }

    /// Says what would be undone, and asks.
    fn ask_undo(&mut self, file: &CaseFile, common: &mut Common) {
        let Some(row) = self.tab().rows.find(file.target.id).cloned() else { return };
        let Some(act) = last_act(&file.history) else {
            return common.fail(Refusal::NothingToUndo.words());
        };
        let what = event_word(act.event.kind());
        if act.by != common.user.name {
            let refusal = Refusal::NotYours { who: act.by.clone(), what: act.event.kind().to_owned() };
            return common.fail(refusal.words());
        }
        self.acting.targets = vec![row.clone()];
        let title = t!("queue.ask.undo", what = what, project = row.project).into_owned();
        let lines = vec![t!("queue.undo-line", who = act.by, at = act.at.local_minute(), what = what).into_owned()];
        common.popup(Popup::Confirm(Confirm::new(Purpose::Undo, title, lines)));
    }

    pub(super) fn take_users(&mut self, ticket: u64, users: &[User], common: &mut Common) {
        if self.acting.asked_people.take_if(|own| *own == ticket).is_none() {
            return;
        }
        self.acting.people = users.to_vec();
        let item = |user: &User| Item { title: user.name.clone(), detail: super::roles(user) };
        let cursor = users.iter().position(|user| user.name == common.user.name).unwrap_or(0);
        let title = t!("queue.ask.person").into_owned();
        common.popup(Popup::Choice(Choice::new(Purpose::Person, title, users.iter().map(item).collect(), cursor)));
    }
}

/// The last act of a history that is neither undone nor itself an undoing.
fn last_act(history: &[Entry]) -> Option<&Entry> {
    use crate::domain::event::Event;
    let undone = |entry: &Entry| if let Event::ActUndone { act, .. } = entry.event { Some(act) } else { None };
    let undone: Vec<_> = history.iter().filter_map(undone).collect();
    let acts = history.iter().rev().filter(|entry| entry.event.step().is_some());
    acts.into_iter().find(|entry| !matches!(entry.event, Event::ActUndone { .. }) && !undone.contains(&entry.seq))
}
