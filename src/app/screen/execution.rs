//! How far desks and units are with monitoring and evaluation (执行情况): a tab a period and one for self-evaluation; from a unit to its
//! targets, and from a target to its case file.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::popup::{Popup, Prompt, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::case::{Case, Tab};
use crate::app::walk::walked;
use crate::domain::access::{OPENS_EVALUATION, may_county};
use crate::domain::command::Command;
use crate::domain::execution::rule::{self, Period};
use crate::domain::execution::view::{TargetProgress, UnitProgress};
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::register::field::day;

/// Lines of the screen around the list: title, tabs, heading, hints.
const FRAME: u16 = 5;

/// How far desks and units are.
#[derive(Debug)]
pub struct Execution {
    /// The targets' year.
    pub year: i32,
    /// The period that is shown.
    pub period: &'static Period,
    /// The units, by desk; those in sight of the viewer.
    pub units: Vec<UnitProgress>,
    /// The unit whose targets are shown, with them.
    pub unit: Option<(String, Vec<TargetProgress>)>,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    came_from: usize,
    ticket: u64,
    unit_ticket: Option<u64>,
    wish: Option<u64>,
}

impl Execution {
    /// Opens the screen, or says why there is none.
    pub fn show(year: i32, common: &mut Common) {
        match Self::open(year, common) {
            Some(execution) => common.open(Screen::Execution(Box::new(execution))),
            None => common.fail(t!("execution.screen.none-periods")),
        }
    }

    /// The screen on the period of a year that was over last; there is none without periods.
    fn open(year: i32, common: &mut Common) -> Option<Self> {
        let over = |period: &&Period| period.end(year) <= common.now.today;
        let latest = rule::all_periods().filter(over).max_by_key(|period| period.month);
        let usual = rule::all_periods().last();
        let period = usual.filter(over).or(latest).or(usual)?;
        let mut screen = Self {
            year,
            period,
            units: Vec::new(),
            unit: None,
            cursor: 0,
            first: 0,
            came_from: 0,
            ticket: 0,
            unit_ticket: None,
            wish: None,
        };
        screen.ask(common);
        Some(screen)
    }

    fn ask(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::UnitProgress { year: self.year, period: self.period.id.clone() });
    }

    /// How many rows are shown.
    pub fn count(&self) -> usize {
        self.unit.as_ref().map_or(self.units.len(), |(_, targets)| targets.len())
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match action {
            Action::OpenEvaluations => Ok(may_county(&common.user, &OPENS_EVALUATION, &common.county.name)?),
            Action::Open if self.count() == 0 => Err(Reason::NothingSelected),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let to = match bound.action {
            Action::NextTab => return self.turn(true, common),
            Action::PreviousTab => return self.turn(false, common),
            Action::PreviousYear => return self.turn_year(self.year - 1, common),
            Action::NextYear => return self.turn_year(self.year + 1, common),
            Action::Reload => return self.bell(common),
            Action::Back if self.unit.is_some() => return self.leave_unit(),
            Action::Back => return common.close(),
            Action::Open => return self.enter(common),
            Action::OpenEvaluations => return self.ask_opening(common),
            action => walked(action, self.cursor, page, self.count()),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.count());
    }

    /// Asks when the year's final accounts were approved.
    fn ask_opening(&self, common: &mut Common) {
        let title = t!("execution.ask.opening", year = self.year).into_owned();
        let lines = vec![t!("execution.ask.opening-note").into_owned()];
        common.popup(Popup::Prompt(Prompt::new(Purpose::Execution, title, lines)));
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        let (Purpose::Execution, Said::Text(text)) = (purpose, said) else { return };
        let Some(approved) = day(text) else {
            return common.again(t!("execution.ask.no-day", text = text).into_owned());
        };
        let wish = ExecutionWish::Open { year: self.year, approved, due: None };
        self.wish = Some(common.execute(vec![Command::Execution(Box::new(wish))]));
    }

    /// Another year, from its units on.
    fn turn_year(&mut self, year: i32, common: &mut Common) {
        self.year = year;
        self.unit = None;
        (self.cursor, self.first, self.came_from) = (0, 0, 0);
        self.ask(common);
    }

    fn leave_unit(&mut self) {
        self.unit = None;
        (self.cursor, self.first) = (self.came_from, 0);
    }

    fn turn(&mut self, on: bool, common: &mut Common) {
        let all: Vec<&'static Period> = rule::all_periods().collect();
        let place = all.iter().position(|period| period.id == self.period.id).unwrap_or(0);
        let to = if on { place + 1 } else { place + all.len() - 1 };
        self.period = all[to % all.len()];
        self.bell(common);
    }

    /// From a unit to its targets, from a target to its case file.
    fn enter(&mut self, common: &mut Common) {
        if let Some((_, targets)) = &self.unit {
            let Some(target) = targets.get(self.cursor) else { return };
            let mut case = Case::open(target.id, common);
            case.tab = Tab::Execution;
            return common.open(Screen::Case(Box::new(case)));
        }
        self.ask_unit(common);
    }

    fn ask_unit(&mut self, common: &mut Common) {
        let Some(unit) = self.units.get(self.cursor).and_then(|one| one.unit) else { return };
        let ask = Ask::UnitTargets { year: self.year, unit, period: self.period.id.clone() };
        self.unit_ticket = Some(common.read(ask));
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match reply {
            Reply::Done(_) if self.wish == Some(ticket) => {
                self.wish = None;
                common.tell(t!("execution.ask.opened", year = self.year));
            }
            Reply::Refused(refusal) if self.wish == Some(ticket) => {
                self.wish = None;
                common.again(refusal.words());
            }
            Reply::UnitProgress(units) if ticket == self.ticket => {
                self.units.clone_from(units);
                self.cursor = self.cursor.min(self.count().saturating_sub(1));
                common.touch();
            }
            Reply::UnitTargets(targets) if self.unit_ticket == Some(ticket) => {
                self.unit_ticket = None;
                let place = if self.unit.is_some() { self.came_from } else { self.cursor };
                let Some(unit) = self.units.get(place) else { return };
                if self.unit.is_none() {
                    (self.came_from, self.cursor, self.first) = (self.cursor, 0, 0);
                }
                self.unit = Some((unit.name.clone(), targets.clone()));
                self.cursor = self.cursor.min(self.count().saturating_sub(1));
                common.touch();
            }
            _ => {}
        }
    }

    /// The file changed, or another period is wanted.
    pub fn bell(&mut self, common: &mut Common) {
        self.ask(common);
        if self.unit.is_some() {
            let Some(unit) = self.units.get(self.came_from).and_then(|one| one.unit) else { return };
            let ask = Ask::UnitTargets { year: self.year, unit, period: self.period.id.clone() };
            self.unit_ticket = Some(common.read(ask));
        }
    }
}
