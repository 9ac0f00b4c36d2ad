//! Opening what is no file of ours is refused with the reason, and nothing is touched.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use huishen::store::{OpenError, Store};
use rusqlite::Connection;

use super::small;

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
    assert_eq!(newer, OpenError::Newer(at("a.db"), 99, 2));
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
