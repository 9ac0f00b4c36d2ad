//! The writers' queue: an exclusive advisory lock on `FILE.lock`, held around each writing transaction.
//!
//! SQLite's own busy handler lets the luckiest writer win for seconds; the kernel serves those who wait for a lock in their order.
//! The lock is only a courtesy between huishen programs: correctness comes from the transaction itself.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use rustix::io::{Errno, retry_on_intr};

use super::beside;

/// The lock, held until dropped.
pub(super) struct Turn(File);

impl Turn {
    /// Waits for one's turn, at most so long; `None` when it did not come.
    pub(super) fn wait(path: &Path, patience: Duration) -> io::Result<Option<Self>> {
        let file = File::options().create(true).truncate(false).write(true).open(beside(path, ".lock"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(Self(file))),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Self::queue(file, patience),
            Err(error) => Err(error.into()),
        }
    }

    /// Stands in the kernel's queue on a thread of its own, because a blocking lock knows no deadline.
    /// A thread given up on gets its turn later and lets it go at once.
    fn queue(file: File, patience: Duration) -> io::Result<Option<Self>> {
        let (sender, receiver) = mpsc::channel();
        let stand = move || {
            let locked = retry_on_intr(|| flock(&file, FlockOperation::LockExclusive));
            let _ = sender.send(locked.map(|()| Self(file)));
        };
        std::thread::Builder::new().name("writers-queue".to_owned()).stack_size(64 * 1024).spawn(stand)?;
        match receiver.recv_timeout(patience) {
            Ok(Ok(turn)) => Ok(Some(turn)),
            Ok(Err(error)) => Err(error.into()),
            Err(_) => Ok(None),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
}
