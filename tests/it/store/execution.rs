//! The execution of approved targets: self-evaluation, re-evaluation, monitoring, and what is refused with its rule.

use huishen::domain::command::{Actor, Command};
use huishen::domain::evaluation::{Evaluation, EvaluationKind};
use huishen::domain::execution::appraisal::{Achieved, Funds, Spot};
use huishen::domain::execution::progress::{Light, Likelihood, Monitoring, Progress, WarningKind};
use huishen::domain::execution::record::{Details, Disposal, Engagement};
use huishen::domain::execution::refusal::ExecutionRefusal;
use huishen::domain::execution::wish::{Evaluate, ExecutionWish, Seen};
use huishen::domain::grade::Grade;
use huishen::domain::ids::{EvaluationId, TargetId};
use huishen::domain::money::Money;
use huishen::domain::people::{Role, Scope, User};
use huishen::domain::refusal::Refusal;
use huishen::domain::target::{ProjectName, State};
use huishen::domain::time::Instant;
use huishen::store::{FixedClock, Store};
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::Arc;

use super::evaluated::{approve, next_year};
use super::model::{Rows, Twins, rows, same_tables, shown};
use super::{MINUTE, MORNING, actor, add_unit, create, everyone, found, hand_in, person, unit_name};

mod twins;

const TARGET: TargetId = TargetId(1);

fn wish(wish: ExecutionWish) -> Command {
    Command::Execution(Box::new(wish))
}

fn open() -> Command {
    wish(ExecutionWish::Open { year: 2021, approved: date(2022, 8, 19), due: None })
}

fn achieved(actual: &str, reason: &str) -> Achieved {
    Achieved { actual: actual.to_owned(), score: None, reason: reason.to_owned() }
}

fn evaluate(kind: EvaluationKind, actuals: [&str; 2], seen: Seen) -> Command {
    let funds = Funds { budget: Some(Money(1_000_000)), executed: Some(Money(950_000)) };
    let achieved = actuals.map(|actual| achieved(actual, "")).to_vec();
    let details = Details { outcome: "全部完成。".to_owned(), engagement: None };
    wish(ExecutionWish::Evaluate(Evaluate { target: TARGET, kind, funds, achieved, details, seen }))
}

fn judge(evaluation: i64, accepted: bool, opinion: &str) -> Command {
    let (evaluation, opinion) = (EvaluationId(evaluation), opinion.to_owned());
    wish(ExecutionWish::Judge { evaluation, accepted, opinion })
}

fn monitor(period: &str, values: [&str; 2], reason: &str, executed: i64) -> Command {
    let progress = |value: &str| Progress { value: value.to_owned(), reason: reason.to_owned(), ..Progress::default() };
    let monitoring = Monitoring {
        period: period.to_owned(),
        budget: Some(Money(1_000_000)),
        executed: Some(Money(executed)),
        expected: None,
        indicators: values.map(progress).to_vec(),
    };
    wish(ExecutionWish::Monitor { target: TARGET, monitoring })
}

fn dispose(period: &str, disposal: Disposal, opinion: &str) -> Command {
    let (period, opinion) = (period.to_owned(), opinion.to_owned());
    wish(ExecutionWish::Dispose { target: TARGET, period, disposal, opinion, due: None })
}

