//! Writing to the terminal, also to one that does not read.
//!
//! A terminal that stops reading (a lost line, a window held by its user) blocks whoever writes to it, and a program that
//! is blocked cannot end when it is told to. So writing goes through an open file of its own that never blocks; what
//! waits is [`Tty`], and it waits no longer once [`give_up`] was called.

use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::process::getsid;
use rustix::stdio::stdout;
use rustix::termios::{QueueSelector, tcflush, tcgetsid, ttyname};

/// How often a writer that waits looks whether the program was told to end.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
/// Breaks off a sequence of which the terminal has seen only the beginning.
const CANCEL: &[u8] = b"\x18";

static GIVEN_UP: AtomicBool = AtomicBool::new(false);
static OWN: OnceLock<Option<OwnedFd>> = OnceLock::new();

/// The terminal without the buffer and the line ends of `std`: one `write` is one system call, if the terminal reads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tty;

impl Write for Tty {
    /// Once given up, bytes are dropped: the program is about to end, and nobody reads them.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        while !GIVEN_UP.load(Ordering::SeqCst) {
            match rustix::io::write(device(), bytes) {
                Ok(written) => return Ok(written),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => wait(),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The program was told to end: writing waits for the terminal no more.
pub(super) fn give_up() {
    GIVEN_UP.store(true, Ordering::SeqCst);
}

/// Writes what gives the terminal back. Once given up, it takes the place of what the terminal has not read, if there
/// is no room for both.
pub(super) fn write_last(bytes: &[u8]) {
    let written = Tty.write_all(bytes);
    if written.is_err() || !GIVEN_UP.load(Ordering::SeqCst) {
        return;
    }
    let blocks = own().is_none();
    if blocks || rustix::io::write(device(), bytes) != Ok(bytes.len()) {
        tcflush(device(), QueueSelector::OFlush).ok();
        rustix::io::write(device(), &[CANCEL, bytes].concat()).ok();
    }
}

/// Waits a little until the terminal reads.
fn wait() {
    poll(&mut [PollFd::new(&device(), PollFlags::OUT)], Some(&LOOK)).ok();
}

fn device() -> BorrowedFd<'static> {
    own().map_or_else(stdout, AsFd::as_fd)
}

/// The terminal of standard output, opened anew: not to block is a property of the open file, and standard output's is
/// shared with the shell. `None` where it may not be opened; then writing blocks.
fn own() -> Option<&'static OwnedFd> {
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = OWN.get_or_init(|| {
        // The terminal that controls the session may be opened also after `su`, when its file belongs to someone else.
        let controls = tcgetsid(stdout()).is_ok_and(|theirs| getsid(None) == Ok(theirs));
        let named = || open(ttyname(stdout(), Vec::new())?, flags, Mode::empty());
        if controls { open("/dev/tty", flags, Mode::empty()).or_else(|_| named()).ok() } else { named().ok() }
    });
    opened.as_ref()
}
