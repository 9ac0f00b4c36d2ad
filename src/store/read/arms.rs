//! The pieces that a tab is made of: each an equality on state, stage and scope, so that an index gives its rows in the queue's order.
//! A tab is the ordered union of its arms, which SQLite merges row by row.

use rusqlite::types::Value;

use crate::domain::access::{Duty, Sight};
use crate::domain::people::Scope;
use crate::domain::target::State;
use crate::domain::view::Tab;

/// A condition on `target t` with its values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Clause {
    pub(super) fn new(sql: &str, values: Vec<Value>) -> Self {
        Self { sql: sql.to_owned(), values }
    }

    /// Both hold.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.sql = format!("{} and {}", self.sql, other.sql);
        self.values.extend(other.values);
        self
    }
}

/// The arms of a tab in a year for what a viewer sees; no arm, no row.
pub(super) fn arms(year: Option<i32>, tab: &Tab, duties: &[Duty], sight: &Sight) -> Vec<Clause> {
    let begin = || match year {
        Some(year) => Clause::new("t.year = ?", vec![Value::from(year)]),
        None => Clause::new("1", Vec::new()),
    };
    let of = |state: State, stage: &str| {
        let values = vec![Value::from(state.id().to_owned()), Value::from(stage.to_owned())];
        begin().and(Clause::new("t.state = ? and t.stage = ?", values))
    };
    let found = match tab {
        Tab::All => vec![begin()],
        Tab::Stage(stage) => vec![of(State::Pending, stage)],
        Tab::States(states) => states.iter().map(|state| of(*state, "")).collect(),
        Tab::Mine => {
            let arm = |duty: &Duty| scoped(of(duty.state, duty.stage.as_deref().unwrap_or_default()), &duty.scope);
            duties.iter().map(arm).collect()
        }
    };
    match sight {
        Sight::All => found,
        Sight::Units(units) => {
            let own =
                |arm: &Clause| units.iter().map(|unit| scoped(arm.clone(), &Scope::Unit(*unit))).collect::<Vec<_>>();
            found.iter().flat_map(own).collect()
        }
    }
}

fn scoped(arm: Clause, scope: &Scope) -> Clause {
    match scope {
        Scope::County => arm,
        Scope::Unit(unit) => arm.and(Clause::new("t.unit_id = ?", vec![Value::from(unit.0)])),
        Scope::Desk(desk) => arm.and(Clause::new("t.desk = ?", vec![Value::from(desk.clone())])),
    }
}
