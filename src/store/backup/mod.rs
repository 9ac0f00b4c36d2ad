//! Copies of the file: made while everybody works, checked before they get their name, put back only after a check of their own.
//!
//! Owns what a copy is and when one counts. `daily` keeps one a day beside the file, `restore` puts one in the file's place, `rescue` makes a new file
//! of what a damaged one still tells. None of them changes a row.

mod daily;
mod rescue;
mod restore;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use rust_i18n::t;
use tempfile::{Builder, NamedTempFile};

pub use daily::{Daily, KEPT_DAYS, daily, newest_copy};
pub use rescue::{Rescued, rescue};
pub use restore::{NotRestored, Restored, restore};

use super::execute::Unwritable;
use super::facts::unreadable;
use super::heads::GivenIn;
use super::open::{attach, few_pages, identity};
use super::verify::{Head, Report};
use super::{Store, beside, folder, journal, own_folder, verify};
use crate::domain::facts::Unreadable;
use crate::domain::time::Instant;

/// How fast a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As fast as the disk takes it.
    Full,
    /// With rests, so that nobody who works notices.
    Gentle,
}

impl Pace {
    /// Pages written between two rests (all at once: -1), and how long a rest is.
    const fn steps(self) -> (i32, Duration) {
        match self {
            Self::Full => (-1, Duration::ZERO),
            Self::Gentle => (128, Duration::from_millis(4)),
        }
    }
}

/// A copy that was made and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Where it lies.
    pub path: PathBuf,
    /// The journal's last row in it; `None` for an empty journal.
    pub head: Option<Head>,
    /// Its size.
    pub bytes: u64,
}

/// Why there is no copy; nothing was left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCopied {
    /// There is a file of this name, and it may not be replaced.
    Exists(PathBuf),
    /// It did not pass the check after it was written: the first fault, in words.
    Unsound(PathBuf, String),
    /// Anything else, in words.
    Failed(PathBuf, String),
}

impl NotCopied {
    /// The reason in the user's language, with what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Exists(path) => t!("backup.exists", path = path.display()),
            Self::Unsound(path, words) => t!("backup.unsound", path = path.display(), words = words),
            Self::Failed(path, words) => t!("backup.failed", path = path.display(), words = words),
        }
        .into_owned()
    }
}

impl Store {
    /// Copies the file as it stands now, while others read and write. The copy has its name only when it is whole, on the disk, and was read back:
    /// SQLite's check of its pages, the whole chain of its journal, the same last row. Nobody reads it but its owner (0600). `by` is who has it made.
    ///
    /// # Errors
    /// There is no copy; what stood at its name stands there still.
    pub fn back_up(&self, to: &Path, replace: bool, pace: Pace, by: &str) -> Result<Copied, NotCopied> {
        let itself = identity(to).is_ok_and(|there| there == self.identity);
        if itself || (!replace && to.symlink_metadata().is_ok()) {
            return Err(NotCopied::Exists(to.to_owned()));
        }
        let failed = |words: String| NotCopied::Failed(to.to_owned(), words);
        let of_io = |error: io::Error| failed(io_words(&error));
        let part = part_beside(to).map_err(of_io)?;
        let copied = self.pages_into(part.path(), pace).map_err(|Unreadable(words)| failed(words))?;
        part.as_file().sync_all().map_err(of_io)?;
        let unsound = |words: String| NotCopied::Unsound(to.to_owned(), words);
        let found = sound(part.path(), pace).map_err(unsound)?;
        if found.as_ref().map(|head| &head.hash) != copied.as_ref().map(|head| &head.hash) {
            return Err(unsound(t!("backup.other-head").into_owned()));
        }
        let bytes = part.as_file().metadata().map_err(of_io)?.len();
        name(part, to, replace).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => NotCopied::Exists(to.to_owned()),
            _ => of_io(error),
        })?;
        if let Some(head) = &copied {
            self.give_head(head, by, GivenIn::Copy);
        }
        Ok(Copied { path: to.to_owned(), head: copied, bytes })
    }

    /// Writes the pages of one state of the file into another one; returns that state's last row of the journal.
    fn pages_into(&self, to: &Path, pace: Pace) -> Result<Option<Head>, Unreadable> {
        let held = self.hold()?;
        // The first read fixes the state that is copied: others go on writing, and the copy never begins anew.
        let head = self.head()?;
        copy_pages(&self.conn, to, pace).map_err(unreadable)?;
        drop(held);
        Ok(head)
    }
}

