//! The rows behind a figure: a row opens its case file or its record.

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::AssessmentScreen;
use crate::app::screen::case::Case;
use crate::app::screen::register::RecordScreen;
use crate::app::walk::walked;
use crate::domain::report::{Figure, FigureRow, Opens};

/// Lines of the screen around the list: figure, definition (two), account, hints.
const FRAME: u16 = 5;

/// The rows behind a figure.
#[derive(Debug)]
pub struct FigureScreen {
    /// The figure.
    pub figure: Figure,
    /// Its rows, once read.
    pub rows: Option<Vec<FigureRow>>,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    ticket: u64,
}

impl FigureScreen {
    /// Opens a figure, and asks for its rows.
    pub fn open(figure: Figure, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Figure(figure.rows.clone()));
        Self { figure, rows: None, cursor: 0, first: 0, ticket }
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&FigureRow> {
        self.rows.as_ref()?.get(self.cursor)
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        match (action, self.selected()) {
            (Action::Open, None) => Err(Reason::NothingSelected),
            (Action::Open, Some(row)) if row.opens == Opens::Nothing => Err(Reason::Words("figure.no-more")),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let count = self.rows.as_ref().map_or(0, Vec::len);
        let to = match bound.action {
            Action::Reload => return self.bell(common),
            Action::Back => return common.close(),
            Action::Open => return self.enter(common),
            action => walked(action, self.cursor, page, count),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, count);
    }

    fn enter(&self, common: &mut Common) {
        let screen = match self.selected().map(|row| row.opens) {
            Some(Opens::Target(target)) => Screen::Case(Box::new(Case::open(target, common))),
            Some(Opens::Assessment(id)) => Screen::Assessment(Box::new(AssessmentScreen::open(id, common))),
            Some(Opens::Record(record)) => Screen::Record(Box::new(RecordScreen::open(record, common))),
            _ => return,
        };
        common.open(screen);
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        let Reply::Figure(rows) = reply else { return };
        if ticket == self.ticket {
            self.cursor = self.cursor.min(rows.len().saturating_sub(1));
            self.rows = Some(rows.clone());
            common.touch();
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Figure(self.figure.rows.clone()));
    }
}
