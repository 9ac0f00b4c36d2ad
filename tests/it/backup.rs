//! Copies, restoring, rescuing and the audit's journal as a keeper of the file meets them on the command line.

use std::fs;

use rusqlite::Connection;

use super::cli::Desk;

fn change(desk: &Desk, sql: &str) {
    Connection::open(desk.db()).unwrap().execute_batch(&format!("pragma foreign_keys = off; {sql}")).unwrap();
}

#[test]
fn a_copy_is_made_lost_acts_are_named_and_the_file_comes_back() {
    let desk = Desk::sample();
    let copy = desk.path("copy.db");
    let copy = copy.to_str().unwrap();
    let made = desk.run(&["backup", copy]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.out.contains("已备份并核对"), "{}", made.out);
    let again = desk.run(&["backup", "--to", copy]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("--force"), "{}", again.err);
    assert_eq!(desk.run(&["backup", copy, "--force"]).code, 0);
    let listed = desk.run(&["list"]).out;
    assert_eq!(desk.run(&["user", "add", "李四", "--role", "desk", "--desk", "教科文股"]).code, 0);
    let refused = desk.run(&["restore", copy]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("1 行") && refused.err.contains("--force"), "{}", refused.err);
    let restored = desk.run(&["restore", copy, "--force"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert!(restored.out.contains("放弃了") && restored.out.contains("a.db.before-"), "{}", restored.out);
    assert_eq!(desk.run(&["list"]).out, listed);
    let verified = desk.run(&["verify"]);
    assert_eq!(verified.code, 0, "{}{}", verified.out, verified.err);
}

#[test]
fn a_copy_without_a_name_and_the_days_copy_lie_beside_the_file() {
    let desk = Desk::sample();
    assert_eq!(desk.run(&["backup"]).code, 0);
    let daily = desk.run(&["backup", "--daily", "--keep", "2"]);
    assert_eq!(daily.code, 0, "{}", daily.err);
    assert!(desk.run(&["backup", "--daily"]).out.contains("当天已有备份"));
    let names: Vec<_> = fs::read_dir(desk.path("a.db.copies")).unwrap().collect();
    assert_eq!(names.len(), 3, "two copies and the lock: {names:?}");
    assert_eq!(desk.run(&["backup", "--keep", "2"]).code, 2, "how many days is about the day's copy");
}

#[test]
fn only_who_keeps_the_file_copies_it() {
    let desk = Desk::sample();
    for person in ["教科文股经办", "会审主持", "审计局观察"] {
        let refused = desk.run(&["--as", person, "backup"]);
        assert_eq!(refused.code, 1, "{person}: {}{}", refused.out, refused.err);
        assert!(refused.err.contains("系统管理员") || refused.err.contains("只读"), "{}", refused.err);
    }
    assert!(!desk.path("a.db.copies").exists());
    assert_eq!(desk.run(&["--as", "系统管理员", "backup"]).code, 0);
}

#[test]
fn damage_is_told_with_what_can_be_done_and_is_mended() {
    let desk = Desk::sample();
    assert_eq!(desk.run(&["backup", "--daily"]).code, 0);
    let good = desk.run(&["verify", "--quick"]);
    assert!(good.code == 0 && good.out.contains("快速核验通过:日志最新 200 行"), "{}{}", good.out, good.err);
    change(&desk, "update target set amount = amount + 1 where id = 3");
    assert_eq!(desk.run(&["verify", "--quick"]).code, 0, "the tables are the whole check's");
    let bad = desk.run(&["verify"]);
    assert_eq!(bad.code, 1);
    assert!(bad.out.contains("target #3 amount") && bad.out.contains("rescue"), "{}", bad.out);
    assert!(bad.out.contains("a.db.copies/20"), "{}", bad.out);
    let to = desk.path("new.db");
    let to = to.to_str().unwrap();
    let rescued = desk.run(&["rescue", "--to", to]);
    assert_eq!(rescued.code, 0, "{}", rescued.err);
    assert!(rescued.out.contains("没有丢失"), "{}", rescued.out);
    assert_eq!(desk.run(&["restore", to]).code, 0);
    assert_eq!(desk.run(&["verify"]).code, 0);
    change(&desk, "update journal set actor = '别人' where seq = (select max(seq) from journal)");
    let bad = desk.run(&["verify", "--quick"]);
    assert!(bad.code == 1 && bad.out.contains("内容与哈希不符"), "{}", bad.out);
    let rescued = desk.run(&["rescue", "--to", desk.path("b.db").to_str().unwrap()]);
    assert!(rescued.code == 1 && rescued.out.contains("b.db.rest.jsonl"), "{}", rescued.out);
}

#[test]
fn the_audit_reads_the_journal_with_its_hashes() {
    let desk = Desk::sample();
    let given = desk.run(&["journal", "--audit"]);
    let last: serde_json::Value = serde_json::from_str(given.out.lines().last().unwrap()).unwrap();
    let head = desk.json(&["verify", "--json"]);
    if given.code == 0 {
        assert_eq!(head["head"]["hash"], last["hash"]);
    } else {
        assert!(given.err.contains("尚未亮出"), "{}", given.err);
    }
    assert_eq!(head["heads"], 1, "what was given out is kept");
    assert_eq!(desk.run(&["--as", "教科文股经办", "journal", "--audit"]).code, 1);
}

#[test]
fn what_is_no_copy_is_told_apart_from_the_file_itself() {
    let desk = Desk::founded();
    std::fs::write(desk.path("other.txt"), "x".repeat(5000)).unwrap();
    for (copy, words) in [("other.txt", "不是会审的备份"), ("none.db", "没有备份文件")] {
        let ended = desk.run(&["restore", desk.path(copy).to_str().unwrap()]);
        assert!(ended.code != 0 && ended.err.contains(words) && !ended.err.contains("--db"), "{}", ended.err);
    }
    let nowhere = desk.path("nowhere/a.db");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_huishen"));
    let ended = program.args(["restore", "a.db", "--db", nowhere.to_str().unwrap()]).output().unwrap();
    assert!(!ended.status.success() && String::from_utf8_lossy(&ended.stderr).contains("nowhere"));
}
