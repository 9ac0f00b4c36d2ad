//! The journal given out for the audit: whoever has the lines can check them, with the script that the docs print or by their description; and the heads
//! that were given out find a tail that was cut.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command as Program, Stdio};
use std::sync::Arc;

use huishen::domain::command::Command;
use huishen::domain::people::{Role, Scope, UnitLevel};
use huishen::domain::refusal::Refusal;
use huishen::domain::target::UnitName;
use huishen::domain::time::Instant;
use huishen::store::{Audited, FaultKind, FixedClock, GivenIn, Store};
use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{MINUTE, MORNING, actor, everyone, person, small};

fn fresh() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    (folder, path)
}

fn audit(path: &Path, role: Role) -> Result<(Vec<String>, Audited), Refusal> {
    let mut lines = Vec::new();
    let viewer = person("审计", &[(role, Scope::County)]);
    let audited = Store::open_reading(path).unwrap().audit(&viewer, &mut |line| {
        lines.push(line.to_owned());
        Ok::<_, Refusal>(())
    })?;
    Ok((lines, audited))
}

/// The rows that do not hold, checked as docs/audit.md describes it.
fn wrong(lines: &[String]) -> Vec<usize> {
    let mut last = "0".repeat(64);
    let mut wrong = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let row: Value = serde_json::from_str(line).unwrap();
        let mut whole = String::new();
        for name in ["seq", "at", "actor", "on_behalf", "origin", "kind", "version", "target", "payload", "previous"] {
            let text = match &row[name] {
                Value::Null => {
                    whole.push('-');
                    continue;
                }
                Value::String(text) => text.clone(),
                number => number.to_string(),
            };
            write!(whole, "{}:{text}", text.len()).unwrap();
        }
        let hash = huishen::domain::target::hex(&Sha256::digest(whole));
        if row["seq"] != place + 1 || row["previous"] != *last || row["hash"] != *hash {
            wrong.push(place + 1);
        }
        row["hash"].as_str().unwrap().clone_into(&mut last);
    }
    wrong
}

/// The script of the docs.
fn script() -> String {
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/audit.md")).unwrap();
    let (_, rest) = docs.split_once("```python\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// What the script says and how it ends; nothing where there is no Python.
fn by_script(lines: &[String]) -> Option<(bool, String)> {
    let mut python = Program::new("python3")
        .args(["-c", &script()])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = python.stdin.take().unwrap();
    input.write_all(format!("{}\n", lines.join("\n")).as_bytes()).unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    Some((output.status.success(), String::from_utf8(output.stdout).unwrap()))
}

#[test]
fn the_lines_are_checked_without_this_program() {
    assert!(script().lines().count() <= 20, "twenty lines that anybody reads");
    let (_folder, path) = fresh();
    let (lines, audited) = audit(&path, Role::Observer).unwrap();
    let head = Store::open(&path).unwrap().head().unwrap().unwrap();
    assert_eq!(audited, Audited { head: Some(head.clone()), sealed_from: None });
    assert_eq!(lines.len(), usize::try_from(head.seq).unwrap());
    assert_eq!(wrong(&lines), [] as [usize; 0]);
    if let Some((good, said)) = by_script(&lines) {
        assert!(good && said.contains(&head.hash), "{said}");
    }
    let ten = lines[9].replacen("\"seq\":10", "\"seq\":11", 1);
    let forged = lines[4].replacen("全权", "别人", 1);
    let earlier = lines[6].replacen("\"at\":1795510800", "\"at\":1795510700", 1);
    let cases: [(&str, Vec<String>); 4] = [
        ("a row is missing", [&lines[..4], &lines[5..]].concat()),
        ("another person", [&lines[..4], &[forged], &lines[5..]].concat()),
        ("another time", [&lines[..6], &[earlier], &lines[7..]].concat()),
        ("another number", [&lines[..9], &[ten], &lines[10..]].concat()),
    ];
    for (what, changed) in cases {
        assert_ne!(changed, lines, "{what}");
        assert!(!wrong(&changed).is_empty(), "{what}");
        if let Some((good, said)) = by_script(&changed) {
            assert!(!good && said.contains("不符"), "{what}: {said}");
        }
    }
}

#[test]
fn only_who_audits_reads_the_journal_whole() {
    let (_folder, path) = fresh();
    for role in Role::ALL {
        let given = audit(&path, role);
        assert_eq!(given.is_ok(), matches!(role, Role::Observer | Role::Admin), "{role:?}");
    }
}

#[test]
fn a_sealed_ballot_ends_the_lines_until_it_is_revealed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    super::sessions::held(&path);
    let (lines, audited) = audit(&path, Role::Observer).unwrap();
    let from = audited.sealed_from.unwrap();
    assert_eq!(lines.len(), usize::try_from(from - 1).unwrap());
    assert_eq!(wrong(&lines), [] as [usize; 0]);
    let kind: String = Connection::open(&path)
        .unwrap()
        .query_row("select kind from journal where seq = ?1", [from], |row| row.get(0))
        .unwrap();
    assert_eq!(kind, "session-sealed");
    assert!(lines.iter().any(|line| line.contains("session-sealed")), "those that were revealed are there");
}

/// Cuts the journal after a row, and makes the tables anew from what is left, as somebody would who knows how.
fn cut(path: &Path, to: &Path, after: i64) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(&format!("pragma foreign_keys = off; delete from journal where seq > {after}")).unwrap();
    drop(conn);
    huishen::store::rescue(path, to).unwrap();
    fs::rename(to, path).unwrap();
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(path.with_file_name(format!("a.db{ending}")));
    }
}

