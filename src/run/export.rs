//! Carries out what is wanted out of the file: reads as the viewer may, and has it written.
//!
//! Owns what both the command line and the screens do to export; what the documents look like is `exchange::out`'s.

mod assessments;
mod maker;

use std::io::{self, Write};
use std::path::Path;

use rust_i18n::t;

use crate::domain::export::{Export, Exported, Kept, STANDARD};
use crate::domain::facts::Unreadable;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::exchange::out::file::Unwritten;
use crate::exchange::out::provenance::Provenance;
use crate::store::{GivenIn, Store};
use maker::Maker;

/// Why nothing was given out.
#[derive(Debug)]
pub enum Failed {
    /// Refused by the rules; in words.
    Refused(String),
    /// There is a file of this name, and it may not be replaced: its path, and the words.
    Exists(String, String),
    /// Asked wrongly: a kind of file that the document has not.
    Usage(String),
    /// The database cannot be read or the file not written; in words.
    Unusable(String),
    /// What is written is read no more.
    Output(io::Error),
}

impl Failed {
    /// The reason in the user's language.
    pub fn words(self) -> String {
        match self {
            Self::Refused(words) | Self::Exists(_, words) | Self::Usage(words) | Self::Unusable(words) => words,
            Self::Output(error) => error.to_string(),
        }
    }
}

impl From<Unreadable> for Failed {
    fn from(error: Unreadable) -> Self {
        Self::Unusable(Refusal::from(error).words())
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Gives a document out. `standard` takes what goes to the standard output.
///
/// # Errors
/// Nothing was written, or (to the standard output) not all.
pub fn export(store: &Store, viewer: &User, wish: &Export, standard: &mut dyn Write) -> Result<Exported, Failed> {
    let format = wish.kind().ok_or_else(|| Failed::Usage(unfit(wish)))?;
    let _held = store.hold()?;
    Maker { store, viewer, wish, provenance: provenance(store, viewer, GivenIn::Document)? }.give(format, standard)
}

/// Gives a document out as a screen wants it: to a file of the person's machine, `~` being the home folder.
///
/// # Errors
/// Nothing was written.
pub(super) fn to_file(store: &Store, viewer: &User, wish: &Export) -> Result<Exported, Kept> {
    let folder = wish.to.ends_with('/');
    let path = super::intake::whole(&wish.to).display().to_string();
    let to = if folder && !path.ends_with('/') { format!("{path}/") } else { path };
    if wish.to == STANDARD {
        return Err(Kept::Other(t!("out.no-file").into_owned()));
    }
    export(store, viewer, &Export { to, ..wish.clone() }, &mut io::sink()).map_err(|failed| match failed {
        Failed::Exists(path, _) => Kept::Exists(path),
        other => Kept::Other(other.words()),
    })
}

fn unfit(wish: &Export) -> String {
    let kinds: Vec<_> = wish.document.formats().iter().map(|format| format.id()).collect();
    t!("out.unfit", document = wish.document.id(), kinds = kinds.join(", ")).into_owned()
}

/// Where a document of this file comes from. The journal's head that it will carry is kept.
///
/// # Errors
/// When the file is not founded or cannot be read.
pub(super) fn provenance(store: &Store, viewer: &User, what: GivenIn) -> Result<Provenance, Failed> {
    let county = store.county()?.ok_or_else(|| Failed::Refused(Refusal::NotFounded.words()))?;
    let head = store.head()?;
    if let Some(head) = &head {
        store.give_head(head, &viewer.name, what);
    }
    Ok(Provenance {
        county: county.name,
        year: county.year,
        sample: county.sample,
        by: viewer.name.clone(),
        at: store.now().at,
        rows: head.as_ref().map_or(0, |head| head.seq),
        head: head.map_or_else(String::new, |head| head.hash),
    })
}

pub(super) fn unwritten(path: &Path, error: Unwritten<Failed>) -> Failed {
    let error = match error {
        Unwritten::Content(Failed::Output(error)) => Unwritten::Failed(path.to_owned(), error),
        other => other,
    };
    let words = error.words();
    match (error, words) {
        (Unwritten::Exists(path), Some(words)) => Failed::Exists(path.display().to_string(), words),
        (Unwritten::Content(failed), _) => failed,
        (_, words) => Failed::Unusable(words.unwrap_or_default()),
    }
}
