//! Making and opening a file, and refusing what is none: each reason in words, with what to do.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use rust_i18n::t;
use rustix::fs::statfs;

use super::clock::{Clock, SystemClock};
use super::disk::Log;
use super::execute::{Unwritable, could_not_write};
use super::facts::unreadable;
use super::lock::{Queue, Turn};
use super::migrate::{self, Stuck, Tell, Upgrade};
use super::{Damage, Store, beside, breaker, folder, newest_copy, side};
use crate::domain::facts::Answer;
use crate::domain::procedure::Procedure;

/// Marks a SQLite file as huishen's: "hsh1" in ASCII.
const APPLICATION: i32 = 0x6873_6831;
/// The newest schema that this program knows.
pub(super) const SCHEMA: i32 = 6;
/// The tables of that schema.
pub(super) const TABLES: &str = include_str!("schema.sql");
/// Statements kept prepared.
const STATEMENTS: usize = 128;
/// Kibibytes of pages kept in memory, small because every person's program is a process of its own.
pub(super) const PAGES: i32 = 1024;
/// Kibibytes of pages while many commands are carried out in one transaction: what does not fit is written out before its time, and often twice.
pub(super) const BULK_PAGES: i32 = 16_384;
/// Kibibytes of pages for whoever works in the background and reads each page once.
const FEW_PAGES: i32 = 128;
/// Pages in the log from which a commit carries them into the file: a commit writes a dozen, many of them again and again, so that one trip in
/// some hundred commits does; the log stays at 16 MB.
const LOG: u32 = 4000;
/// How long opening waits for the lock of a program that founds or migrates.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a reader waits for a checkpoint or a recovery of another program.
pub(super) const BUSY: Duration = Duration::from_secs(5);

/// Magic numbers of file systems on which SQLite's locks do not work between machines, with their names.
const NETWORK: [(u64, &str); 9] = [
    (0x6969, "NFS"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x517b, "SMB"),
    (0x0102_1997, "9P"),
    (0x5346_414f, "AFS"),
    (0x00c3_6400, "Ceph"),
    (0x6b41_4653, "AFS"),
    (0x0bd0_0bd0, "Lustre"),
];

/// Why a file cannot be made or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// No such file.
    Missing(PathBuf),
    /// A file is there already.
    Exists(PathBuf),
    /// No SQLite file.
    NotADatabase(PathBuf),
    /// A SQLite file of another program.
    Foreign(PathBuf),
    /// Made by a newer program: its schema, and the newest known here.
    Newer(PathBuf, i32, i32),
    /// Made by an older program, and there is no right to bring it to the present schema: its schema, and the present one.
    Older(PathBuf, i32, i32),
    /// Made by an older program, and its journal does not hold: how many faults, and the first one.
    Unsound(PathBuf, usize, String),
    /// On a network file system, by its name.
    Network(PathBuf, String),
    /// It, or its folder, may not be read or written.
    NoPermission(PathBuf),
    /// On a disk that takes no more, in words.
    NoRoom(PathBuf, String),
    /// Anybody on the machine may write it.
    Loose(PathBuf),
    /// Anybody on the machine may put another file in its place: its folder.
    LooseFolder(PathBuf),
    /// Ours, and damaged so that it cannot be opened; in words.
    Damaged(PathBuf, String),
    /// Anything else, in words.
    Unusable(PathBuf, String),
}

impl OpenError {
    /// The reason in the user's language, with what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Missing(path) => t!("store.missing", path = path.display()),
            Self::Exists(path) => t!("store.exists", path = path.display()),
            Self::NotADatabase(path) => t!("store.not-a-database", path = path.display()),
            Self::Foreign(path) => t!("store.foreign", path = path.display()),
            Self::Newer(path, found, known) => t!("store.newer", path = path.display(), found = found, known = known),
            Self::Older(path, found, known) => t!("store.older", path = path.display(), found = found, known = known),
            Self::Unsound(path, count, first) => {
                t!("store.unsound", path = path.display(), count = count, first = first)
            }
            Self::Network(path, system) => t!("store.network", path = path.display(), system = system),
            Self::NoPermission(path) => t!("store.no-permission", path = path.display()),
            Self::Loose(path) => t!("store.loose", path = path.display()),
            Self::LooseFolder(path) => t!("store.loose-folder", path = path.display()),
            Self::Damaged(path, words) => {
                let copy = newest_copy(path).map_or_else(|| "-".to_owned(), |copy| copy.display().to_string());
                t!("store.damaged-whole", path = path.display(), words = words, copy = copy)
            }
            Self::NoRoom(path, words) | Self::Unusable(path, words) => {
                t!("store.unusable", path = path.display(), words = words)
            }
        }
        .into_owned()
    }
}