/// A file with an approved target.
struct Desk {
    store: Store,
    clock: Arc<FixedClock>,
    all: Actor,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let mut desk = Self::unapproved();
        approve(&mut desk.store);
        desk
    }

    fn unapproved() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, clock) = create(&folder.path().join("a.db"));
        let all = actor(everyone("全权"));
        for command in [found(), add_unit(0), hand_in(0, 0, 1)] {
            store.execute(&all, &command).unwrap();
        }
        Self { store, clock, all, _folder: folder }
    }

    fn go(&mut self, command: &Command) -> usize {
        self.store.execute(&self.all, command).unwrap().len()
    }

    fn refused(&mut self, command: &Command) -> ExecutionRefusal {
        let all = self.all.clone();
        self.refused_by(&all.user, command)
    }

    fn refused_by(&mut self, user: &User, command: &Command) -> ExecutionRefusal {
        match self.store.execute(&actor(user.clone()), command).unwrap_err() {
            Refusal::Execution(refusal) => refusal,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn an_evaluation_filled_in_is_scored_by_the_rule_and_is_next_years_result_without_another_step() {
    let mut desk = Desk::new();
    desk.go(&next_year());
    desk.go(&open());
    desk.go(&evaluate(EvaluationKind::Own, ["12000", "150.75"], Seen::Nothing));
    let next = desk.store.case_file(&desk.all.user, TargetId(2)).unwrap().unwrap();
    assert_eq!(next.priors.len(), 1, "it stands beside next year's target");
    let one = &next.priors[0].evaluation;
    // Nothing but outputs: 45 points each, 9.5 for execution; 150.75 of 201 is three quarters.
    let scores: Vec<_> = one.indicators.iter().map(|one| one.score.clone().unwrap()).collect();
    assert_eq!((scores, one.score.clone().unwrap()), (vec!["45".into(), "33.75".into()], "88.25".into()));
    let case = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap();
    let row = case.execution.evaluation(2021, EvaluationKind::Own).unwrap();
    assert_eq!((row.grade(), row.reported.details.outcome.as_str()), (Some(Grade::Good), "全部完成。"));
    assert!(desk.store.verify().unwrap().is_clean());
}

#[test]
fn the_desk_reviews_or_returns_and_what_is_reviewed_stands() {
    let mut desk = Desk::new();
    desk.go(&open());
    desk.go(&evaluate(EvaluationKind::Own, ["12000", "201"], Seen::Nothing));
    assert!(matches!(
        desk.refused(&evaluate(EvaluationKind::Own, ["12000", "190"], Seen::Nothing)),
        ExecutionRefusal::AnotherEvaluation(..)
    ));
    assert_eq!(
        desk.store.execute(&desk.all, &judge(1, false, " ")),
        Err(Refusal::Blank("field.opinion")),
        "a return needs its reason"
    );
    desk.go(&judge(1, false, "培训人数请附花名册"));
    desk.go(&evaluate(EvaluationKind::Own, ["12000", "190"], Seen::This(EvaluationId(1))));
    desk.go(&judge(2, true, ""));
    let again = evaluate(EvaluationKind::Own, ["12000", "195"], Seen::This(EvaluationId(2)));
    assert!(matches!(desk.refused(&again), ExecutionRefusal::Reviewed(..)));
    assert!(matches!(desk.refused(&judge(2, true, "")), ExecutionRefusal::Reviewed(..)));
    let unit = person("县教育体育局经办", &[(Role::Department, Scope::Unit(huishen::domain::ids::UnitId(1)))]);
    assert!(desk.store.execute(&actor(unit), &judge(2, false, "不服")).is_err(), "a unit does not review itself");
    assert!(desk.store.verify().unwrap().is_clean());
}

#[test]
fn the_bureau_evaluates_beside_the_unit_and_never_before_it() {
    let mut desk = Desk::new();
    desk.go(&open());
    let fiscal = evaluate(EvaluationKind::Fiscal, ["11400", "201"], Seen::Any);
    assert_eq!(desk.refused(&fiscal), ExecutionRefusal::NoSelfEvaluation);
    desk.go(&evaluate(EvaluationKind::Own, ["12000", "201"], Seen::Any));
    desk.go(&fiscal);
    let case = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap();
    let total = |kind| case.execution.evaluation(2021, kind).unwrap().evaluation.score.clone().unwrap();
    assert_eq!((total(EvaluationKind::Own), total(EvaluationKind::Fiscal)), ("99.5".into(), "97.25".into()));
    let unit = person("县教育体育局经办", &[(Role::Department, Scope::Unit(huishen::domain::ids::UnitId(1)))]);
    assert!(desk.store.execute(&actor(unit), &evaluate(EvaluationKind::Fiscal, ["1", "2"], Seen::Any)).is_err());
}

#[test]
fn what_cannot_be_is_refused_at_its_place_and_nothing_of_it_stays() {
    let mut desk = Desk::unapproved();
    let own = |actuals| evaluate(EvaluationKind::Own, actuals, Seen::Any);
    assert!(matches!(
        desk.refused(&own(["12000", "201"])),
        ExecutionRefusal::NotApproved(project, State::Draft) if project == "营养改善计划"
    ));
    approve(&mut desk.store);
    assert_eq!(desk.refused(&own(["12000", "201"])), ExecutionRefusal::NotOpen(2021));
    desk.go(&open());
    let rows = desk.store.verify().unwrap().rows;
    for (actuals, spot) in
        [(["完成", "201"], Spot::Actual(0)), (["12000户", "201"], Spot::Actual(0)), (["12000", ""], Spot::Actual(1))]
    {
        let refused = desk.refused(&own(actuals));
        assert!(matches!(&refused, ExecutionRefusal::Wrong(at, ..) if *at == spot), "{refused:?}");
        assert!(refused.words().contains(['人', '填']), "the rule is said: {}", refused.words());
    }
    let mut rich = Evaluate {
        target: TARGET,
        kind: EvaluationKind::Own,
        funds: Funds { budget: Some(Money(100)), executed: Some(Money(101)) },
        achieved: vec![achieved("12000", ""), achieved("201", "")],
        details: Details::default(),
        seen: Seen::Any,
    };
    let refused = desk.refused(&wish(ExecutionWish::Evaluate(rich.clone())));
    assert!(matches!(refused, ExecutionRefusal::Wrong(Spot::Executed, ..)), "{refused:?}");
    rich.achieved.pop();
    rich.funds.executed = Some(Money(99));
    assert!(matches!(desk.refused(&wish(ExecutionWish::Evaluate(rich))), ExecutionRefusal::Wrong(Spot::Actual(1), ..)));
    assert_eq!(desk.store.verify().unwrap().rows, rows, "nothing half-saved");
}

#[test]
fn a_year_is_opened_once_after_its_accounts_are_closed() {
    let mut desk = Desk::new();
    let early = wish(ExecutionWish::Open { year: 2026, approved: date(2026, 8, 1), due: None });
    assert_eq!(desk.refused(&early), ExecutionRefusal::YearNotOver(2026));
    desk.go(&open());
    assert_eq!(desk.refused(&open()), ExecutionRefusal::OpenAlready(2021));
    let case = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap();
    assert_eq!(case.execution.opening.unwrap().due, date(2022, 9, 19), "20 working days and a holiday");
}

#[test]
fn monitoring_gives_lights_and_warnings_that_the_next_form_corrects() {
    let mut desk = Desk::new();
    // 12000 × 7/12 = 7000: 5000 is yellow; the second is left blank.
    desk.go(&monitor("jul", ["5000", ""], "", 600_000));
    let file = |desk: &Desk| desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap().execution;
    let first = file(&desk);
    assert_eq!(first.of_period("jul").unwrap().light, Light::Yellow);
    let kinds = |execution: &huishen::domain::execution::view::Execution, open: bool| -> Vec<WarningKind> {
        let all = execution.warnings.iter().filter(|one| one.corrected.is_none() == open);
        all.map(|one| one.kind).collect()
    };
    assert_eq!(kinds(&first, true), [WarningKind::Blank, WarningKind::Reason]);
    assert_eq!(kinds(&first, false), [WarningKind::Late], "late is for the record");
    desk.clock.set(Instant(MORNING.0 + 3 * 24 * 60 * MINUTE));
    desk.go(&monitor("jul", ["5000", "120"], "秋季学期才开始", 600_000));
    let second = file(&desk);
    assert!(kinds(&second, true).is_empty(), "{:?}", second.warnings);
    let blank = second.warnings.iter().find(|one| one.kind == WarningKind::Blank).unwrap();
    assert_eq!((blank.places.clone(), blank.days(MORNING)), (vec![1], 3));
    assert_eq!(desk.go(&monitor("jul", ["5000", "120"], "秋季学期才开始", 600_000)), 0, "the same again is nothing");
    assert!(desk.store.verify().unwrap().is_clean());
}

#[test]
fn missing_forms_are_warned_of_once_and_filling_in_corrects_it() {
    let mut desk = Desk::new();
    let warn = wish(ExecutionWish::Warn { year: 2021, period: "jul".to_owned() });
    assert_eq!(desk.go(&warn), 1);
    assert_eq!(desk.go(&warn), 0, "once");
    desk.go(&monitor("jul", ["7000", "120"], "", 600_000));
    let execution = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap().execution;
    let all: Vec<_> = execution.warnings.iter().map(|one| (one.kind, one.corrected.is_some())).collect();
    assert_eq!(all, [(WarningKind::Missing, true)], "a form that was warned of is not warned of again as late");
    let progress = desk.store.unit_progress(&desk.all.user, 2021, Some("jul")).unwrap();
    assert_eq!((progress[0].targets, progress[0].filled, progress[0].of_light(Light::Green)), (1, 1, 1));
}

#[test]
fn what_cannot_be_monitored_is_refused_with_the_rule() {
    let mut desk = Desk::unapproved();
    assert!(matches!(desk.refused(&monitor("jul", ["1", "1"], "", 1)), ExecutionRefusal::NotApproved(..)));
    approve(&mut desk.store);
    assert!(matches!(
        desk.refused(&monitor("q1", ["1", "1"], "", 1)),
        ExecutionRefusal::UnknownPeriod(_, known) if known.len() == 1
    ));
    desk.clock.set(Instant(1_625_097_600_000_000));
    let early = desk.refused(&monitor("jul", ["1", "1"], "", 1));
    assert!(matches!(early, ExecutionRefusal::FuturePeriod(_, day) if day == date(2021, 7, 31)), "{early:?}");
    desk.clock.set(MORNING);
    let over = desk.refused(&monitor("jul", ["7000", "120"], "", 1_000_001));
    assert!(matches!(over, ExecutionRefusal::Wrong(Spot::Executed, ..)), "{over:?}");
    let text = desk.refused(&monitor("jul", ["已发放", "120"], "", 1));
    assert!(matches!(text, ExecutionRefusal::Wrong(Spot::Actual(0), ..)), "{text:?}");
    assert!(desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap().execution.filled.is_empty());
}

#[test]
fn a_monitored_target_is_disposed_of_and_put_right() {
    let mut desk = Desk::new();
    assert!(matches!(desk.refused(&dispose("jul", Disposal::Continue, "")), ExecutionRefusal::NotFilled(_)));
    desk.go(&monitor("jul", ["3000", "120"], "停课", 600_000));
    let rectify =
        wish(ExecutionWish::Rectify { target: TARGET, period: "jul".to_owned(), text: "已补发到户".to_owned() });
    assert_eq!(desk.refused(&rectify), ExecutionRefusal::NothingToRectify);
    let all = desk.all.clone();
    assert_eq!(desk.store.execute(&all, &dispose("jul", Disposal::Adjust, "")), Err(Refusal::Blank("field.opinion")));
    desk.go(&dispose("jul", Disposal::Adjust, "请调整发放计划"));
    desk.go(&rectify);
    let execution = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap().execution;
    let filled = execution.of_period("jul").unwrap();
    assert_eq!(filled.light, Light::Red);
    assert_eq!(filled.disposed.as_ref().unwrap().disposal, Disposal::Adjust);
    assert_eq!(filled.rectified.as_ref().unwrap().text, "已补发到户");
    assert!(desk.store.verify().unwrap().is_clean());
}

#[test]
fn an_agency_s_evaluation_of_a_key_project_is_recorded_by_its_conclusion_year_after_year() {
    let mut desk = Desk::new();
    let engaged = |year, conclusion: &str, agency: &str| {
        let evaluation = Evaluation {
            unit: unit_name(0),
            project: ProjectName { code: None, name: "营养改善计划".to_owned() },
            year: Some(year),
            kind: EvaluationKind::Agency,
            budget: None,
            executed: None,
            score: None,
            indicators: Vec::new(),
        };
        let engagement = Engagement {
            agency: agency.to_owned(),
            scope: "全生命周期".to_owned(),
            link: "https://example.org/1".to_owned(),
            conclusion: conclusion.to_owned(),
        };
        let details = Details { outcome: String::new(), engagement: Some(engagement) };
        wish(ExecutionWish::Engage { evaluation: Box::new(evaluation), details })
    };
    let all = desk.all.clone();
    assert_eq!(desk.store.execute(&all, &engaged(2019, "良好", "")), Err(Refusal::Blank("field.agency")));
    assert_eq!(desk.store.execute(&all, &engaged(2019, " ", "某咨询公司")), Err(Refusal::Blank("field.conclusion")));
    desk.go(&engaged(2019, "良好", "某咨询公司"));
    desk.go(&engaged(2020, "运行平稳", "某咨询公司"));
    assert_eq!(desk.go(&engaged(2020, "运行平稳", "某咨询公司")), 0);
    let execution = desk.store.case_file(&desk.all.user, TARGET).unwrap().unwrap().execution;
    let years: Vec<_> = execution.evaluations.iter().map(|row| row.evaluation.year.unwrap()).collect();
    assert_eq!(years, [2020, 2019], "several years of one project");
    assert!(desk.store.verify().unwrap().is_clean());
}

/// Takes a target through all stages into the budget.
pub fn approval(id: i64) -> Vec<Command> {
    use huishen::domain::command::Verdict;
    let mut all = vec![super::submit(id)];
    all.extend(super::STAGES.map(|stage| super::review(id, stage, Verdict::Pass, Grade::Excellent)));
    let (target, grade) = (TargetId(id), Grade::Excellent);
    let (criteria, points, opinion) = (Vec::new(), Vec::new(), "同意。".to_owned());
    all.push(Command::Decide { target, seen: None, criteria, points, grade, opinion, due: None });
    all
}

/// Adds an approved target that is monitored, disposed of, put right, evaluated and reviewed.
pub fn executed(store: &mut Store) {
    let all = actor(everyone("全权"));
    let entries = store.execute(&all, &hand_in(0, 1, 1)).unwrap();
    let id = entries.iter().find_map(|entry| entry.event.target()).unwrap();
    store.execute_all(&all, &approval(id.0)).unwrap();
    let of = |command: Command| {
        let Command::Execution(mut wish) = command else { unreachable!() };
        match wish.as_mut() {
            ExecutionWish::Evaluate(Evaluate { target, .. })
            | ExecutionWish::Monitor { target, .. }
            | ExecutionWish::Dispose { target, .. }
            | ExecutionWish::Rectify { target, .. } => *target = id,
            _ => {}
        }
        Command::Execution(wish)
    };
    let rectify = ExecutionWish::Rectify { target: id, period: "jul".to_owned(), text: "已补发".to_owned() };
    for command in [
        open(),
        of(monitor("jul", ["3000", ""], "", 600_000)),
        of(dispose("jul", Disposal::Adjust, "请调整")),
        wish(rectify),
        of(evaluate(EvaluationKind::Own, ["12000", "201"], Seen::Any)),
    ] {
        assert!(!store.execute(&all, &command).unwrap().is_empty());
    }
    let case = store.case_file(&all.user, id).unwrap().unwrap();
    let evaluation = case.execution.evaluation(2021, EvaluationKind::Own).unwrap().reported.id;
    assert_eq!(store.execute(&all, &judge(evaluation.0, true, "同意")).unwrap().len(), 1);
}

#[test]
fn a_form_that_was_handed_in_is_kept_though_the_file_knows_no_approval() {
    let mut desk = Desk::unapproved();
    desk.go(&super::evaluation(0, 0, 2021, 92));
    assert_eq!(desk.store.verify().unwrap().faults, []);
}

/// What taking a form of monitoring does to a file whose target is approved.
fn taking(rows: &[Vec<String>], day: Instant) -> Result<Vec<huishen::domain::facts::Entry>, String> {
    rust_i18n::set_locale("zh");
    let read =
        huishen::exchange::read("表.xlsx", &crate::forms::yearly::book(rows), huishen::exchange::Kind::Auto).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (mut store, clock) = create(&folder.path().join("a.db"));
    let all = actor(everyone("全权"));
    store.execute_all(&all, &[found(), add_unit(0), add_unit(1), hand_in(0, 0, 1)]).unwrap();
    store.execute_all(&all, &approval(1)).unwrap();
    clock.set(day);
    let commands = huishen::domain::intake::commands(read, "表.xlsx");
    store.execute_all(&all, &commands).map_err(|refused| refused.refusal.words())
}

#[test]
fn a_form_of_monitoring_finds_its_indicators_by_name_and_is_refused_at_the_cell() {
    let rows = crate::forms::yearly::monitoring("1-7月执行情况");
    let year = 365 * 24 * 60 * MINUTE;
    let before = Instant(MORNING.0 - 6 * year);
    let future = taking(&rows, before).unwrap_err();
    assert!(future.starts_with("表!E5"), "a period in the future: {future}");
    let entries = taking(&rows, MORNING).unwrap();
    assert!(entries.iter().any(|entry| entry.event.kind() == "monitoring-filled"));
    let mut wrong = rows.clone();
    wrong[6][4] = "较好".to_owned();
    let words = taking(&wrong, MORNING).unwrap_err();
    assert!(words.starts_with("表!E7") && words.contains("受益人数"), "{words}");
    let mut strange = rows.clone();
    strange[7][2] = "培训场次".to_owned();
    assert!(taking(&strange, MORNING).unwrap_err().starts_with("表!E8"));
    let mut spent = rows;
    spent[3][3] = "#120".to_owned();
    assert!(taking(&spent, MORNING).unwrap_err().starts_with("表!D4"));
}

#[test]
fn an_address_that_is_none_is_refused_wherever_an_evaluation_names_one() {
    let mut desk = Desk::new();
    let engaged = |link: &str| {
        let evaluation = Evaluation {
            unit: unit_name(0),
            project: ProjectName { code: None, name: "产粮大县奖励资金".to_owned() },
            year: Some(2021),
            kind: EvaluationKind::Fiscal,
            budget: None,
            executed: None,
            score: Some("88".to_owned()),
            indicators: Vec::new(),
        };
        let engagement = Engagement { link: link.to_owned(), ..Engagement::default() };
        let details = Details { outcome: String::new(), engagement: Some(engagement) };
        wish(ExecutionWish::Engage { evaluation: Box::new(evaluation), details })
    };
    let refused = desk.refused(&engaged("县门户网"));
    assert_eq!(refused, ExecutionRefusal::NoAddress("县门户网".to_owned()));
    desk.go(&engaged("http://www.example.gov.cn/report/1.html"));
}
