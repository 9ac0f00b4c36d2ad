//! What is done from a case file: the acts of the procedure on its target. What is done to links stands in `links`.

use rust_i18n::t;

use super::chart::Pair;
use super::{Case, Pane, Tab, Told, links, told};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Effect};
use crate::app::form::Form;
use crate::app::outlet::OF_TARGET;
use crate::app::popup::{Confirm, ExportForm, Popup, Prompt, Purpose, Quick, Said, Shelf};
use crate::app::reason::Reason;
use crate::app::rights;
use crate::app::screen::Screen;
use crate::domain::access::{LINKS, may_as};
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::evaluation::EvaluationKind;
use crate::domain::event::Event;
use crate::domain::export::{Document, Which};
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::library::Standard;
use crate::domain::refusal::{Refusal, event_word};
use crate::domain::target::Indicator;
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

impl Case {
    pub(super) fn available_act(&self, action: Action, common: &Common) -> Result<(), Reason> {
        let Some(file) = &self.file else { return Err(Reason::NothingSelected) };
        let row = (self.tab == Tab::Links).then(|| self.row()).flatten();
        match action {
            Action::Link | Action::Reject | Action::Unlink | Action::ConfirmAll => {
                may_as(&common.user, &LINKS, &file.unit)?;
                let row = row.ok_or(Reason::Words("case.reason.links-only"))?;
                links::available(action, file, row)
            }
            Action::Library => Ok(()),
            Action::Cite => self.available_cite(file, common),
            action if is_execution(action) => self.available_execution(action, file, common),
            Action::AnswerPoint => self.available_point(file, common),
            Action::MatchPrior | Action::ChoosePriors => self.available_prior(action, file, common),
            Action::Jump | Action::Waive | Action::Opine => self.available_finding(action, file, common),
            Action::NextFinding | Action::PreviousFinding if row.is_none() && self.tab != Tab::Findings => {
                Err(Reason::Words("case.reason.links-or-findings"))
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
            Action::Link => self.confirm_or_ask(common),
            Action::ConfirmAll => self.ask_confirm_all(common),
            Action::Reject | Action::Unlink => self.part(action == Action::Reject, common),
            Action::Cite => self.cite(file, common),
            Action::AnswerPoint => self.tick(common),
            Action::MatchPrior => self.ask_match(common),
            Action::ChoosePriors => self.ask_priors(common),
            Action::Library => self.library = Some(common.read(Ask::Standards)),
            action if is_execution(action) => self.execute(action, common),
            Action::Jump => self.jump(),
            Action::Waive => self.ask_waive(common),
            Action::Opine => self.opine(common),
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
            Action::Export => {
                let title = t!("export.of-target", project = project).into_owned();
                let form = ExportForm::new(title, &self.documents(file), &project);
                self.outlet.ask(Which::These(vec![self.target]), form, common);
            }
            Action::Copy => self.copy(common),
            _ => return false,
        }
        true
    }

    /// What may be given out: of a target that evaluated itself also the report of it, which comes first where evaluations are shown.
    fn documents(&self, file: &CaseFile) -> Vec<Document> {
        let mut documents = OF_TARGET.to_vec();
        if file.execution.evaluation(file.target.year, EvaluationKind::Own).is_some() {
            let place = if self.tab == Tab::Execution { 0 } else { documents.len() };
            documents.insert(place, Document::Evaluation);
        }
        documents
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

    /// Shows the indicator library; the cursor is on what comes nearest to the selected indicator.
    pub(super) fn take_standards(&mut self, own: &[Standard], common: &mut Common) {
        self.library = None;
        let indicators = self.file.as_deref().map_or(&[][..], |file| &file.submission.indicators);
        let selected = self.row().and_then(|row| indicators.get(row.pair.indicator?));
        let shelf = Shelf::new(own, selected.map_or("", Indicator::name));
        common.popup(Popup::Library(Box::new(shelf)));
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        if self.outlet.told(purpose, &said, common) {
            return;
        }
        let Some(file) = self.file.as_deref() else { return };
        let (target, seen) = (self.target, Some(file.target.version));
        match (purpose, said) {
            (Purpose::Link, Said::Chosen(place)) => self.link(place, common),
            (Purpose::Library, Said::Standard(standard)) => {
                let words = format!("{} {}", standard.name, standard.usual_text());
                common.tell(t!("library.copied", what = words));
                common.effect(Effect::Copy(words));
            }
            (Purpose::Waive, Said::Text(reason)) => self.waive(&reason, common),
            (Purpose::Execution, Said::Chosen(place)) => self.execution_chosen(place, common),
            (Purpose::Execution, Said::Text(text)) => self.execution_said(&text, common),
            (Purpose::ConfirmLinks, Said::Yes) => self.confirm_all(common),
            (Purpose::MatchYear | Purpose::Match | Purpose::Priors, Said::Chosen(place)) => self.chosen(place, common),
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

    pub(super) fn wish_at(&mut self, command: Command, done: &str, place: Option<Pair>, common: &mut Common) {
        let stays = matches!(command, Command::Undo { .. } | Command::SetKeyProject { .. });
        let moves = place.is_none() && !stays;
        self.wish_all(vec![command], done, (place, moves), common);
    }

    /// Carries out several commands about the links, all or none.
    pub(super) fn wish_links(&mut self, commands: Vec<Command>, done: &str, place: Option<Pair>, common: &mut Common) {
        self.wish_all(commands, done, (place, false), common);
    }

    fn wish_all(
        &mut self,
        commands: Vec<Command>,
        done: &str,
        (place, moves): (Option<Pair>, bool),
        common: &mut Common,
    ) {
        let ticket = common.execute(commands);
        let version = self.file.as_ref().map_or(0, |file| file.target.version);
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
            Tab::Findings => told(file).get(self.cursor()).map(Told::words),
            Tab::Revision => self.copied_change(file),
            Tab::Opinions => file.reviews.get(self.cursor()).map(|review| review.opinion.clone()),
            Tab::Record | Tab::Execution => Some(file.target.project.name.clone()),
        }
    }
}

/// Whether an action is about the execution of an approved target.
const fn is_execution(action: Action) -> bool {
    use Action::{Dispose, Judge, MonitorTarget, ReEvaluate, Rectify, SelfEvaluate};
    matches!(action, Dispose | Judge | MonitorTarget | ReEvaluate | Rectify | SelfEvaluate)
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
