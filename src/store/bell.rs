//! The change notice: a writer touches `FILE.bell` after a commit, and every open program wakes and reads again what its screen shows.
//!
//! Owns ringing and listening. Listening uses inotify; when the system has no instance left it asks `PRAGMA data_version` every
//! quarter of a second instead, which is slower and never an error.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use inotify::{EventMask, Inotify, WatchDescriptor, WatchMask};
use rusqlite::{Connection, OpenFlags};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{beside, side};

/// How often the fallback asks.
const ASK: Duration = Duration::from_millis(250);
/// How long a listener may sleep before it looks whether it is still wanted.
const NAP: Duration = Duration::from_hours(1);

/// Touches the bell. A bell that cannot be touched costs the others at most a quarter of a second.
pub(super) fn ring(path: &Path) {
    let _ = touch(path);
}

/// Opens it for writing and closes it: that alone is heard, and nothing goes to the disk. (A file that is emptied and written costs as much as
/// a commit, because the file system writes it out at once.)
fn touch(path: &Path) -> io::Result<()> {
    let bell = beside(path, ".bell");
    match side::plain(&bell, File::options().write(true)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            side::open(path, &bell, File::options().write(true)).map(drop)
        }
        other => other.map(drop),
    }
}

/// Listens for the bell on a thread of its own until dropped.
pub struct Watcher {
    stop: Arc<AtomicBool>,
    wake: Option<io::PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Watcher {
    /// Calls back after every change of a file, by whomever; several changes may come as one call. The first call comes when it listens: what
    /// happened between whatever was read before and that moment would be told by nobody.
    pub fn start(path: &Path, changed: impl Fn() + Send + 'static) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let (ours, theirs) = io::pipe()?;
        let (wanted, path) = (Arc::clone(&stop), path.to_owned());
        let listen = move || {
            let listened = Inotify::init().and_then(|inotify| by_inotify(inotify, &path, &ours, &wanted, &changed));
            if listened.is_err() {
                by_asking(&path, &wanted, &changed);
            }
        };
        let thread = std::thread::Builder::new().name("bell".to_owned()).stack_size(256 * 1024).spawn(listen)?;
        Ok(Self { stop, wake: Some(theirs), thread: Some(thread) })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        drop(self.wake.take());
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

/// What is watched: the bell alone, so that nothing else that happens in its folder wakes anybody; only while there is no bell, the folder,
/// in which one may be made.
fn watch(inotify: &Inotify, bell: &Path) -> io::Result<Option<WatchDescriptor>> {
    // A bell that is deleted changes its count of links, one that is moved its name.
    let ours = WatchMask::CLOSE_WRITE | WatchMask::ATTRIB | WatchMask::MOVE_SELF | WatchMask::DELETE_SELF;
    if inotify.watches().add(bell, ours).is_ok() {
        return Ok(None);
    }
    let folder = bell.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = inotify.watches().add(folder, WatchMask::CREATE | WatchMask::MOVED_TO)?;
    // One that was made in between would not be heard of.
    let made = inotify.watches().add(bell, ours).is_ok();
    Ok((!made).then_some(folder))
}

fn by_inotify(
    mut inotify: Inotify,
    path: &Path,
    wake: &io::PipeReader,
    stop: &AtomicBool,
    changed: &impl Fn(),
) -> io::Result<()> {
    let bell = beside(path, ".bell");
    let name = bell.file_name();
    let mut folder = watch(&inotify, &bell)?;
    changed();
    let mut buffer = [0; 4096];
    let nap = Timespec { tv_sec: i64::try_from(NAP.as_secs()).unwrap_or(i64::MAX), tv_nsec: 0 };
    while !stop.load(Ordering::Acquire) {
        let mut fds = [PollFd::new(&inotify, PollFlags::IN), PollFd::new(wake, PollFlags::IN)];
        match poll(&mut fds, Some(&nap)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let (mut rung, mut other) = (false, false);
        match inotify.read_events(&mut buffer) {
            Ok(events) => {
                for event in events.filter(|event| event.name.is_none() || event.name == name) {
                    rung = true;
                    other |= event.mask != EventMask::CLOSE_WRITE;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
        if other {
            // The bell is gone, or another one: whatever hangs there now is watched.
            if let Some(folder) = folder.take() {
                inotify.watches().remove(folder).ok();
            }
            folder = watch(&inotify, &bell)?;
        }
        if rung && !stop.load(Ordering::Acquire) {
            changed();
        }
    }
    Ok(())
}

/// The fallback: asks SQLite whether somebody else committed.
fn by_asking(path: &Path, stop: &AtomicBool, changed: &impl Fn()) {
    let Ok(conn) = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY) else { return };
    let version = || conn.query_row("pragma data_version", [], |row| row.get::<_, i64>(0)).ok();
    let mut seen = version();
    changed();
    while !stop.load(Ordering::Acquire) {
        std::thread::park_timeout(ASK);
        let now = version();
        if now != seen {
            seen = now;
            changed();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    const PATIENCE: Duration = Duration::from_secs(10);

    #[test]
    fn what_happened_before_anybody_listened_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        Connection::open(&path)
            .unwrap()
            .execute_batch("pragma journal_mode = wal; create table a (b integer)")
            .unwrap();
        let (sender, rung) = mpsc::channel();
        let by_asking = sender.clone();
        let _watcher = Watcher::start(&path, move || sender.send(()).unwrap_or_default()).unwrap();
        assert_eq!(rung.recv_timeout(PATIENCE), Ok(()), "by inotify");
        let stop = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&stop);
        let tell = move || by_asking.send(()).unwrap_or_default();
        let thread = std::thread::spawn(move || super::by_asking(&path, &wanted, &tell));
        assert_eq!(rung.recv_timeout(PATIENCE), Ok(()), "by asking");
        stop.store(true, Ordering::Release);
        thread.join().unwrap();
    }

    #[test]
    fn a_ring_wakes_listeners_even_after_the_bell_was_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (sender, rung) = mpsc::channel();
        let watcher = Watcher::start(&path, move || sender.send(()).unwrap_or_default()).unwrap();
        rung.recv_timeout(PATIENCE).unwrap();
        let wait = || {
            let start = std::time::Instant::now();
            while rung.try_recv().is_err() {
                assert!(start.elapsed() < PATIENCE, "the bell was not heard");
                ring(&path);
                std::thread::sleep(Duration::from_millis(5));
            }
        };
        wait();
        std::fs::remove_file(beside(&path, ".bell")).unwrap();
        wait();
        drop(watcher);
    }

    #[test]
    fn what_else_happens_in_the_folder_wakes_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let bell = beside(&path, ".bell");
        let mut inotify = Inotify::init().unwrap();
        assert!(watch(&inotify, &bell).unwrap().is_some(), "without a bell the folder is watched");
        ring(&path);
        let mut inotify_of_bell = Inotify::init().unwrap();
        assert!(watch(&inotify_of_bell, &bell).unwrap().is_none());
        for name in ["a.db-wal", "b.bell", "a.db.lock"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let mut buffer = [0; 4096];
        let nothing = inotify_of_bell.read_events(&mut buffer).err().map(|error| error.kind());
        assert_eq!(nothing, Some(io::ErrorKind::WouldBlock), "the others are not heard of");
        assert!(inotify.read_events(&mut buffer).unwrap().any(|event| event.name == bell.file_name()), "its making is");
        ring(&path);
        assert!(inotify_of_bell.read_events(&mut buffer).unwrap().next().is_some());
    }

    #[test]
    fn without_inotify_the_version_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("pragma journal_mode = wal; create table a (b integer)").unwrap();
        let (sender, rung) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let (wanted, asked) = (Arc::clone(&stop), path.clone());
        let thread = std::thread::spawn(move || by_asking(&asked, &wanted, &|| sender.send(()).unwrap_or_default()));
        rung.recv_timeout(PATIENCE).unwrap();
        let start = std::time::Instant::now();
        while rung.try_recv().is_err() {
            assert!(start.elapsed() < PATIENCE, "the change was not seen");
            conn.execute("insert into a values (1)", []).unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
        stop.store(true, Ordering::Release);
        thread.join().unwrap();
    }
}
