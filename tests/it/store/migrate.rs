//! Files of every earlier schema are brought to the present one: nothing of them is lost, and killed in the middle they are what they were.
//!
//! `tests/data/schema/vN.sql` is a file of schema N as `sqlite3 FILE .dump` wrote it, with its two marks. A new one is made of what
//! [`eventful`] fills, by the program that still has that schema (docs/architecture.md).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use huishen::domain::command::{Actor, Command, Verdict, WantedRole};
use huishen::domain::grade::Grade;
use huishen::domain::ids::{RecordId, SessionId, TargetId};
use huishen::domain::people::{Role, Scope};
use huishen::domain::register::Register;
use huishen::domain::session::wish::{NewSession, SessionWish as Want, Vote};
use huishen::domain::session::{Seat, Share};
use huishen::domain::view::Draft;
use huishen::store::{FixedClock, OpenError, Store, SystemClock};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::registers::record;
use super::{MINUTE, MORNING, actor, everyone, hand_in, link, person, review, small, submit};

/// Where `cargo test` leaves a file of the present schema when this names one.
const WANTED: &str = "HUISHEN_OLD_FILE";
/// Tables whose rows no upgrade may change.
const KEPT: [&str; 2] = ["journal", "draft"];

/// Puts into a file something of everything that can happen, and unsent text.
fn eventful(path: &Path) {
    small(path);
    let mut store = Store::open(path).unwrap();
    let all = actor(everyone("全权"));
    let (target, seen) = (TargetId(2), None);
    let reason = "项目取消".to_owned();
    for command in [
        review(1, "desk", Verdict::Pass, Grade::Good),
        Command::Undo { target: TargetId(1), seen: None },
        link(1, 2, 2, 1, true),
        Command::Unlink { target: TargetId(1), round: 2, objective: 2, indicator: 1 },
        Command::Withdraw { target, seen, reason },
        hand_in(1, 1, 3),
        hand_in(0, 2, 1),
        submit(3),
        review(3, "department", Verdict::Pass, Grade::Good),
        review(3, "desk", Verdict::Pass, Grade::Good),
        review(3, "performance", Verdict::Pass, Grade::Good),
        review(3, "budget", Verdict::Pass, Grade::Good),
    ] {
        assert!(!store.execute(&all, &command).unwrap().is_empty(), "{command:?}");
    }
    meet(&mut store, &all);
    let (findings, _) = store.findings(&all.user, TargetId(3)).unwrap();
    let key = findings.report.findings[0].key.clone();
    let waive = Command::Waive { target: TargetId(3), key, reason: "已核对".to_owned() };
    assert!(!store.execute(&all, &waive).unwrap().is_empty());
    super::execution::executed(&mut store);
    super::assessments::assessed(&mut store);
    super::verify::keyed(path);
    for register in Register::ALL {
        for (version, reason) in [(0, ""), (1, "核对后更正")] {
            let contents = Box::new(record(register, 1, version));
            store.execute(&all, &Command::Record { contents, reason: reason.to_owned() }).unwrap();
        }
    }
    let remove = Command::RemoveRecord { record: RecordId(1), seen: None, reason: "重复".to_owned() };
    assert!(!store.execute(&all, &remove).unwrap().is_empty());
    set_back(path);
    for (user, form, minute) in [("全权", "review", 1), ("教科文股经办", "amend", 2)] {
        let at = huishen::domain::time::Instant(MORNING.0 + minute * MINUTE);
        let draft =
            Draft {
                target: TargetId(1), form: form.to_owned(), body: "{\"opinion\":\"写到一半'\"}".to_owned(), at
            };
        store.save_draft(user, &draft).unwrap();
    }
}

/// An act while the clock stands behind the journal: that is a row of its own.
fn set_back(path: &Path) {
    let mut store = Store::open_with(path, Arc::new(FixedClock::at(MORNING)), false).unwrap();
    let all = actor(everyone("全权"));
    let contents = Box::new(record(Register::ALL[0], 0, 2));
    store.execute(&all, &Command::Record { contents, reason: "更正".to_owned() }).unwrap();
    let rows = store.entries(&all.user, None, None, Some(3)).unwrap();
    assert!(rows.iter().any(|row| row.event.kind() == "clock-set-back"));
}

