//! Earlier opinions, ticked off as answered or not.

use huishen::domain::command::{Command, Verdict};
use huishen::domain::event::Event;
use huishen::domain::facts::Facts;
use huishen::domain::grade::Grade;
use huishen::domain::ids::{Seq, UnitId};
use huishen::domain::people::{Role, Scope};
use huishen::domain::refusal::Refusal;

use super::{Bureau, TARGET, hand_in, person, review, submit, undo};

fn answer(round: u32, review: Seq, answered: bool) -> Command {
    Command::AnswerPoint { target: TARGET, round, review, answered }
}

/// The row of the opinion that was given last.
fn last(bureau: &Bureau) -> Seq {
    bureau.model.standing_reviews(TARGET).last().unwrap().seq
}

/// Returned by a stage in the first round and handed in again; gives the opinion's row.
fn resubmitted(stage: &str) -> (Bureau, Seq) {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    if stage == "desk" {
        bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
    }
    bureau.go(review(stage, Verdict::Return, Grade::Fair)).unwrap();
    let opinion = last(&bureau);
    bureau.go(hand_in(2)).unwrap();
    bureau.go(submit()).unwrap();
    (bureau, opinion)
}

fn said(bureau: &Bureau) -> Vec<(Seq, u32, bool)> {
    let points = bureau.model.points(TARGET).unwrap();
    points.into_iter().map(|point| (point.review, point.round, point.answered)).collect()
}

#[test]
fn a_tick_stands_in_later_rounds_until_somebody_says_otherwise() {
    let (mut bureau, opinion) = resubmitted("desk");
    let done = bureau.go(answer(2, opinion, true)).unwrap();
    assert_eq!(done, [Event::PointAnswered { target: TARGET, round: 2, review: opinion, answered: true }]);
    assert_eq!(bureau.go(answer(2, opinion, true)), Ok(vec![]), "said before");
    bureau.go(review("desk", Verdict::Return, Grade::Fair)).unwrap();
    bureau.go(hand_in(3)).unwrap();
    assert_eq!(said(&bureau), [(opinion, 2, true)]);
    assert_eq!(bureau.go(answer(2, opinion, false)), Err(Refusal::OldRound { seen: 2, now: 3 }));
    bureau.go(answer(3, opinion, false)).unwrap();
    assert_eq!(said(&bureau), [(opinion, 3, false)]);
}

#[test]
fn only_an_opinion_of_an_earlier_round_that_stands_can_be_answered() {
    let (mut bureau, opinion) = resubmitted("desk");
    bureau.go(review("desk", Verdict::Pass, Grade::Good)).unwrap();
    let newest = last(&bureau);
    for other in [newest, Seq(1), Seq(999)] {
        assert_eq!(bureau.go(answer(2, other, true)), Err(Refusal::NoSuchPoint), "{other}");
    }
    bureau.go(answer(2, opinion, true)).unwrap();
    let mut undone = Bureau::new();
    undone.go(submit()).unwrap();
    undone.go(review("department", Verdict::Return, Grade::Fair)).unwrap();
    let gone = last(&undone);
    undone.go(undo()).unwrap();
    undone.go(hand_in(2)).unwrap();
    assert_eq!(undone.go(answer(2, gone, true)), Err(Refusal::NoSuchPoint));
}

#[test]
fn who_reviews_says_so_and_the_unit_only_of_its_own_stage() {
    let unit = person("县教育体育局经办", &[(Role::Department, Scope::Unit(UnitId(1)))]);
    let desk = person("教科文股经办", &[(Role::Desk, Scope::Desk("教科文股".to_owned()))]);
    let other = person("经建股经办", &[(Role::Desk, Scope::Desk("经济建设股".to_owned()))]);
    let observer = person("审计局观察", &[(Role::Observer, Scope::County)]);
    let (mut bureau, opinion) = resubmitted("desk");
    let tick = answer(2, opinion, true);
    assert!(matches!(bureau.go_as(&observer, &tick), Err(Refusal::ObserverWrites(_))));
    for nobody in [&unit, &other] {
        let refused = bureau.go_as(nobody, &tick);
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{}: {refused:?}", nobody.name);
    }
    assert_eq!(bureau.go_as(&desk, &tick).unwrap().len(), 1);
    let (mut bureau, own) = resubmitted("department");
    assert_eq!(bureau.go_as(&unit, &answer(2, own, true)).unwrap().len(), 1);
}

#[test]
fn to_the_unit_an_opinion_that_was_not_fed_back_does_not_exist() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
    bureau.go(review("desk", Verdict::Pass, Grade::Fair)).unwrap();
    let opinion = last(&bureau);
    bureau.go(Command::Withdraw { target: TARGET, seen: None, reason: "补充测算".to_owned() }).unwrap();
    bureau.go(hand_in(2)).unwrap();
    let unit = person("县教育体育局经办", &[(Role::Department, Scope::Unit(UnitId(1)))]);
    assert_eq!(bureau.go_as(&unit, &answer(2, opinion, true)), Err(Refusal::NoSuchPoint));
    assert_eq!(bureau.go(answer(2, opinion, true)).unwrap().len(), 1);
}
