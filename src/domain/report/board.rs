//! The year board (年度总览): the phases of a year as one pipeline, with their days, what is done of what is due, and what is late.
//!
//! It counts nothing of its own: done and due are figures of the report, so that both always agree. When a phase is due, is data
//! (`data/calendar/plan.toml`); when something is to be published, the register of windows says.

use std::sync::LazyLock;

use jiff::civil::Date;
use rust_i18n::t;
use serde::Deserialize;

use super::figure::{Figure, Value, figures};
use super::rows::Rows;
use super::{Disclosed, Sum, YearFacts};
use crate::domain::calendar;
use crate::domain::execution::rule;
use crate::domain::money::Money;

const FILE: &str = include_str!("../../../data/calendar/plan.toml");

static PLAN: LazyLock<Plan> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    phase: Vec<Planned>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    id: String,
    from: Option<Point>,
    due: Option<Point>,
    part: String,
    whole: Option<String>,
    left: Option<String>,
    money: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    offset: i32,
    day: String,
}

impl Point {
    fn date(&self, year: i32) -> Option<Date> {
        format!("{:04}-{}", year + self.offset, self.day).parse().ok()
    }
}

/// The first and the last day of a phase by the plan, where it says them.
pub fn planned(phase: &str, year: i32) -> (Option<Date>, Option<Date>) {
    let day = |point: &Option<Point>| point.as_ref().and_then(|point| point.date(year));
    let found = PLAN.phase.iter().find(|one| one.id == phase);
    found.map_or((None, None), |one| (day(&one.from), day(&one.due)))
}

/// A phase of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// The stable id, and the key of its name.
    pub id: String,
    /// The first day, if known.
    pub from: Option<Date>,
    /// The last day, if known.
    pub due: Option<Date>,
    /// What is done.
    pub part: Figure,
    /// What is due; of phases that nothing obliges to there is none.
    pub whole: Option<Figure>,
    /// What of it is not done.
    pub left: Option<Figure>,
    /// The money of what is done.
    pub money: Option<Figure>,
}

/// A figure of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cell {
    /// What is done.
    #[default]
    Part,
    /// What is due.
    Whole,
    /// What of it is not done; late after the last day.
    Left,
    /// The money of what is done.
    Money,
}

impl Cell {
    /// All, as they stand in a line.
    pub const ALL: [Self; 4] = [Self::Part, Self::Whole, Self::Left, Self::Money];
}

impl Phase {
    /// Its name in the user's language.
    pub fn name(&self) -> String {
        t!(format!("board.phase.{}", self.id)).into_owned()
    }

    /// A figure of it, if it has it.
    pub fn figure(&self, cell: Cell) -> Option<&Figure> {
        match cell {
            Cell::Part => Some(&self.part),
            Cell::Whole => self.whole.as_ref(),
            Cell::Left => self.left.as_ref(),
            Cell::Money => self.money.as_ref(),
        }
    }

    /// Its money, if it has any and the file can tell it.
    pub fn amount(&self) -> Option<Money> {
        match self.money.as_ref()?.value {
            Value::Money(amount) => Some(amount),
            _ => None,
        }
    }

    /// Done and due; nothing where the file cannot tell, or where nothing is due.
    pub fn progress(&self) -> Option<(u32, u32)> {
        match (self.part.value, self.whole.as_ref()?.value) {
            (Value::Count(part), Value::Count(whole)) if whole > 0 => Some((part.min(whole), whole)),
            _ => None,
        }
    }

    /// How much is left after the last day.
    pub fn late(&self, today: Date) -> u32 {
        let over = self.due.is_some_and(|due| today > due);
        self.progress().filter(|_| over).map_or(0, |(part, whole)| whole - part)
    }
}

/// How much of what should be covered is covered (覆盖面): by targets, by monitoring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The stable id, and the key of its name.
    pub id: &'static str,
    /// How many are covered, of how many; nothing where only money is known of what is due.
    pub count: Option<(u32, u32)>,
    /// How much is covered, of how much; nothing where it is no matter of money.
    pub money: Option<(Money, Money)>,
    /// Opens what is covered; says why nothing can be told.
    pub figure: Figure,
}

impl Covered {
    /// Its name in the user's language.
    pub fn name(&self) -> String {
        t!(format!("board.covered.{}", self.id)).into_owned()
    }