/// A joint session on the third target, from its making to its end, and one that is being prepared.
fn meet(store: &mut Store, all: &Actor) {
    let names = |users: &[&str]| users.iter().map(|user| (*user).to_owned()).collect::<Vec<_>>();
    let session = |name: &str| {
        let quorum = Some(Share(2, 3));
        Command::MakeSession(NewSession { name: name.to_owned(), day: None, quorum, minutes: Some(30) })
    };
    let wish = |want| Command::Session { session: SessionId(1), wish: Box::new(want) };
    let mut must = |actor: &Actor, command: Command| {
        assert!(!store.execute(actor, &command).unwrap().is_empty(), "{command:?}");
    };
    for (name, role) in [("主任", Role::Chair), ("记录", Role::Recorder), ("委员", Role::Panel)] {
        let roles = vec![WantedRole { role, unit: None, desk: None }];
        must(all, Command::AddUser { name: name.to_owned(), login: None, roles });
    }
    must(all, session("第一次会审"));
    for (user, seat) in [("主任", Seat::Chair), ("记录", Seat::Recorder), ("委员", Seat::Panel)] {
        must(all, wish(Want::Seat { users: names(&[user]), seat }));
    }
    must(all, wish(Want::Add { targets: vec![TargetId(3)] }));
    let chair = actor(person("主任", &[(Role::Chair, Scope::County)]));
    must(&chair, wish(Want::Open { present: names(&["委员"]) }));
    let vote = Want::Vote(Vote {
        member: None,
        target: None,
        grade: Grade::Good,
        points: Vec::new(),
        criteria: vec![Grade::Good; 6],
        opinion: "同意。".to_owned(),
        salt: format!("{:032x}", 1),
    });
    must(&actor(person("委员", &[(Role::Panel, Scope::County)])), wish(vote));
    let decision = Want::Decide {
        seen: None,
        points: Vec::new(),
        criteria: Vec::new(),
        grade: Grade::Good,
        opinion: "会审评定为良。".to_owned(),
        due: None,
    };
    for want in [Want::Reveal, decision, Want::Close] {
        must(&chair, wish(want));
    }
    must(all, session("第二次会审"));
}

#[test]
fn a_file_of_the_present_schema_can_be_kept_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = std::env::var_os(WANTED).map_or_else(|| folder.path().join("a.db"), PathBuf::from);
    eventful(&path);
    let store = Store::open(&path).unwrap();
    assert_eq!((store.verify().unwrap().faults, store.upgraded()), (vec![], None));
    let kinds = texts(&path, "select distinct kind from journal");
    assert_eq!(kinds.len(), texts(&path, "select distinct kind from journal where version = 1").len());
    assert!(kinds.len() >= 22, "something of every kind: {kinds:?}");
    assert!(kinds.iter().any(|kind| kind == "findings-changed"), "{kinds:?}");
}

/// The earlier schemas with the files that have them.
pub(crate) fn earlier() -> Vec<(i32, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema");
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name.trim_start_matches('v').parse().unwrap(), fs::read_to_string(path).unwrap())
        })
        .collect();
    found.sort();
    found
}

/// A file of an earlier schema.
pub(crate) fn old(folder: &Path, dump: &str) -> PathBuf {
    let path = folder.join("a.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(dump).unwrap();
    conn.execute_batch("pragma journal_mode = wal").unwrap();
    path
}

fn texts(path: &Path, sql: &str) -> Vec<String> {
    let conn = Connection::open(path).unwrap();
    let mut sql = conn.prepare(sql).unwrap();
    sql.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// All rows of the kept tables, column by column.
fn kept(path: &Path) -> Vec<Vec<(String, Value)>> {
    let conn = Connection::open(path).unwrap();
    let mut all = Vec::new();
    for table in KEPT {
        let mut sql = conn.prepare(&format!("select rowid as place, * from {table} order by rowid")).unwrap();
        let names: Vec<_> = sql.column_names().map(|name| format!("{table}.{name}")).collect();
        let mut rows = sql.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            all.push(names.iter().enumerate().map(|(at, name)| (name.clone(), row.get(at).unwrap())).collect());
        }
    }
    all
}

fn version(path: &Path) -> i32 {
    Connection::open(path).unwrap().query_row("pragma user_version", [], |row| row.get(0)).unwrap()
}

/// The schema of a file that this program makes.
fn present(folder: &Path) -> i32 {
    let path = folder.join("fresh.db");
    drop(Store::create(&path).unwrap());
    version(&path)
}

#[test]
fn every_earlier_schema_comes_to_the_present_one() {
    let all = earlier();
    let folder = tempfile::tempdir().unwrap();
    let known: Vec<_> = all.iter().map(|(version, _)| *version).collect();
    assert_eq!(known, (1..present(folder.path())).collect::<Vec<_>>(), "a file of each earlier schema");
    for (from, dump) in all {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path(), &dump);
        let before = kept(&path);
        assert!(before.len() > 30, "{}", before.len());
        let mut store = Store::open(&path).unwrap();
        let upgraded = store.upgraded().unwrap().clone();
        assert_eq!((upgraded.from, &upgraded.backup), (from, &folder.path().join(format!("a.db.v{from}.bak"))));
        assert_eq!(version(&path), present(folder.path()));
        let report = store.verify().unwrap();
        assert!(report.is_clean() && report.proved, "schema {from}: {:?}", report.faults);
        assert_eq!(kept(&path), before, "schema {from}");
        assert_eq!((kept(&upgraded.backup), version(&upgraded.backup)), (before, from));
        let all = actor(everyone("全权"));
        assert!(!store.execute(&all, &link(1, 2, 2, 1, true)).unwrap().is_empty());
        let again = Store::open(&path).unwrap();
        assert_eq!((again.verify().unwrap().faults, again.upgraded()), (vec![], None));
    }
}

