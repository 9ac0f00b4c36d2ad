//! The writers' queue: an exclusive advisory lock on `FILE.lock`, held around each writing transaction.
//!
//! SQLite's own busy handler lets the luckiest writer win for seconds; the kernel serves those who wait for a lock in their order.
//! The lock is only a courtesy between huishen programs: correctness comes from the transaction itself.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, flock};
use rustix::io::{Errno, retry_on_intr};

use super::{beside, side};

/// How many turns a writer may take one after the other, each the moment it comes, before it stands behind those who wait.
const IN_A_ROW: u32 = 8;
/// How long such a row may last: on a slow disk a single commit takes longer, and nobody goes twice before others.
const ROW: Duration = Duration::from_millis(2);

/// A program's way into the queue of one file. Between its turns the lock file stays open.
#[derive(Debug, Default)]
pub(super) struct Queue {
    file: Option<Arc<File>>,
    /// Turns taken at once since it last stood in the queue.
    in_a_row: u32,
    /// When the first of them was taken.
    began: Option<Instant>,
}

impl Queue {
    /// One's turn if nobody has it now. `None` too when one has gone before others often enough: whoever lets a turn go and asks again at once
    /// would otherwise always be faster than those who must wake up first.
    ///
    /// # Errors
    /// When the lock file cannot be opened or locked.
    pub(super) fn at_once(&mut self, path: &Path) -> io::Result<Option<Turn>> {
        if self.in_a_row >= IN_A_ROW || self.began.is_some_and(|began| began.elapsed() > ROW) {
            return Ok(None);
        }
        let turn = Turn::now(&self.file(path)?)?;
        if turn.is_some() {
            self.in_a_row += 1;
            self.began.get_or_insert_with(Instant::now);
        }
        Ok(turn)
    }

    /// Waits for one's turn; `None` when it did not come. Each time that patience is at its end `moves` is asked whether those in front get on with it:
    /// then one waits on, in the same place.
    ///
    /// # Errors
    /// When the lock file cannot be opened or locked.
    pub(super) fn wait(
        &mut self,
        path: &Path,
        patience: Duration,
        moves: &mut dyn FnMut() -> bool,
    ) -> io::Result<Option<Turn>> {
        (self.in_a_row, self.began) = (0, None);
        let turn = Turn::of(self.file(path)?, patience, moves)?;
        if turn.is_none() {
            // The thread that was given up on may still get the turn of the file that is open now.
            self.file = None;
        }
        Ok(turn)
    }

    fn file(&mut self, path: &Path) -> io::Result<Arc<File>> {
        match &self.file {
            Some(file) => Ok(Arc::clone(file)),
            None => Ok(Arc::clone(self.file.insert(open(path)?))),
        }
    }
}

fn open(path: &Path) -> io::Result<Arc<File>> {
    side::open(path, &beside(path, ".lock"), File::options().write(true)).map(Arc::new)
}

/// One's turn among the writers of a file, held until dropped.
#[derive(Debug)]
pub struct Turn(Arc<File>);

impl Turn {
    /// Waits for one's turn, at most so long; `None` when it did not come.
    ///
    /// # Errors
    /// When the lock file cannot be opened or locked.
    pub fn wait(path: &Path, patience: Duration) -> io::Result<Option<Self>> {
        Self::of(open(path)?, patience, &mut || false)
    }

    fn of(file: Arc<File>, patience: Duration, moves: &mut dyn FnMut() -> bool) -> io::Result<Option<Self>> {
        match Self::now(&file)? {
            Some(turn) => Ok(Some(turn)),
            None => Self::queue(file, patience, moves),
        }
    }

    fn now(file: &Arc<File>) -> io::Result<Option<Self>> {
        match flock(&**file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(Self(Arc::clone(file)))),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Stands in the kernel's queue on a thread of its own, because a blocking lock knows no deadline.
    fn queue(file: Arc<File>, patience: Duration, moves: &mut dyn FnMut() -> bool) -> io::Result<Option<Self>> {
        let (reply, turn) = mpsc::channel();
        let waiter = lend(Errand { file, reply })?;
        loop {
            match turn.recv_timeout(patience) {
                Ok(locked) => {
                    *resting() = Some(waiter);
                    return locked.map(Some).map_err(io::Error::from);
                }
                Err(RecvTimeoutError::Timeout) if moves() => {}
                // A thread given up on gets its turn later, lets it go at once, and ends.
                Err(_) => return Ok(None),
            }
        }
    }
}

/// A file to be locked, and who waits for it.
struct Errand {
    file: Arc<File>,
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
            let locked = retry_on_intr(|| flock(&*file, FlockOperation::LockExclusive));
            let _ = reply.send(locked.map(|()| Turn(file)));
        }
    };
    std::thread::Builder::new().name("writers-queue".to_owned()).stack_size(64 * 1024).spawn(stand)?;
    Ok(waiter)
}

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = flock(&*self.0, FlockOperation::Unlock);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_back_at_once_stands_behind_the_others_now_and_then() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut queue = Queue::default();
        for round in 0..3 {
            let row = std::iter::from_fn(|| queue.at_once(&path).unwrap()).take(100).count();
            assert!((1..=IN_A_ROW as usize).contains(&row), "{round}: {row}");
            assert!(queue.wait(&path, Duration::ZERO, &mut || false).unwrap().is_some(), "{round}");
        }
    }

    #[test]
    fn whoever_stands_in_a_queue_that_moves_keeps_the_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (mut one, mut other) = (Queue::default(), Queue::default());
        let mut held = one.at_once(&path).unwrap();
        assert!(held.is_some());
        let mut asked = 0;
        let turn = other.wait(&path, Duration::from_millis(20), &mut || {
            asked += 1;
            // Whoever is in front has done with it; the same place in the queue comes to its turn.
            if asked == 3 {
                held = None;
            }
            true
        });
        assert!(turn.unwrap().is_some() && asked >= 3);
    }

    #[test]
    fn a_turn_that_did_not_come_in_time_is_nobodys_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (mut one, mut other) = (Queue::default(), Queue::default());
        let turn = one.at_once(&path).unwrap().unwrap();
        assert!(other.at_once(&path).unwrap().is_none());
        assert!(other.wait(&path, Duration::from_millis(20), &mut || false).unwrap().is_none());
        drop(turn);
        // The thread that was given up on lets its late turn go.
        let late = other.wait(&path, Duration::from_secs(10), &mut || false).unwrap().unwrap();
        assert!(one.at_once(&path).unwrap().is_none());
        drop(late);
        assert!(one.wait(&path, Duration::from_secs(10), &mut || false).unwrap().is_some());
    }
}
