//! What a unit reads of its own targets while the bureau reviews them, and that no row is given twice.

mod places;
mod plans;

use std::sync::Arc;

use tempfile::TempDir;

use super::veil;
use crate::domain::access::{Sight, reads_opinion};
use crate::domain::command::{Actor, Command, Origin, ReviewWish, Verdict};
use crate::domain::event::Event;
use crate::domain::grade::Grade;
use crate::domain::handin::HandedTarget;
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::people::{Grant, Role, Scope, UnitLevel, User};
use crate::domain::query::parse;
use crate::domain::target::{Indicator, ProjectName, Standing, State, Submission, UnitName};
use crate::domain::time::Instant;
use crate::domain::view::{QueueAsk, Sort, Tab, Window};
use crate::store::{FixedClock, Store};

const DESK: &str = "教科文股";
const FIRST: TargetId = TargetId(1);

fn person(grants: &[(Role, Scope)]) -> User {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: scope.clone() }).collect();
    User { name: "测试".to_owned(), login: None, grants }
}

fn bureau() -> User {
    person(&Role::ALL.map(|role| (role, Scope::County)))
}

fn department() -> User {
    person(&[(Role::Department, Scope::Unit(UnitId(1)))])
}

fn run(store: &mut Store, user: User, command: &Command) {
    let actor = Actor::new(user, Origin::CommandLine);
    store.execute(&actor, command).unwrap();
}

fn handed(unit: &str, code: &str, value: &str) -> Command {
    let indicator =
        Indicator { l3: Some("供餐天数".to_owned()), value: Some(value.to_owned()), ..Indicator::default() };
    let indicators = vec![indicator];
    Command::HandIn(Box::new(HandedTarget {
        unit: UnitName { code: None, name: unit.to_owned() },
        project: ProjectName { code: Some(code.to_owned()), name: format!("项目{code}") },
        year: None,
        category: None,
        submission: Submission {
            objective: "每周供餐不少于5天".to_owned(), indicators, ..Submission::default()
        },
    }))
}

fn review(stage: &str, grade: Grade, verdict: Verdict) -> Command {
    Command::Review(Box::new(ReviewWish {
        target: FIRST,
        seen: None,
        stage: stage.to_owned(),
        criteria: vec![grade; 6],
        points: Vec::new(),
        grade,
        opinion: format!("{stage} {grade}"),
        reason: String::new(),
        verdict,
    }))
}

/// Two units of one desk, a target each; the first was passed by its unit (良) and by the desk (中).
fn book() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::at(Instant(1_795_510_800_000_000)));
    let mut store = Store::create_with(&folder.path().join("a.db"), clock).unwrap();
    let unit = |name: &str| Command::AddUnit {
        unit: UnitName { code: None, name: name.to_owned() },
        level: UnitLevel::First,
        desk: DESK.to_owned(),
    };
    let submit = |target| Command::Submit { target, seen: None };
    for command in [
        Command::Found { county: "云岭县".to_owned(), year: 2021, sample: false },
        unit("县教育体育局"),
        unit("县文化馆"),
        handed("县教育体育局", "A1", "200"),
        handed("县文化馆", "B1", "100"),
        submit(FIRST),
        submit(TargetId(2)),
        review("department", Grade::Good, Verdict::Pass),
        review("desk", Grade::Fair, Verdict::Pass),
    ] {
        run(&mut store, bureau(), &command);
    }
    (folder, store)
}

fn ask(tab: Tab, filter: &str) -> QueueAsk {
    QueueAsk { year: 2021, tab, filter: parse(filter).unwrap(), sort: Sort::Waiting, window: Window::First, limit: 40 }
}

fn found(store: &Store, viewer: &User, tab: Tab, filter: &str) -> (Vec<i64>, u64) {
    let ask = ask(tab, filter);
    let rows = store.queue(viewer, &ask).unwrap().rows;
    (rows.iter().map(|row| row.id.0).collect(), store.filtered(viewer, &ask).unwrap().count)
}

