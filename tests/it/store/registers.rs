//! The registers in the file against the domain's own model, whatever people want in whatever order; and who may keep what.

use huishen::domain::command::Command;
use huishen::domain::event::Event;
use huishen::domain::ids::{RecordId, UnitId};
use huishen::domain::model::Model;
use huishen::domain::people::{Role, Scope, User};
use huishen::domain::refusal::Refusal;
use huishen::domain::register::facts::Kept;
use huishen::domain::register::field::{Cells, Wrong};
use huishen::domain::register::judge::Timing;
use huishen::domain::register::refusal::RegisterRefusal;
use huishen::domain::register::{Content, Record, Register};
use huishen::store::Store;
use proptest::prelude::*;

use super::{actor, add_unit, both, create, everyone, found, person};

/// A record that a person might write; equal numbers mean the same thing, versions differ in what is said of it.
pub fn record(register: Register, number: usize, version: u32) -> Record {
    let mut cells = Cells::blank(register.fields());
    let unit = ["县教育体育局", "县水务局", "没有的单位"][number % 3];
    let texts = [
        ("number", format!("师财绩〔2020〕{}号", number + 1)),
        ("title", format!("第{number}件")),
        ("issuers", "县财政局、县审计局".to_owned()),
        ("document-kind", "办法".to_owned()),
        ("post", format!("岗位{number}")),
        ("group-duty", "成员".to_owned()),
        ("work", format!("职责{version}")),
        ("year", "2020".to_owned()),
        ("content", ["绩效目标", "绩效自评"][number % 2].to_owned()),
        ("from", "2020-02-11".to_owned()),
        ("to", format!("2020-02-2{}", version % 9)),
        ("unit", unit.to_owned()),
        ("published", format!("2020-02-2{}", version % 9)),
        ("address", format!("http://www.example.gov.cn/{version}")),
        ("allocation-kind", "扶贫资金".to_owned()),
        ("allocation-number", format!("师财农〔2020〕{number}号")),
        ("issued", "2020-03-02".to_owned()),
        ("amount", format!("{}.5", version + 1)),
        ("project", format!("项目{number}")),
        ("filled", "2020-03-05".to_owned()),
        ("scope", format!("范围{version}")),
        ("held", "2020-06-11".to_owned()),
        ("subject", format!("主题{number}")),
        ("people", version.to_string()),
        ("sent", "2020-06-12".to_owned()),
        ("outlet", format!("信息中心{version}")),
        ("subordinate", unit.to_owned()),
        ("department", ["县水务局", "县教育体育局"][number % 2].to_owned()),
        ("text", format!("第{version}次登记")),
    ];
    for (id, text) in texts {
        cells.set(id, &text);
    }
    register.read(&cells).unwrap()
}

fn keep(record: Record, reason: &str) -> Command {
    Command::Record { contents: Box::new(record), reason: reason.to_owned() }
}

fn any_wish() -> impl Strategy<Value = Command> {
    let register = || prop::sample::select(Register::ALL.to_vec());
    let record_of = move || {
        (register(), 0_usize..3, 0_u32..3).prop_map(|(register, number, version)| record(register, number, version))
    };
    let id = || (1_i64..8).prop_map(RecordId);
    let seen = || prop_oneof![4 => Just(None), 1 => (1_u32..4).prop_map(Some)];
    let reason = || prop::sample::select(vec!["核对后更正", " "]);
    prop_oneof![
        6 => (record_of(), reason()).prop_map(|(record, reason)| keep(record, reason)),
        3 => (id(), seen(), record_of(), reason()).prop_map(|(record, seen, contents, reason)| {
            Command::CorrectRecord { record, seen, contents: Box::new(contents), reason: reason.to_owned() }
        }),
        2 => (id(), seen(), reason()).prop_map(|(record, seen, reason)| Command::RemoveRecord { record, seen, reason: reason.to_owned() }),
    ]
}

fn people() -> Vec<User> {
    vec![
        everyone("全权"),
        person("绩效股经办", &[(Role::Performance, Scope::County)]),
        person("县水务局经办", &[(Role::Department, Scope::Unit(UnitId(2)))]),
        person("农业农村股", &[(Role::Desk, Scope::Desk("农业农村股".to_owned()))]),
        person("审计局观察", &[(Role::Observer, Scope::County)]),
    ]
}

