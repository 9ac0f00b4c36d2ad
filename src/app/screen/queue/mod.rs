//! The queue of targets by tab: what waits for whom, filtered, sorted, and moved on.
//!
//! `tab` and `rows` hold what is loaded, `filter` is the field of the filter, `asks` talks with the file, `acts` moves
//! targets on, `preview` fetches a word more on the selected target. What is seen of it is drawn by `ui/screen/queue`.

mod acts;
mod asks;
mod filter;
mod preview;
mod rows;
mod tab;
mod unsent;

use std::collections::BTreeMap;

pub use filter::FilterField;
pub use preview::Preview;
pub use tab::{Filter, TabState};

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::outlet::{OF_QUEUE, Outlet};
use crate::app::place::Place;
use crate::app::popup::ExportForm;
use crate::app::reason::Reason;
use crate::app::rights;
use crate::app::screen::Screen;
use crate::app::screen::assess::Assessments;
use crate::app::screen::board::BoardScreen;
use crate::app::screen::case::Case;
use crate::app::screen::execution::Execution;
use crate::app::screen::import::Import;
use crate::app::screen::journal::Journal;
use crate::app::screen::preparation::PreparationScreen;
use crate::app::screen::register::Registers;
use crate::app::screen::session::{Offer, Sessions};
use crate::domain::export::Which;
use crate::domain::ids::TargetId;
use crate::domain::money::Money;
use crate::domain::people::{Grant, Scope, User};
use crate::domain::procedure::Procedure;
use crate::domain::refusal::role_word;
use crate::domain::register::Register;
use crate::domain::target::State;
use crate::domain::view::{QueueRow, Sort, Tally};
use rust_i18n::t;

use acts::Acting;
use asks::Asked;
use rows::{Loaded, Sight};
use unsent::Writings;

/// Lines of the screen that are not rows: title, tabs, filter, headings, preview and hints.
const FRAME: u16 = 6;

/// The queue of targets by tab.
#[derive(Debug)]
pub struct Queue {
    /// The tabs in their order.
    pub tabs: Vec<TabState>,
    /// The tab that is shown.
    pub active: usize,
    /// The order of the rows.
    pub sort: Sort,
    /// The field of the filter while it is being typed.
    pub field: Option<FilterField>,
    /// The rows selected for a batch.
    pub marked: BTreeMap<TargetId, QueueRow>,
    /// A word more on the selected target.
    pub preview: Preview,
    acting: Acting,
    asked: Asked,
    outlet: Outlet,
    unsent: Writings,
}

impl Queue {
    /// Opens the queue on what waits for the person. The first questions are asked by [`Queue::shown`].
    pub fn open(common: &Common) -> Self {
        Self {
            tabs: tab::tabs(&common.procedure),
            active: 0,
            sort: Sort::default(),
            field: None,
            marked: BTreeMap::new(),
            preview: Preview::default(),
            acting: Acting::default(),
            asked: Asked::default(),
            outlet: Outlet::default(),
            unsent: Writings::default(),
        }
    }

    /// The tab that is shown.
    pub fn tab(&self) -> &TabState {
        &self.tabs[self.active]
    }

    fn tab_mut(&mut self) -> &mut TabState {
        &mut self.tabs[self.active]
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.tab().rows.selected()
    }

    /// Rows that fit on the screen.
    pub fn page(common: &Common) -> usize {
        usize::from(common.size.1.saturating_sub(FRAME).max(1))
    }

    fn sight(common: &Common) -> Sight {
        Sight { rows: Self::page(common), scrolling: common.scrolling }
    }

    /// Count and money of the rows selected for a batch.
    pub fn marked_tally(&self) -> Tally {
        tally(self.marked.values())
    }

    /// What the next act is about: the rows selected for a batch, else the selected row.
    pub fn targets(&self) -> Vec<&QueueRow> {
        if self.marked.is_empty() { self.selected().into_iter().collect() } else { self.marked.values().collect() }
    }

    /// Whether the filter is being typed.
    pub const fn is_typing(&self) -> bool {
        self.field.is_some()
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not; in a batch, with the name of the first target that stands in the way.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match action {
            Action::Open | Action::Mark | Action::Copy if self.selected().is_none() => Err(Reason::NothingSelected),
            Action::Undo if self.can_undo_last() => Ok(()),
            Action::Review | Action::Amend | Action::Undo | Action::KeyProject => {
                let row = self.selected().ok_or(Reason::NothingSelected)?;
                rights::may(action, &row.standing, &row.unit, common)
            }
            Action::Pass | Action::Return | Action::Submit | Action::Withdraw => self.available_to_all(action, common),
            Action::Person if !common.county.sample => Err(Reason::Words("reason.sample-only")),
            _ => Ok(()),
        }
    }