impl OpenError {
    /// The same of another file: the one that people know, in place of the one that is made of it.
    #[must_use]
    pub(super) fn of(self, path: &Path) -> Self {
        let path = path.to_owned();
        match self {
            Self::Missing(_) => Self::Missing(path),
            Self::Exists(_) => Self::Exists(path),
            Self::NotADatabase(_) => Self::NotADatabase(path),
            Self::Foreign(_) => Self::Foreign(path),
            Self::Newer(_, found, known) => Self::Newer(path, found, known),
            Self::Older(_, found, known) => Self::Older(path, found, known),
            Self::Unsound(_, count, first) => Self::Unsound(path, count, first),
            Self::Network(_, system) => Self::Network(path, system),
            Self::NoPermission(_) => Self::NoPermission(path),
            Self::NoRoom(_, words) => Self::NoRoom(path, words),
            Self::Loose(_) => Self::Loose(path),
            Self::LooseFolder(folder) => Self::LooseFolder(folder),
            Self::Damaged(_, words) => Self::Damaged(path, words),
            Self::Unusable(_, words) => Self::Unusable(path, words),
        }
    }
}

impl Store {
    /// Opens a file for reading and writing. One of an earlier schema is brought to the present one first.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Self::open_telling(path, &mut |_| {})
    }

    /// The same; `tell` hears how far an upgrade is, which takes its time on a large file.
    pub fn open_telling(path: &Path, tell: Tell<'_>) -> Result<Self, OpenError> {
        Self::opened(path, Arc::new(SystemClock), false, tell)
    }

    /// Opens a file that is only read: a file or folder without the right to write, or on a full disk, will do, if it has the present schema.
    pub fn open_reading(path: &Path) -> Result<Self, OpenError> {
        Self::open_reading_telling(path, &mut |_| {})
    }

    /// The same; `tell` hears how far an upgrade is.
    pub fn open_reading_telling(path: &Path, tell: Tell<'_>) -> Result<Self, OpenError> {
        match Self::open_telling(path, tell) {
            Err(OpenError::NoPermission(_)) => Self::open_with(path, Arc::new(SystemClock), true),
            // What only the log holds would be missing in the file as it lies there.
            Err(full @ OpenError::NoRoom(..)) => match fs::metadata(beside(path, "-wal")) {
                Ok(log) if log.len() > 0 => Err(full),
                _ => Self::open_with(path, Arc::new(SystemClock), true),
            },
            other => other,
        }
    }

    /// Opens the same file anew for whoever has it open, to be written where that is possible now.
    ///
    /// # Errors
    /// As [`Store::open_reading`].
    pub fn again(&self) -> Result<Self, OpenError> {
        let store = Self::open_reading(&self.path)?;
        Ok(Self { key: self.key.clone(), ..store })
    }

    /// Why a file that is read as it lies there cannot be written, and what to do.
    pub fn locked(&self) -> Option<String> {
        let why = self.frozen.then(|| Self::open(&self.path).err()).flatten()?;
        // What only the log holds is not seen by who reads the file alone.
        let log = fs::metadata(beside(&self.path, "-wal")).is_ok_and(|log| log.len() > 0);
        let newest = if log { t!("store.locked-log") } else { "".into() };
        Some(t!("store.locked", words = why.words(), newest = newest).into_owned())
    }

    /// Opens a file with a clock of one's own; `frozen` reads it as it lies there, without any side file.
    pub fn open_with(path: &Path, clock: Arc<dyn Clock>, frozen: bool) -> Result<Self, OpenError> {
        Self::opened(path, clock, frozen, &mut |_| {})
    }

    fn opened(path: &Path, clock: Arc<dyn Clock>, frozen: bool, tell: Tell<'_>) -> Result<Self, OpenError> {
        let path = &side::real(path);
        let size = fs::metadata(path).map_err(|error| of_io(path, &error))?;
        if !size.is_file() || size.len() == 0 {
            return Err(OpenError::NotADatabase(path.to_owned()));
        }
        if side::is_anybodys(folder(path)) {
            return Err(OpenError::LooseFolder(folder(path).to_owned()));
        }
        if size.mode() & 0o002 != 0 {
            return Err(OpenError::Loose(path.to_owned()));
        }
        refuse_network(path)?;
        let conn = attach(path, frozen).map_err(|error| of_sqlite(path, &error))?;
        let found = schema(path, &conn)?;
        prepare(&conn, frozen).map_err(|error| of_sqlite(path, &error))?;
        if found == SCHEMA {
            return Self::assemble(conn, path, clock, (None, frozen));
        }
        if frozen {
            return Err(OpenError::Older(path.to_owned(), found, SCHEMA));
        }
        let upgraded = migrate::upgrade(path, conn, tell).map_err(|stuck| of_upgrade(path, found, stuck))?;
        let conn = connect(path, false).map_err(|error| of_sqlite(path, &error))?;
        Self::assemble(conn, path, clock, (upgraded, false))
    }

    /// Makes a new file; its folder is made when missing.
    pub fn create(path: &Path) -> Result<Self, OpenError> {
        Self::create_with(path, Arc::new(SystemClock))
    }

    /// Makes a new file with a clock of one's own. Whatever goes wrong, no half-made file stays.
    pub fn create_with(path: &Path, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        // Only folders that are made here: those that are there are somebody's choice.
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder(path));
        made.map_err(|error| of_io(path, &error))?;
        if side::is_anybodys(folder(path)) {
            return Err(OpenError::LooseFolder(folder(path).to_owned()));
        }
        refuse_network(path)?;
        // Before the lock: nothing is laid beside a file that is not ours.
        if fs::symlink_metadata(path).is_ok() {
            return Err(OpenError::Exists(path.to_owned()));
        }
        let turn = Turn::wait(path, PATIENCE).map_err(|error| of_io(path, &error))?;
        let _turn = turn.ok_or_else(|| OpenError::Unusable(path.to_owned(), t!("store.busy").into_owned()))?;
        make(path).map_err(|error| of_io(path, &error))?;
        let made = lay_out(path);
        if let Err(error) = made {
            remove(path);
            return Err(of_sqlite(path, &error));
        }
        let conn = connect(path, false).map_err(|error| of_sqlite(path, &error))?;
        Self::assemble(conn, path, clock, (None, false))
    }

    /// Keeps few pages in memory from now on: for work in the background that reads each page once.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn keep_few_pages(&self) -> Answer<()> {
        few_pages(&self.conn).map_err(unreadable)
    }

    /// Keeps so many kibibytes of pages in memory from now on, and gives back what is beyond.
    pub(super) fn keep_pages(&self, pages: i32) -> rusqlite::Result<()> {
        self.conn.execute_batch(&format!("pragma cache_size = -{pages}; pragma shrink_memory;"))
    }

    /// Takes a file that was just made, and could not be filled, away again.
    pub fn discard(self) {
        let path = self.path;
        drop(self.conn);
        remove(&path);
    }

    fn assemble(
        mut conn: Connection,
        path: &Path,
        clock: Arc<dyn Clock>,
        (upgraded, frozen): (Option<Upgrade>, bool),
    ) -> Result<Self, OpenError> {
        let unusable = |words: String| OpenError::Unusable(path.to_owned(), words);
        let procedure = Procedure::target_review().map_err(|error| unusable(error.to_string()))?;
        let identity = identity(path).map_err(|error| of_io(path, &error))?;
        let (procedure, kept) = (Arc::new(procedure), RefCell::default());
        let (broken, damage) = (Arc::default(), Damage::default());
        breaker::heed(&mut conn, &broken).map_err(|error| of_sqlite(path, &error))?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            identity,
            procedure,
            clock,
            upgraded,
            frozen,
            queue: Queue::default(),
            kept,
            key: None,
            broken,
            damage,
            log: Log::default(),
        })
    }
}