/// What the store says of each record, by the model's numbers.
fn same_records(model: &Model, store: &Store) {
    for (id, kept) in &model.registers.records {
        let file = store.record_file(&everyone("全权"), *id).unwrap().unwrap();
        let Kept { record, version, removed, by, at, .. } = kept;
        assert_eq!((&file.row.record, &file.row.version, &file.row.by, &file.row.at), (record, version, by, at));
        assert_eq!((file.removed.is_some(), file.history.len()), (*removed, usize::try_from(*version).unwrap()));
    }
    for register in Register::ALL {
        let listed = store.register(&everyone("全权"), register, None).unwrap();
        let mut listed: Vec<_> = listed.rows.into_iter().map(|row| (row.id, row.record)).collect();
        listed.sort_by_key(|(id, _)| *id);
        let present = model.registers.records.iter().filter(|(_, kept)| !kept.removed);
        let present = present.filter(|(_, kept)| kept.record.register() == register);
        assert_eq!(listed, present.map(|(id, kept)| (*id, kept.record.clone())).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn file_and_model_grant_refuse_and_hold_the_same(wishes in prop::collection::vec((0_usize..5, any_wish()), 1..40)) {
        let (model, store, _folder) = both(&people(), wishes);
        same_records(&model, &store);
        let report = store.verify().unwrap();
        prop_assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    }
}

fn desk() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = create(&folder.path().join("a.db"));
    let all = actor(everyone("全权"));
    store.execute_all(&all, &[found(), add_unit(0), add_unit(1)]).unwrap();
    (folder, store)
}

#[test]
fn what_is_recorded_is_corrected_with_a_reason_and_nothing_of_it_is_lost() {
    let (_folder, mut store) = desk();
    let all = actor(everyone("全权"));
    let first = record(Register::Document, 0, 0);
    assert_eq!(store.execute(&all, &keep(first.clone(), "")).unwrap().len(), 1);
    assert!(store.execute(&all, &keep(first.clone(), "")).unwrap().is_empty(), "the same again changes nothing");
    let second = record(Register::Document, 0, 1);
    let refused = store.execute(&all, &keep(second.clone(), "")).unwrap_err();
    assert!(matches!(refused, Refusal::Register(RegisterRefusal::Recorded(RecordId(1), _))), "{refused:?}");
    store.execute(&all, &keep(second, "核对原件")).unwrap();
    let remove = Command::RemoveRecord { record: RecordId(1), seen: Some(1), reason: "重复".to_owned() };
    assert!(matches!(store.execute(&all, &remove), Err(Refusal::Stale { .. })), "it was corrected meanwhile");
    let remove = Command::RemoveRecord { record: RecordId(1), seen: Some(2), reason: "重复".to_owned() };
    store.execute(&all, &remove).unwrap();
    assert!(store.register(&all.user, Register::Document, None).unwrap().rows.is_empty());
    let file = store.record_file(&all.user, RecordId(1)).unwrap().unwrap();
    assert_eq!((file.removed.as_deref(), file.history.len()), (Some("重复"), 3));
    assert!(matches!(&file.history[0].event, Event::RegisterRecorded { contents, .. } if *contents == first));
    assert_eq!(store.execute(&all, &keep(first, "")).unwrap().len(), 1, "it can be recorded anew");
}

#[test]
fn a_unit_keeps_and_reads_its_own_disclosure_and_does_not_check_it() {
    let (_folder, mut store) = desk();
    let (all, unit) = (actor(everyone("全权")), actor(people()[2].clone()));
    let (others, own) = (record(Register::Disclosure, 0, 0), record(Register::Disclosure, 1, 0));
    assert!(matches!(store.execute(&unit, &keep(others.clone(), "")), Err(Refusal::NotAllowed { .. })));
    store.execute(&all, &keep(others, "")).unwrap();
    store.execute(&unit, &keep(own.clone(), "")).unwrap();
    let rows = store.register(&unit.user, Register::Disclosure, None).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [RecordId(2)]);
    assert_eq!(store.record_file(&unit.user, RecordId(1)).unwrap(), None);
    let mut cells = own.cells();
    cells.set("checked-by", "县水务局经办");
    let checked = Register::Disclosure.read(&cells).unwrap();
    let refused = store.execute(&unit, &keep(checked.clone(), "已核实")).unwrap_err();
    assert!(matches!(refused, Refusal::Register(RegisterRefusal::OwnCheck(_))));
    store.execute(&actor(people()[3].clone()), &keep(checked, "已核实")).unwrap();
    assert!(matches!(
        store.execute(&unit, &keep(record(Register::Training, 0, 0), "")),
        Err(Refusal::NotAllowed { .. })
    ));
}

#[test]
fn outside_the_window_is_recorded_as_such_and_the_future_is_refused() {
    let (_folder, mut store) = desk();
    let all = actor(everyone("全权"));
    store.execute(&all, &keep(record(Register::Window, 0, 5), "")).unwrap();
    store.execute(&all, &keep(record(Register::Disclosure, 0, 8), "")).unwrap();
    let page = store.register(&all.user, Register::Disclosure, Some(2020)).unwrap();
    assert_eq!(page.timing(&page.rows[0].record), Some(Timing::Late(3)));
    let missing = store.undisclosed(&all.user, 2020, Content::Targets).unwrap();
    assert_eq!(missing.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["县水务局"]);
    let mut cells = record(Register::Disclosure, 1, 0).cells();
    cells.set("published", "2026-11-25");
    let refused = store.execute(&all, &keep(Register::Disclosure.read(&cells).unwrap(), "")).unwrap_err();
    let Refusal::Register(RegisterRefusal::Field(fault)) = refused else { panic!("{refused:?}") };
    assert!(matches!((fault.field, fault.wrong), ("published", Wrong::Future(_))));
}
