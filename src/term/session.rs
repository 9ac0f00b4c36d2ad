//! The program's time on the terminal: taking it, drawing on it, lending it to the shell, giving it back.
//!
//! It must not know what is drawn or what events mean.

use std::io;
use std::os::fd::AsFd;
use std::thread;
use std::time::{Duration, Instant};

use ratatui::{Frame, Terminal};
use rust_i18n::t;
use rustix::stdio::stdin;

use super::backend::{self, Backend, Laid, SyncUpdates};
use super::caps::Caps;
use super::clipboard;
use super::event::Event;
use super::input::Input;
use super::kept::LineId;
use super::probe::{self, Findings};
use super::signals::{self, Caught, Listener};
use super::tty;
use super::writer::Tty;

/// How long leaving waits for answers that are on their way, so that they do not land in the shell.
const ANSWERS_WAIT: Duration = Duration::from_millis(300);

/// How the terminal is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What the environment says.
    pub caps: Caps,
    /// Whether the mouse is reported; that takes the terminal's own selecting away.
    pub mouse: bool,
    /// Whether the terminal is asked how wide it draws ambiguous characters (`--width auto`).
    pub ask_width: bool,
    /// Whether the terminal is told to move lines that only moved; some do it wrong.
    pub scroll_regions: bool,
}

impl Options {
    /// Asks for the width, and not for the mouse; lines are moved where that can be expected to work.
    pub fn new(caps: Caps) -> Self {
        Self { caps, mouse: false, ask_width: true, scroll_regions: caps.scrolls() }
    }

    fn sync(self) -> SyncUpdates {
        if self.caps.sync() { SyncUpdates::Unknown } else { SyncUpdates::Off }
    }

    /// What is written with entering.
    fn entering(self) -> Vec<u8> {
        let mut bytes = tty::ENTER.to_vec();
        if self.mouse {
            bytes.extend_from_slice(tty::MOUSE_ON);
        }
        bytes
    }
}

/// The taken terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session {
    terminal: Terminal<Backend<Tty>>,
    options: Options,
    input: Input,
    /// What came while nobody asked.
    early: Vec<Event>,
    /// Signals that are caught, until somebody listens to them.
    caught: Option<Caught>,
    listener: Option<Listener>,
    /// A stop that [`Session::suspend`] made itself, and whose SIGCONT is still to come as an event.
    stopped: bool,
}

impl Session {
    /// Takes the terminal: raw mode at once, the alternate screen and the questions to the terminal in one write with the first
    /// frame. Nothing is waited for. Signals are caught from now on, when the terminal has something to lose.
    ///
    /// # Errors
    /// When standard input or output is not a terminal, or the terminal cannot be set up.
    pub fn enter(options: Options) -> io::Result<Self> {
        if !tty::is_terminal() {
            return Err(io::Error::other(t!("term.not_a_terminal").into_owned()));
        }
        let caught = Some(Caught::new()?);
        tty::take()?;
        let mut backend =
            Backend::new(Tty, options.caps.depth, options.sync(), options.scroll_regions, tty::known_size);
        backend.begin_with(&options.entering());
        if options.caps.answers() {
            backend.begin_with(probe::questions(options.ask_width).as_bytes());
        }
        let terminal = Terminal::new(backend).inspect_err(|_| tty::restore())?;
        let input = Input::new(options.caps.escape_wait(), !options.caps.answers());
        let early = Vec::new();
        let mut session = Self { terminal, options, input, early, caught, listener: None, stopped: false };
        session.redraw()?;
        Ok(session)
    }

