//! Copies: made while everybody works, checked before they count, put back only when nothing is lost unasked; and what a damaged file still gives.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use huishen::domain::command::Command;
use huishen::domain::people::UnitLevel;
use huishen::domain::target::UnitName;
use huishen::domain::view::Draft;
use huishen::store::{
    Daily, FaultKind, FixedClock, NotCopied, NotRestored, OpenError, Pace, Store, daily, free_copy, newest_copy,
    rescue, restore,
};
use rusqlite::Connection;

use super::{MORNING, actor, everyone, small};

fn fresh() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn unit(name: &str) -> Command {
    let unit = UnitName { code: None, name: name.to_owned() };
    Command::AddUnit { unit, level: UnitLevel::First, desk: "教科文股".to_owned() }
}

fn act(path: &Path, name: &str) {
    assert_eq!(Store::open(path).unwrap().execute(&actor(everyone("全权")), &unit(name)).unwrap().len(), 1);
}

fn head(path: &Path) -> i64 {
    Store::open_reading(path).unwrap().head().unwrap().unwrap().seq
}

fn back_up(path: &Path, to: &Path) -> Result<huishen::store::Copied, NotCopied> {
    Store::open_reading(path).unwrap().back_up(to, false, Pace::Full, "全权")
}

/// Changes a file from outside.
fn change(path: &Path, sql: &str) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(&format!("pragma foreign_keys = off; {sql}")).unwrap();
}

