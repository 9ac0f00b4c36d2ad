//! The procedure in memory: every act in every state, the whole way of a target, roles, undo, rounds.

use std::borrow::Borrow;

use huishen::domain::command::{Actor, Command, Origin, ReviewWish, Verdict};
use huishen::domain::decide;
use huishen::domain::event::Event;
use huishen::domain::facts::{Entry, Facts};
use huishen::domain::grade::Grade;
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::{Seq, TargetId};
use huishen::domain::model::Model;
use huishen::domain::people::{Grant, Role, Scope, UnitLevel, User};
use huishen::domain::procedure::Procedure;
use huishen::domain::refusal::Refusal;
use huishen::domain::target::{Indicator, LinkOrigin, ProjectName, Standing, State, Submission, UnitName};
use huishen::domain::time::{Instant, Now};
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

mod key_project;
mod points;
mod prior;

const MINUTE: i64 = 60_000_000;
const TARGET: TargetId = TargetId(1);

/// A file in memory with a clock that goes a minute further with each command.
struct Bureau {
    model: Model,
    rows: i64,
}

fn person(name: &str, grants: &[(Role, Scope)]) -> User {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: scope.clone() }).collect();
    User { name: name.to_owned(), login: None, grants }
}

fn everyone() -> User {
    let roles: Vec<_> = Role::ALL.iter().map(|role| (*role, Scope::County)).collect();
    person("全权", &roles)
}

impl Bureau {
    fn new() -> Self {
        huishen::lang::choose(huishen::lang::Language::Chinese);
        let mut bureau = Self { model: Model::new(Procedure::target_review().unwrap()), rows: 0 };
        bureau.go(Command::Found { county: "云岭县".to_owned(), year: 2021, sample: true }).unwrap();
        let unit = UnitName { code: Some("101001".to_owned()), name: "县教育体育局".to_owned() };
        bureau.go(Command::AddUnit { unit, level: UnitLevel::First, desk: "教科文股".to_owned() }).unwrap();
        bureau.go(hand_in(1)).unwrap();
        bureau
    }

