//! A disk that fails: reads, writes and syncs that end in an error, or write a half, at any point (`tests/data/faulty.c`, where there is a C compiler
//! and a loader that lays it before the C library). After each: no acknowledged act is missing or doubled, what was refused was told in words, the
//! program goes on when the disk does, and the file is sound.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use super::faults::{Soak, none_lost_or_doubled, sound};
use super::small;

const EIO: &str = "5";
const NO_SPACE: &str = "28";
/// Writes a half.
const SHORT: &str = "0";

/// Makes the failing disk; `None` where that cannot be.
pub(crate) fn faulty(folder: &Path) -> Option<PathBuf> {
    let made = folder.join("faulty.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/faulty.c");
    let compiled =
        Program::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&made).arg(source).arg("-ldl").output();
    let compiled = compiled.is_ok_and(|output| output.status.success());
    (compiled && cfg!(target_os = "linux")).then_some(made)
}

/// What a writer said that tried some acts one after the other: those acknowledged, and the words of those refused.
fn tries(
    shim: &Path,
    file: &Path,
    (call, part, error): (&str, &str, &str),
    (at, times): (u32, u32),
) -> (Vec<String>, Vec<String>) {
    let mut program = Program::new(std::env::current_exe().unwrap());
    program.args(["--exact", "store::processes::scene", "--nocapture"]);
    program.env("HUISHEN_STORE_SCENE", "stubborn").env("HUISHEN_STORE_FILE", file).env("LD_PRELOAD", shim);
    let numbers: BTreeMap<_, _> = [("FAULTY_AT", at), ("FAULTY_TIMES", times)].into();
    program.envs(numbers.iter().map(|(name, number)| (name, number.to_string())));
    let output = program.env("FAULTY_CALL", call).env("FAULTY_FILE", part).env("FAULTY_ERROR", error).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let all = |begins: &str| said.lines().filter_map(|line| line.strip_prefix(begins).map(str::to_owned)).collect();
    (all("wrote "), all("refused "))
}

#[test]
fn a_disk_that_fails_loses_nothing_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shim) = faulty(folder.path()) else { return };
    let whole = folder.path().join("whole.db");
    small(&whole);
    let kinds = [
        ("write", "a.db-wal", EIO),
        ("write", "a.db-wal", SHORT),
        ("write", "a.db-wal", NO_SPACE),
        ("sync", "a.db-wal", EIO),
        ("read", "a.db", EIO),
        ("write", "a.db", EIO),
        ("sync", "a.db", EIO),
    ];
    let (mut soak, mut at, mut refused_in_all) = (Soak::of(3), 1, 0);
    while soak.goes_on() {
        for (kind, times) in kinds.into_iter().flat_map(|kind| [(kind, 1), (kind, 4)]) {
            let own = folder.path().join(format!("run{at}"));
            std::fs::create_dir_all(&own).unwrap();
            let file = own.join("a.db");
            std::fs::copy(&whole, &file).unwrap();
            let (acknowledged, refused) = tries(&shim, &file, kind, (at, times));
            for words in &refused {
                assert!(
                    ["没有写入", "读写", "磁盘", "数据文件"].iter().any(|known| words.contains(known)),
                    "{kind:?} at {at}: {words}"
                );
            }
            refused_in_all += refused.len();
            none_lost_or_doubled(&file, &acknowledged);
            sound(&file);
            let (after, refused) = tries(&shim, &file, ("none", "", EIO), (1, 0));
            assert!(refused.is_empty() && !after.is_empty(), "{kind:?} at {at}: it goes on: {refused:?}");
            std::fs::remove_dir_all(&own).unwrap();
        }
        at = at * 2 + 1;
    }
    println!("{refused_in_all} acts refused, up to call {at}");
    assert!(refused_in_all > 0, "the disk failed");
}

#[test]
fn nothing_is_acknowledged_that_the_disk_has_not_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shim) = faulty(folder.path()) else { return };
    let file = folder.path().join("a.db");
    small(&file);
    // The first sync is of a new log's first page, before anything is committed.
    let (acknowledged, refused) = tries(&shim, &file, ("sync", "a.db", EIO), (2, 1000));
    assert_eq!(acknowledged, Vec::<String>::new());
    assert!(!refused.is_empty() && refused.iter().all(|words| words.contains("没有确认存妥")), "{refused:?}");
    sound(&file);
}
