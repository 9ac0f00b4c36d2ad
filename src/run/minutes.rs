//! Gives the minutes of a session out: reads as the viewer may, and has them written.

use std::io::Write;
use std::path::Path;

use rust_i18n::t;

use super::export::{Failed, provenance, unwritten};
use crate::domain::export::STANDARD;
use crate::domain::ids::SessionId;
use crate::domain::people::User;
use crate::domain::session::refusal::SessionRefusal;
use crate::exchange::out::file;
use crate::exchange::out::minutes::{self, Kind};
use crate::store::{GivenIn, Store};

/// Writes the minutes into a file whose name says the kind, or as Markdown to the standard output.
///
/// # Errors
/// Nothing was written, or (to the standard output) not all.
pub fn give(
    store: &Store,
    viewer: &User,
    id: SessionId,
    (to, replace): (&str, bool),
    standard: &mut dyn Write,
) -> Result<(), Failed> {
    let _held = store.hold()?;
    let unknown = || Failed::Refused(SessionRefusal::Unknown(id.to_string()).words());
    let found = store.minutes(viewer, id)?.ok_or_else(unknown)?;
    let provenance = provenance(store, viewer, GivenIn::Minutes)?;
    if to == STANDARD {
        let text = minutes::markdown(&found, store.procedure(), &provenance);
        return Ok(standard.write_all(text.as_bytes())?);
    }
    let unfit = || Failed::Usage(t!("cli.minutes.kind", name = to).into_owned());
    let kind = Kind::of_name(to).ok_or_else(unfit)?;
    let path = Path::new(to);
    let written = file::write(path, replace, |file| {
        minutes::write(file, kind, &found, store.procedure(), &provenance).map_err(Failed::Output)
    });
    written.map_err(|error| unwritten(path, error))
}
