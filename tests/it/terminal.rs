//! The real binary in a pseudo-terminal, driven like a person would: type, wait for what the screen shows.
//!
//! Time-outs stand here and nowhere else; they only decide when to give up, never whether something was fast.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use unicode_width::UnicodeWidthChar;

/// Gives up after this long; CI machines may be busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// What ends a frame.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// How a terminal draws characters whose East Asian Width is Ambiguous, such as `│ … “ ≥ ①`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum World {
    /// One column, as the emulator does.
    Narrow,
    /// Two columns: the emulator is shown a wide stand-in for each.
    Wide,
}

/// What is added to an ambiguous character to make its stand-in, an ideograph of plane 2.
const STAND_IN: u32 = 0x20000;

/// What has come out so far: the parsed screen, the bytes, and when the last of them came.
pub struct Output {
    parser: vt100::Parser,
    world: World,
    /// The beginning of a character.
    rest: Vec<u8>,
    /// Whether nothing more is read.
    held: bool,
    /// Bytes since the start.
    pub bytes: usize,
    /// When the last byte came.
    pub last: Instant,
    /// When the first byte after [`Terminal::mark`] came.
    first: Option<Instant>,
    closed: bool,
    /// Everything that came.
    all: Vec<u8>,
    /// What is awaited on which row, and when it was all there.
    awaited: Option<Wanted>,
}

/// Texts on rows, and when they were all there.
type Wanted = (Vec<(u16, String)>, Option<Instant>);

/// Whether what was awaited came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// It was there at this moment.
    Met(Instant),
    /// It did not come.
    Missed,
}

/// A running program and its screen.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    /// When keys were last sent.
    sent: Instant,
    output: Arc<(Mutex<Output>, Condvar)>,
}

