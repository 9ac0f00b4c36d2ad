//! Processes that write to one file without pause, beside a plain loop of one insert and one update under the same settings and lock.
//!
//! `cargo bench --bench writers` prints a table: for 1, 8 and 32 writers the commits per second of a link set or removed, of an opinion given or
//! taken back, and of the plain loop; their ratio to the plain loop, the slowest writer's share of the mean, and the longest time that any writer
//! waited for a commit. The plain loop runs twice, and ratios are given to both: `turns` waits in the same queue as huishen, so that every writer
//! gets its turn; `grabs` takes the bare file lock, which whoever let it go gets again before the others wake, so that one writer works while
//! seven wait. Then 40 open programs read a page of the queue and the tabs at every ring of the bell while 8 writers write: how large the
//! log grows, and the longest that a reader waited. Asserts nothing but that nobody is refused.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss, missing_docs)]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use huishen::domain::command::{Actor, Command as Wish, Origin, ReviewWish, Verdict};
use huishen::domain::grade::Grade;
use huishen::domain::ids::TargetId;
use huishen::domain::target::State;
use huishen::domain::view::{QueueAsk, Sort, Tab, Window};
use huishen::store::{Store, Turn, Watcher};

const WRITERS: [usize; 3] = [1, 8, 32];
const SPELL: Duration = Duration::from_secs(4);
const TARGETS: u32 = 2000;
/// Targets that a writer has to itself.
const SHARE: usize = 60;
/// Rounds of which the median counts.
const ROUNDS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, kind, file, place] = &arguments[..arguments.len().min(4)]
        && ["link", "review", "turns", "grabs", "read"].contains(&kind.as_str())
    {
        let (file, place) = (Path::new(file), place.parse().unwrap());
        let Share { commits, longest } = match kind.as_str() {
            "turns" | "grabs" => plain(file, kind == "turns"),
            "read" => read(file),
            kind => ours(kind, file, place),
        };
        println!("{commits} {}", longest.as_micros());
        return;
    }
    let folder = tempfile::tempdir_in(Path::new(env!("CARGO_MANIFEST_DIR")).join("target")).unwrap();
    let file = folder.path().join("writers.db");
    Store::create(&file).unwrap().fill_bench(TARGETS, &mut |_| {}).unwrap();
    plain_table(&file);
    println!(
        "{:>7}  {:<6}  {:>9}  {:>8}  {:>8}  {:>7}  {:>12}",
        "writers", "act", "commits/s", "/ turns", "/ grabs", "slowest", "longest wait"
    );
    for writers in wanted() {
        compare(writers, &file);
    }
    crowd(&file);
}

/// How many writers are tried one after the other: [`WRITERS`], or those of `HUISHEN_BENCH_WRITERS=1,8`.
fn wanted() -> Vec<usize> {
    let numbers = std::env::var("HUISHEN_BENCH_WRITERS").unwrap_or_default();
    let numbers: Vec<_> = numbers.split(',').filter_map(|number| number.parse().ok()).collect();
    if numbers.is_empty() { WRITERS.to_vec() } else { numbers }
}

/// Open programs that read while others write.
const READERS: usize = 40;

/// Prints what open programs and writers meet who share a file.
fn crowd(file: &Path) {
    let readers: Vec<_> = (0..READERS).map(|place| start("read", place, file)).collect();
    let writers: Vec<_> = (0..8).map(|place| start("review", place, file)).collect();
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let mut largest = 0;
    let begin = Instant::now();
    while begin.elapsed() < SPELL {
        largest = largest.max(std::fs::metadata(&log).map_or(0, |log| log.len()));
        std::thread::sleep(Duration::from_millis(20));
    }
    let (writers, readers) = (gather(writers), gather(readers));
    println!(
        "{READERS} open programs beside 8 writers: {:.0} commits/s, longest wait {:.1} ms; {:.0} reads/s, longest {:.1} ms; log {:.1} MB",
        writers.rate(),
        writers.longest.as_secs_f64() * 1000.0,
        readers.rate(),
        readers.longest.as_secs_f64() * 1000.0,
        largest as f64 / 1e6
    );
}

