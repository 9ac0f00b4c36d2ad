//! Evaluations (绩效评价) of earlier years: a unit's own (自评), the bureau's (财政评价), or an agency's (第三方).
//!
//! Owns the record as the form states it. Scoring rules and checks on evaluations have rooms of their own.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ids::EvaluationId;
use super::measure::Sign;
use super::money::Money;
use super::target::{ProjectName, UnitName, hex};

/// Who evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EvaluationKind {
    /// 自评.
    #[serde(rename = "self")]
    Own,
    /// 财政评价、再评价.
    Fiscal,
    /// 第三方机构评价.
    Agency,
}

impl EvaluationKind {
    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Fiscal => "fiscal",
            Self::Agency => "agency",
        }
    }

    /// The kind with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Own, Self::Fiscal, Self::Agency].into_iter().find(|kind| kind.id() == id)
    }
}

/// One evaluated indicator as the form states it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EvaluationIndicator {
    /// Level 1, long name.
    pub l1: Option<String>,
    /// Level 2, long name.
    pub l2: Option<String>,
    /// The indicator's own name.
    pub l3: Option<String>,
    /// 指标性质; `None` when the form states none.
    pub sign: Option<Sign>,
    /// The target value (年度指标值) without sign and unit.
    pub target: Option<String>,
    /// Unit of measure.
    pub unit: Option<String>,
    /// The actual value (实际完成值) as shown.
    pub actual: Option<String>,
    /// Weight (分值, points), as written.
    pub weight: Option<String>,
    /// Score (得分, points), as written.
    pub score: Option<String>,
    /// Reason of deviation (偏差原因).
    pub reason: Option<String>,
}

/// The evaluation of a project in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// The unit.
    pub unit: UnitName,
    /// The project.
    pub project: ProjectName,
    /// The year evaluated; `None` when the form does not say.
    pub year: Option<i32>,
    /// Who evaluated.
    pub kind: EvaluationKind,
    /// The year's whole budget (全年预算数).
    pub budget: Option<Money>,
    /// What was executed (全年执行数).
    pub executed: Option<Money>,
    /// The total (points), as written.
    pub score: Option<String>,
    /// The indicators in the form's order.
    pub indicators: Vec<EvaluationIndicator>,
}

impl Evaluation {
    /// SHA-256 of the contents in hex; the same evaluation imported twice is known by it.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        let mut field = |text: &str| {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        };
        let money = |amount: Option<Money>| amount.map_or_else(String::new, |amount| amount.0.to_string());
        field(&money(self.budget));
        field(&money(self.executed));
        field(self.score.as_deref().unwrap_or("\u{0}"));
        for one in &self.indicators {
            let sign = one.sign.map(|sign| sign.to_string());
            let parts = [
                &one.l1,
                &one.l2,
                &one.l3,
                &sign,
                &one.target,
                &one.unit,
                &one.actual,
                &one.weight,
                &one.score,
                &one.reason,
            ];
            for part in parts {
                field(part.as_deref().unwrap_or("\u{0}"));
            }
        }
        hex(&hasher.finalize())
    }
}

/// An evaluation in the file, and why it belongs to a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prior {
    /// The evaluation.
    pub evaluation: EvaluationId,
    /// What made it the target's.
    pub reason: PriorReason,
}

/// What makes an evaluation of an earlier year a target's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PriorReason {
    /// The same project code.
    Code,
    /// The same unit and the same name, spaces and punctuation aside.
    Name,
}
