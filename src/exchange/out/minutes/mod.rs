//! Minutes (会议记录) of a joint session, to be signed: as a Word document, a workbook or Markdown.
//!
//! `words` composes them once, as blocks; each writer only knows how a block looks. What may be read was decided before.

mod words;
mod xlsx;

use std::fs::File;
use std::io;

use super::block::{docx, markdown};
use super::provenance::Provenance;
use crate::domain::procedure::Procedure;
use crate::domain::session::minutes::Minutes;

/// The kinds of files that minutes are written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Word document.
    Docx,
    /// A workbook: the table of decisions, and the record item by item.
    Xlsx,
    /// Markdown.
    Markdown,
}

impl Kind {
    /// The kind that a file's name ends with; `None` for any other.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Writes minutes into a file.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    file: &mut File,
    kind: Kind,
    minutes: &Minutes,
    procedure: &Procedure,
    provenance: &Provenance,
) -> io::Result<()> {
    let blocks = words::compose(minutes, procedure, provenance);
    match kind {
        Kind::Docx => docx::write(file, &blocks, &provenance.line()),
        Kind::Xlsx => xlsx::write(file, &blocks, &provenance.line()),
        Kind::Markdown => markdown::write(file, &blocks, &provenance.line()),
    }
}

/// The minutes as Markdown text.
pub fn markdown(minutes: &Minutes, procedure: &Procedure, provenance: &Provenance) -> String {
    markdown::text(&words::compose(minutes, procedure, provenance), &provenance.line())
}
