//! Who still has to hand in what for a year (编报准备): units with their counts, departments with their units, and what is to come of each.
//! From a department to its units, from a unit to what is to come, from there to the case file or the pre-assessment.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::outlet::Outlet;
use crate::app::popup::{ExportForm, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::AssessmentScreen;
use crate::app::screen::case::Case;
use crate::app::walk::walked;
use crate::domain::export::{Document, Which};
use crate::domain::ids::UnitId;
use crate::domain::people::Scope as Bounds;
use crate::domain::preparation::{Department, Gap, Preparation, Scope, UnitLine};
use crate::domain::report::Opens;

/// Lines of the screen around the list: title, tabs, account, heading, sum, hints.
const FRAME: u16 = 6;

/// What a tab lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tab {
    /// The units of the viewer's own desk.
    Desk(String),
    /// All units in sight.
    Units,
    /// Everything that is to come.
    Gaps,
    /// Departments that supervise units.
    Departments,
}

/// The rows of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Units.
    Units(Vec<UnitLine>),
    /// What is to come.
    Gaps(Vec<Gap>),
    /// Departments, each with the sum of its units.
    Departments(Vec<(Department, UnitLine)>),
}

impl Rows {
    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Units(all) => all.len(),
            Self::Gaps(all) => all.len(),
            Self::Departments(all) => all.len(),
        }
    }
}

/// A row that was entered, and where the cursor stood on it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entered {
    scope: Scope,
    name: String,
    cursor: usize,
}

/// Who still has to hand in what.
#[derive(Debug)]
pub struct PreparationScreen {
    /// The budget year.
    pub year: i32,
    /// The tabs.
    pub tabs: Vec<Tab>,
    /// The one that is shown.
    pub active: usize,
    /// Everything in sight, once read.
    pub whole: Option<Preparation>,
    /// The part that is shown.
    pub part: Preparation,
    /// Its rows.
    pub rows: Rows,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    entered: Vec<Entered>,
    outlet: Outlet,
    ticket: u64,
}

impl PreparationScreen {
    /// Opens a year; who works at a desk sees the desk's units first.
    pub fn open(year: i32, common: &mut Common) -> Self {
        let desk = common.user.grants.iter().find_map(|grant| match &grant.scope {
            Bounds::Desk(desk) => Some(Tab::Desk(desk.clone())),
            _ => None,
        });
        let tabs = desk.into_iter().chain([Tab::Units, Tab::Gaps, Tab::Departments]).collect();
        let ticket = common.read(Ask::Preparation(year));
        Self {
            year,
            tabs,
            active: 0,
            whole: None,
            part: Preparation::default(),
            rows: Rows::Units(Vec::new()),
            cursor: 0,
            first: 0,
            entered: Vec::new(),
            outlet: Outlet::default(),
            ticket,
        }
    }

    /// The tab that is shown.
    pub fn tab(&self) -> &Tab {
        &self.tabs[self.active]
    }

