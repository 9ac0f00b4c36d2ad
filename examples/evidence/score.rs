//! Counts of right, wrong and missed, and what follows from them.

use serde_json::{Map, Value, json};

/// The counts of a measure with its errors.
#[derive(Default)]
pub struct Score {
    right: u64,
    wrong: u64,
    missed: u64,
    errors: Vec<Value>,
}

impl Score {
    /// Something said that people say too.
    pub const fn right(&mut self) {
        self.right += 1;
    }

    /// Something said that people do not say.
    pub fn wrong(&mut self, error: Value) {
        self.wrong += 1;
        self.errors.push(named("false-positive", error));
    }

    /// Something that people say and the program does not.
    pub fn missed(&mut self, error: Value) {
        self.missed += 1;
        self.errors.push(named("miss", error));
    }

    /// Something that could not be measured: `count` things are missed.
    pub fn unreadable(&mut self, count: usize, error: Value) {
        self.missed += u64::try_from(count).unwrap_or_default();
        self.errors.push(named("unreadable", error));
    }

    /// Precision, recall and F1; null where nothing was counted.
    pub fn json(self) -> Map<String, Value> {
        let (precision, recall) =
            (share(self.right, self.right + self.wrong), share(self.right, self.right + self.missed));
        let f1 = share(2 * self.right, 2 * self.right + self.wrong + self.missed);
        let parts = [
            ("true_positives", json!(self.right)),
            ("false_positives", json!(self.wrong)),
            ("misses", json!(self.missed)),
            ("precision", precision),
            ("recall", recall),
            ("f1", f1),
            ("errors", Value::Array(self.errors)),
        ];
        parts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// A share with four decimals.
pub fn share(part: u64, whole: u64) -> Value {
    let of = |ten_thousandths: u64| f64::from(u32::try_from(ten_thousandths).unwrap_or(u32::MAX)) / 10_000.0;
    (part * 10_000 + whole / 2).checked_div(whole).map_or(Value::Null, |share| json!(of(share)))
}

fn named(kind: &str, error: Value) -> Value {
    let mut out = Map::from_iter([("error".to_owned(), json!(kind))]);
    match error {
        Value::Object(fields) => out.extend(fields),
        other => drop(out.insert("what".to_owned(), other)),
    }
    Value::Object(out)
}
