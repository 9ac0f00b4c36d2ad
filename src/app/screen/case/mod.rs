//! The case file of a target: how its indicators correspond to its objective next to what was reached before (对应),
//! what the checks found (预警), what changed since the viewer's last opinion (修改), the opinions given (意见), and what happened to
//! it (记录).
//!
//! `chart` makes the table of 对应, `findings` the list of 预警, `revision` the rows of 修改; `acts`, `links` and `priors` do what can be
//! done from here. A file that changes under the reader keeps
//! tab, pane and selected row.

mod acts;
mod chart;
mod cite;
mod execution;
mod findings;
mod links;
mod priors;
mod revision;

pub use chart::{Chart, Pair, Row};
pub use execution::{ExecutionRow, execution_rows};
pub use findings::{Told, at_row, at_twin, told};
pub use revision::{Revised, RevisionRow};

use std::sync::Arc;

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::form::outcome;
use crate::app::keymap::Bound;
use crate::app::outlet::Outlet;
use crate::app::reason::Reason;
use crate::app::walk::{turned, walked};
use crate::domain::facts::Entry;
use crate::domain::ids::TargetId;
use crate::domain::refusal::event_word;
use crate::domain::view::CaseFile;

/// A tab of the case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 对应: objective, indicators and earlier years side by side.
    #[default]
    Links,
    /// 预警: what the checks found, and what they could not check.
    Findings,
    /// 修改: what changed since the viewer's last opinion.
    Revision,
    /// 意见: the opinions given.
    Opinions,
    /// 记录: what happened.
    Record,
    /// 执行: monitoring and evaluation once it is approved.
    Execution,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 6] =
        [Self::Links, Self::Findings, Self::Revision, Self::Opinions, Self::Record, Self::Execution];

    /// The stable id, which is also the key of its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Findings => "findings",
            Self::Revision => "revision",
            Self::Opinions => "opinions",
            Self::Record => "record",
            Self::Execution => "execution",
        }
    }
}

/// A pane of the tab 对应.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The objective's items.
    Items,
    /// The indicators, with what was reached before.
    #[default]
    Indicators,
}

/// The case file of a target.
#[derive(Debug)]
pub struct Case {
    /// The target.
    pub target: TargetId,
    /// What is known of it; nothing until the answer is there.
    pub file: Option<Arc<CaseFile>>,
    /// The table of the tab 对应.
    pub chart: Chart,
    /// What the tab 修改 shows.
    pub revised: Revised,
    /// The tab that is shown.
    pub tab: Tab,
    /// The pane that has the focus.
    pub pane: Pane,
    /// Lines by which the text of the selected row is turned.
    pub turned: usize,
    /// The selected row of each tab.
    cursors: [usize; Tab::ALL.len()],
    ticket: u64,
    wish: Option<acts::Wish>,
    linking: Option<links::Linking>,
    choosing: Option<priors::Choosing>,
    /// The question for the indicator library.
    library: Option<u64>,
    /// The key of the finding for which a reason is asked.
    waiving: Option<String>,
    saying: Option<execution::Saying>,
    /// The row to go to when the file has been read again.
    wanted: Option<Pair>,
    /// Whether the change that is being read is one's own.
    own: bool,
    outlet: Outlet,
    /// Whether the file is on its way, for the first time or anew.
    underway: bool,
}

impl Case {
    /// Opens a case file and asks for its contents.
    pub fn open(target: TargetId, common: &mut Common) -> Self {
        Self {
            target,
            file: None,
            chart: Chart::default(),
            revised: Revised::default(),
            tab: Tab::default(),
            pane: Pane::default(),
            turned: 0,
            cursors: [0; Tab::ALL.len()],
            ticket: common.read(Ask::Case(target)),
            wish: None,
            linking: None,
            choosing: None,
            library: None,
            waiving: None,
            saying: None,
            wanted: None,
            own: false,
            outlet: Outlet::default(),
            underway: true,
        }
    }

    /// The selected row of the tab that is shown.
    pub const fn cursor(&self) -> usize {
        self.cursors[self.tab as usize]
    }

