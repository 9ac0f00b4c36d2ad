//! What a check found: where, what triggered it, and the words that fill its message; and what could not be checked.
//!
//! Owns the shapes, which are journaled. Knows nothing of what the checks look for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::handin::Severity;
use crate::domain::target::hex;
use crate::domain::time::Instant;

/// Where a finding stands. Places count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// The form as a whole.
    #[default]
    Form,
    /// The year's amount.
    Amount,
    /// An item of the objective.
    Item(u32),
    /// An indicator.
    Indicator(u32),
}

impl Place {
    /// The item of the objective, if it is one.
    pub const fn item(self) -> Option<u32> {
        if let Self::Item(place) = self { Some(place) } else { None }
    }

    /// The indicator, if it is one.
    pub const fn indicator(self) -> Option<u32> {
        if let Self::Indicator(place) = self { Some(place) } else { None }
    }
}

/// One finding (预警). It points; it never grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The check's id.
    pub id: String,
    /// How grave.
    pub severity: Severity,
    /// Where.
    #[serde(default)]
    pub place: Place,
    /// Other indicators concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<u32>,
    /// The text that triggered it, as it stands in the form.
    pub trigger: String,
    /// What fills the slots of its sentences, by the slot's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub slots: BTreeMap<String, String>,
    /// Known by this in later rounds: the same check, on the same words, for the same reason. 16 hexadecimal digits.
    pub key: String,
}

impl Finding {
    /// Fills a slot.
    pub fn slot(&mut self, name: &str, text: impl Into<String>) -> &mut Self {
        self.slots.insert(name.to_owned(), text.into());
        self
    }

    /// Names other indicators concerned.
    pub fn also(&mut self, others: impl IntoIterator<Item = usize>) -> &mut Self {
        self.others.extend(others.into_iter().filter_map(|place| u32::try_from(place).ok()));
        self
    }

    /// Makes it less grave, where a rule binds some forms less.
    pub fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.severity = self.severity.max(severity);
        self
    }

    /// Whether it concerns an indicator.
    pub fn concerns(&self, indicator: usize) -> bool {
        let is = |place: u32| place as usize == indicator;
        self.place.indicator().is_some_and(is) || self.others.iter().copied().any(is)
    }
}

/// A check that could not be made, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unchecked {
    /// The check's id.
    pub id: String,
    /// Why.
    pub reason: Lack,
}

/// What a check would have needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// The form states no amount.
    Amount,
    /// Nobody knows the budget year.
    Year,
    /// The form has no indicators.
    Indicators,
    /// The form has no objective.
    Objective,
    /// Nothing was linked yet.
    Links,
    /// The form gives no weights, or only some.
    Weights,
    /// No evaluation of an earlier year.
    Prior,
    /// No indicator of this year was found in the earlier evaluation.
    Twin,
    /// Nothing is known of the unit's former years.
    Past,
    /// The target of the evaluated year is not in the file.
    Approved,
    /// The form does not say what was executed.
    Executed,
    /// The form gives no scores.
    Scores,
    /// The form names no levels of its indicators.
    Levels,
}

impl Lack {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Amount,
        Self::Year,
        Self::Indicators,
        Self::Objective,
        Self::Links,
        Self::Weights,
        Self::Prior,
        Self::Twin,
        Self::Past,
        Self::Approved,
        Self::Executed,
        Self::Scores,
        Self::Levels,
    ];

    /// The stable id, which is also the key of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Year => "year",
            Self::Indicators => "indicators",
            Self::Objective => "objective",
            Self::Links => "links",
            Self::Weights => "weights",
            Self::Prior => "prior",
            Self::Twin => "twin",
            Self::Past => "past",
            Self::Approved => "approved",
            Self::Executed => "executed",
            Self::Scores => "scores",
            Self::Levels => "levels",
        }
    }

    /// The lack with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lack| lack.id() == id)
    }
}

/// All that the checks say of one form, in the order of [`Report::put_in_order`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What could not be checked.
    pub unchecked: Vec<Unchecked>,
}

impl Report {
    /// Puts findings and what could not be checked into the order in which they are listed: the gravest first, then by check and place.
    pub fn put_in_order(&mut self) {
        let place = |one: &Finding| (one.severity, super::rank(&one.id), one.place);
        self.findings.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.key.cmp(&b.key)));
        self.unchecked.sort_by_key(|one| (super::rank(&one.id), one.reason));
    }

    /// What all but some checks said.
    pub(super) fn without(&self, checks: &[&str]) -> Self {
        let other = |id: &str| !checks.contains(&id);
        Self {
            findings: self.findings.iter().filter(|finding| other(&finding.id)).cloned().collect(),
            unchecked: self.unchecked.iter().filter(|unchecked| other(&unchecked.id)).cloned().collect(),
        }
    }
}

/// What stands of a target: the newest report and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recorded {
    /// The round that was checked.
    pub round: u32,
    /// The version of the rules.
    pub rules: u32,
    /// What was found.
    pub report: Report,
}

impl Recorded {
    /// Errors and warnings that nobody waived: what is open.
    pub fn open(&self, waivers: &[Waiver]) -> u32 {
        let waived = |finding: &&Finding| !waivers.iter().any(|waiver| waiver.key == finding.key);
        count(self.alarms().filter(waived))
    }

    /// Errors and warnings, waived or not.
    pub fn all(&self) -> u32 {
        count(self.alarms())
    }

    fn alarms(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|finding| finding.severity != Severity::Hint)
    }
}

fn count<'a>(findings: impl Iterator<Item = &'a Finding>) -> u32 {
    u32::try_from(findings.count()).unwrap_or(u32::MAX)
}

/// That a finding was looked at and may stand (不予预警), by whom and why. It holds in later rounds while the text is unchanged,
/// because the finding's key is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The finding's key.
    pub key: String,
    /// The check's id.
    pub check: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// What one check notes down.
#[derive(Debug)]
pub struct Notes {
    id: &'static str,
    severity: Severity,
    report: Report,
}

impl Notes {
    pub(super) fn new(id: &'static str, severity: Severity) -> Self {
        Self { id, severity, report: Report::default() }
    }

    /// Notes a finding; what it returns takes slots.
    pub fn at(&mut self, place: Place, trigger: impl Into<String>) -> &mut Finding {
        let found = Finding {
            id: self.id.to_owned(),
            severity: self.severity,
            place,
            others: Vec::new(),
            trigger: trigger.into(),
            slots: BTreeMap::new(),
            key: String::new(),
        };
        let last = self.report.findings.len();
        self.report.findings.push(found);
        &mut self.report.findings[last]
    }

    /// Notes that the check could not be made, or not wholly; one reason once.
    pub fn cannot(&mut self, reason: Lack) {
        let unchecked = Unchecked { id: self.id.to_owned(), reason };
        if !self.report.unchecked.contains(&unchecked) {
            self.report.unchecked.push(unchecked);
        }
    }

    /// What was noted, each finding with the name of its place and the key under which later rounds know it; `words` gives
    /// a place's name and all its words.
    pub(super) fn finish(mut self, words: &dyn Fn(Place) -> (String, String)) -> Report {
        for finding in &mut self.report.findings {
            let (name, words) = words(finding.place);
            finding.key = key(&finding.id, &words, &finding.trigger);
            if !name.is_empty() {
                finding.slots.insert("name".to_owned(), name);
            }
        }
        self.report
    }
}

fn key(id: &str, words: &str, trigger: &str) -> String {
    let digest = Sha256::digest([id, words, trigger].join("\u{0}"));
    hex(&digest[..8])
}
