use std::collections::BTreeSet;

use crate::domain::command::{Actor, Command, Origin};
use crate::domain::people::UnitChange;
use crate::domain::target::UnitName;

use super::*;

/// A file of so many targets, in a folder that goes with it.
pub(super) fn filled(targets: u32) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("a.db")).unwrap();
    store.fill_bench(targets, &mut |_| {}).unwrap();
    (folder, store)
}

#[test]
fn every_table_is_compared_or_known_not_to_follow_from_the_journal() {
    let fresh = empty().unwrap();
    let objects = schema::objects(&fresh).unwrap();
    // A search keeps tables of its own, which are called after it.
    let tables = objects.iter().filter(|(kind, name)| kind == "table" && !name.starts_with("target_search_"));
    let tables: BTreeSet<_> = tables.map(|(_, name)| name.as_str()).collect();
    let known: BTreeSet<_> =
        schema::JOURNALED.into_iter().chain(schema::KEPT).chain(schema::PASSING).chain(["target_search"]).collect();
    assert_eq!(tables, known);
}

#[test]
fn the_schema_is_told_from_its_text_as_sqlite_tells_it() {
    let mut made = schema::Fresh::of(&empty().unwrap()).unwrap();
    made.forget_automatic();
    assert_eq!(schema::Fresh::told(TABLES), made);
}

#[test]
fn an_empty_file_is_clean() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("a.db")).unwrap();
    let report = store.verify().unwrap();
    assert_eq!(report, Report { proved: true, ..Report::default() });
    assert!(report.is_clean());
}

#[test]
fn more_faults_than_anybody_reads_are_counted() {
    let mut report = Report::default();
    for _ in 0..203 {
        report.add(Fault::of_file("damaged"));
    }
    assert_eq!((report.faults.len(), report.unlisted), (200, 3));
}

#[test]
fn a_sound_file_is_proved_and_an_unsound_one_looked_at_the_long_way() {
    let (folder, store) = filled(60);
    let snapshot = store.conn.unchecked_transaction().unwrap();
    let proved = proof::proved(&snapshot, None).unwrap().expect("proved");
    let long = located(&snapshot).unwrap();
    assert_eq!(proved, Report { proved: true, ..long }, "both ways say the same of a sound file");
    let second = || crate::store::open::attach(store.path(), false).ok();
    assert_eq!(proof::proved(&snapshot, second()).unwrap(), Some(proved), "as two threads say it");
    drop(snapshot);
    let spoilt = [
        "update step set actor = actor || '.' where seq = (select max(seq) from step)",
        "update step set undone = 1 where seq = (select min(seq) from step)",
        "update indicator set value = value || '0' where target_id = 7 and place = 2",
        "update submission set amount = null where target_id = 9",
        "delete from objective_item where target_id = 3 and place = 1",
        "insert into evaluation_indicator (evaluation_id, place) values (3, 9)",
        "update target set prior_score = 1 where id = 5",
        "update target set version = version + 1 where id = 5",
        "update target set alarms = alarms + 1 where id = 5",
        "update target set project = project || '.' where id = 5",
        "update finding set waived = 1 where target_id = 6 and key = (select min(key) from finding where target_id = 6)",
        "delete from unchecked where target_id = 3",
        "update checked set round = 2 where target_id = 3",
        "update link set confidence = confidence - 1 where target_id = 3",
        "delete from link where target_id = 4 and objective = 0",
        "update evaluation set replaced = 1 where id = 2",
        "update evaluation set judged = 'accepted' where id = 2",
        "update prior set reason = 'similar', likeness = 80 where evaluation_id = 2",
        "update tally set count = count + 1 where unit_id = 1",
        "update monitoring_indicator set value = value || '0' where place = 1",
        "update monitoring_indicator set light = null where place = 0",
        "insert into monitoring_indicator (monitoring_seq, place, value, expected, likelihood, reason)
            select min(monitoring_seq), 99, '', '', 'certain', '' from monitoring_indicator",
        "update journal set actor = actor || '.' where seq = 9",
        "insert into target_search (target_search, rowid, names, initials) values ('delete', 4, '测', '')",
    ];
    for sql in spoilt {
        let copy = folder.path().join("b.db");
        let _ = std::fs::remove_file(&copy);
        store.conn.execute("vacuum into ?1", [copy.to_str().unwrap()]).unwrap();
        let change = Connection::open(&copy).unwrap();
        change.execute_batch(sql).unwrap();
        assert_eq!(proof::proved(&change, None).unwrap(), None, "{sql}");
        let second = crate::store::open::attach(&copy, false).ok();
        assert_eq!(proof::proved(&change, second).unwrap(), None, "{sql}");
        assert!(!located(&change).unwrap().is_clean(), "{sql}");
    }
}

/// The search keeps what it knew of the former name, and says beside it that it holds no more.
#[test]
fn a_file_with_a_unit_that_changed_its_name_is_proved() {
    let (_folder, mut store) = filled(60);
    let name = |sql: &str| -> String { store.conn.query_row(sql, [], |row| row.get(0)).unwrap() };
    let unit = name("select name from unit where id = (select unit_id from target order by id limit 1)");
    let actor = Actor::new(store.whoami(None).unwrap(), Origin::CommandLine);
    let mut called = unit.clone();
    for other in ["县某某服务中心", "县某某中心", &unit] {
        let change = UnitChange { name: Some(other.to_owned()), ..UnitChange::default() };
        let named = UnitName { name: called, ..UnitName::default() };
        store.execute(&actor, &Command::ChangeUnit { unit: named, change }).unwrap();
        called = other.to_owned();
        let proved = proof::proved(&store.conn, None).unwrap().expect("proved");
        assert_eq!(proved, Report { proved: true, ..located(&store.conn).unwrap() }, "{other}");
    }
    let tampered = "insert into target_search (target_search, rowid, names, initials)
        select 'delete', id, substr(project, 1, 1), '' from target where id = 1";
    store.conn.execute_batch(tampered).unwrap();
    assert_eq!(proof::proved(&store.conn, None).unwrap(), None);
    assert!(!located(&store.conn).unwrap().is_clean());
}
