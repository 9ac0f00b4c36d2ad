//! What is checked: a target's newest submission with its links, its earlier evaluations and the unit's other targets; or an evaluation.
//!
//! Owns gathering what the checks need, each thing read once. Where it comes from is the caller's.

use std::cell::OnceCell;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::finding::Place;
use super::reading::{First, Reading, Second};
use super::words::{self, Group};
use crate::domain::assessment::record::Need;
use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::library::Standard;
use crate::domain::money::Money;
use crate::domain::prior::{Pin, Twin, twins};
use crate::domain::score;
use crate::domain::target::{Indicator, Link, ProjectName, Submission, is_neutral};
use crate::domain::text::{letters, name_key};

/// A target with all that its checks need.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Budget year, if known.
    pub year: Option<i32>,
    /// Category, if the form says.
    pub category: Option<&'a str>,
    /// The project's name.
    pub project: &'a str,
    /// The year's amount, if stated.
    pub amount: Option<Money>,
    /// The year in which the project ends, if the form states it.
    pub until: Option<i32>,
    /// The objective as running text.
    pub objective: &'a str,
    /// The objective's items.
    pub items: Arc<[String]>,
    /// The indicators.
    pub indicators: Vec<Reading<'a>>,
    /// Links between items and indicators.
    pub links: &'a [Link],
    /// Evaluations of earlier years, newest first.
    pub earlier: Vec<Earlier<'a>>,
    /// Other targets of the same unit and year.
    pub siblings: &'a [Sibling],
    /// The county's own standard of each indicator, by the place of the indicators; may be shorter.
    pub standards: Vec<Option<Standard>>,
    /// Whether its project must have a pre-assessment that it has not.
    pub assessment: Need,
}

/// An evaluation of an earlier year, with the twin of each of this year's indicators in it.
#[derive(Debug)]
pub struct Earlier<'a> {
    /// The evaluation.
    pub evaluation: &'a Evaluation,
    /// By the place of this year's indicators.
    pub twins: Vec<Option<Twin>>,
}

/// Another target of the same unit and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// The project's name.
    pub project: String,
    /// Its block of indicators ([`block`]).
    pub block: Option<String>,
}

/// What a form states: year, category, project, contents.
pub type Stated<'a> = (Option<i32>, Option<&'a str>, &'a ProjectName, &'a Submission);

impl<'a> Subject<'a> {
    /// A target as a form states it; nothing linked, no earlier years, no other targets.
    pub fn new(
        year: Option<i32>,
        category: Option<&'a str>,
        project: &'a ProjectName,
        submission: &'a Submission,
    ) -> Self {
        Self::reading((year, category, project, submission), submission.items().into(), |_, _| true)
    }

    /// A target whose links changed, with what the checks of links look at: the items of its objective, and of the indicators only those that need
    /// an item and that no link names.
    pub fn relinked(stated: Stated<'a>, items: Arc<[String]>, links: &'a [Link]) -> Self {
        let named = |at: usize| links.iter().any(|link| link.indicator as usize == at && link.holds());
        Self::reading(stated, items, |at, one| !named(at) && !is_neutral(one)).linked(links)
    }

    /// A target with those of its indicators that are looked at.
    fn reading(
        (year, category, project, submission): Stated<'a>,
        items: Arc<[String]>,
        looked_at: impl Fn(usize, &Indicator) -> bool,
    ) -> Self {
        let indicators = submission.indicators.iter().enumerate().filter(|(at, one)| looked_at(*at, one));
        Self {
            year,
            category,
            project: &project.name,
            amount: submission.amount,
            until: submission.until,
            objective: &submission.objective,
            items,
            indicators: indicators.map(|(at, one)| Reading::new(at, one)).collect(),
            links: &[],
            earlier: Vec::new(),
            siblings: &[],
            standards: Vec::new(),
            assessment: Need::Nothing,
        }
    }

    /// The same with its links.
    #[must_use]
    pub const fn linked(mut self, links: &'a [Link]) -> Self {
        self.links = links;
        self
    }

    /// The same with evaluations of earlier years, newest first.
    #[must_use]
    pub fn after(self, evaluations: impl IntoIterator<Item = &'a Evaluation>) -> Self {
        self.after_said(evaluations.into_iter().map(|evaluation| (evaluation, Vec::new())))
    }

    /// The same with evaluations of earlier years, newest first, each with what people said of this year's indicators and its own.
    #[must_use]
    pub fn after_said(mut self, evaluations: impl IntoIterator<Item = (&'a Evaluation, Vec<Pin>)>) -> Self {
        let indicators: Vec<Indicator> = self.indicators.iter().map(|one| one.of.clone()).collect();
        let earlier = |(evaluation, pins): (&'a Evaluation, Vec<Pin>)| {
            let twins = twins(&indicators, &evaluation.indicators, &pins);
            Earlier { evaluation, twins }
        };
        self.earlier = evaluations.into_iter().map(earlier).collect();
        self
    }

    /// The same beside other targets of its unit and year.
    #[must_use]
    pub const fn beside(mut self, siblings: &'a [Sibling]) -> Self {
        self.siblings = siblings;
        self
    }

    /// The same with the county's own standard of each indicator.
    #[must_use]
    pub fn measured_by(mut self, standards: Vec<Option<Standard>>) -> Self {
        self.standards = standards;
        self
    }

    /// The same with what is known of its project's pre-assessment.
    #[must_use]
    pub const fn assessed(mut self, need: Need) -> Self {
        self.assessment = need;
        self
    }

    /// Whether the form has indicators of which none names a level, or none of the system's (目标完成程度): what levels it lacks, nobody can
    /// say then.
    pub(super) fn names_no_levels(&self) -> bool {
        // Satisfaction is known by an indicator's name too.
        let named = |text: Option<&str>| text.is_some_and(|text| text.contains("满意"));
        let unlevelled = |one: &Reading<'_>| match (one.first, one.second) {
            (First::Other, Second::Other) => true,
            (First::Satisfaction, _) => !named(one.of.l1.as_deref()) && !named(one.of.l2.as_deref()),
            _ => false,
        };
        !self.indicators.is_empty() && self.indicators.iter().all(unlevelled)
    }