/// Reads a page of the queue and the tabs at every ring, as an open program does.
fn read(file: &Path) -> Share {
    let store = Store::open(file).unwrap();
    let viewer = store.whoami(None).unwrap();
    let (sender, rung) = std::sync::mpsc::channel();
    let watcher = Watcher::start(file, move || sender.send(()).unwrap_or_default()).unwrap();
    let tabs = [Tab::Mine, Tab::All];
    let ask =
        QueueAsk { year: 2021, tab: Tab::All, filter: None, sort: Sort::Waiting, window: Window::First, limit: 40 };
    let mut share = Share { commits: 0, longest: Duration::ZERO };
    let start = Instant::now();
    while start.elapsed() < SPELL {
        if rung.recv_timeout(Duration::from_millis(100)).is_err() {
            continue;
        }
        while rung.try_recv().is_ok() {}
        let begin = Instant::now();
        let held = store.hold().unwrap();
        store.tallies(&viewer, 2021, &tabs).unwrap();
        assert_eq!(store.queue(&viewer, &ask).unwrap().rows.len(), 40);
        drop(held);
        share.longest = share.longest.max(begin.elapsed());
        share.commits += 1;
        // As the screens: not more often than anybody can look.
        std::thread::sleep(Duration::from_millis(16));
    }
    drop(watcher);
    share
}

/// Prints the lines of so many writers. The kinds take turns, so that a change of the machine's mood meets all of them.
fn compare(writers: usize, file: &Path) {
    let kinds = ["turns", "grabs", "link", "review"];
    let mut rounds = kinds.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for (kind, rounds) in kinds.iter().zip(&mut rounds) {
            rounds.push(race(kind, writers, file));
        }
    }
    let [turns, grabs, ..] = &rounds;
    for (kind, races) in kinds.iter().zip(&rounds) {
        let against =
            |plain: &[Race]| median(races.iter().zip(plain).map(|(race, plain)| race.rate() / plain.rate()).collect());
        let (turns, grabs) = (against(turns), against(grabs));
        let rate = median(races.iter().map(Race::rate).collect());
        let slowest = races.iter().map(Race::evenness).fold(f64::INFINITY, f64::min);
        let longest = races.iter().map(|race| race.longest).max().unwrap_or_default().as_secs_f64() * 1000.0;
        println!("{writers:>7}  {kind:<6}  {rate:>9.0}  {turns:>8.2}  {grabs:>8.2}  {slowest:>7.2}  {longest:>9.1} ms");
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// What one writer did.
struct Share {
    commits: u64,
    longest: Duration,
}

/// What all writers did in one spell.
struct Race {
    commits: Vec<u64>,
    longest: Duration,
}

impl Race {
    fn rate(&self) -> f64 {
        self.commits.iter().sum::<u64>() as f64 / SPELL.as_secs_f64()
    }

    /// The slowest writer's commits against the mean.
    fn evenness(&self) -> f64 {
        let least = self.commits.iter().min().copied().unwrap_or_default() as f64;
        least * self.commits.len() as f64 / self.commits.iter().sum::<u64>() as f64
    }
}

/// Starts the writers and gives what they did.
fn race(kind: &str, writers: usize, file: &Path) -> Race {
    gather((0..writers).map(|place| start(kind, place, file)).collect())
}

fn start(kind: &str, place: usize, file: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg(kind).arg(file).arg(place.to_string()).stdout(Stdio::piped()).spawn().unwrap()
}

fn gather(children: Vec<Child>) -> Race {
    let mut race = Race { commits: Vec::new(), longest: Duration::ZERO };
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "a writer was refused");
        let said = String::from_utf8(output.stdout).unwrap();
        let (commits, longest) = said.trim().split_once(' ').unwrap();
        race.commits.push(commits.parse().unwrap());
        race.longest = race.longest.max(Duration::from_micros(longest.parse().unwrap()));
    }
    race
}

/// Makes commits for a spell.
fn spell(mut commit: impl FnMut(usize)) -> Share {
    let mut share = Share { commits: 0, longest: Duration::ZERO };
    let start = Instant::now();
    let mut before = Duration::ZERO;
    // An act and its taking back: the next spell finds the file as this one did.
    while before < SPELL || share.commits % 2 == 1 {
        commit(usize::try_from(share.commits).unwrap());
        share.commits += 1;
        let now = start.elapsed();
        share.longest = share.longest.max(now.saturating_sub(before));
        before = now;
    }
    share
}

