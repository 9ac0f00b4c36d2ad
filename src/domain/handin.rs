//! What a file hands in, read but not yet taken: targets, evaluations and the problems met on the way.
//!
//! The bridge between `exchange`, which reads it, and `decide`, which takes it. Shapes as in design §9.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::assessment::record::HandedAssessment;
use super::assessment::wish::{AssessmentWish, ScoreSheet};
use super::command::Command;
use super::evaluation::Evaluation;
use super::execution::progress::Progress;
use super::execution::wish::ExecutionWish;
use super::measure::{Measure, fold};
use super::money::Money;
use super::register::Record;
use super::target::{Indicator, ProjectName, Submission, UnitName};

/// All that was read from one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandIn {
    /// Targets in the file's order.
    pub targets: Vec<HandedTarget>,
    /// Evaluations in the file's order.
    pub evaluations: Vec<Evaluation>,
    /// Records of registers in the file's order.
    pub records: Vec<HandedRecord>,
    /// Other forms in the file's order.
    pub forms: Vec<HandedForm>,
    /// What went wrong or is doubtful, in the file's order.
    pub problems: Vec<Problem>,
    /// Where the targets and evaluations stand; nothing when they come from no file.
    pub places: Places,
}

/// Where what was read stands in its file: addresses such as `Sheet1!B7`, in the order of targets, evaluations and other forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// The project of each target.
    pub targets: Vec<String>,
    /// The cells of each evaluation.
    pub evaluations: Vec<EvaluationPlaces>,
    /// The project of each other form.
    pub forms: Vec<String>,
}

/// Where the parts of an evaluation stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvaluationPlaces {
    /// The project's name.
    pub project: String,
    /// The amount executed; blank where none is stated.
    pub executed: String,
    /// Target value and actual value of each indicator.
    pub indicators: Vec<(String, String)>,
}

impl HandIn {
    /// Whether a problem forbids taking anything from the file.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// A record of a register as a list states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedRecord {
    /// The record.
    pub record: Record,
    /// Sheet and cell, or line, of its row.
    pub place: String,
    /// The cells of its fields, by their ids.
    pub cells: BTreeMap<&'static str, String>,
}

/// A form that is neither target nor evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedForm {
    /// A unit's own assessment of a project.
    Assessment(Box<HandedAssessment>),
    /// A desk's points for a pre-assessment.
    Scores(Box<ScoreSheet>),
    /// A form of monitoring.
    Monitoring(Box<HandedMonitoring>),
}

impl HandedForm {
    /// Unit and project.
    pub const fn of(&self) -> (&UnitName, &ProjectName) {
        match self {
            Self::Assessment(one) => (&one.unit, &one.project),
            Self::Scores(one) => (&one.unit, &one.project),
            Self::Monitoring(one) => (&one.unit, &one.project),
        }
    }

    /// Unit and year, to be completed.
    pub fn of_mut(&mut self) -> (&mut UnitName, &mut Option<i32>) {
        match self {
            Self::Assessment(one) => (&mut one.unit, &mut one.year),
            Self::Scores(one) => (&mut one.unit, &mut one.year),
            Self::Monitoring(one) => (&mut one.unit, &mut one.year),
        }
    }

    /// The money that it is about.
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::Assessment(one) => one.form.amount,
            Self::Scores(_) => None,
            Self::Monitoring(one) => one.budget,
        }
    }

    /// How many items or indicators it has.
    pub fn count(&self) -> usize {
        match self {
            Self::Assessment(one) => one.form.items.len(),
            Self::Scores(one) => one.scores.len(),
            Self::Monitoring(one) => one.rows.len(),
        }
    }

    /// The command that takes it.
    pub fn command(self) -> Command {
        match self {
            Self::Assessment(one) => Command::Assessment(Box::new(AssessmentWish::Fill(one))),
            Self::Scores(one) => Command::Assessment(Box::new(AssessmentWish::TakeScores(one))),
            Self::Monitoring(one) => Command::Execution(Box::new(ExecutionWish::Take(one))),
        }
    }
}

/// A form of monitoring as it states itself: its indicators are found by their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandedMonitoring {
    /// The unit.
    pub unit: UnitName,
    /// The project.
    pub project: ProjectName,
    /// The target's year; `None` when the form does not say.
    pub year: Option<i32>,
    /// The last month of the period, and where it is said.
    pub month: (i8, String),
    /// 全年预算数.
    pub budget: Option<Money>,
    /// What was executed so far, and where it is said.
    pub executed: (Option<Money>, String),
    /// What is expected to be executed in the whole year.
    pub expected: Option<Money>,
    /// The indicators.
    pub rows: Vec<MonitoredRow>,
}

/// An indicator of a form of monitoring.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonitoredRow {
    /// Its name.
    pub name: String,
    /// How far it is.
    pub progress: Progress,
    /// Where its value so far stands.
    pub place: String,
}

/// A target as a form states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedTarget {
    /// The unit that implements the project.
    pub unit: UnitName,
    /// The project.
    pub project: ProjectName,
    /// Budget year; `None` when the form does not say.
    pub year: Option<i32>,
    /// Category, if the form says.
    pub category: Option<String>,
    /// Amount, objective and indicators.
    pub submission: Submission,
}

impl Submission {
    /// The same contents as the importer reads them from a form, so that what is typed in, told, or read again from a form
    /// of ours is the same submission: half-width values and units, sign and unit apart, a blank name `""`, a blank unit none.
    #[must_use]
    pub fn as_read(&self) -> Self {
        let objective = self.objective.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        let indicators = self.indicators.iter().map(indicator_as_read).collect();
        Self { objective, indicators, amount: self.amount, source: self.source.clone(), until: self.until }
    }
}

fn indicator_as_read(given: &Indicator) -> Indicator {
    let stated =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let measure = Measure::of_stored(given.sign, given.value.as_deref(), given.unit.as_deref());
    let written = measure.written().clone();
    Indicator {
        l1: stated(&given.l1),
        l2: stated(&given.l2),
        l3: Some(stated(&given.l3).unwrap_or_default()),
        sign: written.sign,
        value: Some(written.value),
        unit: written.unit,
        weight: stated(&given.weight).map(|weight| fold(&weight)),
        raw: given.raw.clone(),
    }
}

/// Something in a file that a person should know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How grave.
    pub severity: Severity,
    /// The file's name.
    pub file: String,
    /// Sheet and cell (`Sheet1!B7`), line of a CSV, or empty for the whole file.
    pub r#where: String,
    /// What, why, and what to do, in the user's language.
    pub message: String,
}

/// How grave a problem or a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 错误: nothing is taken until it is cured.
    Error,
    /// 警告.
    Warning,
    /// 提示.
    Hint,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Sign;

    #[test]
    fn typed_and_read_are_the_same() {
        let text = |text: &str| Some(text.to_owned());
        let typed = Indicator {
            l1: text("产出指标"),
            l2: text(" "),
            l3: None,
            sign: Some(Sign::AtLeast),
            value: text("１，２００"),
            unit: text("台（套）"),
            weight: text("１０"),
            raw: String::new(),
        };
        let given =
            Submission {
                objective: "目标1\r\n目标2 ".to_owned(), indicators: vec![typed], ..Submission::default()
            };
        let read = given.as_read();
        let indicator = &read.indicators[0];
        assert_eq!(read.objective, "目标1\n目标2");
        assert_eq!((&indicator.l2, &indicator.l3), (&None, &text("")));
        assert_eq!(
            (&indicator.value, &indicator.unit, &indicator.weight),
            (&text("1200"), &text("台(套)"), &text("10"))
        );
        assert_eq!(read.as_read(), read);
    }
}
