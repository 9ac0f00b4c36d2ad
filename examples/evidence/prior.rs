//! The measure of last year beside this year: which indicators are the same thing. Never by position; an indicator that people
//! neither matched nor called unmatched counts neither way. Beside it, as `checks`, the findings that need the earlier year.

use huishen::domain::evaluation::Evaluation;
use huishen::domain::handin::HandedTarget;
use huishen::domain::prior::twins;
use huishen::domain::target::Indicator;
use serde::Deserialize;
use serde_json::{Value, json};

use super::checks::{Expected, OF_PRIOR, Sheet, compare};
use super::folder::Folder;
use super::library;
use super::score::Score;

#[derive(Deserialize)]
struct Place {
    file: String,
    project: String,
}

#[derive(Deserialize)]
struct Label {
    target: Place,
    evaluation: Place,
    matches: Vec<(usize, usize)>,
    #[serde(default)]
    unmatched_target: Vec<usize>,
    #[serde(default)]
    unmatched_evaluation: Vec<usize>,
    #[serde(default)]
    findings: Vec<Expected>,
    #[serde(default)]
    must_not: Vec<String>,
}

impl Label {
    /// Whether people looked at both sides of a pair that they did not match.
    fn denies(&self, (indicator, earlier): (usize, usize)) -> bool {
        self.unmatched_target.contains(&indicator)
            || self.unmatched_evaluation.contains(&earlier)
            || self.matches.iter().any(|pair| pair.0 == indicator || pair.1 == earlier)
    }
}

/// True and false positives and misses over all labelled pairs of a target and its evaluation.
pub fn measure(folder: &Folder) -> anyhow::Result<Option<Value>> {
    let Some(labels) = folder.labels::<Label>("prior.json")? else { return Ok(None) };
    let (mut score, mut checks) = (Score::default(), Score::default());
    for label in &labels {
        let target = folder.target(&label.target.file, &label.target.project);
        let evaluation = folder.evaluation(&label.evaluation.file, &label.evaluation.project);
        match (target, evaluation) {
            (Ok(target), Ok(evaluation)) => {
                pair(&mut score, label, target, evaluation);
                findings(folder, &mut checks, label, target, evaluation);
            }
            (target, evaluation) => {
                let reason = target.err().or(evaluation.err());
                let error = json!({"file": label.target.file, "project": label.target.project, "reason": reason});
                score.unreadable(label.matches.len(), error);
            }
        }
    }
    let mut out = score.json();
    out.insert("checks".to_owned(), Value::Object(checks.json()));
    Ok(Some(Value::Object(out)))
}

/// The findings that need the earlier year, where people labelled them.
fn findings(folder: &Folder, score: &mut Score, label: &Label, target: &HandedTarget, evaluation: &Evaluation) {
    if label.must_not.is_empty() && label.findings.is_empty() {
        return;
    }
    let mut found = library::of_target(folder, &label.target.file, target, Some(evaluation));
    found.retain(|found| OF_PRIOR.contains(&found.id.as_str()));
    let sheet = Sheet { findings: &label.findings, must_not: &label.must_not, may: &[] };
    let place = json!({"file": label.target.file, "project": label.target.project});
    compare(score, &sheet, &found, &place);
}

fn pair(score: &mut Score, label: &Label, target: &HandedTarget, evaluation: &Evaluation) {
    let found = twins(&target.submission.indicators, &evaluation.indicators, &[]);
    let found: Vec<_> = found.iter().enumerate().filter_map(|(at, twin)| Some((at, twin.as_ref()?.place))).collect();
    let tell = |(indicator, earlier): (usize, usize)| {
        json!({
            "file": label.target.file,
            "project": label.target.project,
            "indicator": indicator,
            "name": target.submission.indicators.get(indicator).map(Indicator::name),
            "evaluation_indicator": earlier,
            "earlier_name": evaluation.indicators.get(earlier).and_then(|one| one.l3.as_deref()),
        })
    };
    for &pair in &found {
        if label.matches.contains(&pair) {
            score.right();
        } else if label.denies(pair) {
            score.wrong(tell(pair));
        }
    }
    label.matches.iter().filter(|pair| !found.contains(pair)).for_each(|&pair| score.missed(tell(pair)));
}
