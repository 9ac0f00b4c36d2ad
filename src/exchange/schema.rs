//! The stable JSON of what was read (design §9): targets, evaluations, problems.
//!
//! Owns names and order of the fields. An absent fact is null, a field left blank is "".

mod forms;

use serde::Serialize;

use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::handin::{HandIn, HandedTarget, Problem};
use crate::domain::register::Record;
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};
use forms::{AssessmentJson, MonitoringJson};

/// `import --dry-run --json`.
#[derive(Debug, Serialize)]
pub struct HandInJson<'a> {
    targets: Vec<TargetJson<'a>>,
    evaluations: Vec<EvaluationJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    monitorings: Vec<MonitoringJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assessments: Vec<AssessmentJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    records: Vec<&'a Record>,
    problems: &'a [Problem],
}

/// T: a target with one submission. `show --json` uses it too.
#[derive(Debug, Serialize)]
pub struct TargetJson<'a> {
    unit: &'a UnitName,
    project: &'a ProjectName,
    year: Option<i32>,
    category: Option<&'a str>,
    amount_fen: Option<i64>,
    objective: &'a str,
    indicators: Vec<IndicatorJson<'a>>,
}

#[derive(Debug, Serialize)]
struct IndicatorJson<'a> {
    l1: Option<&'a str>,
    l2: Option<&'a str>,
    l3: Option<&'a str>,
    sign: Option<&'static str>,
    value: Option<&'a str>,
    unit: Option<&'a str>,
    weight: Option<&'a str>,
}

/// E: an evaluation.
#[derive(Debug, Serialize)]
pub struct EvaluationJson<'a> {
    unit: &'a UnitName,
    project: &'a ProjectName,
    year: Option<i32>,
    kind: &'static str,
    budget_fen: Option<i64>,
    executed_fen: Option<i64>,
    score: Option<&'a str>,
    indicators: &'a [EvaluationIndicator],
}

impl<'a> HandInJson<'a> {
    /// All of several hand-ins, in their order; `problems` are theirs and the unreadable files'.
    pub fn new(handins: &'a [HandIn], problems: &'a [Problem]) -> Self {
        let targets = handins.iter().flat_map(|one| &one.targets).map(TargetJson::of_handed).collect();
        let evaluations = handins.iter().flat_map(|one| &one.evaluations).map(EvaluationJson::new).collect();
        let forms = || handins.iter().flat_map(|one| &one.forms);
        let monitorings = forms().filter_map(MonitoringJson::new).collect();
        let assessments = forms().filter_map(AssessmentJson::new).collect();
        let records = handins.iter().flat_map(|one| &one.records).map(|one| &one.record).collect();
        Self { targets, evaluations, monitorings, assessments, records, problems }
    }
}

impl<'a> TargetJson<'a> {
    /// A target as a form states it.
    pub fn of_handed(target: &'a HandedTarget) -> Self {
        Self::new(&target.unit, &target.project, target.year, target.category.as_deref(), &target.submission)
    }

    /// A target by its parts, wherever they are kept.
    pub fn new(
        unit: &'a UnitName,
        project: &'a ProjectName,
        year: Option<i32>,
        category: Option<&'a str>,
        submission: &'a Submission,
    ) -> Self {
        Self {
            unit,
            project,
            year,
            category,
            amount_fen: submission.amount.map(|amount| amount.0),
            objective: &submission.objective,
            indicators: submission.indicators.iter().map(IndicatorJson::new).collect(),
        }
    }
}

impl<'a> IndicatorJson<'a> {
    fn new(indicator: &'a Indicator) -> Self {
        Self {
            l1: indicator.l1.as_deref(),
            l2: indicator.l2.as_deref(),
            l3: indicator.l3.as_deref(),
            sign: indicator.sign.map(crate::domain::measure::Sign::term),
            value: indicator.value.as_deref(),
            unit: indicator.unit.as_deref(),
            weight: indicator.weight.as_deref(),
        }
    }
}

impl<'a> EvaluationJson<'a> {
    /// An evaluation.
    pub fn new(evaluation: &'a Evaluation) -> Self {
        Self {
            unit: &evaluation.unit,
            project: &evaluation.project,
            year: evaluation.year,
            kind: evaluation.kind.id(),
            budget_fen: evaluation.budget.map(|amount| amount.0),
            executed_fen: evaluation.executed.map(|amount| amount.0),
            score: evaluation.score.as_deref(),
            indicators: &evaluation.indicators,
        }
    }
}
