//! Whatever is changed in the file behind the journal's back is found, and its place is told.

use std::fs;
use std::path::{Path, PathBuf};

use huishen::domain::command::{Command, WantedRole};
use huishen::domain::key::PublicKey;
use huishen::domain::library::Standard;
use huishen::domain::measure::Sign;
use huishen::domain::people::{Role, UnitChange, UnitLevel};
use huishen::domain::register::Register;
use huishen::store::{Fault, FaultKind, Report, Store};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::{actor, everyone, small, unit_name};

fn fresh() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    (folder, path)
}

fn verify(path: &Path) -> Report {
    Store::open(path).unwrap().verify().unwrap()
}

/// The report on a small file after some statements from outside.
fn after(statements: &str) -> Report {
    let (_folder, path) = fresh();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(&format!("pragma foreign_keys = off; {statements}")).unwrap();
    drop(conn);
    verify(&path)
}

fn places(report: &Report) -> Vec<(FaultKind, &str)> {
    report.faults.iter().map(|fault| (fault.kind, fault.place.as_str())).collect()
}

#[test]
fn an_untouched_file_is_clean_and_tells_its_head() {
    let (_folder, path) = fresh();
    let report = verify(&path);
    assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    let head = report.head.clone().unwrap();
    assert_eq!((head.seq, i64::try_from(report.rows).unwrap()), (last(), last()));
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["head"]["hash"].as_str().unwrap().len(), 64);
    assert_eq!(json["head"]["at"], "2026-11-24T09:00:00.000000Z");
    assert_eq!(json["faults"], serde_json::json!([]));
}

/// The last row of the small file's journal.
fn last() -> i64 {
    let (_folder, path) = fresh();
    Connection::open(path).unwrap().query_row("select max(seq) from journal", [], |row| row.get(0)).unwrap()
}

/// The first row of a kind in the small file's journal, which is about the first target.
fn first(kind: &str) -> i64 {
    let (_folder, path) = fresh();
    let sql = "select min(seq) from journal where kind = ?1 and target_id = 1";
    Connection::open(path).unwrap().query_row(sql, [kind], |row| row.get(0)).unwrap()
}

