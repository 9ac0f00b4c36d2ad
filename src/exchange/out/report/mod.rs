//! The annual work report: as a Word document, as Markdown, as JSON. `words` lays sections and figures out as blocks, `json` names them.

mod json;
mod words;

use std::fs::File;
use std::io;

use super::block::{docx, markdown};
use super::provenance::Provenance;
use crate::domain::report::{Compared, Report};

pub use json::ReportJson;

/// The kinds of files that the report is written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Word document.
    Docx,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
}

impl Kind {
    /// The kind that a file's name ends with; `None` for any other.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "md" | "markdown" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Writes the report into a file; `compared` sets another year beside it.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    file: &mut File,
    kind: Kind,
    report: &Report,
    compared: Option<(i32, &[Compared])>,
    provenance: &Provenance,
) -> io::Result<()> {
    let blocks = words::compose(report, compared);
    match kind {
        Kind::Docx => docx::write(file, &blocks, &provenance.line()),
        Kind::Markdown => markdown::write(file, &blocks, &provenance.line()),
        Kind::Json => Ok(serde_json::to_writer_pretty(file, &ReportJson::new(report, compared))?),
    }
}

/// The report as Markdown text.
pub fn markdown(report: &Report, compared: Option<(i32, &[Compared])>, provenance: &Provenance) -> String {
    markdown::text(&words::compose(report, compared), &provenance.line())
}
