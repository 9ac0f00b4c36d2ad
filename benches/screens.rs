//! The real binary in a pseudo-terminal beside `sqlite3`, `less` and `vim`: start, keys, memory, idling. Prints the figures of one run
//! and a table of their ratios; asserts nothing.
//!
//! `cargo bench --bench screens` fills files of 10,000, 200,000 and 1,000,000 targets under `target/bench-data` the first time
//! (`HUISHEN_BENCH_SIZES=10000,200000` for fewer; 200,000 take 2 GB). Programs that are not there are left out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    missing_docs
)]

// The tests use the rest of it.
#[allow(dead_code)]
#[path = "../tests/it/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use terminal::{Terminal, World};

const BINARY: &str = env!("CARGO_BIN_EXE_huishen");
const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
const STARTS: usize = 25;
/// Silence that ends the answer to a key.
const QUIET: Duration = Duration::from_millis(40);
/// How long a key may take until it counts as one that changes nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// Longer than the selection rests before more is told of it.
const RESTED: Duration = Duration::from_millis(400);
/// What the sqlite3 program prints for comparison: the first rows of the same queue, in the same order.
const SAME_ROWS: &str = "select t.project, u.name, t.amount, t.stage, t.round, t.since, t.uncovered, t.prior_text, t.grade
    from (select distinct year, state, stage from tally where year = (select year from county)) p
    cross join target t on t.id in (select id from target o where o.year = p.year and o.state = p.state and o.stage = p.stage
        order by o.since, o.id limit 40)
    join unit u on u.id = t.unit_id order by t.since, t.id limit 40;";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";

fn main() {
    let sizes = std::env::var("HUISHEN_BENCH_SIZES").unwrap_or_else(|_| "10000,200000,1000000".to_owned());
    let sizes: Vec<u32> = sizes.split(',').map(|size| size.trim().parse().unwrap()).collect();
    let mut table = Table::default();
    let mut smallest = None;
    for size in sizes {
        let file = filled(size);
        println!("\n{size} targets, {} MB, {COLUMNS}x{ROWS}", fs::metadata(&file).unwrap().len() >> 20);
        table.begin(size);
        let first = starts(&file, &mut table);
        let smallest = *smallest.get_or_insert(first);
        table.add("first frame / the smallest file's", format!("{:.2}", first / smallest));
        let move_ms = keys(&file, &mut table);
        peers(&file, move_ms, &mut table);
        idle(&file, &mut table);
    }
    table.print();
}

/// The figures of every size, a row a figure.
#[derive(Default)]
struct Table {
    sizes: Vec<u32>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    fn begin(&mut self, size: u32) {
        self.sizes.push(size);
    }

    /// A figure of the present size.
    fn add(&mut self, what: &str, figure: String) {
        println!("  {what}: {figure}");
        let place = self.rows.iter().position(|(name, _)| name == what).unwrap_or_else(|| {
            self.rows.push((what.to_owned(), Vec::new()));
            self.rows.len() - 1
        });
        let figures = &mut self.rows[place].1;
        figures.resize(self.sizes.len() - 1, "-".to_owned());
        figures.push(figure);
    }

    fn print(&self) {
        let sizes: Vec<String> = self.sizes.iter().map(|size| format!("{size} targets")).collect();
        println!("\n| | {} |\n|---|{}", sizes.join(" | "), "---|".repeat(sizes.len()));
        for (what, figures) in &self.rows {
            println!("| {what} | {} |", figures.join(" | "));
        }
    }
}

/// A file of so many targets, made once.
fn filled(size: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-data");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{size}.db"));
    if !file.exists() {
        let start = Instant::now();
        let status = Command::new(BINARY)
            .arg("--db")
            .arg(&file)
            .args(["bench-data", &size.to_string()])
            .stdout(Stdio::null())
            .status();
        assert!(status.unwrap().success());
        println!("bench-data {size}: {:.1} s", start.elapsed().as_secs_f64());
    }
    file
}

/// The program on a file, at no place of a former time. It is killed at the end, so that it keeps none.
fn open(file: &Path) -> Terminal {
    let folder = file.parent().unwrap();
    let _ = fs::remove_dir_all(folder.join("huishen/places"));
    let folder = folder.to_str().unwrap().to_owned();
    let own = [("XDG_STATE_HOME", folder.as_str()), ("XDG_CONFIG_HOME", folder.as_str())];
    let named = [("HUISHEN_DB", file.to_str().unwrap())];
    Terminal::start_with(&[], COLUMNS, ROWS, &[&own[..], &named].concat())
}

