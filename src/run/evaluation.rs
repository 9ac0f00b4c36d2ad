//! Gives the report of a self-evaluation out.

use std::path::Path;

use rust_i18n::t;

use super::export::{Failed, provenance, unwritten};
use crate::domain::evaluation::EvaluationKind;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::view::CaseFile;
use crate::exchange::out::{evaluation_report, file};
use crate::store::{GivenIn, Store};

/// Writes the report on a target's self-evaluation into a Word document.
///
/// # Errors
/// Nothing was written: there is no self-evaluation, the name is that of another kind of file, or the file cannot be written.
pub fn give(store: &Store, viewer: &User, case: &CaseFile, (to, replace): (&str, bool)) -> Result<(), Failed> {
    let _held = store.hold()?;
    if !to.to_lowercase().ends_with(".docx") {
        return Err(Failed::Usage(t!("out.evaluation.kind", name = to).into_owned()));
    }
    let own = case.execution.evaluation(case.target.year, EvaluationKind::Own);
    let own = own.ok_or_else(|| Failed::Refused(Refusal::NoSuchEvaluation.words()))?;
    let provenance = provenance(store, viewer, GivenIn::Document)?;
    let path = Path::new(to);
    let written = file::write(path, replace, |file| {
        evaluation_report::write(file, case, own, store.now().today, &provenance).map_err(Failed::Output)
    });
    written.map_err(|error| unwritten(path, error))
}
