//! One pre-assessment: the dimensions with the unit's and the desks' points, the opinions, what happened; and the acts on it.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::outlet::Outlet;
use crate::app::popup::{Confirm, ExportForm, Popup, Prompt, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::{AssessmentForm, Kind};
use crate::app::screen::case::Case;
use crate::app::walk::turned;
use crate::domain::access::{HANDS_IN, may_as, may_write};
use crate::domain::assessment::record::State;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::wish::AssessmentWish;
use crate::domain::assessment::words;
use crate::domain::command::Command;
use crate::domain::export::{Document, Which};
use crate::domain::ids::AssessmentId;

/// One pre-assessment.
#[derive(Debug)]
pub struct AssessmentScreen {
    /// Its number.
    pub id: AssessmentId,
    /// What was read of it.
    pub file: Option<AssessmentFile>,
    /// Whether it was looked for and is not there.
    pub gone: bool,
    /// Lines that are scrolled away.
    pub scroll: usize,
    outlet: Outlet,
    ticket: u64,
    wish: Option<u64>,
}

impl AssessmentScreen {
    /// Opens a pre-assessment, and asks for it.
    pub fn open(id: AssessmentId, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Assessment(id));
        Self { id, file: None, gone: false, scroll: 0, outlet: Outlet::default(), ticket, wish: None }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        let acts = [
            Action::Export,
            Action::Open,
            Action::Amend,
            Action::Submit,
            Action::Withdraw,
            Action::Review,
            Action::Undo,
        ];
        if !acts.contains(&action) {
            return Ok(());
        }
        let file = self.file.as_ref().ok_or(Reason::NothingSelected)?;
        let state = file.assessment.standing.state;
        match action {
            Action::Open if file.target.is_none() => Err(Reason::Words("assess.reason.no-target")),
            Action::Amend | Action::Submit | Action::Withdraw => {
                may_as(&common.user, &HANDS_IN, &file.unit)?;
                let closed = matches!(state, State::Supported | State::Refused);
                let pending = action == Action::Submit && state == State::Pending;
                if closed || pending { Err(Reason::Words("assess.reason.state")) } else { Ok(()) }
            }
            Action::Review => {
                let stage = file.assessment.standing.stage.as_deref().and_then(|stage| rules().course.stage(stage));
                let stage = stage.ok_or(Reason::Words("assess.reason.not-pending"))?;
                Ok(may_as(&common.user, &[stage.role], &file.unit)?)
            }
            Action::Undo => Ok(may_write(&common.user)?),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => return common.close(),
            Action::Reload => return self.bell(common),
            action => self.scroll = turned(action, self.scroll, common.end).unwrap_or(self.scroll),
        }
        let Some(file) = &self.file else { return };
        let (id, seen, project) = (self.id, Some(file.assessment.version), file.assessment.project.name.clone());
        match bound.action {
            Action::Open => {
                let Some(target) = file.target else { return };
                let case = Case::open(target, common);
                common.open(Screen::Case(Box::new(case)));
            }
            Action::Export => {
                let name = format!("{project}-{}", file.assessment.year);
                let form = ExportForm::new(project, &Document::OF_ASSESSMENT, &name);
                self.outlet.ask(Which::Assessment(id), form, common);
            }
            Action::Amend => self.form(Kind::Fill, common),
            Action::Review => self.form(Kind::Review, common),
            Action::Submit => self.wish(AssessmentWish::Submit { assessment: id, seen }, common),
            Action::Withdraw => {
                let title = t!("assess.ask.withdraw", project = project).into_owned();
                common.popup(Popup::Prompt(Prompt::new(Purpose::Withdraw, title, Vec::new())));
            }
            Action::Undo => {
                let title = t!("assess.ask.undo", project = project).into_owned();
                common.popup(Popup::Confirm(Confirm::new(Purpose::Undo, title, Vec::new())));
            }
            _ => {}
        }
    }

    fn form(&self, kind: Kind, common: &mut Common) {
        let form = AssessmentForm::of(self.id, kind, common);
        common.open(Screen::AssessmentForm(Box::new(form)));
    }

    fn wish(&mut self, wish: AssessmentWish, common: &mut Common) {
        self.wish = Some(common.execute(vec![Command::Assessment(Box::new(wish))]));
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        if self.outlet.told(purpose, said, common) {
            return;
        }
        let Some(file) = &self.file else { return };
        let (assessment, seen) = (self.id, Some(file.assessment.version));
        match (purpose, said) {
            (Purpose::Withdraw, Said::Text(reason)) => {
                let reason = reason.clone();
                self.wish(AssessmentWish::Withdraw { assessment, seen, reason }, common);
            }
            (Purpose::Undo, Said::Yes) => self.wish(AssessmentWish::Undo { assessment, seen }, common),
            _ => {}
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        match reply {
            Reply::Assessment(file) if ticket == self.ticket => {
                self.file = file.as_deref().cloned();
                self.gone = self.file.is_none();
                common.touch();
            }
            Reply::Done(entries) if self.wish == Some(ticket) => {
                self.wish = None;
                let made = entries.iter().rev().find_map(|entry| match &entry.event {
                    crate::domain::event::Event::Assessment { act, .. } => Some(words::place(act.step().1)),
                    _ => None,
                });
                let project = self.file.as_ref().map(|file| file.assessment.project.name.clone()).unwrap_or_default();
                common.tell(t!("assess.done", project = project, place = made.unwrap_or_default()));
                self.bell(common);
            }
            Reply::Refused(refusal) if self.wish == Some(ticket) => {
                self.wish = None;
                common.fail(refusal.words());
                self.bell(common);
            }
            _ => {}
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Assessment(self.id));
    }
}
