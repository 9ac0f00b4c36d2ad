//! What there is of a pre-assessment: where it stands, what the unit said of itself in each round, and what the desks said of that.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{AssessmentId, UnitId};
use crate::domain::money::Money;
use crate::domain::procedure::course::Course;
use crate::domain::procedure::walk::Place;
use crate::domain::target::{ProjectName, Standing as AnyStanding, UnitName};

/// Where a pre-assessment is in its procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Filled in, not yet handed in.
    Draft,
    /// At a stage.
    Pending,
    /// Back at the unit.
    Returned,
    /// 调整后支持: the unit puts right and hands in again.
    Adjusting,
    /// 予以支持.
    Supported,
    /// 不予支持.
    Refused,
    /// Withdrawn by the unit.
    Withdrawn,
}

impl State {
    /// All states in the order of the procedure.
    pub const ALL: [Self; 7] =
        [Self::Draft, Self::Pending, Self::Returned, Self::Adjusting, Self::Supported, Self::Refused, Self::Withdrawn];

    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pending => "pending",
            Self::Returned => "returned",
            Self::Adjusting => "adjusting",
            Self::Supported => "supported",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Whether a conclusion stands.
    pub const fn is_concluded(self) -> bool {
        matches!(self, Self::Adjusting | Self::Supported | Self::Refused)
    }
}

impl Place for State {
    const PENDING: Self = Self::Pending;
    const RETURNED: Self = Self::Returned;
    const WITHDRAWN: Self = Self::Withdrawn;
}

/// Where a pre-assessment stands.
pub type Standing = AnyStanding<State>;

/// A pre-assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its number in this file.
    pub id: AssessmentId,
    /// The budget year that the project is for.
    pub year: i32,
    /// The unit that assesses itself.
    pub unit: UnitId,
    /// The project.
    pub project: ProjectName,
    /// The category that its target will have, if stated.
    pub category: Option<String>,
    /// Counts its changes, from 1.
    pub version: u32,
    /// Where it stands.
    pub standing: Standing,
}

/// What the unit says of itself in a round (自评).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SelfAssessment {
    /// The money asked for.
    pub amount: Option<Money>,
    /// What the project is, and why.
    pub summary: String,
    /// The items, in the procedure's order.
    pub items: Vec<ItemScore>,
    /// What was put right since the former round (整改情况).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rectified: String,
    /// The file that it came in, or empty when typed in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// An item as the unit assesses it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ItemScore {
    /// The item's id.
    pub item: String,
    /// Points.
    pub score: Option<Decimal>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What proves it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl SelfAssessment {
    /// The same with its items in the procedure's order, blank where nothing is said, texts trimmed.
    #[must_use]
    pub fn ordered(&self, course: &Course) -> Self {
        let item = |item: &crate::domain::procedure::Item| {
            let said = self.items.iter().find(|one| one.item == item.id).cloned().unwrap_or_default();
            let trimmed = |text: &str| text.trim().to_owned();
            let score = said.score.map(|score| score.normalize());
            ItemScore { item: item.id.clone(), score, reason: trimmed(&said.reason), evidence: trimmed(&said.evidence) }
        };
        Self {
            amount: self.amount,
            summary: self.summary.trim().to_owned(),
            items: course.items().map(item).collect(),
            rectified: self.rectified.trim().to_owned(),
            source: self.source.clone(),
        }
    }

    /// Whether two say the same, whatever file they came in.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.amount, &self.summary, &self.items, &self.rectified)
            == (other.amount, &other.summary, &other.items, &other.rectified)
    }

    /// The sum of its scores, if every item has one.
    pub fn total(&self) -> Option<Decimal> {
        self.items.iter().map(|item| item.score).sum()
    }
}

/// A pre-assessment as a form or a person states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedAssessment {
    /// The unit.
    pub unit: UnitName,
    /// The project.
    pub project: ProjectName,
    /// The budget year; `None` when the form does not say.
    pub year: Option<i32>,
    /// The category, if stated.
    pub category: Option<String>,
    /// What the unit says.
    pub form: SelfAssessment,
}

/// What becomes of a pre-assessment by a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// 审核合格: on to the next stage.
    Pass,
    /// 退回整改.
    Return,
    /// 作出结论.
    Conclude,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pass, Self::Return, Self::Conclude];

    /// The stable id in files and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Return => "return",
            Self::Conclude => "conclude",
        }
    }

    /// The verdict with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }
}

/// What a desk said of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The round.
    pub round: u32,
    /// The stage's id.
    pub stage: String,
    /// Points of the items, in the procedure's order; a return may give none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Decimal>,
    /// Their sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Decimal>,
    /// The conclusion that the thresholds give, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<String>,
    /// The conclusion that was made, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<String>,
    /// What became of it.
    pub verdict: Verdict,
    /// The opinion.
    pub opinion: String,
    /// Why the conclusion is not the thresholds'.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Whether a target's project must have a pre-assessment that it has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Need {
    /// It need not have one, or has one that supports it.
    #[default]
    Nothing,
    /// It would need one if it is new, which the file cannot tell.
    Unsure,
    /// It needs one.
    Lacking(Gap),
}

/// What a target hears of its project's pre-assessment, where one is required and does not support it yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// There is none.
    Missing,
    /// It is not concluded.
    Open,
    /// What it asks to be put right was not handed in yet.
    Adjusting,
    /// The project is not supported.
    Refused,
}

impl Gap {
    /// The gap that a state leaves; a supported project has none.
    pub const fn of(state: Option<State>) -> Option<Self> {
        match state {
            None | Some(State::Withdrawn) => Some(Self::Missing),
            Some(State::Draft | State::Pending | State::Returned) => Some(Self::Open),
            Some(State::Adjusting) => Some(Self::Adjusting),
            Some(State::Refused) => Some(Self::Refused),
            Some(State::Supported) => None,
        }
    }

    /// The stable id, which chooses the words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Open => "open",
            Self::Adjusting => "adjusting",
            Self::Refused => "refused",
        }
    }
}