#[test]
fn a_tail_that_was_cut_is_missed_by_the_heads_that_were_given_out() {
    let (folder, path) = fresh();
    let store = Store::open(&path).unwrap();
    let head = store.head().unwrap().unwrap();
    store.give_head(&head, "教科文股经办", GivenIn::Minutes);
    assert_eq!(store.verify().unwrap().heads, 1);
    drop(store);
    cut(&path, &folder.path().join("new.db"), head.seq - 2);
    let report = Store::open(&path).unwrap().verify().unwrap();
    let [fault] = report.faults.as_slice() else { panic!("{:?}", report.faults) };
    assert_eq!((fault.kind, fault.place.as_str()), (FaultKind::Head, format!("journal 行 {}", head.seq).as_str()));
    assert!(fault.what.contains("教科文股经办") && fault.what.contains("会议记录"), "{}", fault.what);
    assert!(!Store::open(&path).unwrap().verify_quick().unwrap().is_clean(), "the check of a moment sees it too");
    // Other acts written in their place do not hide it.
    let mut store = Store::open(&path).unwrap();
    for name in ["一", "二", "三"] {
        let unit = UnitName { code: None, name: name.to_owned() };
        let add = Command::AddUnit { unit, level: UnitLevel::First, desk: String::new() };
        store.execute(&actor(everyone("全权")), &add).unwrap();
    }
    let report = store.verify().unwrap();
    let [fault] = report.faults.as_slice() else { panic!("{:?}", report.faults) };
    assert_eq!((fault.kind, fault.expected.as_ref()), (FaultKind::Head, Some(&head.hash)));
    assert!(fault.what.contains("改写"), "{}", fault.what);
}

#[test]
fn a_line_of_heads_cut_by_a_crash_is_no_fault_and_garbage_is() {
    let (_folder, path) = fresh();
    let store = Store::open(&path).unwrap();
    store.give_head(&store.head().unwrap().unwrap(), "全权", GivenIn::Document);
    let heads = path.with_file_name("a.db.heads");
    let good = fs::read_to_string(&heads).unwrap();
    fs::write(&heads, format!("{good}{}", &good[..20])).unwrap();
    assert!(store.verify().unwrap().is_clean());
    fs::write(&heads, format!("垃圾\n{good}")).unwrap();
    let report = store.verify().unwrap();
    assert_eq!(report.faults[0].kind, FaultKind::Head);
    assert!(report.faults[0].what.contains("第 1 行"), "{}", report.faults[0].what);
}

#[test]
fn a_clock_that_was_set_back_is_on_record_and_noted() {
    let (_folder, path) = fresh();
    let clock = Arc::new(FixedClock::at(Instant(MORNING.0 + 400 * 24 * 60 * MINUTE)));
    let mut store = Store::open_with(&path, clock.clone(), false).unwrap();
    let all = actor(everyone("全权"));
    let mut add = |name: &str| {
        let unit = UnitName { code: None, name: name.to_owned() };
        let add = Command::AddUnit { unit, level: UnitLevel::First, desk: String::new() };
        store.execute(&all, &add).unwrap();
        (store.verify().unwrap(), store.head().unwrap().unwrap())
    };
    let (report, ahead) = add("时钟快了");
    let [note] = report.notes.as_slice() else { panic!("{:?}", report.notes) };
    assert!(note.what.contains("400 天"), "{note:?}");
    clock.set(Instant(ahead.at.0 - MINUTE / 2));
    assert_eq!(add("差半分钟").0.notes.len(), 1, "writers cross by as much");
    clock.set(Instant(MORNING.0 + MINUTE));
    let (report, head) = add("时钟改正");
    assert_eq!(head.at, ahead.at, "times never run backwards");
    assert!(report.is_clean() && report.notes.len() == 2, "{report:?}");
    assert!(report.notes[1].what.contains("时钟回拨") && report.notes[1].what.contains("2026-11-24"), "{report:?}");
    assert!(report.notes[1].place.ends_with(&(head.seq - 1).to_string()), "before the act that was done then");
}
