//! The shared file, looked at from outside: what its tests have in common.

pub mod assessments;
pub mod audit;
pub mod backup;
pub mod crowd;
pub mod disk;
pub mod evaluated;
pub mod execution;
pub mod faults;
pub mod fill;
pub mod migrate;
pub mod model;
pub mod open;
pub mod processes;
pub mod registers;
pub mod sessions;
pub mod verify;

use std::path::Path;
use std::sync::Arc;

use huishen::domain::command::{Actor, Command, Origin, ReviewWish, SaidMatch, Verdict};
use huishen::domain::decide;
use huishen::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind};
use huishen::domain::event::Event;
use huishen::domain::facts::Entry;
use huishen::domain::grade::Grade;
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::{EvaluationId, Seq, TargetId};
use huishen::domain::model::Model;
use huishen::domain::money::Money;
use huishen::domain::people::{Grant, Role, Scope, UnitLevel, User};
use huishen::domain::procedure::Procedure;
use huishen::domain::target::{Indicator, ProjectName, Submission, UnitName};
use huishen::domain::time::{Instant, Now};
use huishen::store::{FixedClock, Store};
use jiff::tz::TimeZone;
use tempfile::TempDir;

/// Tuesday 2026-11-24, 09:00 UTC.
pub const MORNING: Instant = Instant(1_795_510_800_000_000);
/// Microseconds.
pub const MINUTE: i64 = 60_000_000;
pub const UNITS: [(&str, &str, &str); 2] =
    [("101001", "县教育体育局", "教科文股"), ("401001", "县水务局", "农业农村股")];
pub const STAGES: [&str; 4] = ["department", "desk", "performance", "budget"];

pub fn person(name: &str, grants: &[(Role, Scope)]) -> User {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: scope.clone() }).collect();
    User { name: name.to_owned(), login: None, grants }
}

/// Somebody with every role.
pub fn everyone(name: &str) -> User {
    let roles: Vec<_> = Role::ALL.iter().map(|role| (*role, Scope::County)).collect();
    person(name, &roles)
}

pub fn actor(user: User) -> Actor {
    Actor::new(user, Origin::CommandLine)
}

pub fn unit_name(unit: usize) -> UnitName {
    UnitName { code: Some(UNITS[unit].0.to_owned()), name: UNITS[unit].1.to_owned() }
}

pub fn found() -> Command {
    Command::Found { county: "云岭县".to_owned(), year: 2021, sample: true }
}

pub fn add_unit(unit: usize) -> Command {
    Command::AddUnit { unit: unit_name(unit), level: UnitLevel::First, desk: UNITS[unit].2.to_owned() }
}

pub fn project(number: usize) -> ProjectName {
    let code = (number != 1).then(|| format!("53039921T00000010100{number}"));
    ProjectName { code, name: ["营养改善计划", "农村饮水安全", "校舍维修改造"][number].to_owned() }
}

/// Hands in a project in one of several versions.
pub fn hand_in(unit: usize, number: usize, version: u32) -> Command {
    let indicator = |name: &str, value: u32| Indicator {
        l1: Some("产出指标".to_owned()),
        l2: Some("数量指标".to_owned()),
        l3: Some(name.to_owned()),
        sign: "≥".parse().ok(),
        value: Some(value.to_string()),
        unit: Some("人".to_owned()),
        weight: Some("15".to_owned()),
        raw: format!("≥{value}人"),
    };
    let objective = format!("目标1：受益12000人；目标2：培训不少于{}人；目标3：建设3处", 200 + version % 2);
    let submission = Submission {
        amount: Some(Money(1_000_000 * i64::from(version) + 37)),
        objective,
        indicators: vec![indicator("受益人数", 12_000), indicator("培训人数", 200 + version)],
        source: format!("第{version}版.xlsx"),
        until: (version > 1).then_some(2030),
    };
    Command::HandIn(Box::new(HandedTarget {
        unit: unit_name(unit),
        project: project(number),
        year: Some(2021),
        category: Some("特定目标类项目".to_owned()),
        submission,
    }))
}

pub fn evaluation(unit: usize, number: usize, year: i32, score: u32) -> Command {
    let indicators = vec![EvaluationIndicator {
        l3: Some("受益人数".to_owned()),
        sign: "≥".parse().ok(),
        target: Some("11000".to_owned()),
        unit: Some("人".to_owned()),
        actual: Some("10000".to_owned()),
        weight: Some("90".to_owned()),
        score: Some((score - 10).to_string()),
        reason: Some("停课一个月".to_owned()),
        ..EvaluationIndicator::default()
    }];
    Command::RecordEvaluation(Box::new(Evaluation {
        unit: unit_name(unit),
        project: project(number),
        year: Some(year),
        kind: if score.is_multiple_of(2) { EvaluationKind::Own } else { EvaluationKind::Fiscal },
        budget: Some(Money(5_000_000)),
        executed: Some(Money(4_000_000)),
        score: Some(score.to_string()),
        indicators,
    }))
}

