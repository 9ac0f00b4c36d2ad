//! The sample's pre-assessments (data/sample/assessments.toml): filled in, handed in, reviewed and concluded by the people named.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::files::Act;
use super::money;
use crate::domain::assessment::record::{HandedAssessment, ItemScore, SelfAssessment, Verdict};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::wish::{AssessmentWish, ReviewWish};
use crate::domain::ids::AssessmentId;
use crate::domain::procedure::Item;
use crate::domain::target::{ProjectName, UnitName};

const FILE: &str = include_str!("../../../data/sample/assessments.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assessments {
    assessment: Vec<AssessmentFile>,
}

/// A pre-assessment of the sample.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssessmentFile {
    pub(super) unit: String,
    pub(super) project: String,
    code: Option<String>,
    category: String,
    amount: String,
    summary: String,
    scores: String,
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    pub(super) acts: Vec<String>,
    #[serde(default)]
    amend: Vec<AmendFile>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AmendFile {
    scores: String,
    rectified: String,
}

pub(super) fn all() -> Result<Vec<AssessmentFile>, String> {
    toml::from_str::<Assessments>(FILE).map(|file| file.assessment).map_err(|error| error.to_string())
}

impl AssessmentFile {
    /// What the unit fills in at first (0), or by the amendment of a number.
    pub(super) fn handed(&self, unit: UnitName, year: i32, number: usize) -> Result<HandedAssessment, String> {
        let amend = number.checked_sub(1).map(|place| self.amend.get(place).ok_or_else(|| format!("amend {number}?")));
        let amend = amend.transpose()?;
        let scores = optional_points(amend.map_or(&self.scores, |amend| &amend.scores))?;
        let item = |(item, score): (&Item, Option<Decimal>)| ItemScore {
            item: item.id.clone(),
            score,
            reason: self.reasons.get(&item.id).cloned().unwrap_or_default(),
            evidence: item.evidence.clone(),
        };
        let form = SelfAssessment {
            amount: Some(money(&self.amount)?),
            summary: self.summary.clone(),
            items: rules().course.items().zip(scores).map(item).collect(),
            rectified: amend.map(|amend| amend.rectified.clone()).unwrap_or_default(),
            source: String::new(),
        };
        let project = ProjectName { code: self.code.clone(), name: self.project.clone() };
        Ok(HandedAssessment { unit, project, year: Some(year), category: Some(self.category.clone()), form })
    }
}

/// The wish of an act that is no amendment.
pub(super) fn wish(id: AssessmentId, act: &Act) -> Result<AssessmentWish, String> {
    let review = |verdict: Verdict, stage: &str, scores: &str, conclusion: &str, opinion: &str| {
        let scores: Option<Vec<Decimal>> = optional_points(scores)?.into_iter().collect();
        let conclusion = Some(conclusion.to_owned()).filter(|text| !text.is_empty());
        Ok(AssessmentWish::Review(Box::new(ReviewWish {
            assessment: id,
            seen: None,
            stage: stage.to_owned(),
            scores: scores.unwrap_or_default(),
            verdict,
            conclusion,
            opinion: opinion.to_owned(),
            reason: String::new(),
            due: None,
        })))
    };
    match act.what() {
        "submit" => Ok(AssessmentWish::Submit { assessment: id, seen: None }),
        "pass" => review(Verdict::Pass, "desk", act.word(1), "", act.word(2)),
        "return" => review(Verdict::Return, "desk", "", "", act.word(1)),
        "conclude" => review(Verdict::Conclude, "budget", act.word(1), act.word(2), act.word(3)),
        "withdraw" => Ok(AssessmentWish::Withdraw { assessment: id, seen: None, reason: act.word(1).to_owned() }),
        other => Err(format!("{other}?")),
    }
}

/// Points joined by commas; a blank one is none.
fn optional_points(text: &str) -> Result<Vec<Option<Decimal>>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let one = |part: &str| match part.trim() {
        "" => Ok(None),
        part => part.parse().map(Some).map_err(|_| format!("{text}?")),
    };
    text.split(',').map(one).collect()
}
