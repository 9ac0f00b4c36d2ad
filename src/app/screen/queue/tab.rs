//! The tabs of the queue, each with its own filter, count and loaded rows.
//!
//! The stages come from the procedure, so that another procedure has other tabs.

use rust_i18n::t;

use super::rows::Rows;
use crate::domain::procedure::Procedure;
use crate::domain::query::Query;
use crate::domain::target::State;
use crate::domain::view::{Tab, Tally};

/// A tab of the queue.
#[derive(Debug)]
pub struct TabState {
    /// Its stable id, under which its filter is kept.
    pub id: String,
    /// What it shows.
    pub tab: Tab,
    /// Its name in the user's language.
    pub title: String,
    /// Its count and money without a filter, once known.
    pub tally: Option<Tally>,
    /// Its filter.
    pub filter: Filter,
    /// Its rows.
    pub rows: Rows,
}

/// A filter of a tab: the text as typed, and what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// The text.
    pub text: String,
    /// The meaning; none for a blank text.
    pub query: Option<Query>,
    /// Count and money under it, once known.
    pub tally: Option<Tally>,
}

impl TabState {
    fn new(id: impl Into<String>, tab: Tab, title: String) -> Self {
        Self { id: id.into(), tab, title, tally: None, filter: Filter::default(), rows: Rows::default() }
    }

    /// Count and money of what it shows now, once known.
    pub fn shown_tally(&self) -> Option<Tally> {
        if self.filter.query.is_some() { self.filter.tally } else { self.tally }
    }
}

/// All tabs of a procedure, in their order.
pub fn tabs(procedure: &Procedure) -> Vec<TabState> {
    let states = |id: &str, states: &[State]| {
        TabState::new(id, Tab::States(states.to_vec()), t!(format!("queue.tab.{id}")).into_owned())
    };
    let mut tabs =
        vec![TabState::new("mine", Tab::Mine, t!("queue.tab.mine").into_owned()), states("draft", &[State::Draft])];
    for stage in &procedure.stages {
        tabs.push(TabState::new(
            format!("stage:{}", stage.id),
            Tab::Stage(stage.id.clone()),
            stage.name.tab().to_owned(),
        ));
    }
    tabs.push(states("returned", &[State::Returned]));
    tabs.push(states("negotiating", &[State::Negotiating]));
    tabs.push(states("ruling", &[State::Ruling]));
    tabs.push(states("finished", &[State::Budgeted, State::Excluded, State::Withdrawn]));
    tabs.push(TabState::new("all", Tab::All, t!("queue.tab.all").into_owned()));
    tabs
}
