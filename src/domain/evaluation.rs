//! Evaluations (绩效评价) of earlier years: a unit's own (自评), the bureau's (财政再评价), or an agency's (第三方).
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

/// What makes an evaluation of an earlier year a target's, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PriorReason {
    /// The same project code.
    Code,
    /// The same unit and the same name, spaces and punctuation aside.
    Name,
    /// The same unit and a name alike; points of 100.
    Similar(u8),
    /// A person says so.
    Confirmed,
    /// A person says that it is not the target's.
    Rejected,
}

impl PriorReason {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Similar(_) => "similar",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }

    /// How alike the names are (points of 100), where that is the reason.
    pub const fn likeness(self) -> Option<u8> {
        if let Self::Similar(points) = self { Some(points) } else { None }
    }

    /// The reason with an id; `None` for any other text.
    pub fn of_id(id: &str, likeness: Option<u8>) -> Option<Self> {
        let known = [Self::Code, Self::Name, Self::Similar(likeness.unwrap_or(0)), Self::Confirmed, Self::Rejected];
        known.into_iter().find(|reason| reason.id() == id)
    }

    /// Whether the evaluation is the target's.
    pub const fn holds(self) -> bool {
        !matches!(self, Self::Rejected)
    }

    /// Whether a person said it.
    pub const fn is_said(self) -> bool {
        matches!(self, Self::Confirmed | Self::Rejected)
    }
}

/// What a person says of one of this year's indicators and an earlier evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PriorMatch {
    /// This year's indicator, from 0 in its round.
    pub indicator: u32,
    /// The evaluation.
    pub evaluation: EvaluationId,
    /// The earlier indicator that is the same thing, from 0; `None` when there is none.
    pub earlier: Option<u32>,
    /// Who says so.
    pub by: String,
}
