//! Brings a file of an earlier schema to the present one: everything that follows from the journal is made anew by replaying it.
//!
//! Owns the order of the steps: the writers' lock, a checked backup beside the file, and one transaction that lays out the present tables,
//! keeps the rows that do not follow from the journal as they are, and replays. Knows nothing of what changed between two schemas: a table, a
//! column or an index more is an edit of `schema.sql`, of the projection and of the number (docs/architecture.md). Killed at any moment, the
//! file is the old one or the new one.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use rust_i18n::t;
use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::execute::Unwritable;
use super::journal;
use super::lock::Turn;
use super::open::{SCHEMA, TABLES};
use super::projection::Sums;
use super::verify::{KEPT, Report, replay_into, without_indexes};
use super::{bell, beside};

/// How long the upgrade waits for its turn among the writers.
const PATIENCE: Duration = Duration::from_secs(30);
/// Kibibytes of pages kept in memory while everything is written anew.
const PAGES: i32 = 65_536;

/// A file that was brought to the present schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// The schema that it had.
    pub from: i32,
    /// The schema that it has.
    pub to: i32,
    /// The file as it was.
    pub backup: PathBuf,
}

/// How far an upgrade is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upgrading {
    /// The file is copied as it is.
    Copying,
    /// So many of so many rows of the journal are replayed.
    Replaying(u64, u64),
    /// What reading needs is made: the indexes.
    Indexing,
}

/// Who hears how far an upgrade is.
pub type Tell<'t> = &'t mut dyn FnMut(Upgrading);

/// Why a file cannot be brought to the present schema; it stays as it was.
#[derive(Debug)]
pub(super) enum Stuck {
    /// The file or its folder may not be written.
    NoRight,
    /// A step failed, in words.
    Failed(String),
    /// Its journal does not hold: how many faults, and the first one.
    Damaged(usize, String),
}

impl From<rusqlite::Error> for Stuck {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::NoRight,
            _ => Self::Failed(Unwritable::words(&error)),
        }
    }
}

impl From<io::Error> for Stuck {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NoRight,
            io::ErrorKind::StorageFull => Self::Failed(t!("store.disk-full").into_owned()),
            _ => Self::Failed(t!("store.io", error = error).into_owned()),
        }
    }
}

/// Brings a file to the present schema; `None` when another program did so meanwhile.
pub(super) fn upgrade(path: &Path, mut conn: Connection, tell: Tell<'_>) -> Result<Option<Upgrade>, Stuck> {
    let turn = Turn::wait(path, PATIENCE)?;
    let _turn = turn.ok_or_else(|| Stuck::Failed(t!("store.busy").into_owned()))?;
    // Tables are dropped and filled in an order that keys between them would not allow; they are checked at the end.
    conn.execute_batch(&format!("pragma foreign_keys = off; pragma cache_size = -{PAGES};"))?;
    let work = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&work)?;
    if from >= SCHEMA {
        return Ok(None);
    }
    tell(Upgrading::Copying);
    let backup = back_up(path, from, &work)?;
    lay_out_anew(&work)?;
    fill(&work, tell)?;
    work.execute_batch(&format!("pragma user_version = {SCHEMA}"))?;
    work.commit()?;
    bell::ring(path);
    Ok(Some(Upgrade { from, to: SCHEMA, backup }))
}

/// The schema of a file.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<i32> {
    conn.prepare_cached("pragma user_version")?.query_row([], |row| row.get(0))
}