    /// Whether levels have names of the form's own that tell nothing of what they hold: 目标完成程度. What manages the project is none of them.
    pub(super) fn names_own_levels(&self) -> bool {
        let unknown = |one: &Reading<'_>| {
            let levels = [one.of.l1.as_deref(), one.of.l2.as_deref()];
            let named = levels.into_iter().flatten().any(|text| !text.trim().is_empty());
            let managed = levels.into_iter().flatten().any(|text| words::has(Group::Management, text));
            (one.first, one.second) == (First::Other, Second::Other) && named && !managed
        };
        self.indicators.iter().any(unknown)
    }

    /// Whether the money pays people or keeps an office running by fixed standards (人员类, 公用经费): such forms follow the budget
    /// system's template and need neither cost nor benefit of their own.
    pub fn is_standing(&self) -> bool {
        match self.category {
            Some(category) => category.contains("人员") || category.contains("公用经费"),
            None => words::has(Group::Standing, &name_key(self.project)),
        }
    }

    /// The name of a place, and all its words, by which a finding is known again.
    pub(super) fn words(&self, place: Place) -> (String, String) {
        match place {
            Place::Form => (String::new(), String::new()),
            Place::Amount => (String::new(), self.amount.map_or_else(String::new, |amount| amount.0.to_string())),
            Place::Item(at) => self.items.get(at as usize).map(|item| (item.clone(), item.clone())).unwrap_or_default(),
            Place::Indicator(at) => {
                let one = self.indicators.iter().find(|one| one.place == at as usize);
                one.map(|one| (one.of.name().trim().to_owned(), one.words())).unwrap_or_default()
            }
        }
    }
}

/// An evaluation with what its checks need.
#[derive(Debug)]
pub struct Evaluated<'a> {
    /// The evaluation.
    pub evaluation: &'a Evaluation,
    /// The target that was approved for the evaluated year, if it is known.
    pub approved: Option<&'a Submission>,
    /// How far each indicator reached its target, once a check asked for it.
    completions: OnceCell<Vec<Option<Decimal>>>,
}

impl<'a> Evaluated<'a> {
    /// An evaluation, beside the target that was approved for its year, if it is known.
    pub const fn new(evaluation: &'a Evaluation, approved: Option<&'a Submission>) -> Self {
        Self { evaluation, approved, completions: OnceCell::new() }
    }

    /// The indicators with their places and how far each reached its target (`score::completion`).
    pub(super) fn completed(&self) -> impl Iterator<Item = (u32, &'a EvaluationIndicator, Option<Decimal>)> {
        let indicators = &self.evaluation.indicators;
        let completions = self.completions.get_or_init(|| indicators.iter().map(score::completion).collect());
        (0_u32..).zip(indicators).zip(completions).map(|((place, one), completion)| (place, one, *completion))
    }

    /// The name of a place, and all its words, by which a finding is known again.
    pub(super) fn words(&self, place: Place) -> (String, String) {
        let one = place.indicator().and_then(|at| self.evaluation.indicators.get(at as usize));
        let Some(one) = one else { return Default::default() };
        let parts = [&one.l1, &one.l2, &one.l3, &one.target, &one.unit, &one.actual, &one.score];
        let words = parts.map(|part| part.as_deref().unwrap_or_default()).join("|");
        (one.l3.as_deref().unwrap_or_default().trim().to_owned(), words)
    }
}

/// Fewest indicators that make a block worth comparing.
const BLOCK: usize = 3;

/// What two targets share that share their block of indicators: names, values and units of all that is not money, whatever the order.
/// `None` when that is too little to tell a copy from chance. 16 hexadecimal digits.
pub fn block<T: AsRef<str>>(indicators: &[Indicator<T>]) -> Option<String> {
    use sha2::{Digest, Sha256};
    let line = |one: &Indicator<T>| {
        let [value, unit] = [&one.value, &one.unit].map(|text| text.as_ref().map_or("", AsRef::as_ref));
        if unit.contains('元') {
            return None;
        }
        let parts = [one.name(), value, unit];
        let mut line = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                line.push('\u{0}');
            }
            letters(part, |letter| line.push(letter));
        }
        Some(line)
    };
    let mut lines: Vec<String> = indicators.iter().filter(|one| !one.name().is_empty()).filter_map(line).collect();
    lines.sort_unstable();
    (lines.len() >= BLOCK).then(|| crate::domain::target::hex(&Sha256::digest(lines.join("\n"))[..8]))
}
