//! What is done from a case file: links between items and indicators, and the acts of the procedure on its target.

use rust_i18n::t;

use super::chart::Pair;
use super::{Case, Pane, Tab};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::popup::{Choice, Confirm, Item, Popup, Prompt, Purpose, Quick, Said};
use crate::app::reason::Reason;
use crate::app::rights;
use crate::app::screen::Screen;
use crate::domain::access::{LINKS, may_as};
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::refusal::{Refusal, event_word};
use crate::domain::target::LinkOrigin;
use crate::domain::view::CaseFile;

/// A wish under way.
#[derive(Debug)]
pub(super) struct Wish {
    ticket: u64,
    /// The words that tell its success.
    done: String,
    /// The row to go to afterwards.
    place: Option<Pair>,
    /// Whether it moves the target on, and the queue with it.
    moves: bool,
    /// The target's version before.
    version: u32,
}

/// What is being linked: the one side, while the other is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linking {
    from: Pair,
    round: u32,
}

impl Case {
    pub(super) fn available_act(&self, action: Action, common: &Common) -> Result<(), Reason> {
        let Some(file) = &self.file else { return Err(Reason::NothingSelected) };
        let row = (self.tab == Tab::Links).then(|| self.row()).flatten();
        match action {
            Action::Link | Action::Reject | Action::Unlink => {
                may_as(&common.user, &LINKS, &file.unit)?;
                let row = row.ok_or(Reason::Words("case.reason.links-only"))?;
                let linked = row.link.is_some();
                match action {
                    Action::Link if file.items.is_empty() => Err(Reason::Words("case.reason.no-items")),
                    Action::Reject | Action::Unlink if !linked => Err(Reason::Words("case.reason.no-link")),
                    _ => Ok(()),
                }
            }
            Action::NextFinding | Action::PreviousFinding if row.is_none() => {
                Err(Reason::Words("case.reason.links-only"))
            }
            _ => rights::may(action, &file.target.standing, &file.unit, common),
        }
    }

    /// Begins an act; returns false for any other action.
    pub(super) fn act(&mut self, action: Action, common: &mut Common) -> bool {
        let Some(file) = self.file.as_deref() else { return false };
        let project = file.target.project.name.clone();
        let ask = |key: &str| t!(key, what = project).into_owned();
        match action {
            Action::Link => self.ask_link(common),
            Action::Reject | Action::Unlink => self.part(action == Action::Reject, common),
            Action::Review | Action::Amend => self.open_form(action, common),
            Action::Pass => self.ask_quick(Verdict::Pass, ask("queue.ask.pass"), common),
            Action::Return => self.ask_quick(Verdict::Return, ask("queue.ask.return"), common),
            Action::Submit => {
                let submit = Command::Submit { target: self.target, seen: Some(file.target.version) };
                self.wish(submit, "queue.done.submit", common);
            }
            Action::Withdraw => {
                let prompt = Prompt::new(Purpose::Withdraw, ask("queue.ask.withdraw"), Vec::new());
                common.popup(Popup::Prompt(prompt));
            }
            Action::KeyProject => {
                let was = file.target.standing.key_project;
                let title = ask(if was { "queue.ask.no-key-project" } else { "queue.ask.key-project" });
                common.popup(Popup::Prompt(Prompt::new(Purpose::KeyProject, title, Vec::new())));
            }
            Action::Undo => Self::ask_undo(file, common),
            Action::Copy => self.copy(common),
            _ => return false,
        }
        true
    }

    fn open_form(&self, action: Action, common: &mut Common) {
        let target = self.target;
        let form = if action == Action::Amend { Form::amend(target, common) } else { Form::review(target, common) };
        common.open(Screen::Form(Box::new(form)));
    }

    fn ask_quick(&self, verdict: Verdict, title: String, common: &mut Common) {
        let lines = self.file.as_deref().map(|file| gaps(file, self)).unwrap_or_default();
        common.popup(Popup::Quick(Quick::new(verdict, title, lines, false)));
    }

    fn ask_undo(file: &CaseFile, common: &mut Common) {
        let undone = |entry: &Entry| if let Event::ActUndone { act, .. } = entry.event { Some(act) } else { None };
        let undone: Vec<_> = file.history.iter().filter_map(undone).collect();
        let stands = |entry: &&Entry| {
            let stays = matches!(entry.event, Event::ActUndone { .. });
            entry.event.step().is_some() && !stays && !undone.contains(&entry.seq)
        };
        let Some(act) = file.history.iter().rev().find(stands) else {
            return common.fail(Refusal::NothingToUndo.words());
        };
        if act.by != common.user.name {
            let refusal = Refusal::NotYours { who: act.by.clone(), what: act.event.kind().to_owned() };
            return common.fail(refusal.words());
        }
        let what = event_word(act.event.kind());
        let title = t!("queue.ask.undo", what = what, project = file.target.project.name).into_owned();
        let lines = vec![t!("queue.undo-line", who = act.by, at = act.at.local_minute(), what = what).into_owned()];
        common.popup(Popup::Confirm(Confirm::new(Purpose::Undo, title, lines)));
    }

