//! What befalls the machine while a screen is open and reads: rows that cannot be read, a disk that may only be read, no inotify; and what is told while a
//! file of an earlier version is brought to the present one.

use std::fs;
use std::path::Path;
use std::process::Command as Program;
use std::time::Duration;

use portable_pty::CommandBuilder;

use super::{CTRL_S, find, open_with};
use crate::cli::Desk;
use crate::store::disk::faulty;
use crate::store::faults::sound;
use crate::store::migrate::{earlier, old};
use crate::terminal::{Terminal, World};

pub(super) const NO_ROOM: &str = "not tried: no namespaces of one's own here";

/// Opens the screens in a room of its own, after a script has prepared it. `None` where the system gives nobody one.
fn in_a_room(desk: &Desk, script: &str) -> Option<Terminal> {
    in_a_room_of((100, 30), "zh", desk, script)
}

/// The same at a size and in a language.
pub(super) fn in_a_room_of((columns, rows): (u16, u16), lang: &str, desk: &Desk, script: &str) -> Option<Terminal> {
    let can = Program::new("unshare").args(["-rm", "true"]).output().is_ok_and(|output| output.status.success());
    if !can {
        return None;
    }
    let mut command = CommandBuilder::new("unshare");
    command.args(["-rm", "sh", "-c", script]);
    for name in ["NO_COLOR", "HUISHEN_DB", "HUISHEN_LANG", "HUISHEN_CONFIG", "SSH_CONNECTION"] {
        command.env_remove(name);
    }
    let state = desk.path("state");
    for (name, value) in [("XDG_STATE_HOME", &state), ("XDG_CONFIG_HOME", &state), ("ROOM", &desk.path(""))] {
        command.env(name, value);
    }
    command.env("H", env!("CARGO_BIN_EXE_huishen"));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.env("HUISHEN_LANG", lang);
    Some(Terminal::spawn(command, columns, rows, World::Narrow))
}

fn write(terminal: &mut Terminal) {
    find(terminal, "残疾人康复");
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222\t指标与目标对应,同意。");
    terminal.wait_for("同意。");
}

/// Whether the first line ends with the mark that the file can only be read.
pub(super) fn is_marked(screen: &str) -> bool {
    screen.lines().next().is_some_and(|head| head.trim_end().ends_with(" 只读"))
}

fn counts(screen: &str) -> String {
    screen.lines().nth(1).unwrap_or_default().to_owned()
}

/// The text is where it was, the same keys send it, and the program ends as always.
fn go_on(mut terminal: Terminal) {
    terminal.send("v");
    terminal.wait_for("同意。");
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

/// A disk that reads no page of the file while another file is there.
fn unread<'a>(shim: &'a Path, when: &'a Path) -> [(&'static str, &'a str); 6] {
    [
        ("LD_PRELOAD", shim.to_str().unwrap()),
        ("FAULTY_CALL", "read"),
        ("FAULTY_FILE", "a.db"),
        ("FAULTY_ERROR", "5"),
        ("FAULTY_TIMES", "1000000"),
        ("FAULTY_WHEN", when.to_str().unwrap()),
    ]
}

#[test]
fn rows_that_cannot_be_read_are_told_and_nothing_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shim) = faulty(folder.path()) else { return };
    let desk = Desk::sample();
    let when = desk.path("when");
    let given = unread(&shim, &when);
    let mut terminal = open_with(&desk, 100, 30, &given);
    write(&mut terminal);
    // What is typed is kept a moment later, before the disk fails.
    terminal.settle(Duration::from_millis(1500));
    fs::write(&when, "").unwrap();
    // Others go on; what they did cannot be read here.
    assert_eq!(desk.run(&["submit", "#14"]).code, 0);
    let screen = terminal.wait_for("数据文件已损坏");
    assert!(screen.contains("rescue") && screen.contains("同意。"), "{screen}");
    terminal.send(CTRL_S);
    terminal.settle(Duration::from_millis(500));
    let screen = terminal.screen();
    assert!(screen.contains("同意。") && screen.contains("数据文件已损坏"), "{screen}");
    assert!(!screen.contains("panicked") && !screen.contains("os error"), "{screen}");
    let written = || {
        let sql = "select count(*) from review where opinion = '指标与目标对应,同意。'";
        rusqlite::Connection::open(desk.db()).unwrap().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let before = written();
    terminal.kill_hard();
    // With a disk that reads again the text is where it was, and the same keys send it.
    fs::remove_file(&when).unwrap();
    let mut terminal = open_with(&desk, 100, 30, &[]);
    find(&mut terminal, "残疾人康复");
    go_on(terminal);
    assert_eq!(written(), before + 1, "once");
    sound(&desk.db());
}

#[test]
fn what_the_check_at_the_start_could_not_read_is_looked_at_again() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shim) = faulty(folder.path()) else { return };
    let desk = Desk::sample();
    let when = desk.path("when");
    fs::write(&when, "").unwrap();
    let mut given = unread(&shim, &when).to_vec();
    given.extend([
        ("FAULTY_THREAD", "keeper"),
        // After the file was opened, and before all was looked at.
        ("FAULTY_AT", "12"),
    ]);
    let mut terminal = open_with(&desk, 100, 30, &given);
    terminal.wait_for("快速核验发现数据文件损坏");
    terminal.wait_until("the mark", is_marked);
    fs::remove_file(&when).unwrap();
    let screen = terminal.wait_for("数据文件又能正常读取");
    assert!(!is_marked(&screen), "{screen}");
    write(&mut terminal);
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    sound(&desk.db());
}

