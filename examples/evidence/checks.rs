//! The measure of checks: findings on targets and evaluations. What `may` stand either way counts neither way; an `also`
//! place is as good. Findings that need a prior year are labelled in `prior.json`, and only those are measured there.

use serde::Deserialize;
use serde_json::{Value, json};

use super::folder::Folder;
use super::library::{self, Found};
use super::score::Score;

/// Checks that need a prior year.
pub const OF_PRIOR: [&str; 4] = ["below-prior", "far-above-prior", "unit-cost-jump", "unchanged-text"];

/// An expected finding. Without a place, any place will do.
#[derive(Deserialize)]
pub struct Expected {
    id: String,
    indicator: Option<u32>,
    objective: Option<u32>,
    #[serde(default)]
    also: Vec<u32>,
}

impl Expected {
    fn is(&self, found: &Found) -> bool {
        if self.id != found.id {
            return false;
        }
        match (self.indicator, self.objective) {
            (None, None) => true,
            (Some(_), _) => {
                self.indicator == found.indicator || found.indicator.is_some_and(|at| self.also.contains(&at))
            }
            (None, Some(_)) => self.objective == found.objective,
        }
    }
}

#[derive(Deserialize)]
struct Label {
    file: String,
    project: String,
    findings: Vec<Expected>,
    must_not: Vec<String>,
    #[serde(default)]
    may: Vec<Expected>,
}

/// What people expect of a form.
pub struct Sheet<'a> {
    /// Findings that must stand.
    pub findings: &'a [Expected],
    /// Ids that would be false alarms.
    pub must_not: &'a [String],
    /// Findings that may stand.
    pub may: &'a [Expected],
}

/// Compares what was found on a form with what people expect; `place` names the form.
pub fn compare(score: &mut Score, sheet: &Sheet<'_>, found: &[Found], place: &Value) {
    let tell = |id: &str, objective: Option<u32>, indicator: Option<u32>| {
        let mut error = place.clone();
        error["id"] = json!(id);
        error["objective"] = json!(objective);
        error["indicator"] = json!(indicator);
        error
    };
    for expected in sheet.findings {
        if found.iter().any(|found| expected.is(found)) {
            score.right();
        } else {
            score.missed(tell(&expected.id, expected.objective, expected.indicator));
        }
    }
    for found in found {
        if !sheet.findings.iter().chain(sheet.may).any(|expected| expected.is(found)) {
            let mut error = tell(&found.id, found.objective, found.indicator);
            error["must_not"] = json!(sheet.must_not.contains(&found.id));
            error["message"] = json!(found.message);
            score.wrong(error);
        }
    }
}

/// True and false positives and misses of all labelled forms.
pub fn measure(folder: &Folder) -> anyhow::Result<Option<Value>> {
    let Some(labels) = folder.labels::<Label>("checks.json")? else { return Ok(None) };
    let mut score = Score::default();
    for label in &labels {
        let place = json!({"file": label.file, "project": label.project});
        match library::findings(folder, &label.file, &label.project) {
            Ok(mut found) => {
                found.retain(|found| !OF_PRIOR.contains(&found.id.as_str()));
                let sheet = Sheet { findings: &label.findings, must_not: &label.must_not, may: &label.may };
                compare(&mut score, &sheet, &found, &place);
            }
            Err(reason) => {
                let mut error = place;
                error["reason"] = json!(reason);
                score.unreadable(label.findings.len(), error);
            }
        }
    }
    Ok(Some(Value::Object(score.json())))
}
