//! Gives the annual work report out: reads as the viewer may, and has it written.

use std::io::Write;
use std::path::Path;

use rust_i18n::t;

use super::export::{Failed, provenance, unwritten};
use crate::domain::export::STANDARD;
use crate::domain::people::User;
use crate::domain::report::{Compared, YearFacts, compare, compose};
use crate::exchange::out::file;
use crate::exchange::out::report::{self, Kind, ReportJson};
use crate::store::{GivenIn, Store};

/// What is wanted of a report.
pub struct Wanted<'a> {
    /// The year.
    pub year: i32,
    /// A year to be set beside it.
    pub older: Option<i32>,
    /// Where to; the standard output is `-`.
    pub to: &'a str,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
    /// Whether the standard output is to be JSON rather than Markdown.
    pub json: bool,
}

/// Writes the report of a year into a file whose name says the kind, or to the standard output.
///
/// # Errors
/// Nothing was written, or (to the standard output) not all.
pub fn give(store: &Store, viewer: &User, wanted: &Wanted<'_>, standard: &mut dyn Write) -> Result<(), Failed> {
    let _held = store.hold()?;
    let facts = facts_of(store, viewer, wanted.year)?;
    let compared: Option<(i32, Vec<Compared>)> = match wanted.older {
        Some(older) => Some((older, compare(&facts, &facts_of(store, viewer, older)?))),
        None => None,
    };
    let compared = compared.as_ref().map(|(older, all)| (*older, all.as_slice()));
    let (composed, provenance) = (compose(&facts, store.procedure()), provenance(store, viewer, GivenIn::Document)?);
    if wanted.to == STANDARD {
        if wanted.json {
            let value = ReportJson::new(&composed, compared);
            serde_json::to_writer_pretty(&mut *standard, &value).map_err(|error| Failed::Output(error.into()))?;
            return Ok(writeln!(standard)?);
        }
        let text = report::markdown(&composed, compared, &provenance);
        return Ok(standard.write_all(text.as_bytes())?);
    }
    let kind = Kind::of_name(wanted.to);
    let kind = kind.ok_or_else(|| Failed::Usage(t!("cli.report.kind", name = wanted.to).into_owned()))?;
    let path = Path::new(wanted.to);
    let written = file::write(path, wanted.replace, |file| {
        report::write(file, kind, &composed, compared, &provenance).map_err(Failed::Output)
    });
    written.map_err(|error| unwritten(path, error))
}

/// What the file says of a year, or the refusal for who does not see the whole county.
///
/// # Errors
/// The viewer may not see it, or the file cannot be read.
pub(super) fn facts_of(store: &Store, viewer: &User, year: i32) -> Result<YearFacts, Failed> {
    let unseen = || Failed::Refused(t!("report.refusal.unseen", who = viewer.name).into_owned());
    store.year_facts(viewer, year)?.ok_or_else(unseen)
}
