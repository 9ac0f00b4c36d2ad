//! The real binary at the far end of a slow line: 64 kbit/s, 80 ms there and back, beside `less` and `vim` on the same line. Prints what
//! keys take until the screen stands, whether the screen keeps up with a key that is held, and the bytes of a clerk's minute; asserts
//! nothing.
//!
//! `cargo bench --bench line`; `HUISHEN_BENCH_LINE=64,80` gives another rate (kbit/s) and delay (ms).

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    missing_docs
)]

// The tests use the rest of it.
#[allow(dead_code)]
#[path = "../tests/it/terminal.rs"]
mod terminal;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use terminal::{Terminal, World};

const BINARY: &str = env!("CARGO_BIN_EXE_huishen");
const SIZE: (u16, u16) = (120, 40);
const TARGETS: &str = "10000";
/// What the sending side holds back at most: as many pieces as a socket's buffer takes of a terminal's writes.
const HELD: usize = 16;
const PIECE: usize = 1024;
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
const PAGE_DOWN: &str = "\x1b[6~";
/// How long a key may take until it counts as one that changes nothing.
const PATIENCE: Duration = Duration::from_secs(2);
/// A key that is held comes again this often.
const REPEAT: Duration = Duration::from_millis(33);

fn main() {
    let line = Line::wanted();
    let file = filled();
    println!("{} kbit/s, {} ms there and back, {}x{}", line.kbits, line.delay.as_millis() * 2, SIZE.0, SIZE.1);
    let mut ours = Seat::huishen(&file, line);
    for (what, keys) in [
        ("a row down, up", &[DOWN, DOWN, UP][..]),
        ("page down", &[PAGE_DOWN]),
        ("switch tab", &["\t"]),
        ("open a case", &["\r", "\x1b"]),
        ("filter, a character", &["/", "养", "护", "\x1b"]),
    ] {
        ours.press(what, keys, 12);
    }
    ours.hold("held down for 3 s: behind by", DOWN);
    ours.minute();
    for (program, arguments) in [("less", vec![]), ("vim", vec!["-u", "NONE", "-N"])] {
        let Some(mut theirs) = Seat::peer(program, &arguments, &file, line) else { continue };
        theirs.press(&format!("{program}: a row down, up"), &["j", "j", "k"], 12);
        theirs.press(&format!("{program}: page down"), &["\x06"], 12);
        theirs.hold(&format!("{program}: held down for 3 s: behind by"), "j");
    }
}

/// A line of so many kbit/s; `delay` each way.
#[derive(Clone, Copy)]
struct Line {
    kbits: u32,
    delay: Duration,
}

impl Line {
    fn wanted() -> Self {
        let wish = std::env::var("HUISHEN_BENCH_LINE").unwrap_or_else(|_| "64,80".to_owned());
        let (kbits, delay) = wish.split_once(',').unwrap();
        Self { kbits: kbits.trim().parse().unwrap(), delay: Duration::from_millis(delay.trim().parse().unwrap()) / 2 }
    }

    fn takes(self, bytes: usize) -> Duration {
        Duration::from_secs_f64(bytes as f64 * 8.0 / (f64::from(self.kbits) * 1000.0))
    }

    /// What comes out at the near end of the line.
    fn behind(self, mut far: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        let (sender, pieces) = sync_channel(HELD);
        spawn(move || {
            let mut piece = [0; PIECE];
            while let Ok(read @ 1..) = far.read(&mut piece) {
                if sender.send((Instant::now(), piece[..read].to_vec())).is_err() {
                    break;
                }
            }
        });
        Box::new(Near { line: self, pieces, free: Instant::now(), rest: Vec::new() })
    }
}

/// The near end: gives each piece when it would have come.
struct Near {
    line: Line,
    pieces: Receiver<(Instant, Vec<u8>)>,
    /// When the line has sent all that was given to it.
    free: Instant,
    rest: Vec<u8>,
}

impl Read for Near {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.rest.is_empty() {
            let Ok((given, piece)) = self.pieces.recv() else { return Ok(0) };
            self.free = self.free.max(given) + self.line.takes(piece.len());
            sleep((self.free + self.line.delay).saturating_duration_since(Instant::now()));
            self.rest = piece;
        }
        let count = self.rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.rest[..count]);
        self.rest.drain(..count);
        Ok(count)
    }
}

/// A program at the far end of a line.
struct Seat {
    terminal: Terminal,
    line: Line,
}

impl Seat {
    fn start(command: CommandBuilder, line: Line) -> Self {
        let terminal = Terminal::spawn_through(command, SIZE, World::Narrow, |far| line.behind(far));
        Self { terminal, line }
    }

