//! The list as a Markdown table, for pasting into a text.

use std::io::{self, Write};

use rust_i18n::t;

use super::{AMOUNT, COLUMNS, Cell, Heading, List, PROJECT, cells, header, title};
use crate::domain::money::Money;
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
    count: u32,
    amount: Money,
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
        Ok(Self { out, procedure: heading.procedure, now: heading.now, provenance, count: 0, amount: Money(0) })
    }
}

impl List for MarkdownList<'_> {
    fn row(&mut self, row: &QueueRow) -> io::Result<()> {
        self.count += 1;
        self.amount = self.amount + row.amount.unwrap_or_default();
        let mut cells = cells(row, self.procedure, self.now).map(|cell: Cell| safe::markdown(&cell.plain()));
        cells[AMOUNT] = row.amount.map(Money::wan).unwrap_or_default();
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        let mut total = [const { String::new() }; COLUMNS.len()];
        total[PROJECT] = t!("out.list.total", count = self.count).into_owned();
        total[AMOUNT] = self.amount.wan();
        writeln!(self.out, "| {} |", total.join(" | "))?;
        writeln!(self.out, "\n{}", self.provenance)?;
        self.out.flush()
    }
}
