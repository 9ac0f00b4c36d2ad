//! A copy put in the file's place: after a whole check of the copy, never over acts that it lacks unless somebody says so, and what stood there is kept.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use rust_i18n::t;

use super::{Pace, copy_pages, folder, head_of, io_words, logged, stamp};
use crate::domain::time::Instant;
use crate::store::execute::{PATIENCE, Unwritable};
use crate::store::heads::{self, Line};
use crate::store::lock::Turn;
use crate::store::open::{OpenError, attach, refuse_foreign};
use crate::store::verify::{Fault, Head};
use crate::store::{Clock, Store, SystemClock, bell, beside, real};

/// A file that a copy has taken the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The journal's last row now.
    pub head: Option<Head>,
    /// The file that stood there before.
    pub kept: Option<PathBuf>,
    /// Rows of its journal that the copy lacks.
    pub given_up: i64,
}

/// Why nothing was restored; the file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRestored {
    /// The copy cannot be opened.
    Copy(OpenError),
    /// The copy does not pass its check: how many faults, and the first one.
    Unsound(PathBuf, usize, Box<Fault>),
    /// The file has rows that the copy lacks: how many, since when, and the last one's time.
    Newer(i64, Instant, Instant),
    /// What the file holds cannot be read, so that nobody knows what would be lost; in words.
    Unknown(String),
    /// The file belongs to another program.
    Foreign(OpenError),
    /// Anything else, in words.
    Failed(String),
}

impl NotRestored {
    /// The reason in the user's language, with what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Copy(OpenError::Missing(path)) => t!("backup.copy-missing", path = path.display()).into_owned(),
            Self::Copy(OpenError::NotADatabase(path) | OpenError::Foreign(path)) => {
                t!("backup.no-copy", path = path.display()).into_owned()
            }
            Self::Copy(error) | Self::Foreign(error) => error.words(),
            Self::Unsound(path, count, first) => {
                let first = format!("{}: {}", first.place, first.what);
                t!("backup.copy-unsound", path = path.display(), count = count, first = first).into_owned()
            }
            Self::Newer(rows, from, to) => {
                t!("backup.newer", rows = rows, from = from.local_minute(), to = to.local_minute()).into_owned()
            }
            Self::Unknown(words) => t!("backup.unknown", words = words).into_owned(),
            Self::Failed(words) => t!("backup.not-restored", words = words).into_owned(),
        }
    }
}

impl From<rusqlite::Error> for NotRestored {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(Unwritable::words(&error))
    }
}

impl From<io::Error> for NotRestored {
    fn from(error: io::Error) -> Self {
        Self::Failed(io_words(&error))
    }
}

/// Puts a copy in the place of a file, which is kept beside as `FILE.before-DAY-TIME`. The copy itself stays as it is; one of an earlier schema is
/// brought to the present one on the way. `even_newer` allows rows of the journal to be given up that only the file has, or that nobody can read; that is
/// put on record beside the file, with `by`.
///
/// # Errors
/// The file is as it was.
pub fn restore(copy: &Path, path: &Path, even_newer: bool, by: &str) -> Result<Restored, NotRestored> {
    let path = &real(path);
    // A folder of its own, so that what is made on the way goes with it.
    let work = tempfile::Builder::new().prefix(".huishen-restore-").tempdir_in(folder(path));
    let work = work.map_err(|error| NotRestored::Failed(format!("{} {}", folder(path).display(), io_words(&error))))?;
    let ready = work.path().join("new.db");
    let head = prepare(copy, &ready)?;
    let turn = Turn::wait(path, PATIENCE)?;
    let _turn = turn.ok_or_else(|| NotRestored::Failed(t!("store.busy").into_owned()))?;
    let last = head.as_ref().map_or(0, |head| head.seq);
    let (given_up, common) = match lacking(path, &ready) {
        Ok(None) => (0, None),
        Ok(Some(lack)) if even_newer => (lack.rows, Some(lack.common)),
        Ok(Some(lack)) => return Err(NotRestored::Newer(lack.rows, lack.from, lack.to)),
        Err(NotRestored::Unknown(_)) if even_newer => (0, Some(last)),
        Err(error) => return Err(error),
    };
    let kept = exchange(path, &ready)?;
    if let Some(seq) = common {
        heads::append(path, &Line::Restored { seq, at: SystemClock.now().at, by: by.to_owned() })?;
    }
    bell::ring(path);
    Ok(Restored { head, kept, given_up })
}