    /// The part and the whole by which it is judged: money where money is known, else how many.
    pub fn share(&self) -> Option<(i64, i64)> {
        let money = self.money.filter(|_| self.is_of_money()).map(|(part, whole)| (part.0, whole.0));
        let count = self.count.map(|(part, whole)| (i64::from(part), i64::from(whole))).filter(|(_, whole)| *whole > 0);
        money.or(count)
    }

    /// Whether its share is one of money.
    pub fn is_of_money(&self) -> bool {
        self.money.is_some_and(|(_, whole)| whole.0 > 0)
    }
}

/// What is covered, in the order shown.
fn covered(facts: &YearFacts, figures: &[Figure]) -> Vec<Covered> {
    let find = |id: &str| figures.iter().find(|one| one.id == id).cloned();
    let counts = |part: Option<Sum>, whole: Sum| part.map(|part| (part.count, whole.count));
    let moneys = |part: Option<Sum>, whole: Sum| part.map(|part| (part.amount, whole.amount));
    let (special, transfer) = (facts.special, facts.transfer);
    let rows = [
        ("special-managed", counts(Some(special.managed), special.due), moneys(Some(special.managed), special.due)),
        ("special-monitored", counts(special.monitored, special.due), moneys(special.monitored, special.due)),
        // What is due of transfers is money that was allocated, not projects.
        ("transfer-managed-amount", None, moneys(Some(transfer.managed), transfer.due)),
        ("transfer-monitored-amount", None, moneys(transfer.monitored, transfer.due)),
        ("whole-handed", facts.preparation.whole, None),
    ];
    let row = |(id, count, money)| Some(Covered { id, count, money, figure: find(id)? });
    rows.into_iter().filter_map(row).collect()
}

/// The board of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The year.
    pub year: i32,
    /// The phases, in the order of the year.
    pub phases: Vec<Phase>,
    /// How much of what should be covered is covered.
    pub covered: Vec<Covered>,
    /// What waits for the viewer, then all figures of the report.
    pub figures: Vec<Figure>,
    /// Targets that wait for the viewer.
    pub mine: u64,
    /// Targets with open warnings.
    pub warned: u32,
    /// Targets that are to be amended and whose last day is over.
    pub overdue: u32,
}

impl Board {
    /// The years in which its phases end and of which no public holidays are known.
    pub fn unknown_years(&self) -> Vec<i16> {
        calendar::unknown_years(self.phases.iter().filter_map(|phase| phase.due))
    }

    /// The board of what the file says of a year; the last three counts are the viewer's.
    pub fn of(facts: &YearFacts, (mine, warned, overdue): (u64, u32, u32)) -> Self {
        let figures = figures(facts);
        let find = |id: &str| figures.iter().find(|one| one.id == id).cloned();
        let phase = |planned: &Planned| {
            let window = |one: &Disclosed| one.window.as_ref().map(|window| (window.from, window.to));
            let known = match planned.id.as_str() {
                "publish-targets" => window(&facts.targets),
                "publish-evaluations" => window(&facts.self_evaluations),
                "evaluate" => facts.opening,
                "monitor" => monitored(facts.year),
                _ => None,
            };
            let day = |point: &Option<Point>| point.as_ref().and_then(|point| point.date(facts.year));
            // Evaluations of a year of which the file holds no targets are counted, but nobody can tell how many are due.
            let uncompared = planned.id == "evaluate" && facts.budgeted_before.count == 0;
            let of = |id: &Option<String>| id.as_deref().filter(|_| !uncompared).and_then(find);
            let part = if uncompared { "own-evaluations" } else { planned.part.as_str() };
            Some(Phase {
                id: planned.id.clone(),
                from: known.map(|(from, _)| from).or_else(|| day(&planned.from)),
                due: known.map(|(_, to)| to).or_else(|| day(&planned.due)),
                part: find(part)?,
                whole: of(&planned.whole),
                left: of(&planned.left),
                money: planned.money.as_deref().and_then(find),
            })
        };
        let phases = PLAN.phase.iter().filter_map(phase).collect();
        let covered = covered(facts, &figures);
        let own = own(facts.year, mine, warned, overdue);
        let figures = own.into_iter().chain(figures).collect();
        Self { year: facts.year, phases, covered, figures, mine, warned, overdue }
    }
}