#[test]
fn no_backup_is_written_over_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), &earlier()[0].1);
    for taken in ["a.db.v1.bak", "a.db.v1.2.bak"] {
        fs::write(folder.path().join(taken), "别人的").unwrap();
    }
    fs::write(folder.path().join("a.db.v1.part"), "半途而废").unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.upgraded().unwrap().backup, folder.path().join("a.db.v1.3.bak"));
    for taken in ["a.db.v1.bak", "a.db.v1.2.bak"] {
        assert_eq!(fs::read_to_string(folder.path().join(taken)).unwrap(), "别人的");
    }
    assert!(!folder.path().join("a.db.v1.part").exists());
}

#[test]
fn of_several_programs_one_upgrades() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), &earlier()[0].1);
    let upgraded = std::thread::scope(|scope| {
        let open = || Store::open(&path).unwrap().upgraded().is_some();
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).filter(|done| *done).count()
    });
    assert_eq!(upgraded, 1);
    let backups = fs::read_dir(folder.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".bak"));
    assert_eq!(backups.count(), 1);
}

/// A file of the first schema with a journal long enough that its upgrade takes a while.
fn long(folder: &Path) -> PathBuf {
    let filled = folder.join("filled.db");
    super::create(&filled).0.fill_bench(400, &mut |_| ()).unwrap();
    let path = old(folder, &earlier()[0].1);
    let conn = Connection::open(&path).unwrap();
    conn.execute("attach ?1 as filled", [filled.to_str().unwrap()]).unwrap();
    conn.execute_batch(
        "pragma foreign_keys = off; delete from journal; insert into main.journal select * from filled.journal",
    )
    .unwrap();
    path
}

#[test]
fn killed_in_the_middle_the_file_is_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = long(folder.path());
    let before = kept(&path);
    let mut interrupted = 0;
    let mut pause = Duration::from_millis(1);
    while version(&path) == 1 {
        let mut child = super::processes::play("upgrade", &path);
        std::thread::sleep(pause);
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += u32::from(version(&path) == 1);
        assert_eq!(kept(&path), before);
        assert!(Store::open_with(&path, Arc::new(SystemClock), true).is_err() || version(&path) > 1);
        pause = pause * 5 / 4;
    }
    assert!(interrupted > 3, "{interrupted}");
    let store = Store::open(&path).unwrap();
    assert_eq!(store.verify().unwrap().faults, []);
    assert_eq!(kept(&path), before);
}

#[test]
fn a_journal_that_does_not_hold_is_not_upgraded() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), &earlier()[0].1);
    Connection::open(&path)
        .unwrap()
        .execute_batch("update journal set payload = replace(payload, '会审', '会議')")
        .unwrap();
    let before = kept(&path);
    let Err(error) = Store::open(&path) else { panic!("a damaged file was upgraded") };
    assert!(matches!(&error, OpenError::Unsound(_, 1, first) if first.contains("journal")), "{error:?}");
    assert!(error.words().contains("huishen verify"), "{}", error.words());
    assert_eq!((version(&path), kept(&path)), (1, before));
    assert!(!texts(&path, "select name from sqlite_schema").iter().any(|name| name.starts_with("before_")));
}

#[test]
fn a_frozen_file_is_told_to_be_upgraded_by_somebody() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), &earlier()[0].1);
    let Err(error) = Store::open_with(&path, Arc::new(SystemClock), true) else {
        panic!("a file of an earlier schema was read")
    };
    assert_eq!(error, OpenError::Older(path.clone(), 1, present(folder.path())));
    assert!(error.words().contains("升级"), "{}", error.words());
    assert_eq!(version(&path), 1);
}

#[test]
fn a_program_that_was_open_does_not_write_into_the_new_schema() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    eventful(&path);
    let mut store = Store::open(&path).unwrap();
    let next = version(&path) + 1;
    Connection::open(&path).unwrap().execute_batch(&format!("pragma user_version = {next}")).unwrap();
    let refused = store.execute(&actor(everyone("全权")), &link(1, 2, 2, 1, true)).unwrap_err();
    assert!(refused.words().contains("新版本"), "{}", refused.words());
}

#[test]
fn the_command_line_tells_where_the_backup_lies() {
    let desk = crate::cli::Desk::new();
    let path = old(desk.db().parent().unwrap(), &earlier()[0].1);
    let list = desk.run(&["list", "--json"]);
    assert_eq!((list.code, &path), (0, &desk.db()), "{}", list.err);
    assert!(list.err.contains("a.db.v1.bak") && list.out.trim_start().starts_with('['), "{}", list.err);
    let again = desk.run(&["verify"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""), "{}", again.out);
}