#[test]
fn a_copy_made_while_others_write_is_one_state_of_the_file() {
    let (folder, path) = fresh();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for name in ["甲", "乙"] {
            let (path, over) = (&path, &over);
            scope.spawn(move || {
                let mut store = Store::open(path).unwrap();
                for number in 0.. {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    store.execute(&actor(everyone(name)), &unit(&format!("{name}{number}"))).unwrap();
                }
            });
        }
        let mut last = 0;
        for (number, pace) in [Pace::Gentle, Pace::Full, Pace::Gentle, Pace::Full].into_iter().enumerate() {
            let to = folder.path().join(format!("copy{number}.db"));
            let copied = Store::open_reading(&path).unwrap().back_up(&to, false, pace, "全权").unwrap();
            assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600, "nobody else reads it");
            assert_eq!(fs::metadata(&to).unwrap().len(), copied.bytes);
            let report = Store::open(&to).unwrap().verify().unwrap();
            assert!(report.is_clean(), "{:?}", report.faults);
            assert_eq!(report.head, copied.head);
            let seq = copied.head.unwrap().seq;
            assert!(seq > last, "others went on writing meanwhile: {seq} after {last}");
            last = seq;
            let next = Store::open(&path).unwrap();
            while next.head().unwrap().unwrap().seq < last + 4 {
                thread::yield_now();
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    let report = Store::open(&path).unwrap().verify().unwrap();
    assert!(report.is_clean() && report.heads == 4, "the heads of the copies are kept: {report:?}");
    assert!(!names(folder.path()).iter().any(|name| name.contains(".part")));
}

#[test]
fn a_copy_replaces_nothing_unasked_and_never_the_file_itself() {
    let (folder, path) = fresh();
    let to = folder.path().join("b.db");
    fs::write(&to, "别人的").unwrap();
    assert_eq!(back_up(&path, &to), Err(NotCopied::Exists(to.clone())));
    assert_eq!(fs::read(&to).unwrap(), "别人的".as_bytes());
    let store = Store::open(&path).unwrap();
    store.back_up(&to, true, Pace::Full, "全权").unwrap();
    assert!(Store::open(&to).unwrap().verify().unwrap().is_clean());
    let (link, before) = (folder.path().join("link.db"), fs::read(&path).unwrap());
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for itself in [&path, &link] {
        assert!(matches!(store.back_up(itself, true, Pace::Full, "全权"), Err(NotCopied::Exists(_))));
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    let nowhere = folder.path().join("没有/b.db");
    let words = back_up(&path, &nowhere).unwrap_err().words();
    assert!(words.contains("没有该文件或文件夹"), "{words}");
    let one = free_copy(&path, MORNING).unwrap();
    fs::write(&one, "").unwrap();
    assert_ne!(free_copy(&path, MORNING).unwrap(), one);
    assert_eq!(fs::metadata(one.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_copy_of_a_damaged_file_does_not_count() {
    let (folder, path) = fresh();
    change(&path, "update journal set actor = '别人' where seq = 5");
    let to = folder.path().join("b.db");
    let failed = back_up(&path, &to).unwrap_err();
    assert!(matches!(&failed, NotCopied::Unsound(_, words) if words.contains("journal 行 5")), "{failed:?}");
    assert!(failed.words().contains("没有留下"), "{}", failed.words());
    assert!(!to.exists() && !names(folder.path()).iter().any(|name| name.contains(".part")));
}

#[test]
fn a_day_has_one_copy_and_the_oldest_go() {
    let (_folder, path) = fresh();
    let made = daily(&path, 3, "全权").unwrap();
    let Daily::Made(copied) = &made else { panic!("{made:?}") };
    let copies = copied.path.parent().unwrap().to_owned();
    assert_eq!(newest_copy(&path).as_ref(), Some(&copied.path));
    assert_eq!(fs::metadata(&copies).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(daily(&path, 3, "全权"), Ok(Daily::Had));
    // As if it were of an earlier day.
    fs::rename(&copied.path, copies.join("2020-01-05.db")).unwrap();
    assert_eq!(daily(&path, 3, "全权"), Ok(Daily::Unchanged), "nothing was written since");
    act(&path, "新单位");
    for kept in ["2020-01-01.db", "2020-01-03.db", "2020-01-04.db", "手工.db", "2020-13-77.db"] {
        fs::write(copies.join(kept), "").unwrap();
    }
    fs::write(copies.join(".huishen-copy-x.part"), "半个").unwrap();
    let today = copied.path.file_name().unwrap().to_str().unwrap();
    assert!(matches!(daily(&path, 3, "全权"), Ok(Daily::Made(_))));
    assert_eq!(
        names(&copies),
        [".lock", "2020-01-04.db", "2020-01-05.db", "2020-13-77.db", today, "手工.db"],
        "three days, what is not ours, and no half copy"
    );
    assert_eq!(head(&copies.join(today)), head(&path));
}

#[test]
fn a_copy_of_the_day_that_fails_takes_none_away() {
    let (_folder, path) = fresh();
    daily(&path, 1, "全权").unwrap();
    let newest = newest_copy(&path).unwrap();
    let before = newest.with_file_name("2020-01-01.db");
    fs::rename(&newest, &before).unwrap();
    act(&path, "新单位");
    change(&path, "update journal set actor = '别人' where seq = 5");
    assert!(matches!(daily(&path, 1, "全权"), Err(NotCopied::Unsound(..))));
    assert_eq!(newest_copy(&path), Some(before));
}

#[test]
fn a_file_is_restored_and_what_stood_there_is_kept() {
    let (folder, path) = fresh();
    let copy = folder.path().join("copy.db");
    back_up(&path, &copy).unwrap();
    let then = head(&path);
    change(&path, "delete from indicator");
    let restored = restore(&copy, &path, false, "全权").unwrap();
    assert_eq!((restored.head.unwrap().seq, restored.given_up), (then, 0), "the journal is the same");
    assert!(Store::open(&path).unwrap().verify().unwrap().is_clean());
    let kept = restored.kept.unwrap();
    assert!(!Store::open(&kept).unwrap().verify().unwrap().is_clean(), "the damaged one is beside");
    assert!(copy.exists());
    fs::remove_file(&path).unwrap();
    let _ = fs::remove_file(folder.path().join("a.db-wal"));
    assert_eq!(restore(&copy, &path, false, "全权").unwrap().kept, None);
    assert_eq!(head(&path), then);
    assert!(!names(folder.path()).iter().any(|name| name.starts_with(".huishen")), "{:?}", names(folder.path()));
}

#[test]
fn newer_acts_are_given_up_only_when_somebody_says_so_and_that_stays_known() {
    let (folder, path) = fresh();
    let copy = folder.path().join("copy.db");
    back_up(&path, &copy).unwrap();
    let then = head(&path);
    // In the log of a program that still has it open.
    let mut open = Store::open(&path).unwrap();
    for name in ["一", "二", "三"] {
        open.execute(&actor(everyone("全权")), &unit(name)).unwrap();
    }
    let later = folder.path().join("later.db");
    back_up(&path, &later).unwrap();
    let refused = restore(&copy, &path, false, "全权").unwrap_err();
    assert!(matches!(refused, NotRestored::Newer(3, from, to) if from <= to), "{refused:?}");
    assert!(refused.words().contains("3 行") && refused.words().contains("--force"), "{}", refused.words());
    assert_eq!(head(&path), then + 3, "the file was not touched");
    let restored = restore(&copy, &path, true, "主任").unwrap();
    assert_eq!((restored.given_up, head(&path)), (3, then));
    assert_eq!(head(&restored.kept.unwrap()), then + 3, "with what stood in its log");
    let refused = open.execute(&actor(everyone("全权")), &unit("四")).unwrap_err();
    assert!(refused.words().contains("换成另一个文件"), "{}", refused.words());
    drop(open);
    act(&path, "五");
    let report = Store::open(&path).unwrap().verify().unwrap();
    assert!(report.is_clean(), "{:?}", report.faults);
    let [note] = report.notes.as_slice() else { panic!("{:?}", report.notes) };
    assert!(note.what.contains("恢复时放弃") && note.place.ends_with(&(then + 3).to_string()), "{note:?}");
    // The other way round: two journals that went apart are told too.
    assert!(matches!(restore(&later, &path, false, "全权"), Err(NotRestored::Newer(1, ..))));
}

#[test]
fn a_copy_that_does_not_hold_and_a_file_of_others_are_refused() {
    let (folder, path) = fresh();
    let copy = folder.path().join("copy.db");
    back_up(&path, &copy).unwrap();
    let before = fs::read(&path).unwrap();
    change(&copy, "update target set amount = 99 where id = 2");
    let refused = restore(&copy, &path, true, "全权").unwrap_err();
    assert!(matches!(&refused, NotRestored::Unsound(_, 1, fault) if fault.place == "target #2 amount"), "{refused:?}");
    fs::write(&copy, "项目,金额").unwrap();
    assert!(matches!(restore(&copy, &path, true, "全权"), Err(NotRestored::Copy(OpenError::NotADatabase(_)))));
    assert_eq!(fs::read(&path).unwrap(), before);
    let good = folder.path().join("good.db");
    back_up(&path, &good).unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("create table a (b)").unwrap();
    let theirs = fs::read(&other).unwrap();
    assert!(matches!(restore(&good, &other, true, "全权"), Err(NotRestored::Foreign(_))));
    assert_eq!(fs::read(&other).unwrap(), theirs, "a file of another program is never replaced");
}

#[test]
fn a_copy_of_an_earlier_schema_is_brought_to_the_present_one() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, path) = (folder.path().join("v3.db"), folder.path().join("a.db"));
    let dump = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema/v3.sql");
    Connection::open(&copy).unwrap().execute_batch(&fs::read_to_string(dump).unwrap()).unwrap();
    let before = fs::read(&copy).unwrap();
    let restored = restore(&copy, &path, false, "全权").unwrap();
    assert!(restored.head.is_some());
    assert!(Store::open(&path).unwrap().verify().unwrap().is_clean());
    assert_eq!(fs::read(&copy).unwrap(), before, "the copy stays as it is");
    assert!(names(folder.path()).iter().all(|name| name == "v3.db" || name.starts_with("a.db")));
}

#[test]
fn the_check_of_a_moment_sees_what_happened_lately() {
    let (_folder, path) = fresh();
    let quick = |path: &Path| Store::open(path).unwrap().verify_quick().unwrap();
    let report = quick(&path);
    assert!(report.is_clean(), "{:?}", report.faults);
    assert_eq!(report.head.unwrap().seq, head(&path));
    let end = head(&path);
    for (sql, kind) in [
        (format!("update journal set actor = '别人' where seq = {end}"), FaultKind::Hash),
        (format!("delete from journal where seq = {end} - 1"), FaultKind::Gap),
        ("drop index journal_target".to_owned(), FaultKind::Schema),
    ] {
        let (_folder, path) = fresh();
        change(&path, &sql);
        let report = quick(&path);
        assert!(report.faults.iter().any(|fault| fault.kind == kind), "{sql}: {:?}", report.faults);
    }
    // Of a long journal only the end is read.
    let clock = Arc::new(FixedClock::at(MORNING));
    let mut store = Store::open_with(&path, clock, false).unwrap();
    for number in 0..300 {
        store.execute(&actor(everyone("全权")), &unit(&format!("单位{number}"))).unwrap();
    }
    change(&path, "update journal set actor = '别人' where seq = 2");
    let report = store.verify_quick().unwrap();
    assert!(report.is_clean() && report.rows == 200, "{report:?}");
    assert!(!store.verify().unwrap().is_clean());
}

#[test]
fn a_file_found_damaged_is_read_and_not_written() {
    let (_folder, path) = fresh();
    let mut store = Store::open(&path).unwrap();
    let before = head(&path);
    let newest = "where seq = (select max(seq) from journal)";
    change(&path, &format!("update journal set actor = actor || '人' {newest}"));
    store.damage().tell("journal 行 7");
    let refused = store.execute(&actor(everyone("全权")), &unit("新单位")).unwrap_err();
    assert!(refused.words().contains("journal 行 7") && refused.words().contains("只能查看"), "{}", refused.words());
    let draft = Draft {
        target: huishen::domain::ids::TargetId(1),
        form: "review".to_owned(),
        body: "{}".to_owned(),
        at: MORNING,
    };
    assert!(store.save_draft("全权", &draft).is_err());
    assert_eq!(store.head().unwrap().unwrap().seq, before);
    assert!(store.case_file(&everyone("全权"), draft.target).unwrap().is_some());
    // What reads well again is worked with again, without being opened anew.
    change(&path, &format!("update journal set actor = substr(actor, 1, length(actor) - 1) {newest}"));
    store.save_draft("全权", &draft).unwrap();
    assert!(!store.execute(&actor(everyone("全权")), &unit("新单位")).unwrap().is_empty());
    assert_eq!(store.damage().found(), None);
}

#[test]
fn what_can_be_trusted_is_rescued_and_the_rest_written_down() {
    let (folder, path) = fresh();
    let at = MORNING;
    let draft =
        Draft {
            target: huishen::domain::ids::TargetId(1), form: "review".to_owned(), body: "写到一半".to_owned(), at
        };
    Store::open(&path).unwrap().save_draft("全权", &draft).unwrap();
    let end = head(&path);
    // Tables damaged, the journal whole: nothing is lost.
    change(&path, "delete from target; update indicator set raw = 'x'");
    let damaged = fs::read(&path).unwrap();
    let to = folder.path().join("rescued.db");
    let rescued = rescue(&path, &to).unwrap();
    assert_eq!((rescued.head.unwrap().seq, rescued.stopped, rescued.beyond), (end, None, None));
    let new = Store::open(&to).unwrap();
    assert!(new.verify().unwrap().is_clean());
    assert_eq!(new.draft("全权", draft.target, "review").unwrap().unwrap().body, "写到一半");
    assert_eq!(fs::read(&path).unwrap(), damaged, "the damaged one is only read");
    assert!(matches!(rescue(&path, &to), Err(NotCopied::Exists(_))));
    // A row changed: the rows before it, and the others for people to read.
    change(&path, "update journal set actor = '别人' where seq = 9; delete from journal where seq = 12");
    let part = folder.path().join("part.db");
    let rescued = rescue(&path, &part).unwrap();
    assert_eq!(rescued.head.unwrap().seq, 8);
    assert!(rescued.stopped.unwrap().contains("journal 行 9"));
    let (count, rest) = rescued.beyond.unwrap();
    assert_eq!(count, u64::try_from(end - 8 - 1).unwrap(), "9 and 10 to the end but the missing one");
    let lines = fs::read_to_string(rest).unwrap();
    assert!(lines.starts_with('{') && lines.contains("\"seq\":13") && !lines.contains("\"seq\":12,"), "{lines}");
    let report = Store::open(&part).unwrap().verify().unwrap();
    assert!(report.is_clean(), "{:?}", report.faults);
}

#[test]
fn whichever_page_is_destroyed_a_rescued_file_holds() {
    let (folder, path) = fresh();
    let whole = fs::read(&path).unwrap();
    let end = head(&path);
    let (mut all, mut some) = (0, 0);
    for (number, start) in (4096..whole.len()).step_by(4096 * 5).enumerate() {
        let mut damaged = whole.clone();
        damaged[start..start + 4096].fill(0xa5);
        let broken = folder.path().join(format!("broken{number}.db"));
        fs::write(&broken, &damaged).unwrap();
        let to = folder.path().join(format!("new{number}.db"));
        match rescue(&broken, &to) {
            Ok(rescued) => {
                assert!(Store::open(&to).unwrap().verify().unwrap().is_clean(), "page {}", start / 4096 + 1);
                let seq = rescued.head.unwrap().seq;
                assert_eq!(seq == end, rescued.stopped.is_none(), "what is lost is said");
                if seq == end { all += 1 } else { some += 1 }
            }
            Err(error) => {
                assert!(!error.words().is_empty() && !to.exists());
                some += 1;
            }
        }
    }
    assert!(all > some, "most pages are of tables and indexes, which follow from the journal: {all} whole, {some} not");
}

#[test]
fn a_file_that_opens_no_more_says_what_can_be_done() {
    let (_folder, path) = fresh();
    daily(&path, 3, "全权").unwrap();
    let copy = newest_copy(&path).unwrap();
    let whole = fs::read(&path).unwrap();
    // The mark at the beginning, and the page that lists the tables.
    for (from, to) in [(0, 16), (100, 2000)] {
        let mut damaged = whole.clone();
        damaged[from..to].fill(0xa5);
        fs::write(&path, &damaged).unwrap();
        let error = Store::open(&path).map(drop).unwrap_err();
        assert!(matches!(error, OpenError::Damaged(..)), "{error:?}");
        let words = error.words();
        assert!(words.contains("rescue") && words.contains(copy.to_str().unwrap()), "{words}");
        assert!(
            matches!(restore(&copy, &path, false, "全权"), Err(NotRestored::Unknown(_))),
            "nobody knows what it held"
        );
        let restored = restore(&copy, &path, true, "全权").unwrap();
        assert_eq!(fs::read(restored.kept.unwrap()).unwrap(), damaged);
        assert!(Store::open(&path).unwrap().verify().unwrap().is_clean());
    }
}