    /// Asks which item the indicator answers to, or, from the items' pane, which indicator answers to the item.
    fn ask_link(&mut self, common: &mut Common) {
        let (Some(file), Some(row)) = (self.file.as_deref(), self.row()) else { return };
        let pair = row.pair;
        let from = match (self.pane, pair.indicator) {
            (Pane::Indicators, Some(_)) => Pair { item: None, ..pair },
            _ => Pair { indicator: None, ..pair },
        };
        let popup = match (from.indicator, from.item) {
            (Some(indicator), _) => {
                let name = file.submission.indicators[indicator].name();
                let items = file.items.iter().enumerate();
                let items = items.map(|(item, text)| Item {
                    title: t!("case.numbered", number = item + 1, text = text).into_owned(),
                    detail: link_words(file, item, indicator),
                });
                let title = t!("case.ask-item", name = name).into_owned();
                Choice::new(Purpose::Link, title, items.collect(), pair.item.unwrap_or(0))
            }
            (None, Some(item)) => {
                let indicators = file.submission.indicators.iter().enumerate();
                let indicators = indicators.map(|(place, indicator)| Item {
                    title: t!("case.numbered", number = place + 1, text = indicator.name()).into_owned(),
                    detail: link_words(file, item, place),
                });
                let title = t!("case.ask-indicator", item = item + 1).into_owned();
                Choice::new(Purpose::Link, title, indicators.collect(), pair.indicator.unwrap_or(0))
            }
            (None, None) => return common.fail(t!("case.reason.no-item-here")),
        };
        self.linking = Some(Linking { from, round: file.target.standing.round });
        common.popup(Popup::Choice(popup));
    }

    fn link(&mut self, chosen: usize, common: &mut Common) {
        let Some(Linking { from, round }) = self.linking.take() else { return };
        let pair = Pair { item: from.item.or(Some(chosen)), indicator: from.indicator.or(Some(chosen)) };
        let (Some(objective), Some(indicator)) = numbers(pair) else { return };
        let link = Command::Link { target: self.target, round, objective, indicator, belongs: true };
        self.wish_at(link, &t!("case.done.link"), Some(pair), common);
    }

    /// Rejects or takes away the link of the selected row.
    fn part(&mut self, reject: bool, common: &mut Common) {
        let (Some(file), Some(row)) = (self.file.as_deref(), self.row()) else { return };
        let (pair, round, target) = (row.pair, file.target.standing.round, self.target);
        let (Some(objective), Some(indicator)) = numbers(pair) else { return };
        let (command, done) = if reject {
            (Command::Link { target, round, objective, indicator, belongs: false }, t!("case.done.reject"))
        } else {
            (Command::Unlink { target, round, objective, indicator }, t!("case.done.unlink"))
        };
        self.wish_at(command, &done, Some(pair), common);
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let (target, seen) = (self.target, Some(file.target.version));
        match (purpose, said) {
            (Purpose::Link, Said::Chosen(place)) => self.link(place, common),
            (Purpose::Quick, Said::Graded(verdict, grade, opinion)) => {
                let key = if verdict == Verdict::Return { "queue.done.return" } else { "queue.done.pass" };
                let review = quick_review(file, (verdict, grade), opinion, common);
                self.wish(review, key, common);
            }
            (Purpose::Withdraw, Said::Text(reason)) if reason.trim().is_empty() => {
                common.again(t!("queue.needs-reason").into_owned());
            }
            (Purpose::Withdraw, Said::Text(reason)) => {
                let reason = reason.trim().to_owned();
                self.wish(Command::Withdraw { target, seen, reason }, "queue.done.withdraw", common);
            }
            (Purpose::KeyProject, Said::Text(reason)) if reason.trim().is_empty() => {
                common.again(t!("queue.needs-basis").into_owned());
            }
            (Purpose::KeyProject, Said::Text(reason)) => {
                let (key_project, reason) = (!file.target.standing.key_project, reason.trim().to_owned());
                let key = if key_project { "queue.done.key-project" } else { "queue.done.no-key-project" };
                self.wish(Command::SetKeyProject { target, seen, key_project, reason }, key, common);
            }
            (Purpose::Undo, Said::Yes) => self.wish(Command::Undo { target, seen }, "queue.done.undo", common),
            _ => {}
        }
    }

