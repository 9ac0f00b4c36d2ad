//! Pre-assessments in the file against the domain's own model, whatever people want in whatever order; the whole way of one; who reads what; and
//! what a target hears of its project's.

use huishen::domain::access::Sight;
use huishen::domain::assessment::record::{HandedAssessment, ItemScore, SelfAssessment, State, Verdict};
use huishen::domain::assessment::refusal::AssessmentRefusal;
use huishen::domain::assessment::rule::rules;
use huishen::domain::assessment::wish::{AssessmentWish, ReviewWish};
use huishen::domain::command::Command;
use huishen::domain::event::Event;
use huishen::domain::facts::Entry;
use huishen::domain::handin::{HandedTarget, Severity};
use huishen::domain::ids::{AssessmentId, TargetId, UnitId};
use huishen::domain::model::Model;
use huishen::domain::money::Money;
use huishen::domain::people::{Role, Scope, User};
use huishen::domain::refusal::Refusal;
use huishen::domain::target::{ProjectName, Submission};
use huishen::domain::time::Instant;
use huishen::store::{FixedClock, Store};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

use super::{MINUTE, MORNING, actor, add_unit, both, create, evaluation, everyone, found, person, unit_name};

const FIRST: AssessmentId = AssessmentId(1);

fn wish(wish: AssessmentWish) -> Command {
    Command::Assessment(Box::new(wish))
}

fn new_project(number: usize) -> ProjectName {
    ProjectName { code: None, name: ["智慧校园建设项目", "水库除险加固工程"][number].to_owned() }
}

/// A unit's own assessment of so many points an item.
fn form(points: i64, rectified: &str) -> SelfAssessment {
    let item = |item: &huishen::domain::procedure::Item| ItemScore {
        item: item.id.clone(),
        score: Some(Decimal::from(points)),
        reason: String::new(),
        evidence: "实施方案".to_owned(),
    };
    SelfAssessment {
        amount: Some(Money::from_wan(680.into()).unwrap()),
        summary: "建设智慧教室".to_owned(),
        items: rules().course.items().map(item).collect(),
        rectified: rectified.to_owned(),
        source: String::new(),
    }
}

fn fill(number: usize, form: SelfAssessment) -> Command {
    let category = Some("特定目标类项目".to_owned());
    wish(AssessmentWish::Fill(Box::new(HandedAssessment {
        unit: unit_name(number),
        project: new_project(number),
        year: Some(2021),
        category,
        form,
    })))
}

fn submit(id: i64) -> Command {
    wish(AssessmentWish::Submit { assessment: AssessmentId(id), seen: None })
}

/// A review of so many points an item; none for 0.
fn review(id: i64, stage: &str, verdict: Verdict, points: i64, opinion: &str) -> Command {
    let count = if points == 0 { 0 } else { rules().course.items().count() };
    wish(AssessmentWish::Review(Box::new(ReviewWish {
        assessment: AssessmentId(id),
        seen: None,
        stage: stage.to_owned(),
        scores: vec![Decimal::from(points); count],
        verdict,
        conclusion: None,
        opinion: opinion.to_owned(),
        reason: String::new(),
        due: None,
    })))
}

fn conclude(id: i64, points: i64, conclusion: Option<&str>, opinion: &str) -> Command {
    let Command::Assessment(mut wish) = review(id, "budget", Verdict::Conclude, points, opinion) else {
        unreachable!()
    };
    if let AssessmentWish::Review(review) = wish.as_mut() {
        review.conclusion = conclusion.map(str::to_owned);
    }
    Command::Assessment(wish)
}

fn undo(id: i64) -> Command {
    wish(AssessmentWish::Undo { assessment: AssessmentId(id), seen: None })
}

fn withdraw(id: i64) -> Command {
    wish(AssessmentWish::Withdraw { assessment: AssessmentId(id), seen: None, reason: "缓建".to_owned() })
}

fn hand_in_new(number: usize, wan: i64) -> Command {
    Command::HandIn(Box::new(HandedTarget {
        unit: unit_name(number),
        project: new_project(number),
        year: Some(2021),
        category: Some("特定目标类项目".to_owned()),
        submission: Submission {
            amount: Money::from_wan(wan.into()),
            objective: "建成".to_owned(),
            ..Submission::default()
        },
    }))
}