    /// Whether an action can be done now on some row in sight, whether or not it is the selected one: its hint keeps its
    /// place while the selection moves.
    pub fn offers(&self, action: Action, common: &Common) -> bool {
        let of_target = matches!(
            action,
            Action::Review | Action::Amend | Action::Pass | Action::Return | Action::Submit | Action::Withdraw
        );
        let (rows, _) = self.tab().rows.in_sight(Self::page(common));
        let possible = |row: &Loaded| rights::is_possible(action, &row.standing, &row.unit, common);
        of_target && rows.iter().any(possible)
    }

    fn available_to_all(&self, action: Action, common: &Common) -> Result<(), Reason> {
        let targets = self.targets();
        if targets.is_empty() {
            return Err(Reason::NothingSelected);
        }
        let named = |row: &&QueueRow, reason| {
            if targets.len() > 1 { Reason::Of(row.project.clone(), Box::new(reason)) } else { reason }
        };
        let judged = |row: &&QueueRow| {
            rights::may(action, &row.standing, &row.unit, common).map_err(|reason| named(row, reason))
        };
        targets.iter().try_for_each(judged)
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::NextTab => self.turn_to((self.active + 1) % self.tabs.len(), common),
            Action::PreviousTab => self.turn_to((self.active + self.tabs.len() - 1) % self.tabs.len(), common),
            Action::GoTab if bound.nth < self.tabs.len() => self.turn_to(bound.nth, common),
            Action::Filter => self.field = Some(FilterField::new(self.tab())),
            Action::Sort => self.sort_next(common),
            Action::Mark => self.mark(common),
            Action::Unmark if self.marked.is_empty() => self.set_filter(Filter::default(), common),
            Action::Unmark => self.marked.clear(),
            Action::Open => self.open_selected(common),
            Action::Copy => self.copy(common),
            Action::Import => {
                let import = Import::open(common);
                common.open(Screen::Import(Box::new(import)));
            }
            Action::Export => self.ask_export(common),
            Action::Executions => Execution::show(common.county.year, common),
            Action::Journal => {
                let journal = Journal::open(common);
                common.open(Screen::Journal(Box::new(journal)));
            }
            Action::Board => {
                let board = BoardScreen::open(common.county.year, common);
                common.open(Screen::Board(Box::new(board)));
            }
            Action::Preparation => {
                let screen = PreparationScreen::open(common.county.year, common);
                common.open(Screen::Preparation(Box::new(screen)));
            }
            Action::Assessments => {
                let screen = Assessments::open(common);
                common.open(Screen::Assessments(Box::new(screen)));
            }
            Action::Registers => {
                let year = Some(common.county.year);
                let registers = Registers::open(Register::Document, year, common);
                common.open(Screen::Registers(Box::new(registers)));
            }
            Action::Sessions => {
                let sessions = Sessions::open(self.offer(common), common);
                common.open(Screen::Sessions(Box::new(sessions)));
            }
            Action::Reload => self.bell(common),
            action if self.act(action, common) => {}
            action => self.go(action, common),
        }
    }

    fn go(&mut self, action: Action, common: &mut Common) {
        let missing = self.tab_mut().rows.go(action, Self::sight(common));
        if let Some(window) = missing {
            self.ask_more(window, common);
        }
        self.preview.wait(self.tabs[self.active].rows.selected(), common.now.at);
    }

    fn turn_to(&mut self, place: usize, common: &mut Common) {
        if place != self.active {
            self.active = place;
            self.marked.clear();
            self.asked.turned = false;
            self.ask_rows(common);
        }
    }

    fn sort_next(&mut self, common: &mut Common) {
        self.sort = match self.sort {
            Sort::Waiting => Sort::Amount,
            Sort::Amount => Sort::Unit,
            Sort::Unit => Sort::Number,
            Sort::Number => Sort::Waiting,
        };
        self.turn(common);
    }

    fn mark(&mut self, common: &mut Common) {
        let Some(row) = self.selected().cloned() else { return };
        if self.marked.remove(&row.id).is_none() {
            self.marked.insert(row.id, row);
        }
        self.go(Action::Down, common);
    }

    fn open_selected(&self, common: &mut Common) {
        if let Some(row) = self.selected() {
            let case = Case::open(row.id, common);
            common.open(Screen::Case(Box::new(case)));
        }
    }

    /// What may go on a session's agenda: the rows selected for a batch that wait for the deciding stage, or what the filter shows.
    fn offer(&self, common: &Common) -> Offer {
        let deciding = common.procedure.deciding().map(|stage| stage.id.as_str());
        let waits = |row: &&QueueRow| row.standing.state == State::Pending && row.standing.stage.as_deref() == deciding;
        let marked: Vec<_> = self.marked.values().filter(waits).collect();
        let filter = &self.tab().filter;
        Offer {
            others: self.marked.len() - marked.len(),
            tally: tally(marked.iter().copied()),
            marked: marked.iter().map(|row| row.id).collect(),
            filter: filter.query.clone(),
            text: filter.text.clone(),
        }
    }

    /// Asks for a document of the rows selected for a batch, else of what the tab shows under its filter.
    fn ask_export(&mut self, common: &mut Common) {
        let (tab, sort) = (self.tab(), self.sort);
        let (which, sum) = if self.marked.is_empty() {
            let (filter, shown) = (tab.filter.query.clone(), tab.tab.clone());
            (Which::Queue { year: common.county.year, tab: shown, filter, sort }, tab.shown_tally())
        } else {
            (Which::These(self.marked.keys().copied().collect()), Some(self.marked_tally()))
        };
        let count = sum.map_or_else(|| "-".to_owned(), |sum| sum.count.to_string());
        let title = t!("export.of-queue", tab = tab.title, count = count).into_owned();
        let name = format!("{}-{}", tab.title, common.county.year);
        self.outlet.ask(which, ExportForm::new(title, &OF_QUEUE, &name), common);
    }

    fn copy(&self, common: &mut Common) {
        let Some(row) = self.selected() else { return };
        let text = row.code.as_ref().unwrap_or(&row.project);
        common.effect(Effect::Copy(text.clone()));
        common.tell(t!("notice.copied", text = text));
    }

    /// Selects the row after or before a target, and returns the row's: for walking on from a case file. After an act
    /// the selection is there already.
    pub fn neighbour(&mut self, on: bool, from: TargetId, common: &mut Common) -> Option<TargetId> {
        let before = self.selected().map(|row| row.id);
        if on && before != Some(from) {
            return before;
        }
        self.go(if on { Action::Down } else { Action::Up }, common);
        self.selected().map(|row| row.id).filter(|id| Some(*id) != before)
    }

    /// Takes a key that is no action: editing in the field of the filter.
    pub fn key(&mut self, key: Key, common: &mut Common) {
        let Some(field) = &mut self.field else { return };
        if field.key(key) {
            self.filter_typed(common);
        }
    }

    /// Takes pasted text into the field of the filter.
    pub fn paste(&mut self, text: &str, common: &mut Common) {
        let Some(field) = &mut self.field else { return };
        field.line.insert(text);
        self.filter_typed(common);
    }

    /// The screen has a new size.
    pub fn resized(&mut self, common: &Common) {
        self.tab_mut().rows.scroll(Self::sight(common));
    }

    /// The place to be kept for the next start.
    pub fn place(&self) -> Place {
        // A filter that is still being typed was not accepted yet.
        let text = |tab: &TabState| match &self.field {
            Some(field) if tab.id == self.tab().id => field.before().to_owned(),
            _ => tab.filter.text.clone(),
        };
        let filters = self.tabs.iter().map(|tab| (tab.id.clone(), text(tab)));
        Place {
            tab: self.tab().id.clone(),
            filters: filters.filter(|(_, text)| !text.is_empty()).collect(),
            sort: sort_id(self.sort).to_owned(),
            target: self.selected().map(|row| row.id.0),
        }
    }

    /// Takes up a place; what is not there any more is left out.
    pub fn restore(&mut self, place: &Place, procedure: &Procedure) {
        for tab in &mut self.tabs {
            if let Some(text) = place.filters.get(&tab.id) {
                tab.filter = Filter::read(text, procedure).unwrap_or_default();
            }
        }
        if let Some(active) = self.tabs.iter().position(|tab| tab.id == place.tab) {
            self.active = active;
        }
        let sorts = [Sort::Waiting, Sort::Amount, Sort::Unit, Sort::Number];
        self.sort = sorts.into_iter().find(|sort| sort_id(*sort) == place.sort).unwrap_or_default();
        self.tab_mut().rows.want(place.target.map(TargetId));
    }
}

/// The stable id of an order, which is also the key of its name.
pub const fn sort_id(sort: Sort) -> &'static str {
    match sort {
        Sort::Waiting => "waiting",
        Sort::Amount => "amount",
        Sort::Unit => "unit",
        Sort::Number => "number",
    }
}

/// A person's roles in the user's language, each with what it is bound to.
fn roles(user: &User) -> String {
    let role = |grant: &Grant| match &grant.scope {
        Scope::Desk(desk) => t!("queue.role-of", role = role_word(grant.role), of = desk).into_owned(),
        Scope::County | Scope::Unit(_) => role_word(grant.role),
    };
    let mut roles: Vec<_> = user.grants.iter().map(role).collect();
    roles.dedup();
    roles.join("、")
}

/// Count and money of some rows.
fn tally<'a>(rows: impl Iterator<Item = &'a QueueRow>) -> Tally {
    rows.fold(Tally::default(), |sum, row| Tally {
        count: sum.count + 1,
        amount: sum.amount + row.amount.unwrap_or(Money::ZERO),
    })
}
