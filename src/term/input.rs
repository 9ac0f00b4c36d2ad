//! What comes from the terminal, read by whoever waits for it: no thread of its own, because one that only wakes another is a tenth of
//! a millisecond for every key.
//!
//! Decodes bytes, lets the probe take the answers, and gives everything else out. Only while a sequence is incomplete does it ask to be looked at
//! by the clock. Nothing else reads the terminal.

use std::mem::MaybeUninit;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

use super::decode::{self, Decoder, Waiting};
use super::event::{Event, Signal};
use super::probe::Probe;

/// How long an incomplete sequence, or a paste, may be silent before it is given up.
const SEQUENCE_WAIT: Duration = Duration::from_secs(2);

/// The reading side of the terminal.
#[derive(Debug)]
pub(super) struct Input {
    decoder: Decoder,
    probe: Probe,
    /// What is being decoded.
    inputs: Vec<decode::Input>,
    escape_wait: Duration,
    /// Until when what came last may be completed.
    due: Option<Instant>,
    /// Whether no answer of the probe is outstanding.
    pub(super) answered: bool,
    /// Whether the terminal is gone.
    over: bool,
}

impl Input {
    /// Nothing has come yet; `escape_wait` is how long an escape may be the beginning of something.
    pub(super) fn new(escape_wait: Duration, answered: bool) -> Self {
        let (decoder, probe, inputs) = (Decoder::default(), Probe::default(), Vec::new());
        Self { decoder, probe, inputs, escape_wait, due: None, answered, over: false }
    }

    /// Waits until `source` has bytes, `woken` can be read, or the wait is over, and adds what came from the source.
    pub(super) fn wait(
        &mut self,
        source: &impl AsFd,
        woken: Option<&dyn AsFd>,
        wait: Option<Duration>,
        events: &mut Vec<Event>,
    ) {
        let due = self.due.map(|due| due.saturating_duration_since(Instant::now()));
        let wait = [wait, due].into_iter().flatten().min();
        if self.is_ready(source, woken, wait) {
            self.read(source, events);
        } else if self.due.is_some_and(|due| due <= Instant::now()) {
            self.decoder.flush(&mut self.inputs);
            self.take(events);
        }
    }

    /// Waits for bytes of the source, unless it is over; whether it was they that came.
    fn is_ready(&self, source: &impl AsFd, woken: Option<&dyn AsFd>, wait: Option<Duration>) -> bool {
        let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
        let other = woken.map_or(source.as_fd(), AsFd::as_fd);
        let mut fds = [PollFd::new(source, PollFlags::IN), PollFd::from_borrowed_fd(other, PollFlags::IN)];
        let wanted = usize::from(self.over)..1 + usize::from(woken.is_some());
        // Whatever else ends the waiting is seen when it is waited for again.
        poll(&mut fds[wanted], wait.as_ref()).is_ok() && !self.over && !fds[0].revents().is_empty()
    }

    fn read(&mut self, source: &impl AsFd, events: &mut Vec<Event>) {
        let mut buffer = [const { MaybeUninit::uninit() }; 4096];
        match read(source, &mut buffer) {
            Ok((bytes, _)) if !bytes.is_empty() => self.decoder.feed(bytes, &mut self.inputs),
            Err(Errno::INTR | Errno::AGAIN) => return,
            Ok(_) | Err(_) => {
                self.over = true;
                events.push(Event::Signal(Signal::Hangup));
            }
        }
        self.take(events);
    }

    /// Adds what was decoded.
    fn take(&mut self, events: &mut Vec<Event>) {
        let wait = match self.decoder.waiting() {
            Waiting::Nothing => None,
            Waiting::Escape => Some(self.escape_wait),
            Waiting::Sequence => Some(SEQUENCE_WAIT),
        };
        self.due = wait.map(|wait| Instant::now() + wait);
        let mut inputs = std::mem::take(&mut self.inputs);
        events.extend(inputs.drain(..).filter_map(|input| self.meaning(input)));
        self.inputs = inputs;
    }

