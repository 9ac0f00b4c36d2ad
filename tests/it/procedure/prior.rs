//! Earlier evaluations: found by code, name or likeness; what people say of them stands.

use huishen::domain::command::{Command, SaidMatch};
use huishen::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind, PriorReason};
use huishen::domain::facts::Facts;
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::{EvaluationId, TargetId};
use huishen::domain::people::{Role, Scope};
use huishen::domain::refusal::Refusal;
use huishen::domain::target::{ProjectName, Submission, UnitName};

use super::{Bureau, TARGET, hand_in, person};

fn evaluation(project: &str, year: i32, score: &str) -> Evaluation {
    let indicator = |name: &str| EvaluationIndicator {
        l1: Some("产出指标".to_owned()),
        l2: Some("数量指标".to_owned()),
        l3: Some(name.to_owned()),
        ..EvaluationIndicator::default()
    };
    Evaluation {
        unit: UnitName { code: None, name: "县教育体育局".to_owned() },
        project: ProjectName { code: None, name: project.to_owned() },
        year: Some(year),
        kind: EvaluationKind::Own,
        budget: None,
        executed: None,
        score: Some(score.to_owned()),
        indicators: vec![indicator("惠及学生数"), indicator("供餐天数")],
    }
}

fn record(project: &str, year: i32, score: &str) -> Command {
    Command::RecordEvaluation(Box::new(evaluation(project, year, score)))
}

fn target(project: &str) -> Command {
    Command::HandIn(Box::new(HandedTarget {
        unit: UnitName { code: None, name: "县教育体育局".to_owned() },
        project: ProjectName { code: None, name: project.to_owned() },
        year: Some(2021),
        category: None,
        submission: Submission { objective: "改善校舍".to_owned(), ..Submission::default() },
    }))
}

fn priors(bureau: &Bureau, target: i64) -> Vec<(i64, PriorReason)> {
    let priors = bureau.model.priors(TargetId(target)).unwrap();
    priors.into_iter().map(|prior| (prior.evaluation.0, prior.reason)).collect()
}

fn say(evaluation: i64, belongs: Option<bool>) -> Command {
    Command::SetPrior { target: TARGET, evaluation: EvaluationId(evaluation), belongs }
}

fn matched(round: u32, evaluation: i64, said: SaidMatch) -> Command {
    Command::MatchPrior { target: TARGET, round, indicator: 0, evaluation: EvaluationId(evaluation), said }
}

#[test]
fn a_name_alike_will_do_where_there_is_no_better_one() {
    let mut bureau = Bureau::new();
    bureau.go(record("义务教育营养改善计划补助资金", 2020, "96")).unwrap();
    assert_eq!(priors(&bureau, 1), [(1, PriorReason::Similar(95))]);
    bureau.go(record("学前教育资助", 2020, "90")).unwrap();
    assert_eq!(priors(&bureau, 1).len(), 1, "another project of the unit is none");
    bureau.go(record("义务教育营养改善计划", 2019, "95")).unwrap();
    assert_eq!(priors(&bureau, 1)[1], (3, PriorReason::Name));
    bureau.go(record("义务教育营养改善计划", 2017, "95")).unwrap();
    assert_eq!(priors(&bureau, 1).len(), 2, "too long ago");
}

#[test]
fn an_evaluation_goes_to_the_target_that_it_is_by_name_whichever_came_first() {
    let mut bureau = Bureau::new();
    bureau.go(record("农村中小学校舍维修改造", 2020, "96")).unwrap();
    bureau.go(target("农村中小学校舍维修")).unwrap();
    assert_eq!(priors(&bureau, 2), [(1, PriorReason::Similar(85))]);
    bureau.go(target("农村中小学校舍维修改造")).unwrap();
    assert_eq!(priors(&bureau, 3), [(1, PriorReason::Name)]);
    assert_eq!(priors(&bureau, 2), [], "the likest name gives way to the same one");
    let mut bureau = Bureau::new();
    bureau.go(target("农村中小学校舍维修")).unwrap();
    bureau.go(target("农村中小学校舍维修改造")).unwrap();
    bureau.go(record("农村中小学校舍维修改造", 2020, "96")).unwrap();
    assert_eq!((priors(&bureau, 2), priors(&bureau, 3)), (vec![], vec![(1, PriorReason::Name)]));
}

