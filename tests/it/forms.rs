//! Forms as units hand them in: every published form in `tests/forms` is read and compared with its expected contents.
//!
//! How texts compare is told in `tests/forms/README.md`; what is null there may be inferred.

use std::path::{Path, PathBuf};

use huishen::domain::handin::{HandIn, Problem, Severity};
use huishen::domain::objective;
use huishen::exchange::schema::HandInJson;
use huishen::exchange::{self, Kind};
use serde_json::Value;

mod bad;
mod county;
mod harmless;
mod hidden;
mod hostile;
mod layouts;
mod more;
mod provinces;
mod recast;
mod sheets;
mod synthetic;
pub mod yearly;

/// Forms whose layout is not supported yet.
const UNSUPPORTED: [&str; 0] = [];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms")
}

pub(crate) fn read(file: &str) -> HandIn {
    let bytes = std::fs::read(folder().join(file)).unwrap();
    exchange::read(file, &bytes, Kind::Auto).unwrap_or_else(|error| panic!("{error}"))
}

/// The files of a folder that have an expected content, by the content's name.
fn forms_in(folder: &Path) -> Vec<(String, Value)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(stem) = name.strip_suffix(".expect.json") else { continue };
        let file = ["xlsx", "xls", "ods", "csv", "docx"].map(|extension| format!("{stem}.{extension}"));
        let file = file.into_iter().find(|file| folder.join(file).exists()).unwrap();
        let expected = serde_json::from_slice(&std::fs::read(folder.join(&name)).unwrap()).unwrap();
        out.push((file, expected));
    }
    out.sort_by(|left, right| left.0.cmp(&right.0));
    out
}

pub(crate) fn forms() -> Vec<(String, Value)> {
    forms_in(&folder())
}

/// Compares field by field; gives the paths that differ.
fn differences(path: &str, expected: &Value, got: &Value, out: &mut Vec<String>) {
    match (expected, got) {
        (Value::Null, _) => {}
        (Value::Object(expected), Value::Object(got)) => {
            for (key, value) in expected {
                differences(&format!("{path}.{key}"), value, got.get(key).unwrap_or(&Value::Null), out);
            }
        }
        (Value::Array(expected), Value::Array(got)) => {
            if expected.len() != got.len() {
                out.push(format!("{path}: {} expected, {} read", expected.len(), got.len()));
            }
            for (place, (expected, got)) in expected.iter().zip(got).enumerate() {
                differences(&format!("{path}[{place}]"), expected, got, out);
            }
        }
        (Value::String(expected), Value::String(got)) if plain(expected) == plain(got) => {}
        (expected, got) if expected == got => {}
        (expected, got) => out.push(format!("{path}: {expected} expected, {got} read")),
    }
}

fn plain(text: &str) -> String {
    text.trim().replace('\n', "")
}

#[test]
fn every_form_reads_as_expected() {
    let forms = forms();
    assert!(forms.len() >= 23, "the forms are gone");
    let mut wrong = Vec::new();
    for (file, expected) in forms.iter().filter(|(file, _)| !UNSUPPORTED.contains(&file.as_str())) {
        let handins = [read(file)];
        let got = serde_json::to_value(HandInJson::new(&handins, &handins[0].problems)).unwrap();
        let before = wrong.len();
        differences(file, expected, &got, &mut wrong);
        for problem in handins[0].problems.iter().filter(|problem| problem.severity == Severity::Error) {
            wrong.push(format!("{file}: {problem:?}"));
        }
        if wrong.len() > before {
            wrong.push(format!("{file}: problems {:?}", handins[0].problems));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ids that people labelled as faults of a file's forms.
fn labelled(file: &str) -> Vec<String> {
    let checks: Value = serde_json::from_slice(&std::fs::read(folder().join("checks.json")).unwrap()).unwrap();
    let entries = checks.as_array().unwrap().iter().filter(|entry| entry["file"] == file);
    let findings = entries.flat_map(|entry| entry["findings"].as_array().unwrap());
    findings.map(|finding| finding["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn published_forms_raise_no_doubts_but_the_unstated_unit_of_money_and_the_faults_that_people_saw() {
    let mut faults = 0;
    for (file, _) in forms() {
        let handin = read(&file);
        let seen = labelled(&file);
        let known = |problem: &Problem| seen.iter().any(|id| problem.message.contains(&format!("({id},")));
        let doubts = handin.problems.iter().filter(|problem| problem.severity != Severity::Hint);
        let (told, doubts): (Vec<_>, Vec<_>) = doubts.partition(|problem| known(problem));
        assert!(doubts.is_empty(), "{file}: {doubts:?}");
        faults += told.len();
    }
    assert_eq!(faults, 3, "a cost above what was executed, and 完成 twice for a number");
}

#[test]
fn evaluations_of_published_forms_raise_no_hint_about_values_but_the_faults_that_people_saw() {
    for (file, _) in forms() {
        let handin = read(&file);
        let seen = labelled(&file);
        let cells: Vec<&str> =
            handin.places.evaluations.iter().flat_map(|one| &one.indicators).map(|cells| cells.1.as_str()).collect();
        let known = |problem: &Problem| seen.iter().any(|id| problem.message.contains(&format!("({id},")));
        let mut told = handin.problems.iter().filter(|problem| cells.contains(&problem.r#where.as_str()));
        let told = told.find(|problem| !known(problem));
        assert!(told.is_none(), "{file}: {told:?}");
    }
}

#[test]
fn objectives_part_into_the_items_that_people_counted() {
    let links: Value = serde_json::from_slice(&std::fs::read(folder().join("links.json")).unwrap()).unwrap();
    for entry in links.as_array().unwrap() {
        let (file, project) = (entry["file"].as_str().unwrap(), entry["project"].as_str().unwrap());
        let handin = read(file);
        let target = handin.targets.iter().find(|target| target.project.name == project).unwrap();
        let items = objective::items(&target.submission.objective);
        let expected: Vec<&str> =
            entry["objective_items"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(items.len(), expected.len(), "{project}: {items:?}");
        for (item, expected) in items.iter().zip(&expected) {
            assert!(item.contains(expected), "{project}: {item} for {expected}");
        }
    }
}

#[test]
fn the_objectives_that_checks_point_into_have_those_items() {
    let checks: Value = serde_json::from_slice(&std::fs::read(folder().join("checks.json")).unwrap()).unwrap();
    let mut seen = 0;
    for entry in checks.as_array().unwrap() {
        let (file, project) = (entry["file"].as_str().unwrap(), entry["project"].as_str().unwrap());
        let places: Vec<u64> =
            entry["findings"].as_array().unwrap().iter().filter_map(|finding| finding["objective"].as_u64()).collect();
        let handin = read(file);
        let Some(target) = handin.targets.iter().find(|target| target.project.name == project) else { continue };
        let items = objective::items(&target.submission.objective).len() as u64;
        for place in places {
            seen += 1;
            assert!(place < items, "{project}: item {place} of {items}");
        }
    }
    assert!(seen > 5);
}
