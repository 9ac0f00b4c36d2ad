use super::*;
use crate::store::verify::tests::filled;

/// Whether a file is as it should be, but for what its tables should hold.
fn agrees(conn: &Connection) -> bool {
    let agrees = || {
        let key = Key::default();
        let mut reader = Reader::of(conn, &key)?;
        let (sums, found) = reader.others("")?;
        assert!(found, "the words of the search");
        assert_eq!(sums.len(), crate::store::projection::recipes().count() + 1);
        reader.end(&Met::default())
    };
    agrees().is_some()
}

#[test]
fn an_index_that_says_otherwise_is_found() {
    let (folder, store) = filled(40);
    assert!(agrees(&store.conn));
    // The index is made of another table's rows, and then told to be this one's: what only who edits the file's own pages can do.
    let spoil = |sql: &str| {
        let spoiled = folder.path().join("b.db");
        let _ = std::fs::remove_file(&spoiled);
        store.conn.execute("vacuum into ?1", [spoiled.to_str().unwrap()]).unwrap();
        let conn = Connection::open(&spoiled).unwrap();
        conn.execute_batch(&format!("pragma writable_schema = on; {sql}")).unwrap();
        drop(conn);
        agrees(&Connection::open(&spoiled).unwrap())
    };
    assert!(spoil("select 1"));
    let made_anew = "drop index target_code; create index target_code on target (code) where id > 3;";
    let as_it_was = "update sqlite_schema set sql = 'create index target_code on target (code) where code is not null' where name = 'target_code'";
    assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries are missing");
    let made_anew = "drop index target_year; create index target_year on target (year, id desc);";
    let as_it_was =
        "update sqlite_schema set sql = 'create index target_year on target (year, id)' where name = 'target_year'";
    assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries are out of order");
    let made_anew =
        "drop index target_place_unit; create index target_place_unit on target (year, state, stage, round, id);";
    let as_it_was = "update sqlite_schema set sql = 'create index target_place_unit on target (year, state, stage, unit_id, id)' where name = 'target_place_unit'";
    assert!(!spoil(&format!("{made_anew}{as_it_was}")), "entries say something else");
}

/// Whatever SQLite's own check says of pages and indexes is found, wherever a byte flips.
#[test]
fn what_sqlite_finds_on_pages_and_in_indexes_is_found() {
    let (folder, store) = filled(12);
    // With pages that are free, and one row on several pages.
    let some = "insert into draft (owner, target_id, form, body, saved) select 'a', 0, 'b', hex(zeroblob(30000)), 0";
    let _ = store.conn.execute_batch(some);
    store
        .conn
        .execute_batch("create table away (a); insert into away select hex(zeroblob(40000)); drop table away")
        .unwrap();
    let whole = folder.path().join("b.db");
    store.conn.execute_batch("pragma wal_checkpoint(truncate)").unwrap();
    std::fs::copy(store.path(), &whole).unwrap();
    let bytes = std::fs::read(&whole).unwrap();
    let sound = |bytes: &[u8]| {
        std::fs::write(&whole, bytes).unwrap();
        let Ok(conn) = Connection::open(&whole) else { return (false, false) };
        let said: rusqlite::Result<String> = conn.query_row("pragma integrity_check(1)", [], |row| row.get(0));
        (said.is_ok_and(|said| said == "ok"), agrees(&conn))
    };
    assert_eq!(sound(&bytes), (true, true));
    let mut found = 0;
    // Heads of pages and the places of their cells: where every byte counts.
    for page in 0..bytes.len() / 4096 {
        for at in [page % 8, 8 + page % 7] {
            let at = page * 4096 + at + if page == 0 { 100 } else { 0 };
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 7);
            let (theirs, ours) = sound(&damaged);
            assert!(theirs || !ours, "byte {at} of page {}", page + 1);
            found += u32::from(!ours);
        }
    }
    assert!(found > 100, "{found}");
}
