//! The list as CSV: UTF-8, a header, a line a target.

use std::io::{self, Write};

use super::{Cell, Heading, List, cells, header};
use crate::domain::procedure::Procedure;
use crate::domain::time::Instant;
use crate::domain::view::QueueRow;
use crate::exchange::out::safe;

/// A list as CSV.
pub struct CsvList<'a> {
    out: csv::Writer<&'a mut dyn Write>,
    procedure: &'a Procedure,
    now: Instant,
}

impl<'a> CsvList<'a> {
    /// Begins a list for other programs; waiting is counted until `now`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: &'a mut dyn Write, procedure: &'a Procedure, now: Instant) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(header()).map_err(broken)?;
        Ok(Self { out, procedure, now })
    }

    /// Begins a list with the mark by which Excel knows UTF-8.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn for_excel(out: &'a mut dyn Write, heading: &Heading<'a>) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        Self::new(out, heading.procedure, heading.now)
    }
}

impl List for CsvList<'_> {
    fn row(&mut self, row: &QueueRow) -> io::Result<()> {
        let field = |cell: &Cell| if let Cell::Text(text) = cell { safe::field(text) } else { cell.plain() };
        self.out.write_record(cells(row, self.procedure, self.now).iter().map(field)).map_err(broken)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

fn broken(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
