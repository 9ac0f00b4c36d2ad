//! The pieces that a queue is made of: each an equality on year, place and scope, so that one index gives its rows in the wanted order.
//! A queue is the ordered union of its arms (`queue` merges them).

use std::collections::BTreeSet;

use rusqlite::types::Value;

use super::scope::Key;
use crate::domain::access::{Duty, Sight};
use crate::domain::ids::UnitId;
use crate::domain::people::{Scope, Unit};
use crate::domain::target::State;
use crate::domain::view::{Sort, Tab};
use crate::store::page::Edge;

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

    /// Whether nothing can be found, whatever the rows are.
    pub(super) fn never_holds(&self) -> bool {
        self.sql.trim_matches(['(', ')']) == "0"
    }

    /// Both hold.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.sql = format!("{} and {}", self.sql, other.sql);
        self.values.extend(other.values);
        self
    }
}

/// What decides in which pieces a target lies.
pub(super) struct Whereabouts {
    pub(super) year: i32,
    pub(super) state: String,
    pub(super) stage: String,
    pub(super) unit: UnitId,
    pub(super) desk: String,
}

/// The two sides of a key in an index, each from an edge to an edge: the smaller entries and the larger ones.
pub(super) struct Sides {
    pub(super) index: &'static str,
    pub(super) small: (Edge, Edge),
    pub(super) large: (Edge, Edge),
}

/// A piece of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arm {
    year: i32,
    /// State and stage (empty unless pending); anywhere if `None`.
    place: Option<(State, String)>,
    unit: Option<UnitId>,
    desk: Option<String>,
    /// Desks whose targets belong to another arm.
    without: Vec<String>,
}

impl Arm {
    pub(super) fn of(year: i32, place: Option<(State, &str)>) -> Self {
        let place = place.map(|(state, stage)| (state, stage.to_owned()));
        Self { year, place, unit: None, desk: None, without: Vec::new() }
    }

    /// Its year.
    pub(super) const fn year(&self) -> i32 {
        self.year
    }

    /// Whether it reaches over the whole county.
    pub(super) const fn is_wide(&self) -> bool {
        self.unit.is_none() && self.desk.is_none()
    }

    /// What of it lies within a scope, if anything.
    fn within(mut self, scope: &Scope) -> Option<Self> {
        match scope {
            Scope::County => {}
            Scope::Unit(unit) => {
                if self.unit.replace(*unit).is_some_and(|own| own != *unit) {
                    return None;
                }
            }
            Scope::Desk(desk) => self.desk = Some(desk.clone()),
        }
        Some(self)
    }

    /// The condition on `target t`.
    pub(super) fn clause(&self) -> Clause {
        let mut clause = Clause::new("t.year = ?", vec![Value::from(self.year)]);
        if let Some((state, stage)) = &self.place {
            let values = vec![Value::from(state.id().to_owned()), Value::from(stage.clone())];
            clause = clause.and(Clause::new("t.state = ? and t.stage = ?", values));
        }
        if let Some(unit) = self.unit {
            clause = clause.and(Clause::new("t.unit_id = ?", vec![Value::from(unit.0)]));
        }
        let desk = |sql: &str, desk: &String| Clause::new(sql, vec![Value::from(desk.clone())]);
        if let Some(own) = &self.desk {
            clause = clause.and(desk("t.desk = ?", own));
        }
        self.without.iter().fold(clause, |clause, other| clause.and(desk("t.desk <> ?", other)))
    }

