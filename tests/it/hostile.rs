//! A hostile environment: variables absent or absurd, streams closed, limits tiny. Each command ends with a word or does its work; none breaks down, and
//! the file holds.

use std::process::Command;

use crate::cli::Desk;
use crate::store::faults::sound;

/// Runs a script in which `$H` is the program and `$DB` the file; the exit code of its last command, and what it said on stderr.
fn script(desk: &Desk, text: &str) -> (i32, String) {
    let mut shell = Command::new("sh");
    shell.args(["-c", text]).env("H", env!("CARGO_BIN_EXE_huishen")).env("DB", desk.db());
    let output = shell.env("HOME", desk.path("")).env_remove("HUISHEN_LANG").output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn whatever_surrounds_the_program_it_ends_with_a_word() {
    let desk = Desk::sample();
    let surroundings = [
        "unset TERM LANG LC_ALL HOME XDG_CONFIG_HOME XDG_DATA_HOME PATH;",
        "export TERM=$(printf 'x\\033[2J%04000d' 7) LANG=../../etc/passwd LC_ALL=C;",
        "export HOME=/nonexistent XDG_CONFIG_HOME=/dev/null XDG_DATA_HOME='' TZ=:/etc/passwd;",
        "export HOME='' TZ='A\\nB' LANG=zh_CN.GB18030 HUISHEN_LANG=klingon COLUMNS=-1 LINES=99999999;",
        "export TMPDIR=/nonexistent RUST_BACKTRACE=x;",
        "ulimit -n 12;",
        "ulimit -s 512;",
        "ulimit -v 400000;",
        "ulimit -f 0; trap '' XFSZ;",
        "ulimit -u 1 2>/dev/null;",
        "cd /; umask 777;",
    ];
    let commands = [
        "list",
        "show '#1' --json",
        "user add 王五 --role desk --desk 教科文股",
        "verify --quick",
        "journal --filter 教育",
    ];
    for around in surroundings {
        for command in commands {
            for streams in ["", "<&-", ">&-", "2>&-", "<&- >&- 2>&-", "> /dev/full"] {
                let (code, said) = script(&desk, &format!("{around} \"$H\" --db \"$DB\" {command} {streams}"));
                assert!((0..=3).contains(&code), "{around} {command} {streams}: {code} {said}");
                assert!(!said.contains("panicked") && !said.contains('\u{1b}'), "{around} {command} {streams}: {said}");
            }
        }
        sound(&desk.db());
    }
}

#[test]
fn a_config_file_that_others_may_write_is_not_used() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::sample();
    let config = desk.path("config.toml");
    std::fs::write(&config, "mouse = true\n").unwrap();
    let listed = |rights: u32| {
        std::fs::set_permissions(&config, std::fs::Permissions::from_mode(rights)).unwrap();
        desk.run(&["--config", config.to_str().unwrap(), "list"])
    };
    for rights in [0o600, 0o644, 0o400] {
        assert_eq!(listed(rights).code, 0, "{rights:o}");
    }
    for rights in [0o666, 0o620, 0o602] {
        let refused = listed(rights);
        assert!(refused.code == 2 && refused.err.contains("chmod go-w"), "{rights:o}: {}", refused.err);
    }
}

#[test]
fn a_file_known_by_a_link_is_one_file() {
    let desk = Desk::sample();
    let link = desk.path("link.db");
    std::os::unix::fs::symlink("a.db", &link).unwrap();
    let other = Command::new(env!("CARGO_BIN_EXE_huishen"))
        .args(["--db", link.to_str().unwrap(), "user", "add", "王五", "--role", "desk", "--desk", "教科文股"])
        .env("HOME", desk.path(""))
        .output()
        .unwrap();
    assert!(other.status.success(), "{}", String::from_utf8_lossy(&other.stderr));
    assert!(desk.run(&["user", "list"]).out.contains("王五"));
    let beside: Vec<_> = std::fs::read_dir(desk.path("")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(
        !beside.iter().any(|name| name.to_string_lossy().starts_with("link.db.")),
        "one lock, one bell: {beside:?}"
    );
    let open = desk.path("anybody");
    std::fs::create_dir(&open).unwrap();
    std::fs::set_permissions(&open, std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
    std::fs::copy(desk.db(), open.join("a.db")).unwrap();
    let refused =
        Command::new(env!("CARGO_BIN_EXE_huishen")).arg("--db").arg(open.join("a.db")).arg("list").output().unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("chmod o-w"));
}