/// Something of every act: one that comes to an adjustment and is put right, one that is withdrawn.
pub fn assessed(store: &mut Store) {
    let all = actor(everyone("全权"));
    for command in [
        fill(0, form(4, "")),
        submit(1),
        undo(1),
        submit(1),
        review(1, "desk", Verdict::Pass, 4, "测算需再核"),
        conclude(1, 0, None, "压减设备投入"),
        fill(0, form(5, "已压减设备投入")),
        submit(1),
        fill(1, form(3, "")),
        withdraw(2),
    ] {
        assert!(!store.execute(&all, &command).unwrap().is_empty(), "{command:?}");
    }
}

fn any_wish() -> impl Strategy<Value = Command> {
    let id = || 1_i64..4;
    let points = || prop::sample::select(vec![0_i64, 3, 4, 5, 6]);
    let opinion = || prop::sample::select(vec!["请补充测算", " "]);
    let verdict = || prop::sample::select(Verdict::ALL.to_vec());
    let stage = || prop::sample::select(vec!["desk", "budget", "nowhere"]);
    let conclusion = prop::sample::select(vec![None, Some("support"), Some("refuse"), Some("nothing")]);
    let rectified = prop::sample::select(vec!["", "已核减"]);
    prop_oneof![
        4 => (0_usize..2, 1_i64..7, rectified).prop_map(|(number, points, rectified)| fill(number, form(points, rectified))),
        4 => id().prop_map(submit),
        5 => (id(), stage(), verdict(), points(), opinion())
            .prop_map(|(id, stage, verdict, points, opinion)| review(id, stage, verdict, points, opinion)),
        3 => (id(), points(), conclusion, opinion()).prop_map(|(id, points, given, opinion)| conclude(id, points, given, opinion)),
        2 => id().prop_map(undo),
        1 => id().prop_map(withdraw),
        2 => (0_usize..2, prop::sample::select(vec![199_i64, 680])).prop_map(|(number, wan)| hand_in_new(number, wan)),
        1 => (0_usize..2).prop_map(|unit| evaluation(unit, unit, 2020, 90)),
    ]
}

fn people() -> Vec<User> {
    vec![
        everyone("全权"),
        person("县教育体育局经办", &[(Role::Department, Scope::Unit(UnitId(1)))]),
        person("教科文股", &[(Role::Desk, Scope::Desk("教科文股".to_owned()))]),
        person("预算股", &[(Role::Budget, Scope::County)]),
        person("审计局观察", &[(Role::Observer, Scope::County)]),
    ]
}

/// What the store says of each, by the model's numbers.
fn same(model: &Model, store: &Store) {
    for (id, one) in &model.assessments.all {
        let file = store.assessment_file(&everyone("全权"), *id).unwrap().unwrap();
        assert_eq!(file.assessment, *one);
        for (round, form) in (1..).zip(&file.rounds) {
            assert_eq!(Some(form), model.assessments.forms.get(&(*id, round)));
        }
        let standing = model.assessments.reviews.get(id).into_iter().flatten().filter(|(_, _, undone)| !undone);
        let standing: Vec<_> = standing.map(|(seq, review, _)| (*seq, review.clone())).collect();
        assert_eq!(file.reviews.iter().map(|given| (given.seq, given.review.clone())).collect::<Vec<_>>(), standing);
    }
    assert_eq!(store.assessments(&everyone("全权"), 2021).unwrap().len(), model.assessments.all.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn file_and_model_grant_refuse_and_hold_the_same(wishes in prop::collection::vec((0_usize..5, any_wish()), 1..50)) {
        let (model, store, _folder) = both(&people(), wishes);
        same(&model, &store);
        let report = store.verify().unwrap();
        prop_assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    }
}

struct Desk {
    _folder: tempfile::TempDir,
    store: Store,
    clock: Arc<FixedClock>,
    people: Vec<User>,
    minute: i64,
}

impl Desk {
    /// A county in which the first unit was evaluated for another project last year.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, clock) = create(&folder.path().join("a.db"));
        let start = [found(), add_unit(0), add_unit(1), evaluation(0, 0, 2020, 90)];
        store.execute_all(&actor(everyone("全权")), &start).unwrap();
        Self { _folder: folder, store, clock, people: people(), minute: 1 }
    }

    fn by(&mut self, who: usize, command: &Command) -> Result<Vec<Entry>, Refusal> {
        self.minute += 1;
        self.clock.set(Instant(MORNING.0 + self.minute * MINUTE));
        self.store.execute(&actor(self.people[who].clone()), command)
    }

    fn go(&mut self, who: usize, command: &Command) {
        let done = self.by(who, command);
        assert!(done.as_ref().is_ok_and(|entries| !entries.is_empty()), "{command:?}: {done:?}");
    }

    fn state(&self) -> State {
        self.store.assessment_file(&self.people[0], FIRST).unwrap().unwrap().assessment.standing.state
    }

    /// The `unassessed` findings of a target: what triggered each, and how grave.
    fn unassessed(&self, target: i64) -> Vec<(String, Severity)> {
        let (recorded, _) = self.store.findings(&self.people[0], TargetId(target)).unwrap();
        let found = recorded.report.findings.into_iter().filter(|finding| finding.id == "unassessed");
        found.map(|finding| (finding.trigger, finding.severity)).collect()
    }
}

