//! The one shared file: SQLite, and the only room that uses rusqlite.
//!
//! Owns the journal and the tables that follow from it, the writers' queue, the change notice, reads in domain types, and verification.
//! Must not know screens, workbooks or the command line. What only SQLite has (pragmas, locks, bell) stays in `open`, `lock` and `bell`.
//!
//! `execute` is the only writer · `ahead` decides before a writer's turn · `journal` appends and reads rows · `projection` applies events to the tables · `facts` answers `decide` ·
//! `sessions` are the joint sessions · `assessments` the pre-assessments · `execution` what became of approved targets · `registers` the registers of the year · `read` answers screens and command line, until `breaker` breaks it off · `verify` replays and compares · `people` says who somebody is · `drafts` keep unsent text · `presence` who is in a session now ·
//! `kept` is what was read last, `news` what happened since ·
//! `migrate` brings files of earlier schemas to the present one · `backup` copies, restores and rescues · `damage` stops writing · `disk` waits for what was committed · `page` reads the file as it lies · `digest` adds rows up · `side` opens what lies beside the file · `audit` gives the journal out · `heads` keeps what was given out.

mod ahead;
mod assessments;
mod audit;
mod backup;
mod bell;
mod breaker;
mod clock;
mod damage;
mod digest;
mod disk;
mod drafts;
mod execute;
mod execution;
mod facts;
mod fill;
mod findings;
mod heads;
mod journal;
mod kept;
mod lock;
mod migrate;
mod news;
mod open;
mod page;
mod people;
mod presence;
mod projection;
mod read;
mod registers;
mod rows;
mod sample;
mod search;
mod sessions;
mod side;
mod span;
mod verify;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use crate::domain::procedure::Procedure;
use crate::domain::time::Now;

pub use audit::Audited;
pub use backup::{
    Copied, Daily, KEPT_DAYS, NotCopied, NotRestored, Pace, Rescued, Restored, daily, free_copy, newest_copy, rescue,
    restore,
};
pub use bell::Watcher;
pub use breaker::Breaker;
pub use clock::{Clock, FixedClock, SystemClock};
pub use damage::Damage;
pub use execute::Refused;
pub use heads::GivenIn;
pub use lock::Turn;
pub use migrate::{Tell, Upgrade, Upgrading};
pub use open::OpenError;
pub use read::Held;
pub use side::{own_file, own_folder, real};
pub use verify::{Fault, FaultKind, Head, Note, Report};

/// An open file.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    /// Device and number of the file that was opened.
    identity: (u64, u64),
    procedure: Arc<Procedure>,
    clock: Arc<dyn Clock>,
    upgraded: Option<Upgrade>,
    /// Whether the file is read as it lay there when it was opened: what others write meanwhile is not seen.
    frozen: bool,
    /// The way into the writers' queue.
    queue: lock::Queue,
    /// What was read last.
    kept: RefCell<kept::Kept>,
    /// Whether the read under way was broken off.
    broken: Arc<AtomicBool>,
    /// What was found damaged since the file was opened.
    damage: Damage,
    /// Where what was committed waits for the disk.
    log: disk::Log,
    /// The fingerprint of the key by which the person of this program came in.
    key: Option<String>,
}

impl Store {
    /// The procedure that targets follow.
    pub fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The present, by the store's clock.
    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// From now on acts are recorded with the key by which the person came in.
    pub fn come_by_key(&mut self, fingerprint: &str) {
        self.key = Some(fingerprint.to_owned());
    }

    /// What opening did to a file of an earlier schema.
    pub fn upgraded(&self) -> Option<&Upgrade> {
        self.upgraded.as_ref()
    }

    /// Whether the file is read as it lay there when it was opened.
    pub const fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path of a side file: the database's name with an ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
