//! The checks on forms that people labelled: published forms (`tests/forms/checks.json`) and the sample year, whose faults are
//! annotated in its files. What needs links or a prior year is measured apart.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use huishen::domain::check::subject::{Sibling, block};
use huishen::domain::check::{self, Place, Report, Subject};
use huishen::domain::handin::HandedTarget;
use huishen::domain::measure::Sign;
use huishen::domain::money::Money;
use huishen::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Submission, UnitName};
use huishen::exchange::{self, Kind};
use serde_json::Value;

/// Checks that need links or a prior year.
const ELSEWHERE: [&str; 6] =
    ["objective-uncovered", "indicator-orphan", "below-prior", "far-above-prior", "unit-cost-jump", "unchanged-text"];

/// What was found rightly, wrongly and not at all.
#[derive(Default)]
struct Score {
    right: Vec<String>,
    wrong: Vec<String>,
    missed: Vec<String>,
    /// Forms that could not be read.
    unread: Vec<String>,
}

impl Score {
    fn precision(&self) -> f64 {
        ratio(self.right.len(), self.wrong.len())
    }

    fn recall(&self) -> f64 {
        ratio(self.right.len(), self.missed.len())
    }

    fn told(&self) -> String {
        format!(
            "right {} precision {:.3} recall {:.3}\nunread: {:?}\nwrong:\n  {}\nmissed:\n  {}",
            self.right.len(),
            self.precision(),
            self.recall(),
            self.unread,
            self.wrong.join("\n  "),
            self.missed.join("\n  ")
        )
    }
}

fn ratio(good: usize, bad: usize) -> f64 {
    let (good, bad) = (f64::from(u32::try_from(good).unwrap()), f64::from(u32::try_from(bad).unwrap()));
    if good + bad == 0.0 { 1.0 } else { good / (good + bad) }
}

fn siblings(of: &HandedTarget, all: &[HandedTarget]) -> Vec<Sibling> {
    let others = all.iter().filter(|one| one.unit == of.unit && one.project != of.project);
    others.map(|one| Sibling { project: one.project.name.clone(), block: block(&one.submission.indicators) }).collect()
}

fn report(target: &HandedTarget, all: &[HandedTarget], links: &[Link]) -> Report {
    let beside = siblings(target, all);
    let subject = Subject::new(target.year, target.category.as_deref(), &target.project, &target.submission);
    check::target(&subject.linked(links).beside(&beside))
}

fn is(expected: &Value, found: &check::Finding) -> bool {
    if expected["id"].as_str() != Some(found.id.as_str()) {
        return false;
    }
    let at = |field: &str| expected[field].as_u64().and_then(|place| u32::try_from(place).ok());
    let also = expected["also"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    match (at("indicator"), at("objective")) {
        (Some(place), _) => {
            let found = found.place.indicator();
            found == Some(place) || also.into_iter().any(|place| found.map(u64::from) == Some(place))
        }
        (None, Some(place)) => found.place == Place::Item(place),
        (None, None) => true,
    }
}

fn list<'a>(entry: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    entry[field].as_array().into_iter().flatten()
}

/// Compares what was found on one form with its labels.
fn compare(score: &mut Score, name: &str, entry: &Value, report: &Report, within: impl Fn(&str) -> bool) {
    for expected in list(entry, "findings").filter(|one| within(one["id"].as_str().unwrap())) {
        let told = format!("{name}: {} {} {}", expected["id"], expected["objective"], expected["indicator"]);
        let hit = report.findings.iter().any(|found| is(expected, found));
        if hit { score.right.push(told) } else { score.missed.push(told) }
    }
    for found in report.findings.iter().filter(|found| within(&found.id)) {
        if !list(entry, "findings").chain(list(entry, "may")).any(|expected| is(expected, found)) {
            let never = list(entry, "must_not").any(|id| id.as_str() == Some(found.id.as_str()));
            let mark = if never { " (must not)" } else { "" };
            score.wrong.push(format!(
                "{name}: {} {:?} {}{mark}",
                found.id,
                found.place,
                check::sentence::message(found)
            ));
        }
    }
}

fn is_ours(id: &str) -> bool {
    !ELSEWHERE.contains(&id)
}

/// Findings on the labelled forms of a folder.
fn measured(folder: &str) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let labels: Value = serde_json::from_slice(&fs::read(folder.join("checks.json")).unwrap()).unwrap();
    let mut score = Score::default();
    for entry in labels.as_array().unwrap() {
        let (file, project) = (entry["file"].as_str().unwrap(), entry["project"].as_str().unwrap());
        let bytes = fs::read(folder.join(file)).unwrap();
        let Ok(handin) = exchange::read(file, &bytes, Kind::Auto) else {
            score.unread.push(file.to_owned());
            continue;
        };
        let found = handin.targets.iter().find(|target| target.project.name.trim() == project.trim());
        match found {
            Some(target) => compare(&mut score, project, entry, &report(target, &handin.targets, &[]), is_ours),
            None if handin.evaluations.is_empty() => score.unread.push(format!("{file} {project}")),
            None => {}
        }
    }
    score
}

#[test]
fn findings_on_other_published_forms_are_those_that_people_expect() {
    let score = measured("tests/forms-more");
    assert!(score.right.len() >= 20, "the labels are gone: {}", score.told());
    assert!(score.precision() >= 0.97 && score.recall() >= 0.92, "{}", score.told());
    assert!(!score.wrong.iter().any(|wrong| wrong.ends_with("(must not)")), "{}", score.told());
}

