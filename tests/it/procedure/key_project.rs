//! Key projects (重点项目): scored by points, each criterion within its own, the total making the grade.

use rust_decimal::Decimal;

use Grade::{Excellent, Fair, Good};

use super::*;

fn set(key_project: bool) -> Command {
    Command::SetKeyProject { target: TARGET, seen: None, key_project, reason: "县重点民生项目".to_owned() }
}

fn numbers(points: &str) -> Vec<Decimal> {
    points.split_whitespace().map(|one| one.parse().unwrap()).collect()
}

/// A pass at the first stage with points (20 15 15 20 20 10 at most), and the overall grade given.
fn scored(points: &str, grade: Grade) -> Command {
    let Command::Review(mut wish) = review("department", Verdict::Pass, grade) else { unreachable!() };
    (wish.criteria, wish.points, wish.opinion) = (Vec::new(), numbers(points), String::new());
    Command::Review(wish)
}

fn key_project() -> Bureau {
    let mut bureau = Bureau::new();
    bureau.go(set(true)).unwrap();
    bureau.go(submit()).unwrap();
    bureau
}

#[test]
fn the_total_makes_the_grade_and_each_criterion_its_own() {
    let mut bureau = key_project();
    bureau.go(scored("18 13.5 12 16 12 9", Grade::Good)).unwrap();
    let review = &bureau.model.standing_reviews(TARGET).last().unwrap().review;
    assert_eq!(review.criteria, [Excellent, Excellent, Good, Good, Fair, Excellent]);
    assert_eq!((review.grade, review.suggested), (Some(Good), Some(Good)), "80.5 of 100");
    assert_eq!(review.points, numbers("18 13.5 12 16 12 9"));
    assert_eq!(bureau.place(), (State::Pending, Some("desk".to_owned())));
}

#[test]
fn points_outside_their_criterion_are_refused_with_its_name() {
    let mut bureau = key_project();
    for wrong in ["20.5 15 15 20 20 10", "20 15 15 20 20 11", "-1 15 15 20 20 10", "19.25 15 15 20 20 10"] {
        let refused = bureau.go(scored(wrong, Grade::Excellent)).unwrap_err();
        assert!(matches!(refused, Refusal::PointsOutside { .. }), "{wrong}: {refused:?}");
    }
    let refused = bureau.go(scored("20 15 15 20 20 11", Grade::Excellent)).unwrap_err().words();
    assert!(refused.contains("以前年度评价情况") && refused.contains("11") && refused.contains("10"), "{refused}");
    assert_eq!(
        bureau.go(scored("20 15 15", Grade::Excellent)).unwrap_err(),
        Refusal::CriteriaCount { expected: 6, given: 3 }
    );
}

#[test]
fn grades_alone_do_not_do_and_points_are_for_key_projects_only() {
    let mut bureau = key_project();
    assert_eq!(bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap_err(), Refusal::NeedsPoints);
    bureau.go(set(false)).unwrap();
    assert_eq!(bureau.go(scored("18 13 12 16 12 9", Grade::Good)).unwrap_err(), Refusal::NoKeyProject);
    bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
}

#[test]
fn grades_beside_points_must_be_those_that_the_points_make() {
    let mut bureau = key_project();
    let Command::Review(mut wish) = scored("18 13.5 12 16 12 9", Grade::Good) else { unreachable!() };
    wish.criteria = vec![Grade::Good; 6];
    assert_eq!(bureau.go(Command::Review(wish)).unwrap_err(), Refusal::PointsDisagree);
}

#[test]
fn another_grade_than_the_totals_needs_a_reason() {
    let mut bureau = key_project();
    let refused = bureau.go(scored("18 13.5 13.5 18 18 9", Grade::Good)).unwrap_err();
    assert_eq!(refused, Refusal::NoReason { suggested: Grade::Excellent, given: Grade::Good });
}

#[test]
fn the_mark_keeps_the_waiting_time_and_is_undone() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    let before = bureau.standing();
    bureau.go(set(true)).unwrap();
    assert_eq!(bureau.standing().since, before.since);
    assert_eq!(bureau.go(set(true)).unwrap_err(), Refusal::KeyProjectAlready(true));
    bureau.go(undo()).unwrap();
    assert_eq!(bureau.standing(), before);
}

#[test]
fn who_reviews_sets_it_and_the_unit_does_not() {
    let mut bureau = Bureau::new();
    let unit = bureau.model.targets[&TARGET].unit;
    let refused = bureau.go_as(&person("单位", &[(Role::Department, Scope::Unit(unit))]), &set(true)).unwrap_err();
    assert!(matches!(refused, Refusal::NotAllowed { .. }), "{refused:?}");
    bureau.go_as(&person("绩效股", &[(Role::Performance, Scope::County)]), &set(true)).unwrap();
}

#[test]
fn a_key_project_stays_one_in_its_next_round_and_at_the_joint_session() {
    let mut bureau = key_project();
    for stage in ["department", "desk", "performance", "budget"] {
        let Command::Review(mut wish) = scored("18 13.5 12 16 12 9", Grade::Good) else { unreachable!() };
        wish.stage = stage.to_owned();
        bureau.go(Command::Review(wish)).unwrap();
    }
    bureau.go(decision(Grade::Fair)).unwrap();
    bureau.go(hand_in(2)).unwrap();
    bureau.go(submit()).unwrap();
    assert!(bureau.standing().key_project);
    let Command::Review(mut wish) = scored("18 13.5 12 16 12 9", Grade::Good) else { unreachable!() };
    for stage in ["desk", "performance", "budget"] {
        wish.stage = stage.to_owned();
        bureau.go(Command::Review(wish.clone())).unwrap();
    }
    let Command::Decide { target, seen, grade, opinion, due, .. } = decision(Grade::Excellent) else { unreachable!() };
    let graded = vec![Grade::Excellent; 6];
    let decide =
        |criteria, points| Command::Decide { target, seen, criteria, points, grade, opinion: opinion.clone(), due };
    assert_eq!(bureau.go(decide(graded, Vec::new())).unwrap_err(), Refusal::NeedsPoints);
    bureau.go(decide(Vec::new(), numbers("20 15 15 20 20 10"))).unwrap();
    assert_eq!(bureau.place().0, State::Budgeted);
}
