//! Files that cannot be used, met by the real program: one clear message, the exit code for it, and nothing half-written.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::cli::{Desk, Ended};

/// Checks that a command ended because of the file: one message that names it, and no output.
fn refused(ended: &Ended, words: &str) {
    assert_eq!((ended.code, ended.out.as_str()), (3, ""), "{}", ended.err);
    assert!(ended.err.starts_with("huishen: ") && ended.err.lines().count() == 1, "{}", ended.err);
    assert!(ended.err.contains(words), "{}", ended.err);
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("a.db"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_that_is_not_ours_is_named_and_not_touched() {
    let desk = Desk::new();
    refused(&desk.run(&["list"]), "huishen init");
    let other = |sql: &str| Connection::open(desk.db()).unwrap().execute_batch(sql).unwrap();
    let cases: [(&str, &dyn Fn()); 5] = [
        ("不是数据文件", &|| fs::write(desk.db(), "").unwrap()),
        ("不是数据文件", &|| fs::write(desk.db(), "项目,金额\n".repeat(400)).unwrap()),
        ("别的程序", &|| other("create table a (b)")),
        ("更新的版本", &|| {
            other("pragma application_id = 1752393777; pragma user_version = 900; create table a (b)");
        }),
        ("不是数据文件", &|| fs::create_dir(desk.db()).unwrap()),
    ];
    for (words, make) in cases {
        let _ = fs::remove_file(desk.db());
        make();
        let before = fs::read(desk.db()).ok();
        for arguments in [&["list"][..], &["verify"], &["submit", "#1"], &["show", "#1", "--json"]] {
            refused(&desk.run(arguments), words);
            assert_eq!(fs::read(desk.db()).ok(), before, "{words}");
        }
        assert_eq!(names(desk.db().parent().unwrap()), ["a.db"], "{words}: no side files");
    }
}

/// Runs a command that may write files of so many blocks of 512 bytes: what a full disk is to a program.
fn on_a_full_disk(desk: &Desk, blocks: u32, arguments: &str) -> Ended {
    let command = desk.command();
    let program = command.get_program().to_string_lossy().into_owned();
    let script =
        format!("trap '' XFSZ; ulimit -f {blocks}; exec '{program}' --db '{}' {arguments}", desk.db().display());
    let mut shell = assert_cmd::Command::new("sh");
    shell.args(["-c", &script]).env("HOME", desk.db().parent().unwrap()).env_remove("HUISHEN_LANG");
    let output = shell.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    let desk = Desk::sample();
    let before = desk.run(&["journal", "--json"]).out;
    // Too little even for what the programs on a file share.
    refused(&on_a_full_disk(&desk, 8, "user add 李四 --role desk --desk 教科文股"), "没有写入");
    let read = on_a_full_disk(&desk, 8, "journal --json");
    assert_eq!((read.code, &read.out), (0, &before), "it can still be read: {}", read.err);
    assert_eq!(desk.run(&["journal", "--json"]).out, before);
    assert_eq!(desk.run(&["verify"]).code, 0);
    assert_eq!(desk.run(&["user", "add", "李四", "--role", "desk", "--desk", "教科文股"]).code, 0);
}

#[test]
fn a_file_that_cannot_be_made_whole_is_not_made() {
    for blocks in [1, 64, 200, 900] {
        let desk = Desk::new();
        refused(&on_a_full_disk(&desk, blocks, "init --sample"), "磁盘");
        assert_eq!(names(desk.db().parent().unwrap()), [] as [&str; 0], "{blocks}");
        assert_eq!(desk.run(&["init", "--sample"]).code, 0, "{blocks}");
    }
}

#[test]
fn an_output_that_cannot_be_finished_is_told_and_one_that_nobody_reads_is_not() {
    let desk = Desk::sample();
    let into = |place: &str| {
        let command = desk.command();
        let program = command.get_program().to_string_lossy().into_owned();
        let script = format!("'{program}' --db '{}' list {place}", desk.db().display());
        let output = assert_cmd::Command::new("sh").args(["-c", &script]).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, words) = into("> /dev/full");
    assert_eq!(code, Some(3), "{words}");
    assert_eq!(words, "huishen: 输出没有写完:磁盘已满。已写的部分请勿使用,处理后重新输出。\n");
    let (_, words) = into("| true");
    assert_eq!(words, "");
}

#[test]
fn a_file_that_is_busy_for_long_is_said_to_be_that_and_nothing_else() {
    let desk = Desk::sample();
    let conn = Connection::open(desk.db()).unwrap();
    conn.execute_batch("begin immediate").unwrap();
    let ended = desk.run(&["withdraw", "#24", "--reason", "项目取消"]);
    conn.execute_batch("rollback").unwrap();
    refused(&ended, "数据文件正被别人长时间占用");
    assert!(ended.err.starts_with("huishen: 数据文件正被"), "one message, not two in one: {}", ended.err);
}
