//! Opening what is no file of ours is refused with the reason, and nothing is touched.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use huishen::store::{OpenError, Store};
use rusqlite::Connection;

use super::{actor, add_unit, create, everyone, found, small};

#[test]
fn each_wrong_file_has_its_reason() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(matches!(Store::open(&at("none.db")), Err(OpenError::Missing(_))));
    fs::write(at("text.db"), "项目,金额\n".repeat(200)).unwrap();
    fs::write(at("empty.db"), "").unwrap();
    assert!(matches!(Store::open(&at("text.db")), Err(OpenError::NotADatabase(_))));
    assert!(matches!(Store::open(&at("empty.db")), Err(OpenError::NotADatabase(_))));
    assert!(Store::open(folder.path()).is_err(), "a folder");
    Connection::open(at("other.db")).unwrap().execute_batch("create table a (b)").unwrap();
    let before = fs::read(at("other.db")).unwrap();
    assert!(matches!(Store::open(&at("other.db")), Err(OpenError::Foreign(_))));
    assert_eq!(fs::read(at("other.db")).unwrap(), before, "a foreign file is not touched");
    small(&at("a.db"));
    assert!(matches!(Store::create(&at("a.db")), Err(OpenError::Exists(_))));
    Connection::open(at("a.db")).unwrap().execute_batch("pragma user_version = 99").unwrap();
    let Err(newer) = Store::open(&at("a.db")) else { panic!("a newer file was opened") };
    assert_eq!(newer, OpenError::Newer(at("a.db"), 99, 6));
    assert!(newer.words().contains("99") && newer.words().contains("a.db"), "{}", newer.words());
}

#[test]
fn a_file_without_the_right_to_write_is_read() {
    if rustix::process::geteuid().is_root() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let clean = Store::open_reading(&path).map(|store| store.verify().unwrap().is_clean());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(clean, Ok(true));
}

#[test]
fn a_file_replaced_under_the_program_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut store, _) = create(&path);
    let all = actor(everyone("全权"));
    store.execute(&all, &found()).unwrap();
    fs::rename(&path, folder.path().join("old.db")).unwrap();
    let refused = store.execute(&all, &add_unit(0)).unwrap_err();
    assert!(refused.words().contains("移走"), "{}", refused.words());
    drop(create(&path));
    let refused = store.execute(&all, &add_unit(0)).unwrap_err();
    assert!(refused.words().contains("换成另一个文件"), "{}", refused.words());
    let mut new = Store::open(&path).unwrap();
    assert!(!new.execute(&all, &found()).unwrap().is_empty(), "the new file was not touched");
}

#[test]
fn a_program_that_never_stops_writing_is_not_waited_for_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    let mut store = Store::open(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("begin immediate").unwrap();
    let at = super::MORNING;
    let target = huishen::domain::ids::TargetId(1);
    let draft = huishen::domain::view::Draft { target, form: "review".to_owned(), body: "{}".to_owned(), at };
    let failed = store.save_draft("全权", &draft).unwrap_err();
    assert!(failed.0.contains("长时间占用"), "{}", failed.0);
    other.execute_batch("rollback").unwrap();
    store.save_draft("全权", &draft).unwrap();
}

#[test]
fn a_file_is_its_owners_alone_and_what_anybody_may_write_is_refused() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let folder = tempfile::tempdir().unwrap();
    let rights = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let path = folder.path().join("a.db");
    small(&path);
    assert_eq!(rights(&path), 0o600);
    let shared = folder.path().join("shared");
    fs::create_dir(&shared).unwrap();
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o2770)).unwrap();
    small(&shared.join("a.db"));
    assert_eq!(rights(&shared.join("a.db")), 0o660, "where the folder is a group's, the file is too");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o606)).unwrap();
    let refused = Store::open(&path).map(drop).unwrap_err();
    assert_eq!(refused, OpenError::Loose(path.clone()));
    assert!(refused.words().contains("chmod"), "{}", refused.words());
    assert!(Store::open_reading(&path).is_err());
}
