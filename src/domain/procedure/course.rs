//! The course of a procedure: its stages in order, what is judged at each, and how often something may come back. Every procedure has one; how
//! the last stage ends is each procedure's own.
//!
//! Owns the shape and what makes it sound. Knows nothing of targets or pre-assessments.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{BadProcedure, Words};
use crate::domain::people::Role;

/// The course of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Stable id.
    pub id: String,
    /// Name in both languages.
    pub name: Words,
    /// Returns allowed before the bureau rules or concludes.
    pub rounds: u32,
    /// The criteria that each review judges, in the order shown.
    pub criteria: Vec<Criterion>,
    /// The stages in order; the last one decides.
    pub stages: Vec<Stage>,
}

/// A criterion (审核要点, 评估维度).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Points under the scored rule.
    pub points: Decimal,
    /// What it is judged by, one by one; nothing where it is judged as a whole.
    pub items: Vec<Item>,
}

/// One of the things that a criterion is judged by (评估要点).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Points.
    pub points: Decimal,
    /// What proves it (佐证材料), in Chinese as forms name it.
    pub evidence: String,
    /// Words by which forms of others name the same.
    pub words: Vec<String>,
}

/// A stage (环节).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Who acts.
    pub role: Role,
    /// Working days to act.
    pub days: u32,
    /// The stage where something goes on after a return from here.
    pub resume: String,
    /// Whether this stage ends the procedure.
    pub decides: bool,
    /// Whether grades stay sealed until the reveal.
    pub sealed: bool,
}

impl Course {
    /// The stage with an id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The stage after one; `None` after the last.
    pub fn after(&self, id: &str) -> Option<&Stage> {
        let place = self.stages.iter().position(|stage| stage.id == id)?;
        self.stages.get(place + 1)
    }

    /// The first stage.
    pub fn first(&self) -> Option<&Stage> {
        self.stages.first()
    }

    /// The stage that decides.
    pub fn deciding(&self) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.decides)
    }

    /// All items of all criteria, in their order; their places are those of an assessment's scores.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.criteria.iter().flat_map(|criterion| &criterion.items)
    }

    pub(in crate::domain) fn validate(&self) -> Result<(), BadProcedure> {
        let fail = |words: String| Err(BadProcedure(words));
        if self.criteria.is_empty() {
            return fail("no [[criterion]]".to_owned());
        }
        let points: Decimal = self.criteria.iter().map(|criterion| criterion.points).sum();
        if points != Decimal::ONE_HUNDRED || self.criteria.iter().any(|criterion| criterion.points <= Decimal::ZERO) {
            return fail(format!("the points of the [[criterion]]s are {points} together instead of 100"));
        }
        for criterion in self.criteria.iter().filter(|criterion| !criterion.items.is_empty()) {
            let items: Decimal = criterion.items.iter().map(|item| item.points).sum();
            if items != criterion.points {
                return fail(format!("criterion {}: its items have {items} points together", criterion.id));
            }
        }
        if !self.stages.last().is_some_and(|stage| stage.decides)
            || self.stages.iter().filter(|s| s.decides).count() != 1
        {
            return fail("exactly the last [[stage]] must have decides = true".to_owned());
        }
        for (place, stage) in self.stages.iter().enumerate() {
            if self.stages[..place].iter().any(|other| other.id == stage.id) {
                return fail(format!("stage {} twice", stage.id));
            }
            if !self.stages[..=place].iter().any(|other| other.id == stage.resume) {
                return fail(format!("stage {}: resume = {} is no stage up to it", stage.id, stage.resume));
            }
        }
        Ok(())
    }
}

/// A criterion in a procedure's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::domain) struct CriterionEntry {
    id: String,
    name: String,
    name_en: String,
    points: Decimal,
    #[serde(default)]
    item: Vec<ItemEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    id: String,
    name: String,
    name_en: String,
    points: Decimal,
    evidence: String,
    words: Vec<String>,
}

/// A stage in a procedure's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::domain) struct StageEntry {
    id: String,
    name: String,
    short: Option<String>,
    name_en: String,
    role: Role,
    days: u32,
    resume: String,
    #[serde(default)]
    decides: bool,
    #[serde(default)]
    sealed: bool,
}

impl From<CriterionEntry> for Criterion {
    fn from(entry: CriterionEntry) -> Self {
        let item = |entry: ItemEntry| Item {
            id: entry.id,
            name: Words::new(entry.name, None, entry.name_en),
            points: entry.points,
            evidence: entry.evidence,
            words: entry.words,
        };
        Self {
            id: entry.id,
            name: Words::new(entry.name, None, entry.name_en),
            points: entry.points,
            items: entry.item.into_iter().map(item).collect(),
        }
    }
}

impl From<StageEntry> for Stage {
    fn from(entry: StageEntry) -> Self {
        Self {
            id: entry.id,
            name: Words::new(entry.name, entry.short, entry.name_en),
            role: entry.role,
            days: entry.days,
            resume: entry.resume,
            decides: entry.decides,
            sealed: entry.sealed,
        }
    }
}
