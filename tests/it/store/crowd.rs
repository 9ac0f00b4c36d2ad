//! Sixty-four programs that write to one file without pause: nobody is starved, nobody refused, nothing lost. For longer:
//! `HUISHEN_SOAK=10 cargo test --test it store::crowd -- --nocapture`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use huishen::domain::command::Command;
use huishen::domain::ids::TargetId;
use huishen::domain::people::UnitLevel;
use huishen::domain::target::UnitName;
use huishen::store::Store;

use super::faults::{Soak, sound, units};
use super::processes::play;
use super::{actor, everyone};

const WRITERS: usize = 64;
/// Acts that each does at least in a short run.
const LEAST: u64 = 6;
/// The slowest must reach the mean divided by this. A queue in which everybody gets a turn gives nearly all of it.
const SHARE: u64 = 2;

/// What one of the writers does until it is told to stop: links of a target of its own, decided ahead of its turn, and new units, decided in it.
pub(super) fn write(path: &Path, place: &str, say: impl Fn(&str)) {
    let mut store = Store::open(path).unwrap();
    let me = actor(everyone(&format!("写者{place}")));
    let target = TargetId(place.parse::<i64>().unwrap() * 2 + 1);
    let (mut number, mut longest) = (0, Duration::ZERO);
    while !stop(path).exists() {
        let name = format!("写者{place}单位{number}");
        let (round, objective, indicator) = (1, 0, 0);
        let (wish, said) = match number % 7 {
            0 => {
                let unit = UnitName { code: None, name: name.clone() };
                (Command::AddUnit { unit, level: UnitLevel::First, desk: "教科文股".to_owned() }, name)
            }
            odd if odd % 2 == 1 => (Command::Unlink { target, round, objective, indicator }, String::new()),
            _ => (Command::Link { target, round, objective, indicator, belongs: true }, String::new()),
        };
        let begin = Instant::now();
        let done = store.execute(&me, &wish);
        longest = longest.max(begin.elapsed());
        match done {
            Ok(rows) => assert!(!rows.is_empty(), "nothing was done"),
            Err(refusal) => panic!("refused: {}", refusal.words()),
        }
        say(&format!("wrote {said}"));
        number += 1;
    }
    say(&format!("longest {}", longest.as_millis()));
}

fn stop(path: &Path) -> PathBuf {
    path.with_extension("stop")
}

#[test]
fn of_sixty_four_writers_none_is_starved_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    Store::create(&path).unwrap().fill_bench(u32::try_from(WRITERS).unwrap() * 2, &mut |_| {}).unwrap();
    let before = units(&path).len();
    let counts: Vec<AtomicU64> = (0..WRITERS).map(|_| AtomicU64::new(0)).collect();
    let mut soak = Soak::of(0);
    let (units_told, longest) = thread::scope(|scope| {
        let readers: Vec<_> = counts
            .iter()
            .enumerate()
            .map(|(place, count)| {
                let mut child = play(&format!("crowd{place}"), &path);
                scope.spawn(move || {
                    let (mut told, mut longest) = (Vec::new(), 0);
                    for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
                        if let Some(name) = line.strip_prefix("wrote ") {
                            count.fetch_add(1, Ordering::Relaxed);
                            told.extend((!name.is_empty()).then(|| name.to_owned()));
                        } else if let Some(time) = line.strip_prefix("longest ") {
                            longest = longest.max(time.parse::<u64>().unwrap());
                        }
                    }
                    assert!(child.wait().unwrap().success(), "writer {place} was refused");
                    (told, longest)
                })
            })
            .collect();
        let done = |count: &AtomicU64| count.load(Ordering::Relaxed);
        while !readers.iter().any(thread::ScopedJoinHandle::is_finished)
            && (soak.goes_on() || counts.iter().any(|count| done(count) < LEAST))
        {
            thread::sleep(Duration::from_millis(50));
        }
        fs::write(stop(&path), "").unwrap();
        let ended: Vec<_> = readers.into_iter().map(|reader| reader.join().unwrap()).collect();
        let longest = ended.iter().map(|(_, longest)| *longest).max().unwrap();
        (ended.into_iter().flat_map(|(told, _)| told).collect::<Vec<_>>(), longest)
    });
    let done: Vec<u64> = counts.into_iter().map(AtomicU64::into_inner).collect();
    let (least, most, all) = (*done.iter().min().unwrap(), *done.iter().max().unwrap(), done.iter().sum::<u64>());
    println!("{WRITERS} writers, {all} acts, from {least} to {most} each, longest wait {longest} ms, none refused");
    // At the start of a short run some have begun while others still start.
    if all > 400 * WRITERS as u64 {
        assert!(least * SHARE * WRITERS as u64 > all, "starved: {done:?}");
    }
    let kept = units(&path);
    assert!(kept.values().all(|count| *count == 1), "doubled");
    assert!(units_told.iter().all(|name| kept.contains_key(name)), "lost");
    assert_eq!(kept.len(), before + units_told.len());
    sound(&path);
}
