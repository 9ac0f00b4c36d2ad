//! Two years beside each other.

use super::YearFacts;
use super::figure::{Figure, Value, figures};

/// A figure of two years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The figure of the newer year.
    pub newer: Figure,
    /// Its value in the older year.
    pub older: Value,
    /// What it rose by, in words with its sign; blank for shares, and where a year cannot tell.
    pub change: String,
}

/// The figures of two years, in the order of the report.
pub fn compare(newer: &YearFacts, older: &YearFacts) -> Vec<Compared> {
    let pairs = figures(newer).into_iter().zip(figures(older));
    pairs
        .map(|(newer, older)| Compared { change: change(newer.value, older.value), older: older.value, newer })
        .collect()
}

fn change(newer: Value, older: Value) -> String {
    match (newer, older) {
        (Value::Count(newer), Value::Count(older)) => {
            let rise = i64::from(newer) - i64::from(older);
            if rise > 0 { format!("+{rise}") } else { rise.to_string() }
        }
        (Value::Money(newer), Value::Money(older)) => {
            let rise = newer - older;
            if rise.0 > 0 { format!("+{}", rise.wan()) } else { rise.wan() }
        }
        _ => String::new(),
    }
}
