//! The performance target (绩效目标) of a project in a year: who asked for the money, what for, and where the review stands.
//!
//! A target has submissions (one a round), each with an objective and indicators; the newest is the one under review.
//! Knows nothing of files (see `handin`) or of who may do what (see `access`).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::correspondence::{CERTAIN, Ground};
use super::grade::Grade;
use super::ids::{TargetId, UnitId};
use super::measure::{Measure, Sign, Written};
use super::money::Money;
use super::objective;
use super::procedure::walk::Place;
use super::time::Instant;

/// Where a target stands on its way into the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Received from a file, not yet handed in.
    Draft,
    /// At a stage of the procedure, waiting for its review.
    Pending,
    /// Graded 良: being negotiated with the unit.
    Negotiating,
    /// Back at the unit, to be amended and handed in again.
    Returned,
    /// Returned as often as the procedure allows: the bureau must rule.
    Ruling,
    /// In the budget-arrangement flow (进入预算安排流程).
    Budgeted,
    /// Graded 差: not in the budget.
    Excluded,
    /// Withdrawn by its unit.
    Withdrawn,
}

impl State {
    /// All states in the order of the procedure.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Pending,
        Self::Negotiating,
        Self::Returned,
        Self::Ruling,
        Self::Budgeted,
        Self::Excluded,
        Self::Withdrawn,
    ];

    /// The stable id in files, queries and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pending => "pending",
            Self::Negotiating => "negotiating",
            Self::Returned => "returned",
            Self::Ruling => "ruling",
            Self::Budgeted => "budgeted",
            Self::Excluded => "excluded",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Whether the target was approved (批复): it is in the budget, and what was carried out is measured against it.
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Budgeted)
    }

    /// Whether nothing more happens to the target by itself.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Budgeted | Self::Excluded | Self::Withdrawn)
    }
}

impl Place for State {
    const PENDING: Self = Self::Pending;
    const RETURNED: Self = Self::Returned;
    const WITHDRAWN: Self = Self::Withdrawn;
}

/// Where something stands in its procedure, completely: an act is a step from one standing to another, its undoing the step back. `S` is the
/// state, a target's unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standing<S = State> {
    /// The state.
    pub state: S,
    /// The stage's id while pending.
    pub stage: Option<String>,
    /// The round under review: the number of the newest submission, from 1.
    pub round: u32,
    /// How often it was returned.
    pub returns: u32,
    /// The round that the last return or negotiation was about; a later round answers it.
    pub answered: Option<u32>,
    /// The stage where it goes on after a return.
    pub resume: Option<String>,
    /// The grade given last, at any stage.
    pub grade: Option<Grade>,
    /// The last day for the unit to amend.
    pub due: Option<Date>,
    /// Since when it waits in this state and stage.
    pub since: Instant,
    /// Whether it is reviewed as a key project (重点项目): by points instead of grades.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub key_project: bool,
}

impl<S> Standing<S> {
    /// Where something begins: in its first state, before any round.
    pub const fn begin(state: S, since: Instant) -> Self {
        Self {
            state,
            stage: None,
            round: 0,
            returns: 0,
            answered: None,
            resume: None,
            grade: None,
            due: None,
            since,
            key_project: false,
        }
    }
}

/// A unit as a form or a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct UnitName {
    /// Code of six digits, if stated.
    pub code: Option<String>,
    /// Name as written.
    pub name: String,
}

/// A project as a form or a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ProjectName {
    /// Code of 21 characters, if stated.
    pub code: Option<String>,
    /// Name as written.
    pub name: String,
}

impl ProjectName {
    /// The same without spaces around; a code left blank is none.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let code = self.code.as_deref().map(str::trim).filter(|code| !code.is_empty());
        Self { code: code.map(str::to_owned), name: self.name.trim().to_owned() }
    }
}

/// A target under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its number in this file.
    pub id: TargetId,
    /// Budget year.
    pub year: i32,
    /// The unit that asks for the money.
    pub unit: UnitId,
    /// The project.
    pub project: ProjectName,
    /// One of the procedure's categories, if the form says.
    pub category: Option<String>,
    /// Id of the procedure it follows.
    pub procedure: String,
    /// Counts the changes to this target, from 1; a command names the version that its maker saw.
    pub version: u32,
    /// Where it stands.
    pub standing: Standing,
}