/// What waits for the viewer, as figures that open their rows.
fn own(year: i32, mine: u64, warned: u32, overdue: u32) -> [Figure; 3] {
    let figure = |id, count: u32, rest: &str| Figure {
        id,
        value: Value::Count(count),
        rows: Rows::Targets(format!("年度:{year} {rest}")),
    };
    let mine = u32::try_from(mine).unwrap_or(u32::MAX);
    [figure("mine", mine, "是:轮到我"), figure("warned", warned, "预警>0"), figure("overdue", overdue, "是:超期")]
}

/// From the end of the usual period of monitoring to the last day on which its forms are due.
fn monitored(year: i32) -> Option<(Date, Date)> {
    let usual = rule::periods("").last()?;
    Some((usual.end(year), usual.due(year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::{Coverage, PreparationTally};
    use jiff::civil::date;

    #[test]
    fn every_phase_of_the_plan_names_figures_that_there_are() {
        let plan: Plan = toml::from_str(FILE).unwrap();
        let before = Sum { count: 1, ..Sum::default() };
        let facts = YearFacts { year: 2020, budgeted_before: before, ..YearFacts::default() };
        let board = Board::of(&facts, (0, 0, 0));
        assert_eq!(board.phases.len(), plan.phase.len());
        for (phase, planned) in board.phases.iter().zip(&plan.phase) {
            assert_eq!(
                (phase.whole.is_some(), phase.left.is_some(), phase.money.is_some()),
                (planned.whole.is_some(), planned.left.is_some(), planned.money.is_some())
            );
            assert_eq!(planned.whole.is_some(), planned.left.is_some(), "what is due and not done opens its rows");
            assert!(planned.from.iter().chain(&planned.due).all(|point| point.date(2020).is_some()), "{}", planned.id);
        }
    }

    #[test]
    fn what_is_covered_is_judged_by_money_and_days_come_from_what_the_file_knows() {
        let of = |count, amount| Sum { count, amount: Money(amount) };
        let special = Coverage { due: of(34, 400), managed: of(33, 300), monitored: Some(of(17, 100)) };
        let transfer = Coverage { due: of(9, 800), managed: of(9, 800), monitored: None };
        let opening = Some((date(2020, 4, 1), date(2020, 5, 20)));
        let facts = YearFacts { year: 2020, special, transfer, opening, ..YearFacts::default() };
        let board = Board::of(&facts, (3, 2, 1));
        let shares: Vec<_> = board.covered.iter().map(|one| (one.id, one.count, one.share())).collect();
        assert_eq!(shares[0], ("special-managed", Some((33, 34)), Some((300, 400))));
        assert_eq!(shares[1], ("special-monitored", Some((17, 34)), Some((100, 400))));
        assert_eq!(shares[2], ("transfer-managed-amount", None, Some((800, 800))));
        assert_eq!((shares[3].2, board.covered[3].figure.value.is_known()), (None, false), "nothing was monitored");
        let evaluate = board.phases.iter().find(|phase| phase.id == "evaluate").unwrap();
        assert_eq!((evaluate.from, evaluate.due), (Some(date(2020, 4, 1)), Some(date(2020, 5, 20))));
        let own: Vec<_> = board.figures.iter().take(3).map(|one| one.value).collect();
        assert_eq!(own, [Value::Count(3), Value::Count(2), Value::Count(1)]);
    }

    #[test]
    fn what_is_left_after_the_last_day_is_late() {
        let sum = |count| Sum { count, ..Sum::default() };
        let preparation = PreparationTally { whole: None, missing: sum(4) };
        let facts = YearFacts { year: 2020, handed: sum(30), preparation, ..YearFacts::default() };
        let board = Board::of(&facts, (0, 0, 0));
        let write = board.phases.iter().find(|phase| phase.id == "write").unwrap();
        assert_eq!(write.progress(), Some((30, 34)));
        assert_eq!((write.late(date(2019, 12, 15)), write.late(date(2019, 12, 16))), (0, 4));
        let none = board.phases.iter().find(|phase| phase.id == "poverty").unwrap();
        assert_eq!((none.progress(), none.late(date(2026, 1, 1))), (None, 0), "nothing is due of nothing");
    }
}
