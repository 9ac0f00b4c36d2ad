//! Evaluations of earlier years beside a target: what the checks say of them, measured against what was approved.

use huishen::domain::check::Lack;
use huishen::domain::command::Command;
use huishen::domain::ids::TargetId;
use huishen::store::Store;

use super::{actor, add_unit, create, evaluation, everyone, found, hand_in};

/// Walks the first target through all stages into the budget.
pub fn approve(store: &mut Store) {
    let all = actor(everyone("全权"));
    store.execute_all(&all, &super::execution::approval(1)).unwrap();
}

/// The first project of the year after.
pub fn next_year() -> Command {
    let Command::HandIn(mut handed) = hand_in(0, 0, 3) else { unreachable!() };
    handed.year = Some(2022);
    Command::HandIn(handed)
}

#[test]
fn a_changed_target_value_is_found_once_the_target_of_that_year_was_approved() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = create(&folder.path().join("a.db"));
    let all = actor(everyone("全权"));
    for command in [found(), add_unit(0), evaluation(0, 0, 2021, 92), hand_in(0, 0, 1), next_year()] {
        store.execute(&all, &command).unwrap();
    }
    let checked = |store: &Store| store.checked_priors(&all.user, TargetId(2)).unwrap().remove(0).report;
    let before = checked(&store);
    assert!(before.unchecked.iter().any(|one| one.id == "target-changed" && one.reason == Lack::Approved));
    approve(&mut store);
    let after = checked(&store);
    let changed = after.findings.iter().find(|one| one.id == "target-changed").unwrap();
    assert!(changed.slots["approved"].contains("12000"), "{changed:?}");
    assert!(after.unchecked.iter().all(|one| one.reason != Lack::Approved));
    let file = store.case_file(&all.user, TargetId(2)).unwrap().unwrap();
    assert_eq!(file.priors[0].report, after, "the case file says the same");
}
