//! The measure of reading: every field of every expected content, compared with what was read. Null may be inferred.

use huishen::domain::handin::Severity;
use huishen::exchange::schema::HandInJson;
use serde_json::{Value, json};

use super::folder::{Expectation, Folder};

/// Files, fields compared, and the wrong ones with their places.
pub fn measure(folder: &Folder) -> anyhow::Result<Option<Value>> {
    let expected = folder.expected()?;
    if expected.is_empty() {
        return Ok(None);
    }
    let mut tally = Tally::default();
    let files = expected.len();
    for Expectation { file, read, expected } in expected {
        match read {
            Ok(handin) => {
                let got = serde_json::to_value(HandInJson::new(std::slice::from_ref(handin), &handin.problems))?;
                tally.compare(&file, &expected, &got);
                // What holds nothing has to be refused.
                let errors = handin.problems.iter().filter(|problem| problem.severity == Severity::Error);
                for problem in errors.filter(|_| !is_empty(&expected)) {
                    tally.wrong.push(json!({"place": format!("{file} {}", problem.r#where), "read": problem.message}));
                }
            }
            Err(reason) => tally.missing(&file, &expected, &reason),
        }
    }
    Ok(Some(json!({
        "files": files,
        "fields_compared": tally.compared,
        "fields_wrong": tally.wrong.len(),
        "errors": tally.wrong,
    })))
}

/// Whether nothing is expected.
fn is_empty(expected: &Value) -> bool {
    ["targets", "evaluations", "monitorings", "assessments", "records"]
        .iter()
        .all(|list| expected[list].as_array().is_none_or(Vec::is_empty))
}

#[derive(Default)]
struct Tally {
    compared: usize,
    wrong: Vec<Value>,
}

impl Tally {
    fn compare(&mut self, path: &str, expected: &Value, got: &Value) {
        match (expected, got) {
            (Value::Null, _) => {}
            (Value::Object(expected), Value::Object(got)) => {
                for (key, value) in expected {
                    self.compare(&format!("{path}.{key}"), value, got.get(key).unwrap_or(&Value::Null));
                }
            }
            (Value::Array(expected), Value::Array(got)) => self.lists(path, expected, got),
            (Value::Array(_), Value::Null) => self.missing(path, expected, "not read"),
            (expected, got) => {
                self.compared += 1;
                if !same(expected, got) {
                    self.wrong.push(json!({"place": path, "expected": expected, "read": got}));
                }
            }
        }
    }

    fn lists(&mut self, path: &str, expected: &[Value], got: &[Value]) {
        for (place, value) in expected.iter().enumerate() {
            let path = format!("{path}[{place}]");
            match got.get(place) {
                Some(got) => self.compare(&path, value, got),
                None => self.missing(&path, value, "not read"),
            }
        }
        for (place, value) in got.iter().enumerate().skip(expected.len()) {
            self.wrong.push(json!({"place": format!("{path}[{place}]"), "expected": null, "read": value}));
        }
    }

    /// Counts every field of something that was not read.
    fn missing(&mut self, path: &str, expected: &Value, reason: &str) {
        match expected {
            Value::Null => {}
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| self.missing(&format!("{path}.{key}"), value, reason));
            }
            Value::Array(values) => {
                values
                    .iter()
                    .enumerate()
                    .for_each(|(place, value)| self.missing(&format!("{path}[{place}]"), value, reason));
            }
            value => {
                self.compared += 1;
                self.wrong.push(json!({"place": path, "expected": value, "read": null, "reason": reason}));
            }
        }
    }
}

/// Texts compare after trimming and without line breaks.
fn same(expected: &Value, got: &Value) -> bool {
    let plain = |text: &str| text.trim().replace('\n', "");
    match (expected, got) {
        (Value::String(expected), Value::String(got)) => plain(expected) == plain(got),
        (expected, got) => expected == got,
    }
}