/// Another program on the same kind of terminal, if it is there.
fn peer(program: &str, arguments: &[&str]) -> Option<Terminal> {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).stdout(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        return None;
    }
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("LESSCHARSET", "utf-8"), ("LESS", "")] {
        command.env(name, value);
    }
    Some(Terminal::spawn(command, COLUMNS, ROWS, World::Narrow))
}

/// Milliseconds from start to the last byte of the first frame, beside `sqlite3` printing the same rows on such a terminal.
fn starts(file: &Path, table: &mut Table) -> f64 {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut bytes = 0;
    for _ in 0..STARTS {
        let start = Instant::now();
        let terminal = open(file);
        terminal.wait_for("项目");
        terminal.settle(QUIET);
        let (count, last) = terminal.received();
        bytes = count;
        ours.push(milliseconds(last - start));
        let start = Instant::now();
        let Some(mut terminal) = peer("sqlite3", &["-readonly", file.to_str().unwrap(), SAME_ROWS]) else { continue };
        assert_eq!(terminal.exit_code(), 0, "{}", terminal.screen());
        terminal.drain();
        theirs.push(milliseconds(terminal.received().1 - start));
    }
    let (ours, least) = (median(&mut ours), ours[0]);
    table.add("first frame, ms (least)", format!("{ours:.1} ({least:.1})"));
    table.add("first frame, bytes", bytes.to_string());
    if !theirs.is_empty() {
        let (theirs, their_least) = (median(&mut theirs), theirs[0]);
        table.add("sqlite3 prints the same rows, ms (least)", format!("{theirs:.1} ({their_least:.1})"));
        table.add("first frame / sqlite3 (of the least)", format!("{:.2} ({:.2})", ours / theirs, least / their_least));
    }
    ours
}

/// Waits for the first byte after the mark, and then until nothing came for so long. Gives up on keys that change nothing.
fn answered(terminal: &Terminal, quiet: Duration) {
    let start = Instant::now();
    while terminal.first().is_none() && start.elapsed() < PATIENCE {
        sleep(Duration::from_micros(500));
    }
    terminal.settle(quiet);
}

/// What follows keys: milliseconds to the first and to the last byte, and bytes.
struct Pressed {
    first: Vec<f64>,
    last: Vec<f64>,
    bytes: usize,
}

impl Pressed {
    /// Presses keys in turn, so many times in all, each after silence; `between` is done after each and is not measured.
    fn of(terminal: &mut Terminal, keys: &[&str], times: usize, quiet: Duration, between: Option<&str>) -> Self {
        let mut pressed = Self { first: Vec::new(), last: Vec::new(), bytes: 0 };
        for turn in 0..times {
            let before = terminal.received().0;
            terminal.mark();
            let start = Instant::now();
            terminal.send(keys[turn % keys.len()]);
            answered(terminal, quiet.max(QUIET));
            // A key that changes nothing has no answer.
            if let Some(first) = terminal.first() {
                pressed.first.push(milliseconds(first.saturating_duration_since(start)));
                pressed.last.push(milliseconds(terminal.received().1.saturating_duration_since(start)));
                pressed.bytes += terminal.received().0 - before;
            }
            if let Some(key) = between {
                terminal.send(key);
                sleep(quiet);
                terminal.settle(QUIET);
            }
        }
        pressed.first.sort_by(f64::total_cmp);
        pressed.last.sort_by(f64::total_cmp);
        pressed
    }

    fn words(&self) -> String {
        let answers = self.last.len().max(1);
        let at = |times: &[f64], share: f64| share_of(times, share);
        format!(
            "{:.2} / {:.2}, {:.2} / {:.2}, {} B",
            at(&self.first, 0.5),
            at(&self.first, 0.99),
            at(&self.last, 0.5),
            at(&self.last, 0.99),
            self.bytes / answers
        )
    }
}

/// Presses keys in the queue, in a case file and in the filter; returns the median time of a move.
fn keys(file: &Path, table: &mut Table) -> (f64, f64) {
    let mut terminal = open(file);
    terminal.wait_for("项目");
    terminal.settle(RESTED);
    let mut press = |what: &str, keys: &[&str], times, quiet, between| {
        let pressed = Pressed::of(&mut terminal, keys, times, quiet, between);
        table.add(&format!("{what}: first byte p50 / p99, last byte p50 / p99 ms, bytes"), pressed.words());
        (share_of(&pressed.last, 0.5), share_of(&pressed.last, 0.99))
    };
    press("tab to all", &["\x1b[Z"], 1, QUIET, None);
    let moved = press("down, up", &[DOWN, DOWN, DOWN, UP], 200, QUIET, None);
    press("scroll a line", &[DOWN], 60, QUIET, None);
    press("page down", &[PAGE_DOWN], 100, QUIET, None);
    press("end, home", &["\x1b[F", "\x1b[H"], 20, QUIET, None);
    press("switch tab", &["\t"], 60, QUIET, None);
    press("sort", &["s"], 24, QUIET, None);
    press("open a case", &["\r"], 30, RESTED, Some("\x1b"));
    press("filter by a bare word, a key (count included)", &["/", "养", "护", "\x1b"], 40, RESTED, None);
    let burst = burst(&mut terminal);
    table.add("100 moves at once: ms, bytes, frames", burst);
    table.add("memory: resident, private, of it written MB", memory(terminal.id(), file));
    moved
}