/// One indicator (绩效指标) as handed in: the form's words, sign and unit apart from the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Indicator<T = String> {
    /// Level 1 (一级指标), long name: 产出指标.
    pub l1: Option<T>,
    /// Level 2 (二级指标), long name: 数量指标.
    pub l2: Option<T>,
    /// Level 3: the indicator's own name.
    pub l3: Option<T>,
    /// 指标性质; `None` when the form states none.
    pub sign: Option<Sign>,
    /// The target value without sign and unit; `""` when left blank, `None` when the form has no such field.
    pub value: Option<T>,
    /// Unit of measure.
    pub unit: Option<T>,
    /// Weight (points), as written.
    pub weight: Option<T>,
    /// The value's cell as written, before anything was taken off it.
    pub raw: T,
}

impl<T: AsRef<str>> Indicator<T> {
    /// The name, or nothing.
    pub fn name(&self) -> &str {
        said(self.l3.as_ref()).unwrap_or_default()
    }
}

impl Indicator {
    /// An indicator whose sign, value and unit stand in one text, as yet without levels and weight.
    pub fn stating(name: String, measure: Measure) -> Self {
        let Written { sign, value, unit } = measure.written().clone();
        Self { l1: None, l2: None, l3: Some(name), sign, value: Some(value), unit, weight: None, raw: measure.raw }
    }

    /// Whether two indicators say the same, whatever their place; links follow an unchanged indicator into the next round.
    pub fn same_words(&self, other: &Self) -> bool {
        self.l1 == other.l1 && self.l2 == other.l2 && self.l3 == other.l3 && self.same_measure(other)
    }

    fn same_measure(&self, other: &Self) -> bool {
        self.sign == other.sign && self.value == other.value && self.unit == other.unit
    }

    /// Sign, value and unit in one piece, for a column: `≥12000 人`, `定性 有效`.
    pub fn measure_text(&self) -> String {
        let value = self.value.as_deref().unwrap_or_default();
        let unit = self.unit.as_deref().unwrap_or_default();
        match self.sign {
            Some(Sign::Qualitative) => value.to_owned(),
            Some(sign) if unit.is_empty() || unit == "%" => format!("{sign}{value}{unit}"),
            Some(sign) => format!("{sign}{value} {unit}"),
            None if unit.is_empty() || unit == "%" => format!("{value}{unit}"),
            None => format!("{value} {unit}"),
        }
    }
}

/// What a unit handed in for a round; never changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Submission<T = String> {
    /// The year's amount; `None` when the form states none.
    pub amount: Option<Money>,
    /// The objective (年度目标) as running text.
    pub objective: T,
    /// The indicators in the form's order.
    pub indicators: Vec<Indicator<T>>,
    /// Where it came from: a file's name, or empty when typed in.
    pub source: T,
    /// The year in which the project ends (项目期, 实施期限), if the form states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i32>,
}

impl<T: AsRef<str>> Submission<T> {
    /// The objective's items (目标1 …), split from the running text.
    pub fn items(&self) -> Vec<String> {
        objective::items(self.objective.as_ref())
    }

    /// SHA-256 of the contents in hex: equal contents are one submission, whatever file they came in.
    pub fn hash(&self) -> String {
        // One long text is hashed several times as fast as many short ones.
        let mut whole = Vec::with_capacity(1024);
        let mut field = |text: &str| {
            whole.extend_from_slice(&(text.len() as u64).to_be_bytes());
            whole.extend_from_slice(text.as_bytes());
        };
        field(&self.amount.map_or_else(String::new, |amount| amount.0.to_string()));
        field(self.objective.as_ref());
        for indicator in &self.indicators {
            let [l1, l2, l3] = [&indicator.l1, &indicator.l2, &indicator.l3].map(|text| said(text.as_ref()));
            let [value, unit, weight] =
                [&indicator.value, &indicator.unit, &indicator.weight].map(|text| said(text.as_ref()));
            for part in [l1, l2, l3, indicator.sign.map(Sign::term), value, unit, weight] {
                field(part.unwrap_or("\u{0}"));
            }
        }
        // What states no period keeps the hash that it had before periods were read.
        if let Some(until) = self.until {
            field(&until.to_string());
        }
        hex(&Sha256::digest(&whole))
    }
}

/// A text where there is one.
pub fn said<T: AsRef<str>>(text: Option<&T>) -> Option<&str> {
    text.map(AsRef::as_ref)
}

