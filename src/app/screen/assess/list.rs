//! The pre-assessments of a year, and the projects that must have one and have none that supports them.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::outlet::Outlet;
use crate::app::popup::{ExportForm, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::{AssessmentForm, AssessmentScreen};
use crate::app::screen::case::Case;
use crate::app::walk::walked;
use crate::domain::access::may_write;
use crate::domain::assessment::view::{AssessmentRow, Unassessed};
use crate::domain::export::{Document, Which};

/// Lines of the screen around the list: title, tabs, heading, rule, hints.
const FRAME: u16 = 5;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// All pre-assessments of the year.
    All,
    /// Projects that lack one.
    Due,
}

/// The pre-assessments of a year.
#[derive(Debug)]
pub struct Assessments {
    /// The budget year.
    pub year: i32,
    /// Which list is shown.
    pub tab: Tab,
    /// The pre-assessments, once read.
    pub rows: Option<Vec<AssessmentRow>>,
    /// The projects that lack one.
    pub due: Vec<Unassessed>,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    outlet: Outlet,
    ticket: u64,
}

impl Assessments {
    /// Opens the file's year.
    pub fn open(common: &mut Common) -> Self {
        let year = common.county.year;
        let ticket = common.read(Ask::Assessments(year));
        let outlet = Outlet::default();
        Self { year, tab: Tab::All, rows: None, due: Vec::new(), cursor: 0, first: 0, outlet, ticket }
    }

    /// How many rows are shown.
    pub fn count(&self) -> usize {
        match self.tab {
            Tab::All => self.rows.as_ref().map_or(0, Vec::len),
            Tab::Due => self.due.len(),
        }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match action {
            Action::Open if self.count() == 0 => Err(Reason::NothingSelected),
            Action::NewAssessment => Ok(may_write(&common.user)?),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let to = match bound.action {
            Action::NextTab | Action::PreviousTab => {
                self.tab = if self.tab == Tab::All { Tab::Due } else { Tab::All };
                Some(0)
            }
            Action::PreviousYear => return self.turn(self.year - 1, common),
            Action::NextYear => return self.turn(self.year + 1, common),
            Action::Reload => return self.bell(common),
            Action::Back => return common.close(),
            Action::Open => return self.enter(common),
            Action::Export => return self.ask_export(common),
            Action::NewAssessment => {
                let form = AssessmentForm::new(self.year, common);
                return common.open(Screen::AssessmentForm(Box::new(form)));
            }
            action => walked(action, self.cursor, page, self.count()),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.count());
    }

    fn turn(&mut self, year: i32, common: &mut Common) {
        (self.year, self.cursor, self.first) = (year, 0, 0);
        self.bell(common);
    }

    fn enter(&self, common: &mut Common) {
        match self.tab {
            Tab::All => {
                let Some(row) = self.rows.as_ref().and_then(|rows| rows.get(self.cursor)) else { return };
                let screen = AssessmentScreen::open(row.id, common);
                common.open(Screen::Assessment(Box::new(screen)));
            }
            Tab::Due => {
                let Some(row) = self.due.get(self.cursor) else { return };
                let case = Case::open(row.target, common);
                common.open(Screen::Case(Box::new(case)));
            }
        }
    }

    /// Offers what is to be filled in: forms of what lacks a pre-assessment, score sheets of what waits for the viewer.
    fn ask_export(&mut self, common: &mut Common) {
        let title = t!("assess.forms", year = self.year).into_owned();
        let form = ExportForm::new(title, &[Document::AssessmentForm, Document::ScoreSheet], &self.year.to_string());
        self.outlet.ask(Which::Assessments(self.year), form, common);
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        self.outlet.told(purpose, said, common);
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        let Reply::Assessments(rows, due) = reply else { return };
        if ticket == self.ticket {
            self.rows = Some(rows.clone());
            self.due.clone_from(due);
            self.cursor = self.cursor.min(self.count().saturating_sub(1));
            common.touch();
        }
    }

    /// The file changed, or another year is wanted.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Assessments(self.year));
    }
}
