//! What is shown of the execution of targets. Owns shapes only; the store fills them, each read takes the viewer.

use rust_i18n::t;

use super::progress::{self, Light, Lit};
use super::record::{Filled, Opening, Reported, Warning};
use super::rule::{self, Period};
use crate::domain::check::{self, Evaluated, Report};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::known::Known;
use crate::domain::money::Money;
use crate::domain::target::Submission;

/// The execution of a target, as its case file shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Execution {
    /// That the evaluations of the target's year are open.
    pub opening: Option<Opening>,
    /// Evaluations of the project, the newest year first, in a year the unit's own first.
    pub evaluations: Vec<EvaluationRow>,
    /// What was filled in for each period, in the order of the periods.
    pub filled: Vec<Filled>,
    /// Filling warnings, oldest first.
    pub warnings: Vec<Warning>,
}

impl Execution {
    /// The evaluation of a year and kind.
    pub fn evaluation(&self, year: i32, kind: EvaluationKind) -> Option<&EvaluationRow> {
        self.evaluations.iter().find(|row| row.evaluation.year == Some(year) && row.evaluation.kind == kind)
    }

    /// What was filled in for a period.
    pub fn of_period(&self, period: &str) -> Option<&Filled> {
        self.filled.iter().find(|filled| filled.monitoring.period == period)
    }
}

/// An evaluation with what stands of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationRow {
    /// What stands of it.
    pub reported: Reported,
    /// Its contents.
    pub evaluation: Evaluation,
    /// What was approved as its target, if the file knows it.
    approved: Option<Submission>,
    report: Known<Report>,
}

impl EvaluationRow {
    /// An evaluation with what stands of it. `approved` is the target that was approved for its year, where the file knows one.
    pub fn new(reported: Reported, evaluation: Evaluation, approved: Option<Submission>) -> Self {
        Self { reported, evaluation, approved, report: Known::default() }
    }

    /// What the checks say of it.
    pub fn report(&self) -> &Report {
        self.report.get(|| check::evaluation(&Evaluated::new(&self.evaluation, self.approved.as_ref())))
    }

    /// Its year and its kind (2021 年自评).
    pub fn words(&self) -> String {
        let kind = t!(format!("evaluation.{}", self.evaluation.kind.id()));
        t!("execution.tab.evaluation", year = self.evaluation.year.unwrap_or_default(), kind = kind).into_owned()
    }

    /// Its total, where the form gives a number.
    pub fn total(&self) -> Option<rust_decimal::Decimal> {
        crate::domain::score::points(self.evaluation.score.as_deref())
    }

    /// The grade of its total.
    pub fn grade(&self) -> Option<crate::domain::grade::Grade> {
        self.total().map(rule::grade)
    }
}

/// The lights of a form's indicators, in their order; none where nothing is filled in.
pub fn lights(filled: &Filled, submission: &Submission, period: &Period) -> Vec<Option<Lit>> {
    let all = submission.indicators.iter().zip(&filled.monitoring.indicators);
    all.map(|(indicator, one)| progress::light(indicator, one, period.month)).collect()
}

/// An approved target with its form of a period and its evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetProgress {
    /// The target.
    pub id: TargetId,
    /// The project.
    pub project: String,
    /// Its money.
    pub amount: Option<Money>,
    /// The light of the period's form; none while it is missing.
    pub light: Option<Light>,
    /// Days after the last day.
    pub late: u32,
    /// The total of the unit's own evaluation, as written.
    pub score: Option<String>,
    /// Whether the desk reviewed or returned it; none before.
    pub accepted: Option<bool>,
}

/// How far a unit is with the monitoring of a period and the evaluation of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitProgress {
    /// The unit.
    pub unit: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// The desk in charge.
    pub desk: String,
    /// Approved targets, which have to be monitored and evaluated.
    pub targets: u64,
    /// Their money.
    pub amount: Money,
    /// Targets with a form of the period.
    pub filled: u64,
    /// Of those, filled in after the last day.
    pub late: u64,
    /// Targets without one.
    pub missing: u64,
    /// Forms by their light, in the order of [`Light::WORST_FIRST`].
    pub lights: [u64; 4],
    /// Filling warnings that are not corrected.
    pub warnings: u64,
    /// Targets evaluated by their unit.
    pub evaluated: u64,
    /// Of those, reviewed by the desk.
    pub reviewed: u64,
    /// Of those, returned.
    pub returned: u64,
}

impl UnitProgress {
    /// How many forms have a light.
    pub fn of_light(&self, light: Light) -> u64 {
        let place = Light::WORST_FIRST.iter().position(|other| *other == light).unwrap_or(0);
        self.lights[place]
    }

    /// Adds another one's counts, for a desk or the county.
    pub fn add(&mut self, other: &Self) {
        self.targets += other.targets;
        self.amount = self.amount + other.amount;
        self.filled += other.filled;
        self.late += other.late;
        self.missing += other.missing;
        for (own, more) in self.lights.iter_mut().zip(other.lights) {
            *own += more;
        }
        self.warnings += other.warnings;
        self.evaluated += other.evaluated;
        self.reviewed += other.reviewed;
        self.returned += other.returned;
    }
}