    fn now(&self) -> Now {
        let at = Instant(
            date(2026, 11, 24).at(9, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap().timestamp().as_microsecond(),
        );
        Now::in_zone(Instant(at.0 + self.rows * MINUTE), &TimeZone::UTC)
    }

    fn go(&mut self, command: impl Borrow<Command>) -> Result<Vec<Event>, Refusal> {
        self.go_as(&everyone(), command.borrow())
    }

    fn go_as(&mut self, user: &User, command: &Command) -> Result<Vec<Event>, Refusal> {
        let actor = Actor::new(user.clone(), Origin::Screen);
        let now = self.now();
        let events = decide(&actor, command, now, &self.model)?;
        for event in &events {
            self.rows += 1;
            let by = user.name.clone();
            let origin = Origin::Screen.id().to_owned();
            self.model.apply(&Entry {
                seq: Seq(self.rows),
                at: now.at,
                by,
                on_behalf: None,
                origin,
                event: event.clone(),
            });
        }
        self.rows += 1;
        Ok(events)
    }

    fn standing(&self) -> Standing {
        self.model.targets[&TARGET].standing.clone()
    }

    fn place(&self) -> (State, Option<String>) {
        (self.standing().state, self.standing().stage)
    }
}

fn hand_in(version: u32) -> Command {
    let indicator = |name: &str, value: &str| Indicator {
        l1: Some("产出指标".to_owned()),
        l2: Some("数量指标".to_owned()),
        l3: Some(name.to_owned()),
        value: Some(value.to_owned()),
        ..Indicator::default()
    };
    Command::HandIn(Box::new(HandedTarget {
        unit: UnitName { code: None, name: "县教育体育局".to_owned() },
        project: ProjectName { code: None, name: "义务教育营养改善计划".to_owned() },
        year: Some(2021),
        category: Some("特定目标类项目".to_owned()),
        submission: Submission {
            amount: None,
            objective: "目标1:为12所学校1.2万名学生提供营养膳食;目标2:每周供餐不少于5天".to_owned(),
            indicators: vec![indicator("受益学生人数", "12000"), indicator("供餐天数", &(200 + version).to_string())],
            source: String::new(),
            until: None,
        },
    }))
}

fn submit() -> Command {
    Command::Submit { target: TARGET, seen: None }
}

fn review(stage: &str, verdict: Verdict, grade: Grade) -> Command {
    Command::Review(Box::new(ReviewWish {
        target: TARGET,
        seen: None,
        stage: stage.to_owned(),
        criteria: vec![grade; 6],
        points: Vec::new(),
        grade,
        verdict,
        opinion: "目标2“每周供餐”与指标对应,建议补充时效指标。".to_owned(),
        reason: String::new(),
    }))
}

fn decision(grade: Grade) -> Command {
    let opinion = "指标值偏低,请按上年实际调整。".to_owned();
    Command::Decide { target: TARGET, seen: None, criteria: Vec::new(), points: Vec::new(), grade, opinion, due: None }
}

fn undo() -> Command {
    Command::Undo { target: TARGET, seen: None }
}

const STAGES: [&str; 4] = ["department", "desk", "performance", "budget"];

fn pass_from(bureau: &mut Bureau, first: usize) {
    for stage in &STAGES[first..] {
        bureau.go(review(stage, Verdict::Pass, Grade::Good)).unwrap();
    }
}

#[test]
fn the_whole_way_of_a_target() {
    let mut bureau = Bureau::new();
    assert_eq!(bureau.place(), (State::Draft, None));
    bureau.go(submit()).unwrap();
    pass_from(&mut bureau, 0);
    assert_eq!(bureau.place(), (State::Pending, Some("joint".to_owned())));
    bureau.go(decision(Grade::Fair)).unwrap();
    assert_eq!(bureau.standing().state, State::Returned);
    assert_eq!(bureau.standing().due, Some(date(2026, 12, 1)), "five working days after a Tuesday");
    assert_eq!(bureau.go(submit()), Err(Refusal::NotAmended));
    bureau.go(hand_in(2)).unwrap();
    bureau.go(submit()).unwrap();
    assert_eq!(bureau.place(), (State::Pending, Some("desk".to_owned())), "中 resumes at the desk");
    assert_eq!(bureau.standing().round, 2);
    pass_from(&mut bureau, 1);
    bureau.go(decision(Grade::Excellent)).unwrap();
    assert_eq!(bureau.place(), (State::Budgeted, None));
}

#[test]
fn good_is_negotiated_amended_and_budgeted() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    pass_from(&mut bureau, 0);
    bureau.go(decision(Grade::Good)).unwrap();
    let settle =
        Command::Settle { target: TARGET, seen: None, agreed: "供餐天数改为不少于205天。".to_owned() };
    assert_eq!(bureau.go(settle.clone()), Err(Refusal::NotAmended));
    bureau.go(hand_in(5)).unwrap();
    assert_eq!(bureau.standing().state, State::Negotiating);
    bureau.go(settle).unwrap();
    assert_eq!(bureau.standing().state, State::Budgeted);
}

#[test]
fn a_third_return_asks_the_bureau() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    for round in 2..4 {
        bureau.go(review("department", Verdict::Return, Grade::Fair)).unwrap();
        bureau.go(hand_in(round)).unwrap();
        bureau.go(submit()).unwrap();
    }
    bureau.go(review("department", Verdict::Return, Grade::Poor)).unwrap();
    assert_eq!(bureau.place(), (State::Ruling, None));
    let rule = Command::Rule { target: TARGET, seen: None, enters: false, opinion: "不予安排。".to_owned() };
    bureau.go(rule).unwrap();
    assert_eq!(bureau.standing().state, State::Excluded);
}

#[test]
fn the_same_contents_change_nothing() {
    let mut bureau = Bureau::new();
    assert_eq!(bureau.go(hand_in(1)), Ok(Vec::new()));
    bureau.go(hand_in(2)).unwrap();
    assert_eq!(bureau.standing().round, 2);
}

#[test]
fn a_code_of_another_units_project_opens_no_door() {
    let mut bureau = Bureau::new();
    let unit = UnitName { code: Some("401001".to_owned()), name: "县水务局".to_owned() };
    bureau.go(Command::AddUnit { unit, level: UnitLevel::First, desk: "农业农村股".to_owned() }).unwrap();
    let with_code = |unit: &str, code: &str, name: &str| {
        let Command::HandIn(mut handed) = hand_in(9) else { unreachable!() };
        handed.unit.name = unit.to_owned();
        handed.project = ProjectName { code: Some(code.to_owned()), name: name.to_owned() };
        Command::HandIn(handed)
    };
    bureau.go(with_code("县教育体育局", "53039921T000000101001", "校舍维修")).unwrap();
    let clerk = person("县水务局经办", &[(Role::Department, Scope::Unit(huishen::domain::ids::UnitId(2)))]);
    let theft = with_code("县水务局", "53039921T000000101001", "饮水安全");
    assert!(bureau.go_as(&clerk, &theft).is_err());
    bureau.go_as(&clerk, &with_code("县水务局", " ", "饮水安全")).unwrap();
    bureau.go_as(&clerk, &with_code("县水务局", " ", "河道清淤")).unwrap();
    assert_eq!(bureau.model.targets.len(), 4, "a blank code is no code");
}

