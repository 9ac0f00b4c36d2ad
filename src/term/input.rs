//! The thread that reads the terminal.
//!
//! It sleeps until bytes come, decodes them, lets the probe take the answers, and sends everything else on. Only
//! while a sequence is incomplete does it wake by the clock. Nothing else reads the terminal.

use std::io;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

use super::decode::{Decoder, Input, Waiting};
use super::event::{Event, Signal};
use super::probe::Probe;

/// How long an incomplete sequence, or a paste, may be silent before it is given up.
const SEQUENCE_WAIT: Duration = Duration::from_secs(2);

/// The reading thread; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Reader {
    wake: Option<UnixStream>,
    thread: Option<JoinHandle<()>>,
}

impl Reader {
    /// Starts to read `source`; `send` returns whether anybody still wants events, and `answered` is set when the
    /// probe has ended.
    pub(super) fn start(
        source: impl AsFd + Send + 'static,
        escape_wait: Duration,
        answered: Arc<AtomicBool>,
        send: impl FnMut(Event) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (wake, woken) = UnixStream::pair()?;
        let mut pump = Pump { decoder: Decoder::default(), probe: Probe::default(), answered, send };
        let work = move || pump.run(&source, &woken, escape_wait);
        let thread = thread::Builder::new().name("input".to_owned()).spawn(work)?;
        Ok(Self { wake: Some(wake), thread: Some(thread) })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        drop(self.wake.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

struct Pump<F> {
    decoder: Decoder,
    probe: Probe,
    answered: Arc<AtomicBool>,
    send: F,
}

impl<F: FnMut(Event) -> bool> Pump<F> {
    /// Reads until nobody listens, somebody wakes the thread, or the terminal is gone.
    fn run(&mut self, source: &impl AsFd, woken: &UnixStream, escape_wait: Duration) {
        let mut buffer = [0; 4096];
        let mut inputs = Vec::new();
        loop {
            let wait = match self.decoder.waiting() {
                Waiting::Nothing => None,
                Waiting::Escape => Some(escape_wait),
                Waiting::Sequence => Some(SEQUENCE_WAIT),
            };
            match ready(source, woken, wait) {
                Ready::Bytes => match read(source, &mut buffer) {
                    Ok(0) => break self.hang_up(),
                    Ok(count) => self.decoder.feed(&buffer[..count], &mut inputs),
                    Err(Errno::INTR | Errno::AGAIN) => {}
                    Err(_) => break self.hang_up(),
                },
                Ready::Nothing => self.decoder.flush(&mut inputs),
                Ready::Again => {}
                Ready::Woken => break,
            }
            if !inputs.drain(..).all(|input| self.deliver(input)) {
                break;
            }
        }
    }

    /// Sends on what one input means; returns whether anybody still listens.
    fn deliver(&mut self, input: Input) -> bool {
        let event = match input {
            Input::Key(key) => Event::Key(key),
            Input::Paste(text) => Event::Paste(text),
            Input::Focus(gained) => Event::Focus(gained),
            Input::Mouse(mouse) => Event::Mouse(mouse),
            Input::Garbled => Event::Garbled,
            Input::Reply(reply) => match self.probe.accept(reply) {
                Some(findings) => {
                    self.answered.store(true, Ordering::SeqCst);
                    Event::Probed(findings)
                }
                None => return true,
            },
        };
        (self.send)(event)
    }

    fn hang_up(&mut self) {
        (self.send)(Event::Signal(Signal::Hangup));
    }
}

enum Ready {
    Bytes,
    Nothing,
    Again,
    Woken,
}

/// Waits for bytes, for the wake-up, or for the end of `wait`.
fn ready(source: &impl AsFd, woken: &UnixStream, wait: Option<Duration>) -> Ready {
    let mut fds = [PollFd::new(source, PollFlags::IN), PollFd::new(woken, PollFlags::IN)];
    let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
    match poll(&mut fds, wait.as_ref()) {
        Ok(0) => Ready::Nothing,
        Ok(_) if !fds[1].revents().is_empty() => Ready::Woken,
        Ok(_) => Ready::Bytes,
        Err(Errno::INTR | Errno::AGAIN) => Ready::Again,
        Err(_) => Ready::Woken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Key, KeyCode};
    use crate::term::probe::{AmbiguousWidth, Findings};
    use std::io::Write;
    use std::sync::mpsc::{Receiver, channel};

    fn start() -> (UnixStream, Receiver<Event>, Reader, Arc<AtomicBool>) {
        let (terminal, source) = UnixStream::pair().unwrap();
        let (tx, rx) = channel();
        let answered = Arc::new(AtomicBool::new(false));
        let send = move |event| tx.send(event).is_ok();
        let reader = Reader::start(source, Duration::from_millis(1), Arc::clone(&answered), send).unwrap();
        (terminal, rx, reader, answered)
    }

    #[test]
    fn keys_arrive_and_a_lone_esc_is_a_key() {
        let (mut terminal, rx, _reader, _) = start();
        terminal.write_all("j中\u{1b}".as_bytes()).unwrap();
        for code in [KeyCode::Char('j'), KeyCode::Char('中'), KeyCode::Esc] {
            assert_eq!(rx.recv(), Ok(Event::Key(Key::from(code))));
        }
    }

    #[test]
    fn answers_end_the_probe_and_late_ones_are_dropped() {
        let (mut terminal, rx, _reader, answered) = start();
        terminal.write_all(b"\x1b[2;2R\x1b[2;2R\x1b[2;3R\x1b[?2026;2$y\x1b[?62cj").unwrap();
        let findings =
            Findings { lines: Some(AmbiguousWidth::Narrow), punctuation: Some(AmbiguousWidth::Wide), sync: Some(true) };
        assert_eq!(rx.recv(), Ok(Event::Probed(findings)));
        assert_eq!(rx.recv(), Ok(Event::Key(Key::char('j'))));
        assert!(answered.load(Ordering::SeqCst));
        terminal.write_all(b"\x1b[2;3R\x1b[?62cq").unwrap();
        assert_eq!(rx.recv(), Ok(Event::Key(Key::char('q'))));
    }

    #[test]
    fn the_end_of_the_input_is_a_hangup() {
        let (terminal, rx, _reader, _) = start();
        drop(terminal);
        assert_eq!(rx.recv(), Ok(Event::Signal(Signal::Hangup)));
        assert!(rx.recv().is_err());
    }

    #[test]
    fn dropping_the_reader_ends_its_thread() {
        let (_terminal, rx, reader, _) = start();
        drop(reader);
        assert!(rx.recv().is_err());
    }
}