#[test]
fn the_whole_way_with_an_adjustment_that_is_put_right() {
    let mut desk = Desk::new();
    desk.go(1, &fill(0, form(4, "")));
    desk.go(1, &submit(1));
    desk.go(2, &review(1, "desk", Verdict::Return, 0, "缺测算明细"));
    assert_eq!(desk.state(), State::Returned);
    assert_eq!(desk.by(1, &submit(1)), Err(Refusal::NotAmended));
    desk.go(1, &fill(0, form(5, "")));
    assert_eq!(desk.by(1, &submit(1)), Err(Refusal::Blank("field.rectified")), "what was put right is said");
    desk.go(1, &fill(0, form(5, "已补测算明细")));
    desk.go(1, &submit(1));
    desk.go(2, &review(1, "desk", Verdict::Pass, 4, ""));
    desk.go(3, &conclude(1, 0, None, "压减设备投入"));
    let file = desk.store.assessment_file(&desk.people[0], FIRST).unwrap().unwrap();
    let concluded = file.concluded().unwrap();
    assert_eq!(concluded.review.conclusion.as_deref(), Some("adjust"), "the desk's 80 points");
    assert!(file.assessment.standing.due.is_some(), "there is a day to put right");
    desk.go(1, &fill(0, form(5, "已压减")));
    desk.go(1, &submit(1));
    desk.go(2, &review(1, "desk", Verdict::Pass, 5, "整改到位"));
    desk.go(3, &conclude(1, 0, None, ""));
    assert_eq!(desk.state(), State::Supported);
    assert_eq!(desk.store.verify().unwrap().faults, []);
}

#[test]
fn a_conclusion_beside_the_thresholds_has_a_reason_and_returns_are_counted() {
    let mut desk = Desk::new();
    desk.go(1, &fill(0, form(5, "")));
    desk.go(1, &submit(1));
    for round in 0..2 {
        desk.go(2, &review(1, "desk", Verdict::Return, 0, "再改"));
        desk.go(1, &fill(0, form(4 + round, "已改")));
        desk.go(1, &submit(1));
    }
    let third = desk.by(2, &review(1, "desk", Verdict::Return, 0, "再改"));
    assert_eq!(third, Err(AssessmentRefusal::NoMoreReturns(2).into()));
    let concludes = desk.by(2, &review(1, "desk", Verdict::Conclude, 5, "不行"));
    assert_eq!(concludes, Err(AssessmentRefusal::WrongVerdict("对口业务股室审核".to_owned()).into()));
    desk.go(2, &review(1, "desk", Verdict::Pass, 5, ""));
    let beside = desk.by(3, &conclude(1, 0, Some("refuse"), ""));
    let reason = AssessmentRefusal::NoReason("予以支持".to_owned(), Decimal::ONE_HUNDRED, "不予支持".to_owned());
    assert_eq!(beside, Err(reason.into()));
    desk.go(3, &conclude(1, 0, Some("refuse"), "与在建项目重复"));
    assert_eq!(desk.state(), State::Refused);
}

