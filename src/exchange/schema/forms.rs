//! The JSON of forms that are neither targets nor evaluations: monitoring, and a unit's own or a desk's points of a pre-assessment.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::domain::execution::progress::{Cause, Likelihood};
use crate::domain::handin::{HandedForm, HandedMonitoring, MonitoredRow};
use crate::domain::money::Money;
use crate::domain::target::{ProjectName, UnitName};

/// A form of monitoring.
#[derive(Debug, Serialize)]
pub struct MonitoringJson<'a> {
    unit: &'a UnitName,
    project: &'a ProjectName,
    year: Option<i32>,
    /// The last month of the period.
    month: i8,
    budget_fen: Option<i64>,
    executed_fen: Option<i64>,
    expected_fen: Option<i64>,
    indicators: Vec<ProgressJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ProgressJson<'a> {
    name: &'a str,
    value: &'a str,
    expected: &'a str,
    likelihood: Likelihood,
    cause: Option<Cause>,
    reason: &'a str,
}

/// A pre-assessment's points.
#[derive(Debug, Serialize)]
pub struct AssessmentJson<'a> {
    unit: &'a UnitName,
    project: &'a ProjectName,
    year: Option<i32>,
    amount_fen: Option<i64>,
    summary: &'a str,
    items: Vec<ItemJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ItemJson<'a> {
    item: &'a str,
    score: Option<Decimal>,
    reason: &'a str,
    evidence: &'a str,
}

fn fen(money: Option<Money>) -> Option<i64> {
    money.map(|money| money.0)
}

impl<'a> MonitoringJson<'a> {
    /// A form of monitoring; `None` for other forms.
    pub fn new(form: &'a HandedForm) -> Option<Self> {
        let HandedForm::Monitoring(form) = form else { return None };
        let HandedMonitoring { unit, project, year, month, budget, executed, expected, rows } = form.as_ref();
        Some(Self {
            unit,
            project,
            year: *year,
            month: month.0,
            budget_fen: fen(*budget),
            executed_fen: fen(executed.0),
            expected_fen: fen(*expected),
            indicators: rows.iter().map(ProgressJson::new).collect(),
        })
    }
}

impl<'a> ProgressJson<'a> {
    fn new(row: &'a MonitoredRow) -> Self {
        let progress = &row.progress;
        Self {
            name: &row.name,
            value: &progress.value,
            expected: &progress.expected,
            likelihood: progress.likelihood,
            cause: progress.cause,
            reason: &progress.reason,
        }
    }
}

impl<'a> AssessmentJson<'a> {
    /// A unit's own pre-assessment; `None` for other forms.
    pub fn new(form: &'a HandedForm) -> Option<Self> {
        let HandedForm::Assessment(form) = form else { return None };
        let items = form.form.items.iter().map(|one| ItemJson {
            item: &one.item,
            score: one.score,
            reason: &one.reason,
            evidence: &one.evidence,
        });
        Some(Self {
            unit: &form.unit,
            project: &form.project,
            year: form.year,
            amount_fen: fen(form.form.amount),
            summary: &form.form.summary,
            items: items.collect(),
        })
    }
}