    /// The index that gives the rows of a piece in an order. Only the targets of a single unit may have to be sorted.
    pub(super) const fn index(&self, sort: Sort) -> &'static str {
        match (self.place.is_some(), self.unit.is_some(), self.desk.is_some(), sort) {
            (true, true, _, _) | (true, _, _, Sort::Unit | Sort::Number) => "target_place_unit",
            (false, true, _, _) | (false, _, _, Sort::Unit) => "target_year_unit",
            (true, _, _, Sort::Amount) => "target_desk_amount",
            (true, _, true, Sort::Waiting) => "target_desk",
            (true, _, false, Sort::Waiting) => "target_place",
            (false, _, _, Sort::Amount) => "target_amount",
            (false, _, _, Sort::Number | Sort::Waiting) => "target_year",
        }
    }

    /// Whether a target's row lies in it.
    pub(super) fn holds(&self, of: &Whereabouts) -> bool {
        self.year == of.year
            && self.place.as_ref().is_none_or(|(state, stage)| state.id() == of.state && *stage == of.stage)
            && self.unit.is_none_or(|unit| unit == of.unit)
            && self.desk.as_ref().is_none_or(|desk| *desk == of.desk)
            && !self.without.contains(&of.desk)
    }

    /// Where its rows before and behind a key lie in the index of the order; `None` where the index alone does not tell.
    pub(super) fn sides(&self, sort: Sort, key: Key) -> Option<Sides> {
        let whole = self.unit.is_none() && self.desk.is_none();
        let told = match sort {
            Sort::Waiting => self.place.is_some() && self.unit.is_none(),
            Sort::Amount => whole || (self.place.is_some() && self.unit.is_none()),
            Sort::Number => self.unit.is_some() || (self.place.is_none() && whole),
            Sort::Unit => self.unit.is_some() || whole,
        };
        if !told || !self.without.is_empty() || (self.unit.is_some() && self.desk.is_some()) {
            return None;
        }
        let own = self.first_values();
        let beside = |values: &[Value]| {
            let all = [&own, values].concat();
            (Edge::before(all.clone()), Edge::behind(all))
        };
        let (first, last) = beside(&[]);
        let (before, behind) = match (sort, self.unit) {
            (Sort::Unit, Some(unit)) if unit.0 > key.0 => (first.clone(), first.clone()),
            (Sort::Unit, Some(unit)) if unit.0 < key.0 => (last.clone(), last.clone()),
            (Sort::Unit, Some(_)) | (Sort::Number, _) => beside(&[Value::from(key.1)]),
            _ => beside(&[Value::from(key.0), Value::from(key.1)]),
        };
        Some(Sides { index: self.index(sort), small: (first, before), large: (behind, last) })
    }

    /// What its rows have in common, in the order of its index.
    fn first_values(&self) -> Vec<Value> {
        let mut values = vec![Value::from(self.year)];
        values.extend(self.desk.clone().map(Value::from));
        if let Some((state, stage)) = &self.place {
            values.extend([Value::from(state.id().to_owned()), Value::from(stage.clone())]);
        }
        values.extend(self.unit.map(|unit| Value::from(unit.0)));
        values
    }

    /// Of what pieces it must be merged, because no index holds the whole of it in the order.
    pub(super) const fn merged(&self, sort: Sort) -> Option<Part> {
        match (self.place.is_some(), self.unit.is_some(), self.desk.is_some(), sort) {
            (false, false, false, Sort::Waiting) => Some(Part::Places),
            (_, true, _, _) | (false, _, false, _) | (true, _, true, Sort::Waiting | Sort::Amount) => None,
            (true, _, false, Sort::Waiting | Sort::Unit) => None,
            (true, _, false, Sort::Amount) => Some(Part::Desks),
            _ => Some(Part::Units),
        }
    }

    /// The same in pieces that indexes give in the order; `places` are those of its year.
    pub(super) fn pieces(self, sort: Sort, units: &[Unit], places: &[(State, String)]) -> Vec<Self> {
        match self.merged(sort) {
            None => vec![self],
            Some(Part::Places) => {
                places.iter().map(|place| Self { place: Some(place.clone()), ..self.clone() }).collect()
            }
            Some(Part::Desks) => {
                let desks: BTreeSet<&String> = units.iter().map(|unit| &unit.desk).collect();
                desks.into_iter().map(|desk| Self { desk: Some(desk.clone()), ..self.clone() }).collect()
            }
            Some(Part::Units) => {
                let own = units.iter().filter(|unit| self.desk.as_ref().is_none_or(|desk| unit.desk == *desk));
                let own = own.filter(|unit| !self.without.contains(&unit.desk));
                // A unit's targets are its desk's, so that nothing need be asked beside the unit.
                let of_unit = |unit: &Unit| Self { unit: Some(unit.id), ..Self::of(self.year, None) };
                own.map(|unit| Self { place: self.place.clone(), ..of_unit(unit) }).collect()
            }
        }
    }
}

/// What an arm is merged from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Places,
    Desks,
    Units,
}

/// The arms of a tab in a year for what a viewer sees; no arm, no row.
pub(super) fn arms(year: i32, tab: &Tab, duties: &[Duty], sight: &Sight) -> Vec<Arm> {
    let found = match tab {
        Tab::All => vec![Arm::of(year, None)],
        Tab::Stage(stage) => vec![Arm::of(year, Some((State::Pending, stage)))],
        Tab::States(states) => states.iter().map(|state| Arm::of(year, Some((*state, "")))).collect(),
        Tab::Mine => {
            let arm = |duty: &Duty| {
                let place = Arm::of(year, Some((duty.state, duty.stage.as_deref().unwrap_or_default())));
                apart(place.within(&duty.scope)?, duty, duties)
            };
            duties.iter().filter_map(arm).collect()
        }
    };
    match sight {
        Sight::All => found,
        Sight::Units(own) => {
            let own: BTreeSet<_> = own.iter().collect();
            let parts =
                |arm: &Arm| own.iter().filter_map(|unit| arm.clone().within(&Scope::Unit(**unit))).collect::<Vec<_>>();
            found.iter().flat_map(parts).collect()
        }
    }
}

/// Keeps an arm off the arms of wider scopes, so that a target for which a person acts twice stands in the queue once;
/// nothing is left of an arm that lies within another one.
fn apart(mut arm: Arm, duty: &Duty, duties: &[Duty]) -> Option<Arm> {
    for other in duties.iter().filter(|other| (other.state, &other.stage) == (duty.state, &duty.stage)) {
        match (&other.scope, &duty.scope) {
            (Scope::County, Scope::Unit(_) | Scope::Desk(_)) => return None,
            (Scope::Desk(desk), Scope::Unit(_)) => arm.without.push(desk.clone()),
            _ => {}
        }
    }
    Some(arm)
}
