//! Gives the report of a pre-assessment out.

use std::path::Path;

use rust_i18n::t;

use super::export::{Failed, provenance, unwritten};
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::people::User;
use crate::exchange::out::{assessment_report, file};
use crate::store::{GivenIn, Store};

/// Writes the report of a pre-assessment into a Word document, with what the viewer may read.
///
/// # Errors
/// Nothing was written: the name is that of another kind of file, or the file cannot be written.
pub fn give(store: &Store, viewer: &User, of: &AssessmentFile, (to, replace): (&str, bool)) -> Result<(), Failed> {
    let _held = store.hold()?;
    if !to.to_lowercase().ends_with(".docx") {
        return Err(Failed::Usage(t!("out.assessment.kind", name = to).into_owned()));
    }
    let provenance = provenance(store, viewer, GivenIn::Document)?;
    let path = Path::new(to);
    let written = file::write(path, replace, |file| {
        assessment_report::write(file, of, store.now().today, &provenance).map_err(Failed::Output)
    });
    written.map_err(|error| unwritten(path, error))
}