impl Terminal {
    /// Starts the binary with arguments on a screen of columns × rows.
    pub fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(arguments, columns, rows, &[])
    }

    /// The same with environment variables.
    pub fn start_with(arguments: &[&str], columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
        Self::spawn(Self::command(arguments, variables), columns, rows, World::Narrow)
    }

    /// The binary with arguments and environment variables.
    pub fn command(arguments: &[&str], variables: &[(&str, &str)]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_huishen"));
        command.args(arguments);
        for name in ["NO_COLOR", "HUISHEN_DB", "HUISHEN_LANG", "HUISHEN_CONFIG", "SSH_CONNECTION"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "zh_CN.UTF-8");
        for (name, value) in variables {
            command.env(name, value);
        }
        command
    }

    /// Starts any program on a terminal of either world.
    pub fn spawn(command: CommandBuilder, columns: u16, rows: u16, world: World) -> Self {
        Self::spawn_through(command, (columns, rows), world, |reader| reader)
    }

    /// The same behind a line: what the program writes is read through what `line` makes of it.
    pub fn spawn_through(
        command: CommandBuilder,
        (columns, rows): (u16, u16),
        world: World,
        line: impl FnOnce(Box<dyn Read + Send>) -> Box<dyn Read + Send>,
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let reader = line(pair.master.try_clone_reader().unwrap());
        let keyboard = pair.master.take_writer().unwrap();
        let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let (rest, last) = (Vec::new(), Instant::now());
        let (all, first, awaited) = (Vec::new(), None, None);
        let output = Output { parser, world, rest, held: false, bytes: 0, last, first, closed: false, all, awaited };
        let output = Arc::new((Mutex::new(output), Condvar::new()));
        let shared = Arc::clone(&output);
        std::thread::spawn(move || pump(reader, &shared));
        Self { child, master: pair.master, keyboard, sent: last, output }
    }

    /// Sends keys or pasted bytes as they are.
    pub fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        self.sent = Instant::now();
    }

    /// Changes the screen's size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
        self.output.0.lock().unwrap().parser.set_size(cells(rows), cells(columns));
    }

    /// The screen's text, a line each.
    pub fn screen(&self) -> String {
        self.output.0.lock().unwrap().text()
    }

    /// Looks at the parsed screen: cursor, alternate screen, cells.
    pub fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.output.0.lock().unwrap().parser.screen())
    }

    /// Bytes since the start, and when the last came.
    pub fn received(&self) -> (usize, Instant) {
        let output = self.output.0.lock().unwrap();
        (output.bytes, output.last)
    }

    /// Begins to wait for a first byte.
    pub fn mark(&self) {
        self.output.0.lock().unwrap().first = None;
    }

    /// When the first byte after the mark came, if one has.
    pub fn first(&self) -> Option<Instant> {
        self.output.0.lock().unwrap().first
    }

    /// Frames since the start.
    pub fn frames(&self) -> usize {
        let output = self.output.0.lock().unwrap();
        output.all.windows(FRAME_END.len()).filter(|part| *part == FRAME_END).count()
    }

    /// The bytes of each frame that came after so many bytes.
    pub fn frames_after(&self, bytes: usize) -> Vec<usize> {
        let output = self.output.0.lock().unwrap();
        let (mut sizes, mut rest) = (Vec::new(), &output.all[bytes..]);
        while let Some(at) = rest.windows(FRAME_END.len()).position(|part| part == FRAME_END) {
            sizes.push(at + FRAME_END.len());
            rest = &rest[at + FRAME_END.len()..];
        }
        sizes
    }

    /// The screen's cells, a row each; the second of a wide character is empty.
    pub fn cells(&self) -> Vec<Vec<String>> {
        let output = self.output.0.lock().unwrap();
        let screen = output.parser.screen();
        let (rows, columns) = screen.size();
        let cell = |row, column| match screen.cell(row, column).unwrap() {
            half if half.is_wide_continuation() => String::new(),
            blank if blank.contents().is_empty() => " ".to_owned(),
            cell => original(cell.contents()),
        };
        (0..rows.get()).map(|row| (0..columns.get()).map(|column| cell(row, column)).collect()).collect()
    }

    /// Stops to read what the program writes, as a terminal does that is held, until [`Terminal::read_on`].
    pub fn hold(&self) {
        self.output.0.lock().unwrap().held = true;
    }

    /// Reads again.
    pub fn read_on(&self) {
        self.output.0.lock().unwrap().held = false;
        self.output.1.notify_all();
    }

    /// Notes from now on when some texts stand on some rows.
    pub fn await_rows(&self, rows: Vec<(u16, String)>) {
        let mut output = self.output.0.lock().unwrap();
        output.awaited = Some((rows, None));
        output.look();
    }

    /// Waits for what was to be awaited.
    pub fn await_met(&self, patience: Duration) -> Awaited {
        let start = Instant::now();
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        loop {
            if let Some((_, Some(at))) = &output.awaited {
                return Awaited::Met(*at);
            }
            let Some(left) = patience.checked_sub(start.elapsed()) else { return Awaited::Missed };
            output = bell.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Whether a text ever came, in one piece or on the screen.
    pub fn has_received(&self, text: &str) -> bool {
        let output = self.output.0.lock().unwrap();
        let came = output.all.windows(text.len()).any(|piece| piece == text.as_bytes());
        came || output.text().contains(text)
    }

    /// Waits until the screen satisfies a test.
    pub fn wait_until(&self, what: &str, test: impl Fn(&str) -> bool) -> String {
        self.wait_patiently(what, PATIENCE, test)
    }

    /// The same with a patience of one's own.
    pub fn wait_patiently(&self, what: &str, patience: Duration, test: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        loop {
            let text = output.text();
            if test(&text) {
                return text;
            }
            let left = patience.checked_sub(start.elapsed());
            let left = left.unwrap_or_else(|| panic!("waited in vain for {what}; the screen shows:\n{text}"));
            output = bell.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen no longer shows a text.
    pub fn wait_gone(&self, text: &str) -> String {
        self.wait_until(&format!("{text} to go"), |screen| !screen.contains(text))
    }

    /// Waits until nothing was sent and nothing came for a while.
    pub fn settle(&self, quiet: Duration) {
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        while let Some(left) = quiet.checked_sub(output.last.max(self.sent).elapsed()).filter(|left| !left.is_zero()) {
            output = bell.wait_timeout(output, left).unwrap().0;
        }
    }

    /// The program's process id.
    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the program's end and gives its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; the screen shows:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until everything that was written has been read, after the program's end.
    pub fn drain(&self) {
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        while !output.closed {
            output = bell.wait_timeout(output, Duration::from_secs(1)).unwrap().0;
        }
    }

    /// Ends the program the hard way (SIGKILL).
    pub fn kill_hard(&mut self) {
        let id = rustix::process::Pid::from_raw(i32::try_from(self.id()).unwrap()).unwrap();
        rustix::process::kill_process(id, rustix::process::Signal::KILL).unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a signal.
    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = rustix::process::Pid::from_raw(i32::try_from(self.id()).unwrap()).unwrap();
        rustix::process::kill_process(id, signal).unwrap();
    }
}

impl Output {
    fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.all.extend_from_slice(bytes);
        if self.world == World::Narrow {
            self.parser.process(bytes);
            return self.look();
        }
        self.rest.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let text: Vec<u8> = self.rest.drain(..whole).collect();
        let text: String = String::from_utf8(text).unwrap().chars().map(stand_in).collect();
        self.parser.process(text.as_bytes());
    }

    /// Notes the moment at which everything awaited is there.
    fn look(&mut self) {
        let Some((rows, met @ None)) = &mut self.awaited else { return };
        let screen = self.parser.screen();
        let columns = screen.size().1.get();
        let there = |(row, text): &(u16, String)| {
            screen.rows(0, columns).nth(usize::from(*row)).is_some_and(|line| line.contains(text.as_str()))
        };
        if rows.iter().all(there) {
            *met = Some(Instant::now());
        }
    }

    fn text(&self) -> String {
        original(&self.parser.screen().contents())
    }
}

fn stand_in(c: char) -> char {
    let ambiguous = c.width() == Some(1) && c.width_cjk() == Some(2);
    if ambiguous { char::from_u32(u32::from(c) + STAND_IN).unwrap() } else { c }
}

fn original(text: &str) -> String {
    let back = |c: char| u32::from(c).checked_sub(STAND_IN).and_then(char::from_u32).unwrap_or(c);
    text.chars().map(back).collect()
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed while it looked has poisoned the lock.
        self.output.0.lock().unwrap_or_else(PoisonError::into_inner).held = false;
        self.output.1.notify_all();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pump(mut reader: Box<dyn Read + Send>, output: &(Mutex<Output>, Condvar)) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        drop(output.1.wait_while(output.0.lock().unwrap(), |output| output.held).unwrap());
        let count = reader.read(&mut buffer).unwrap_or(0);
        let now = Instant::now();
        let mut output_now = output.0.lock().unwrap();
        if count == 0 {
            output_now.closed = true;
            output.1.notify_all();
            return;
        }
        output_now.take(&buffer[..count]);
        output_now.last = now;
        output_now.first.get_or_insert(now);
        output.1.notify_all();
    }
}
