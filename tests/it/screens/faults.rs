//! What befalls the machine while a person works: told on the screen in words, the typed text kept, and when it is over the same keys do it.

use std::fs;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use super::{CTRL_S, find, open_with};
use crate::cli::Desk;
use crate::store::disk::faulty;
use crate::store::faults::sound;
use crate::terminal::Terminal;

/// What of the log fails, the number of the error (0: only a half is written), and what the screen then says.
const TROUBLES: [(&str, &str, &str); 5] = [
    ("write", "28", "磁盘已满"),
    ("write", "5", "写不进磁盘"),
    ("write", "0", "磁盘已满"),
    ("write", "30", "写不进磁盘"),
    ("sync", "5", "写不进磁盘"),
];

/// A review that is written and not sent yet.
fn written(terminal: &mut Terminal) {
    find(terminal, "残疾人康复");
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222\t指标与目标对应,同意。");
    terminal.wait_for("同意。");
}

/// How many reviews stand in the file.
fn reviews(db: &Path) -> i64 {
    rusqlite::Connection::open(db).unwrap().query_row("select count(*) from review", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_disk_that_fails_is_told_and_nothing_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shim) = faulty(folder.path()) else { return };
    for (call, error, words) in TROUBLES {
        let desk = Desk::sample();
        let when = desk.path("when");
        let given = [
            ("LD_PRELOAD", shim.to_str().unwrap()),
            ("FAULTY_CALL", call),
            ("FAULTY_FILE", "a.db-wal"),
            ("FAULTY_ERROR", error),
            ("FAULTY_TIMES", "1000000"),
            ("FAULTY_WHEN", when.to_str().unwrap()),
        ];
        let mut terminal = open_with(&desk, 100, 30, &given);
        written(&mut terminal);
        let before = reviews(&desk.db());
        fs::write(&when, "").unwrap();
        terminal.send(CTRL_S);
        let screen = terminal.wait_until(words, |screen| screen.contains(words) && screen.contains("没有写入"));
        assert!(!screen.contains("panicked") && !screen.contains("os error"), "{screen}");
        assert_eq!(reviews(&desk.db()), before, "nothing was written");
        fs::remove_file(&when).unwrap();
        terminal.send("\x1b");
        terminal.settle(std::time::Duration::from_millis(300));
        if !terminal.screen().contains("总体等级") {
            terminal.send("v");
            terminal.wait_for("总体等级");
        }
        terminal.wait_for("同意。");
        terminal.send(CTRL_S);
        terminal.wait_gone("总体等级");
        assert_eq!(reviews(&desk.db()), before + 1, "{call} {error}: the same keys do it");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0);
        sound(&desk.db());
    }
}

#[test]
fn a_file_replaced_under_an_open_screen_is_told() {
    let desk = Desk::sample();
    let copy = desk.path("copy.db");
    assert_eq!(desk.run(&["backup", copy.to_str().unwrap()]).code, 0);
    let mut terminal = open_with(&desk, 100, 30, &[]);
    written(&mut terminal);
    assert_eq!(desk.run(&["restore", copy.to_str().unwrap(), "--force"]).code, 0);
    terminal.send(CTRL_S);
    let screen = terminal.wait_for("重新打开");
    assert!(!screen.contains("panicked"), "{screen}");
    assert!(terminal.screen().contains("同意。"), "the text is still there\n{screen}");
    terminal.kill_hard();
    sound(&desk.db());
}

#[test]
fn a_program_stopped_in_the_middle_is_waited_for() {
    let desk = Desk::sample();
    let mut terminal = open_with(&desk, 100, 30, &[]);
    written(&mut terminal);
    let before = reviews(&desk.db());
    // Another writer has its turn and is stopped in it.
    let mut other = std::process::Command::new("flock");
    let lock = desk.path("a.db.lock");
    let Ok(mut other) = other.arg("-o").arg(&lock).args(["sleep", "30"]).spawn() else { return };
    std::thread::sleep(std::time::Duration::from_millis(200));
    kill_process(Pid::from_child(&other), Signal::STOP).unwrap();
    terminal.send(CTRL_S);
    terminal.settle(std::time::Duration::from_millis(600));
    // Whoever presses the key again is told that it is under way.
    terminal.send(CTRL_S);
    let screen = terminal.wait_for("正在提交");
    assert!(screen.contains("同意。"), "{screen}");
    assert_eq!(reviews(&desk.db()), before);
    // Its end gives the turn back; the program that waits goes on by itself.
    other.kill().unwrap();
    other.wait().unwrap();
    terminal.wait_gone("总体等级");
    assert_eq!(reviews(&desk.db()), before + 1);
    terminal.kill_hard();
    sound(&desk.db());
}