#[test]
fn contents_under_review_cannot_be_exchanged() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    bureau.go(hand_in(2)).unwrap();
    bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
    assert_eq!(bureau.go(hand_in(3)), Err(Refusal::UnderReview));
}

#[test]
fn links_follow_what_is_unchanged_into_the_next_round() {
    let mut bureau = Bureau::new();
    let link = |objective, indicator| Command::Link { target: TARGET, round: 1, objective, indicator, belongs: true };
    bureau.go(link(0, 0)).unwrap();
    bureau.go(link(1, 1)).unwrap();
    assert_eq!(bureau.go(link(2, 0)), Err(Refusal::NoSuchPlace));
    bureau.go(hand_in(2)).unwrap();
    let links = bureau.model.links(TARGET, 2).unwrap();
    let people = links.iter().filter(|link| link.origin == LinkOrigin::Confirmed);
    assert_eq!(people.map(|link| (link.objective, link.indicator)).collect::<Vec<_>>(), [(0, 0)]);
    assert_eq!(bureau.go(link(1, 1)), Err(Refusal::OldRound { seen: 1, now: 2 }));
}

#[test]
fn roles_are_enforced() {
    let mut bureau = Bureau::new();
    let desk = |name: &str| person("教科文股经办", &[(Role::Desk, Scope::Desk(name.to_owned()))]);
    bureau.go(submit()).unwrap();
    bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
    let refused = bureau.go_as(&desk("农业农村股"), &review("desk", Verdict::Pass, Grade::Good)).unwrap_err();
    assert!(matches!(refused, Refusal::NotAllowed { needs: Role::Desk, .. }));
    let observer = person("审计局观察", &[(Role::Observer, Scope::County)]);
    let refused = bureau.go_as(&observer, &review("desk", Verdict::Pass, Grade::Good)).unwrap_err();
    assert!(matches!(refused, Refusal::ObserverWrites(_)));
    let admin = person("系统管理员", &[(Role::Admin, Scope::County)]);
    assert!(bureau.go_as(&admin, &review("desk", Verdict::Pass, Grade::Good)).is_err());
    bureau.go_as(&desk("教科文股"), &review("desk", Verdict::Pass, Grade::Good)).unwrap();
    let other = person("县农业农村局经办", &[(Role::Department, Scope::Unit(huishen::domain::ids::UnitId(9)))]);
    assert!(
        matches!(bureau.go_as(&other, &submit()), Err(Refusal::UnknownTarget(_))),
        "another unit's target is not seen"
    );
}

#[test]
fn an_act_is_undone_by_its_maker_until_somebody_builds_on_it() {
    let mut bureau = Bureau::new();
    let before = bureau.standing();
    bureau.go(submit()).unwrap();
    bureau.go(undo()).unwrap();
    assert_eq!(bureau.standing(), before);
    bureau.go(submit()).unwrap();
    bureau.go(review("department", Verdict::Pass, Grade::Good)).unwrap();
    let chief = person("教科文股经办", &[(Role::Desk, Scope::County)]);
    assert!(matches!(bureau.go_as(&chief, &undo()), Err(Refusal::NotYours { .. })));
    bureau.go_as(&chief, &review("desk", Verdict::Pass, Grade::Good)).unwrap();
    assert!(matches!(bureau.go(undo()), Err(Refusal::NotYours { .. })), "consumed by the desk");
    bureau.go_as(&chief, &undo()).unwrap();
    bureau.go(undo()).unwrap();
    assert_eq!(bureau.place(), (State::Pending, Some("department".to_owned())));
    assert_eq!(bureau.model.standing_reviews(TARGET).count(), 0);
}

#[test]
fn a_grade_against_the_rule_needs_a_reason() {
    let mut bureau = Bureau::new();
    bureau.go(submit()).unwrap();
    let Command::Review(mut wish) = review("department", Verdict::Pass, Grade::Good) else { unreachable!() };
    wish.grade = Grade::Poor;
    wish.opinion = " ".to_owned();
    let refused = bureau.go(Command::Review(wish.clone()));
    assert_eq!(refused, Err(Refusal::NoReason { suggested: Grade::Good, given: Grade::Poor }));
    wish.criteria.pop();
    assert_eq!(bureau.go(Command::Review(wish.clone())), Err(Refusal::CriteriaCount { expected: 6, given: 5 }));
    wish.criteria.push(Grade::Good);
    wish.reason = "支出方向与职能不符。".to_owned();
    bureau.go(Command::Review(wish)).unwrap();
}

