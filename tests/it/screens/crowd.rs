//! A meeting of a few programs, as `cargo bench --bench room` holds it with many: what must be so whatever the moment at which somebody
//! acts, or is killed.

use std::time::Duration;

use crate::meeting::{Plan, hold};

const FEW: Plan = Plan {
    members: 3,
    others: 3,
    items: 3,
    within: Duration::from_millis(400),
    kills: 0,
    idle: Duration::from_millis(100),
    seed: 7,
};

#[test]
fn every_step_reaches_every_screen_and_every_ballot_the_result() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = hold(&FEW, folder.path());
    assert!(outcome.faults.is_empty(), "{:#?}", outcome.faults);
    assert_eq!(outcome.acknowledged, FEW.members * FEW.items);
    let followers = FEW.members + FEW.others - 1;
    assert_eq!(outcome.steps.iter().map(Vec::len).collect::<Vec<_>>(), vec![followers; FEW.items - 1]);
}

#[test]
fn whoever_is_killed_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = hold(&Plan { kills: 2, ..FEW }, folder.path());
    assert!(outcome.faults.is_empty(), "{:#?}", outcome.faults);
    assert!(outcome.killed > 0, "somebody was killed");
    assert_eq!(outcome.acknowledged, FEW.members * FEW.items);
}