#[test]
fn scores_outside_and_items_without_grounds_are_named() {
    let mut desk = Desk::new();
    let outside = desk.by(1, &fill(0, form(6, "")));
    let named = AssessmentRefusal::Outside(1, "政策依据充分".to_owned(), Decimal::from(6), Decimal::from(5));
    assert_eq!(outside, Err(named.into()));
    let mut blank = form(4, "");
    blank.items[7].score = None;
    desk.go(1, &fill(0, blank));
    let missing = AssessmentRefusal::NoScore(8, "与现有投入不重复".to_owned());
    assert_eq!(desk.by(1, &submit(1)), Err(missing.into()));
    let mut bare = form(4, "");
    bare.items[19].evidence = String::new();
    desk.go(1, &fill(0, bare));
    assert_eq!(desk.by(1, &submit(1)), Err(AssessmentRefusal::NoGrounds(20, "筹资风险可控".to_owned()).into()));
}

#[test]
fn a_unit_reads_what_was_fed_back_and_nothing_before() {
    let mut desk = Desk::new();
    desk.go(1, &fill(0, form(4, "")));
    desk.go(1, &submit(1));
    desk.go(2, &review(1, "desk", Verdict::Pass, 3, "测算偏高"));
    let unit = desk.people[1].clone();
    assert_ne!(huishen::domain::access::sight(&unit), Sight::All);
    let file = desk.store.assessment_file(&unit, FIRST).unwrap().unwrap();
    assert!(file.reviews.is_empty() && file.history.iter().all(|past| past.kind != "assessment-reviewed"));
    assert_eq!(desk.store.assessments(&unit, 2021).unwrap()[0].total, None);
    desk.go(3, &conclude(1, 0, None, "核减三成"));
    let file = desk.store.assessment_file(&unit, FIRST).unwrap().unwrap();
    assert_eq!(file.reviews.len(), 2, "desk and budget desk were fed back");
    assert_eq!(desk.store.assessments(&unit, 2021).unwrap()[0].total, Some(Decimal::from(60)));
    let stranger = person("县水务局经办", &[(Role::Department, Scope::Unit(UnitId(2)))]);
    assert_eq!(desk.store.assessment_file(&stranger, FIRST).unwrap(), None);
    assert_eq!(desk.store.assessments(&stranger, 2021).unwrap(), []);
    let entries = desk.store.entries(&stranger, None, None, None).unwrap();
    assert!(entries.iter().all(|entry| !matches!(entry.event, Event::Assessment { .. })));
}

#[test]
fn a_target_hears_how_its_projects_pre_assessment_stands() {
    let mut desk = Desk::new();
    desk.go(1, &hand_in_new(0, 680));
    assert_eq!(desk.unassessed(1), [("missing".to_owned(), Severity::Error)]);
    assert_eq!(desk.store.unassessed(&desk.people[0], 2021).unwrap().len(), 1);
    desk.go(1, &fill(0, form(5, "")));
    assert_eq!(desk.unassessed(1), [("open".to_owned(), Severity::Warning)]);
    desk.go(1, &submit(1));
    desk.go(2, &review(1, "desk", Verdict::Pass, 5, ""));
    desk.go(3, &conclude(1, 0, Some("adjust"), "压减"));
    assert_eq!(desk.unassessed(1), [("adjusting".to_owned(), Severity::Warning)]);
    desk.go(3, &undo(1));
    desk.go(3, &conclude(1, 0, Some("refuse"), "重复"));
    assert_eq!(desk.unassessed(1), [("refused".to_owned(), Severity::Error)]);
    desk.go(3, &undo(1));
    desk.go(3, &conclude(1, 0, None, ""));
    assert_eq!(desk.unassessed(1), []);
    assert_eq!(desk.store.unassessed(&desk.people[0], 2021).unwrap(), []);
}

#[test]
fn small_and_known_projects_need_none_and_of_unknown_units_it_cannot_be_told() {
    let mut desk = Desk::new();
    desk.go(1, &hand_in_new(0, 199));
    desk.go(0, &hand_in_new(1, 680));
    assert_eq!((desk.unassessed(1), desk.unassessed(2)), (vec![], vec![]));
    let (recorded, _) = desk.store.findings(&desk.people[0], TargetId(2)).unwrap();
    assert!(recorded.report.unchecked.iter().any(|one| one.id == "unassessed"), "{:?}", recorded.report.unchecked);
    let known = Command::HandIn(Box::new(HandedTarget {
        unit: unit_name(0),
        project: super::project(0),
        year: Some(2021),
        category: Some("特定目标类项目".to_owned()),
        submission: Submission { amount: Money::from_wan(900.into()), ..Submission::default() },
    }));
    desk.go(0, &known);
    assert_eq!(desk.unassessed(3), [], "it was evaluated last year");
}