fn copy_pages(from: &Connection, to: &Path, pace: Pace) -> rusqlite::Result<()> {
    let mut copy = Connection::open(to)?;
    // A copy that is not finished is thrown away: it needs no way back.
    copy.execute_batch("pragma journal_mode = off; pragma synchronous = off;")?;
    few_pages(&copy)?;
    let backup = Backup::new(from, &mut copy)?;
    let (pages, rest) = pace.steps();
    loop {
        match backup.step(pages)? {
            StepResult::Done => return Ok(()),
            _ => thread::sleep(rest),
        }
    }
}

/// Reads a copy back: SQLite's check of its pages, and every row of the journal against the row before it, beside each other unless it is to be done
/// gently. Its last row, or what is wrong.
fn sound(copy: &Path, pace: Pace) -> Result<Option<Head>, String> {
    let checked = |check: fn(&Connection, &mut Report)| {
        let mut report = Report::default();
        let conn = attach(copy, true).map_err(|error| Unwritable::words(&error))?;
        check(&conn, &mut report);
        match report.faults.first() {
            Some(fault) => Err(format!("{}: {}", fault.place, fault.what)),
            None => Ok(report.head),
        }
    };
    let pages = || checked(|conn, report| verify::pages(conn, verify::QUICK, report));
    let rows = || checked(verify::walk);
    if pace == Pace::Gentle {
        return pages().and_then(|_| rows());
    }
    thread::scope(|scope| {
        let pages = scope.spawn(pages);
        let rows = rows();
        // A check that came to no end has found nothing sound.
        let pages = pages.join().unwrap_or_else(|_| Err(t!("verify.what-damaged").into_owned()));
        pages.and(rows)
    })
}

/// A temporary file in the folder of the wanted one, which only its owner may read, and which is gone if nobody names it.
fn part_beside(path: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(PART).suffix(".part").tempfile_in(folder(path))
}

/// How the names of unfinished files begin.
const PART: &str = ".huishen-copy-";

/// Gives a finished file its name, and has the folder know it.
fn name(part: NamedTempFile, path: &Path, replace: bool) -> io::Result<()> {
    if replace {
        part.persist(path).map_err(|refused| refused.error)?;
    } else {
        part.persist_noclobber(path).map_err(|refused| refused.error)?;
    }
    File::open(folder(path))?.sync_all()
}

/// Bytes of what SQLite has written but not yet carried into a file.
fn logged(path: &Path) -> u64 {
    fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len())
}

/// A free name for a copy that nobody named: `FILE.copies/20220301-0930.db`, in a folder that only its owner enters.
///
/// # Errors
/// The folder cannot be made.
pub fn free_copy(path: &Path, at: Instant) -> Result<PathBuf, NotCopied> {
    let folder = beside(path, ".copies");
    own_folder(&folder).map_err(|error| NotCopied::Failed(folder.clone(), io_words(&error)))?;
    let names = std::iter::once(stamp(at)).chain((2..).map(|number| format!("{}.{number}", stamp(at))));
    let mut free = names.map(|name| folder.join(format!("{name}.db"))).filter(|name| name.symlink_metadata().is_err());
    Ok(free.next().unwrap_or(folder))
}

/// `20220301-0930`: an instant in a name, in the machine's zone.
fn stamp(at: Instant) -> String {
    at.local_minute().replace(['-', ':'], "").replace(' ', "-")
}

/// What the system says, in the user's language.
fn io_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            t!("store.no-write").into_owned()
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => t!("backup.no-right").into_owned(),
        io::ErrorKind::NotFound => t!("backup.no-folder").into_owned(),
        io::ErrorKind::Other if error.raw_os_error().is_none() => error.to_string(),
        _ => t!("store.io", error = error).into_owned(),
    }
}

/// The journal's last row as the report tells it.
fn head_of(conn: &Connection) -> rusqlite::Result<Option<Head>> {
    let head = journal::head(conn)?;
    Ok((head.seq > 0).then_some(Head { seq: head.seq, hash: head.hash, at: Instant(head.at) }))
}