/// Acts on targets of its own, each act taken back by the next: journal, tables, findings and bell included.
fn ours(kind: &str, file: &Path, place: usize) -> Share {
    let mut store = Store::open(file).unwrap();
    let user = store.whoami(None).unwrap();
    let actor = Actor::new(user, Origin::CommandLine);
    let own = (place * SHARE + 1..=(place + 1) * SHARE).map(|number| TargetId(i64::try_from(number).unwrap()));
    let stage = |target| {
        let standing = store.queue_row(&actor.user, target).unwrap().unwrap().standing;
        standing.stage.filter(|stage| standing.state == State::Pending && stage != "joint").unwrap_or_default()
    };
    let own: Vec<(TargetId, String)> = own.map(|target| (target, stage(target))).collect();
    let reviewed: Vec<_> = own.iter().filter(|(_, stage)| !stage.is_empty()).collect();
    spell(|count| {
        let back = count % 2 == 1;
        let wish = if kind == "link" {
            link(own[count / 2 % own.len()].0, back)
        } else {
            review(reviewed[count / 2 % reviewed.len()], back)
        };
        let made = store.execute_all(&actor, &[wish]).unwrap();
        assert!(!made.is_empty());
    })
}

fn link(target: TargetId, back: bool) -> Wish {
    let (round, objective, indicator) = (1, 0, 0);
    if back {
        Wish::Link { target, round, objective, indicator, belongs: true }
    } else {
        Wish::Unlink { target, round, objective, indicator }
    }
}

fn review((target, stage): &(TargetId, String), back: bool) -> Wish {
    if back {
        return Wish::Undo { target: *target, seen: None };
    }
    Wish::Review(Box::new(ReviewWish {
        target: *target,
        seen: None,
        stage: stage.clone(),
        criteria: vec![Grade::Good; 6],
        points: Vec::new(),
        grade: Grade::Good,
        verdict: Verdict::Pass,
        opinion: "目标与指标逐条对应,测算依据齐全;请补充受益人数的测算过程。".to_owned(),
        reason: String::new(),
    }))
}

fn plain_table(file: &Path) {
    let connection = rusqlite::Connection::open(file).unwrap();
    let make = "create table if not exists plain_log (id integer primary key, text text not null) strict;
        create table if not exists plain_state (id integer primary key, value integer not null) strict;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) insert into plain_state select i, 0 from n;";
    connection.execute_batch(make).unwrap();
}

/// One insert and one update a commit, with the pragmas and the lock that the store uses; in the store's queue, or grabbing the lock.
fn plain(file: &Path, turns: bool) -> Share {
    let connection = rusqlite::Connection::open(file).unwrap();
    connection
        .execute_batch("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;")
        .unwrap();
    connection.busy_timeout(Duration::from_secs(10)).unwrap();
    let mut lock_path = file.as_os_str().to_owned();
    lock_path.push(".lock");
    let lock = File::options().create(true).truncate(false).write(true).open(PathBuf::from(lock_path)).unwrap();
    spell(|count| {
        let turn = turns.then(|| Turn::wait(file, Duration::from_secs(10)).unwrap().unwrap());
        if turn.is_none() {
            rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).unwrap();
        }
        one_row(&connection, count);
        if turn.is_none() {
            rustix::fs::flock(&lock, rustix::fs::FlockOperation::Unlock).unwrap();
        }
    })
}

fn one_row(connection: &rusqlite::Connection, count: usize) {
    connection.execute_batch("begin immediate").unwrap();
    let text = "a row of the length that an event of the journal has, or thereabouts: about a hundred characters long.";
    connection.prepare_cached("insert into plain_log (text) values (?1)").unwrap().execute([text]).unwrap();
    connection
        .prepare_cached("update plain_state set value = value + 1 where id = ?1")
        .unwrap()
        .execute([i64::try_from(count % 2000 + 1).unwrap()])
        .unwrap();
    connection.execute_batch("commit").unwrap();
}
