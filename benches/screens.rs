//! The real binary in a pseudo-terminal beside `sqlite3`: start, keys, memory, idling. Prints figures and ratios of one run; asserts nothing.
//!
//! `cargo bench --bench screens` fills files of 10,000, 200,000 and 1,000,000 targets under `target/bench-data` the first time
//! (`HUISHEN_BENCH_SIZES=10000,200000` for fewer).

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
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use terminal::Terminal;

const BINARY: &str = env!("CARGO_BIN_EXE_huishen");
const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
const STARTS: usize = 15;
/// Silence that ends the answer to a key.
const QUIET: Duration = Duration::from_millis(40);
/// What the sqlite3 program prints for comparison: the first rows of the same queue, in the same order.
const SAME_ROWS: &str = "select t.project, u.name, t.amount, t.stage, t.round, t.since, t.uncovered, t.prior_text, t.grade
    from target t join unit u on u.id = t.unit_id where t.year = (select year from county) order by t.since, t.id limit 40";

fn main() {
    let sizes = std::env::var("HUISHEN_BENCH_SIZES").unwrap_or_else(|_| "10000,200000,1000000".to_owned());
    let sizes: Vec<u32> = sizes.split(',').map(|size| size.trim().parse().unwrap()).collect();
    let mut first: Option<f64> = None;
    for size in sizes {
        let file = filled(size);
        println!("\n{size} targets, {} MB, {COLUMNS}x{ROWS}", fs::metadata(&file).unwrap().len() >> 20);
        let ours = starts(&file, first);
        first = first.or(Some(ours));
        keys(&file);
        idle(&file);
        verify(&file);
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

fn open(file: &Path) -> Terminal {
    Terminal::start(&["--db", file.to_str().unwrap()], COLUMNS, ROWS)
}

/// Milliseconds from start to the last byte of the first frame, beside `sqlite3` printing the same rows.
fn starts(file: &Path, smallest: Option<f64>) -> f64 {
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
        let output = Command::new("sqlite3").args(["-readonly", file.to_str().unwrap(), SAME_ROWS]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        theirs.push(milliseconds(start.elapsed()));
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    let flat = smallest.map_or_else(String::new, |smallest| format!(", {:.2} x the smallest file", ours / smallest));
    println!("  first frame {ours:.1} ms ({bytes} bytes), sqlite3 {theirs:.1} ms: ratio {:.2}{flat}", ours / theirs);
    ours
}

fn keys(file: &Path) {
    let mut terminal = open(file);
    terminal.wait_for("项目");
    terminal.settle(QUIET * 5);
    let mut press = |what: &str, keys: &[&str], times: usize| {
        let mut times_taken = Vec::new();
        let before = terminal.received().0;
        for turn in 0..times {
            let start = Instant::now();
            terminal.send(keys[turn % keys.len()]);
            std::thread::sleep(Duration::from_millis(1));
            terminal.settle(QUIET);
            let (_, last) = terminal.received();
            times_taken.push(milliseconds(last.saturating_duration_since(start)));
        }
        let bytes = (terminal.received().0 - before) / times;
        times_taken.sort_by(f64::total_cmp);
        let at = |share: f64| times_taken[((times_taken.len() - 1) as f64 * share) as usize];
        println!("  {what}: p50 {:.2} ms, p99 {:.2} ms, {bytes} bytes", at(0.5), at(0.99));
    };
    press("tab to all", &["\x1b[Z"], 1);
    press("down, up", &["\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A"], 200);
    press("page down", &["\x1b[6~"], 100);
    press("switch tab", &["\t"], 60);
    press("end, home", &["\x1b[F", "\x1b[H"], 20);
    println!("  resident {:.1} MB", resident(terminal.id()));
}

fn idle(file: &Path) {
    let terminal = open(file);
    terminal.wait_for("项目");
    std::thread::sleep(Duration::from_secs(2));
    let (bytes, cpu) = (terminal.received().0, cpu_milliseconds(terminal.id()));
    std::thread::sleep(Duration::from_secs(5));
    let written = terminal.received().0 - bytes;
    println!("  idle 5 s: {written} bytes, {:.2} ms of CPU", cpu_milliseconds(terminal.id()) - cpu);
}

/// How many rows of the journal a second are checked, all tables compared.
fn verify(file: &Path) {
    let start = Instant::now();
    let output = Command::new(BINARY).arg("--db").arg(file).args(["verify", "--json"]).output().unwrap();
    let took = start.elapsed().as_secs_f64();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = report["rows"].as_u64().unwrap() as f64;
    println!("  verify {took:.1} s: {:.0} rows of the journal a second", rows / took);
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Resident memory in MB.
fn resident(id: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

/// CPU time of all threads so far, in ms.
fn cpu_milliseconds(id: u32) -> f64 {
    let threads = fs::read_dir(format!("/proc/{id}/task")).unwrap();
    let nanoseconds = threads.filter_map(|thread| {
        let text = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e6
}
