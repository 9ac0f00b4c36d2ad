//! Filters to SQL. Texts are bound, never written into the statement; names are resolved to numbers or asked of the full-text index.

use rusqlite::types::Value;

use super::arms::Clause;
use super::veil;
use crate::domain::access::{self, Duty, Sight};
use crate::domain::people::{Scope, Unit};
use crate::domain::pinyin::initials;
use crate::domain::procedure::Procedure;
use crate::domain::query::{Comparison, Condition, Query};
use crate::domain::target::State;
use crate::domain::text::name_key;
use crate::domain::time::Now;
use crate::store::search;

/// What a filter refers to besides the rows.
pub(super) struct Terms<'a> {
    pub(super) now: Now,
    pub(super) units: &'a [Unit],
    pub(super) duties: &'a [Duty],
    pub(super) sight: &'a Sight,
    pub(super) procedure: &'a Procedure,
}

/// Never holds.
fn nothing() -> Clause {
    Clause::new("0", Vec::new())
}

fn number(column: &str, comparison: Comparison, value: impl Into<Value>) -> Clause {
    Clause::new(&format!("{column} {} ?", comparison.sign()), vec![value.into()])
}

fn joined(parts: impl Iterator<Item = Clause>, word: &str, empty: &str) -> Clause {
    let mut values = Vec::new();
    let pieces: Vec<String> = parts
        .map(|part| {
            values.extend(part.values);
            format!("({})", part.sql)
        })
        .collect();
    let sql = if pieces.is_empty() { empty.to_owned() } else { pieces.join(word) };
    Clause { sql: format!("({sql})"), values }
}

