//! The check of a moment, for the start of a day: what nearly every damage shows, without reading the whole file.

use super::{Report, Store, chain, heads, schema};
use crate::domain::facts::Answer;
use crate::store::open::TABLES;

/// Rows of the journal's end that are looked at.
const ROWS: i64 = 200;

impl Store {
    /// Checks the tables' and indexes' names, the newest 200 rows of the journal (each whole, understood and chained), and the heads that were given
    /// out. `Report::rows` counts the rows looked at. Takes milliseconds whatever the size of the file; [`Store::verify`] is the whole check.
    ///
    /// # Errors
    /// When the check itself cannot run.
    pub fn verify_quick(&self) -> Answer<Report> {
        let mut report = Report::default();
        let _held = self.hold()?;
        schema::compare(&self.conn, &schema::Fresh::told(TABLES), &mut report);
        if let Err(error) = chain::newest(&self.conn, ROWS, &mut report) {
            report.add(super::Fault::of_file(&error.to_string()));
        }
        heads::compare(&self.conn, &self.path, &mut report);
        Ok(report)
    }
}