/// Refuses a file that is none of ours, or a newer program's.
pub(super) fn refuse_foreign(path: &Path) -> Result<(), OpenError> {
    let size = fs::metadata(path).map_err(|error| of_io(path, &error))?;
    if !size.is_file() || size.len() == 0 {
        return Err(OpenError::NotADatabase(path.to_owned()));
    }
    let conn = attach(path, true).map_err(|error| of_sqlite(path, &error))?;
    schema(path, &conn).map(drop)
}

/// The schema of a file of ours.
fn schema(path: &Path, conn: &Connection) -> Result<i32, OpenError> {
    let number = |name: &str| conn.query_row(&format!("pragma {name}"), [], |row| row.get::<_, i32>(0));
    let application = number("application_id").map_err(|error| of_sqlite(path, &error))?;
    if application != APPLICATION {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    match number("user_version").map_err(|error| of_sqlite(path, &error))? {
        found if found > SCHEMA => Err(OpenError::Newer(path.to_owned(), found, SCHEMA)),
        found if found < 1 => Err(OpenError::Foreign(path.to_owned())),
        found => Ok(found),
    }
}

/// Makes an empty file that only its owner reads and writes; where the folder hands its group on (setgid), the group too.
fn make(path: &Path) -> io::Result<()> {
    let rights = side::rights_in(folder(path))?;
    let file = fs::File::options().create_new(true).write(true).mode(rights).open(path)?;
    // Whatever the umask takes away from the group.
    file.set_permissions(fs::Permissions::from_mode(rights))
}

/// Takes away a file that was not made whole, and what lies beside it.
fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal", ".bell", ".lock"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Which file lies at a path: device and number.
pub(super) fn identity(path: &Path) -> io::Result<(u64, u64)> {
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

fn lay_out(path: &Path) -> rusqlite::Result<()> {
    let conn = connect(path, false)?;
    let marks = format!("pragma application_id = {APPLICATION}; pragma user_version = {SCHEMA};");
    conn.execute_batch(&format!("begin immediate; {TABLES} {marks} commit;"))
}

fn connect(path: &Path, frozen: bool) -> rusqlite::Result<Connection> {
    let conn = attach(path, frozen)?;
    prepare(&conn, frozen)?;
    Ok(conn)
}

/// Attaches without changing a byte: the file may turn out to be somebody else's.
pub(super) fn attach(path: &Path, frozen: bool) -> rusqlite::Result<Connection> {
    let conn = if frozen {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let name: String = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        Connection::open_with_flags(format!("file:{name}?immutable=1"), flags)?
    } else {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(path, flags)?
    };
    conn.busy_timeout(BUSY)?;
    // Otherwise SQLite plans a cached statement anew whenever the values bound to it change.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(conn)
}

/// The settings under which huishen reads and writes.
fn prepare(conn: &Connection, frozen: bool) -> rusqlite::Result<()> {
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    if frozen {
        conn.execute_batch("pragma query_only = on;")?;
    } else {
        conn.execute_batch(&format!("pragma journal_mode = wal; pragma wal_autocheckpoint = {LOG};"))?;
    }
    conn.execute_batch(&format!("pragma synchronous = normal; pragma foreign_keys = on; pragma cache_size = -{PAGES};"))
}

/// Lets a connection keep few pages in memory.
pub(super) fn few_pages(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(&format!("pragma cache_size = -{FEW_PAGES}"))
}

fn refuse_network(path: &Path) -> Result<(), OpenError> {
    let Ok(system) = statfs(folder(path)) else { return Ok(()) };
    let magic = u64::from_ne_bytes(system.f_type.to_ne_bytes()) & 0xffff_ffff;
    match NETWORK.iter().find(|(known, _)| *known == magic) {
        Some((_, name)) => Err(OpenError::Network(path.to_owned(), (*name).to_owned())),
        None => Ok(()),
    }
}

fn of_upgrade(path: &Path, found: i32, stuck: Stuck) -> OpenError {
    match stuck {
        Stuck::NoRight => OpenError::Older(path.to_owned(), found, SCHEMA),
        Stuck::Failed(words) => {
            OpenError::Unusable(path.to_owned(), t!("store.upgrade-failed", words = words).into_owned())
        }
        Stuck::Damaged(count, first) => OpenError::Unsound(path.to_owned(), count, first),
    }
}

fn of_io(path: &Path, error: &io::Error) -> OpenError {
    match error.kind() {
        io::ErrorKind::NotFound => OpenError::Missing(path.to_owned()),
        io::ErrorKind::AlreadyExists => OpenError::Exists(path.to_owned()),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => OpenError::NoPermission(path.to_owned()),
        _ => OpenError::Unusable(path.to_owned(), error.to_string()),
    }
}

fn of_sqlite(path: &Path, error: &rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        // Where copies of it were made, it has been one.
        Some(ErrorCode::NotADatabase) if newest_copy(path).is_some() => {
            OpenError::Damaged(path.to_owned(), Unwritable::words(error))
        }
        Some(ErrorCode::NotADatabase) => OpenError::NotADatabase(path.to_owned()),
        Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged(path.to_owned(), Unwritable::words(error)),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            OpenError::NoPermission(path.to_owned())
        }
        _ if could_not_write(error) => OpenError::NoRoom(path.to_owned(), Unwritable::words(error)),
        _ => OpenError::Unusable(path.to_owned(), Unwritable::words(error)),
    }
}