/// Every grade and opinion that a case file, the queue, the list and the journal tell.
fn told(store: &Store, viewer: &User) -> (Vec<Grade>, Vec<String>) {
    let case = store.case_file(viewer, FIRST).unwrap().unwrap();
    let mut grades: Vec<_> = case.target.standing.grade.into_iter().collect();
    grades.extend(store.queue(viewer, &ask(Tab::All, "")).unwrap().rows.iter().filter_map(|row| row.standing.grade));
    let mut opinions: Vec<_> = case.reviews.into_iter().map(|review| review.opinion).collect();
    let mut each = |row: crate::domain::view::QueueRow| {
        grades.extend(row.standing.grade);
        Ok::<(), ()>(())
    };
    store.list(viewer, None, Sort::Number, None, &mut each).unwrap().unwrap();
    for mut entry in case.history.into_iter().chain(store.entries(viewer, None, None, None).unwrap()) {
        grades.extend(veil::standings(&mut entry.event).iter().filter_map(|standing| standing.grade));
        if let Event::ReviewGiven { review, .. } = entry.event {
            opinions.push(review.opinion);
        }
    }
    opinions.sort();
    opinions.dedup();
    (grades, opinions)
}

#[test]
fn a_grade_that_was_not_fed_back_is_told_and_found_nowhere() {
    let (_folder, store) = book();
    assert_eq!(told(&store, &department()), (vec![], vec!["department 良".to_owned()]));
    assert_eq!(found(&store, &department(), Tab::All, "grade:中"), (vec![], 0));
    assert_eq!(found(&store, &department(), Tab::All, "grade:none"), (vec![1], 1));
    assert_eq!(found(&store, &department(), Tab::All, "not grade:none"), (vec![], 0));
    assert_eq!(found(&store, &bureau(), Tab::All, "grade:中"), (vec![1], 1));
}

#[test]
fn what_was_fed_back_is_told_but_not_what_the_bureau_had_taken_back() {
    let (_folder, mut store) = book();
    run(&mut store, bureau(), &Command::Undo { target: FIRST, seen: None });
    assert_eq!(told(&store, &department()), (vec![], vec!["department 良".to_owned()]));
    run(&mut store, bureau(), &review("desk", Grade::Poor, Verdict::Return));
    let (grades, opinions) = told(&store, &department());
    assert!(grades.contains(&Grade::Poor));
    assert_eq!(opinions, ["department 良", "desk 差"]);
    assert_eq!(found(&store, &department(), Tab::All, "grade:差"), (vec![1], 1));
    assert_eq!(told(&store, &bureau()).1, ["department 良", "desk 中", "desk 差"]);
}

#[test]
fn withdrawing_tells_a_unit_nothing() {
    let (_folder, mut store) = book();
    run(&mut store, department(), &Command::Withdraw { target: FIRST, seen: None, reason: "重报".to_owned() });
    assert_eq!(told(&store, &department()), (vec![], vec!["department 良".to_owned()]));
    assert_eq!(found(&store, &department(), Tab::All, "grade:中"), (vec![], 0));
}

#[test]
fn a_limit_counts_what_the_viewer_may_read() {
    let (_folder, store) = book();
    let newest = store.entries(&department(), None, None, Some(2)).unwrap();
    let kinds: Vec<_> = newest.iter().map(|entry| entry.event.kind()).collect();
    assert_eq!(kinds, ["target-submitted", "review-given"]);
}

#[test]
fn sql_and_rule_keep_silent_of_the_same_grades() {
    let (_folder, store) = book();
    let sight = Sight::Units(vec![UnitId(1)]);
    let sql = format!("select {} is not null from target t where t.id = 1", veil::grade_column(&sight));
    let case = store.case_file(&bureau(), FIRST).unwrap().unwrap();
    for state in State::ALL {
        for (round, answered) in [(1, None), (1, Some(1)), (2, Some(1)), (2, Some(2))] {
            let set = "update target set state = ?1, round = ?2, answered = ?3 where id = 1";
            store.conn.execute(set, (state.id(), round, answered)).unwrap();
            let told: bool = store.conn.query_row(&sql, [], |row| row.get(0)).unwrap();
            let standing = Standing { state, round, answered, ..case.target.standing.clone() };
            assert_eq!(told, reads_opinion(&sight, None, round, &standing), "{state:?} {round} {answered:?}");
        }
    }
}