/// Brings a copy to the present schema in a folder of its own, and checks it whole.
fn prepare(copy: &Path, ready: &Path) -> Result<Option<Head>, NotRestored> {
    refuse_foreign(copy).map_err(NotRestored::Copy)?;
    // What only the log holds belongs to the copy too; without one it is read as it lies there, and nothing is laid beside it.
    let source = attach(copy, logged(copy) == 0)?;
    File::options().create_new(true).write(true).open(ready)?.set_permissions(fs::Permissions::from_mode(0o600))?;
    copy_pages(&source, ready, Pace::Full)?;
    let store = Store::open_with(ready, Arc::new(SystemClock), false);
    let store = store.map_err(|error| NotRestored::Copy(error.of(copy)))?;
    let report = store.verify().map_err(|error| NotRestored::Failed(error.0))?;
    drop(store);
    if let Some(first) = report.faults.first() {
        let count = report.faults.len() + usize::try_from(report.unlisted).unwrap_or(usize::MAX);
        return Err(NotRestored::Unsound(copy.to_owned(), count, Box::new(first.clone())));
    }
    if logged(ready) > 0 {
        return Err(NotRestored::Failed(t!("store.busy").into_owned()));
    }
    File::open(ready)?.sync_all()?;
    Ok(report.head)
}

/// Rows of the file's journal that the new one lacks.
struct Lack {
    rows: i64,
    /// The last row that both have.
    common: i64,
    /// The times of the first and of the last one.
    from: Instant,
    to: Instant,
}

fn lacking(path: &Path, ready: &Path) -> Result<Option<Lack>, NotRestored> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
        Ok(_) => {}
    }
    match refuse_foreign(path) {
        Err(foreign @ OpenError::Foreign(_)) => return Err(NotRestored::Foreign(foreign)),
        Err(error) => return Err(NotRestored::Unknown(error.words())),
        Ok(()) => {}
    }
    let unknown = |error: rusqlite::Error| NotRestored::Unknown(Unwritable::words(&error));
    let old = attach(path, false).map_err(unknown)?;
    let Some(last) = head_of(&old).map_err(unknown)? else { return Ok(None) };
    let common = common(&old, &attach(ready, true)?, last.seq).map_err(unknown)?;
    if common == last.seq {
        return Ok(None);
    }
    let sql = "select at from journal where seq > ?1 order by seq limit 1";
    let first = old.query_row(sql, [common], |row| row.get(0)).map_err(unknown)?;
    Ok(Some(Lack { rows: last.seq - common, common, from: Instant(first), to: last.at }))
}

/// The last row that two journals share; 0 when they share none. Rows hang on those before them, so one comparison a halving does.
fn common(one: &Connection, other: &Connection, last: i64) -> rusqlite::Result<i64> {
    let hash = |conn: &Connection, seq: i64| {
        conn.query_row("select hash from journal where seq = ?1", [seq], |row| row.get::<_, String>(0)).optional()
    };
    let (mut same, mut differs) = (0, last + 1);
    while differs - same > 1 {
        let middle = same + (differs - same) / 2;
        let own = hash(one, middle)?;
        if own.is_some() && own == hash(other, middle)? {
            same = middle;
        } else {
            differs = middle;
        }
    }
    Ok(same)
}

/// Moves the file aside, with what SQLite has laid beside it, and the new one to its name. Programs that have the old one open go on reading it, and
/// are refused when they write.
fn exchange(path: &Path, ready: &Path) -> Result<Option<PathBuf>, NotRestored> {
    let old = fs::metadata(path).ok();
    let rights = old.as_ref().map_or(0o600, |old| old.mode() & 0o777);
    fs::set_permissions(ready, fs::Permissions::from_mode(rights))?;
    if let Some(old) = &old {
        // Whoever restores for the service account leaves the file the account's.
        let owner = (Some(old.uid()), Some(old.gid()));
        let _ = std::os::unix::fs::chown(ready, owner.0, owner.1);
    }
    let kept = old.map(|_| free_name(path));
    let moved = move_aside(path, kept.as_deref()).and_then(|()| fs::rename(ready, path));
    if let Err(error) = moved {
        if let Some(kept) = &kept {
            let _ = fs::rename(beside(kept, "-wal"), beside(path, "-wal"));
            let _ = fs::rename(kept, path);
        }
        return Err(error.into());
    }
    File::open(folder(path))?.sync_all()?;
    Ok(kept)
}

/// A log that stays would be taken for the new file's.
fn move_aside(path: &Path, kept: Option<&Path>) -> io::Result<()> {
    let moved = |from: PathBuf, to: PathBuf| match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    };
    let kept = kept.map_or_else(|| free_name(path), Path::to_owned);
    moved(path.to_owned(), kept.clone())?;
    moved(beside(path, "-wal"), beside(&kept, "-wal"))?;
    match fs::remove_file(beside(path, "-shm")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// `FILE.before-20220301-0930`, or with a number more.
fn free_name(path: &Path) -> PathBuf {
    let plain = format!(".before-{}", stamp(SystemClock.now().at));
    let names = std::iter::once(plain.clone()).chain((2..).map(|number| format!("{plain}.{number}")));
    let mut free = names.map(|name| beside(path, &name)).filter(|name| name.symlink_metadata().is_err());
    free.next().unwrap_or_else(|| beside(path, &plain))
}
