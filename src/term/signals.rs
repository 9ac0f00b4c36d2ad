//! Signals as events, and stopping as a shell expects it.
//!
//! A thread waits for signals and sends what they mean; no work is done in signal handlers. It must not know what
//! the program does about them.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::process::{Signal as Sig, getpid, getppid, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::{flag, low_level};

use super::event::{Event, Signal};
use super::{tty, writer};

/// Signals that are caught: what came before somebody listens is heard then.
#[derive(Debug)]
pub(super) struct Caught(Signals);

impl Caught {
    /// Begins to catch.
    pub(super) fn new() -> io::Result<Self> {
        Signals::new([SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH]).map(Self)
    }
}

/// The thread that waits for signals; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Listener {
    handle: Handle,
    thread: Option<JoinHandle<()>>,
}

impl Listener {
    /// Starts to listen; `send` returns whether anybody still wants events.
    pub(super) fn start(
        Caught(mut signals): Caught,
        mut send: impl FnMut(Event) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let handle = signals.handle();
        let work = move || {
            for number in signals.forever() {
                if ends(number) {
                    writer::give_up();
                }
                if meaning(number).is_some_and(|event| !send(event)) {
                    break;
                }
            }
        };
        let thread = thread::Builder::new().name("signals".to_owned()).spawn(work)?;
        Ok(Self { handle, thread: Some(thread) })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.handle.close();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// Whether the program ends of it, for which it must not wait for the terminal.
const fn ends(number: i32) -> bool {
    matches!(number, SIGHUP | SIGTERM | SIGINT)
}

fn meaning(number: i32) -> Option<Event> {
    let signal = match number {
        SIGHUP => Signal::Hangup,
        SIGTERM => Signal::Terminate,
        SIGINT => Signal::Interrupt,
        SIGTSTP => Signal::Stop,
        SIGCONT => Signal::Continue,
        SIGWINCH => {
            return tty::size().ok().map(|size| Event::Resize(size.width, size.height));
        }
        _ => return None,
    };
    Some(Event::Signal(signal))
}

/// Tells whether somebody could continue the program after a stop: not when it is itself the session, as under
/// `ssh host huishen`, or when its shell is gone.
pub(super) fn can_stop() -> bool {
    let Ok(session) = getsid(None) else {
        return false;
    };
    session != getpid() && getppid().is_some_and(|parent| getsid(Some(parent)).is_ok_and(|theirs| theirs == session))
}

/// Stops the whole job until it is continued.
pub(super) fn stop() -> io::Result<()> {
    let continued = Arc::new(AtomicBool::new(false));
    let watch = flag::register(SIGCONT, Arc::clone(&continued))?;
    let stopped = kill_current_process_group(Sig::STOP);
    // A stop reaches the threads one by one: this one may run on for a moment and must not touch the terminal.
    let mut naps = if stopped.is_ok() { 200 } else { 0 };
    while naps > 0 && !continued.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(5));
        naps -= 1;
    }
    low_level::unregister(watch);
    Ok(stopped?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signal_has_its_meaning() {
        for (number, signal) in [
            (SIGHUP, Signal::Hangup),
            (SIGTERM, Signal::Terminate),
            (SIGINT, Signal::Interrupt),
            (SIGTSTP, Signal::Stop),
            (SIGCONT, Signal::Continue),
        ] {
            assert_eq!(meaning(number), Some(Event::Signal(signal)));
        }
        assert_eq!(meaning(i32::MAX), None);
    }

    #[test]
    fn a_signal_arrives_as_an_event() {
        let (tx, rx) = std::sync::mpsc::channel();
        let caught = Caught::new().unwrap();
        rustix::process::kill_process(getpid(), Sig::CONT).unwrap();
        let listener = Listener::start(caught, move |event| tx.send(event).is_ok()).unwrap();
        assert_eq!(rx.recv(), Ok(Event::Signal(Signal::Continue)));
        drop(listener);
        assert!(rx.recv().is_err(), "the thread ended");
    }
}
