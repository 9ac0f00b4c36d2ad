//! The work report and the screens of the year at 200,000 targets with their monitoring and evaluations, beside the same counts by the
//! `sqlite3` program (`benches/year.sql`). Prints medians and ratios; asserts nothing.
//!
//! `cargo bench --bench year` fills `target/bench-data/200000.db` the first time (`HUISHEN_BENCH_SIZES=10000` for a smaller one).

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::cast_precision_loss, missing_docs)]

// The tests use the rest of it.
#[allow(dead_code)]
#[path = "../tests/it/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use terminal::Terminal;

const BINARY: &str = env!("CARGO_BIN_EXE_huishen");
const RUNS: usize = 9;
const COUNTS: &str = include_str!("year.sql");
/// Silence that ends the answer to a key.
const QUIET: Duration = Duration::from_millis(300);

fn main() {
    let size = std::env::var("HUISHEN_BENCH_SIZES").unwrap_or_else(|_| "200000".to_owned());
    let file = filled(&size);
    let plain = median(|| counts(&file));
    let report = median(|| {
        let ended =
            Command::new(BINARY).arg("--db").arg(&file).args(["report", "--json"]).stdout(Stdio::null()).status();
        assert!(ended.unwrap().success());
    });
    println!("{size} targets: sqlite3 counts {plain:.0} ms, the report takes {report:.0} ms: {:.2}", report / plain);
    let mut terminal = open(&file);
    terminal.wait_for("项目");
    terminal.settle(QUIET);
    for (what, key) in [
        ("year board", "Y"),
        ("executions", "m"),
        ("preparation", "P"),
        ("pre-assessments", "a"),
        ("registers", "d"),
        ("sessions", "c"),
        ("journal", "\x1b[19~"),
    ] {
        let (mut first, mut last) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let (one, other) = press(&mut terminal, key);
            first.push(one);
            last.push(other);
            press(&mut terminal, "\x1b");
        }
        let (first, last) = (middle(&mut first), middle(&mut last));
        println!(
            "{what}: first byte {first:.1} ms, last byte {last:.1} ms, last / sqlite3's counts {:.2}",
            last / plain
        );
    }
}

/// The same counts by the sqlite3 program.
fn counts(file: &Path) {
    let year = "select year from county";
    let year = Command::new("sqlite3").args(["-readonly", file.to_str().unwrap(), year]).output().unwrap();
    // The program takes what begins like a comment for an option.
    let counts = COUNTS.split_once('\n').map_or(COUNTS, |(_, counts)| counts);
    let sql = counts.replace(":y", String::from_utf8_lossy(&year.stdout).trim());
    let ended = Command::new("sqlite3").arg("-readonly").arg(file).arg(sql).stdout(Stdio::null()).status();
    assert!(ended.unwrap().success());
}

fn filled(size: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-data");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{size}.db"));
    if !file.exists() {
        let made =
            Command::new(BINARY).arg("--db").arg(&file).args(["bench-data", size]).stdout(Stdio::null()).status();
        assert!(made.unwrap().success());
    }
    file
}

fn open(file: &Path) -> Terminal {
    let folder = file.parent().unwrap().to_str().unwrap();
    let named = [("HUISHEN_DB", file.to_str().unwrap()), ("XDG_STATE_HOME", folder), ("XDG_CONFIG_HOME", folder)];
    Terminal::start_with(&[], 120, 40, &named)
}

/// Milliseconds from a key to the first byte and to the last.
fn press(terminal: &mut Terminal, key: &str) -> (f64, f64) {
    terminal.mark();
    let start = Instant::now();
    terminal.send(key);
    while terminal.first().is_none() && start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_micros(500));
    }
    terminal.settle(QUIET);
    let since = |at: Instant| at.saturating_duration_since(start).as_secs_f64() * 1000.0;
    (terminal.first().map_or(0.0, since), since(terminal.received().1))
}

fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    middle(&mut times)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
