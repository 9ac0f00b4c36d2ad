//! A copy a day beside the file, in `FILE.copies`, the oldest ones taken away.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_i18n::t;
use rustix::fs::{FlockOperation, flock, statvfs};

use super::{Copied, NotCopied, PART, Pace, head_of, io_words};
use crate::domain::time::local_zone;
use crate::store::open::attach;
use crate::store::{Store, beside, own_file, own_folder};

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
    let lock = own_file(&folder.join(".lock")).map_err(of_io)?;
    if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Ok(Daily::Busy);
    }
    let store = Store::open_reading(path).map_err(|error| failed(error.words()))?;
    store.keep_few_pages().map_err(|error| failed(error.0))?;
    let to = folder.join(format!("{}.db", store.now().at.date(local_zone())));
    if to.exists() {
        return Ok(Daily::Had);
    }
    let now = store.head().map_err(|error| failed(error.0))?;
    if copies(&folder).last().is_some_and(|newest| head(newest) == now.map(|head| head.hash)) {
        return Ok(Daily::Unchanged);
    }
    sweep(&folder);
    make_room(path, &folder, &|| free(&folder)).map_err(failed)?;
    let copied = store.back_up(&to, false, Pace::Gentle, by)?;
    let all = copies(&folder);
    for old in &all[..all.len().saturating_sub(keep.max(1))] {
        fs::remove_file(old).map_err(of_io)?;
    }
    Ok(Daily::Made(copied))
}

/// Copies that are never given up for room.
const LEAST_COPIES: usize = 3;

/// Gives up the oldest copies until the disk holds one more and as much again: what is written into the file itself must never want for room
/// because of its copies.
fn make_room(path: &Path, folder: &Path, free: &dyn Fn() -> io::Result<u64>) -> Result<(), String> {
    let words = |error: io::Error| io_words(&error);
    let size = fs::metadata(path).map_err(words)?.len();
    let mut all = copies(folder);
    while free().map_err(words)? < size.saturating_mul(2) {
        if all.len() <= LEAST_COPIES {
            return Err(t!("backup.no-room", size = size.div_ceil(1 << 20)).into_owned());
        }
        fs::remove_file(all.remove(0)).map_err(words)?;
    }
    Ok(())
}

/// Bytes that the disk of a folder has left for this account.
fn free(folder: &Path) -> io::Result<u64> {
    let disk = statvfs(folder)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn copies_give_way_to_the_file_and_never_fill_its_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        fs::write(&path, [0; 1000]).unwrap();
        let kept = folder.path().join("a.db.copies");
        fs::create_dir(&kept).unwrap();
        let days = |month: u32| (1..=5).map(move |day| format!("2026-0{month}-0{day}.db"));
        for name in days(3) {
            fs::write(kept.join(name), [0; 1000]).unwrap();
        }
        let left = || copies(&kept).len();
        let left_at_first = left();
        // Each copy that goes frees as much as it took.
        let free = Cell::new(0);
        let room = || Ok(u64::try_from(left_at_first - left()).unwrap() * 1000 + free.get());
        free.set(1000);
        assert_eq!((make_room(&path, &kept, &room), left()), (Ok(()), 4));
        free.set(0);
        assert_eq!((make_room(&path, &kept, &room), left()), (Ok(()), 3));
        assert!(copies(&kept)[0].ends_with("2026-03-03.db"), "the oldest went");
        let none = || Ok(0);
        assert!(make_room(&path, &kept, &none).is_err());
        assert_eq!(left(), LEAST_COPIES, "some are kept whatever happens");
    }
}