pub fn match_prior(target: i64, round: u32, indicator: u32, evaluation: i64, earlier: u32) -> Command {
    let (target, evaluation) = (TargetId(target), EvaluationId(evaluation));
    Command::MatchPrior { target, round, indicator, evaluation, said: SaidMatch::Earlier(earlier) }
}

pub fn answer(target: i64, round: u32, review: i64, answered: bool) -> Command {
    Command::AnswerPoint { target: TargetId(target), round, review: Seq(review), answered }
}

pub fn submit(target: i64) -> Command {
    Command::Submit { target: TargetId(target), seen: None }
}

pub fn review(target: i64, stage: &str, verdict: Verdict, grade: Grade) -> Command {
    Command::Review(Box::new(ReviewWish {
        target: TargetId(target),
        seen: None,
        stage: stage.to_owned(),
        criteria: vec![grade; 6],
        points: Vec::new(),
        grade,
        verdict,
        opinion: "目标2与指标对应，测算依据请补充。".to_owned(),
        reason: String::new(),
    }))
}

pub fn link(target: i64, round: u32, objective: u32, indicator: u32, belongs: bool) -> Command {
    Command::Link { target: TargetId(target), round, objective, indicator, belongs }
}

/// Carries the same wishes out on a file and on the model in memory, each wish of one of the people: both grant and refuse the same.
pub fn both(people: &[User], wishes: Vec<(usize, Command)>) -> (Model, Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, clock) = create(&folder.path().join("a.db"));
    let mut model = Model::new(Procedure::target_review().unwrap());
    let mut seq = 0;
    let start = [found(), add_unit(0), add_unit(1)].map(|command| (0, command));
    for (minute, (who, command)) in (1..).zip(start.into_iter().chain(wishes)) {
        let at = Instant(MORNING.0 + minute * MINUTE);
        clock.set(at);
        let actor = actor(people[who].clone());
        let decided = decide(&actor, &command, Now::in_zone(at, &TimeZone::UTC), &model);
        for event in decided.iter().flatten() {
            seq += 1;
            let (by, origin) = (actor.user.name.clone(), "command-line".to_owned());
            model.apply(&Entry { seq: Seq(seq), at, by, on_behalf: None, origin, event: event.clone() });
        }
        let stored = store.execute(&actor, &command);
        let stored = stored.map(|entries| entries.into_iter().map(|entry| entry.event).collect::<Vec<Event>>());
        assert_eq!(stored, decided, "{command:?}");
    }
    (model, store, folder)
}

/// A new file with a clock that stands still.
pub fn create(path: &Path) -> (Store, Arc<FixedClock>) {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let clock = Arc::new(FixedClock::at(MORNING));
    (Store::create_with(path, clock.clone()).unwrap(), clock)
}

/// Adds a form of which not everything can be checked, and a finding that somebody let stand.
pub fn with_findings(store: &mut Store) {
    let all = actor(everyone("全权"));
    let Command::HandIn(mut bare) = hand_in(1, 2, 1) else { unreachable!() };
    bare.submission.objective = String::new();
    store.execute(&all, &Command::HandIn(bare)).unwrap();
    let (recorded, _) = store.findings(&all.user, TargetId(1)).unwrap();
    let key = recorded.report.findings[0].key.clone();
    let waive = Command::Waive { target: TargetId(1), key, reason: "按省定标准".to_owned() };
    assert_eq!(store.execute(&all, &waive).unwrap().len(), 1);
}

/// A file with a row in every table.
pub fn small(path: &Path) {
    let (mut store, _) = create(path);
    let all = actor(everyone("全权"));
    let roles = vec![
        huishen::domain::command::WantedRole { role: Role::Desk, unit: None, desk: Some("教科文股".to_owned()) },
        huishen::domain::command::WantedRole { role: Role::Department, unit: Some(unit_name(0)), desk: None },
    ];
    let user = Command::AddUser { name: "教科文股经办".to_owned(), login: Some("jkw".to_owned()), roles };
    let commands = [
        found(),
        add_unit(0),
        add_unit(1),
        user,
        evaluation(0, 0, 2020, 92),
        evaluation(1, 1, 2019, 87),
        hand_in(0, 0, 1),
        hand_in(1, 1, 1),
        link(1, 1, 0, 0, true),
        link(1, 1, 1, 1, false),
        match_prior(2, 1, 0, 2, 0),
        submit(1),
        submit(2),
        review(1, "department", Verdict::Pass, Grade::Good),
        review(1, "desk", Verdict::Return, Grade::Fair),
        hand_in(0, 0, 2),
        submit(1),
    ];
    for command in &commands {
        assert!(!store.execute(&all, command).unwrap().is_empty());
    }
    let opinion = store.case_file(&all.user, TargetId(1)).unwrap().unwrap().reviews[0].seq.0;
    assert!(!store.execute(&all, &answer(1, 2, opinion, true)).unwrap().is_empty());
    with_findings(&mut store);
}