/// The columns of a table, with whether each belongs to the key.
fn columns(conn: &Connection, table: &str) -> Vec<(String, i64)> {
    let mut sql = conn.prepare("select name, pk from pragma_table_info(?1)").unwrap();
    let rows = sql.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn tables(conn: &Connection) -> Vec<String> {
    let apart = "('journal', 'draft', 'sealed_ballot', 'presence') and name not like 'target_search%' and name not like 'sqlite%'";
    let sql = format!("select name from sqlite_schema where type = 'table' and name not in {apart}");
    let mut sql = conn.prepare(&sql).unwrap();
    sql.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Another value of the same type.
fn other(value: &Value) -> Value {
    match value {
        Value::Integer(number) => Value::Integer(number + 1),
        Value::Text(text) => Value::Text(format!("{text}x")),
        _ => Value::Text("7".to_owned()),
    }
}

/// A public key, for somebody of the file.
const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX 经办";

/// Gives somebody of the file a key, disables and enables another, sets a library of the county's own, and gives a unit to another desk.
pub(super) fn keyed(path: &Path) {
    let standard = Standard {
        field: "教育".to_owned(),
        l1: "产出指标".to_owned(),
        l2: "数量指标".to_owned(),
        name: "受益学生人数".to_owned(),
        sign: Some(Sign::AtLeast),
        unit: "人".to_owned(),
        usual: String::new(),
        aliases: vec!["资助学生人数".to_owned()],
    };
    let mut store = Store::open(path).unwrap();
    let user = store.users().unwrap()[0].name.clone();
    let key = PublicKey::parse(KEY).unwrap();
    let roles = vec![WantedRole { role: Role::Observer, unit: None, desk: None }];
    let change = UnitChange {
        code: Some("401002".to_owned()),
        level: Some(UnitLevel::Township),
        desk: Some("自然资源股".to_owned()),
        ..UnitChange::default()
    };
    for command in [
        Command::AddKey { user: user.clone(), key },
        Command::DisableUser { user: user.clone(), reason: "调离".to_owned() },
        Command::EnableUser { user: user.clone() },
        Command::ChangeUser { name: user, login: Some("lurudi".to_owned()), roles },
        Command::SetLibrary { standards: vec![standard] },
        Command::ChangeUnit { unit: unit_name(1), change },
        Command::BeginYear { year: 2022 },
        Command::BeginYear { year: 2021 },
    ] {
        assert!(!store.execute(&actor(everyone("全权")), &command).unwrap().is_empty(), "{command:?}");
    }
}

/// Makes a file with a row in every table that follows from the journal.
fn full(path: &Path) {
    super::sessions::held(path);
    super::with_findings(&mut Store::open(path).unwrap());
    super::execution::executed(&mut Store::open(path).unwrap());
    super::assessments::assessed(&mut Store::open(path).unwrap());
    keyed(path);
    for register in Register::ALL {
        let contents = Box::new(super::registers::record(register, 0, 0));
        let command = Command::Record { contents, reason: String::new() };
        Store::open(path).unwrap().execute(&actor(everyone("全权")), &command).unwrap();
    }
}

#[test]
fn a_changed_value_is_found_in_every_column_of_every_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.db");
    full(&path);
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("pragma foreign_keys = off").unwrap();
    let store = Store::open(&path).unwrap();
    let tables = tables(&conn);
    assert_eq!(tables.len(), 55);
    for table in tables {
        let columns = columns(&conn, &table);
        let key: Vec<_> = columns.iter().filter(|(_, key)| *key > 0).map(|(name, _)| format!("\"{name}\"")).collect();
        let key = key.join(", ");
        let first = format!("({key}) = (select {key} from \"{table}\" order by {key} limit 1)");
        for (column, _) in columns.iter().filter(|(_, key)| *key == 0) {
            let read = format!("select \"{column}\" from \"{table}\" where {first}");
            let value: Value = conn.query_row(&read, [], |row| row.get(0)).unwrap();
            let write = |value: &Value| {
                let sql = format!("update \"{table}\" set \"{column}\" = ?1 where {first}");
                conn.execute(&sql, [value]).unwrap()
            };
            assert_eq!(write(&other(&value)), 1);
            let report = store.verify().unwrap();
            let [fault] = report.faults.as_slice() else { panic!("{table} {column}: {:?}", report.faults) };
            assert_eq!(fault.kind, FaultKind::Value, "{table} {column}");
            assert!(fault.place.starts_with(&format!("{table} #")), "{}", fault.place);
            assert!(fault.place.ends_with(&format!(" {column}")), "{}", fault.place);
            assert_ne!(fault.expected, fault.found);
            write(&value);
        }
        assert!(store.verify().unwrap().is_clean(), "{table} is as it was");
    }
}

#[test]
fn rows_too_many_and_too_few_are_found_by_their_keys() {
    let report = after("delete from indicator where target_id = 1 and round = 2 and place = 1");
    assert_eq!(places(&report), [(FaultKind::Missing, "indicator #1/2/1")]);
    let report = after("insert into link values (2, 1, 0, 1, 'confirmed', 100, '全权', '')");
    assert_eq!(places(&report), [(FaultKind::Extra, "link #2/1/0/1")]);
    let report = after("update unit set id = 9 where id = 2");
    assert_eq!(places(&report), [(FaultKind::Missing, "unit #2"), (FaultKind::Extra, "unit #9")]);
    let search = "'delete', 1, 'x', 'x'";
    let report = after(&format!("insert into target_search (target_search, rowid, names, initials) values ({search})"));
    assert!(report.faults.iter().any(|fault| fault.place == "target_search"), "{:?}", report.faults);
    let report = after("insert into target_search (rowid, names, initials) values (1, '水', 's')");
    assert!(report.faults.iter().any(|fault| fault.place == "target_search"), "{:?}", report.faults);
    let report = after("delete from tally");
    assert!(
        report.faults.iter().all(|fault| fault.kind == FaultKind::Missing && fault.place.starts_with("tally #2021/"))
    );
    let report = after("update target set amount = 99 where id = 2");
    let [Fault { place, expected, found, .. }] = report.faults.as_slice() else { panic!("{:?}", report.faults) };
    assert_eq!(place, "target #2 amount");
    assert_eq!((expected.as_deref(), found.as_deref()), (Some("1000037"), Some("99")));
}

#[test]
fn what_is_not_journaled_may_change() {
    let report = after("insert into draft values ('全权', 1, 'review', '{}', 5)");
    assert!(report.is_clean() && report.proved, "{:?}", report.faults);
}

#[test]
fn a_changed_value_is_found_in_every_column_of_the_journal() {
    for (column, value) in [
        ("at", "at + 1"),
        ("actor", "'别人'"),
        ("on_behalf", "'别人'"),
        ("origin", "'elsewhere'"),
        ("kind", "'target-withdrawn'"),
        ("version", "2"),
        ("target_id", "2"),
        ("payload", "replace(payload, 'target', 'TARGET')"),
        ("previous", "'x' || substr(previous, 2)"),
        ("hash", "'x' || substr(hash, 2)"),
    ] {
        let row = first("target-submitted");
        let report = after(&format!("update journal set {column} = {value} where seq = {row}"));
        let (places, place) = (places(&report), format!("journal 行 {row}"));
        let row = place.as_str();
        let expected = if column == "hash" { FaultKind::Hash } else { places[0].0 };
        assert!(places.contains(&(expected, row)), "{column}: {places:?}");
        assert!(places.iter().any(|(kind, place)| *kind == FaultKind::Hash && *place == row), "{column}");
    }
}

#[test]
fn removed_swapped_and_added_rows_of_the_journal_are_found() {
    let report = after("delete from journal where seq = 9");
    assert_eq!(places(&report)[0], (FaultKind::Gap, "journal 行 9"));
    let (one, other, end) = (first("target-submitted"), first("review-given"), last());
    let row = |seq: i64| format!("journal 行 {seq}");
    let swap = format!(
        "update journal set seq = -seq where seq in ({one}, {other});
        update journal set seq = {other} where seq = -{one}; update journal set seq = {one} where seq = -{other};"
    );
    let swapped = after(&swap);
    assert!(places(&swapped).contains(&(FaultKind::Hash, row(one).as_str())), "{:?}", swapped.faults);
    assert!(places(&swapped).contains(&(FaultKind::Hash, row(other).as_str())));
    let columns = "at, actor, on_behalf, origin, kind, version, target_id, payload, hash, hash";
    let added = after(&format!("insert into journal select {end} + 1, {columns} from journal where seq = {end}"));
    assert!(places(&added).contains(&(FaultKind::Hash, row(end + 1).as_str())), "{:?}", added.faults);
    let values = "0, '全权', null, 'screen', 'undo', 1, null, '{', '', ''";
    let garbage = after(&format!("insert into journal values ({end} + 1, {values})"));
    assert!(places(&garbage).contains(&(FaultKind::Payload, row(end + 1).as_str())), "{:?}", garbage.faults);
    let cut = after(&format!("delete from journal where seq > {}", end - 2));
    assert!(!cut.is_clean(), "the tables tell that the tail was cut");
    assert_eq!(cut.head.unwrap().seq, end - 2);
}

#[test]
fn tables_and_triggers_of_others_are_found() {
    let report = after("create trigger t after insert on target begin update target set amount = 0; end");
    assert_eq!(places(&report), [(FaultKind::Schema, "trigger t")]);
    let report = after(
        "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'round integer not null', 'round integer')
        where name = 'review'",
    );
    assert_eq!(places(&report), [(FaultKind::Schema, "table review")]);
    for change in ["tbl_name = 'targEt_search_data'", "sql = replace(sql, 'BLOB', 'BLoB')"] {
        let report = after(&format!(
            "pragma writable_schema = on; update sqlite_schema set {change} where name = 'target_search_data'"
        ));
        assert!(places(&report).iter().any(|(kind, _)| *kind == FaultKind::Schema), "{change}: {:?}", report.faults);
    }
    let report = after("drop table prior");
    assert_eq!(places(&report)[0], (FaultKind::Schema, "index prior_evaluation"));
    assert!(places(&report).contains(&(FaultKind::Schema, "table prior")));
}

/// Where some bytes occur in others.
fn occurrences(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    bytes.windows(part.len()).enumerate().filter(|(_, window)| *window == part).map(|(at, _)| at).collect()
}

#[test]
fn a_flipped_byte_of_the_file_is_found() {
    let (_folder, path) = fresh();
    let whole = fs::read(&path).unwrap();
    let opinion = "测算依据请补充".as_bytes();
    let places = occurrences(&whole, opinion);
    assert!(places.len() >= 4, "two opinions, each in the journal and in a table");
    for at in places {
        let mut damaged = whole.clone();
        damaged[at + 2] ^= 1;
        fs::write(&path, &damaged).unwrap();
        assert!(!verify(&path).is_clean(), "byte {at}");
    }
}

#[test]
fn what_the_search_notes_of_its_own_making_is_looked_at() {
    for change in ["update target_search_config set k = 'versixn'", "delete from target_search_config"] {
        let (_folder, path) = fresh();
        Connection::open(&path).unwrap().execute_batch(change).unwrap();
        assert!(!verify(&path).is_clean(), "{change}");
    }
}

#[test]
fn a_damaged_page_is_reported_and_ends_nothing() {
    let (_folder, path) = fresh();
    let whole = fs::read(&path).unwrap();
    let page = 4096;
    for start in (page..whole.len()).step_by(page) {
        let mut damaged = whole.clone();
        damaged[start..start + 512].fill(0xa5);
        fs::write(&path, &damaged).unwrap();
        match Store::open(&path) {
            Ok(store) => assert!(!store.verify().unwrap().is_clean(), "page {}", start / page + 1),
            Err(error) => assert!(!error.words().is_empty()),
        }
    }
}

#[test]
fn any_flipped_bit_is_met_without_panic() {
    let (_folder, path) = fresh();
    let whole = fs::read(&path).unwrap();
    let step = whole.len() / 151;
    let mut found = 0;
    for at in (0..whole.len()).step_by(step) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x10;
        fs::write(&path, &damaged).unwrap();
        found += match Store::open(&path) {
            Ok(store) => u32::from(!store.verify().unwrap().is_clean()),
            Err(_) => 1,
        };
    }
    assert!(found > 0);
}