impl Terms<'_> {
    /// The condition of a query whose stages are resolved.
    pub(super) fn compile(&self, query: &Query) -> Clause {
        match query {
            Query::And(parts) => joined(parts.iter().map(|part| self.compile(part)), " and ", "1"),
            Query::Or(parts) => joined(parts.iter().map(|part| self.compile(part)), " or ", "0"),
            Query::Not(part) => {
                let part = self.compile(part);
                Clause { sql: format!("not coalesce({}, 0)", part.sql), values: part.values }
            }
            Query::Is(condition) => self.condition(condition),
        }
    }

    fn condition(&self, condition: &Condition) -> Clause {
        match condition {
            Condition::Words(text) => words(text),
            Condition::Stage(id, _) => {
                Clause::new("(t.state = 'pending' and t.stage = ?)", vec![Value::from(id.clone())])
            }
            Condition::Unit(text) => self.unit(text),
            Condition::Desk(text) => self.desk(text),
            Condition::Project(text) => project(text),
            Condition::Category(text) => self.category(text),
            Condition::State(state) => Clause::new("t.state = ?", vec![Value::from(state.id().to_owned())]),
            Condition::Grade(grade) => {
                let term = grade.map(|grade| grade.term().to_owned());
                Clause::new(&format!("{} is ?", veil::grade_column(self.sight)), vec![Value::from(term)])
            }
            Condition::Amount(comparison, amount) => number("t.amount", *comparison, amount.0),
            Condition::Age(comparison, days) => self.age(*comparison, *days),
            Condition::Round(comparison, round) => number("t.round", *comparison, *round),
            Condition::Year(comparison, year) => number("t.year", *comparison, *year),
            Condition::PriorScore(comparison, score) => number("t.prior_score", *comparison, *score),
            Condition::Findings(comparison, count) => number(veil::findings_column(self.sight), *comparison, *count),
            Condition::Check(id, _) => self.check(id),
            Condition::Mine => joined(self.duties.iter().map(duty), " or ", "0"),
            Condition::Overdue => self.overdue(),
            Condition::KeyProject => Clause::new("t.key_project = 1", Vec::new()),
            Condition::Uncovered => Clause::new("t.uncovered > 0", Vec::new()),
            Condition::Orphan => Clause::new("t.orphans > 0", Vec::new()),
            Condition::Prior => Clause::new("t.prior_text is not null", Vec::new()),
        }
    }

    /// A finding of a check; one that somebody let stand counts only for who may not know of that.
    fn check(&self, id: &str) -> Clause {
        let open = if access::reads_waivers(self.sight) { " and f.waived = 0" } else { "" };
        let sql = format!("t.id in (select f.target_id from finding f where f.check_id = ?{open})");
        Clause::new(&sql, vec![Value::from(id.to_owned())])
    }

    fn unit(&self, text: &str) -> Clause {
        let key = name_key(text);
        let by_initials = text.chars().all(|letter| letter.is_ascii_alphanumeric());
        let fits = |unit: &&Unit| {
            let read_so = || by_initials && initials(&unit.name).iter().any(|reading| reading.contains(&key));
            unit.code.as_deref() == Some(text) || name_key(&unit.name).contains(&key) || read_so()
        };
        let numbers: Vec<String> = self.units.iter().filter(fits).map(|unit| unit.id.to_string()).collect();
        Clause::new(&format!("t.unit_id in ({})", numbers.join(",")), Vec::new())
    }

    fn desk(&self, text: &str) -> Clause {
        let key = name_key(text);
        let mut desks: Vec<&str> = self.units.iter().map(|unit| unit.desk.as_str()).collect();
        desks.sort_unstable();
        desks.dedup();
        let found = desks.into_iter().filter(|desk| !key.is_empty() && name_key(desk).contains(&key));
        joined(found.map(|desk| Clause::new("t.desk = ?", vec![Value::from(desk.to_owned())])), " or ", "0")
    }

    fn category(&self, text: &str) -> Clause {
        let key = name_key(text);
        let found = self.procedure.categories.iter().filter(|category| name_key(category).contains(&key));
        joined(found.map(|one| Clause::new("t.category = ?", vec![Value::from(one.clone())])), " or ", "0")
    }

    /// Whole days that a target has waited; what is finished waits no more.
    fn age(&self, comparison: Comparison, days: i64) -> Clause {
        let at_least = |days: i64| Clause::new("t.since <= ?", vec![Value::from(self.now.at.minus_days(days).0)]);
        let less = |days: i64| Clause::new("t.since > ?", vec![Value::from(self.now.at.minus_days(days).0)]);
        let waited = match comparison {
            Comparison::AtLeast => at_least(days),
            Comparison::More => at_least(days.saturating_add(1)),
            Comparison::Less => less(days),
            Comparison::AtMost => less(days.saturating_add(1)),
            Comparison::Equal => at_least(days).and(less(days.saturating_add(1))),
        };
        let finished = State::ALL.into_iter().filter(|state| state.is_final()).map(|state| format!("'{}'", state.id()));
        let waits = format!("t.state not in ({})", finished.collect::<Vec<_>>().join(","));
        let both = waited.and(Clause::new(&waits, Vec::new()));
        Clause { sql: format!("({})", both.sql), values: both.values }
    }

    fn overdue(&self) -> Clause {
        let today = Value::from(self.now.today.to_string());
        Clause::new("(t.due < ? and t.state in ('returned', 'negotiating'))", vec![today])
    }
}

fn duty(duty: &Duty) -> Clause {
    let stage = duty.stage.clone().unwrap_or_default();
    let place =
        Clause::new("t.state = ? and t.stage = ?", vec![Value::from(duty.state.id().to_owned()), Value::from(stage)]);
    match &duty.scope {
        Scope::County => place,
        Scope::Unit(unit) => place.and(Clause::new("t.unit_id = ?", vec![Value::from(unit.0)])),
        Scope::Desk(desk) => place.and(Clause::new("t.desk = ?", vec![Value::from(desk.clone())])),
    }
}

fn words(text: &str) -> Clause {
    let found = "t.id in (select rowid from target_search where target_search match ?)";
    search::question(text).map_or_else(nothing, |question| Clause::new(found, vec![Value::from(question)]))
}

/// A piece of the project's own name: the full-text index finds it, the name itself keeps the unit's name out.
fn project(text: &str) -> Clause {
    let by_code = Clause::new("t.code = ?", vec![Value::from(text.to_owned())]);
    let key = name_key(text);
    let own = if text.is_ascii() {
        words(text)
    } else {
        words(text).and(Clause::new("instr(t.project_key, ?) > 0", vec![Value::from(key)]))
    };
    joined([by_code, own].into_iter(), " or ", "0")
}
