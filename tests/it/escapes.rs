//! Ways out of a confined login that are no command: variables that come over the line, and keys typed on the screens. What restricted shells,
//! pagers and editors were left by. (The commands stand in `identity`.)

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::cli::Desk;
use crate::identity::{CLERK, asks, county};
use crate::store::faults::sound;
use crate::terminal::Terminal;

/// A program that tells that it was started, under the names of what programs start for people.
fn trap(desk: &Desk) -> (PathBuf, PathBuf) {
    let (folder, sprung) = (desk.path("trap"), desk.path("sprung"));
    fs::create_dir(&folder).unwrap();
    let script = format!("#!/bin/sh\necho out >> '{}'\n", sprung.display());
    for name in
        ["sh", "bash", "vi", "vim", "nano", "less", "more", "xdg-open", "man", "ls", "stty", "tput", "infocmp", "date"]
    {
        let file = folder.join(name);
        fs::write(&file, &script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    (folder, sprung)
}

/// Variables as a client might send them (`SendEnv`), should the server let them in.
fn variables(desk: &Desk, trap: &Path) -> Vec<(&'static str, String)> {
    let secret = desk.path("secret.toml");
    fs::write(&secret, "db = 不该看到\nroot:x:0:0\n").unwrap();
    let own = desk.path("own/huishen");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("config.toml"), format!("db = '{}'\n", desk.path("other.db").display())).unwrap();
    let link = desk.path("link.toml");
    symlink(&secret, &link).unwrap();
    let shell = trap.join("sh").to_str().unwrap().to_owned();
    let mut all: Vec<(&'static str, String)> = vec![
        ("HUISHEN_CONFIG", secret.to_str().unwrap().to_owned()),
        ("HUISHEN_CONFIG", link.to_str().unwrap().to_owned()),
        ("HUISHEN_CONFIG", "/proc/self/environ".to_owned()),
        ("HUISHEN_CONFIG", own.join("config.toml").to_str().unwrap().to_owned()),
        ("HUISHEN_DB", desk.path("other.db").to_str().unwrap().to_owned()),
        ("HUISHEN_LANG", "../../../etc/passwd".to_owned()),
        ("XDG_CONFIG_HOME", desk.path("own").to_str().unwrap().to_owned()),
        ("XDG_DATA_HOME", desk.path("own").to_str().unwrap().to_owned()),
        ("PATH", trap.to_str().unwrap().to_owned()),
        ("TERM", "../../../etc/passwd".to_owned()),
        ("TERMINFO", "/etc".to_owned()),
        ("TZ", ":/etc/passwd".to_owned()),
        ("TMPDIR", "/proc".to_owned()),
        ("SQLITE_TMPDIR", "/proc".to_owned()),
        ("LESSOPEN", format!("|{shell}")),
        ("RUST_BACKTRACE", "full".to_owned()),
        ("RUST_LOG", "trace".to_owned()),
        ("COLUMNS", "-1".to_owned()),
        ("LC_ALL", "/etc/passwd".to_owned()),
    ];
    let started = [
        "EDITOR",
        "VISUAL",
        "PAGER",
        "MANPAGER",
        "GIT_SSH_COMMAND",
        "BROWSER",
        "SHELL",
        "BASH_ENV",
        "ENV",
        "PROMPT_COMMAND",
        "SSH_ASKPASS",
    ];
    all.extend(started.map(|name| (name, shell.clone())));
    all
}

#[test]
fn no_variable_of_the_line_opens_a_file_or_starts_a_program() {
    let (desk, fingerprint) = county();
    let (trap, sprung) = trap(&desk);
    let other = Desk::founded();
    fs::copy(other.db(), desk.path("other.db")).unwrap();
    let plain = asks(&desk, &fingerprint, "list --limit 3", b"");
    assert!(plain.code == 0 && plain.out.lines().count() >= 3, "{}", plain.err);
    for (name, value) in variables(&desk, &trap) {
        let mut command = desk.command();
        command.args(["--as", CLERK, "--confined", &fingerprint]);
        let output = command.env("SSH_ORIGINAL_COMMAND", "list --limit 3").env(name, &value).output().unwrap();
        let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(said, plain.out, "{name}={value} changed what is listed: {told}");
        for leak in ["root:", "不该看到", "panicked"] {
            assert!(!told.contains(leak), "{name}={value}: {told}");
        }
        assert!(!sprung.exists(), "{name}={value} started a program");
    }
    sound(&desk.db());
}

/// What is typed; `…` stands for a way to the screens first.
const TYPED: [&str; 34] = [
    "\x1a",
    "\x1c",
    "!sh\r",
    "!/bin/sh\r",
    ":!sh\r",
    ":sh\r",
    ":shell\r",
    ":e /etc/passwd\r",
    ":r /etc/passwd\r",
    ":w /tmp/huishen-escape.xlsx\r",
    ":set shell=/bin/sh\r:shell\r",
    "|sh\r",
    ":挂起\r\r",
    ":导入\r\r/etc/passwd\r\r",
    ":导出\r\r\x15/tmp/huishen-escape.xlsx\r\r",
    "E\x15/tmp/huishen-escape.xlsx\r\r",
    "E\x15/etc/passwd\r",
    "E\x15~/.ssh/authorized_keys\ry",
    "E\x15/proc/self/mem\r",
    "I/etc/passwd\r",
    "I\t\t\r",
    "\rE\x15../../../tmp/huishen-escape.xlsx\r",
    "J|sh\r!sh\rv",
    "?!sh\r",
    "\x18\x05",
    "\x18!",
    "\x0f/etc/passwd\r",
    "\x12/etc/passwd\r",
    "\x1b!sh\r",
    "\x1b|sh\r",
    "~^Z\r~C\r",
    "\x1b[200~!sh\n:!sh\n\x1a\x1b[201~",
    "\x1b]52;c;c2g=\x07\x1bP$qm\x1b\\\x1b[21t",
    "\x00\x03sh\r",
];

/// Programs that a program has started.
fn children(id: u32) -> String {
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    tasks.map(|task| fs::read_to_string(task.path().join("children")).unwrap_or_default()).collect()
}

/// Whether a program was stopped, as by the suspend key.
fn is_stopped(id: u32) -> bool {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    line.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('T'))
}

