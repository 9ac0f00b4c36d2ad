//! What the program finds in the forms of `tests/forms`, measured against what people found, and the measure itself.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::evidence::measured;

fn forms() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms")
}

/// A folder with one target form and one evaluation, whose labels are written by the test.
fn small(labels: &[(&str, Value)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in ["sichuan-zhongjiang.xlsx", "selfeval-zhongjiang.xlsx"] {
        fs::copy(forms().join(file), folder.path().join(file)).unwrap();
    }
    for (name, value) in labels {
        fs::write(folder.path().join(name), value.to_string()).unwrap();
    }
    folder
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn a_folder_without_labels_measures_nothing() {
    assert_eq!(measured(small(&[]).path(), None).unwrap(), json!({}));
}

#[test]
fn a_field_read_wrongly_is_told_with_its_place() {
    let expected = fs::read(forms().join("sichuan-zhongjiang.expect.json")).unwrap();
    let mut expected: Value = serde_json::from_slice(&expected).unwrap();
    expected["targets"][0]["indicators"][2]["l3"] = json!("another name");
    let out = measured(small(&[("sichuan-zhongjiang.expect.json", expected)]).path(), None).unwrap();
    let import = &out["import"];
    assert_eq!((number(&import["files"]), number(&import["fields_wrong"])), (1, 1), "{import}");
    assert_eq!(import["errors"][0]["place"], "sichuan-zhongjiang.xlsx.targets[0].indicators[2].l3");
    assert!(number(&import["fields_compared"]) > 50);
}

#[test]
fn a_pair_counts_by_its_labels_and_the_unlabelled_neither_way() {
    let place = |file: &str, project: &str| json!({"file": file, "project": project});
    let target = place("sichuan-zhongjiang.xlsx", "小型水库水标尺安装");
    let evaluation =
        place("selfeval-zhongjiang.xlsx", "中江县农业水价综合改革精准补贴和节水奖励项目小型水库水标尺制作安装");
    let label = json!([{
        "target": target,
        "evaluation": evaluation,
        "matches": [[0, 0], [1, 2]],
        "unmatched_target": [3],
        "unmatched_evaluation": [],
    }]);
    let out = measured(small(&[("prior.json", label)]).path(), Some("prior")).unwrap();
    let prior = &out["prior"];
    let counts = ["true_positives", "false_positives", "misses"].map(|name| number(&prior[name]));
    // 1-1, 2-2 and 3-3 are found: two clash with 1-2, one is said to have no twin; the others were not labelled.
    assert_eq!(counts, [1, 3, 1], "{prior}");
    assert_eq!(prior["precision"], json!(0.25));
}

#[test]
fn every_field_of_every_form_is_read() {
    let out = measured(&forms(), Some("import")).unwrap();
    assert_eq!(number(&out["import"]["fields_wrong"]), 0, "{:#}", out["import"]["errors"]);
    assert!(number(&out["import"]["fields_compared"]) > 1900);
}

#[test]
fn last_year_is_found_beside_this_year() {
    for folder in [forms(), forms().with_file_name("forms-fresh"), forms().with_file_name("forms-wider")] {
        let out = measured(&folder, Some("prior")).unwrap();
        assert!(out["prior"]["f1"].as_f64().unwrap() >= 0.97, "{:#}", out["prior"]);
        assert_eq!(number(&out["prior"]["false_positives"]), 0, "{:#}", out["prior"]["errors"]);
    }
}

#[test]
fn findings_on_forms_with_suggested_links_are_seldom_false() {
    for set in ["forms", "forms-more", "forms-fresh", "forms-wider"] {
        let out = measured(&forms().with_file_name(set), Some("checks")).unwrap();
        let checks = &out["checks"];
        assert!(checks["precision"].as_f64().unwrap() >= 0.97, "{checks:#}");
        assert!(checks["recall"].as_f64().unwrap() >= 0.92, "{checks:#}");
        let errors = checks["errors"].as_array().unwrap();
        assert!(!errors.iter().any(|error| error["must_not"] == json!(true)), "{checks:#}");
    }
}