#[test]
fn a_target_stands_once_in_the_queue_however_many_roles_reach_it() {
    let (_folder, mut store) = book();
    run(&mut store, bureau(), &Command::Undo { target: FIRST, seen: None });
    let (desk, unit) = (Scope::Desk(DESK.to_owned()), Scope::Unit(UnitId(1)));
    for grants in [
        vec![(Role::Desk, desk.clone()), (Role::Desk, unit.clone())],
        vec![(Role::Desk, unit.clone()), (Role::Desk, desk)],
        vec![(Role::Desk, unit.clone()), (Role::Desk, unit.clone())],
    ] {
        assert_eq!(found(&store, &person(&grants), Tab::Mine, ""), (vec![1], 1), "{grants:?}");
    }
    let twice = person(&[(Role::Department, unit.clone()), (Role::Department, unit)]);
    assert_eq!(found(&store, &twice, Tab::All, ""), (vec![1], 1));
    run(&mut store, bureau(), &review("desk", Grade::Good, Verdict::Pass));
    for stage in ["performance", "budget"] {
        run(&mut store, bureau(), &review(stage, Grade::Good, Verdict::Pass));
    }
    let both = person(&[(Role::Chair, Scope::Unit(UnitId(1))), (Role::Recorder, Scope::County)]);
    assert_eq!(found(&store, &both, Tab::Mine, ""), (vec![1], 1));
}

#[test]
fn a_filter_that_names_a_year_looks_beyond_the_year_on_the_screen() {
    let (_folder, store) = book();
    store
        .conn
        .execute_batch("update target set year = 2020 where id = 2; update tally set year = 2020 where unit_id = 2")
        .unwrap();
    assert_eq!(found(&store, &bureau(), Tab::All, ""), (vec![1], 1));
    assert_eq!(found(&store, &bureau(), Tab::All, "year:2020"), (vec![2], 1));
    assert_eq!(found(&store, &bureau(), Tab::All, "year>2019").1, 2);
}

#[test]
fn the_last_window_knows_its_place() {
    let (_folder, store) = book();
    let mut last = QueueAsk { window: Window::Last, limit: 1, ..ask(Tab::All, "") };
    let page = store.queue(&bureau(), &last).unwrap();
    assert_eq!((page.offset, page.rows.len()), (Some(1), 1));
    last.filter = parse("项目A1").unwrap();
    assert_eq!(store.queue(&bureau(), &last).unwrap().offset, Some(0));
}

#[test]
fn a_unit_does_not_read_whether_its_answers_were_found_good_before_the_round_is_fed_back() {
    let (_folder, mut store) = book();
    let mut desk = bureau();
    desk.name = "教科文股经办".to_owned();
    run(&mut store, desk.clone(), &review("performance", Grade::Fair, Verdict::Return));
    run(&mut store, desk.clone(), &handed("县教育体育局", "A1", "210"));
    run(&mut store, desk.clone(), &Command::Submit { target: FIRST, seen: None });
    let opinion = store.case_file(&desk, FIRST).unwrap().unwrap().reviews[1].seq;
    run(&mut store, desk.clone(), &Command::AnswerPoint { target: FIRST, round: 2, review: opinion, answered: false });
    let told = |store: &Store, viewer: &User| {
        let file = store.case_file(viewer, FIRST).unwrap().unwrap();
        let rows = store.entries(viewer, None, None, None).unwrap();
        let rows = rows.iter().chain(&file.history);
        (file.points.len(), rows.filter(|row| matches!(row.event, Event::PointAnswered { .. })).count())
    };
    assert_eq!(told(&store, &desk), (1, 2));
    assert_eq!(told(&store, &department()), (0, 0));
    let stage = store.case_file(&desk, FIRST).unwrap().unwrap().target.standing.stage.unwrap();
    run(&mut store, desk, &review(&stage, Grade::Fair, Verdict::Return));
    assert_eq!(told(&store, &department()), (1, 2), "with the opinions of the round");
}

#[test]
fn a_case_file_is_compared_with_the_round_of_the_viewers_last_opinion_else_with_the_one_before() {
    let (_folder, mut store) = book();
    let named = |name: &str| User { name: name.to_owned(), ..bureau() };
    for value in ["210", "220"] {
        let stage = store.case_file(&bureau(), FIRST).unwrap().unwrap().target.standing.stage.unwrap();
        let who = if value == "210" { "甲" } else { "乙" };
        run(&mut store, named(who), &review(&stage, Grade::Fair, Verdict::Return));
        run(&mut store, bureau(), &handed("县教育体育局", "A1", value));
        run(&mut store, bureau(), &Command::Submit { target: FIRST, seen: None });
    }
    let former = |name: &str| store.case_file(&named(name), FIRST).unwrap().unwrap().former.unwrap();
    let told = |name: &str| (former(name).round, former(name).submission.indicators[0].value.clone().unwrap());
    assert_eq!(told("甲"), (1, "200".to_owned()));
    assert_eq!(told("乙"), (2, "210".to_owned()));
    assert_eq!(told("丙"), (2, "210".to_owned()));
    assert_eq!(store.case_file(&bureau(), TargetId(2)).unwrap().unwrap().former, None, "a first round");
}
