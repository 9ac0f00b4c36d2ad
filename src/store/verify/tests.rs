use std::collections::BTreeSet;

use super::*;

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
    assert_eq!(report, Report::default());
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
