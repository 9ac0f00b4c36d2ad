//! The year board: the phases of a year and its figures, each of which opens its rows.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::outlet::Outlet;
use crate::app::popup::{ExportForm, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::Assessments;
use crate::app::screen::execution::Execution;
use crate::app::screen::figure::FigureScreen;
use crate::app::screen::preparation::PreparationScreen;
use crate::app::screen::register::Registers;
use crate::app::screen::session::{Offer, Sessions};
use crate::app::walk::walked;
use crate::domain::export::{Document, Which};
use crate::domain::register::Register;
use crate::domain::report::{Board, Cell, Figure, Phase, Trend};

/// Lines of the screen that are no rows: title, account, heading, headings of what is covered and of the figures, hints.
const FRAME: u16 = 6;

/// The year board.
#[derive(Debug)]
pub struct BoardScreen {
    /// The year.
    pub year: i32,
    /// What was read of it.
    pub board: Option<Board>,
    /// How its figures went over the years, once read.
    pub trend: Option<Trend>,
    /// Whether the viewer may not see it.
    pub unseen: bool,
    /// The selected row: phases first, then what is covered, then figures.
    pub cursor: usize,
    /// Which figure of a phase is selected.
    pub cell: Cell,
    /// The first figure in sight.
    pub first: usize,
    outlet: Outlet,
    ticket: u64,
    trend_ticket: u64,
}

impl BoardScreen {
    /// Opens the board of a year, and asks for it.
    pub fn open(year: i32, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Board(year));
        let (board, trend, outlet, cell) = (None, None, Outlet::default(), Cell::default());
        Self { year, board, trend, unseen: false, cursor: 0, cell, first: 0, outlet, ticket, trend_ticket: 0 }
    }

    /// The selected phase.
    fn phase(&self) -> Option<&Phase> {
        self.board.as_ref()?.phases.get(self.cursor)
    }

    /// Which figure of the selected phase is meant: the one chosen, if the phase has it.
    pub fn chosen(&self) -> Cell {
        self.phase().and_then(|phase| phase.figure(self.cell)).map_or(Cell::Part, |_| self.cell)
    }

    /// The figure of the selected row: of a phase the one chosen.
    pub fn selected(&self) -> Option<&Figure> {
        let board = self.board.as_ref()?;
        let (phases, covered) = (board.phases.len(), board.covered.len());
        match self.cursor {
            at if at < phases => board.phases.get(at)?.figure(self.chosen()),
            at if at < phases + covered => board.covered.get(at - phases).map(|one| &one.figure),
            at => board.figures.get(at - phases - covered),
        }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        match action {
            Action::Open => self.selected().map(drop).ok_or(Reason::NothingSelected),
            Action::NextField | Action::PreviousField => self.phase().map(drop).ok_or(Reason::NothingSelected),
            Action::Export => self.board.as_ref().map(drop).ok_or(Reason::NothingSelected),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => common.close(),
            Action::Reload => self.bell(common),
            Action::NextField => self.choose(false),
            Action::PreviousField => self.choose(true),
            Action::Export => {
                let title = t!("board.report", county = common.county.name, year = self.year).into_owned();
                let form = ExportForm::new(title, &[Document::Year], &format!("{}-{}", common.county.name, self.year));
                self.outlet.ask(Which::Year(self.year), form, common);
            }
            Action::NextYear => self.turn(1, common),
            Action::PreviousYear => self.turn(-1, common),
            Action::Preparation => {
                let screen = PreparationScreen::open(self.year, common);
                common.open(Screen::Preparation(Box::new(screen)));
            }
            Action::Assessments => {
                let screen = Assessments::open(common);
                common.open(Screen::Assessments(Box::new(screen)));
            }
            Action::Executions => Execution::show(self.year, common),
            Action::Registers => {
                let registers = Registers::open(Register::Document, Some(self.year), common);
                common.open(Screen::Registers(Box::new(registers)));
            }
            Action::Sessions => {
                let sessions = Sessions::open(Offer::default(), common);
                common.open(Screen::Sessions(Box::new(sessions)));
            }
            Action::Open => {
                if let Some(figure) = self.selected().cloned() {
                    let screen = FigureScreen::open(figure, common);
                    common.open(Screen::Figure(Box::new(screen)));
                }
            }
            action => self.walk(action, common),
        }
    }

    /// Chooses the figure of the phase after the chosen one or before it, of those that the phase has.
    fn choose(&mut self, back: bool) {
        let Some(phase) = self.phase() else { return };
        let own: Vec<Cell> = Cell::ALL.into_iter().filter(|cell| phase.figure(*cell).is_some()).collect();
        let at = own.iter().position(|cell| *cell == self.chosen()).unwrap_or(0);
        let step = if back { own.len().saturating_sub(1) } else { 1 };
        self.cell = own.get((at + step) % own.len().max(1)).copied().unwrap_or_default();
    }

    fn turn(&mut self, by: i32, common: &mut Common) {
        self.year += by;
        self.trend = None;
        self.bell(common);
    }

    fn walk(&mut self, action: Action, common: &Common) {
        let Some(board) = &self.board else { return };
        let (above, figures) = (board.phases.len() + board.covered.len(), board.figures.len());
        let page = usize::from(common.size.1.saturating_sub(FRAME)).saturating_sub(above).max(1);
        let Some(to) = walked(action, self.cursor, page, above + figures) else { return };
        self.cursor = to;
        let among = self.cursor.saturating_sub(above);
        self.first = if self.cursor < above { 0 } else { common.scrolling.first(self.first, among, page, figures) };
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        self.outlet.told(purpose, said, common);
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        match reply {
            Reply::Board(board) if ticket == self.ticket => {
                self.board = board.as_deref().cloned();
                self.unseen = self.board.is_none();
                // The years before take longer to count, and the board is read without them.
                if self.trend.is_none() && !self.unseen {
                    self.trend_ticket = common.read(Ask::Trend(self.year));
                }
                common.touch();
            }
            Reply::Trend(trend) if ticket == self.trend_ticket => {
                self.trend = trend.as_deref().cloned();
                common.touch();
            }
            _ => {}
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Board(self.year));
    }
}