#[test]
fn on_a_disk_that_may_only_be_read_everything_is_shown_and_nothing_written_unsaid() {
    let desk = Desk::sample();
    fs::create_dir(desk.path("disk")).unwrap();
    // A disk on which files are open for writing cannot be made so: it is before the program begins. It may be written again while it runs.
    let script = r#"
        mount -t tmpfs -o size=16m tmpfs "$ROOM/disk" && cp "$ROOM/a.db" "$ROOM/disk/a.db" || exit 9
        mount -o remount,ro "$ROOM/disk" || exit 9
        (
            until [ -e "$ROOM/writable" ]; do sleep 0.1; done
            cmp "$ROOM/a.db" "$ROOM/disk/a.db" && mount -o remount,rw "$ROOM/disk" && touch "$ROOM/remounted"
        ) &
        "$H" --db "$ROOM/disk/a.db" demo
        echo "ended $?"
        "$H" --db "$ROOM/disk/a.db" verify
        cp "$ROOM/disk/a.db" "$ROOM/after.db"
        echo over
    "#;
    let Some(mut terminal) = in_a_room(&desk, script) else { return println!("{NO_ROOM}") };
    let screen = terminal.wait_for("数据文件现在只能查看");
    assert!(screen.contains("没有读写") && screen.contains("不必退出"), "what, why, what to do: {screen}");
    find(&mut terminal, "残疾人康复");
    assert!(!terminal.screen().contains("数据文件现在只能查看"), "the words went with the keys");
    for (key, words) in [("", "残疾人康复"), ("\r", "意见")] {
        terminal.send(key);
        terminal.wait_for(words);
        let screen = terminal.wait_until("the mark", is_marked);
        assert_eq!(screen.matches("只读").count(), 1, "{screen}");
    }
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.wait_until("the mark", is_marked);
    terminal.send("222222\t指标与目标对应,同意。");
    // Whoever types is told that it is not kept, before it is lost.
    let screen = terminal.wait_for("正在写的内容也没有保存");
    assert!(screen.contains("同意。"), "{screen}");
    terminal.send(CTRL_S);
    terminal.settle(Duration::from_millis(500));
    let screen = terminal.screen();
    assert!(screen.contains("同意。") && screen.contains("没有写入"), "{screen}");
    assert!(!screen.contains("panicked") && !screen.contains("os error"), "{screen}");
    fs::write(desk.path("writable"), "").unwrap();
    terminal.wait_until("the disk to be writable", |_| desk.path("remounted").exists());
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
    terminal.wait_until("the mark to go", |screen| !is_marked(screen));
    terminal.send("q");
    terminal.send("q");
    let screen = terminal.wait_for("over");
    assert!(screen.contains("ended 0") && screen.contains("核验通过"), "{screen}");
    let sql = "select count(*) from review where opinion = '指标与目标对应,同意。'";
    let after = rusqlite::Connection::open(desk.path("after.db")).unwrap();
    assert_eq!(after.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn without_inotify_an_open_screen_shows_what_others_do() {
    let desk = Desk::sample();
    let script = r#"
        echo 0 > /proc/sys/user/max_inotify_instances || exit 9
        exec "$H" --db "$ROOM/a.db" demo
    "#;
    let Some(mut terminal) = in_a_room(&desk, script) else { return println!("{NO_ROOM}") };
    terminal.wait_for("预警");
    write(&mut terminal);
    let before = counts(&terminal.screen());
    assert_eq!(desk.run(&["submit", "#14"]).code, 0);
    // The tabs lie under the form.
    terminal.send("\x1b");
    let screen = terminal.wait_until("the counts to change", |screen| counts(screen) != before);
    assert!(!screen.contains("panicked"), "{screen}");
    go_on(terminal);
    sound(&desk.db());
}

#[test]
fn whoever_opens_a_file_of_an_earlier_version_is_told_how_far_it_is() {
    for (schema, dump) in earlier() {
        let folder = tempfile::tempdir().unwrap();
        let (path, told) = (old(folder.path(), &dump), format!("数据文件已升级(结构 {schema} → "));
        // Whoever reads it from a pipe is told once that it begins, and what became of it.
        let mut program = Program::new(env!("CARGO_BIN_EXE_huishen"));
        for name in ["HUISHEN_LANG", "HUISHEN_CONFIG", "HUISHEN_DB"] {
            program.env_remove(name);
        }
        let output = program.env("XDG_CONFIG_HOME", folder.path()).arg("--db").arg(&path).arg("verify").output();
        let said = String::from_utf8(output.unwrap().stderr).unwrap();
        let lines: Vec<_> = said.lines().collect();
        assert!(lines[0].contains("正在升级") && lines[0].contains("备份在旁边") && lines[1].contains(&told), "{said}");
        assert!(lines[1].contains(&format!("a.db.v{schema}.bak")) && !said.contains('\r'), "{said}");
        // A person at a terminal sees on one line how far it is.
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path(), &dump);
        let state = folder.path().to_str().unwrap();
        let own = [("XDG_CONFIG_HOME", state), ("XDG_STATE_HOME", state)];
        let arguments = ["--db", path.to_str().unwrap(), "verify"];
        let mut terminal = Terminal::start_with(&arguments, 200, 40, &own);
        assert_eq!(terminal.exit_code(), 0);
        terminal.drain();
        for words in ["先把原样备份在旁边", "正在升级:建立索引"] {
            assert!(terminal.has_received(words), "{words}: {}", terminal.screen());
        }
        let screen = terminal.screen();
        assert!(screen.contains(&told) && !screen.contains("正在升级"), "{screen}");
    }
}
