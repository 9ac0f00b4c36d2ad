//! A copy a day beside the file, in `FILE.copies`, the oldest ones taken away.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use super::{Copied, NotCopied, PART, Pace, head_of, io_words, own_folder};
use crate::domain::time::local_zone;
use crate::store::open::attach;
use crate::store::{Store, beside};

/// Days of which the copies are kept, unless somebody wants otherwise.
pub const KEPT_DAYS: usize = 14;

/// What became of the day's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Daily {
    /// It was made.
    Made(Copied),
    /// There is one of today already.
    Had,
    /// Nothing was written since the newest one.
    Unchanged,
    /// Another program is making it.
    Busy,
}

/// Makes the day's copy if there is none, and takes away all but the newest `keep`. Works gently: those who read and write do not wait for it.
///
/// # Errors
/// There is no copy of today; the earlier ones are all there.
pub fn daily(path: &Path, keep: usize, by: &str) -> Result<Daily, NotCopied> {
    let folder = beside(path, ".copies");
    let failed = |words: String| NotCopied::Failed(folder.clone(), words);
    let of_io = |error: io::Error| failed(io_words(&error));
    own_folder(&folder).map_err(of_io)?;
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(".lock")).map_err(of_io)?;
    if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Ok(Daily::Busy);
    }
    let store = Store::open_reading(path).map_err(|error| failed(error.words()))?;
    let to = folder.join(format!("{}.db", store.now().at.date(local_zone())));
    if to.exists() {
        return Ok(Daily::Had);
    }
    let now = store.head().map_err(|error| failed(error.0))?;
    if copies(&folder).last().is_some_and(|newest| head(newest) == now.map(|head| head.hash)) {
        return Ok(Daily::Unchanged);
    }
    sweep(&folder);
    let copied = store.back_up(&to, false, Pace::Gentle, by)?;
    let all = copies(&folder);
    for old in &all[..all.len().saturating_sub(keep.max(1))] {
        fs::remove_file(old).map_err(of_io)?;
    }
    Ok(Daily::Made(copied))
}

/// The newest of the daily copies of a file.
pub fn newest_copy(path: &Path) -> Option<PathBuf> {
    copies(&beside(path, ".copies")).pop()
}

/// The daily copies in a folder, oldest first. Whatever else lies there is somebody's own.
fn copies(folder: &Path) -> Vec<PathBuf> {
    let is_day = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".db"));
        name.is_some_and(|name| name.len() == 10 && name.parse::<jiff::civil::Date>().is_ok())
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<PathBuf> = entries.filter(is_day).collect();
    all.sort();
    all
}

/// The hash of a copy's last row.
fn head(copy: &Path) -> Option<String> {
    attach(copy, true).and_then(|conn| head_of(&conn)).ok().flatten().map(|head| head.hash)
}

/// Takes away what a program left that was ended while it copied.
fn sweep(folder: &Path) {
    let left = |name: &str| name.starts_with(PART);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(left) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