/// Writes `FILE.vN.bak`, or with a number more when that name is taken. It appears only when it is whole.
fn back_up(path: &Path, version: i32, held: &Connection) -> Result<PathBuf, Stuck> {
    let part = beside(path, &format!(".v{version}.part"));
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let written = write_copy(path, &part, held).and_then(|()| Ok(name_copy(path, version, &part)?));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// Copies the file as the held transaction found it, and reads the copy back.
fn write_copy(path: &Path, part: &Path, held: &Connection) -> Result<(), Stuck> {
    // Nobody reads the copy who may not read the file.
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(part)?;
    let reader =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    reader.execute("vacuum into ?1", [part.to_string_lossy()])?;
    let copy = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let sound: String = copy.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    let same = journal::head(&copy)?.hash == journal::head(held)?.hash && version(&copy)? == version(held)?;
    if sound != "ok" || !same {
        return Err(Stuck::Failed(t!("store.backup-unsound", path = path.display(), words = sound).into_owned()));
    }
    fs::set_permissions(part, fs::metadata(path)?.permissions())?;
    Ok(file.sync_all()?)
}

fn name_copy(path: &Path, version: i32, part: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let ending = if number == 1 { format!(".v{version}.bak") } else { format!(".v{version}.{number}.bak") };
        let name = beside(path, &ending);
        match renameat_with(CWD, part, CWD, &name, RenameFlags::NOREPLACE) {
            Ok(()) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                File::open(folder)?.sync_all()?;
                return Ok(name);
            }
            Err(rustix::io::Errno::EXIST) => number += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

/// Takes away what the old schema had, lays out the present one, and puts back the rows that do not follow from the journal.
fn lay_out_anew(work: &Transaction<'_>) -> rusqlite::Result<()> {
    let kept: Vec<&str> = KEPT.into_iter().filter(|table| work.table_exists(None, *table).unwrap_or(false)).collect();
    drop_all(work, &kept)?;
    for table in &kept {
        work.execute_batch(&format!("alter table \"{table}\" rename to \"before_{table}\""))?;
    }
    work.execute_batch(TABLES)?;
    for table in &kept {
        let columns = columns(work, &format!("before_{table}"))?.join(", ");
        work.execute_batch(&format!(
            "insert into \"{table}\" ({columns}) select {columns} from \"before_{table}\" order by rowid;
            drop table \"before_{table}\""
        ))?;
    }
    Ok(())
}

/// Drops views, triggers, indexes, and every table but the kept ones. A search takes its own tables with it.
fn drop_all(work: &Transaction<'_>, kept: &[&str]) -> rusqlite::Result<()> {
    let sql = "select type, name from sqlite_schema where sql is not null and name not like 'sqlite!_%' escape '!'
        order by case when type = 'view' then 0 when type = 'trigger' then 1 when sql like 'create virtual%' then 2
            when type = 'index' then 3 else 4 end";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let objects = work.prepare(sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let gone = objects.iter().filter(|(kind, name)| kind != "table" || !kept.contains(&name.as_str()));
    for (kind, name) in gone {
        work.execute_batch(&format!("drop {kind} if exists \"{name}\""))?;
    }
    Ok(())
}

fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut sql = conn.prepare("select '\"' || name || '\"' from pragma_table_info(?1) order by cid")?;
    sql.query_map([table], |row| row.get(0))?.collect()
}

/// Replays the journal into the empty tables, and makes their indexes when they are full. A journal with a fault is left to the program that wrote it.
fn fill(work: &Connection, tell: Tell<'_>) -> Result<(), Stuck> {
    let indexes = without_indexes(work)?;
    let mut report = Report::default();
    let of = work.query_row("select count(*) from journal", [], |row| row.get::<_, i64>(0))?.cast_unsigned();
    replay_into(work, work, &mut Sums::default(), &mut report, &mut |done| tell(Upgrading::Replaying(done, of)));
    tell(Upgrading::Indexing);
    indexes.iter().try_for_each(|index| work.execute_batch(index))?;
    if let Some(first) = report.faults.first() {
        let count = report.faults.len() + usize::try_from(report.unlisted).unwrap_or(usize::MAX);
        return Err(Stuck::Damaged(count, format!("{}: {}", first.place, first.what)));
    }
    let mut keys = work.prepare("pragma foreign_key_check")?;
    let broken = keys.query_map([], |row| row.get::<_, String>(0))?.next().transpose()?;
    broken.map_or(Ok(()), |table| Err(Stuck::Damaged(1, table)))
}