#[test]
fn nothing_typed_on_a_screen_gets_out() {
    let (desk, fingerprint) = county();
    let (trap, sprung) = trap(&desk);
    let shell = trap.join("sh").to_str().unwrap().to_owned();
    let state = desk.path("state").to_str().unwrap().to_owned();
    let mut given = vec![("XDG_STATE_HOME", state.as_str()), ("PATH", trap.to_str().unwrap())];
    given.extend(["EDITOR", "VISUAL", "PAGER", "SHELL", "BROWSER"].map(|name| (name, shell.as_str())));
    let start = || {
        crate::identity::forget_starts(&desk);
        let db = desk.db();
        let arguments = ["--db", db.to_str().unwrap(), "--as", CLERK, "--confined", &fingerprint];
        let terminal = Terminal::start_with(&arguments, 100, 30, &given);
        terminal.wait_for("预警");
        terminal
    };
    for typed in TYPED {
        let mut terminal = start();
        terminal.send(typed);
        terminal.settle(Duration::from_millis(150));
        let screen = terminal.screen();
        assert_eq!(children(terminal.id()), "", "{typed:?} started a program\n{screen}");
        assert!(!is_stopped(terminal.id()), "{typed:?} stopped it\n{screen}");
        for leak in ["root:", "daemon:", "panicked"] {
            assert!(!screen.contains(leak), "{typed:?}\n{screen}");
        }
        assert!(!sprung.exists() && !Path::new("/tmp/huishen-escape.xlsx").exists(), "{typed:?}\n{screen}");
        terminal.kill_hard();
    }
    assert!(!desk.path(".ssh").exists());
    sound(&desk.db());
}
