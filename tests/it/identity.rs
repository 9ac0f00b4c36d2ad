//! Who comes in, and what a login by key can do: its own work and nothing else.

use std::fs;
use std::path::Path;

use super::cli::{Desk, Ended};

/// Made for these tests with ssh-keygen; nobody has the private halves.
const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX jkw";
const OTHER: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJtB6GRcIIUHNDPK9xuZTUONjOkXM7ejaR8JyNC5Vt9P other";
pub(crate) const CLERK: &str = "教科文股经办";

/// The sample year, in which the clerk has a key.
pub(crate) fn county() -> (Desk, String) {
    let desk = Desk::sample();
    let file = desk.path("jkw.pub");
    fs::write(&file, KEY).unwrap();
    let given = desk.run(&["user", "key", CLERK, "--add", file.to_str().unwrap()]);
    assert_eq!(given.code, 0, "{}", given.err);
    let listed = desk.run(&["user", "key", CLERK]);
    let fingerprint = listed.out.split_whitespace().next().unwrap().to_owned();
    assert!(fingerprint.starts_with("SHA256:"), "{}", listed.out);
    (desk, fingerprint)
}

/// What sshd would start for the clerk's key, when the clerk asks for this.
pub(crate) fn asks(desk: &Desk, fingerprint: &str, wanted: &str, input: &[u8]) -> Ended {
    let mut command = desk.command();
    command.args(["--as", CLERK, "--confined", fingerprint]).env("SSH_ORIGINAL_COMMAND", wanted);
    let output = command.write_stdin(input).output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_key_is_one_persons_and_goes_when_it_is_taken_away() {
    let (desk, fingerprint) = county();
    let file = desk.path("jkw.pub");
    let file = file.to_str().unwrap();
    assert!(desk.run(&["user", "key", CLERK, "--add", file]).out.contains("没有改动"));
    let taken = desk.run(&["user", "key", "农业农村股经办", "--add", file]);
    assert_eq!(taken.code, 1);
    assert!(taken.err.contains(CLERK), "{}", taken.err);
    let lines = desk.run(&["ssh-keys", "--program", "/usr/local/bin/huishen"]);
    assert!(lines.out.starts_with("restrict,pty,command=\"'/usr/local/bin/huishen' --db '"), "{}", lines.out);
    assert!(
        lines.out.contains(&format!("--as '{CLERK}' --confined {fingerprint}\" ssh-ed25519 AAAA")),
        "{}",
        lines.out
    );
    assert_eq!(desk.run(&["user", "key", CLERK, "--remove", &fingerprint]).code, 0);
    assert_eq!(desk.run(&["ssh-keys"]).out, "");
    assert_eq!(desk.run(&["user", "key", CLERK, "--remove", &fingerprint]).code, 1);
    let out = asks(&desk, &fingerprint, "list", b"");
    assert_eq!(out.code, 1, "a key that was taken away opens nothing: {}", out.out);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_disabled_person_is_told_so_and_does_nothing_more() {
    let (desk, fingerprint) = county();
    let disabled = desk.run(&["user", "disable", CLERK, "--reason", "调离"]);
    assert_eq!(disabled.code, 0, "{}", disabled.err);
    assert!(desk.run(&["user", "list"]).out.contains("已停用:调离"));
    assert!(!desk.run(&["ssh-keys"]).out.contains(CLERK));
    for arguments in [&["--as", CLERK, "list"][..], &["--as", CLERK, "submit", "#1"]] {
        let ended = desk.run(arguments);
        assert_eq!(ended.code, 1, "{arguments:?}");
        assert!(ended.err.contains("已停用"), "{}", ended.err);
    }
    assert_eq!(asks(&desk, &fingerprint, "list", b"").code, 1);
    assert_eq!(desk.run(&["user", "enable", CLERK]).code, 0);
    assert_eq!(asks(&desk, &fingerprint, "list", b"").code, 0);
    let journal = desk.run(&["journal"]).out;
    assert!(journal.contains("停用人员") && journal.contains("恢复人员"), "{journal}");
}

#[test]
fn files_come_by_stdin_and_go_to_stdout() {
    let (desk, fingerprint) = county();
    let form = "单位名称,项目名称,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位\n\
        县教育体育局,受限登录试报,12,维修12所学校的校舍,产出指标,数量指标,维修学校数,≥,12,所\n";
    let taken = asks(&desk, &fingerprint, "import - --year 2021", form.as_bytes());
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    let book = asks(&desk, &fingerprint, "export 受限登录", b"");
    assert!(book.code == 0 && book.out.starts_with("PK"), "{}", book.err);
    let list = asks(&desk, &fingerprint, "huishen list '受限登录' --json", b"");
    assert!(list.out.contains("受限登录试报"), "{}{}", list.out, list.err);
    let journal = desk.run(&["journal", "--json"]).out;
    assert!(
        journal.contains(&format!("import {fingerprint}")) || journal.contains(&fingerprint),
        "the key is on record"
    );
}

/// What people have tried to get out of restricted shells, git servers, pagers and editors, and what this program's own words offer.
fn attempts(secret: &str, db: &str) -> Vec<String> {
    let mut wanted: Vec<String> = include_str!("../data/escapes.txt").lines().map(str::to_owned).collect();
    wanted.extend(["list\nsh", "list\rsh", "list \u{1b}]0;x\u{7}"].map(str::to_owned));
    // Letters that only look alike, that nobody sees, or that turn the line round; and more than anybody types.
    let alike = [
        "li\u{455}t",
        "ｌｉｓｔ",
        "list\u{a0}",
        "list\u{200b}",
        "\u{feff}list",
        "\u{202e}tsil",
        "import \u{ff0d}",
        "import \u{2010}",
    ];
    wanted.extend(alike.map(str::to_owned));
    wanted.extend([format!("list {}", "a".repeat(5000)), "list\u{2028}sh".to_owned(), "list\u{85}sh".to_owned()]);
    for option in ["--db", "--as", "--config", "--confined"] {
        for joint in [" ", "="] {
            wanted.extend([format!("list {option}{joint}{db}"), format!("{option}{joint}{db} list")]);
        }
    }
    for command in ["import", "library --import"] {
        let files = [secret, "/etc/passwd", "../a.db", "./-", "/dev/stdin", "/proc/self/environ"];
        wanted.extend(files.map(|file| format!("{command} {file}")));
    }
    for command in ["export --to", "export --document review-form --to", "minutes 1 --to"] {
        let files = ["x.xlsx", "/tmp/huishen-escape.xlsx", "../x.docx", "/dev/stdout", db];
        wanted.extend(files.map(|file| format!("{command} {file}")));
    }
    wanted.extend(["import - /etc/passwd".to_owned(), format!("import -- {secret}")]);
    wanted
}

/// Begins the minute of every person anew.
pub(crate) fn forget_starts(desk: &Desk) {
    let slots = desk.path("a.db.in");
    let all = if slots.exists() { names(&slots) } else { Vec::new() };
    all.iter().filter(|name| name.ends_with(".starts")).for_each(|name| fs::remove_file(slots.join(name)).unwrap());
}

#[test]
fn a_person_starts_so_many_programs_a_minute_and_no_more() {
    let (desk, fingerprint) = county();
    assert_eq!(asks(&desk, &fingerprint, "keys", b"").code, 0);
    let slots = desk.path("a.db.in");
    let list = names(&slots).into_iter().find(|name| name.ends_with(".starts")).unwrap();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    fs::write(slots.join(list), format!("{now}\n").repeat(60)).unwrap();
    let ended = asks(&desk, &fingerprint, "keys", b"");
    assert!(ended.code == 1 && ended.err.contains("60 次") && ended.err.contains("秒后再试"), "{}", ended.err);
    forget_starts(&desk);
    assert_eq!(asks(&desk, &fingerprint, "keys", b"").code, 0);
}

#[test]
fn what_never_ends_is_not_read_to_its_end() {
    let (desk, fingerprint) = county();
    let ended = asks(&desk, &fingerprint, "import -", &vec![b'x'; 33 << 20]);
    assert!(ended.code == 1 && ended.err.contains("32 MB"), "{}", ended.err);
}

#[test]
fn nothing_else_gets_out() {
    let (desk, fingerprint) = county();
    fs::write(desk.path("secret.csv"), "不该看到").unwrap();
    let secret = desk.path("secret.csv");
    let secret = secret.to_str().unwrap();
    let db = desk.db();
    let db = db.to_str().unwrap();
    let link = desk.path("link.csv");
    std::os::unix::fs::symlink(secret, &link).unwrap();
    let mut wanted = attempts(secret, db);
    wanted.extend(["import", "library --import"].map(|command| format!("{command} {}", link.display())));
    let before = names(&desk.path(""));
    assert!(wanted.len() >= 240, "{}", wanted.len());
    for line in &wanted {
        // So many within a minute are refused for being so many; here each is to be refused for itself.
        forget_starts(&desk);
        let ended = asks(&desk, &fingerprint, line, b"");
        assert!(!ended.out.contains("root:") && !ended.out.contains("不该看到"), "{line}: {}", ended.out);
        assert!(!ended.err.contains('\u{1b}'), "{line}");
        let harmless = line == "--help; sh" || ended.code != 0 || line.starts_with("list ") && !line.contains("--");
        assert!(harmless, "{line}: {} {}", ended.code, ended.out);
    }
    let after: Vec<_> = names(&desk.path("")).into_iter().filter(|name| !name.starts_with("a.db")).collect();
    let before: Vec<_> = before.into_iter().filter(|name| !name.starts_with("a.db")).collect();
    assert_eq!(after, before, "no file came into being");
    assert!(!Path::new("/tmp/huishen-escape.xlsx").exists());
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_person_has_so_many_programs_and_no_more() {
    let (desk, fingerprint) = county();
    let watch = || {
        std::process::Command::new(env!("CARGO_BIN_EXE_huishen"))
            .arg("--db")
            .arg(desk.db())
            .args(["--as", CLERK, "--confined", &fingerprint])
            .env("SSH_ORIGINAL_COMMAND", "watch")
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut all: Vec<_> = (0..8).map(|_| watch()).collect();
    // The places are taken one after another; until the last one is, nobody else may come in between.
    let slots = desk.path("a.db.in");
    while !slots.exists() || names(&slots).len() < 9 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::thread::sleep(std::time::Duration::from_millis(500));
    let ended = asks(&desk, &fingerprint, "list", b"");
    assert!(ended.err.contains("8 个程序"), "{}", ended.err);
    for child in &mut all {
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(asks(&desk, &fingerprint, "list", b"").code, 0, "a killed program gives its place back");
}

#[test]
fn a_bad_key_is_refused_in_words() {
    let (desk, _) = county();
    let file = desk.path("bad.pub");
    for text in [
        "",
        "ssh-dss AAAA x",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n",
        "command=\"sh\" ssh-ed25519 AAAA",
        &OTHER[..40],
    ] {
        fs::write(&file, text).unwrap();
        let ended = desk.run(&["user", "key", CLERK, "--add", file.to_str().unwrap()]);
        assert_eq!(ended.code, 2, "{text}");
        assert!(ended.err.contains("公钥"), "{}", ended.err);
    }
    fs::write(&file, OTHER).unwrap();
    assert_eq!(desk.run(&["user", "key", CLERK, "--add", file.to_str().unwrap()]).code, 0);
    assert_eq!(desk.run(&["user", "key", CLERK]).out.lines().count(), 2);
}

#[test]
fn other_roles_count_at_once_and_nobody_takes_ones_own() {
    let desk = Desk::sample();
    let changed = desk.run(&["user", "change", CLERK, "--role", "observer"]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    let refused = desk.run(&["--as", CLERK, "submit", "#1"]);
    assert_eq!(refused.code, 1, "{}", refused.out);
    let listed = desk.run(&["user", "list"]).out;
    assert!(listed.lines().any(|line| line.split_whitespace().eq([CLERK, "审计观察"])), "{listed}");
    assert!(desk.run(&["journal"]).out.contains("更正人员  教科文股经办  财政对口股室(教科文股) → 审计观察"));
    let strayed = desk.run(&["user", "change", CLERK, "--role", "desk", "--desk", "教科股"]);
    assert!(
        strayed.out.contains("现在没有单位的对口股室是“教科股”") && strayed.out.contains("教科文股"),
        "{}",
        strayed.out
    );
    assert!(
        desk.run(&["user", "change", CLERK, "--role", "desk", "--desk", "教科文股"]).out.trim()
            == "已更正:教科文股经办"
    );
    assert!(desk.run(&["user", "change", CLERK, "--role", "desk", "--desk", "教科文股"]).out.contains("没有改动"));
    let own = desk.run(&["--as", "系统管理员", "user", "change", "系统管理员", "--role", "panel"]);
    assert!(own.code == 1 && own.err.contains("不能停用自己或更正自己的角色"), "{}", own.err);
    assert_eq!(desk.run(&["user", "change", "查无此人", "--role", "panel"]).code, 1);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn the_owner_who_adds_oneself_stays_an_administrator() {
    let desk = Desk::founded();
    let listed = desk.run(&["journal", "--json"]).out;
    let event: serde_json::Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    let me = event["actor"].as_str().unwrap();
    let alone = desk.run(&["user", "add", me, "--role", "desk"]);
    assert!(alone.code == 1 && alone.err.contains("--role admin"), "{}", alone.err);
    let login = desk.run(&["user", "add", "张三", "--login", me, "--role", "chair"]);
    assert!(login.code == 1 && login.err.contains("“张三”是您自己"), "{}", login.err);
    let both = desk.run(&["user", "add", me, "--role", "desk", "--role", "admin"]);
    assert_eq!(both.code, 0, "{}", both.err);
    assert_eq!(desk.run(&["user", "add", "李四", "--role", "chair"]).code, 0, "people can still be added");
}
