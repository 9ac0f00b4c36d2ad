//! A file filled for measuring is a file like any other: it verifies, its counts hold, and it can be worked on.

use std::collections::BTreeSet;

use huishen::store::Store;
use rusqlite::Connection;

use super::{actor, create, everyone, link};

#[test]
fn a_filled_file_verifies_and_can_be_worked_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut store, _) = create(&path);
    let mut told = Vec::new();
    store.fill_bench(420, &mut |done| told.push(done)).unwrap();
    assert_eq!(told, [420]);
    let conn = Connection::open(&path).unwrap();
    let one = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(one("select count(*) from target"), 420);
    assert_eq!(one("select count(distinct project) from target"), 420);
    assert_eq!(one("select count(distinct unit_id) from target"), 70);
    assert_eq!(one("select sum(count) from tally"), 420);
    assert_eq!(one("select sum(amount) from tally"), one("select sum(amount) from target"));
    let evaluated = one("select count(distinct target_id) from prior");
    assert!((250..340).contains(&evaluated), "{evaluated} of 420 have an evaluation");
    let opinions = one("select count(*) from review");
    assert!((20..80).contains(&opinions), "{opinions} of 420 have an opinion");
    let (approved, monitored) =
        (one("select count(*) from target where state = 'budgeted'"), one("select count(*) from monitoring"));
    assert!(monitored > approved / 2 && monitored < approved, "{monitored} of {approved} are monitored");
    assert_eq!(one("select count(*) from filling_warning"), approved - monitored);
    let own = one("select count(*) from evaluation e join target t using (unit_id, project_key, year)");
    assert!(own > approved / 3 && own < approved, "{own} of {approved} evaluated their own year");
    let mut sql = conn.prepare("select distinct stage from target where state = 'pending'").unwrap();
    let stages: BTreeSet<String> = sql.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(stages.len(), 5, "{stages:?}");
    let all = actor(everyone("全权"));
    let linked = |store: &mut Store, belongs| store.execute(&all, &link(1, 1, 0, 0, belongs)).unwrap().len();
    assert_eq!((linked(&mut store, true), linked(&mut store, false), linked(&mut store, true)), (0, 2, 2));
    assert!(store.verify().unwrap().is_clean());
}