    /// The program on a file, with what it takes until its first frame stands.
    fn huishen(file: &Path, line: Line) -> Self {
        let folder = file.parent().unwrap().to_str().unwrap();
        let variables =
            [("HUISHEN_DB", file.to_str().unwrap()), ("XDG_STATE_HOME", folder), ("XDG_CONFIG_HOME", folder)];
        let start = Instant::now();
        let seat = Self::start(Terminal::command(&[], &variables), line);
        seat.terminal.wait_for("项目");
        seat.settle();
        let (bytes, last) = seat.terminal.received();
        println!("first frame: {} ms, {bytes} bytes", (last - start).as_millis());
        seat
    }

    fn peer(program: &str, arguments: &[&str], file: &Path, line: Line) -> Option<Self> {
        let text = file.with_extension("txt");
        if !text.exists() {
            let sql = "select t.project, u.name, t.amount, t.stage from target t join unit u on u.id = t.unit_id order by t.id";
            let rows = Command::new("sqlite3").args(["-readonly", file.to_str().unwrap(), sql]).output().ok()?;
            std::fs::write(&text, rows.stdout).unwrap();
        }
        let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).stdout(Stdio::null()).status();
        found.ok().filter(std::process::ExitStatus::success)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.arg(&text);
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("LESSCHARSET", "utf-8"), ("LESS", "")] {
            command.env(name, value);
        }
        let seat = Self::start(command, line);
        sleep(Duration::from_secs(1));
        seat.settle();
        Some(seat)
    }

    /// Waits for the first byte after the mark, unless nothing comes, and then for silence.
    fn answered(&self) {
        let start = Instant::now();
        while self.terminal.first().is_none() && start.elapsed() < PATIENCE {
            sleep(Duration::from_millis(1));
        }
        self.settle();
    }

    /// Waits until the line is silent for longer than anything takes on it.
    fn settle(&self) {
        self.terminal.settle(self.line.delay * 2 + self.line.takes(PIECE) + Duration::from_millis(300));
    }

    /// A key reaches the program after the line's delay.
    fn send(&mut self, key: &str) {
        sleep(self.line.delay);
        self.terminal.send(key);
    }

    /// What each of some keys takes until the screen stands, in turn.
    fn press(&mut self, what: &str, keys: &[&str], times: usize) {
        let (mut began, mut took, mut bytes) = (Vec::new(), Vec::new(), 0);
        for turn in 0..times {
            let before = self.terminal.received().0;
            self.terminal.mark();
            let start = Instant::now();
            self.send(keys[turn % keys.len()]);
            self.answered();
            let (count, last) = self.terminal.received();
            if let Some(first) = self.terminal.first() {
                began.push(first.saturating_duration_since(start).as_millis());
                took.push(last.saturating_duration_since(start).as_millis());
                bytes += count - before;
            }
        }
        let words = |times: &mut Vec<u128>| {
            times.sort_unstable();
            let (half, most) = (times.get(times.len() / 2), times.last());
            format!("{} / {} ms", half.unwrap_or(&0), most.unwrap_or(&0))
        };
        let (first, last, answers) = (words(&mut began), words(&mut took), took.len().max(1));
        println!("{what}: first byte {first}, last {last} (half / most), {} bytes", bytes / answers);
    }

    /// Holds a key for three seconds: how long after its end the screen still moves, beyond the line's own delay.
    fn hold(&mut self, what: &str, key: &str) {
        let before = self.terminal.received().0;
        self.terminal.mark();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(3) {
            self.terminal.send(key);
            sleep(REPEAT);
        }
        let end = Instant::now();
        self.answered();
        let (count, last) = self.terminal.received();
        let behind = last.saturating_duration_since(end).saturating_sub(self.line.delay);
        println!("{what}: {} ms, {} bytes", behind.as_millis(), count - before);
    }

    /// Twenty targets are looked at one after the other: case file, findings, back, the next one.
    fn minute(&mut self) {
        self.terminal.mark();
        self.send("\x1b[H");
        self.answered();
        let (before, start) = (self.terminal.received().0, Instant::now());
        for _ in 0..20 {
            for key in ["\r", "\t", "\x1b", DOWN] {
                self.terminal.mark();
                self.send(key);
                self.answered();
            }
        }
        let bytes = self.terminal.received().0 - before;
        println!("20 targets looked at (case, findings, back, next): {bytes} bytes, {} s", start.elapsed().as_secs());
    }
}

/// A file, made once.
fn filled() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-data");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{TARGETS}.db"));
    if !file.exists() {
        let mut command = Command::new(BINARY);
        let status = command.arg("--db").arg(&file).args(["bench-data", TARGETS]).stdout(Stdio::null()).status();
        assert!(status.unwrap().success());
    }
    file
}
