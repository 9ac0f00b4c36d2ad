//! Every act in every state by every role: the table of rights, what is decided, and what the keys offer agree.

use std::collections::BTreeMap;

use super::*;
use crate::app::fixture::{Desk, File, START, now, pass, sample};
use crate::domain::command::{Actor, Command, Origin};
use crate::domain::decide;
use crate::domain::facts::Facts;
use crate::domain::grade::Grade;
use crate::domain::handin::HandedTarget;
use crate::domain::ids::TargetId;
use crate::domain::people::{Grant, Scope, User};
use crate::domain::procedure::Procedure;
use crate::domain::rights::{Act, Place, Right, rights};
use crate::domain::target::UnitName;

const TARGET: TargetId = TargetId(1);

fn person(role: Role) -> User {
    User { name: role.id().to_owned(), login: None, grants: vec![Grant { role, scope: Scope::County }] }
}

/// Every place where a target can stand: amended since the bureau answered, and not reviewed yet.
fn standings() -> Vec<Standing> {
    let file = sample();
    let base = Standing { round: 2, answered: Some(1), stage: None, ..file.model.targets[&TARGET].standing.clone() };
    let at = |state, stage: Option<&str>| Standing { state, stage: stage.map(str::to_owned), ..base.clone() };
    let stages = Procedure::target_review().unwrap().stages.clone();
    let pending = stages.iter().map(|stage| at(State::Pending, Some(&stage.id)));
    let others = State::ALL.into_iter().filter(|state| *state != State::Pending).map(|state| at(state, None));
    pending.chain(others).collect()
}

/// The sample file with one target only, which stands there, and the person.
fn file(standing: &Standing, role: Role) -> File {
    let mut file = sample();
    file.model.targets.retain(|id, _| *id == TARGET);
    let former = file.model.submissions[&(TARGET, 1)].clone();
    file.model.submissions.insert((TARGET, 2), former);
    file.model.targets.get_mut(&TARGET).unwrap().standing = standing.clone();
    file.model.users.insert(role.id().to_owned(), person(role));
    file
}

/// A wish that is right in everything but who has it and when.
fn wish(file: &File, right: &Right) -> Option<Command> {
    let (target, seen, reason) = (TARGET, None, "核对后提出".to_owned());
    Some(match (right.act, &right.place) {
        (Act::Amend, _) => {
            let known = &file.model.targets[&TARGET];
            let unit = &file.model.units[&known.unit];
            let mut submission = file.model.submissions[&(TARGET, 2)].clone();
            submission.objective.push_str("；目标9：另建设3处");
            Command::HandIn(Box::new(HandedTarget {
                unit: UnitName { code: unit.code.clone(), name: unit.name.clone() },
                project: known.project.clone(),
                year: Some(known.year),
                category: known.category.clone(),
                submission,
            }))
        }
        (Act::Submit, _) => Command::Submit { target, seen },
        (Act::Review, Place::Stage(stage, _)) => pass(target, stage),
        (Act::Decide, _) => {
            let (criteria, points, grade) = (Vec::new(), Vec::new(), Grade::Excellent);
            Command::Decide { target, seen, criteria, points, grade, opinion: String::new(), due: None }
        }
        (Act::Settle, _) => Command::Settle { target, seen, agreed: "按协商意见调整".to_owned() },
        (Act::Rule, _) => Command::Rule { target, seen, enters: true, opinion: "列入预算".to_owned() },
        (Act::Withdraw, _) => Command::Withdraw { target, seen, reason },
        (Act::KeyProject, _) => Command::SetKeyProject { target, seen, key_project: true, reason },
        (Act::Link, _) => Command::Link { target, round: 2, objective: 0, indicator: 0, belongs: false },
        (Act::Waive, _) => {
            let recorded = file.model.recorded(TARGET).unwrap()?;
            Command::Waive { target, key: recorded.report.findings.first()?.key.clone(), reason }
        }
        _ => return None,
    })
}

/// The keys that stand for an act.
fn actions(act: Act) -> &'static [Action] {
    match act {
        Act::Amend => &[Action::Amend],
        Act::Submit => &[Action::Submit],
        Act::Review => &[Action::Review, Action::Pass, Action::Return],
        Act::Decide | Act::Settle | Act::Rule => &[Action::Review],
        Act::Withdraw => &[Action::Withdraw],
        Act::KeyProject => &[Action::KeyProject],
        _ => &[],
    }
}

#[test]
fn the_table_holds_for_what_is_decided_and_for_what_the_keys_offer() {
    let table = rights(&Procedure::target_review().unwrap());
    let (mut granted, mut refused) = (0, 0);
    for role in Role::ALL {
        for standing in standings() {
            let file = file(&standing, role);
            let place = format!("{role:?} {:?} {:?}", standing.state, standing.stage);
            let mut offered: BTreeMap<Action, bool> = BTreeMap::new();
            for right in &table {
                let allowed = right.place.holds(&standing) && right.roles.contains(&role);
                let Some(command) = wish(&file, right) else { continue };
                let made = decide(&Actor::new(person(role), Origin::Screen), &command, now(START), &file.model);
                assert_eq!(
                    made.as_ref().is_ok_and(|events| !events.is_empty()),
                    allowed,
                    "{place} {right:?}: {made:?}"
                );
                if allowed {
                    granted += 1;
                } else {
                    refused += 1;
                }
                for action in actions(right.act) {
                    *offered.entry(*action).or_default() |= allowed;
                }
            }
            let mut desk = Desk::with(file, role.id(), (120, 40));
            desk.keys("<Shift-Tab>");
            assert_eq!(desk.app.queue.selected().unwrap().id, TARGET, "{place}");
            let told = offered.keys().map(|action| (*action, desk.app.available(*action).is_ok())).collect();
            assert_eq!(offered, told, "{place}: in the queue");
            desk.keys("<Enter>");
            let told = offered.keys().map(|action| (*action, desk.app.available(*action).is_ok())).collect();
            assert_eq!(offered, told, "{place}: in the case file");
        }
    }
    assert!(granted > 100 && refused > 1000, "{granted} granted, {refused} refused");
}

#[test]
fn the_administrator_grades_nothing_and_the_observer_writes_nothing() {
    let table = rights(&Procedure::target_review().unwrap());
    let of = |role: Role| table.iter().filter(move |right| right.roles.contains(&role)).map(|right| right.act);
    let grading =
        [Act::Review, Act::Decide, Act::Settle, Act::Rule, Act::Vote, Act::Judge, Act::ReEvaluate, Act::Waive];
    assert!(of(Role::Admin).all(|act| !grading.contains(&act)));
    assert_eq!(of(Role::Observer).collect::<Vec<_>>(), [Act::Audit], "which is reading");
    for act in of(Role::Department).filter(|act| grading.contains(act)) {
        assert_eq!(act, Act::Review, "a unit reviews at its own stage alone");
    }
}
