//! The figures of the report: each with its value, its definition, and the question that lists its rows.

use rust_decimal::Decimal;
use rust_i18n::t;

use super::Categories;
use super::facts::{Coverage, PovertyTally, Sum, YearFacts};
use super::rows::{Rows, Which};
use crate::domain::money::Money;
use crate::domain::register::{AllocationKind, Content, Inspection, Register};

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// How many.
    Count(u32),
    /// How much.
    Money(Money),
    /// A part of a whole, in per cent: of nothing there is none.
    Share(Decimal, Decimal),
    /// The file cannot tell: the key of the reason.
    Unknown(&'static str),
}

impl Value {
    /// The value in the user's language: `34`, `3,692.00`, `100%`, `—`, or why it cannot be told.
    pub fn words(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Money(amount) => amount.wan(),
            Self::Share(part, whole) => percent(part, whole),
            Self::Unknown(reason) => t!("report.unknown", reason = t!(reason)).into_owned(),
        }
    }

    /// The value within a sentence: round amounts go without decimals, `3,692`.
    pub fn prose(self) -> String {
        let words = self.words();
        let whole = matches!(self, Self::Money(_)).then(|| words.strip_suffix(".00").map(str::to_owned)).flatten();
        whole.unwrap_or(words)
    }

    /// Whether the file can tell it.
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

/// A share in per cent with at most two decimals; `—` of nothing.
fn percent(part: Decimal, whole: Decimal) -> String {
    if whole.is_zero() {
        return "—".to_owned();
    }
    let share = (part * Decimal::from(100) / whole).round_dp(2).normalize();
    format!("{share}%")
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The stable id: in JSON, and the key of its name and definition.
    pub id: &'static str,
    /// What it says.
    pub value: Value,
    /// Where its rows are.
    pub rows: Rows,
}

impl Figure {
    /// What it is called.
    pub fn name(&self) -> String {
        t!(format!("report.figure.{}.name", self.id)).into_owned()
    }

    /// What is counted, and what not.
    pub fn definition(&self) -> String {
        t!(format!("report.figure.{}.definition", self.id)).into_owned()
    }
}

/// The reason why monitoring cannot be told.
const NO_MONITORING: &str = "report.reason.no-monitoring";
/// The reason why whole-department targets cannot be told.
const NO_WHOLE: &str = "report.reason.no-whole";
/// The reason why pre-assessment cannot be told.
const NO_ASSESSMENT: &str = "report.reason.no-assessment";

/// All figures of a year, in the order of the report.
pub fn figures(facts: &YearFacts) -> Vec<Figure> {
    let mut all = Vec::new();
    documents(facts, &mut all);
    targets(facts, &mut all);
    evaluations(facts, &mut all);
    disclosure(facts, &mut all);
    others(facts, &mut all);
    poverty(facts, &mut all);
    all
}

fn figure(id: &'static str, value: Value, rows: Rows) -> Figure {
    Figure { id, value, rows }
}

fn count(length: usize) -> Value {
    Value::Count(u32::try_from(length).unwrap_or(u32::MAX))
}

fn shared(part: u32, whole: u32) -> Value {
    Value::Share(Decimal::from(part), Decimal::from(whole))
}

fn money_share(part: Money, whole: Money) -> Value {
    Value::Share(Decimal::from(part.0), Decimal::from(whole.0))
}

/// What is left of a whole.
fn left(part: u32, whole: u32) -> Value {
    Value::Count(whole.saturating_sub(part))
}

fn documents(facts: &YearFacts, all: &mut Vec<Figure>) {
    let year = Some(facts.year);
    all.push(figure("documents", count(facts.documents.len()), Rows::Records(Register::Document, year, Which::Own)));
    all.push(figure("group", count(facts.group.len()), Rows::Records(Register::Group, None, Which::All)));
    let assessed = facts.assessed.map_or(Value::Unknown(NO_ASSESSMENT), |sum| Value::Count(sum.count));
    all.push(figure("assessed", assessed, Rows::Assessed(facts.year)));
}