#[test]
fn who_saw_an_old_version_is_told_who_was_faster() {
    let mut bureau = Bureau::new();
    let seen = Some(bureau.model.targets[&TARGET].version);
    bureau.go(submit()).unwrap();
    let refused = bureau.go(Command::Withdraw { target: TARGET, seen, reason: "不再申请".to_owned() }).unwrap_err();
    assert!(
        matches!(&refused, Refusal::Stale { who, what, .. } if who == "全权" && what == "target-submitted"),
        "{refused:?}"
    );
    assert!(refused.words().contains("报送"), "{}", refused.words());
}

fn any_command() -> impl Strategy<Value = Command> {
    let grade = prop_oneof![Just(Grade::Excellent), Just(Grade::Good), Just(Grade::Fair), Just(Grade::Poor)];
    let stage = prop_oneof![Just("department"), Just("desk"), Just("performance"), Just("budget"), Just("joint")];
    let verdict = prop_oneof![4 => Just(Verdict::Pass), 2 => Just(Verdict::Return), 1 => Just(Verdict::Rule)];
    let words = prop_oneof![Just(String::new()), Just("同意。".to_owned())];
    let (seen, target) = (prop_oneof![9 => Just(None), 1 => Just(Some(2))], TARGET);
    prop_oneof![
        4 => Just(submit()),
        12 => (stage, verdict, grade.clone()).prop_map(|(stage, verdict, grade)| review(stage, verdict, grade)),
        4 => grade.prop_map(decision),
        4 => (1_u32..6).prop_map(hand_in),
        2 => (words.clone(), seen.clone()).prop_map(move |(agreed, seen)| Command::Settle { target, seen, agreed }),
        2 => (any::<bool>(), words.clone()).prop_map(move |(enters, opinion)| Command::Rule { target, seen: None, enters, opinion }),
        1 => (words, seen).prop_map(move |(reason, seen)| Command::Withdraw { target, seen, reason }),
        4 => Just(undo()),
        2 => (1_u32..4, 0_u32..3, 0_u32..3, any::<bool>()).prop_map(move |(round, objective, indicator, belongs)| Command::Link { target, round, objective, indicator, belongs }),
    ]
}

fn is_sane(standing: &Standing, procedure: &Procedure) -> bool {
    let stage_known = standing.stage.as_deref().is_some_and(|stage| procedure.stage(stage).is_some());
    let waiting = matches!(standing.state, State::Returned | State::Negotiating);
    (standing.state == State::Pending) == stage_known
        && standing.stage.is_some() == stage_known
        && standing.returns <= procedure.rounds
        && (!waiting || standing.due.is_some())
        && (standing.state != State::Returned || standing.resume.is_some())
}

proptest! {
    #[test]
    fn no_walk_leads_to_an_undefined_state(commands in prop::collection::vec(any_command(), 1..60)) {
        let mut bureau = Bureau::new();
        let procedure = Procedure::target_review().unwrap();
        for command in commands {
            let before = bureau.model.targets[&TARGET].clone();
            let is_undo = matches!(command, Command::Undo { .. });
            match bureau.go(command) {
                Ok(events) => {
                    let steps = events.iter().filter(|event| event.step().is_some()).count();
                    let after = &bureau.model.targets[&TARGET];
                    prop_assert_eq!(after.version, before.version + u32::try_from(steps).unwrap());
                    prop_assert!(is_sane(&after.standing, &procedure), "{:?}", after.standing);
                    let undoable = ["target-submitted", "target-withdrawn", "review-given"];
                    if !is_undo && events.iter().any(|event| undoable.contains(&event.kind())) {
                        let mut other = Bureau { model: bureau.model.clone(), rows: bureau.rows };
                        other.go(undo()).unwrap();
                        prop_assert_eq!(other.standing(), before.standing);
                    }
                }
                Err(refusal) => {
                    prop_assert_eq!(&bureau.model.targets[&TARGET], &before);
                    let words = refusal.words();
                    prop_assert!(words.chars().count() > 4 && !words.contains("%{") && !words.contains("refusal."), "{}", words);
                }
            }
        }
    }
}
