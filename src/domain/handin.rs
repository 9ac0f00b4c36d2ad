//! What a file hands in, read but not yet taken: targets, evaluations and the problems met on the way.
//!
//! The bridge between `exchange`, which reads it, and `decide`, which takes it. Shapes as in design §9.

use serde::{Deserialize, Serialize};

use super::evaluation::Evaluation;
use super::target::{ProjectName, Submission, UnitName};

/// All that was read from one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandIn {
    /// Targets in the file's order.
    pub targets: Vec<HandedTarget>,
    /// Evaluations in the file's order.
    pub evaluations: Vec<Evaluation>,
    /// What went wrong or is doubtful, in the file's order.
    pub problems: Vec<Problem>,
}

impl HandIn {
    /// Whether a problem forbids taking anything from the file.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
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
