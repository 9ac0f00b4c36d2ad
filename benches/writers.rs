//! Eight processes that write to one file without pause, beside a plain loop of one insert and one update under the same settings and lock.
//!
//! `cargo bench --bench writers` prints commits per second, the ratio, and how even the shares of the writers were. Asserts nothing.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss, missing_docs)]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use huishen::domain::command::{Actor, Command as Wish, Origin};
use huishen::domain::ids::TargetId;
use huishen::store::Store;

const WRITERS: usize = 8;
const SPELL: Duration = Duration::from_secs(4);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, kind, file, place] = &arguments[..arguments.len().min(4)]
        && (kind == "ours" || kind == "plain")
    {
        let count = if kind == "ours" { ours(Path::new(file), place.parse().unwrap()) } else { plain(Path::new(file)) };
        println!("{count}");
        return;
    }
    let folder = tempfile::tempdir_in(Path::new(env!("CARGO_MANIFEST_DIR")).join("target")).unwrap();
    let file = folder.path().join("writers.db");
    let made = Command::new(env!("CARGO_BIN_EXE_huishen"))
        .arg("--db")
        .arg(&file)
        .args(["bench-data", "2000"])
        .stdout(Stdio::null())
        .status();
    assert!(made.unwrap().success());
    plain_table(&file);
    for round in 1..=3 {
        let ours = race("ours", &file);
        let plain = race("plain", &file);
        let rate = |counts: &[u64]| counts.iter().sum::<u64>() as f64 / SPELL.as_secs_f64();
        let even = |counts: &[u64]| {
            *counts.iter().min().unwrap() as f64 * counts.len() as f64 / counts.iter().sum::<u64>() as f64
        };
        println!(
            "round {round}: huishen {:.0} commits/s (slowest writer {:.2} of the mean), plain {:.0} ({:.2}), ratio {:.2}",
            rate(&ours),
            even(&ours),
            rate(&plain),
            even(&plain),
            rate(&ours) / rate(&plain)
        );
    }
}

/// Starts the writers and gives the commits of each.
fn race(kind: &str, file: &Path) -> Vec<u64> {
    let start = |place: usize| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg(kind).arg(file).arg(place.to_string()).stdout(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = (0..WRITERS).map(start).collect();
    let outputs = children.into_iter().map(|child| child.wait_with_output().unwrap());
    outputs.map(|output| String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()).collect()
}

/// Links and unlinks on targets of its own: one event a commit, journal, tables and bell included.
fn ours(file: &Path, place: usize) -> u64 {
    let mut store = Store::open(file).unwrap();
    let user = store.whoami(None).unwrap();
    let actor = Actor { user, on_behalf: None, origin: Origin::CommandLine };
    let start = Instant::now();
    let mut count = 0;
    while start.elapsed() < SPELL {
        let target = TargetId(i64::try_from(place * 200).unwrap() + 1 + i64::try_from(count / 2 % 200).unwrap());
        let (round, objective, indicator) = (1, 0, 0);
        let wish = if count % 2 == 0 {
            Wish::Unlink { target, round, objective, indicator }
        } else {
            Wish::Link { target, round, objective, indicator, belongs: true }
        };
        store.execute_all(&actor, &[wish]).unwrap();
        count += 1;
    }
    count
}

fn plain_table(file: &Path) {
    let connection = rusqlite::Connection::open(file).unwrap();
    let make = "create table if not exists plain_log (id integer primary key, text text not null) strict;
        create table if not exists plain_state (id integer primary key, value integer not null) strict;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) insert into plain_state select i, 0 from n;";
    connection.execute_batch(make).unwrap();
}

/// One insert and one update a commit, with the pragmas and the lock that the store uses.
fn plain(file: &Path) -> u64 {
    let connection = rusqlite::Connection::open(file).unwrap();
    connection
        .execute_batch("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;")
        .unwrap();
    connection.busy_timeout(Duration::from_secs(10)).unwrap();
    let mut lock_path = file.as_os_str().to_owned();
    lock_path.push(".lock");
    let lock = File::options().create(true).truncate(false).write(true).open(PathBuf::from(lock_path)).unwrap();
    let start = Instant::now();
    let mut count: u64 = 0;
    while start.elapsed() < SPELL {
        rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).unwrap();
        connection.execute_batch("begin immediate").unwrap();
        let text =
            "a row of the length that an event of the journal has, or thereabouts: about a hundred characters long.";
        connection.prepare_cached("insert into plain_log (text) values (?1)").unwrap().execute([text]).unwrap();
        connection
            .prepare_cached("update plain_state set value = value + 1 where id = ?1")
            .unwrap()
            .execute([i64::try_from(count % 2000 + 1).unwrap()])
            .unwrap();
        connection.execute_batch("commit").unwrap();
        rustix::fs::flock(&lock, rustix::fs::FlockOperation::Unlock).unwrap();
        count += 1;
    }
    count
}
