//! How far a long act is, on one line of stderr that is written over, and Ctrl-C to stop it without loss.
//!
//! Only a person at a terminal sees the line. A first Ctrl-C lets the act end by itself, with nothing written; a second one ends
//! the program at once, which the database survives as well.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// Between two words about it.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// A long act.
pub struct Progress {
    /// The words for so many of so many.
    words: fn(usize, usize) -> String,
    stopped: Arc<AtomicBool>,
    shown: bool,
    last: Instant,
}

impl Progress {
    /// Begins to hear Ctrl-C, until the program ends.
    pub fn new(words: fn(usize, usize) -> String) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        // In this order: the second Ctrl-C meets the flag that the first one set.
        let end = flag::register_conditional_default(SIGINT, Arc::clone(&stopped));
        // Without the second way out there is no first one: Ctrl-C stays what it is.
        if end.is_ok() {
            flag::register(SIGINT, Arc::clone(&stopped)).ok();
        }
        Self { words, stopped, shown: false, last: Instant::now() }
    }

    /// Says how far it is, now and then; gives whether to go on.
    pub fn goes_on(&mut self, done: usize, of: usize) -> bool {
        if self.last.elapsed() >= PAUSE && io::stderr().is_terminal() {
            (self.last, self.shown) = (Instant::now(), true);
            // Whoever does not hear it is none the worse for it.
            let mut err = io::stderr().lock();
            write!(err, "\r\x1b[K{}", (self.words)(done, of)).and_then(|()| err.flush()).ok();
        }
        !self.stopped.load(Ordering::Relaxed)
    }

    /// Takes the line away: the act is done, or was stopped.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            write!(io::stderr().lock(), "\r\x1b[K").ok();
        }
    }
}