/// Rewrites a row of the journal with a new hash, as somebody would who knows how: the row alone then holds.
#[test]
fn a_ballot_that_is_not_the_sealed_one_is_found_even_when_the_chain_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.db");
    super::sessions::held(&path);
    let conn = Connection::open(&path).unwrap();
    let sql = "update journal set payload = replace(payload, '意见良', '意见优') where kind = 'session-revealed'";
    assert_eq!(conn.execute(sql, []).unwrap(), 1);
    drop(conn);
    let report = verify(&path);
    let seal = report.faults.iter().find(|fault| fault.kind == FaultKind::Seal).unwrap();
    assert!(seal.what.contains("委员甲"), "{}", seal.what);
}

#[test]
fn a_ballot_that_is_changed_while_it_is_sealed_is_found_before_the_reveal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.db");
    super::sessions::held(&path);
    assert!(verify(&path).is_clean());
    for change in ["grade = '差'", "opinion = opinion || '。'", "member = '委员乙'", "salt = '00'"] {
        let own = folder.path().join("c.db");
        fs::copy(&path, &own).unwrap();
        let conn = Connection::open(&own).unwrap();
        assert_eq!(conn.execute(&format!("update sealed_ballot set {change}"), []).unwrap(), 1);
        drop(conn);
        let report = verify(&own);
        let [fault] = report.faults.as_slice() else { panic!("{change}: {:?}", report.faults) };
        assert_eq!((fault.kind, fault.place.as_str()), (FaultKind::Seal, "sealed_ballot #1/2/1"), "{change}");
        assert!(!format!("{fault:?}").contains("委员"), "whose it is, is not told");
    }
}