#[test]
fn findings_on_a_third_set_of_forms_are_those_that_people_expect() {
    let score = measured("tests/forms-fresh");
    assert!(score.right.len() >= 40, "the labels are gone: {}", score.told());
    assert!(score.precision() >= 0.97 && score.recall() >= 0.92, "{}", score.told());
    assert!(!score.wrong.iter().any(|wrong| wrong.ends_with("(must not)")), "{}", score.told());
}

#[test]
fn findings_on_a_ninth_set_of_forms_raise_no_false_alarm() {
    let score = measured("tests/forms-ninth");
    assert!(score.right.len() >= 70 && score.unread.is_empty(), "the labels are gone: {}", score.told());
    assert!(score.wrong.is_empty() && score.missed.is_empty(), "{}", score.told());
}

#[test]
fn findings_on_published_forms_are_those_that_people_expect() {
    let score = measured("tests/forms");
    assert!(score.right.len() >= 45, "the labels are gone: {}", score.told());
    assert!(score.precision() >= 0.97 && score.recall() >= 0.92, "{}", score.told());
    assert!(!score.wrong.iter().any(|wrong| wrong.ends_with("(must not)")), "{}", score.told());
}

/// A target of the sample year with the faults that its file admits.
struct Annotated {
    target: HandedTarget,
    links: Vec<Link>,
    faults: BTreeSet<String>,
}

fn sample() -> Vec<Annotated> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/targets");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|path| annotated(&fs::read_to_string(path).unwrap())).collect()
}

fn annotated(text: &str) -> Vec<Annotated> {
    let mut faults = Vec::new();
    let mut said = BTreeSet::new();
    for line in text.lines() {
        if let Some(ids) = line.strip_prefix("# 有意的问题:") {
            said = ids.split(',').map(|id| id.trim().to_owned()).collect();
        }
        if line.trim() == "[[target]]" {
            faults.push(std::mem::take(&mut said));
        }
    }
    let table: toml::Table = toml::from_str(text).unwrap();
    let targets = table["target"].as_array().unwrap();
    assert_eq!(targets.len(), faults.len());
    targets.iter().zip(faults).map(|(target, faults)| last_submission(target, faults)).collect()
}

/// The target as it was handed in last.
fn last_submission(target: &toml::Value, faults: BTreeSet<String>) -> Annotated {
    let amends: Vec<&toml::Value> = target.get("amend").and_then(toml::Value::as_array).into_iter().flatten().collect();
    let said = |field: &str| amends.iter().rev().find_map(|amend| amend.get(field)).or_else(|| target.get(field));
    let text = |field: &str| said(field).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let lines = |field: &str| {
        let all = said(field).and_then(toml::Value::as_array).into_iter().flatten();
        all.filter_map(toml::Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    let submission = Submission {
        amount: Money::from_wan(text("amount").parse().unwrap()),
        objective: text("objective"),
        indicators: lines("indicators").iter().map(|line| indicator(line)).collect(),
        source: String::new(),
        until: None,
    };
    let link = |line: &String| {
        let (objective, indicator) = line.split_once('-').unwrap();
        let place = |text: &str| text.parse::<u32>().unwrap() - 1;
        let (objective, indicator) = (place(objective), place(indicator));
        Link {
            objective,
            indicator,
            origin: LinkOrigin::Confirmed,
            confidence: 100,
            by: String::new(),
            grounds: Vec::new(),
        }
    };
    let handed = HandedTarget {
        unit: UnitName { code: Some(text("unit")), name: text("unit") },
        project: ProjectName { code: Some(text("code")), name: text("project") },
        year: Some(2021),
        category: Some(text("category")),
        submission,
    };
    Annotated { target: handed, links: lines("links").iter().map(link).collect(), faults }
}

fn indicator(line: &str) -> Indicator {
    let parts: Vec<Option<String>> =
        line.split('|').map(|part| (!part.trim().is_empty()).then(|| part.trim().to_owned())).collect();
    let [l1, l2, l3, sign, value, unit, weight] = <[_; 7]>::try_from(parts).unwrap();
    let sign = sign.map(|sign| sign.parse::<Sign>().unwrap());
    let raw = value.clone().unwrap_or_default();
    Indicator { l1, l2, l3, sign, value: Some(value.unwrap_or_default()), unit, weight, raw }
}

#[test]
fn findings_on_the_sample_year_are_those_that_it_admits() {
    let sample = sample();
    let all: Vec<HandedTarget> = sample.iter().map(|one| one.target.clone()).collect();
    let mut score = Score::default();
    for one in &sample {
        let report = report(&one.target, &all, &one.links);
        let found: BTreeSet<String> = report.findings.iter().map(|found| found.id.clone()).collect();
        let name = &one.target.project.name;
        let ours = |id: &&String| !ELSEWHERE[2..].contains(&id.as_str());
        for id in one.faults.iter().filter(ours) {
            let told = format!("{name}: {id}");
            if found.contains(id) { score.right.push(told) } else { score.missed.push(told) }
        }
        for found in report.findings.iter().filter(|found| !one.faults.contains(&found.id)) {
            score.wrong.push(format!("{name}: {} {}", found.id, check::sentence::message(found)));
        }
    }
    assert!(score.right.len() >= 60, "the annotations are gone: {}", score.told());
    assert!(score.precision() >= 0.97 && score.recall() >= 0.97, "{}", score.told());
}
