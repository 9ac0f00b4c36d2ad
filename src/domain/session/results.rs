//! What a session has decided so far: by grade, by desk and unit, what enters the budget, what was put off.

use std::collections::BTreeMap;

use super::ItemState;
use super::view::ItemView;
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::procedure::Procedure;
use crate::domain::target::State;

/// Items and their money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Items.
    pub count: u32,
    /// Their amounts.
    pub amount: Money,
}

impl Sum {
    fn add(&mut self, item: &ItemView) {
        self.count += 1;
        self.amount = self.amount + item.amount.unwrap_or(Money::ZERO);
    }
}

/// The decisions of a desk or a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The desk, or the unit.
    pub name: String,
    /// How many got each grade, in the order 优 良 中 差.
    pub grades: [u32; 4],
    /// All decided items.
    pub decided: Sum,
}

/// What a session has decided so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// By grade, in the order 优 良 中 差.
    pub grades: [Sum; 4],
    /// All decided items.
    pub decided: Sum,
    /// Those that go into the budget at once.
    pub budgeted: Sum,
    /// Items put off.
    pub deferred: Sum,
    /// Items that still wait.
    pub waiting: Sum,
    /// Items whose target left the joint stage without a decision of this session.
    pub gone: Sum,
    /// By desk.
    pub desks: Vec<Line>,
    /// By unit.
    pub units: Vec<Line>,
}

impl Results {
    /// Counts a session's items.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a ItemView>, procedure: &Procedure) -> Self {
        let mut results = Self::default();
        let (mut desks, mut units) = (BTreeMap::new(), BTreeMap::new());
        for item in items {
            let place = item.decision.as_ref().and_then(|decision| place(decision.grade));
            match (item.state, place) {
                (ItemState::Decided, Some(place)) => {
                    results.decided.add(item);
                    results.grades[place].add(item);
                    add(desks.entry(item.unit.desk.clone()).or_default(), item, place);
                    add(units.entry((item.unit.id, item.unit.name.clone())).or_default(), item, place);
                    let route = procedure.route(Grade::ALL[place]);
                    if route.is_some_and(|route| route.to == State::Budgeted) {
                        results.budgeted.add(item);
                    }
                }
                (ItemState::Deferred, _) => results.deferred.add(item),
                _ if item.gone => results.gone.add(item),
                _ => results.waiting.add(item),
            }
        }
        let named = |name: String, line: Line| Line { name, ..line };
        results.desks = desks.into_iter().map(|(name, line)| named(name, line)).collect();
        results.units = units.into_iter().map(|((_, name), line)| named(name, line)).collect();
        results
    }
}

fn place(grade: Grade) -> Option<usize> {
    Grade::ALL.into_iter().position(|other| other == grade)
}

fn add(line: &mut Line, item: &ItemView, place: usize) {
    line.grades[place] += 1;
    line.decided.add(item);
}
