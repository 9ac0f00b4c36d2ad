//! The list as a Markdown table, for pasting into a text.

use std::io::{self, Write};

use super::{AMOUNT, Cell, Heading, List, cells, header, title};
use crate::domain::procedure::Procedure;
use crate::domain::time::Instant;
use crate::domain::view::QueueRow;
use crate::exchange::out::safe;

/// A list as a Markdown table.
pub struct MarkdownList<'a> {
    out: &'a mut dyn Write,
    procedure: &'a Procedure,
    now: Instant,
    provenance: String,
}

impl<'a> MarkdownList<'a> {
    /// Begins a list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: &'a mut dyn Write, heading: &Heading<'a>) -> io::Result<Self> {
        writeln!(out, "# {}\n", safe::markdown(&title(heading.provenance)))?;
        let names: Vec<_> = header().collect();
        writeln!(out, "| {} |", names.join(" | "))?;
        let rules: Vec<_> = (0..names.len()).map(|place| if place == AMOUNT { "---:" } else { "---" }).collect();
        writeln!(out, "| {} |", rules.join(" | "))?;
        let provenance = safe::markdown(&heading.provenance.line());
        Ok(Self { out, procedure: heading.procedure, now: heading.now, provenance })
    }
}

impl List for MarkdownList<'_> {
    fn row(&mut self, row: &QueueRow) -> io::Result<()> {
        let cells = cells(row, self.procedure, self.now);
        let cells: Vec<_> = cells.iter().map(|cell: &Cell| safe::markdown(&cell.plain())).collect();
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.provenance)?;
        self.out.flush()
    }
}