    /// The selected row of the tab 对应.
    pub fn row(&self) -> Option<&Row> {
        self.chart.rows.get(self.cursors[Tab::Links as usize])
    }

    /// How many rows a tab has.
    pub fn count(&self, tab: Tab) -> usize {
        match (&self.file, tab) {
            (None, _) => 0,
            (Some(_), Tab::Links) => self.chart.rows.len(),
            (Some(file), Tab::Findings) => told(file).len(),
            (Some(_), Tab::Revision) => self.revised.rows.len(),
            (Some(file), Tab::Opinions) => file.reviews.len(),
            (Some(file), Tab::Record) => file.history.len(),
            (Some(file), Tab::Execution) => execution_rows(file).len(),
        }
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        if action.only_looks() { Ok(()) } else { self.available_act(action, common) }
    }

    /// Whether an action is about a file that is on its way. One that only looks needs a file, and not the newest.
    pub fn must_wait(&self, action: Action) -> bool {
        use Action::{Back, GoTab, Help, NextTab, NextTarget, Palette, PreviousTab, PreviousTarget, Quit, Reload};
        let free = matches!(
            action,
            Back | GoTab | Help | NextTab | NextTarget | Palette | PreviousTab | PreviousTarget | Quit | Reload
        );
        self.underway && !free && (self.file.is_none() || !action.only_looks())
    }