fn burst(terminal: &mut Terminal) -> String {
    terminal.send("\x1b[H");
    sleep(RESTED);
    terminal.settle(QUIET);
    let (before, frames) = (terminal.received().0, terminal.frames());
    terminal.mark();
    let start = Instant::now();
    terminal.send(&DOWN.repeat(100));
    answered(terminal, QUIET * 2);
    let (bytes, last) = terminal.received();
    format!("{:.1}, {}, {}", milliseconds(last - start), bytes - before, terminal.frames() - frames)
}

/// `less` and `vim` on the same rows as text.
fn peers(file: &Path, (moved, slowest): (f64, f64), table: &mut Table) {
    let text = file.with_extension("txt");
    if !text.exists() {
        let rows =
            "select t.project, u.name, t.amount, t.stage from target t join unit u on u.id = t.unit_id order by t.id";
        let output = Command::new("sqlite3").args(["-readonly", file.to_str().unwrap(), rows]).output();
        let Ok(output) = output else { return };
        fs::File::create(&text).unwrap().write_all(&output.stdout).unwrap();
    }
    let text = text.to_str().unwrap();
    let vim = ["-u", "NONE", "-N", text];
    for (program, arguments, move_keys) in [("less", &[text][..], ["j", "k"]), ("vim", &vim, ["j", "k"])] {
        let Some(mut terminal) = peer(program, arguments) else { continue };
        sleep(RESTED * 2);
        terminal.settle(QUIET);
        let pressed = Pressed::of(&mut terminal, &move_keys, 100, QUIET, None);
        let (half, most) = (share_of(&pressed.last, 0.5), share_of(&pressed.last, 0.99));
        table.add(&format!("{program}, a line down, up: last byte p50 / p99 ms"), format!("{half:.2} / {most:.2}"));
        let ratios = format!("{:.2} / {:.2}", moved / half.max(0.001), slowest / most.max(0.001));
        table.add(&format!("down, up / {program}: p50 / p99"), ratios);
    }
}

fn idle(file: &Path, table: &mut Table) {
    let terminal = open(file);
    terminal.wait_for("项目");
    sleep(Duration::from_secs(2));
    let of = |terminal: &Terminal| (terminal.received().0, cpu_milliseconds(terminal.id()), wakeups(terminal.id()));
    let before = of(&terminal);
    sleep(Duration::from_secs(5));
    let after = of(&terminal);
    let figures = (after.0 - before.0, after.1 - before.1, after.2 - before.2);
    table.add("idle 5 s: bytes, ms of CPU, wake-ups", format!("{}, {:.2}, {}", figures.0, figures.1, figures.2));
    table.add("memory after the start: resident, private, of it written MB", memory(terminal.id(), file));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The value below which a share of sorted values lies.
fn share_of(values: &[f64], share: f64) -> f64 {
    if values.is_empty() { 0.0 } else { values[((values.len() - 1) as f64 * share) as usize] }
}

/// Memory in MB beside a second program on the same file, as on a server: resident; private, which is what is not shared with it; and what was
/// written of that.
fn memory(id: u32, file: &Path) -> String {
    let second = open(file);
    second.wait_for("项目");
    sleep(RESTED);
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap();
    let of = |name: &str| -> f64 {
        let line = rollup.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    };
    let written = of("Private_Dirty:");
    format!("{:.1}, {:.1}, {written:.1}", of("Rss:"), of("Private_Clean:") + written)
}

fn threads(id: u32, file: &str) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).unwrap();
    threads.filter_map(|thread| fs::read_to_string(thread.ok()?.path().join(file)).ok()).collect()
}

/// CPU time of all threads so far, in ms.
fn cpu_milliseconds(id: u32) -> f64 {
    let nanoseconds = threads(id, "schedstat");
    nanoseconds.iter().filter_map(|text| text.split_whitespace().next()?.parse::<f64>().ok()).sum::<f64>() / 1e6
}

/// How often a thread woke up by itself so far.
fn wakeups(id: u32) -> u64 {
    let of = |text: &String| {
        let line = text.lines().find(|line| line.starts_with("voluntary_ctxt_switches"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    };
    threads(id, "status").iter().filter_map(of).sum()
}
