//! The real binary in a pseudo-terminal, driven like a person would: type, wait for what the screen shows.
//!
//! Time-outs stand here and nowhere else; they only decide when to give up, never whether something was fast.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Gives up after this long; CI machines may be busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has come out so far: the parsed screen, the bytes, and when the last of them came.
pub struct Output {
    parser: vt100::Parser,
    /// Bytes since the start.
    pub bytes: usize,
    /// When the last byte came.
    pub last: Instant,
    closed: bool,
}

/// A running program and its screen.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Arc<(Mutex<Output>, Condvar)>,
}

impl Terminal {
    /// Starts the binary with arguments on a screen of columns × rows.
    pub fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(arguments, columns, rows, &[])
    }

    /// The same with environment variables.
    pub fn start_with(arguments: &[&str], columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
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
        Self::spawn(command, columns, rows)
    }

    /// Starts any program.
    pub fn spawn(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let output = Output { parser, bytes: 0, last: Instant::now(), closed: false };
        let output = Arc::new((Mutex::new(output), Condvar::new()));
        let shared = Arc::clone(&output);
        std::thread::spawn(move || pump(reader, &shared));
        Self { child, master: pair.master, keyboard, output }
    }

    /// Sends keys or pasted bytes as they are.
    pub fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Changes the screen's size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
        self.output.0.lock().unwrap().parser.set_size(cells(rows), cells(columns));
    }

    /// The screen's text, a line each.
    pub fn screen(&self) -> String {
        self.output.0.lock().unwrap().parser.screen().contents()
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

    /// Waits until the screen satisfies a test.
    pub fn wait_until(&self, what: &str, test: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        loop {
            let text = output.parser.screen().contents();
            if test(&text) {
                return text;
            }
            let left = PATIENCE.checked_sub(start.elapsed());
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

    /// Waits until nothing came for a while.
    pub fn settle(&self, quiet: Duration) {
        let (lock, bell) = &*self.output;
        let mut output = lock.lock().unwrap();
        while let Some(left) = quiet.checked_sub(output.last.elapsed()).filter(|left| !left.is_zero()) {
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

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pump(mut reader: Box<dyn Read + Send>, output: &(Mutex<Output>, Condvar)) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let count = reader.read(&mut buffer).unwrap_or(0);
        let mut output_now = output.0.lock().unwrap();
        if count == 0 {
            output_now.closed = true;
            output.1.notify_all();
            return;
        }
        output_now.parser.process(&buffer[..count]);
        output_now.bytes += count;
        output_now.last = Instant::now();
        output.1.notify_all();
    }
}
