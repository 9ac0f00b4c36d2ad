//! How what the checks say of a form differs from what they said before: the findings that went and those that came.
//!
//! Owns the difference of two reports: applied to the first report it gives the second. It is journaled, so that an act that
//! changes one finding of many writes one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Finding, Report, Unchecked};

/// The difference between two reports on one round by one version of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Change {
    /// Findings that are none any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Gone>,
    /// Findings that are new, or say something else under the same key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<Found>,
    /// What can be checked now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checked: Vec<Unchecked>,
    /// What cannot be checked any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<Unchecked>,
}

/// A finding that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Its key.
    pub key: String,
    /// The how-manieth of its key, from 0.
    #[serde(default, skip_serializing_if = "is_first")]
    pub twin: u32,
}

/// A finding that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The how-manieth of its key, from 0.
    #[serde(default, skip_serializing_if = "is_first")]
    pub twin: u32,
    /// The finding.
    pub finding: Finding,
}

const fn is_first(twin: &u32) -> bool {
    *twin == 0
}

impl Change {
    /// What makes the report `after` of the report `before`.
    pub fn between(before: &Report, after: &Report) -> Self {
        let (were, are) = (twins(&before.findings), twins(&after.findings));
        let gone = were.keys().filter(|which| !are.contains_key(*which));
        let found = are.iter().filter(|(which, finding)| were.get(*which) != Some(*finding));
        let lacking = |of: &Report, other: &Report| {
            of.unchecked.iter().filter(|one| !other.unchecked.contains(one)).cloned().collect()
        };
        Self {
            gone: gone.map(|&(key, twin)| Gone { key: key.to_owned(), twin }).collect(),
            found: found.map(|(&(_, twin), &finding)| Found { twin, finding: finding.clone() }).collect(),
            checked: lacking(before, after),
            unchecked: lacking(after, before),
        }
    }

    /// Makes the later report of the earlier one.
    pub fn apply(&self, report: &mut Report) {
        let mut findings: BTreeMap<(String, u32), Finding> = twins(&report.findings)
            .into_iter()
            .map(|((key, twin), one)| ((key.to_owned(), twin), one.clone()))
            .collect();
        for gone in &self.gone {
            findings.remove(&(gone.key.clone(), gone.twin));
        }
        for found in &self.found {
            findings.insert((found.finding.key.clone(), found.twin), found.finding.clone());
        }
        report.findings = findings.into_values().collect();
        report.unchecked.retain(|one| !self.checked.contains(one));
        report.unchecked.extend(self.unchecked.iter().cloned());
        report.put_in_order();
    }
}

/// Findings by key, those of one key numbered in their order.
pub fn twins(findings: &[Finding]) -> BTreeMap<(&str, u32), &Finding> {
    let mut all = BTreeMap::new();
    for finding in findings {
        let key = finding.key.as_str();
        let twin = all.range((key, 0)..=(key, u32::MAX)).last().map_or(0, |((_, twin), _)| twin + 1);
        all.insert((key, twin), finding);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check::{Lack, Place};
    use crate::domain::handin::Severity;
    use proptest::prelude::*;

    fn finding(key: u8, place: u32, text: u8) -> Finding {
        Finding {
            id: "indicator-orphan".to_owned(),
            severity: Severity::Warning,
            place: Place::Indicator(place),
            others: Vec::new(),
            trigger: text.to_string(),
            slots: BTreeMap::new(),
            key: key.to_string(),
        }
    }

    fn report() -> impl Strategy<Value = Report> {
        let findings = prop::collection::vec((0_u8..5, 0_u32..4, 0_u8..2), 0..8);
        let lacks = prop::collection::btree_set(0_usize..Lack::ALL.len(), 0..4);
        (findings, lacks).prop_map(|(findings, lacks)| {
            let unchecked =
                lacks.into_iter().map(|at| Unchecked { id: "weight-sum".to_owned(), reason: Lack::ALL[at] });
            let findings = findings.into_iter().map(|(key, place, text)| finding(key, place, text)).collect();
            let mut report = Report { findings, unchecked: unchecked.collect() };
            report.put_in_order();
            report
        })
    }

    proptest! {
        #[test]
        fn applied_to_the_earlier_report_it_gives_the_later(before in report(), after in report()) {
            let change = Change::between(&before, &after);
            let mut made = before.clone();
            change.apply(&mut made);
            prop_assert_eq!(twins(&made.findings), twins(&after.findings));
            prop_assert_eq!(&made.unchecked, &after.unchecked);
            prop_assert_eq!(Change::between(&made, &after), Change::default());
            let json = serde_json::to_string(&change).unwrap();
            prop_assert_eq!(serde_json::from_str::<Change>(&json).unwrap(), change);
        }
    }

    #[test]
    fn what_stays_is_not_written_again() {
        let before =
            Report { findings: vec![finding(1, 0, 0), finding(2, 1, 0), finding(3, 2, 0)], unchecked: Vec::new() };
        let after = Report { findings: vec![finding(1, 0, 0), finding(3, 2, 1)], unchecked: Vec::new() };
        let change = Change::between(&before, &after);
        assert_eq!(change.gone, [Gone { key: "2".to_owned(), twin: 0 }]);
        assert_eq!(change.found, [Found { twin: 0, finding: finding(3, 2, 1) }]);
    }
}