    /// Starts the thread that sends signals and sizes; `send` returns whether anybody still wants them.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn listen(&mut self, send: impl FnMut(Event) -> bool + Send + 'static) -> io::Result<()> {
        if let Some(caught) = self.caught.take() {
            self.listener = Some(Listener::start(caught, send)?);
        }
        Ok(())
    }

    /// Waits until something comes from the terminal, `woken` can be read, or the wait is over, and adds what came from the terminal: keys and
    /// answers.
    pub fn wait(&mut self, woken: &impl AsFd, wait: Option<Duration>, events: &mut Vec<Event>) {
        let wait = if self.early.is_empty() { wait } else { Some(Duration::ZERO) };
        events.append(&mut self.early);
        self.input.wait(&stdin(), Some(woken), wait, events);
    }

    /// Draws a frame: one write, or none when nothing changed. `render` is told what the lines shown are known by, and tells the same of the
    /// frame, and where the hidden cursor rests after it, such as the selected row.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn draw_laid(&mut self, render: impl FnOnce(&mut Frame<'_>, &[Option<LineId>]) -> Laid) -> io::Result<()> {
        backend::draw(&mut self.terminal, render)
    }

    /// Draws a frame: one write, or none when nothing changed.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.draw_laid(|frame, _| {
            render(frame);
            Laid::default()
        })
    }

    /// Makes the next frame start from an empty screen of the size that the terminal has now, as a cure for whatever is left on it.
    ///
    /// # Errors
    /// When the size of the terminal cannot be read.
    pub fn redraw(&mut self) -> io::Result<()> {
        tty::size()?;
        self.terminal.backend_mut().forget();
        self.terminal.clear()
    }

    /// Takes note of what the terminal answered.
    pub fn apply(&mut self, findings: &Findings) {
        let sync = match findings.sync {
            Some(true) => SyncUpdates::On,
            Some(false) => SyncUpdates::Off,
            None => return,
        };
        if self.options.caps.sync() {
            self.terminal.backend_mut().set_sync(sync);
        }
    }

    /// Switches mouse reports on or off.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.options.mouse = on;
        let bytes = if on { tty::MOUSE_ON } else { tty::MOUSE_OFF };
        self.terminal.backend_mut().write_aside(bytes)
    }

    /// Puts text on the terminal's clipboard; returns false when it is too long for that. Whether the terminal
    /// obeyed cannot be known.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn copy(&mut self, text: &str) -> io::Result<bool> {
        let Some(sequence) = clipboard::sequence(text) else {
            return Ok(false);
        };
        self.terminal.backend_mut().write_aside(sequence.as_bytes())?;
        Ok(true)
    }

    /// Gives the terminal back, stops the job, and takes the terminal again when it is continued. Returns false,
    /// and does nothing, when there is no shell that could continue it.
    ///
    /// # Errors
    /// When the job cannot be stopped or the terminal cannot be taken again.
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !signals::can_stop() {
            return Ok(false);
        }
        self.settle();
        tty::restore();
        let stopped = signals::stop();
        self.stopped = self.listener.is_some();
        self.take_again()?;
        stopped.map(|()| true)
    }

    /// Takes the terminal again after a SIGCONT; nothing is left to do when [`Session::suspend`] made the stop.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn resume(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.stopped) {
            return Ok(());
        }
        // Raw mode has to be set anew even if nobody here gave it up: the shell changed it.
        tty::restore();
        self.take_again()
    }

    /// Gives the terminal back; dropping does the same.
    pub fn leave(self) {
        drop(self);
    }

    fn take_again(&mut self) -> io::Result<()> {
        tty::take()?;
        self.terminal.backend_mut().begin_with(&self.options.entering());
        self.redraw()
    }

    /// Waits a little for answers that are on their way.
    fn settle(&mut self) {
        let start = Instant::now();
        while let Some(left) = ANSWERS_WAIT.checked_sub(start.elapsed()).filter(|_| !self.input.answered) {
            self.input.wait(&stdin(), None, Some(left), &mut self.early);
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A panic must reach the screen at once, and its hook has given the terminal back already.
        if !thread::panicking() {
            self.settle();
        }
        if !self.input.answered {
            tty::drop_input();
        }
        self.listener = None;
        tty::restore();
    }
}

#[cfg(test)]
mod tests;
