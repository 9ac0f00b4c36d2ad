//! The pieces that a tab is made of: each an equality on state, stage and scope, so that an index gives its rows in the queue's order.
//! A tab is the ordered union of its arms, which SQLite merges row by row.

use std::collections::BTreeSet;

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
pub(super) fn arms(year: i32, tab: &Tab, duties: &[Duty], sight: &Sight) -> Vec<Clause> {
    let begin = || Clause::new("t.year = ?", vec![Value::from(year)]);
    let of = |state: State, stage: &str| {
        let values = vec![Value::from(state.id().to_owned()), Value::from(stage.to_owned())];
        begin().and(Clause::new("t.state = ? and t.stage = ?", values))
    };
    let found = match tab {
        Tab::All => vec![begin()],
        Tab::Stage(stage) => vec![of(State::Pending, stage)],
        Tab::States(states) => states.iter().map(|state| of(*state, "")).collect(),
        Tab::Mine => {
            let arm = |duty: &Duty| {
                let place = of(duty.state, duty.stage.as_deref().unwrap_or_default());
                apart(scoped(place, &duty.scope), duty, duties)
            };
            duties.iter().filter_map(arm).collect()
        }
    };
    match sight {
        Sight::All => found,
        Sight::Units(units) => {
            let units: BTreeSet<_> = units.iter().collect();
            let own =
                |arm: &Clause| units.iter().map(|unit| scoped(arm.clone(), &Scope::Unit(**unit))).collect::<Vec<_>>();
            found.iter().flat_map(own).collect()
        }
    }
}

/// Keeps an arm off the arms of wider scopes, so that a target for which a person acts twice stands in the queue once;
/// nothing is left of an arm that lies within another one.
fn apart(arm: Clause, duty: &Duty, duties: &[Duty]) -> Option<Clause> {
    let mut arm = arm;
    for other in duties.iter().filter(|other| (other.state, &other.stage) == (duty.state, &duty.stage)) {
        match (&other.scope, &duty.scope) {
            (Scope::County, Scope::Unit(_) | Scope::Desk(_)) => return None,
            (Scope::Desk(desk), Scope::Unit(_)) => {
                arm = arm.and(Clause::new("t.desk <> ?", vec![Value::from(desk.clone())]));
            }
            _ => {}
        }
    }
    Some(arm)
}

fn scoped(arm: Clause, scope: &Scope) -> Clause {
    match scope {
        Scope::County => arm,
        Scope::Unit(unit) => arm.and(Clause::new("t.unit_id = ?", vec![Value::from(unit.0)])),
        Scope::Desk(desk) => arm.and(Clause::new("t.desk = ?", vec![Value::from(desk.clone())])),
    }
}
