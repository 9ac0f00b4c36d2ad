//! A tab under a filter as conditions and statements: which rows, in which order, and along which index they are found.

use rusqlite::types::Value;

use super::arms::{Arm, Clause};
use crate::domain::access::Sight;
use crate::domain::view::Sort;

/// How the rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// Arm by arm, each along its index.
    Arms,
    /// The full-text index names a few targets, which are looked up and sorted.
    Few,
    /// It names many: the rows are walked along the index of the order until a page of them is found.
    Many,
}

/// A tab under a filter, ready to be asked.
pub(super) struct Scope {
    pub(super) arms: Vec<Arm>,
    pub(super) filter: Option<Clause>,
    pub(super) plan: Plan,
    pub(super) sort: Sort,
    pub(super) sight: Sight,
}

impl Sort {
    /// The column that sorts, and whether the largest comes first.
    pub(super) const fn key(self) -> (&'static str, bool) {
        match self {
            Self::Waiting => ("t.since", false),
            Self::Amount => ("ifnull(t.amount, -1)", true),
            Self::Unit => ("t.unit_id", false),
            Self::Number => ("t.id", false),
        }
    }
}

impl Plan {
    /// Whether rows are found arm by arm, so that each must be a piece that an index gives in order.
    pub(super) fn goes_by_arms(self, arms: &[Arm], sort: Sort) -> bool {
        match self {
            Self::Arms => true,
            Self::Few => false,
            Self::Many => whole_year(arms, sort).is_none(),
        }
    }
}

/// The year of several arms that all reach over the whole county, so that walking through it once is less work, where an index holds all of it in
/// the order.
fn whole_year(arms: &[Arm], sort: Sort) -> Option<i32> {
    let year = arms.first()?.year();
    (sort != Sort::Waiting && arms.len() > 1 && arms.iter().all(|arm| arm.is_wide() && arm.year() == year))
        .then_some(year)
}

/// The key of a row: what sorts it, and its number.
pub(super) type Key = (i64, i64);

/// Rows that one statement finds.
struct Group {
    condition: Clause,
    /// The index that gives them in order.
    index: Option<&'static str>,
}

impl Scope {
    /// Whether the rows run from small to large keys.
    pub(super) const fn rises(&self, backwards: bool) -> bool {
        self.sort.key().1 == backwards
    }

    fn groups(&self) -> Vec<Group> {
        match (self.plan, whole_year(&self.arms, self.sort)) {
            _ if self.arms.is_empty() => Vec::new(),
            (Plan::Few, _) => vec![Group { condition: self.any_arm(), index: None }],
            (Plan::Many, Some(year)) => {
                let condition = Clause::new("t.year = ?", vec![Value::from(year)]).and(self.any_arm());
                vec![Group { condition, index: Some(Arm::of(year, None).index(self.sort)) }]
            }
            _ => self.arms.iter().map(|arm| self.of_arm(arm)).collect(),
        }
    }

    fn of_arm(&self, arm: &Arm) -> Group {
        Group { condition: arm.clause(), index: Some(arm.index(self.sort)) }
    }

    /// That a row is in any of the arms; nothing that an index is chosen for.
    fn any_arm(&self) -> Clause {
        let mut values = Vec::new();
        let clauses = self.arms.iter().map(Arm::clause).map(|clause| {
            values.extend(clause.values);
            format!("({})", clause.sql)
        });
        let sql = format!("+({})", clauses.collect::<Vec<_>>().join(" or "));
        Clause { sql, values }
    }

    fn whole(&self, condition: Clause, extra: Option<&Clause>) -> Clause {
        [extra, self.filter.as_ref()].into_iter().flatten().fold(condition, |all, one| all.and(one.clone()))
    }

    /// The conditions of the rows, with a further one; no row meets two of them.
    pub(super) fn conditions(&self, extra: Option<&Clause>) -> Vec<Clause> {
        self.groups().into_iter().map(|group| self.whole(group.condition, extra)).collect()
    }

    /// The statements for the first keys in order; their last value is how many.
    pub(super) fn ordered(&self, extra: Option<&Clause>, backwards: bool) -> Vec<Clause> {
        let (key, way) = (self.sort.key().0, if self.rises(backwards) { "asc" } else { "desc" });
        let statement = |group: Group| {
            let by = group.index.map_or_else(String::new, |index| format!(" indexed by {index}"));
            let Clause { sql, values } = self.whole(group.condition, extra);
            let sql =
                format!("select {key}, t.id from target t{by} where {sql} order by {key} {way}, t.id {way} limit ?");
            Clause { sql, values }
        };
        self.groups().into_iter().map(statement).collect()
    }

    /// What lies before a key: rows that another value sorts, and rows of the same value.
    pub(super) fn before(&self, key: Key) -> [Clause; 2] {
        let (column, sign) = (self.sort.key().0, if self.rises(true) { ">" } else { "<" });
        let other = Clause::new(&format!("{column} {sign} ?"), vec![Value::from(key.0)]);
        let equal = format!("{column} = ? and t.id {sign} ?");
        [other, Clause::new(&equal, vec![Value::from(key.0), Value::from(key.1)])]
    }

    /// What lies beyond a key, forwards or backwards.
    pub(super) fn beyond(&self, key: Key, backwards: bool) -> Clause {
        let (column, sign) = (self.sort.key().0, if self.rises(backwards) { ">" } else { "<" });
        // Two values are compared by an index of columns alone: of one of an expression the first is looked for by itself, else SQLite would
        // walk there from the index's beginning.
        let sql = format!("{column} {sign}= ? and ({column}, t.id) {sign} (?, ?)");
        Clause::new(&sql, vec![Value::from(key.0), Value::from(key.0), Value::from(key.1)])
    }
}