#[test]
fn what_people_say_of_an_evaluation_stands_when_it_is_recorded_anew() {
    let mut bureau = Bureau::new();
    bureau.go(record("义务教育营养改善计划", 2020, "96")).unwrap();
    bureau.go(record("学前教育资助", 2020, "90")).unwrap();
    bureau.go(say(1, Some(false))).unwrap();
    bureau.go(say(2, Some(true))).unwrap();
    assert_eq!(bureau.go(say(2, Some(true))), Ok(vec![]), "said before");
    assert_eq!(priors(&bureau, 1), [(1, PriorReason::Rejected), (2, PriorReason::Confirmed)]);
    bureau.go(record("义务教育营养改善计划", 2020, "97")).unwrap();
    bureau.go(record("学前教育资助", 2020, "91")).unwrap();
    assert_eq!(priors(&bureau, 1), [(3, PriorReason::Rejected), (4, PriorReason::Confirmed)]);
    bureau.go(say(3, None)).unwrap();
    bureau.go(say(4, None)).unwrap();
    assert_eq!(priors(&bureau, 1), [(3, PriorReason::Name)], "the program's own view again");
}

#[test]
fn what_people_say_of_an_indicator_follows_it_into_the_next_round_and_the_newer_evaluation() {
    let mut bureau = Bureau::new();
    bureau.go(record("义务教育营养改善计划", 2020, "96")).unwrap();
    bureau.go(matched(1, 1, SaidMatch::Earlier(1))).unwrap();
    bureau.go(hand_in(2)).unwrap();
    let said = |bureau: &Bureau| {
        let matches = bureau.model.prior_matches(TARGET, 2).unwrap();
        matches.into_iter().map(|one| (one.indicator, one.evaluation.0, one.earlier)).collect::<Vec<_>>()
    };
    assert_eq!(said(&bureau), [(0, 1, Some(1))]);
    bureau.go(record("义务教育营养改善计划", 2020, "97")).unwrap();
    assert_eq!(said(&bureau), [(0, 1, Some(1)), (0, 2, Some(1))]);
    bureau.go(matched(2, 2, SaidMatch::Nothing)).unwrap();
    assert_eq!(said(&bureau)[1], (0, 2, None));
    bureau.go(matched(2, 2, SaidMatch::Unsaid)).unwrap();
    assert_eq!(said(&bureau).len(), 1);
    assert_eq!(bureau.go(matched(2, 2, SaidMatch::Earlier(9))), Err(Refusal::NoSuchPlace));
    assert_eq!(bureau.go(matched(1, 2, SaidMatch::Nothing)), Err(Refusal::OldRound { seen: 1, now: 2 }));
    assert_eq!(bureau.go(matched(2, 9, SaidMatch::Nothing)), Err(Refusal::NoSuchEvaluation));
}

#[test]
fn an_earlier_indicator_that_was_said_of_another_moves() {
    let mut bureau = Bureau::new();
    bureau.go(record("义务教育营养改善计划", 2020, "96")).unwrap();
    bureau.go(matched(1, 1, SaidMatch::Earlier(0))).unwrap();
    let evaluation = EvaluationId(1);
    let said = SaidMatch::Earlier(0);
    bureau.go(Command::MatchPrior { target: TARGET, round: 1, indicator: 1, evaluation, said }).unwrap();
    let matches = bureau.model.prior_matches(TARGET, 1).unwrap();
    assert_eq!(matches.iter().map(|one| one.indicator).collect::<Vec<_>>(), [1]);
}

#[test]
fn only_who_may_link_may_say_so() {
    let mut bureau = Bureau::new();
    bureau.go(record("义务教育营养改善计划", 2020, "96")).unwrap();
    let observer = person("审计局观察", &[(Role::Observer, Scope::County)]);
    assert!(matches!(bureau.go_as(&observer, &say(1, Some(false))), Err(Refusal::ObserverWrites(_))));
    let other = person("经建股经办", &[(Role::Desk, Scope::Desk("经济建设股".to_owned()))]);
    let refused = bureau.go_as(&other, &matched(1, 1, SaidMatch::Nothing));
    assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{refused:?}");
}