    /// The names of the rows that were entered, the outermost first.
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.entered.iter().map(|one| one.name.as_str())
    }

    /// Which part of the year is shown.
    fn scope(&self) -> Scope {
        let desk = if let Tab::Desk(desk) = self.tab() { Some(desk.clone()) } else { None };
        self.entered.iter().fold(Scope { desk, ..Scope::default() }, |scope, one| Scope {
            desk: scope.desk,
            unit: one.scope.unit.or(scope.unit),
            department: one.scope.department.or(scope.department),
        })
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        match action {
            Action::Open if self.rows.count() == 0 => Err(Reason::NothingSelected),
            Action::Open => match &self.rows {
                Rows::Gaps(gaps) if gaps.get(self.cursor).is_some_and(|gap| gap.opens == Opens::Nothing) => {
                    Err(Reason::Words("preparation.not-written"))
                }
                _ => Ok(()),
            },
            Action::Export if self.whole.is_none() => Err(Reason::NothingSelected),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let to = match bound.action {
            Action::NextTab => return self.turn(self.active + 1),
            Action::PreviousTab => return self.turn(self.active + self.tabs.len() - 1),
            Action::GoTab if bound.nth < self.tabs.len() => return self.turn(bound.nth),
            Action::PreviousYear => return self.turn_year(self.year - 1, common),
            Action::NextYear => return self.turn_year(self.year + 1, common),
            Action::Reload => return self.bell(common),
            Action::Back => return self.back(common),
            Action::Open => return self.enter(common),
            Action::Export => return self.ask_export(common),
            action => walked(action, self.cursor, page, self.rows.count()),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.rows.count());
    }

    fn turn(&mut self, place: usize) {
        self.active = place % self.tabs.len();
        self.entered.clear();
        self.show(0);
    }

    fn turn_year(&mut self, year: i32, common: &mut Common) {
        self.year = year;
        self.entered.clear();
        self.show(0);
        self.bell(common);
    }

    fn back(&mut self, common: &mut Common) {
        match self.entered.pop() {
            Some(left) => self.show(left.cursor),
            None => common.close(),
        }
    }

    /// From a department to its units, from a unit to what is to come, from there to what there is of it.
    fn enter(&mut self, common: &mut Common) {
        let (scope, name) = match &self.rows {
            Rows::Departments(all) => {
                let Some((department, _)) = all.get(self.cursor) else { return };
                (Scope { department: Some(department.unit), ..Scope::default() }, department.name.clone())
            }
            Rows::Units(all) => {
                let Some(line) = all.get(self.cursor) else { return };
                (Scope { unit: Some(line.unit.id), ..Scope::default() }, line.unit.name.clone())
            }
            Rows::Gaps(all) => {
                let Some(gap) = all.get(self.cursor) else { return };
                return open(gap.opens, common);
            }
        };
        self.entered.push(Entered { scope, name, cursor: self.cursor });
        self.show(0);
    }

    /// Lays out the rows of what is shown.
    fn show(&mut self, cursor: usize) {
        let scope = self.scope();
        let whole = self.whole.clone().unwrap_or_default();
        let is_unit: Option<UnitId> = scope.unit;
        let departments = *self.tab() == Tab::Departments && scope.department.is_none();
        let sums: Vec<(Department, UnitLine)> = if departments {
            let sum = |one: &Department| Some((one.clone(), whole.summary(one.unit)?.total?));
            whole.departments.iter().filter_map(sum).collect()
        } else {
            Vec::new()
        };
        self.part = whole.within(&scope);
        self.rows = if departments {
            Rows::Departments(sums)
        } else if is_unit.is_some() || *self.tab() == Tab::Gaps {
            Rows::Gaps(self.part.gaps.clone())
        } else {
            Rows::Units(self.part.units.clone())
        };
        self.cursor = cursor.min(self.rows.count().saturating_sub(1));
        self.first = self.first.min(self.cursor);
    }

    fn ask_export(&mut self, common: &mut Common) {
        let mut scope = self.scope();
        if let (Rows::Departments(all), None) = (&self.rows, scope.department) {
            scope.department = all.get(self.cursor).map(|(department, _)| department.unit);
        }
        let documents: &[Document] = match scope.department {
            Some(_) => &[Document::Summary, Document::Preparation, Document::Reminder],
            None => &[Document::Preparation, Document::Reminder],
        };
        let named = self.path().last().map(str::to_owned).or_else(|| match (&self.rows, self.tab()) {
            (Rows::Departments(all), _) => all.get(self.cursor).map(|(department, _)| department.name.clone()),
            (_, Tab::Desk(desk)) => Some(desk.clone()),
            _ => None,
        });
        let of = named.unwrap_or_else(|| common.county.name.clone());
        let title = t!("preparation.title", of = of, year = self.year).into_owned();
        let form = ExportForm::new(title, documents, &format!("{of}-{}", self.year));
        self.outlet.ask(Which::Prepared(self.year, scope), form, common);
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        self.outlet.told(purpose, said, common);
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        let Reply::Preparation(whole) = reply else { return };
        if ticket == self.ticket {
            self.whole = Some(whole.as_ref().clone());
            self.show(self.cursor);
            common.touch();
        }
    }

    /// The file changed, or another year is wanted.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Preparation(self.year));
    }
}

fn open(opens: Opens, common: &mut Common) {
    let screen = match opens {
        Opens::Target(target) => Screen::Case(Box::new(Case::open(target, common))),
        Opens::Assessment(id) => Screen::Assessment(Box::new(AssessmentScreen::open(id, common))),
        Opens::Record(_) | Opens::Nothing => return,
    };
    common.open(screen);
}