fn targets(facts: &YearFacts, all: &mut Vec<Figure>) {
    let (year, categories) = (facts.year, Categories::bundled());
    let query = |rest: &str| Rows::Targets(format!("年度:{year}{rest}"));
    all.push(figure("registered", Value::Count(facts.registered.count), query(" not 状态:已撤回")));
    preparation(facts, all);
    all.push(figure("handed", Value::Count(facts.handed.count), query(" not 状态:待报 not 状态:已撤回")));
    all.push(figure("handed-amount", Value::Money(facts.handed.amount), query(" not 状态:待报 not 状态:已撤回")));
    all.push(figure("budgeted", Value::Count(facts.budgeted.count), query(" 状态:进预算")));
    all.push(figure("budgeted-amount", Value::Money(facts.budgeted.amount), query(" 状态:进预算")));
    let waiting = facts.handed.count.saturating_sub(facts.budgeted.count);
    all.push(figure("unbudgeted", Value::Count(waiting), query(" not 状态:待报 not 状态:已撤回 not 状态:进预算")));
    let special = |rest: &str| query(&format!(" 类别:{}{rest}", categories.special));
    let Coverage { due, managed, monitored } = facts.special;
    let due_rows = || special(" not 状态:已撤回 not 状态:不安排");
    all.push(figure("special-due", Value::Count(due.count), due_rows()));
    all.push(figure("special-due-amount", Value::Money(due.amount), due_rows()));
    all.push(figure("special-managed", Value::Count(managed.count), special(" 状态:进预算")));
    all.push(figure("special-managed-amount", Value::Money(managed.amount), special(" 状态:进预算")));
    all.push(figure("special-managed-share", money_share(managed.amount, due.amount), special(" 状态:进预算")));
    let watched = |value: fn(Sum) -> Value| monitored.map_or(Value::Unknown(NO_MONITORING), value);
    let monitoring = || Rows::Monitored(year, categories.special.as_str());
    all.push(figure("special-monitored", watched(|sum| Value::Count(sum.count)), monitoring()));
    all.push(figure("special-monitored-amount", watched(|sum| Value::Money(sum.amount)), monitoring()));
    let share = monitored.map_or(Value::Unknown(NO_MONITORING), |sum| money_share(sum.amount, due.amount));
    all.push(figure("special-monitored-share", share, monitoring()));
    let rest = monitored.map_or(Value::Unknown(NO_MONITORING), |sum| left(sum.count, managed.count));
    all.push(figure("special-unmonitored", rest, Rows::Unmonitored(year, categories.special.as_str())));
    let Coverage { due, managed, monitored } = facts.transfer;
    let allocated = || Rows::Records(Register::Allocation, Some(year), Which::Of(AllocationKind::Transfer));
    let transfer = || query(&format!(" 类别:{} 状态:进预算", categories.transfer));
    all.push(figure("transfer-due-amount", Value::Money(due.amount), allocated()));
    all.push(figure("transfer-managed-amount", Value::Money(managed.amount), transfer()));
    all.push(figure("transfer-managed-share", money_share(managed.amount, due.amount), transfer()));
    let monitoring = || Rows::Monitored(year, categories.transfer.as_str());
    let watched = monitored.map_or(Value::Unknown(NO_MONITORING), |sum| Value::Money(sum.amount));
    all.push(figure("transfer-monitored-amount", watched, monitoring()));
    let share = monitored.map_or(Value::Unknown(NO_MONITORING), |sum| money_share(sum.amount, due.amount));
    all.push(figure("transfer-monitored-share", share, monitoring()));
}

/// Who has handed in, and what is missing.
fn preparation(facts: &YearFacts, all: &mut Vec<Figure>) {
    let (year, tally) = (facts.year, &facts.preparation);
    let whole = |of: fn((u32, u32)) -> u32| tally.whole.map_or(Value::Unknown(NO_WHOLE), |one| Value::Count(of(one)));
    let owed = facts.handed.count + tally.missing.count;
    all.push(figure("owed", Value::Count(owed), Rows::Owed(year)));
    all.push(figure("missing", Value::Count(tally.missing.count), Rows::Preparation(year)));
    all.push(figure("missing-amount", Value::Money(tally.missing.amount), Rows::Preparation(year)));
    all.push(figure("whole-owed", whole(|(_, owed)| owed), Rows::Units));
    all.push(figure("whole-handed", whole(|(handed, _)| handed), Rows::Wholes(year)));
}

fn evaluations(facts: &YearFacts, all: &mut Vec<Figure>) {
    let before = Rows::Targets(format!("年度:{} 状态:进预算", facts.year - 1));
    all.push(figure("budgeted-before", Value::Count(facts.budgeted_before.count), before));
    let (before, evaluated) = (facts.budgeted_before.count, facts.evaluated_before.count);
    all.push(figure("evaluated", Value::Count(evaluated), Rows::Evaluated(facts.year - 1)));
    all.push(figure("unevaluated", left(evaluated, before), Rows::Unevaluated(facts.year - 1)));
    let rows = || Rows::OwnEvaluations(facts.year - 1);
    all.push(figure("own-evaluations", Value::Count(facts.own_evaluations.count), rows()));
    let key_projects = facts.reevaluations.iter().filter(|one| one.key_project).count();
    all.push(figure("key-evaluations", count(key_projects), Rows::KeyEvaluations(facts.year)));
    all.push(figure("reevaluations", count(facts.reevaluations.len()), Rows::Reevaluations(facts.year)));
}

