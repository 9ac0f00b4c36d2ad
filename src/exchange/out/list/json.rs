//! The list as JSON (design §9): an array with an object a target.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::List;
use crate::domain::time::Instant;
use crate::domain::view::QueueRow;

/// A list as JSON, one target a line.
pub struct JsonList<'a> {
    out: &'a mut dyn Write,
    now: Instant,
    first: bool,
}

impl<'a> JsonList<'a> {
    /// Begins a list; waiting is counted until `now`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: &'a mut dyn Write, now: Instant) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, now, first: true })
    }
}

impl List for JsonList<'_> {
    fn row(&mut self, row: &QueueRow) -> io::Result<()> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        Ok(serde_json::to_writer(&mut *self.out, &value(row, self.now))?)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"\n]\n")?;
        self.out.flush()
    }
}

/// A target as an object. Amounts are integer 分, days whole.
fn value(row: &QueueRow, now: Instant) -> Value {
    let standing = &row.standing;
    json!({
        "ref": row.code.clone().unwrap_or_else(|| format!("#{}", row.id)),
        "id": row.id,
        "unit": row.unit.name,
        "project": row.project,
        "year": row.year,
        "category": row.category,
        "amount_fen": row.amount,
        "state": standing.state.id(),
        "stage": standing.stage,
        "round": standing.round,
        "grade": standing.grade,
        "waiting_days": standing.since.days_until(now),
        "findings": row.findings,
        "prior_score": row.prior_score,
    })
}
