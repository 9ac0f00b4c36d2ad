//! Several programs on one file: nothing is lost, nobody is starved, and a program killed while it writes leaves a file that holds.
//! The tests start this test program again with the name of a scene in the environment; [`scene`] then plays it.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command as Program, Stdio};
use std::sync::Barrier;
use std::thread;

use huishen::domain::command::{Command, Verdict};
use huishen::domain::grade::Grade;
use huishen::domain::ids::TargetId;
use huishen::domain::people::UnitLevel;
use huishen::domain::refusal::Refusal;
use huishen::domain::target::UnitName;
use huishen::store::{Store, SystemClock};

use super::{actor, add_unit, everyone, found, hand_in, review, submit};

const SCENE: &str = "HUISHEN_STORE_SCENE";
const FILE: &str = "HUISHEN_STORE_FILE";
const MANY: u32 = 25;

fn unit(name: String) -> Command {
    Command::AddUnit { unit: UnitName { code: None, name }, level: UnitLevel::First, desk: "教科文股".to_owned() }
}

#[test]
fn scene() {
    let (Ok(name), Ok(path)) = (env::var(SCENE), env::var(FILE)) else { return };
    let mut store = Store::open(Path::new(&path)).unwrap();
    if name == "upgrade" {
        return;
    }
    if let Some(place) = name.strip_prefix("crowd") {
        return super::crowd::write(Path::new(&path), place, |line| println!("\n{line}"));
    }
    let me = actor(everyone(&name));
    if name == "stubborn" {
        return stubborn(&mut store, &me).for_each(|line| println!("\n{line}"));
    }
    let count = if name.starts_with("endless") { u32::MAX } else { MANY };
    for number in 0..count {
        let unit_name = format!("{name}单位{number}");
        store.execute(&me, &unit(unit_name.clone())).unwrap();
        println!("\nwrote {unit_name}");
    }
}

/// Tries each of some acts, whatever became of the one before; what to say of each.
fn stubborn(store: &mut Store, me: &huishen::domain::command::Actor) -> impl Iterator<Item = String> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let run = std::process::id();
    (0..12).map(move |number| {
        let unit_name = format!("不屈{run}单位{number}");
        match store.execute(me, &unit(unit_name.clone())) {
            Ok(_) => format!("wrote {unit_name}"),
            Err(refusal) => format!("refused {}", refusal.words()),
        }
    })
}

/// Starts this program in a scene; the scene's name is also its person's.
pub fn play(name: &str, path: &Path) -> Child {
    let mut program = Program::new(env::current_exe().unwrap());
    program.args(["--exact", "store::processes::scene", "--nocapture"]);
    program.env(SCENE, name).env(FILE, path).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap()
}

fn started(path: &Path) -> Store {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let mut store = Store::create(path).unwrap();
    store.execute(&actor(everyone("全权")), &found()).unwrap();
    store
}

fn units(path: &Path) -> Vec<String> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut sql = conn.prepare("select name from unit order by id").unwrap();
    sql.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn what_several_processes_write_arrives_complete() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = started(&path);
    let names = ["甲", "乙", "丙", "丁"];
    let children: Vec<_> = names.iter().map(|name| play(name, &path)).collect();
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    let written = units(&path);
    assert_eq!(written.len(), names.len() * MANY as usize);
    for name in names {
        let own: Vec<_> = written.iter().filter(|unit| unit.starts_with(name)).cloned().collect();
        let expected: Vec<_> = (0..MANY).map(|number| format!("{name}单位{number}")).collect();
        assert_eq!(own, expected, "each one's own in its order");
    }
    let report = store.verify().unwrap();
    assert!(report.is_clean(), "{:?}", report.faults);
    assert_eq!(report.rows, 1 + u64::from(MANY) * 4);
}

#[test]
fn a_process_killed_while_it_writes_leaves_a_file_that_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(started(&path));
    for turn in 0..6 {
        let mut child = play(&format!("endless{turn}"), &path);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut told = Vec::new();
        while told.len() < 3 + turn * 4 {
            let line = lines.next().unwrap().unwrap();
            told.extend(line.strip_prefix("wrote ").map(str::to_owned));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        told.extend(lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("wrote ").map(str::to_owned)));
        let mut store = Store::open(&path).unwrap();
        let report = store.verify().unwrap();
        assert!(report.is_clean(), "{:?}", report.faults);
        let kept = units(&path);
        let lost: Vec<_> = told.iter().filter(|name| name.ends_with(|c: char| c.is_ascii_digit())).collect();
        // The last line may have been cut by the kill; every whole one was told after its commit.
        let lost: Vec<_> = lost[..lost.len() - 1].iter().filter(|name| !kept.contains(**name)).collect();
        assert!(lost.is_empty(), "told and lost: {lost:?}");
        store.execute(&actor(everyone("全权")), &unit(format!("此后{turn}"))).unwrap();
    }
}

#[test]
fn of_two_acts_on_one_version_exactly_one_counts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut store = started(&path);
    let all = actor(everyone("全权"));
    for command in [add_unit(0), hand_in(0, 0, 1), submit(1)] {
        store.execute(&all, &command).unwrap();
    }
    let seen = store.execute(&all, &review(1, "department", Verdict::Pass, Grade::Good)).unwrap();
    assert_eq!(seen.len(), 1);
    let version = 4;
    let start = Barrier::new(2);
    let race = |name: &'static str| {
        let mut store = Store::open_with(&path, std::sync::Arc::new(SystemClock), false).unwrap();
        let Command::Review(mut wish) = review(1, "desk", Verdict::Pass, Grade::Good) else { unreachable!() };
        wish.seen = Some(version);
        start.wait();
        (name, store.execute(&actor(everyone(name)), &Command::Review(wish)))
    };
    let results = thread::scope(|scope| {
        let threads = [scope.spawn(|| race("甲")), scope.spawn(|| race("乙"))];
        threads.map(|thread| thread.join().unwrap())
    });
    let winners: Vec<_> = results.iter().filter(|(_, result)| result.is_ok()).map(|(name, _)| *name).collect();
    let [winner] = winners.as_slice() else { panic!("{results:?}") };
    let refused = results.iter().find_map(|(_, result)| result.as_ref().err()).unwrap();
    let Refusal::Stale { who, what, .. } = refused else { panic!("{refused:?}") };
    assert_eq!((who.as_str(), what.as_str()), (*winner, "review-given"));
    assert!(refused.words().contains(winner), "{}", refused.words());
    let late = Command::Withdraw { target: TargetId(1), seen: Some(version), reason: "不再申请".to_owned() };
    assert!(matches!(store.execute(&all, &late), Err(Refusal::Stale { .. })));
    assert!(store.verify().unwrap().is_clean());
}

#[test]
fn stores_of_many_threads_all_get_their_turn() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = started(&path);
    thread::scope(|scope| {
        for name in ["甲", "乙", "丙", "丁", "戊", "己"] {
            let path = &path;
            scope.spawn(move || {
                let mut store = Store::open(path).unwrap();
                for number in 0..10 {
                    store.execute(&actor(everyone(name)), &unit(format!("{name}{number}"))).unwrap();
                }
            });
        }
    });
    assert_eq!(units(&path).len(), 60);
    assert!(store.verify().unwrap().is_clean());
}