fn disclosure(facts: &YearFacts, all: &mut Vec<Figure>) {
    let (units, year) = (facts.units, facts.year);
    let records = |year, which| Rows::Records(Register::Disclosure, Some(year), which);
    all.push(figure("units", Value::Count(units.all), Rows::Units));
    all.push(figure("townships", Value::Count(units.townships), Rows::Townships));
    let one = &facts.targets;
    let rows = |which: fn(Content) -> Which| records(year, which(Content::Targets));
    all.push(figure("disclosed-targets", Value::Count(one.units), rows(Which::Published)));
    all.push(figure("disclosed-targets-inside", Value::Count(one.inside), rows(Which::Inside)));
    let missing = Rows::Missing(year, Content::Targets);
    all.push(figure("disclosed-targets-share", shared(one.units, units.all), missing.clone()));
    all.push(figure("undisclosed-targets", left(one.units, units.all), missing));
    let one = &facts.self_evaluations;
    let rows = |which: fn(Content) -> Which| records(year - 1, which(Content::SelfEvaluations));
    all.push(figure("disclosed-evaluations", Value::Count(one.units), rows(Which::Published)));
    all.push(figure("disclosed-evaluations-inside", Value::Count(one.inside), rows(Which::Inside)));
    let missing = Rows::Missing(year - 1, Content::SelfEvaluations);
    all.push(figure("disclosed-evaluations-share", shared(one.units, units.all), missing.clone()));
    all.push(figure("undisclosed-evaluations", left(one.units, units.all), missing));
}

fn others(facts: &YearFacts, all: &mut Vec<Figure>) {
    let year = Some(facts.year);
    let people = facts.trainings.iter().filter_map(|one| one.people).sum();
    all.push(figure("trainings", count(facts.trainings.len()), Rows::Records(Register::Training, year, Which::All)));
    all.push(figure("trained", Value::Count(people), Rows::Records(Register::Training, year, Which::All)));
    all.push(figure("publicity", count(facts.publicity.len()), Rows::Records(Register::Publicity, year, Which::All)));
}

fn poverty(facts: &YearFacts, all: &mut Vec<Figure>) {
    let (raised, corrected) = facts.filling_warnings;
    all.push(figure("filling-warnings", Value::Count(raised), Rows::FillingWarnings(facts.year, false)));
    all.push(figure("filling-warnings-corrected", Value::Count(corrected), Rows::FillingWarnings(facts.year, true)));
    let rows = |which| Rows::Records(Register::Poverty, Some(facts.year), which);
    let PovertyTally { projects, filled, reviewed, in_step, .. } = facts.poverty;
    all.push(figure("poverty", Value::Count(projects.count), rows(Which::All)));
    all.push(figure("poverty-amount", Value::Money(projects.amount), rows(Which::All)));
    all.push(figure("poverty-filled", Value::Count(filled.count), rows(Which::Filled)));
    all.push(figure("poverty-filled-amount", Value::Money(filled.amount), rows(Which::Filled)));
    all.push(figure("poverty-reviewed", Value::Count(reviewed.count), rows(Which::Reviewed)));
    all.push(figure("poverty-reviewed-share", shared(reviewed.count, projects.count), rows(Which::Reviewed)));
    all.push(figure("poverty-unreviewed", left(reviewed.count, projects.count), rows(Which::Unreviewed)));
    all.push(figure("poverty-in-step", Value::Count(in_step), rows(Which::InStep)));
    let inspected = || Rows::Records(Register::Inspection, Some(facts.year), Which::All);
    let total = |of: fn(&Inspection) -> Option<u32>| Value::Count(facts.inspections.iter().filter_map(of).sum());
    all.push(figure("inspections", count(facts.inspections.len()), inspected()));
    all.push(figure("problems", total(|one| one.problems), inspected()));
    all.push(figure("rectified", total(|one| one.rectified), inspected()));
    let before = |which| Rows::Records(Register::Poverty, Some(facts.year - 1), which);
    let PovertyTally { projects, evaluated, evaluation_reviewed, .. } = facts.poverty_before;
    let (done, checked) = (evaluated.count, evaluation_reviewed.count);
    all.push(figure("poverty-before", Value::Count(projects.count), before(Which::All)));
    all.push(figure("poverty-before-amount", Value::Money(projects.amount), before(Which::All)));
    all.push(figure("poverty-evaluated", Value::Count(done), before(Which::Evaluated)));
    all.push(figure("poverty-evaluated-share", shared(done, projects.count), before(Which::Evaluated)));
    all.push(figure("poverty-evaluation-reviewed", Value::Count(checked), before(Which::EvaluationReviewed)));
    let rest = left(checked, projects.count);
    all.push(figure("poverty-evaluation-unreviewed", rest, before(Which::EvaluationUnreviewed)));
    let share = shared(checked, projects.count);
    all.push(figure("poverty-evaluation-reviewed-share", share, before(Which::EvaluationReviewed)));
}