    /// What one input means to others.
    fn meaning(&mut self, input: decode::Input) -> Option<Event> {
        Some(match input {
            decode::Input::Key(key) => Event::Key(key),
            decode::Input::Paste(text) => Event::Paste(text),
            decode::Input::Focus(gained) => Event::Focus(gained),
            decode::Input::Mouse(mouse) => Event::Mouse(mouse),
            decode::Input::Garbled => Event::Garbled,
            decode::Input::Reply(reply) => {
                let findings = self.probe.accept(reply)?;
                self.answered = true;
                Event::Probed(findings)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Key, KeyCode};
    use crate::term::probe::{AmbiguousWidth, Findings};
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    struct Rig {
        terminal: Option<UnixStream>,
        source: UnixStream,
        input: Input,
    }

    impl Rig {
        fn new() -> Self {
            let (terminal, source) = UnixStream::pair().unwrap();
            Self { terminal: Some(terminal), source, input: Input::new(Duration::from_millis(1), false) }
        }

        fn send(&mut self, bytes: &[u8]) {
            self.terminal.as_ref().unwrap().write_all(bytes).unwrap();
        }

        /// The next events, as soon as there are some.
        fn events(&mut self) -> Vec<Event> {
            let mut events = Vec::new();
            while events.is_empty() {
                self.input.wait(&self.source, None, None, &mut events);
            }
            events
        }
    }

    fn key(code: impl Into<Key>) -> Event {
        Event::Key(code.into())
    }

    #[test]
    fn keys_arrive_and_a_lone_esc_is_a_key() {
        let mut rig = Rig::new();
        rig.send("j中\u{1b}".as_bytes());
        assert_eq!(rig.events(), [key(KeyCode::Char('j')), key(KeyCode::Char('中'))]);
        assert_eq!(rig.events(), [key(KeyCode::Esc)]);
        assert_eq!(rig.input.due, None, "nothing is to be completed");
    }

    #[test]
    fn what_wakes_the_waiting_does_not_complete_a_sequence() {
        let mut rig = Rig::new();
        rig.input.escape_wait = Duration::from_mins(1);
        let (mut bell, woken) = UnixStream::pair().unwrap();
        rig.send(b"\x1b");
        let mut events = Vec::new();
        rig.input.wait(&rig.source, Some(&woken), None, &mut events);
        bell.write_all(b"!").unwrap();
        rig.input.wait(&rig.source, Some(&woken), None, &mut events);
        rig.input.wait(&rig.source, None, Some(Duration::from_millis(1)), &mut events);
        assert_eq!(events, []);
        rig.send(b"[B");
        assert_eq!(rig.events(), [key(KeyCode::Down)]);
    }

    #[test]
    fn answers_end_the_probe_and_late_ones_are_dropped() {
        let mut rig = Rig::new();
        rig.send(b"\x1b[2;2R\x1b[2;2R\x1b[2;3R\x1b[?2026;2$y");
        rig.send(b"\x1b[?62cj");
        let findings =
            Findings { lines: Some(AmbiguousWidth::Narrow), punctuation: Some(AmbiguousWidth::Wide), sync: Some(true) };
        assert_eq!(rig.events(), [Event::Probed(findings), key(KeyCode::Char('j'))]);
        assert!(rig.input.answered);
        rig.send(b"\x1b[2;3R\x1b[?62cq");
        assert_eq!(rig.events(), [key(KeyCode::Char('q'))]);
    }

    #[test]
    fn the_end_of_the_input_is_one_hangup() {
        let mut rig = Rig::new();
        rig.terminal = None;
        assert_eq!(rig.events(), [Event::Signal(Signal::Hangup)]);
        let mut events = Vec::new();
        rig.input.wait(&rig.source, None, Some(Duration::from_millis(1)), &mut events);
        assert_eq!(events, [], "it is not read again");
    }
}
