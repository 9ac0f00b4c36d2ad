//! Eight more sets of forms: published ones of other counties and layouts in six sets, and composed ones for what published forms do
//! not happen to show.

use std::path::{Path, PathBuf};

use huishen::domain::handin::Severity;
use huishen::exchange::schema::HandInJson;
use huishen::exchange::{self, Kind};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Reads every form of a folder; the fields that are not as expected, with the file's problems.
fn wrong(folder: &Path, least: usize) -> Vec<String> {
    let forms = super::forms_in(folder);
    assert!(forms.len() >= least, "the forms are gone");
    let mut wrong = Vec::new();
    for (file, expected) in &forms {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let handin = match exchange::read(file, &bytes, Kind::Auto) {
            Ok(handin) => handin,
            Err(error) => {
                wrong.push(error.to_string());
                continue;
            }
        };
        let handins = [handin];
        let got = serde_json::to_value(HandInJson::new(&handins, &handins[0].problems)).unwrap();
        let before = wrong.len();
        super::differences(file, expected, &got, &mut wrong);
        if wrong.len() > before {
            wrong.push(format!("{file}: problems {:?}", handins[0].problems));
        }
    }
    wrong
}

#[test]
fn every_form_of_the_second_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-more"), 26);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_third_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-fresh"), 31);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_fourth_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-wider"), 28);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_fifth_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-unseen"), 11);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_sixth_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-blind"), 24);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_seventh_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-seventh"), 40);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_eighth_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-eighth"), 42);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_of_the_ninth_set_reads_as_expected() {
    let wrong = wrong(&folder("forms-ninth"), 65);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_published_form_is_refused() {
    let sets =
        ["forms-fresh", "forms-wider", "forms-unseen", "forms-blind", "forms-seventh", "forms-eighth", "forms-ninth"];
    for set in sets {
        for (file, _) in super::forms_in(&folder(set)) {
            let bytes = std::fs::read(folder(set).join(&file)).unwrap();
            let handin = exchange::read(&file, &bytes, Kind::Auto).unwrap();
            assert!(!handin.is_refused(), "{file}: {:?}", handin.problems);
        }
    }
}

#[test]
fn forms_of_the_third_set_raise_no_doubts_but_those_that_people_saw() {
    let mut told = Vec::new();
    for (file, _) in super::forms_in(&folder("forms-fresh")) {
        let bytes = std::fs::read(folder("forms-fresh").join(&file)).unwrap();
        let handin = exchange::read(&file, &bytes, Kind::Auto).unwrap();
        let doubts = handin.problems.iter().filter(|one| one.severity == Severity::Warning);
        told.extend(doubts.map(|one| format!("{file} {}", one.r#where)));
    }
    // Its form names only the ministry and the province; a number was planned and nothing said of it; a word for a number.
    assert_eq!(told, ["annex1-wuxi-housing.xlsx 附件1!A2"]);
}

#[test]
fn every_composed_form_reads_as_expected() {
    let wrong = wrong(&folder("forms-composed"), 15);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn doubtful_values_of_evaluations_are_told_at_their_cells() {
    rust_i18n::set_locale("zh");
    for (file, expected) in [
        ("selfeval-doubtful-two-sheets.xlsx", ["饮水!F17", "防汛!F19", "防汛!F15", "防汛!F7"]),
        (
            "selfeval-doubtful-two-tables.docx",
            ["表 1 第 14 行第 6 格", "表 2 第 16 行第 6 格", "表 2 第 12 行第 6 格", "表 2 第 4 行第 5 格"],
        ),
    ] {
        let bytes = std::fs::read(folder("forms-composed").join(file)).unwrap();
        let handin = exchange::read(file, &bytes, Kind::Auto).unwrap();
        let told: Vec<_> = handin.problems.iter().map(|one| (one.severity, one.r#where.as_str())).collect();
        assert_eq!(told, expected.map(|place| (Severity::Warning, place)), "{file}");
        assert!(handin.problems.iter().all(|one| one.file == file && one.message.contains("规则:")));
        assert!(!handin.is_refused(), "nothing of it forbids taking the file");
    }
}

#[test]
fn other_composed_forms_raise_no_doubts() {
    for (file, _) in super::forms_in(&folder("forms-composed")) {
        let bytes = std::fs::read(folder("forms-composed").join(&file)).unwrap();
        let handin = exchange::read(&file, &bytes, Kind::Auto).unwrap();
        let doubts: Vec<_> = handin.problems.iter().filter(|one| one.severity != Severity::Hint).collect();
        assert!(doubts.is_empty() || file.contains("doubtful"), "{file}: {doubts:?}");
    }
}