/// Writes bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// A link between an item of the objective and an indicator, both counted from 0 in one round.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    /// The item.
    pub objective: u32,
    /// The indicator.
    pub indicator: u32,
    /// Who says so.
    pub origin: LinkOrigin,
    /// Points from 0 to 100; people's links are 100.
    pub confidence: u8,
    /// The person, or empty for the program.
    pub by: String,
    /// Why the program proposes it; nothing where a person says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
}

impl Link {
    /// Whether the program proposes it and is sure enough that people may confirm it unseen.
    pub fn is_certain(&self) -> bool {
        self.origin == LinkOrigin::Suggested && self.confidence >= CERTAIN
    }

    /// Whether the two belong together as far as anybody has said.
    pub fn holds(&self) -> bool {
        self.origin != LinkOrigin::Rejected
    }
}

/// Who stands behind a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkOrigin {
    /// The program proposes it.
    Suggested,
    /// A person made or confirmed it.
    Confirmed,
    /// A person said that it is none.
    Rejected,
}

impl LinkOrigin {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }

    /// The origin with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        [Self::Suggested, Self::Confirmed, Self::Rejected].into_iter().find(|origin| origin.id() == id)
    }
}

/// Whether an indicator need not answer to any item: satisfaction, and cost of the whole project (`checks.md`, `indicator-orphan`).
pub fn is_neutral<T: AsRef<str>>(indicator: &Indicator<T>) -> bool {
    let levels = [&indicator.l1, &indicator.l2].map(|level| said(level.as_ref()));
    let of_level = levels.into_iter().flatten().any(|level| level.contains("满意度") || level.contains("成本"));
    of_level || indicator.name().contains("满意度") || indicator.name().contains("满意程度")
}

/// What has no counterpart under a set of links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// Items of the objective without an indicator, counted from 0.
    pub uncovered: Vec<usize>,
    /// Indicators that need an item and have none, counted from 0.
    pub orphans: Vec<usize>,
}

/// What has no counterpart. Every link counts that nobody rejected, the program's uncertain ones too: where it sees a
/// possible counterpart it must not claim that there is none (on labelled forms, counting only its certain ones made three
/// of four such claims false).
pub fn gaps<T: AsRef<str>>(indicators: &[Indicator<T>], items: usize, links: &[Link]) -> Gaps {
    let linked = |test: &dyn Fn(&Link) -> bool| links.iter().any(|link| link.holds() && test(link));
    let uncovered = (0..items).filter(|&item| !linked(&|link| link.objective as usize == item)).collect();
    let unlinked =
        indicators.iter().enumerate().filter(|(place, _)| !linked(&|link| link.indicator as usize == *place));
    let orphans = unlinked.filter(|(_, indicator)| !is_neutral(indicator)).map(|(place, _)| place);
    Gaps { uncovered, orphans: orphans.collect() }
}

/// How many items have no indicator, and how many indicators answer to no item, under a set of links.
pub fn coverage<T: AsRef<str>>(submission: &Submission<T>, items: usize, links: &[Link]) -> (u32, u32) {
    let gaps = gaps(&submission.indicators, items, links);
    let count = |places: &[usize]| u32::try_from(places.len()).unwrap_or(u32::MAX);
    (count(&gaps.uncovered), count(&gaps.orphans))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(level: &str, name: &str) -> Indicator {
        Indicator { l1: Some(level.to_owned()), l3: Some(name.to_owned()), ..Indicator::default() }
    }

    fn link(objective: u32, indicator: u32, origin: LinkOrigin, confidence: u8) -> Link {
        Link { objective, indicator, origin, confidence, by: String::new(), grounds: Vec::new() }
    }

    #[test]
    fn gaps_are_what_nobody_and_nothing_links() {
        let indicators = [
            indicator("产出指标", "道路长度"),
            indicator("产出指标", "验收合格率"),
            indicator("效益指标", "森林覆盖率"),
            indicator("满意度指标", "群众满意度"),
            indicator("效益指标", "业主满意度"),
            indicator("成本指标", "总成本"),
        ];
        let links = [
            link(0, 0, LinkOrigin::Confirmed, 100),
            link(1, 1, LinkOrigin::Suggested, 38),
            link(2, 2, LinkOrigin::Rejected, 100),
        ];
        let found = gaps(&indicators, 3, &links);
        assert_eq!((found.uncovered, found.orphans), (vec![2], vec![2]));
        let none = gaps(&indicators, 2, &[]);
        assert_eq!((none.uncovered, none.orphans), (vec![0, 1], vec![0, 1, 2]), "satisfaction and cost need no item");
    }
}
