//! The writers' queue: an exclusive advisory lock on `FILE.lock`, held around each writing transaction.
//!
//! SQLite's own busy handler lets the luckiest writer win for seconds; the kernel serves those who wait for a lock in their order.
//! The lock is only a courtesy between huishen programs: correctness comes from the transaction itself.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use rustix::io::{Errno, retry_on_intr};

use super::beside;

/// One's turn among the writers of a file, held until dropped.
#[derive(Debug)]
pub struct Turn(File);

impl Turn {
    /// Waits for one's turn, at most so long; `None` when it did not come.
    ///
    /// # Errors
    /// When the lock file cannot be opened or locked.
    pub fn wait(path: &Path, patience: Duration) -> io::Result<Option<Self>> {
        let file = File::options().create(true).truncate(false).write(true).open(beside(path, ".lock"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(Self(file))),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Self::queue(file, patience),
            Err(error) => Err(error.into()),
        }
    }

    /// Stands in the kernel's queue on a thread of its own, because a blocking lock knows no deadline.
    fn queue(file: File, patience: Duration) -> io::Result<Option<Self>> {
        let (reply, turn) = mpsc::channel();
        let waiter = lend(Errand { file, reply })?;
        match turn.recv_timeout(patience) {
            Ok(locked) => {
                *resting() = Some(waiter);
                locked.map(Some).map_err(io::Error::from)
            }
            // A thread given up on gets its turn later, lets it go at once, and ends.
            Err(_) => Ok(None),
        }
    }
}

/// A file to be locked, and who waits for it.
struct Errand {
    file: File,
    reply: Sender<Result<Turn, Errno>>,
}

/// The thread that waited last, if it has nothing to do: starting one anew for every turn costs as much as a small commit.
static RESTING: Mutex<Option<Sender<Errand>>> = Mutex::new(None);

fn resting() -> MutexGuard<'static, Option<Sender<Errand>>> {
    RESTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives an errand to the resting thread, or to a new one.
fn lend(errand: Errand) -> io::Result<Sender<Errand>> {
    let rested = resting().take();
    let waiter = match rested {
        Some(waiter) => waiter,
        None => hire()?,
    };
    waiter.send(errand).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
    Ok(waiter)
}

/// Starts a thread that locks what it is given until nobody can give it anything more.
fn hire() -> io::Result<Sender<Errand>> {
    let (waiter, errands) = mpsc::channel::<Errand>();
    let stand = move || {
        for Errand { file, reply } in errands {
            let locked = retry_on_intr(|| flock(&file, FlockOperation::LockExclusive));
            let _ = reply.send(locked.map(|()| Turn(file)));
        }
    };
    std::thread::Builder::new().name("writers-queue".to_owned()).stack_size(64 * 1024).spawn(stand)?;
    Ok(waiter)
}

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
}