    /// Does an action that is available. The keys of half a page turn a text that is longer than its window, until another row is selected.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        if let (Action::HalfUp | Action::HalfDown, Some(1..)) = (bound.action, common.end) {
            self.turned = turned(bound.action, self.turned, common.end).unwrap_or(self.turned);
            return;
        }
        let place = (self.tab, self.cursor());
        self.run_other(bound, common);
        if place != (self.tab, self.cursor()) {
            self.turned = 0;
        }
    }

    fn run_other(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => common.close(),
            Action::Reload => self.bell(common),
            Action::NextTarget => common.neighbour(true, self.target),
            Action::PreviousTarget => common.neighbour(false, self.target),
            Action::NextTab => self.turn(1),
            Action::PreviousTab => self.turn(Tab::ALL.len() - 1),
            Action::GoTab => self.tab = Tab::ALL.get(bound.nth).copied().unwrap_or(self.tab),
            Action::PaneLeft => self.pane = Pane::Items,
            Action::PaneRight => self.pane = Pane::Indicators,
            Action::NextFinding | Action::PreviousFinding if self.tab == Tab::Findings => {
                self.seek_finding(bound.action == Action::NextFinding, common);
            }
            Action::NextFinding | Action::PreviousFinding => self.seek_gap(bound.action == Action::NextFinding, common),
            action if self.act(action, common) => {}
            action => self.go(action, common),
        }
    }

    const fn turn(&mut self, by: usize) {
        self.tab = Tab::ALL[(self.tab as usize + by) % Tab::ALL.len()];
    }

    fn seek_gap(&mut self, on: bool, common: &mut Common) {
        let from = self.cursors[Tab::Links as usize];
        let Some(file) = self.file.as_deref() else { return };
        match self.chart.seek(from, on, |row| row.is_gap() || at_row(file, row).next().is_some()) {
            Some(place) => self.cursors[Tab::Links as usize] = place,
            None => common.tell(t!("case.no-more-gaps")),
        }
    }

    fn go(&mut self, action: Action, common: &Common) {
        let (cursor, count) = (self.cursor(), self.count(self.tab));
        let page = usize::from(common.size.1 / 2).max(1);
        let to = match action {
            Action::Up => Some(self.step(false)),
            Action::Down => Some(self.step(true)),
            action => walked(action, cursor, page, count),
        };
        let Some(to) = to else { return };
        self.cursors[self.tab as usize] = to.min(count.saturating_sub(1));
    }

    /// The row above or below; in the pane of items, the first row of the item before or after.
    fn step(&self, on: bool) -> usize {
        let cursor = self.cursor();
        let next = if on { cursor + 1 } else { cursor.saturating_sub(1) };
        let (Tab::Links, Pane::Items, Some(row)) = (self.tab, self.pane, self.row()) else { return next };
        let here = row.pair.item;
        if here.is_none() {
            return next;
        }
        let Some(place) = self.chart.seek(cursor, on, |row| row.pair.item != here) else { return cursor };
        let item = self.chart.rows[place].pair.item;
        let first = self.chart.rows.iter().position(|row| item.is_some() && row.pair.item == item);
        first.unwrap_or(place)
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        self.outlet.answer(ticket, reply, common);
        match reply {
            Reply::Failed(_) if ticket == self.ticket => self.underway = false,
            Reply::Case(file) if ticket == self.ticket => {
                self.underway = false;
                self.take_file(file.as_ref(), common);
            }
            Reply::Done(entries) => self.take_done(ticket, entries, common),
            Reply::Standards(own) if self.library == Some(ticket) => self.take_standards(own, common),
            Reply::Evaluations(all) => self.take_evaluations(ticket, all, common),
            Reply::Refused(refusal) => self.take_refused(ticket, refusal, common),
            _ => {}
        }
    }

    fn take_file(&mut self, file: Option<&Arc<CaseFile>>, common: &mut Common) {
        let same = file.zip(self.file.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other));
        if same && self.wanted.is_none() && !self.own {
            return;
        }
        common.touch();
        let Some(file) = file else {
            return common.fail(t!("case.gone"));
        };
        let pair = self.wanted.take().or_else(|| self.row().map(|row| row.pair));
        let before = self.file.replace(Arc::clone(file));
        self.chart = Chart::of(file);
        self.revised = Revised::of(file);
        match &before {
            None => {
                if self.revised.is_news(file, &common.user.name) && self.tab == Tab::default() {
                    self.tab = Tab::Revision;
                }
                self.cursors[Tab::Opinions as usize] = file.reviews.len().saturating_sub(1);
                self.cursors[Tab::Record as usize] = file.history.len().saturating_sub(1);
            }
            Some(before) => self.keep_place(pair.map(|pair| follow(pair, before, file)), before, common),
        }
    }

    /// Keeps the selection after the file was read again, and says what happened to the target.
    fn keep_place(&mut self, pair: Option<Pair>, before: &CaseFile, common: &mut Common) {
        let links = Tab::Links as usize;
        if let Some(place) = pair.and_then(|pair| self.chart.find(pair)) {
            self.cursors[links] = place;
        }
        for tab in Tab::ALL {
            self.cursors[tab as usize] = self.cursors[tab as usize].min(self.count(tab).saturating_sub(1));
        }
        let Some(file) = &self.file else { return };
        let own = std::mem::take(&mut self.own) || last_step(file).is_some_and(|entry| entry.by == common.user.name);
        if !own && before.target.version != file.target.version {
            common.tell(news(file, common));
        }
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.underway = true;
        self.ticket = common.read(Ask::Case(self.target));
    }
}

/// The same item and indicator in a newer round, by their words.
fn follow(pair: Pair, before: &CaseFile, now: &CaseFile) -> Pair {
    if before.target.standing.round == now.target.standing.round {
        return pair;
    }
    let item = pair.item.and_then(|item| before.items.get(item));
    let indicator = pair.indicator.and_then(|place| before.submission.indicators.get(place));
    Pair {
        item: item.and_then(|item| now.items.iter().position(|other| other == item)),
        indicator: indicator
            .and_then(|one| now.submission.indicators.iter().position(|other| other.name() == one.name())),
    }
}

/// The act that moved the target last.
fn last_step(file: &CaseFile) -> Option<&Entry> {
    file.history.iter().rev().find(|entry| entry.event.step().is_some())
}

/// Who did what to the target last, and where it stands now.
fn news(file: &CaseFile, common: &Common) -> String {
    let now = outcome::stage(&file.target.standing, common);
    match last_step(file) {
        Some(entry) => {
            let (who, what) = (&entry.by, event_word(entry.event.kind()));
            t!("case.moved-by", who = who, what = what, now = now).into_owned()
        }
        None => t!("case.moved", now = now).into_owned(),
    }
}

#[cfg(test)]
mod tests;
