//! The second set of forms: other counties, other layouts.

use std::path::{Path, PathBuf};

use huishen::exchange::schema::HandInJson;
use huishen::exchange::{self, Kind};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms-more")
}

#[test]
fn every_form_of_the_second_set_reads_as_expected() {
    let forms = super::forms_in(&folder());
    assert!(forms.len() >= 26, "the forms are gone");
    let mut wrong = Vec::new();
    for (file, expected) in &forms {
        let bytes = std::fs::read(folder().join(file)).unwrap();
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
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