    fn wish(&mut self, command: Command, done: &str, common: &mut Common) {
        let project = self.file.as_deref().map(|file| file.target.project.name.clone()).unwrap_or_default();
        self.wish_at(command, &t!(done, what = project), None, common);
    }

    fn wish_at(&mut self, command: Command, done: &str, place: Option<Pair>, common: &mut Common) {
        let stays = matches!(command, Command::Undo { .. } | Command::SetKeyProject { .. });
        let ticket = common.execute(vec![command]);
        let version = self.file.as_ref().map_or(0, |file| file.target.version);
        let moves = place.is_none() && !stays;
        self.wish = Some(Wish { ticket, done: done.to_owned(), place, moves, version });
    }

    pub(super) fn take_done(&mut self, ticket: u64, entries: &[Entry], common: &mut Common) {
        let Some(wish) = self.wish.take_if(|wish| wish.ticket == ticket) else { return };
        let steps = entries.iter().filter(|entry| entry.event.step().is_some()).count();
        let version = wish.version + u32::try_from(steps).unwrap_or(0);
        if wish.moves {
            common.acted(self.target, version, wish.done);
        } else {
            common.tell(wish.done);
        }
        self.wanted = wish.place;
        self.own = true;
        self.bell(common);
    }

    pub(super) fn take_refused(&mut self, ticket: u64, refusal: &Refusal, common: &mut Common) {
        if self.wish.take_if(|wish| wish.ticket == ticket).is_some() {
            common.again(refusal.words());
            self.bell(common);
        }
    }

    fn copy(&self, common: &mut Common) {
        let Some(text) = self.file.as_deref().and_then(|file| self.copied(file)) else { return };
        common.effect(Effect::Copy(text.clone()));
        common.tell(t!("notice.copied", text = text));
    }

    /// What is selected, as text: the item or the indicator, the opinion, or the project.
    fn copied(&self, file: &CaseFile) -> Option<String> {
        match self.tab {
            Tab::Links => {
                let pair = self.row()?.pair;
                let indicator = pair.indicator.filter(|_| self.pane == Pane::Indicators || pair.item.is_none());
                match (indicator, pair.item) {
                    (Some(place), _) => {
                        let indicator = file.submission.indicators.get(place)?;
                        Some(format!("{} {}", indicator.name(), indicator.measure_text()))
                    }
                    (None, item) => file.items.get(item?).cloned(),
                }
            }
            Tab::Opinions => file.reviews.get(self.cursor()).map(|review| review.opinion.clone()),
            Tab::Record => Some(file.target.project.name.clone()),
        }
    }
}

fn numbers(pair: Pair) -> (Option<u32>, Option<u32>) {
    let number = |place: Option<usize>| place.and_then(|place| u32::try_from(place).ok());
    (number(pair.item), number(pair.indicator))
}

/// Who says what of a possible link, in a word.
fn link_words(file: &CaseFile, item: usize, indicator: usize) -> String {
    let same = |number: u32, place: usize| usize::try_from(number).is_ok_and(|number| number == place);
    let link = file.links.iter().find(|link| same(link.objective, item) && same(link.indicator, indicator));
    link.map(|link| match link.origin {
        LinkOrigin::Suggested => t!("case.link.suggested", confidence = link.confidence).into_owned(),
        LinkOrigin::Confirmed => t!("case.link.confirmed", by = link.by).into_owned(),
        LinkOrigin::Rejected => t!("case.link.rejected", by = link.by).into_owned(),
    })
    .unwrap_or_default()
}

/// Before a quick verdict: what is missing in the correspondence.
fn gaps(file: &CaseFile, case: &Case) -> Vec<String> {
    let bare = case.chart.rows.iter().filter(|row| row.pair.indicator.is_none()).count();
    let loose = case.chart.rows.iter().filter(|row| row.pair.item.is_none() && !row.neutral).count();
    if file.items.is_empty() || bare + loose == 0 {
        return Vec::new();
    }
    vec![t!("case.gaps", bare = bare, loose = loose).into_owned()]
}

fn quick_review(file: &CaseFile, (verdict, grade): (Verdict, Grade), opinion: String, common: &Common) -> Command {
    Command::Review(Box::new(ReviewWish {
        target: file.target.id,
        seen: Some(file.target.version),
        stage: file.target.standing.stage.clone().unwrap_or_default(),
        criteria: vec![grade; common.procedure.criteria.len()],
        points: Vec::new(),
        grade,
        verdict,
        opinion,
        reason: String::new(),
    }))
}
